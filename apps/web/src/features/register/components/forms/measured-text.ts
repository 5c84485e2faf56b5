import { Outcome, type Problem } from '@entente/core/kernel';
import { MEASURE_BOUNDS, type MeasureBound } from '@entente/core/register';

/** A quantity as the register holds it. */
export type Measured = {
  readonly bound: MeasureBound | null;
  readonly value: string | null;
  readonly unit: string | null;
};

const isBound = (value: unknown): value is MeasureBound => MEASURE_BOUNDS.some((bound) => bound === value);

/** What people write before a figure, and how it bounds it; longer words before those they begin with. */
const BOUND_WORDS: readonly (readonly [RegExp, MeasureBound])[] = [
  [/^(?:>|more than|over|above|exceeding)\s*/iu, '>'],
  [/^(?:<|less than|under|below|fewer than)\s*/iu, '<'],
  [/^(?:~|≈|about|around|approximately|approx\.?|circa|ca\.?|c\.|約|およそ|大約)\s*/iu, 'about'],
  [/^(?:nearly|almost|ほぼ|將近|近く?)\s*/iu, 'nearly'],
  [/^(?:=|exactly|ちょうど|正好)\s*/iu, '='],
];
/** The same after a figure, as Japanese and Chinese write it. */
const BOUND_ENDINGS: readonly (readonly [RegExp, MeasureBound])[] = [
  [/\s*超$/u, '>'],
  [/\s*未[満滿]$/u, '<'],
];
/** Bounds that include the figure, which the register does not tell from those that leave it out. */
const INCLUSIVE = /^(?:[≥≤]|>=|<=|at least|at most|up to)|(?:以上|以下|以內)$/iu;

const FIGURE = /^(-?\d{1,3}(?:,\d{3})+|-?\d+)(\.\d+)?\s*/u;

function boundIn(text: string): { readonly bound: MeasureBound | null; readonly rest: string } {
  for (const [words, bound] of BOUND_WORDS) {
    if (words.test(text)) return { bound, rest: text.replace(words, '') };
  }
  for (const [words, bound] of BOUND_ENDINGS) {
    if (words.test(text)) return { bound, rest: text.replace(words, '') };
  }
  return { bound: null, rest: text };
}

const inclusive: Problem = {
  code: 'bound-inclusive',
  message: 'A bound that includes its figure cannot be kept',
  fix: 'Write more than (>), less than (<) or about, and keep the source’s words in a quotation.',
};

const noFigure = (text: string): Problem => ({
  code: 'measure-malformed',
  message: `"${text.slice(0, 40)}" holds no figure that can be read`,
  fix: 'Write a figure, with what bounds it before and the unit behind: > 91 %, about 1,200 vehicles, 167.9.',
});

/**
 * Bound, value and unit out of what was typed; an empty text is a quantity that nobody states.
 * @example readMeasured('> 91 %') // => { ok: true, value: { bound: '>', value: '91', unit: '%' } }
 */
export function readMeasured(text: string): Outcome<Measured> {
  const plain = text.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
  if (plain === '') return Outcome.of({ bound: null, value: null, unit: null });
  const { bound, rest } = boundIn(plain);
  const figure = FIGURE.exec(rest);
  const unit = rest.slice(figure?.[0].length ?? 0).trim();
  if (INCLUSIVE.test(plain)) return Outcome.refuse(inclusive);
  if (figure === null || /^[\d.,]/u.test(unit)) return Outcome.refuse(noFigure(text));
  const value = `${(figure[1] ?? '').replaceAll(',', '')}${figure[2] ?? ''}`;
  return Outcome.of({ bound, value, unit: unit === '' ? null : unit });
}

/** A recorded quantity as one would type it; reading it again gives the same. */
export function measuredText({ bound, value, unit }: { bound?: unknown; value?: unknown; unit?: unknown }): string {
  if (typeof value !== 'string') return '';
  const parts = [isBound(bound) ? bound : null, value, unit];
  return parts.filter((part): part is string => typeof part === 'string' && part !== '').join(' ');
}
