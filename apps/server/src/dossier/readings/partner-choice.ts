import type { PaperOf, PaperReading } from '@entente/contract/dossier';
import type { Problem } from '@entente/core/kernel';
import { type ChoiceReading, choiceReading, type JudgedLevel, type Score } from '@entente/core/lifecycle';
import { seededGenerator, smaa } from '@entente/engine/selection';

type Reading = Extract<PaperReading, { kind: 'partner-choice' }>;
type Choice = PaperOf<'partner-choice'>;

/** Enough for a part of a hundredth to be told from another. */
const MOST_SAMPLES = 10_000;
const FEWEST_SAMPLES = 1_000;
/** So many cells are read for one answer, all draws together: a choice of sixty by forty waits no longer than one of twenty by twelve. */
const CELLS_READ = 2_400_000;

/** How many weights are drawn with each answer: fewer where each draw is long. */
function samplesFor(candidates: number, criteria: number): number {
  const affordable = Math.floor(CELLS_READ / (candidates * criteria) / 100) * 100;
  return Math.min(MOST_SAMPLES, Math.max(FEWEST_SAMPLES, affordable));
}

type Keyed = readonly { readonly key: string; readonly name: string }[];
const keyIn = (list: Keyed, name: string): string => list.find((each) => each.name === name)?.key ?? name;

/** Refusals and warnings name parts by their place; here they name them by key. */
function toldOf(choice: Choice, ranked: readonly string[]) {
  return ({ code, message, fix, pointer = '' }: Problem): Reading['warnings'][number] => {
    const [list, place, , column] = pointer.split('/').slice(1);
    const at = Number(place);
    const inCell = list === 'alternatives' && pointer.includes('/values/') ? Number(column) : Number.NaN;
    return {
      code,
      message,
      fix,
      candidate: list === 'alternatives' ? (ranked[at] ?? null) : null,
      criterion: choice.criteria[list === 'criteria' ? at : inCell]?.key ?? null,
      rater: list === 'raters' ? (choice.raters[at]?.key ?? null) : null,
    };
  };
}

function judgedOf({ keys, together }: JudgedLevel, raters: Keyed): NonNullable<Reading['levels'][number]['judged']> {
  const { consistencyRatio, randomIndex, worst } = together.priorities;
  return {
    consistencyRatio,
    randomIndex,
    worst: worst && {
      one: keys[worst.row] ?? '',
      other: keys[worst.column] ?? '',
      given: worst.given,
      agreeing: worst.agreeing,
      ratioThen: worst.ratioThen,
    },
    raters: together.own.map(({ rater, priorities }) => ({
      rater: keyIn(raters, rater),
      consistencyRatio: priorities.consistencyRatio,
    })),
  };
}

/** How often weights that are drawn evenly give each candidate each rank. */
function acceptabilityOf({ sampled, weights }: ChoiceReading, seed: number): Reading['acceptability'] {
  const [first] = sampled?.appraisals ?? [];
  if (sampled === null || first === undefined) return null;
  const { candidates, raters, appraisals } = sampled;
  const [count, criteria] = [candidates.length, weights.length];
  const samples = samplesFor(count, criteria);
  const values = appraisals.map((each) => Float64Array.from(each.values.flat()));
  const drawn = smaa(
    { rule: first.rule, alternatives: count, values, space: { criteria }, samples },
    seededGenerator(seed),
  );
  if (!drawn.ok) return null;
  const { rankAcceptability, centralWeights, confidence } = drawn.value;
  return {
    samples,
    seed,
    raters,
    candidates: candidates.map((candidate, at) => {
      const central = [...centralWeights.subarray(at * criteria, (at + 1) * criteria)];
      const isEverFirst = !central.some(Number.isNaN);
      return {
        candidate,
        ranks: [...rankAcceptability.subarray(at * count, (at + 1) * count)],
        confidence: isEverFirst ? (confidence[at] ?? null) : null,
        centralWeights: isEverFirst ? central : null,
      };
    }),
  };
}

/** What a choice of partners comes to, with its parts by their keys. */
export function partnerChoiceReading(choice: Choice): Reading {
  const reading = choiceReading(choice);
  const candidate = (name: string): string => keyIn(choice.candidates, name);
  const criterion = (name: string): string => keyIn(choice.criteria, name);
  const scored = (scores: readonly Score[]) =>
    scores.map(({ alternative, score, rank }) => ({ candidate: candidate(alternative), score, rank }));
  const told = toldOf(choice, reading.ranked);
  const { sensitivity } = reading;
  return {
    kind: 'partner-choice',
    weights: reading.weights,
    levels: reading.levels.map((level) => ({
      ...level,
      judged: level.judged && judgedOf(level.judged, choice.raters),
    })),
    rankings: reading.rankings.map((each) => ({
      ...each,
      scores: scored(each.scores),
      problems: each.problems.map(told),
    })),
    cells: reading.cells.flatMap((row, at) =>
      row.flatMap((spread, column) => {
        const [of, by] = [reading.ranked[at], choice.criteria[column]];
        return spread === null || of === undefined || by === undefined
          ? []
          : [{ candidate: of, criterion: by.key, spread }];
      }),
    ),
    own: reading.own.map(({ rater, scores }) => ({ rater, scores: scores && scored(scores) })),
    scoreSpread: reading.scoreSpread,
    sensitivity: sensitivity && {
      winner: candidate(sensitivity.winner),
      intervals: sensitivity.intervals.map((each) => ({
        ...each,
        criterion: criterion(each.criterion),
        below: each.below.map(candidate),
        above: each.above.map(candidate),
      })),
    },
    acceptability: acceptabilityOf(reading, choice.seed),
    unranked: reading.unranked,
    problems: reading.problems.map(told),
    warnings: reading.warnings.map(told),
  };
}
