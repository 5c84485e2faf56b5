/** What a date text of the register says, taken apart for putting into words. */
export type EdtfParts =
  | {
      readonly kind: 'year' | 'month' | 'day' | 'decade' | 'century';
      readonly text: string;
      readonly doubt: Doubt | null;
    }
  | { readonly kind: 'between'; readonly from: string; readonly to: string }
  | { readonly kind: 'until' | 'since'; readonly date: string }
  | { readonly kind: 'other'; readonly text: string };
export type Doubt = 'about' | 'uncertain';

const SHAPES: readonly (readonly [RegExp, 'year' | 'month' | 'day' | 'decade' | 'century'])[] = [
  [/^\d{4}$/, 'year'],
  [/^\d{4}-\d{2}$/, 'month'],
  [/^\d{4}-\d{2}-\d{2}$/, 'day'],
  [/^\d{3}X$/, 'decade'],
  [/^\d{2}XX$/, 'century'],
];

/**
 * Takes an EDTF text apart without reading more into it than it says.
 * @example edtfParts('1995~') // => { kind: 'year', text: '1995', doubt: 'about' }
 */
export function edtfParts(text: string): EdtfParts {
  const slash = text.indexOf('/');
  if (slash >= 0) {
    const from = text.slice(0, slash);
    const to = text.slice(slash + 1);
    if (from === '..' || from === '') return { kind: 'until', date: to };
    if (to === '..' || to === '') return { kind: 'since', date: from };
    return { kind: 'between', from, to };
  }
  const mark = /[~?%]$/.exec(text)?.[0];
  const plain = mark === undefined ? text : text.slice(0, -1);
  const shape = SHAPES.find(([pattern]) => pattern.test(plain));
  if (!shape) return { kind: 'other', text };
  return { kind: shape[1], text: plain, doubt: mark === undefined ? null : mark === '~' ? 'about' : 'uncertain' };
}
