import { Outcome, type Problem } from '../../kernel/index.ts';
import { type JudgedJudgements, judgedJudgements, type Judgements, judgementText } from './judgements.ts';
import { type RandomIndex, randomIndexFor } from './random-index.ts';

/** Above this judgements contradict each other more than they should (Saaty 1980, p. 21). */
const MOST_INCONSISTENCY = 0.1;

/** Power iteration ends when no priority moves by more than this, or gives up after so many steps. */
const SETTLED_WITHIN = 1e-12;
const MOST_STEPS = 10_000;

/** The judgement that fits the others least. */
export type WorstJudgement = {
  readonly row: number;
  readonly column: number;
  readonly given: number;
  /** What agrees with the priorities: the quotient of the two. */
  readonly agreeing: number;
  /** The consistency ratio with that in its place. */
  readonly ratioThen: number;
};

/** Priorities from pairwise judgements, with how consistent these are. */
export type Priorities = {
  readonly names: readonly string[];
  /** They come to 1. */
  readonly weights: readonly number[];
  readonly method: 'principal-eigenvector';
  readonly lambdaMax: number;
  readonly consistencyIndex: number;
  readonly consistencyRatio: number;
  readonly randomIndex: RandomIndex;
  readonly iterations: number;
  /** Null where the judgements agree with each other. */
  readonly worst: WorstJudgement | null;
  readonly warnings: readonly Problem[];
};

type Settled = { readonly weights: Float64Array; readonly lambdaMax: number; readonly iterations: number };

/** The principal eigenvector of a positive matrix, row after row, scaled to a sum of 1; null when it does not settle. */
function principalEigenvector(matrix: Float64Array, size: number): Settled | null {
  let weights = new Float64Array(size).fill(1 / size);
  let next = new Float64Array(size);
  for (let iterations = 1; iterations <= MOST_STEPS; iterations += 1) {
    let sum = 0;
    for (let row = 0; row < size; row += 1) {
      let product = 0;
      for (let column = 0, at = row * size; column < size; column += 1, at += 1)
        product += (matrix[at] as number) * (weights[column] as number);
      next[row] = product;
      sum += product;
    }
    let moved = 0;
    for (let row = 0; row < size; row += 1) {
      const weight = (next[row] as number) / sum;
      moved = Math.max(moved, Math.abs(weight - (weights[row] as number)));
      next[row] = weight;
    }
    [weights, next] = [next, weights];
    // The weights came to 1, so what the matrix makes of them comes to the eigenvalue.
    if (moved <= SETTLED_WITHIN) return { weights, lambdaMax: sum, iterations };
  }
  return null;
}

/** The consistency ratio; rounding below 0 is 0. One thing, or two, cannot contradict. */
function ratioOf(lambdaMax: number, size: number, { value }: RandomIndex): { index: number; ratio: number } {
  const index = size < 3 ? 0 : Math.max(0, (lambdaMax - size) / (size - 1));
  return { index, ratio: value === 0 ? 0 : index / value };
}

/** Rounding alone leaves ratios below this. */
const CONSISTENT_WITHIN = 1e-9;

function worstOf(matrix: Float64Array, { weights }: Settled, randomIndex: RandomIndex): WorstJudgement | null {
  const size = weights.length;
  let [far, worst] = [0, -1];
  for (let row = 0; row < size; row += 1) {
    for (let column = row + 1; column < size; column += 1) {
      const at = row * size + column;
      const off = Math.abs(Math.log(((matrix[at] as number) * (weights[column] as number)) / (weights[row] as number)));
      // A tie, told apart by rounding alone, goes to the first pair.
      if (off > far + CONSISTENT_WITHIN) [far, worst] = [off, at];
    }
  }
  if (worst < 0) return null;
  const [row, column] = [Math.floor(worst / size), worst % size];
  const agreeing = (weights[row] as number) / (weights[column] as number);
  const mended = Float64Array.from(matrix);
  mended[worst] = agreeing;
  mended[column * size + row] = 1 / agreeing;
  const then = principalEigenvector(mended, size);
  if (then === null) return null;
  return {
    row,
    column,
    given: matrix[worst] as number,
    agreeing,
    ratioThen: ratioOf(then.lambdaMax, size, randomIndex).ratio,
  };
}

