import { Outcome, type Problem } from '../../kernel/index.ts';
import { hasSoundThresholds, type PreferenceFunction } from './preference-functions.ts';

/** More is better, or less is. */
export const DIRECTIONS = ['max', 'min'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export type Criterion = {
  readonly name: string;
  readonly direction: Direction;
  /** 0 or more, on any scale; what counts is its share of the sum. */
  readonly weight: number;
  /** For PROMETHEE II; absent: the usual criterion. */
  readonly preference?: PreferenceFunction;
};

/** What is to be chosen from, with its value on each criterion in their order; null is not known. */
export type Alternative = { readonly name: string; readonly values: readonly (number | null)[] };

export type DecisionMatrix = {
  readonly criteria: readonly Criterion[];
  readonly alternatives: readonly Alternative[];
};

/** An alternative that is left out of the ranking, and on which criteria nothing is known of it. */
export type Unranked = { readonly alternative: string; readonly criteria: readonly string[] };

/** A matrix that can be ranked: every value known, weights that come to 1. */
export type JudgedMatrix = {
  readonly criteria: readonly Criterion[];
  readonly alternatives: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly unranked: readonly Unranked[];
  readonly warnings: readonly Problem[];
};

/** Beyond this a value is a slip, and sums of squares leave what a number can hold. */
const LARGEST = 1e100;

/** Weights that come to 1 within this were meant to. */
const WEIGHT_SUM_WITHIN = 1e-9;

const isValue = (value: number): boolean => Number.isFinite(value) && Math.abs(value) <= LARGEST;

function nameProblems(list: 'criteria' | 'alternatives', named: readonly { readonly name: string }[]): Problem[] {
  const what = list === 'criteria' ? 'criterion' : 'alternative';
  return named.flatMap(({ name }, at): Problem[] => {
    const pointer = `/${list}/${at}/name`;
    if (name.trim() === '')
      return [{ pointer, code: 'name-missing', message: `The ${what} has no name`, fix: `Name each ${what}.` }];
    const first = named.findIndex((other) => other.name.trim() === name.trim());
    if (first === at) return [];
    const message = `"${name}" is the name of two of the ${list}`;
    return [{ pointer, code: 'name-twice', message, fix: `Give each ${what} a name of its own.` }];
  });
}

function weightProblems(criteria: readonly Criterion[]): Problem[] {
  const wrong = criteria.flatMap(({ name, weight }, at): Problem[] => {
    if (Number.isFinite(weight) && weight >= 0 && weight <= LARGEST) return [];
    const message = `The weight of "${name}" is ${weight < 0 ? 'negative' : 'no number'}`;
    const fix = 'Give each criterion a weight of 0 or more; for a criterion of which less is better, say min.';
    return [{ pointer: `/criteria/${at}/weight`, code: 'weight-malformed', message, fix }];
  });
  if (wrong.length > 0 || criteria.length === 0 || criteria.some(({ weight }) => weight > 0)) return wrong;
  const message = 'All weights are 0, so no criterion counts';
  return [{ pointer: '/criteria/0/weight', code: 'weights-zero', message, fix: 'Give one criterion a weight over 0.' }];
}

const thresholdProblems = (criteria: readonly Criterion[]): Problem[] =>
  criteria.flatMap(({ name, preference }, at): Problem[] => {
    if (preference === undefined || hasSoundThresholds(preference)) return [];
    const message = `The thresholds of "${name}" do not fit its ${preference.shape} preference`;
    const fix = 'Give thresholds over 0, the one of indifference (0 or more) below the one of preference.';
    return [{ pointer: `/criteria/${at}/preference`, code: 'threshold-malformed', message, fix }];
  });

function valueProblems({ criteria, alternatives }: DecisionMatrix): Problem[] {
  const wrong = alternatives.flatMap(({ name, values }, row): Problem[] =>
    criteria.flatMap((criterion, column): Problem[] => {
      const value = values[column] ?? null;
      if (value === null || isValue(value)) return [];
      const pointer = `/alternatives/${row}/values/${column}`;
      const message = `The value of "${name}" on "${criterion.name}" is no number that can be used`;
      return [{ pointer, code: 'value-malformed', message, fix: 'Give a number between -1e100 and 1e100.' }];
    }),
  );
  const empty = criteria.flatMap(({ name }, column): Problem[] => {
    if (alternatives.length === 0 || alternatives.some(({ values }) => (values[column] ?? null) !== null)) return [];
    const message = `Nothing is known on the criterion "${name}"`;
    const fix = 'Rate the alternatives on it, or leave the criterion out.';
    return [{ pointer: `/criteria/${column}/name`, code: 'criterion-empty', message, fix }];
  });
  return [...empty, ...wrong];
}

function sizeProblems({ criteria, alternatives }: DecisionMatrix): Problem[] {
  const fewCriteria: Problem = {
    pointer: '/criteria',
    code: 'criteria-missing',
    message: 'There is no criterion',
    fix: 'Give one criterion at least, with its direction and its weight.',
  };
  const fewAlternatives: Problem = {
    pointer: '/alternatives',
    code: 'alternatives-too-few',
    message: alternatives.length === 0 ? 'There is no alternative' : 'There is only one alternative',
    fix: 'Give two alternatives at least; doing nothing, or going alone, may be one.',
  };
  return [...(criteria.length === 0 ? [fewCriteria] : []), ...(alternatives.length < 2 ? [fewAlternatives] : [])];
}

function weightWarnings(criteria: readonly Criterion[], sum: number): Problem[] {
  const unused = criteria.flatMap(({ name, weight }, at): Problem[] => {
    if (weight > 0) return [];
    const message = `"${name}" has the weight 0 and does not count`;
    return [
      { pointer: `/criteria/${at}/weight`, code: 'weight-zero', message, fix: 'Leave it out, or give it a weight.' },
    ];
  });
  if (Math.abs(sum - 1) <= WEIGHT_SUM_WITHIN) return unused;
  const told = Number(sum.toPrecision(6));
  const message = `The weights come to ${told} and were divided by it`;
  const fix = 'Nothing has to be done; their shares are what counts.';
  return [{ pointer: '/criteria/0/weight', code: 'weights-normalised', message, fix }, ...unused];
}

function equalWarnings({ criteria, alternatives }: Pick<JudgedMatrix, 'criteria' | 'alternatives'>): Problem[] {
  return criteria.flatMap(({ name }, column): Problem[] => {
    if (alternatives.some(({ values }) => values[column] !== alternatives[0]?.values[column])) return [];
    const message = `All alternatives that are ranked are equal on "${name}", which decides nothing`;
    const fix = 'Rate more finely, or leave the criterion out.';
    return [{ pointer: `/criteria/${column}/name`, code: 'criterion-equal', message, fix }];
  });
}

/**
 * Judges a decision matrix before any method reads it. An alternative of which something is not known is left out of the
 * ranking, and told: nothing is put in the place of what is unknown.
 * @returns the matrix with weights that come to 1, and warnings; refused as `criteria-missing`, `alternatives-too-few`,
 *   `name-missing`, `name-twice`, `weight-malformed`, `weights-zero`, `threshold-malformed`, `value-malformed` or
 *   `criterion-empty`, each with a pointer into the matrix
 * @example judgedMatrix({ criteria: [{ name: 'price', direction: 'min', weight: 2 }], alternatives: [{ name: 'A', values: [5] }, { name: 'B', values: [7] }] }).value.criteria // => [{ name: 'price', direction: 'min', weight: 1 }]
 */
export function judgedMatrix(matrix: DecisionMatrix): Outcome<JudgedMatrix> {
  const { criteria, alternatives } = matrix;
  const problems = [
    ...sizeProblems(matrix),
    ...nameProblems('criteria', criteria),
    ...nameProblems('alternatives', alternatives),
    ...weightProblems(criteria),
    ...thresholdProblems(criteria),
    ...valueProblems(matrix),
  ];
  if (problems.length > 0) return Outcome.refuse(...problems);
  const rows = alternatives.map(({ name, values }, at) => {
    const known = criteria.map((_, column) => values[column] ?? null);
    return { at, name, known, missing: criteria.filter((_, column) => known[column] === null) };
  });
  const left = rows.filter(({ missing }) => missing.length > 0);
  const unranked = left.map(({ at, name, missing }): { told: Unranked; warning: Problem } => {
    const names = missing.map((criterion) => criterion.name);
    const message = `"${name}" is not ranked: nothing is known of it on ${names.map((each) => `"${each}"`).join(', ')}`;
    const warning = {
      pointer: `/alternatives/${at}/name`,
      code: 'alternative-unranked',
      message,
      fix: 'Rate it there.',
    };
    return { told: { alternative: name, criteria: names }, warning };
  });
  const ranked = rows.flatMap(({ name, known, missing }) =>
    missing.length > 0 ? [] : [{ name, values: known.map((value) => value ?? Number.NaN) }],
  );
  if (ranked.length < 2) {
    const message = `Of ${alternatives.length} alternatives ${ranked.length} can be ranked`;
    const fix = 'Rate two alternatives at least on every criterion.';
    return Outcome.refuse(
      { pointer: '/alternatives', code: 'alternatives-too-few', message, fix },
      ...unranked.map(({ warning }) => warning),
    );
  }
  const largest = Math.max(...criteria.map(({ weight }) => weight));
  const sum = criteria.reduce((total, { weight }) => total + weight / largest, 0);
  const isWhole = Math.abs(sum * largest - 1) <= WEIGHT_SUM_WITHIN;
  const shares = criteria.map((criterion) =>
    isWhole ? criterion : { ...criterion, weight: criterion.weight / largest / sum },
  );
  return Outcome.of({
    criteria: shares,
    alternatives: ranked,
    unranked: unranked.map(({ told }) => told),
    warnings: [
      ...weightWarnings(criteria, sum * largest),
      ...unranked.map(({ warning }) => warning),
      ...equalWarnings({ criteria, alternatives: ranked }),
    ],
  });
}
