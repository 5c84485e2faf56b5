/**
 * A long secret in groups of four, to be read off and typed.
 * @example groupedSecret('ABCDEFGHIJ') // => 'ABCD EFGH IJ'
 */
export const groupedSecret = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? '';
