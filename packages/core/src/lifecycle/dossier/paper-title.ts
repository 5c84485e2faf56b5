const NAMING = ['title', 'name', 'text'] as const;

/**
 * What a paper is called by: its title, else its name, else its text; null where its kind has none of them.
 * @example paperTitle({ kind: 'action', text: 'Send the drawings' }) // => 'Send the drawings'
 */
export function paperTitle(content: { readonly kind: string }): string | null {
  for (const part of NAMING) {
    const said: unknown = (content as Readonly<Record<string, unknown>>)[part];
    if (typeof said === 'string' && said !== '') return said;
  }
  return null;
}
