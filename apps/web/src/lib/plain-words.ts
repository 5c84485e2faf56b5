/** A slug as words: `machine-tools` is "machine tools". */
export const plainWords = (slug: string): string => slug.replaceAll('-', ' ');
