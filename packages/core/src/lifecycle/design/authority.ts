import type { Problem } from '../../kernel/index.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';
import { type Amount, comparedAmounts } from './amounts.ts';
import { repeatedParts } from './part-keys.ts';

/** Who approves a matter on one level, within a range of amounts. */
export type AuthorityRule = {
  readonly key: string;
  /** Organisation whose approval is asked; null: the venture itself. */
  readonly party: string | null;
  /** Amounts above this one; null: from nothing on. */
  readonly above: Amount | null;
  /** Amounts up to and with this one; null: without limit. */
  readonly upTo: Amount | null;
  /** Organ or person; null: this party need not approve. */
  readonly approver: string | null;
};

/** A matter that is approved: a purchase, a loan, a plan. */
export type AuthorityMatter = {
  readonly key: string;
  readonly title: string;
  /** Currency of its amounts; null: it is approved whatever it amounts to. */
  readonly currency: string | null;
  readonly rules: readonly AuthorityRule[];
};

/** The delegation of authority of an alliance: who approves what, in the venture and in each parent. */
export type Authority = { readonly matters: readonly AuthorityMatter[] };

/** What the delegation says of one party. */
export type Approval = {
  /** Null: the venture itself. */
  readonly party: string | null;
  /** `gap`: the party has rules for the matter, but none for this amount; `unsaid`: none for the matter at all. */
  readonly answer: 'approves' | 'not-needed' | 'gap' | 'unsaid';
  readonly approver: string | null;
  /** Key of the rule that says so. */
  readonly rule: string | null;
};

/** A range of amounts for which a party's rules have no answer. */
export type AuthorityGap = {
  readonly matter: string;
  readonly party: string | null;
  readonly above: Amount | null;
  readonly upTo: Amount | null;
};

/** The venture first, then each organisation in the order in which the rules name them. */
export function partiesOf({ matters }: Authority): readonly (string | null)[] {
  const named = matters.flatMap(({ rules }) => rules.flatMap(({ party }) => party ?? []));
  return [null, ...new Set(named)];
}

const covers = ({ above, upTo }: AuthorityRule, amount: Amount | null): boolean => {
  // Whatever a matter without amounts comes to, its rules have no bounds.
  if (amount === null) return above === null && upTo === null;
  if (above !== null && comparedAmounts(amount, above) <= 0) return false;
  return upTo === null || comparedAmounts(amount, upTo) <= 0;
};

function approvalBy(party: string | null, { rules }: AuthorityMatter, amount: Amount | null): Approval {
  const own = rules.filter((rule) => rule.party === party);
  const rule = own.find((each) => covers(each, amount));
  if (rule === undefined) return { party, answer: own.length === 0 ? 'unsaid' : 'gap', approver: null, rule: null };
  return {
    party,
    answer: rule.approver === null ? 'not-needed' : 'approves',
    approver: rule.approver,
    rule: rule.key,
  };
}

/**
 * Who approves a matter of an amount: the venture first, then each parent that the delegation names anywhere.
 * @param amount in the currency of the matter; null for a matter without amounts
 * @returns one answer a party; empty for a matter that there is not
 * @example
 * approvals({ matters: [{ key: 'm', title: 'Purchase', currency: 'USD', rules: [
 *   { key: 'r', party: null, above: null, upTo: '1000', approver: 'Managing director' }] }] }, 'm', '1000.01')
 * // => [{ party: null, answer: 'gap', approver: null, rule: null }]
 */
export function approvals(authority: Authority, matter: string, amount: Amount | null): readonly Approval[] {
  const found = authority.matters.find(({ key }) => key === matter);
  return found === undefined ? [] : partiesOf(authority).map((party) => approvalBy(party, found, amount));
}

const byBound = (one: AuthorityRule, other: AuthorityRule): number =>
  one.above === null
    ? other.above === null
      ? 0
      : -1
    : other.above === null
      ? 1
      : comparedAmounts(one.above, other.above);

function gapsOf(matter: AuthorityMatter, party: string | null): readonly AuthorityGap[] {
  const own = matter.rules.filter((rule) => rule.party === party);
  if (own.length === 0 || matter.currency === null) return [];
  const gaps: AuthorityGap[] = [];
  let reached: Amount | null = null;
  for (const { above, upTo } of own.toSorted(byBound)) {
    if (above !== null && (reached === null || comparedAmounts(above, reached) > 0))
      gaps.push({ matter: matter.key, party, above: reached, upTo: above });
    if (upTo === null) return gaps;
    reached = upTo;
  }
  return [...gaps, { matter: matter.key, party, above: reached, upTo: null }];
}

/** Ranges of amounts for which a party that has rules on a matter says nothing. */
export const authorityGaps = (authority: Authority): readonly AuthorityGap[] =>
  authority.matters.flatMap((matter) => partiesOf(authority).flatMap((party) => gapsOf(matter, party)));

const meet = (one: AuthorityRule, other: AuthorityRule): boolean => {
  const endsBefore = ({ upTo }: AuthorityRule, { above }: AuthorityRule): boolean =>
    upTo !== null && above !== null && comparedAmounts(upTo, above) <= 0;
  return one.party === other.party && !endsBefore(one, other) && !endsBefore(other, one);
};

function rangeProblems({ currency, rules }: AuthorityMatter, at: string): readonly Problem[] {
  return rules.flatMap(({ above, upTo }, place) => {
    const isEmpty = above !== null && upTo !== null && comparedAmounts(above, upTo) >= 0;
    const isWithoutCurrency = currency === null && (above !== null || upTo !== null);
    if (!isEmpty && !isWithoutCurrency) return [];
    return {
      code: 'authority-range',
      message: isEmpty ? 'No amount lies in the range' : 'Amounts are given for a matter without a currency',
      fix: 'Give a lower bound below the upper one, and a currency with amounts.',
      pointer: `${at}/rules/${place}/upTo`,
    };
  });
}

function overlaps({ rules }: AuthorityMatter, at: string): readonly Problem[] {
  return rules.flatMap((rule, place) =>
    rules.slice(0, place).some((earlier) => meet(earlier, rule))
      ? [
          {
            code: 'authority-overlap',
            message: 'Two rules of one party answer the same amount',
            fix: 'Let each amount have one answer: end one range where the other begins.',
            pointer: `${at}/rules/${place}/above`,
          },
        ]
      : [],
  );
}

/** An alliance has one delegation of authority. Two answers to one amount are refused; gaps are told. */
export const AUTHORITY: PaperRule<Authority> = {
  stage: 'design',
  class: 'INTERNAL',
  isSingle: true,
  facts: (content) => ({ ...NO_FACTS, organisations: partiesOf(content).flatMap((party) => party ?? []) }),
  problems: ({ matters }) => [
    ...repeatedParts(matters, '/matters'),
    ...matters.flatMap((matter, place) => {
      const at = `/matters/${place}`;
      const ranges = rangeProblems(matter, at);
      return [
        ...repeatedParts(matter.rules, `${at}/rules`),
        ...ranges,
        ...(ranges.length > 0 ? [] : overlaps(matter, at)),
      ];
    }),
  ],
};
