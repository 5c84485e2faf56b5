import type { Priorities, Ranking, Score, Sensitivity } from '@entente/core/lifecycle';
import type { Acceptability } from '@entente/engine/selection';
import { columns } from './columns.ts';
import type { ProblemEntry } from './problems.ts';

export type Robustness = Acceptability & { readonly seed: number };

/** The first keys of every answer. */
type Scored = {
  readonly method: string;
  readonly scores: readonly Score[];
  readonly warnings: readonly ProblemEntry[];
};

type RobustAlternative = {
  readonly alternative: string;
  /** Part of the samples that give it rank 1, 2, … */
  readonly rankAcceptability: readonly number[];
  /** Null where no weights make it first. */
  readonly centralWeights: readonly number[] | null;
  readonly confidence: number | null;
};

export type SelectionAnswer = Scored &
  Pick<Ranking, 'normalisation' | 'weights' | 'unranked'> & {
    readonly sensitivity?: Sensitivity;
    readonly smaa?: {
      readonly samples: number;
      readonly seed: number;
      readonly alternatives: readonly RobustAlternative[];
    };
  };

export type JudgementAnswer = Scored &
  Pick<Priorities, 'lambdaMax' | 'consistencyIndex' | 'consistencyRatio' | 'randomIndex' | 'iterations'> & {
    readonly priorities: Priorities['method'];
    readonly worstJudgement: {
      readonly row: string;
      readonly column: string;
      readonly given: number;
      readonly agreeing: number;
      readonly consistencyRatioThen: number;
    } | null;
  };

function robustAlternatives({ scores, weights }: Ranking, robustness: Robustness): RobustAlternative[] {
  const [count, criteria] = [scores.length, weights.length];
  return scores.map(({ alternative }, at) => {
    const central = [...robustness.centralWeights.subarray(at * criteria, (at + 1) * criteria)];
    const isEverFirst = !central.some(Number.isNaN);
    return {
      alternative,
      rankAcceptability: [...robustness.rankAcceptability.subarray(at * count, (at + 1) * count)],
      centralWeights: isEverFirst ? central : null,
      confidence: isEverFirst ? (robustness.confidence[at] ?? null) : null,
    };
  });
}

/** The answer of a ranking, with what else was asked behind it. */
export function selectionAnswer(
  ranking: Ranking,
  warnings: readonly ProblemEntry[],
  sensitivity: Sensitivity | null,
  robustness: Robustness | null,
): SelectionAnswer {
  const { method, scores, normalisation, weights, unranked } = ranking;
  const drawn = robustness && {
    samples: robustness.samples,
    seed: robustness.seed,
    alternatives: robustAlternatives(ranking, robustness),
  };
  return {
    method,
    scores,
    warnings,
    normalisation,
    weights,
    unranked,
    ...(sensitivity === null ? {} : { sensitivity }),
    ...(drawn === null ? {} : { smaa: drawn }),
  };
}

/** The answer of pairwise judgements: the scores are the priorities. */
export function judgementAnswer(
  priorities: Priorities,
  scores: readonly Score[],
  warnings: readonly ProblemEntry[],
): JudgementAnswer {
  const { names, lambdaMax, consistencyIndex, consistencyRatio, randomIndex, iterations, worst } = priorities;
  return {
    method: 'ahp',
    scores,
    warnings,
    consistencyRatio,
    lambdaMax,
    consistencyIndex,
    randomIndex,
    priorities: priorities.method,
    iterations,
    worstJudgement: worst && {
      row: names[worst.row] ?? '',
      column: names[worst.column] ?? '',
      given: worst.given,
      agreeing: worst.agreeing,
      consistencyRatioThen: worst.ratioThen,
    },
  };
}

const places = (value: number): string => value.toFixed(4);

const whole = (title: string, rows: readonly (readonly string[])[]): string => `\n${title}\n${columns(rows)}`;

function sensitivityText({ winner, intervals }: Sensitivity): string {
  const side = (who: readonly string[]): string => who.join(', ');
  const rows = intervals.map(({ criterion, weight, from, to, below, above }) => [
    criterion,
    places(weight),
    places(from),
    places(to),
    side(below),
    side(above),
  ]);
  const head = ['criterion', 'weight', 'from', 'to', 'first below', 'first above'];
  return whole(`Weights over which ${winner} stays first`, [head, ...rows]);
}

function robustnessText({ samples, seed, alternatives }: NonNullable<SelectionAnswer['smaa']>): string {
  const head = ['alternative', ...alternatives.map((_, at) => `rank ${at + 1}`), 'confidence'];
  const rows = alternatives.map(({ alternative, rankAcceptability, confidence }) => [
    alternative,
    ...rankAcceptability.map((part) => part.toFixed(3)),
    confidence === null ? '' : confidence.toFixed(3),
  ]);
  return whole(`Ranks under ${samples.toLocaleString('en')} weights drawn at random (seed ${seed})`, [head, ...rows]);
}

function scoreText({ scores }: Scored): string {
  const sorted = scores.toSorted((one, other) => one.rank - other.rank);
  const rows = sorted.map(({ rank, alternative, score }) => [`${rank}`, alternative, places(score)]);
  return columns([['rank', 'alternative', 'score'], ...rows]);
}

/** An answer for a terminal, best first, to four places. */
export function selectionText(answer: SelectionAnswer | JudgementAnswer): string {
  if ('lambdaMax' in answer) {
    const { consistencyRatio, lambdaMax, randomIndex } = answer;
    const ratio = `Consistency ratio ${places(consistencyRatio)} (lambda max ${places(lambdaMax)}; random index ${randomIndex.value.toFixed(2)}, ${randomIndex.source})`;
    return `${scoreText(answer)}\n${ratio}\n`;
  }
  const { method, normalisation, unranked, sensitivity, smaa, weights } = answer;
  const how = normalisation === null ? method : `${method}, normalisation ${normalisation}`;
  return [
    scoreText(answer),
    ...unranked.map(({ alternative, criteria }) => `-     ${alternative}: not known on ${criteria.join(', ')}\n`),
    `\n${how}; weights ${weights.map(({ criterion, weight }) => `${criterion} ${places(weight)}`).join(', ')}\n`,
    sensitivity === undefined ? '' : sensitivityText(sensitivity),
    smaa === undefined ? '' : robustnessText(smaa),
  ].join('');
}
