import { Outcome, type Problem, readTypedNumber } from '@entente/core/kernel';
import { MEASURE_BOUNDS, type MeasureBound } from '@entente/core/register';

/** A quantity as the register holds it. */
export type Measured = {
  readonly bound: MeasureBound | null;
  readonly value: string | null;
  readonly unit: string | null;
};

const isBound = (value: unknown): value is MeasureBound => MEASURE_BOUNDS.some((bound) => bound === value);

const noFigure = (text: string): Problem => ({
  code: 'measure-malformed',
  message: `"${text.slice(0, 40)}" holds no figure that can be read`,
  fix: 'Write a figure, with what bounds it before and the unit behind: > 91 %, about 1,200 vehicles, 167.9.',
});

const several = (choices: readonly string[]): Problem => ({
  code: 'value-ambiguous',
  message: `This may mean ${choices.join(' or ')}`,
  fix: 'Choose what is meant.',
});

/** What a typed quantity is read as; of several figures it may mean, each as the text that means it alone. */
export type ReadMeasured =
  | { readonly kind: 'measured'; readonly measured: Measured; readonly multiplied: boolean }
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'refused'; readonly problem: Problem };

const NOTHING: Measured = { bound: null, value: null, unit: null };

/**
 * Bound, value and unit out of what was typed, by the rule that imported tables follow too: a scale is multiplied out. An
 * empty text is a quantity that nobody states.
 */
export function understoodMeasured(text: string): ReadMeasured {
  if (text.trim() === '') return { kind: 'measured', measured: NOTHING, multiplied: false };
  const read = readTypedNumber(text);
  if (read.kind === 'refused') return { kind: 'refused', problem: noFigure(text) };
  const { unit, said, multiplied } = read;
  const bound = read.bound === '=' && said !== 'exact' ? null : read.bound;
  if (read.kind === 'choices') {
    return { kind: 'choices', choices: read.choices.map((value) => measuredText({ bound, value, unit })) };
  }
  return { kind: 'measured', measured: { bound, value: read.number, unit }, multiplied };
}

/**
 * The same for what is to be saved: what has to be asked is refused.
 * @example readMeasured('> 91 %') // => { ok: true, value: { bound: '>', value: '91', unit: '%' } }
 */
export function readMeasured(text: string): Outcome<Measured> {
  const read = understoodMeasured(text);
  if (read.kind === 'measured') return Outcome.of(read.measured);
  return Outcome.refuse(read.kind === 'refused' ? read.problem : several(read.choices));
}

/** A recorded quantity as one would type it; reading it again gives the same. */
export function measuredText({ bound, value, unit }: { bound?: unknown; value?: unknown; unit?: unknown }): string {
  if (typeof value !== 'string') return '';
  const parts = [isBound(bound) ? bound : null, value, unit];
  return parts.filter((part): part is string => typeof part === 'string' && part !== '').join(' ');
}
