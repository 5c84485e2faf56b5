import { Decimal } from 'decimal.js';
import { groupedBy, Outcome, type Problem } from '../kernel/index.ts';

/** The numeric fields of which aggregates are released, by the kind of their records. The database holds the same pairs. */
export const AGGREGATED_FIELDS = {
  measure: ['value'],
  stake: ['share', 'votingShare'],
  workforce: ['number'],
} as const;
export type AggregatedKind = keyof typeof AGGREGATED_FIELDS;

/** What is told of figures in place of the figures. */
export const STATISTICS = ['count', 'sum', 'mean', 'median', 'band', 'share'] as const;
export type Statistic = (typeof STATISTICS)[number];

/** What a workspace asks of every aggregate that leaves its clean team. */
export type ReleaseRule = {
  /** So many records, and so many contributors, at the least. */
  readonly threshold: number;
  /** The largest part of a total that may be one contributor's, in percent. */
  readonly largestPercent: number;
};

/** No workspace asks for less. */
export const LEAST_THRESHOLD = 3;
export const MOST_THRESHOLD = 50;
export const MOST_LARGEST_PERCENT = 50;
export const LEAST_LARGEST_PERCENT = 10;
export const USUAL_RULE: ReleaseRule = { threshold: LEAST_THRESHOLD, largestPercent: MOST_LARGEST_PERCENT };

/** Nobody may come closer to a contributor's figure than this, in percent of it: the p of the p% rule. */
export const P_PERCENT = 10;

/** A record's part in an aggregate. */
export type Contribution = {
  readonly record: string;
  /** Whose figure it is: an organisation, or its house. */
  readonly contributor: string;
  /** Exact decimal text. */
  readonly value: string;
  /** Of a share: whether it belongs to the part, not only to the whole. */
  readonly isPart: boolean;
};

const contributorsOf = (contributions: readonly Contribution[]): number =>
  new Set(contributions.map(({ contributor }) => contributor)).size;

const tooFew = (found: number, wanted: number): Problem => ({
  code: 'too-few-contributors',
  message: `Figures of ${found} organisations are known, and at least ${wanted} are needed`,
  fix: 'Choose records of more organisations. Organisations of one house count once, and unknown figures do not count.',
  pointer: '/records',
});

/**
 * The threshold rule: at least so many records, of so many contributors.
 * Source: A. Hundepool et al. (2012), Statistical Disclosure Control, Wiley, section 4.2.1 (minimum frequency).
 */
export function judgedThreshold(contributions: readonly Contribution[], threshold: number): Outcome<null> {
  const found = contributorsOf(contributions);
  return found < threshold || contributions.length < threshold
    ? Outcome.refuse(tooFew(found, threshold))
    : Outcome.of(null);
}

/** Divisions and sums of large figures lose nothing that is told. */
export const Exact = Decimal.clone({ precision: 60 });

/** What each contributor has in a total, the largest first; amounts below zero count by their size. */
function amountsOf(contributions: readonly Contribution[]): readonly Decimal[] {
  return [...groupedBy(contributions, ({ contributor }) => contributor).values()]
    .map((own) => own.reduce((sum, { value }) => sum.plus(new Exact(value).abs()), new Exact(0)))
    .sort((one, other) => other.comparedTo(one));
}

const dominated = (message: string): Problem => ({
  code: 'contributor-dominates',
  message,
  fix: 'Choose records of more organisations, or release a count or a band.',
  pointer: '/records',
});

/**
 * The dominance rule and the p% rule: nobody's figure is so large a part of a total that the total tells it, and whoever knows
 * the second largest comes no closer to the largest than `P_PERCENT`.
 * Source: A. Hundepool et al. (2012), Statistical Disclosure Control, Wiley, section 4.2.2.
 */
export function judgedDominance(
  contributions: readonly Contribution[],
  { largestPercent }: ReleaseRule,
): Outcome<null> {
  const amounts = amountsOf(contributions);
  const [largest = new Exact(0), second = new Exact(0)] = amounts;
  const total = amounts.reduce((sum, amount) => sum.plus(amount), new Exact(0));
  if (total.isZero())
    return Outcome.refuse(dominated('All figures are zero, and the aggregate would tell each of them'));
  if (largest.times(100).greaterThan(total.times(largestPercent)))
    return Outcome.refuse(dominated(`One organisation has more than ${largestPercent} % of the total`));
  if (total.minus(largest).minus(second).times(100).lessThan(largest.times(P_PERCENT)))
    return Outcome.refuse(dominated('Whoever knows the second largest figure would come too close to the largest'));
  return Outcome.of(null);
}
