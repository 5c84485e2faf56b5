import { Outcome, type Problem } from '../../kernel/index.ts';
import { type Appraisal, appraisalOf, DEFAULT_NORMALISATION, type Normalisation } from './appraisal.ts';
import { type ChoiceLevel, choiceWeights, judgedTogether, type ChoiceWeights } from './choice-weights.ts';
import { type Criterion, judgedMatrix, type JudgedMatrix } from './decision-matrix.ts';
import type { GroupJudgements } from './group-judgements.ts';
import { groupRatings, type GroupRatings, type RatingSheet } from './group-ratings.ts';
import {
  CHOICE_METHODS,
  type ChoiceCandidate,
  type ChoiceMethod,
  type PartnerChoice,
  preferenceOf,
} from './partner-choice.ts';
import { synthesisOf } from './priorities.ts';
import { rankedScores, rankingOf, type Score } from './ranking.ts';
import { type Sensitivity, sensitivityOf } from './sensitivity.ts';
import { type Spread, spreadOf } from './spread.ts';

/** What one method makes of the choice. */
export type MethodRanking = {
  readonly method: ChoiceMethod;
  readonly normalisation: Normalisation | null;
  /** By name of the candidate; empty where the method cannot rank. */
  readonly scores: readonly Score[];
  readonly problems: readonly Problem[];
};

/** Why a candidate has no rank. */
export type UnrankedCandidate = {
  readonly candidate: string;
  readonly why: 'long-list' | 'dropped' | 'unrated';
  /** Criteria, by key, on which nobody rated it. */
  readonly criteria: readonly string[];
};

/** What weights are drawn over: one appraisal a rater who rated all, or that of the means. */
export type SampledAppraisals = {
  readonly candidates: readonly string[];
  readonly raters: readonly string[];
  readonly appraisals: readonly Appraisal[];
};

