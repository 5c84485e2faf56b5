import type { Problem } from '../../kernel/index.ts';
import {
  appraisalOf,
  DEFAULT_NORMALISATION,
  type Normalisation,
  scoresUnder,
  type SelectionMethod,
} from './appraisal.ts';
import type { JudgedMatrix, Unranked } from './decision-matrix.ts';

/** Scores nearer to each other than this, on the scale of the largest, are equal: they differ by rounding alone. */
const EQUAL_WITHIN = 1e-9;

/**
 * Ranks from 1 for the highest score; equal scores share the first of their places, and the next place after them is left
 * free (standard competition ranking: 1, 1, 3). Scores are equal that differ by no more than 1e-9 of the largest, or of 1.
 * @example ranksOf([0.5, 0.6172, 0.5]) // => [2, 1, 2]
 */
export function ranksOf(scores: readonly number[]): number[] {
  const within = EQUAL_WITHIN * Math.max(1, ...scores.map(Math.abs));
  const order = scores.map((_, at) => at).sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
  const ranks = scores.map(() => 0);
  let [rank, lead] = [1, Number.POSITIVE_INFINITY];
  for (const [place, at] of order.entries()) {
    const score = scores[at] ?? 0;
    if (lead - score > within) [rank, lead] = [place + 1, score];
    ranks[at] = rank;
  }
  return ranks;
}

/** Who has rank 1, in the order of the scores. */
export function firstsOf(scores: readonly number[]): number[] {
  const within = EQUAL_WITHIN * Math.max(1, ...scores.map(Math.abs));
  const most = Math.max(...scores);
  return scores.flatMap((score, at) => (most - score > within ? [] : [at]));
}

export type Score = { readonly alternative: string; readonly score: number; readonly rank: number };

/** Alternatives by one method, in the order of the matrix, with what the result hangs on. */
export type Ranking = {
  readonly method: SelectionMethod;
  /** Null for PROMETHEE II, which compares the values themselves. */
  readonly normalisation: Normalisation | null;
  readonly scores: readonly Score[];
  /** They come to 1. */
  readonly weights: readonly { readonly criterion: string; readonly weight: number }[];
  readonly unranked: readonly Unranked[];
  readonly warnings: readonly Problem[];
};

/** Scores by name, with their ranks. */
export function rankedScores(names: readonly string[], scores: readonly number[]): Score[] {
  const ranks = ranksOf(scores);
  return names.map((alternative, at) => ({ alternative, score: scores[at] ?? Number.NaN, rank: ranks[at] ?? 0 }));
}

/**
 * Ranks the alternatives of a judged matrix.
 *
 * - `wsm`: weighted sum of normalised values, 0 to 1 with `minmax` (Fishburn 1967, "Additive Utilities with Incomplete Product
 *   Sets", Operations Research 15, p. 537).
 * - `topsis`: distance to the worst / (distance to the best + distance to the worst), 0 to 1 (Hwang and Yoon 1981, *Multiple
 *   Attribute Decision Making*, p. 128 ff.); 0.5 where nothing tells the alternatives apart.
 * - `promethee2`: net flow, -1 to 1 (Brans and Vincke 1985, *Management Science* 31(6), pp. 647-656).
 * @param normalisation of the method's default where it is left out
 * @example rankingOf({ criteria: [{ name: 'price', direction: 'min', weight: 1 }], alternatives: [{ name: 'A', values: [5] }, { name: 'B', values: [7] }], unranked: [], warnings: [] }, 'wsm').scores // => [{ alternative: 'A', score: 1, rank: 1 }, { alternative: 'B', score: 0, rank: 2 }]
 */
export function rankingOf(
  matrix: JudgedMatrix,
  method: SelectionMethod,
  normalisation: Normalisation | null = DEFAULT_NORMALISATION[method],
): Ranking {
  const by = method === 'promethee2' ? null : normalisation;
  const weights = matrix.criteria.map(({ weight }) => weight);
  const scores = scoresUnder(appraisalOf(matrix, method, by), weights);
  return {
    method,
    normalisation: by,
    scores: rankedScores(
      matrix.alternatives.map(({ name }) => name),
      scores,
    ),
    weights: matrix.criteria.map(({ name, weight }) => ({ criterion: name, weight })),
    unranked: matrix.unranked,
    warnings: matrix.warnings,
  };
}
