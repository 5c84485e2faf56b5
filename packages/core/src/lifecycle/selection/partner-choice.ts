import type { Day, Problem } from '../../kernel/index.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';
import { type Normalisation, SELECTION_METHODS } from './appraisal.ts';
import type { Direction } from './decision-matrix.ts';
import {
  hasSoundThresholds,
  type PreferenceFunction,
  type PreferenceShape,
  type PreferenceThreshold,
  THRESHOLDS_OF,
} from './preference-functions.ts';

/** How far a candidate has come. Those of the short list, and who was chosen, are ranked. */
export const CANDIDATE_STAGES = ['long-list', 'short-list', 'chosen', 'dropped'] as const;
export type CandidateStage = (typeof CANDIDATE_STAGES)[number];

export const CHOICE_METHODS = [...SELECTION_METHODS, 'ahp'] as const;
export type ChoiceMethod = (typeof CHOICE_METHODS)[number];

/** Ratings of a criterion without a unit lie between these. */
export const RATING_SCALE = { least: 1, most: 5 } as const;

/** Somebody, or a way to go, that is to be chosen from. */
export type ChoiceCandidate = {
  readonly key: string;
  /** Null: not in the register. */
  readonly organisation: string | null;
  readonly name: string;
  readonly stage: CandidateStage;
  /** Why it stands where it stands; needed where it was dropped. */
  readonly reason: string | null;
};

export type ChoiceCriterion = {
  readonly key: string;
  readonly name: string;
  /** Null: it stands at the top. */
  readonly group: string | null;
  readonly direction: Direction;
  /** Beside its siblings, on any scale; null: none of them has one. */
  readonly weight: number | null;
  /** What a measured figure is counted in; null: rated from 1 to 5. */
  readonly unit: string | null;
  readonly preference: { readonly shape: PreferenceShape } & Readonly<Record<PreferenceThreshold, number | null>>;
};

export type ChoiceRater = {
  readonly key: string;
  /** A member of the workspace; null: somebody from outside. */
  readonly member: string | null;
  readonly name: string;
  /** Who left keeps what they gave. */
  readonly left: { readonly on: Day | null } | null;
};

/** What one rater gave one candidate. Ratings of criteria that are no longer there are kept. */
export type ChoiceRatings = {
  readonly rater: string;
  readonly candidate: string;
  readonly values: readonly { readonly criterion: string; readonly value: number; readonly comment: string | null }[];
};

/** What one rater thinks of pairs: of criteria below one group (null: at the top), or of candidates under one criterion. */
export type ChoiceJudgements = {
  readonly rater: string;
  readonly of: 'criteria' | 'candidates';
  readonly below: string | null;
  /** How many times as much the one counts as the other; each pair from one side. */
  readonly pairs: readonly { readonly one: string; readonly other: string; readonly value: number }[];
};

/** Which partner, or which way to go: who is weighed, by what, by whom, and what was decided. */
export type PartnerChoice = {
  readonly question: string;
  /** Whose partner is chosen; null: not said. */
  readonly firm: string | null;
  readonly candidates: readonly ChoiceCandidate[];
  readonly groups: readonly { readonly key: string; readonly name: string; readonly weight: number | null }[];
  readonly criteria: readonly ChoiceCriterion[];
  /** Weights as they were entered, or from pairs of one rater (null: of all who judged). */
  readonly weighing: { readonly by: 'entered' | 'judgements'; readonly rater: string | null };
  readonly raters: readonly ChoiceRater[];
  readonly ratings: readonly ChoiceRatings[];
  readonly judgements: readonly ChoiceJudgements[];
  readonly method: ChoiceMethod;
  /** Null: the one that the method has by default. */
  readonly normalisation: Normalisation | null;
  /** Where the draws of weights begin. */
  readonly seed: number;
  readonly decision: {
    readonly chosen: string;
    /** Members who decided. */
    readonly by: readonly string[];
    /** Null: the day is not known. */
    readonly on: Day | null;
    readonly reason: string;
  } | null;
  /** What of it is made up to show the method, and where the rest is from; null: nothing is. */
  readonly illustrative: string | null;
};

const twice = (list: string, named: readonly { readonly key: string; readonly name: string }[]): Problem[] =>
  named.flatMap(({ key, name }, at): Problem[] => {
    const first = named.findIndex((other) => other.key === key || other.name.trim() === name.trim());
    if (first === at) return [];
    const message = `"${name}" stands among the ${list} twice`;
    return [{ pointer: `/${list}/${at}/name`, code: 'name-twice', message, fix: 'Give each a name of its own.' }];
  });

const unknown = (pointer: string, what: string): Problem => ({
  pointer,
  code: 'choice-part-unknown',
  message: `There is no such ${what} in this choice`,
  fix: `Add the ${what}, or name one that is there; a rater who left stays among the raters.`,
});

