import {
  type Appraisal,
  appraisalOf,
  closenessOf,
  type Normalisation,
  scoresUnder,
  type SelectionMethod,
} from './appraisal.ts';
import type { JudgedMatrix } from './decision-matrix.ts';
import { firstsOf } from './ranking.ts';

/** Over which weights of one criterion the first alternative stays first, alone or with others. */
export type WeightInterval = {
  readonly criterion: string;
  /** Its weight now, of a sum of 1. */
  readonly weight: number;
  readonly from: number;
  readonly to: number;
  /** Who is first just under `from`; nobody else where that is 0. */
  readonly below: readonly string[];
  /** Who is first just over `to`; nobody else where that is 1. */
  readonly above: readonly string[];
};

export type Sensitivity = {
  /** First now, or the first of those by the order of the matrix. */
  readonly winner: string;
  readonly intervals: readonly WeightInterval[];
};

/** How finely distances are searched, and how far apart the looks before it are. */
const SEARCHED_TO = 1e-6;
const LOOKS = 1_000;

/** Lines nearer than this meet. */
const MEETS_WITHIN = 1e-12;

type End = { readonly at: number; readonly then: readonly number[] };

/** All weights when one has a new value and the others share the rest as they did; equally, where they had none. */
function weightsWith(weights: readonly number[], criterion: number, value: number): number[] {
  const rest = 1 - (weights[criterion] ?? 0);
  const others = weights.length - 1;
  return weights.map((weight, at) => {
    if (others === 0) return 1;
    if (at === criterion) return value;
    return rest <= 0 ? (1 - value) / others : ((1 - value) * weight) / rest;
  });
}

/** For weighted sums: scores are lines in the weight, so that the end is where two of them cross. */
function lineEnd(appraisal: Appraisal, weights: readonly number[], [criterion, winner]: Place, target: 0 | 1): End {
  const start = weights[criterion] ?? 0;
  const [none, all] = [0, 1].map((value) => scoresUnder(appraisal, weightsWith(weights, criterion, value)));
  const lead = (other: number, value: number): number => {
    const [low, high] = [none, all].map((scores) => (scores?.[winner] ?? 0) - (scores?.[other] ?? 0));
    return (low ?? 0) * (1 - value) + (high ?? 0) * value;
  };
  const towards = target === 1 ? 1 : -1;
  const crossings = appraisal.values.flatMap((_, other) => {
    const slope = (lead(other, 1) - lead(other, 0)) * towards;
    if (other === winner || slope >= -MEETS_WITHIN) return [];
    const at = start + towards * Math.max(0, lead(other, start) / -slope);
    return (target === 1 ? at < 1 - MEETS_WITHIN : at > MEETS_WITHIN) ? [{ other, at, slope }] : [];
  });
  if (crossings.length === 0) return { at: target, then: [] };
  const nearest = Math.min(...crossings.map(({ at }) => at * towards)) * towards;
  const met = crossings.filter(({ at }) => Math.abs(at - nearest) <= MEETS_WITHIN);
  // Of those that meet in one point the one that gains fastest is first behind it.
  const steepest = Math.min(...met.map(({ slope }) => slope));
  return {
    at: nearest,
    then: met.filter(({ slope }) => slope - steepest <= MEETS_WITHIN).map(({ other }) => other),
  };
}

/**
 * The scores by distances along one weight. Squared distances are the square of that weight times one part, and of what the
 * others share times another, so that a look costs a step an alternative, however many criteria there are.
 */
