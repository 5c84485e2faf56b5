import { Outcome, type Problem } from '@entente/core/kernel';
import type { Generator } from '../chance/index.ts';

/** Which weights are drawn: all that come to 1, or those within bounds, or in an order. */
export type WeightSpace = {
  readonly criteria: number;
  /** One a criterion, 0 to 1; left out: 0. */
  readonly least?: readonly number[];
  /** One a criterion, 0 to 1; left out: 1. */
  readonly most?: readonly number[];
  /** Criteria by number, from the one that weighs most; each no less than the next. */
  readonly order?: readonly number[];
};

/** Fills in the next weights; false when it found none. */
export type WeightDraw = (into: Float64Array) => boolean;

/** So many draws in a row may miss the bounds before the space counts as too narrow. */
const MOST_MISSES = 20_000;
/** Sums are of decimals. */
const WITHIN = 1e-9;

const infeasible = (message: string, fix: string): Outcome<never> =>
  Outcome.refuse({ code: 'weights-infeasible', message, fix } satisfies Problem);

function spaceProblem({ criteria, least, most, order }: WeightSpace): Outcome<never> | null {
  const [lows, highs] = [least ?? [], most ?? []];
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const isBound = (value: number): boolean => value >= 0 && value <= 1;
  const fits = (list: readonly number[] | undefined): boolean => list === undefined || list.length === criteria;
  if (criteria < 1 || !fits(least) || !fits(most) || !fits(order))
    return infeasible('Bounds and order are not of all criteria', 'Give one bound, and one place, for each criterion.');
  if (order !== undefined && new Set(order).size !== criteria)
    return infeasible('The order names a criterion twice', 'Name each criterion once, the one that weighs most first.');
  if (order?.some((at) => !Number.isInteger(at) || at < 0 || at >= criteria) === true)
    return infeasible('The order names a criterion that is not there', 'Name criteria by their number, from 0.');
  if (!lows.every(isBound) || !highs.every(isBound) || lows.some((low, at) => low > (highs[at] ?? 1)))
    return infeasible('A bound is not from 0 to 1, or a lower one is over the upper', 'Correct the bounds.');
  if (sum(lows) > 1 + WITHIN || (most !== undefined && sum(highs) < 1 - WITHIN))
    return infeasible('No weights within the bounds come to 1', 'Lower the lower bounds, or raise the upper ones.');
  return null;
}

/** Evenly spread over all weights that come to `whole`: exponential parts of their sum (Rubinstein and Melamed 1998). */
function drawOver(into: Float64Array, whole: number, random: Generator): void {
  let sum = 0;
  for (let nth = 0; nth < into.length; nth += 1) {
    // 2^-33 keeps the logarithm of 0 away.
    const part = -Math.log(random() + 2 ** -33);
    into[nth] = part;
    sum += part;
  }
  const scale = whole / sum;
  for (let nth = 0; nth < into.length; nth += 1) into[nth] = (into[nth] as number) * scale;
}

/**
 * Draws weights evenly from a space: above the lower bounds directly, in an order by sorting (each order is an equal part of the
 * whole), and of what then lies over an upper bound, or under a lower one, nothing.
 * @returns refused as `weights-infeasible` where the space is empty
 */
export function weightDraws(space: WeightSpace, random: Generator): Outcome<WeightDraw> {
  const problem = spaceProblem(space);
  if (problem !== null) return problem;
  const { criteria, least, most, order } = space;
  // In an order the parts above the bounds cannot be sorted: there the bounds are kept by leaving out.
  const low = order === undefined ? least : undefined;
  const whole = Math.max(0, 1 - (low ?? []).reduce((sum, value) => sum + value, 0));
  const isInside = (into: Float64Array): boolean =>
    into.every((weight, nth) => weight <= (most?.[nth] ?? 1) + WITHIN && weight >= (least?.[nth] ?? 0) - WITHIN);
  const isBounded = least !== undefined || most !== undefined;
  return Outcome.of((into) => {
    for (let miss = 0; miss < MOST_MISSES; miss += 1) {
      drawOver(into, whole, random);
      if (low !== undefined)
        for (let nth = 0; nth < criteria; nth += 1) into[nth] = (into[nth] as number) + (low[nth] as number);
      if (order !== undefined) {
        const sorted = into.toSorted();
        for (const [place, nth] of order.entries()) into[nth] = sorted[criteria - 1 - place] as number;
      }
      if (!isBounded || isInside(into)) return true;
    }
    return false;
  });
}