/** The preference function of a criterion, with the thresholds that its shape asks for. */
export function preferenceOf({ preference }: Pick<ChoiceCriterion, 'preference'>): PreferenceFunction {
  const given = THRESHOLDS_OF[preference.shape].map((name) => [name, preference[name] ?? Number.NaN] as const);
  return { shape: preference.shape, ...Object.fromEntries(given) } as PreferenceFunction;
}

function criterionProblems({ groups, criteria }: PartnerChoice): Problem[] {
  return criteria.flatMap((criterion, at): Problem[] => {
    const { name, group, preference } = criterion;
    const there = group === null || groups.some(({ key }) => key === group);
    const message = `The thresholds of "${name}" do not fit its ${preference.shape} preference`;
    const fix = 'Give thresholds over 0, the one of indifference (0 or more) below the one of preference.';
    return [
      ...(there ? [] : [unknown(`/criteria/${at}/group`, 'group of criteria')]),
      ...(hasSoundThresholds(preferenceOf(criterion))
        ? []
        : [{ pointer: `/criteria/${at}/preference`, code: 'threshold-malformed', message, fix }]),
    ];
  });
}

function ratingProblems({ raters, ratings, criteria }: PartnerChoice): Problem[] {
  const rated = new Set(criteria.flatMap(({ key, unit }) => (unit === null ? [key] : [])));
  const seen = new Set<string>();
  return ratings.flatMap(({ rater, candidate, values }, at): Problem[] => [
    ...(raters.some(({ key }) => key === rater) ? [] : [unknown(`/ratings/${at}/rater`, 'rater')]),
    ...values.flatMap(({ criterion, value }, nth): Problem[] => {
      const pointer = `/ratings/${at}/values/${nth}`;
      const key = JSON.stringify([rater, candidate, criterion]);
      const isAgain = seen.has(key);
      seen.add(key);
      const fix = 'Give each rater one number for each candidate and criterion.';
      if (isAgain) return [{ pointer, code: 'rating-malformed', message: 'A rating stands twice', fix }];
      if (!rated.has(criterion) || (value >= RATING_SCALE.least && value <= RATING_SCALE.most)) return [];
      const message = `${value} is not on the scale from ${RATING_SCALE.least} to ${RATING_SCALE.most}`;
      return [{ pointer, code: 'rating-off-scale', message, fix: 'Rate from 1 to 5, or give the criterion a unit.' }];
    }),
  ]);
}

function judgementProblems({ raters, judgements, weighing }: PartnerChoice): Problem[] {
  const isThere = (rater: string | null): boolean => rater === null || raters.some(({ key }) => key === rater);
  return [
    ...(isThere(weighing.rater) ? [] : [unknown('/weighing/rater', 'rater')]),
    ...judgements.flatMap(({ rater }, at) => (isThere(rater) ? [] : [unknown(`/judgements/${at}/rater`, 'rater')])),
  ];
}

function stageProblems({ candidates, decision }: PartnerChoice): Problem[] {
  const undecided = (pointer: string, message: string): Problem => ({
    pointer,
    code: 'choice-undecided',
    message,
    fix: 'Say who was chosen, by whom, when and why, for the one candidate that was chosen.',
  });
  const found = candidates.find(({ key }) => key === decision?.chosen);
  return [
    ...candidates.flatMap(({ key, name, stage, reason }, at): Problem[] => {
      const pointer = `/candidates/${at}/reason`;
      if (stage === 'dropped' && (reason ?? '').trim() === '')
        return [
          {
            pointer,
            code: 'candidate-reason-missing',
            message: `Nobody says why "${name}" was dropped`,
            fix: 'Give the reason: it is what is asked for later.',
          },
        ];
      return stage === 'chosen' && decision?.chosen !== key
        ? [undecided(`/candidates/${at}/stage`, `"${name}" counts as chosen, and no decision says so`)]
        : [];
    }),
    ...(decision !== null && found?.stage !== 'chosen'
      ? [undecided('/decision/chosen', 'The decision names a candidate that does not count as chosen')]
      : []),
  ];
}

const firms = ({ firm, candidates }: PartnerChoice): string[] =>
  [firm, ...candidates.map(({ organisation }) => organisation)].flatMap((id) => id ?? []);

/** One choice an alliance; nobody of another side ever reads it. */
export const PARTNER_CHOICE: PaperRule<PartnerChoice> = {
  stage: 'partner-selection',
  class: 'NEVER',
  isSingle: true,
  facts: (choice) => ({
    ...NO_FACTS,
    isOpen: choice.decision === null,
    people: [...choice.raters.flatMap(({ member }) => member ?? []), ...(choice.decision?.by ?? [])],
    organisations: [...new Set(firms(choice))],
  }),
  problems: (choice) => [
    ...twice('candidates', choice.candidates),
    // Groups and criteria stand side by side at the top, so that no two of them share a name.
    ...twice('criteria', [...choice.criteria, ...choice.groups]),
    ...twice('raters', choice.raters),
    ...criterionProblems(choice),
    ...ratingProblems(choice),
    ...judgementProblems(choice),
    ...stageProblems(choice),
  ],
};
