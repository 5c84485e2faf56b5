import { Outcome, type Problem } from '@entente/core/kernel';
import type { Generator } from '../chance/index.ts';
import { RankTally } from './rank-tally.ts';
import { type Scorer, scorerOf, type ScoreRule } from './sampled-scores.ts';
import { type WeightSpace, weightDraws } from './weight-space.ts';

/** Alternatives as a method appraised them, once by each rater, more always better. */
export type SampledChoice = {
  readonly rule: ScoreRule;
  readonly alternatives: number;
  /** By rater: row after row of alternatives, one value a criterion; all known. */
  readonly values: readonly Float64Array[];
  readonly space: WeightSpace;
  /** How many weights are drawn. */
  readonly samples: number;
};

export type Acceptability = {
  readonly samples: number;
  /** Row after row of alternatives: in which part of the samples it has rank 1, 2, …; rows and columns come to 1. */
  readonly rankAcceptability: Float64Array;
  /** Row after row of alternatives: the mean of the weights under which it is first; NaN where it never is. */
  readonly centralWeights: Float64Array;
  /** The part of the raters for whom it is first, alone or with others, under its central weights; NaN where it never is. */
  readonly confidence: Float64Array;
};

/** Scores nearer than this are equal. */
const EQUAL_WITHIN = 1e-12;

function confidenceOf(alternatives: number, scorers: readonly Scorer[], central: Float64Array): Float64Array {
  const confidence = new Float64Array(alternatives).fill(Number.NaN);
  const scores = new Float64Array(alternatives);
  const criteria = central.length / alternatives;
  for (let one = 0; one < alternatives; one += 1) {
    const weights = central.subarray(one * criteria, (one + 1) * criteria);
    if (Number.isNaN(weights[0])) continue;
    const supporters = scorers.filter((score) => {
      score(weights, scores);
      return (scores[one] as number) >= Math.max(...scores) - EQUAL_WITHIN;
    });
    confidence[one] = supporters.length / scorers.length;
  }
  return confidence;
}

/** The order of alternatives under equal weights, from which those under other weights are not far. */
function middleOrder(score: Scorer, alternatives: number, criteria: number): Int32Array {
  const scores = new Float64Array(alternatives);
  score(new Float64Array(criteria).fill(1 / criteria), scores);
  return Int32Array.from(scores.keys()).sort((one, other) => (scores[other] as number) - (scores[one] as number));
}

/**
 * SMAA-2: which weights, evenly drawn from all there could be, give each alternative which rank (Lahdelma and Salminen 2001,
 * "SMAA-2: Stochastic Multicriteria Acceptability Analysis for Group Decision Making", *Operations Research* 49(3), pp. 444-454:
 * rank acceptability indices, central weight vectors, confidence factors). With several raters each sample reads one of them,
 * drawn evenly, whole. Alternatives with one score share the ranks they take up.
 * @param random the only source of chance: the same generator gives the same result
 * @returns refused as `weights-infeasible`, or as `weights-narrow` where draws keep missing the bounds
 * @example smaa({ rule: 'sum', alternatives: 2, values: [Float64Array.of(1, 1, 0, 0)], space: { criteria: 2 }, samples: 100 }, seededGenerator(1)).value.rankAcceptability // => Float64Array.of(1, 0, 0, 1)
 */
export function smaa(choice: SampledChoice, random: Generator): Outcome<Acceptability> {
  const { rule, alternatives, values, space, samples } = choice;
  const draws = weightDraws(space, random);
  if (!draws.ok) return draws;
  const { criteria } = space;
  const weights = new Float64Array(criteria);
  const scores = new Float64Array(alternatives);
  const central = new Float64Array(alternatives * criteria);
  const tally = new RankTally(alternatives);
  const scorers = values.map((matrix) => scorerOf(rule, matrix, criteria));
  const likely = scorers.map((score) => middleOrder(score, alternatives, criteria));
  for (let sample = 0; sample < samples; sample += 1) {
    if (!draws.value(weights)) {
      const message = `After ${sample.toLocaleString('en')} samples no more weights were found within the bounds`;
      return Outcome.refuse({
        code: 'weights-narrow',
        message,
        fix: 'Widen the bounds, or drop the order.',
      } satisfies Problem);
    }
    const rater = values.length === 1 ? 0 : Math.floor(random() * values.length);
    (scorers[rater] as Scorer)(weights, scores);
    const first = tally.add(scores, likely[rater] as Int32Array);
    for (let place = 0; place < first; place += 1) {
      const at = tally.order[place] as number;
      for (let nth = 0; nth < criteria; nth += 1)
        central[at * criteria + nth] = (central[at * criteria + nth] as number) + (weights[nth] as number) / first;
    }
  }
  for (let one = 0; one < alternatives; one += 1) {
    const times = tally.counts[one * alternatives] as number;
    for (let nth = 0; nth < criteria; nth += 1)
      central[one * criteria + nth] = times === 0 ? Number.NaN : (central[one * criteria + nth] as number) / times;
  }
  return Outcome.of({
    samples,
    rankAcceptability: tally.counts.map((count) => count / samples),
    centralWeights: central,
    confidence: confidenceOf(alternatives, scorers, central),
  });
}
