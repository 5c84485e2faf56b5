import { Outcome, type Problem } from '../kernel/index.ts';
import { type AggregateValue, aggregateOf } from './aggregates.ts';
import { isDerivable, type Summand } from './derivable.ts';
import {
  type Contribution,
  judgedDominance,
  judgedThreshold,
  type ReleaseRule,
  type Statistic,
} from './release-rules.ts';

/** An aggregate that was told to the firm before, withdrawn or not: what was read once is known. */
export type ToldAggregate = { readonly statistic: Statistic; readonly contributions: readonly Contribution[] };

export type AskedAggregate = ToldAggregate & {
  readonly rule: ReleaseRule;
  /** Of the same field. */
  readonly told: readonly ToldAggregate[];
  /** Figures that everybody may read by now, by `figureOf`. */
  readonly known: ReadonlySet<string>;
};

export type Aggregate = AggregateValue & { readonly records: number; readonly contributors: number };

/** A figure by its name: a corrected value of the same record is another one. */
export const figureOf = ({ record, value }: Pick<Contribution, 'record' | 'value'>): string => `${record} ${value}`;
const summandOf = (contribution: Contribution): Summand => ({
  figure: figureOf(contribution),
  contributor: contribution.contributor,
});

/** What each statistic is taken to tell: the sum of its figures, a share those of its part and its whole. A count tells none. */
function setsOf({ statistic, contributions }: ToldAggregate): readonly (readonly Contribution[])[] {
  if (statistic === 'count') return [];
  if (statistic !== 'share') return [contributions];
  return [contributions.filter(({ isPart }) => isPart), contributions.filter(({ isPart }) => !isPart)];
}

/** How many equations between the figures of one set a statistic tells; sum and mean are the same one. */
const EQUATIONS: Readonly<Record<Statistic, { readonly name: string; readonly number: number }>> = {
  count: { name: 'count', number: 0 },
  sum: { name: 'total', number: 1 },
  mean: { name: 'total', number: 1 },
  share: { name: 'total', number: 1 },
  median: { name: 'median', number: 1 },
  band: { name: 'band', number: 2 },
};

const derivable = (message: string): Problem => ({
  code: 'aggregate-derivable',
  message,
  fix: 'Choose the same records as an earlier release of this field, or records that differ from them by more organisations.',
  pointer: '/records',
});

const isOver = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean =>
  one.size === other.size && [...one].every((each) => other.has(each));

/** Every further statistic over the very same figures takes one more contributor: fewer unknowns would be left than are safe. */
function judgedEquations({ statistic, contributions, told, rule }: AskedAggregate): Outcome<null> {
  if (statistic === 'count') return Outcome.of(null);
  const own = new Set(contributions.map(figureOf));
  const same = told.filter((each) => isOver(new Set(each.contributions.map(figureOf)), own));
  const equations = new Map(
    [...same, { statistic }].map((each) => [EQUATIONS[each.statistic].name, EQUATIONS[each.statistic].number]),
  );
  const number = [...equations.values()].reduce((sum, each) => sum + each, 0);
  return judgedThreshold(contributions, rule.threshold + Math.max(0, number - 1));
}

/** What an earlier aggregate and this one differ by is told by taking one from the other: nobody may dominate it either. */
function judgedDifferences(asked: AskedAggregate): Outcome<null> {
  for (const earlier of asked.told.flatMap(setsOf)) {
    for (const set of setsOf(asked)) {
      const [before, now] = [new Set(earlier.map(figureOf)), new Set(set.map(figureOf))];
      const between = [
        ...earlier.filter((each) => !now.has(figureOf(each))),
        ...set.filter((each) => !before.has(figureOf(each))),
      ].filter((each) => !asked.known.has(figureOf(each)));
      if (between.length > 0 && !judgedDominance(between, asked.rule).ok)
        return Outcome.refuse(
          derivable('What this aggregate and an earlier one differ by is mostly one organisation’s'),
        );
    }
  }
  return Outcome.of(null);
}

function judgedChains(asked: AskedAggregate): Outcome<null> {
  const sums = [...asked.told, asked]
    .flatMap(setsOf)
    .map((set) => set.filter((each) => !asked.known.has(figureOf(each))));
  return isDerivable(
    sums.map((set) => set.map(summandOf)),
    asked.rule.threshold,
  )
    ? Outcome.refuse(derivable('With what was released before, the figures of too few organisations could be derived'))
    : Outcome.of(null);
}

function judgedSets(asked: AskedAggregate): Outcome<null> {
  const sets = asked.statistic === 'share' ? setsOf(asked) : [asked.contributions];
  for (const set of sets) {
    const enough = judgedThreshold(set, asked.rule.threshold);
    if (!enough.ok) return enough;
  }
  // What only some of the figures enter, rounded, is not a total that somebody could dominate.
  const totals = ['sum', 'mean', 'share'].includes(asked.statistic) ? sets : [];
  for (const set of totals) {
    const shared = judgedDominance(set, asked.rule);
    if (!shared.ok) return shared;
  }
  return Outcome.of(null);
}

const allZero: Problem = {
  code: 'contributor-dominates',
  message: 'All figures are zero, and the aggregate would tell each of them',
  fix: 'Choose records of other organisations, or release a count.',
  pointer: '/records',
};

/**
 * An aggregate that may leave the clean team, or why it may not: too few contributors, one that dominates, or a figure that
 * could be derived together with what was told before. Assumes that readers know of the figures what was released and those
 * that are `known`; what they know from elsewhere, their own firm's figures for instance, no rule can see.
 */
export function releasableAggregate(asked: AskedAggregate): Outcome<Aggregate> {
  for (const judged of [judgedSets, judgedEquations, judgedChains, judgedDifferences]) {
    const outcome = judged(asked);
    if (!outcome.ok) return outcome;
  }
  const { statistic, contributions } = asked;
  if (statistic !== 'count' && contributions.every(({ value }) => Number(value) === 0)) return Outcome.refuse(allZero);
  return Outcome.of({
    ...aggregateOf(statistic, contributions),
    records: contributions.length,
    contributors: new Set(contributions.map(({ contributor }) => contributor)).size,
  });
}

/**
 * Whose figures count as one: an organisation with every other that was in a house with it at any time, named by the first.
 * @example contributorsOf([['a', 'h'], ['b', 'h'], ['c', 'i']]).get('b') // => 'a'
 */
export function contributorsOf(
  houseMemberships: readonly (readonly [organisation: string, house: string])[],
): ReadonlyMap<string, string> {
  const leads = new Map<string, string>();
  const leadOf = (node: string): string => {
    const above = leads.get(node);
    return above === undefined || above === node ? node : leadOf(above);
  };
  for (const [organisation, house] of houseMemberships) {
    const [one, other] = [leadOf(`o ${organisation}`), leadOf(`h ${house}`)];
    leads.set(other, one);
  }
  const firsts = new Map<string, string>();
  return new Map(
    houseMemberships.map(([organisation]) => {
      const lead = leadOf(`o ${organisation}`);
      if (!firsts.has(lead)) firsts.set(lead, organisation);
      return [organisation, firsts.get(lead) ?? organisation];
    }),
  );
}
