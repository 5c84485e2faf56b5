import { invariant, Outcome, type Problem, Share } from '../../kernel/index.ts';
import { Fraction } from './fractions.ts';

/** What the partners' contributions are judged by. */
export type ReviewCriterion = {
  readonly key: string;
  readonly name: string;
  /** Of the whole, 1: decimal text or a fraction such as `1/3`. */
  readonly weight: string;
};

/** Whose equity is held beside their contribution. */
export type ReviewMember = {
  readonly key: string;
  readonly name: string;
  /** Several holders whom no source names apart: their stake stays where it is. */
  readonly isUnnamed: boolean;
  /** Equity in percent; null: not known, which is not zero. */
  readonly equity: Share | null;
};

/** A member's part of what all members contribute by one criterion, in percent. */
export type ReviewContribution = {
  readonly criterion: string;
  readonly member: string;
  readonly value: Share | null;
};

/** What a group of members would be worth on their own, in any unit. */
export type CoalitionValue = { readonly members: readonly string[]; readonly value: string };

export type ReviewContent = {
  readonly criteria: readonly ReviewCriterion[];
  readonly members: readonly ReviewMember[];
  readonly contributions: readonly ReviewContribution[];
};

/** By which Lioho set the shares of its ventures (000, section 4.3.2); of equal weight until somebody weighs them. */
export const DEFAULT_CRITERIA: readonly ReviewCriterion[] = Object.freeze([
  { key: 'management', name: 'Management', weight: '1/3' },
  { key: 'technology', name: 'Technology', weight: '1/3' },
  { key: 'order-quantity', name: 'Order quantity', weight: '1/3' },
]);

const weightProblem = (message: string, pointer: string): Problem => ({
  code: 'review-weights',
  message,
  fix: 'Give weights of 0 or more that come to 1 exactly, as decimals or fractions such as 1/3.',
  pointer,
});

/**
 * Weights that are each 0 or more and come to 1 exactly.
 * @returns the weights by key of the criterion, or `review-weights` with what they come to
 */
export function weightsOf(criteria: readonly ReviewCriterion[]): Outcome<ReadonlyMap<string, Fraction>> {
  const weights = new Map<string, Fraction>();
  const problems: Problem[] = [];
  criteria.forEach(({ key, weight }, at) => {
    const read = Fraction.parse(weight);
    if (read === null || read.over < 0n)
      problems.push(weightProblem(`"${weight.slice(0, 40)}" is no weight`, `/criteria/${at}/weight`));
    else weights.set(key, read);
  });
  const sum = Fraction.sum([...weights.values()]);
  if (problems.length === 0 && !Fraction.equal(sum, Fraction.of(1n)))
    problems.push(weightProblem(`The weights come to ${Fraction.text(sum)}`, '/criteria'));
  return problems.length === 0 ? Outcome.of(weights) : Outcome.refuse(...problems);
}

/** What the contributions by a criterion come to, and whose is missing. */
export type CriterionSum = { readonly criterion: string; readonly sum: string; readonly missing: readonly string[] };

/** The sums by criterion, as far as the contributions are given; exact decimal text. */
export function criterionSums({ criteria, members, contributions }: ReviewContent): readonly CriterionSum[] {
  return criteria.map(({ key }) => {
    const given = new Map(
      contributions.filter(({ criterion }) => criterion === key).map((row) => [row.member, row.value]),
    );
    const values = members.map((member) => given.get(member.key) ?? null);
    return {
      criterion: key,
      sum: Share.sum(values.filter((value) => value !== null)),
      missing: members.filter((_, at) => values[at] === null).map((member) => member.key),
    };
  });
}

/** Why a review is not yet one that can be decided on: weights that are no whole, criteria that do not come to 100. */
export function reviewProblems(content: ReviewContent): readonly Problem[] {
  const weights = weightsOf(content.criteria);
  const sums = criterionSums(content).flatMap(({ criterion, sum, missing }): Problem[] => {
    if (missing.length === 0 && sum === '100') return [];
    const what = missing.length > 0 ? `${missing.length} of the contributions are missing` : `they come to ${sum} %`;
    return [
      {
        code: 'review-incomplete',
        message: `By ${criterion}, ${what}`,
        fix: 'Give each member a part from 0 to 100, so that the parts by each criterion come to 100.',
        pointer: `/contributions/${criterion}`,
      },
    ];
  });
  return [...(weights.ok ? [] : weights.problems), ...sums];
}

/**
 * What each member contributes: C_m = sum over criteria of weight times the member's part, in percent (the shares are set by
 * "management, technology, and order quantity": Oh et al. 2024, section 4.3.2; the formula is ours). Exact.
 * @returns by key of the member, summing to 100; refused where weights or parts are incomplete
 * @example contributionsOf({ criteria: [{ key: 'k', name: 'K', weight: '1' }], members: [{ key: 'a', name: 'A', isUnnamed: false, equity: null }], contributions: [{ criterion: 'k', member: 'a', value: '100' }] }).value.get('a') // => { over: 100n, under: 1n }
 */
export function contributionsOf(content: ReviewContent): Outcome<ReadonlyMap<string, Fraction>> {
  const problems = reviewProblems(content);
  const weights = weightsOf(content.criteria);
  if (problems.length > 0 || !weights.ok) return Outcome.refuse(...problems);
  const totals = new Map(content.members.map(({ key }) => [key, Fraction.zero]));
  for (const { criterion, member, value } of content.contributions) {
    const [weight, before] = [weights.value.get(criterion), totals.get(member)];
    if (weight === undefined || before === undefined || value === null) continue;
    const part = Fraction.parse(value);
    invariant(part, 'a share is decimal text');
    totals.set(member, Fraction.plus(before, Fraction.times(weight, part)));
  }
  return Outcome.of(totals);
}