export type ChoiceReading = {
  readonly weights: ChoiceWeights['criteria'];
  readonly levels: readonly ChoiceLevel[];
  /** The method that was chosen comes first. */
  readonly rankings: readonly MethodRanking[];
  /** By candidate and criterion, in the order of those that could be ranked and of the criteria. */
  readonly ranked: readonly string[];
  readonly cells: readonly (readonly (Spread | null)[])[];
  /** How each rater alone would rank, by the chosen method; null for one who left a cell of it empty. */
  readonly own: readonly { readonly rater: string; readonly scores: readonly Score[] | null }[];
  /** Of the scores by raters alone, by candidate that is ranked. */
  readonly scoreSpread: readonly { readonly candidate: string; readonly spread: Spread | null }[];
  /** Null for `ahp`, and where nothing is ranked. */
  readonly sensitivity: Sensitivity | null;
  readonly sampled: SampledAppraisals | null;
  readonly unranked: readonly UnrankedCandidate[];
  /** Why nothing is ranked by the chosen method. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
};

const isRanked = ({ stage }: ChoiceCandidate): boolean => stage === 'short-list' || stage === 'chosen';
const messagesOf = (outcome: Outcome<unknown>): readonly Problem[] => (outcome.ok ? [] : outcome.problems);

/** The ratings as the methods read them, by names; candidates that are not ranked are left out. */
function sheetOf(choice: PartnerChoice, ranked: readonly ChoiceCandidate[], weights: ChoiceWeights): RatingSheet {
  const weightOf = new Map(weights.criteria.map(({ key, weight }) => [key, weight]));
  const nameIn = (list: readonly { readonly key: string; readonly name: string }[], key: string): string =>
    list.find((each) => each.key === key)?.name ?? key;
  const left = new Set(choice.candidates.filter((each) => !isRanked(each)).map(({ key }) => key));
  return {
    raters: choice.raters.map(({ name, left: gone }) => ({ name, hasLeft: gone !== null })),
    criteria: choice.criteria.map((criterion): Criterion => {
      const { key, name, direction } = criterion;
      return { name, direction, weight: weightOf.get(key) ?? 0, preference: preferenceOf(criterion) };
    }),
    alternatives: ranked.map(({ name }) => name),
    ratings: choice.ratings.flatMap(({ rater, candidate, values }) =>
      left.has(candidate)
        ? []
        : values.map(({ criterion, value }) => ({
            rater: nameIn(choice.raters, rater),
            alternative: nameIn(choice.candidates, candidate),
            criterion: nameIn(choice.criteria, criterion),
            value,
          })),
    ),
  };
}

/** What one rater alone gave the alternatives of a matrix; null where a cell is empty. */
function matrixBy(sheet: RatingSheet, rater: string, of: JudgedMatrix): JudgedMatrix | null {
  const given = new Map(
    sheet.ratings
      .filter((each) => each.rater === rater)
      .map(({ alternative, criterion, value }) => [JSON.stringify([alternative, criterion]), value]),
  );
  const alternatives = of.alternatives.map(({ name }) => ({
    name,
    values: of.criteria.map((criterion) => given.get(JSON.stringify([name, criterion.name])) ?? null),
  }));
  const judged = judgedMatrix({ criteria: of.criteria, alternatives });
  return judged.ok && judged.value.unranked.length === 0 ? judged.value : null;
}

type Compared = {
  readonly scores: readonly Score[];
  /** By criterion, one a candidate. */
  readonly priorities: readonly (readonly number[])[];
  readonly warnings: readonly Problem[];
};

/** The candidates compared in pairs under each criterion: the synthesis of the Analytic Hierarchy Process. */
function comparedInPairs(
  choice: PartnerChoice,
  ranked: readonly ChoiceCandidate[],
  weights: ChoiceWeights,
): Outcome<Compared> {
  if (ranked.length < 2)
    return Outcome.refuse({
      pointer: '/alternatives',
      code: 'alternatives-too-few',
      message: `${ranked.length} candidates are on the short list`,
      fix: 'Put two candidates at least on the short list; doing nothing, or going alone, may be one.',
    } satisfies Problem);
  const judged = choice.criteria.map(({ key, name }, at): Outcome<GroupJudgements> => {
    const level = judgedTogether(choice, ranked, { of: 'candidates', below: key }, null);
    if (!level.ok) return level;
    return level.value === null
      ? Outcome.refuse({
          pointer: `/criteria/${at}/name`,
          code: 'judgement-missing',
          message: `Nobody compares the candidates in pairs on "${name}"`,
          fix: 'Compare the candidates in pairs under each criterion, or choose a method that reads ratings.',
        } satisfies Problem)
      : Outcome.of(level.value.together);
  });
  const problems = judged.flatMap(messagesOf);
  if (problems.length > 0) return Outcome.refuse(...problems);
  const together = judged.flatMap((each) => (each.ok ? [each.value] : []));
  const priorities = together.map((each) => each.priorities.weights);
  const scores = synthesisOf(
    weights.criteria.map(({ weight }) => weight),
    priorities,
  );
  return Outcome.of({
    scores: rankedScores(
      ranked.map(({ name }) => name),
      scores,
    ),
    priorities,
    warnings: together.flatMap((each) => each.warnings),
  });
}

function unrankedOf(choice: PartnerChoice, matrix: JudgedMatrix | null): UnrankedCandidate[] {
  const keys = new Map(choice.criteria.map(({ key, name }) => [name, key]));
  return choice.candidates.flatMap(({ key, name, stage }): UnrankedCandidate[] => {
    if (stage === 'long-list' || stage === 'dropped') return [{ candidate: key, why: stage, criteria: [] }];
    const missing = matrix?.unranked.find(({ alternative }) => alternative === name)?.criteria;
    return missing === undefined
      ? []
      : [{ candidate: key, why: 'unrated', criteria: missing.flatMap((each) => keys.get(each) ?? []) }];
  });
}

const NOTHING = {
  weights: [],
  levels: [],
  rankings: [],
  ranked: [],
  cells: [],
  own: [],
  scoreSpread: [],
  sensitivity: null,
  sampled: null,
} as const;

const orderedMethods = (chosen: ChoiceMethod): readonly ChoiceMethod[] => [
  chosen,
  ...CHOICE_METHODS.filter((each) => each !== chosen),
];

/** The normalisation that a method is read with: the stored one for the chosen method, else its own. */
const normalisationFor = ({ method: chosen, normalisation }: PartnerChoice, method: ChoiceMethod) =>
  method === 'ahp' || method === 'promethee2'
    ? null
    : ((method === chosen ? normalisation : null) ?? DEFAULT_NORMALISATION[method]);

/**
 * What a choice of partners comes to: weights, the ranking by its method and by the others beside it, how far raters are apart,
 * how far each weight can move, and what stands in the way. Nothing is put in the place of what is unknown.
 *
 * `ahp` compares the candidates in pairs under each criterion (Saaty 1980, distributive mode); the other methods read ratings.
 */
export function choiceReading(choice: PartnerChoice): ChoiceReading {
  const weights = choiceWeights(choice);
  if (!weights.ok) return { ...NOTHING, unranked: unrankedOf(choice, null), problems: weights.problems, warnings: [] };
  const ranked = choice.candidates.filter(isRanked);
  const sheet = sheetOf(choice, ranked, weights.value);
  const group = groupRatings(sheet);
  const matrix = group.ok ? judgedMatrix(group.value.matrix) : group;
  const pairs = comparedInPairs(choice, ranked, weights.value);
  const rankings = orderedMethods(choice.method).map((method): MethodRanking => {
    const normalisation = normalisationFor(choice, method);
    const outcome = method === 'ahp' ? pairs : matrix;
    const scores =
      method === 'ahp'
        ? pairs.ok
          ? pairs.value.scores
          : []
        : matrix.ok
          ? rankingOf(matrix.value, method, normalisation).scores
          : [];
    return { method, normalisation, scores, problems: messagesOf(outcome) };
  });
  const levels = weights.value.levels;
  return {
    ...readByRatings(choice, sheet, matrix),
    weights: weights.value.criteria,
    levels,
    rankings,
    ranked: ranked.map(({ key }) => key),
    cells: group.ok ? group.value.spread : [],
    ...(choice.method === 'ahp' ? sampledPairs(pairs, ranked) : {}),
    unranked: unrankedOf(choice, matrix.ok && choice.method !== 'ahp' ? matrix.value : null),
    problems: rankings[0]?.problems ?? [],
    warnings: [
      ...levels.flatMap(({ judged }) => judged?.together.warnings ?? []),
      ...(choice.method === 'ahp' ? (pairs.ok ? pairs.value.warnings : []) : ratingWarnings(group, matrix)),
    ],
  };
}

const ratingWarnings = (group: Outcome<GroupRatings>, matrix: Outcome<JudgedMatrix>): readonly Problem[] => [
  ...(group.ok ? group.value.warnings : []),
  ...(matrix.ok ? matrix.value.warnings : []),
];

type ByRatings = Pick<ChoiceReading, 'own' | 'scoreSpread' | 'sensitivity' | 'sampled'>;

/** What hangs on ratings: each rater alone, the spread, the weights that could move. */
function readByRatings(choice: PartnerChoice, sheet: RatingSheet, matrix: Outcome<JudgedMatrix>): ByRatings {
  const { method } = choice;
  if (!matrix.ok || method === 'ahp') return { own: [], scoreSpread: [], sensitivity: null, sampled: null };
  const normalisation = normalisationFor(choice, method);
  const alone = choice.raters.map(({ key, name }) => ({ rater: key, matrix: matrixBy(sheet, name, matrix.value) }));
  const own = alone.map(({ rater, matrix: given }) => ({
    rater,
    scores: given === null ? null : rankingOf(given, method, normalisation).scores,
  }));
  const keyOf = new Map(choice.candidates.map(({ key, name }) => [name, key]));
  const whole = alone.flatMap(({ rater, matrix: given }) => (given === null ? [] : [{ rater, given }]));
  const read = whole.length === 0 ? [matrix.value] : whole.map(({ given }) => given);
  return {
    own,
    scoreSpread: matrix.value.alternatives.map(({ name }, at) => ({
      candidate: keyOf.get(name) ?? name,
      spread: spreadOf(own.flatMap(({ scores }) => scores?.[at]?.score ?? [])),
    })),
    sensitivity: sensitivityOf(matrix.value, method, normalisation),
    sampled: {
      candidates: matrix.value.alternatives.map(({ name }) => keyOf.get(name) ?? name),
      raters: whole.map(({ rater }) => rater),
      appraisals: read.map((each) => appraisalOf(each, method, normalisation)),
    },
  };
}

function sampledPairs(pairs: Outcome<Compared>, ranked: readonly ChoiceCandidate[]): Pick<ChoiceReading, 'sampled'> {
  if (!pairs.ok) return { sampled: null };
  const { scores, priorities } = pairs.value;
  return {
    sampled: {
      candidates: ranked.map(({ key }) => key),
      raters: [],
      appraisals: [
        { rule: 'sum', values: scores.map((_, at) => priorities.map((column) => column[at] ?? Number.NaN)) },
      ],
    },
  };
}
