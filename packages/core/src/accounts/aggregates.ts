import type { Decimal } from 'decimal.js';
import { invariant } from '../kernel/index.ts';
import { type Contribution, Exact, type Statistic } from './release-rules.ts';

/** A statistic as exact decimal text; of a median and a band the span in which it lies, to `valueTo`. */
export type AggregateValue = { readonly value: string; readonly valueTo: string | null };

const text = (value: Decimal): string => value.toFixed();
const only = (value: Decimal): AggregateValue => ({ value: text(value), valueTo: null });

const sumOf = (values: readonly Decimal[]): Decimal => values.reduce((sum, value) => sum.plus(value), new Exact(0));

/** One more digit than the figures and their number need. */
function meanOf(values: readonly Decimal[]): Decimal {
  const places = Math.max(0, ...values.map((value) => value.decimalPlaces()));
  return sumOf(values)
    .dividedBy(values.length)
    .toDecimalPlaces(Math.min(10, places + 2));
}

/**
 * Where a figure that is one contributor's own may end, times powers of ten: a fixed ruler, so that the marks beside a figure say
 * no more of it than that it lies between them. Each is at least 1.25 times the one before, which leaves `P_PERCENT` of the
 * figure open on either side of the middle between two.
 */
const MARKS = [1, 1.5, 2, 3, 4, 5, 7, 10];

type Span = { readonly from: Decimal; readonly to: Decimal };

/** The two marks around a figure; a figure on a mark belongs to the marks that lie further from zero. Zero is told as zero. */
function spanAround(figure: Decimal): Span {
  if (figure.isZero()) return { from: figure, to: figure };
  const size = figure.abs();
  const power = Exact.pow(10, size.logarithm(10).floor());
  const above = MARKS.find((mark) => power.times(mark).greaterThan(size));
  const below = MARKS.findLast((mark) => power.times(mark).lessThanOrEqualTo(size));
  invariant(above !== undefined && below !== undefined, 'a figure lies between its power of ten and the next');
  const [near, far] = [power.times(below), power.times(above)];
  return figure.isNegative() ? { from: far.negated(), to: near.negated() } : { from: near, to: far };
}

const told = ({ from, to }: Span): AggregateValue => ({
  value: text(from),
  valueTo: from.equals(to) ? null : text(to),
});

/** The middle: an odd number of figures has one contributor's figure there. */
function medianOf(sorted: readonly Decimal[]): AggregateValue {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  const lower = sorted[sorted.length % 2 === 1 ? half : half - 1];
  invariant(upper && lower, 'a median is of figures');
  return told(spanAround(upper.plus(lower).dividedBy(2)));
}

function bandOf(sorted: readonly Decimal[]): AggregateValue {
  const [least, most] = [sorted[0], sorted.at(-1)];
  invariant(least && most, 'a band is of figures');
  return told({ from: spanAround(least).from, to: spanAround(most).to });
}

/**
 * What a statistic is of some figures, not all of them zero. Sums, counts and means are exact; a median, and the ends of a
 * band, would be somebody's own figure and are told as the marks around it; a share is the part's percentage of the whole, to one
 * place.
 * @example aggregateOf('mean', ['1', '2', '4'].map((value) => ({ record: value, contributor: value, value, isPart: false }))) // => { value: '2.33', valueTo: null }
 */
export function aggregateOf(statistic: Statistic, contributions: readonly Contribution[]): AggregateValue {
  const values = contributions.map(({ value }) => new Exact(value));
  const sorted = [...values].sort((one, other) => one.comparedTo(other));
  if (statistic === 'count') return only(new Exact(values.length));
  if (statistic === 'sum') return only(sumOf(values));
  if (statistic === 'mean') return only(meanOf(values));
  if (statistic === 'median') return medianOf(sorted);
  if (statistic === 'band') return bandOf(sorted);
  const part = contributions.filter(({ isPart }) => isPart).map(({ value }) => new Exact(value));
  return only(sumOf(part).times(100).dividedBy(sumOf(values)).toDecimalPlaces(1));
}
