import type { Day } from '../../kernel/index.ts';
import { daysBetween, daysLate } from '../days.ts';
import { type Metric, type MetricReading, nextReadingDay } from './metric.ts';

/** How many readings, the latest ones, a trend is taken over. */
export const TREND_READINGS = 5;
const FEWEST_FOR_A_TREND = 3;
const DAYS_A_YEAR = 365.25;

export type MetricTrend = {
  /** In units of the metric a year. */
  readonly slopeAYear: number;
  readonly verdict: 'better' | 'worse' | 'level';
  /** How many readings it is taken over. */
  readonly readings: number;
};

export type MetricState = {
  readonly latest: MetricReading | null;
  /** The latest reading less the one before; null: there are no two. */
  readonly change: number | null;
  /** Null: fewer than three readings. */
  readonly trend: MetricTrend | null;
  /** How far the latest reading falls short of the target, in its unit; 0 or below: it is reached. Null: no target or no reading. */
  readonly shortfall: number | null;
  /** `missed`: the day of the target is over and the latest reading up to it falls short. */
  readonly standing: 'reached' | 'short' | 'missed' | 'unknown';
  /** For how many days a reading has been due; null: none is. */
  readonly staleDays: number | null;
};

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}

function trendOf(readings: readonly MetricReading[], direction: Metric['direction']): MetricTrend | null {
  const recent = readings.slice(-TREND_READINGS);
  if (recent.length < FEWEST_FOR_A_TREND) return null;
  const slopes = recent.flatMap((one, at) =>
    recent.slice(at + 1).map((later) => (later.value - one.value) / daysBetween(one.day, later.day)),
  );
  const slopeAYear = median(slopes) * DAYS_A_YEAR;
  const rises = direction === 'higher' ? slopeAYear > 0 : slopeAYear < 0;
  return { slopeAYear, verdict: slopeAYear === 0 ? 'level' : rises ? 'better' : 'worse', readings: recent.length };
}

/**
 * How a metric stands on a day, from its readings up to that day: the latest, its change, the trend, how far it falls short of
 * the target, and for how long a reading has been due. What is not known is null, never 0. The trend is the median of the slopes
 * between all pairs of the latest five readings, of which one that is far off moves it little (Theil 1950; Sen 1968, Journal of
 * the American Statistical Association 63, p. 1379); it is not taken over fewer than three.
 * @param metric readings of different days, in any order
 * @example metricState({ direction: 'higher', target: { value: 10, by: null }, everyDays: null, isRetired: false, readings: [{ key: 'a', day: '2026-01-01', value: 7, source: null, comment: null }] }, '2026-02-01').shortfall // => 3
 */
export function metricState(
  metric: Pick<Metric, 'direction' | 'target' | 'everyDays' | 'isRetired' | 'readings'>,
  today: Day,
): MetricState {
  const readings = metric.readings
    .filter(({ day }) => day <= today)
    .sort((one, other) => (one.day < other.day ? -1 : 1));
  const { direction, target } = metric;
  const latest = readings.at(-1) ?? null;
  const before = readings.at(-2);
  const shortOf = (reading: MetricReading | null): number | null => {
    if (reading === null || target === null) return null;
    return direction === 'higher' ? target.value - reading.value : reading.value - target.value;
  };
  const shortfall = shortOf(latest);
  const by = target?.by ?? null;
  const isOver = by !== null && by < today;
  const atTheEnd = isOver ? shortOf(readings.filter(({ day }) => day <= by).at(-1) ?? null) : null;
  const isMissed = atTheEnd !== null && atTheEnd > 0;
  return {
    latest,
    change: latest === null || before === undefined ? null : latest.value - before.value,
    trend: trendOf(readings, direction),
    shortfall,
    standing: shortfall === null ? 'unknown' : isMissed ? 'missed' : shortfall <= 0 ? 'reached' : 'short',
    staleDays: daysLate(nextReadingDay({ ...metric, readings }), today),
  };
}