function inconsistency(names: readonly string[], ratio: number, worst: WorstJudgement | null): Problem[] {
  if (ratio <= MOST_INCONSISTENCY) return [];
  const message = `The judgements contradict each other: consistency ratio ${ratio.toFixed(3)}, over ${MOST_INCONSISTENCY.toFixed(2)}`;
  const code = 'judgements-inconsistent';
  if (worst === null) return [{ pointer: '/values', code, message, fix: 'Look at the judgements again.' }];
  const { row, column, given, agreeing, ratioThen } = worst;
  const pair = `"${names[row] ?? ''}" against "${names[column] ?? ''}"`;
  const fix = `Look first at ${pair}: ${judgementText(given)} is given, ${judgementText(agreeing)} would agree with the rest and leave ${ratioThen.toFixed(3)}.`;
  return [{ pointer: `/values/${row}/${column}`, code, message, fix }];
}

/**
 * Priorities by the Analytic Hierarchy Process: the principal eigenvector of the judgements by power iteration to 1e-12 (at
 * most 10,000 steps), lambda max, consistency index (lambda max - n) / (n - 1) and ratio to the random index of `randomIndexFor`
 * (Saaty 1980, *The Analytic Hierarchy Process*, chapters 1 and 3). The worst judgement is the pair whose a_ij w_j / w_i is
 * farthest from 1, above or below.
 * @returns refused as `judgedJudgements` refuses, or as `judgements-unsettled`; a ratio over 0.10 is a warning
 * @example prioritiesOf({ names: ['a', 'b'], values: [[1, 4], [1 / 4, 1]] }).value.weights // => [0.8, 0.2]
 */
export function prioritiesOf(judgements: Judgements): Outcome<Priorities> {
  const judged = judgedJudgements(judgements);
  return judged.ok ? weighedJudgements(judged.value) : judged;
}

/**
 * Priorities of judgements that are judged already.
 * @returns refused as `judgements-unsettled`
 */
export function weighedJudgements({ names, values, warnings }: JudgedJudgements): Outcome<Priorities> {
  const size = names.length;
  const matrix = Float64Array.from(values.flat());
  const settled = principalEigenvector(matrix, size);
  if (settled === null) {
    const message = `The priorities do not settle in ${MOST_STEPS.toLocaleString('en')} steps`;
    const fix = 'Judge on the scale from 1/9 to 9, and look for pairs that turn in a circle.';
    return Outcome.refuse({ pointer: '/values', code: 'judgements-unsettled', message, fix });
  }
  const randomIndex = randomIndexFor(size);
  const { index, ratio } = ratioOf(settled.lambdaMax, size, randomIndex);
  const worst = ratio > CONSISTENT_WITHIN ? worstOf(matrix, settled, randomIndex) : null;
  return Outcome.of({
    names,
    weights: [...settled.weights],
    method: 'principal-eigenvector',
    lambdaMax: settled.lambdaMax,
    consistencyIndex: index,
    consistencyRatio: ratio,
    randomIndex,
    iterations: settled.iterations,
    worst,
    warnings: [...warnings, ...inconsistency(names, ratio, worst)],
  });
}

/**
 * Scores of alternatives compared under each criterion: the sum of the criteria's weights times the priorities under them
 * (Saaty 1980, distributive mode).
 * @param weights one a criterion, as they come to 1
 * @param priorities by criterion, one an alternative
 * @example synthesisOf([0.5, 0.5], [[0.8, 0.2], [0.4, 0.6]]) // => [0.6000000000000001, 0.4]
 */
export function synthesisOf(weights: readonly number[], priorities: readonly (readonly number[])[]): number[] {
  const [first = []] = priorities;
  return first.map((_, alternative) =>
    weights.reduce((sum, weight, at) => sum + weight * (priorities[at]?.[alternative] ?? Number.NaN), 0),
  );
}