function closenessAlong(
  { values }: Appraisal,
  weights: readonly number[],
  criterion: number,
): (value: number) => readonly number[] {
  const shares = weightsWith(weights, criterion, 0);
  const parts = [Math.max, Math.min].map((end) => {
    const ends = weights.map((_, at) => end(...values.map((row) => row[at] ?? Number.NaN)));
    return values.map((row) => {
      const squares = row.map((value, at) => (value - (ends[at] ?? Number.NaN)) ** 2);
      const others = squares.reduce(
        (sum, square, at) => sum + (at === criterion ? 0 : (shares[at] ?? 0) ** 2 * square),
        0,
      );
      return { own: squares[criterion] ?? Number.NaN, others };
    });
  });
  const alone = weights.length === 1;
  return (value) => {
    const [own, rest] = alone ? [1, 0] : [value ** 2, (1 - value) ** 2];
    const [toBest, toWorst] = parts.map((each) => each.map((part) => Math.sqrt(own * part.own + rest * part.others)));
    return values.map((_, at) => closenessOf(toBest?.[at] ?? Number.NaN, toWorst?.[at] ?? Number.NaN));
  };
}

/** For distances: looks a thousandth apart, then halves what lies between the last good one and the first bad one. */
function searchedEnd(appraisal: Appraisal, weights: readonly number[], [criterion, winner]: Place, target: 0 | 1): End {
  const scoresAt = closenessAlong(appraisal, weights, criterion);
  const firstAt = (value: number): readonly number[] => firstsOf(scoresAt(value));
  const stays = (value: number): boolean => firstAt(value).includes(winner);
  let good = weights[criterion] ?? 0;
  const looks = Math.ceil(Math.abs(target - good) * LOOKS);
  const start = good;
  for (let look = 1; look <= looks; look += 1) {
    let bad = look === looks ? target : start + ((target - start) * look) / looks;
    if (stays(bad)) {
      good = bad;
      continue;
    }
    while (Math.abs(bad - good) > SEARCHED_TO) {
      const middle = (good + bad) / 2;
      if (stays(middle)) good = middle;
      else bad = middle;
    }
    return { at: good, then: firstAt(bad) };
  }
  return { at: target, then: [] };
}

type Place = readonly [criterion: number, winner: number];

/**
 * How far each weight can move, the others sharing the rest in proportion, before another alternative is first. Exact for the
 * weighted sum and for PROMETHEE II, whose scores are lines in a weight (the stability intervals of Mareschal 1988, "Weight
 * stability intervals in multicriteria decision aid", *European Journal of Operational Research* 33, pp. 54-64); for TOPSIS
 * searched to 1e-6, from looks a thousandth of the way to 0 or 1 apart: a change that is undone between two looks is not seen.
 * @param normalisation of the method's default where it is left out
 * @example sensitivityOf({ criteria: [{ name: 'a', direction: 'max', weight: 0.75 }, { name: 'b', direction: 'max', weight: 0.25 }], alternatives: [{ name: 'A', values: [1, 0] }, { name: 'B', values: [0, 1] }], unranked: [], warnings: [] }, 'wsm').intervals[0] // => { criterion: 'a', weight: 0.75, from: 0.5, to: 1, below: ['B'], above: [] }
 */
export function sensitivityOf(
  matrix: JudgedMatrix,
  method: SelectionMethod,
  normalisation?: Normalisation | null,
): Sensitivity {
  const appraisal = appraisalOf(matrix, method, normalisation);
  const weights = matrix.criteria.map(({ weight }) => weight);
  const [winner = 0] = firstsOf(scoresUnder(appraisal, weights));
  const nameOf = (at: number): string => matrix.alternatives[at]?.name ?? '';
  const endOf = appraisal.rule === 'sum' ? lineEnd : searchedEnd;
  const intervals = matrix.criteria.map(({ name, weight }, criterion): WeightInterval => {
    const [low, high] = ([0, 1] as const).map((target) => endOf(appraisal, weights, [criterion, winner], target));
    return {
      criterion: name,
      weight,
      from: low?.at ?? 0,
      to: high?.at ?? 1,
      below: (low?.then ?? []).map(nameOf),
      above: (high?.then ?? []).map(nameOf),
    };
  });
  return { winner: nameOf(winner), intervals };
}
