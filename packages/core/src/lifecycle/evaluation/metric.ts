import type { Day, Problem } from '../../kernel/index.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';
import { keyTwice, type PartKey } from '../dossier/part-keys.ts';

/** What a figure says something about. */
export const QUADRANTS = ['strategic', 'financial', 'operational', 'relationship'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** Leading: it moves before the result does. Lagging: it is the result. */
export const METRIC_TIMINGS = ['leading', 'lagging'] as const;
/** Which way is better. */
export const METRIC_DIRECTIONS = ['higher', 'lower'] as const;

/** What a figure was on a day. */
export type MetricReading = {
  readonly key: PartKey;
  readonly day: Day;
  readonly value: number;
  /** Where the figure comes from; null: nobody said. */
  readonly source: string | null;
  readonly comment: string | null;
};

/** A figure by which an alliance is judged again and again. */
export type Metric = {
  readonly name: string;
  readonly quadrant: Quadrant;
  readonly timing: (typeof METRIC_TIMINGS)[number];
  /** As it is written behind the value; null: a bare number. */
  readonly unit: string | null;
  readonly direction: (typeof METRIC_DIRECTIONS)[number];
  /** What is to be reached, and by which day; null: nothing was set. */
  readonly target: { readonly value: number; readonly by: Day | null } | null;
  /** After how many days another reading is due; null: whenever there is one. */
  readonly everyDays: number | null;
  /** A member who sees that it is read. */
  readonly owner: string | null;
  /** Whether it is read no longer. */
  readonly isRetired: boolean;
  readonly readings: readonly MetricReading[];
};

const MILLISECONDS_A_DAY = 86_400_000;
const ISO_DAY_LENGTH = 10;

const inOrder = (readings: readonly MetricReading[]): readonly MetricReading[] =>
  [...readings].sort((one, other) => (one.day < other.day ? -1 : 1));

/**
 * The day on which the next reading of a metric is due: so many days after the latest one. Null where none was ever taken, no
 * interval is set, or it is read no longer.
 * @example nextReadingDay({ everyDays: 30, isRetired: false, readings: [{ key: 'a', day: '2026-01-31', value: 1, source: null, comment: null }] }) // => '2026-03-02'
 */
export function nextReadingDay({
  everyDays,
  isRetired,
  readings,
}: Pick<Metric, 'everyDays' | 'isRetired' | 'readings'>): Day | null {
  const latest = inOrder(readings).at(-1);
  if (everyDays === null || isRetired || latest === undefined) return null;
  const next = new Date(Date.parse(`${latest.day}T00:00:00Z`) + everyDays * MILLISECONDS_A_DAY);
  return next.toISOString().slice(0, ISO_DAY_LENGTH);
}

const dayTwice = (readings: readonly MetricReading[]): readonly Problem[] =>
  readings.flatMap(({ day }, at) =>
    readings.findIndex((other) => other.day === day) === at
      ? []
      : [
          {
            code: 'value-refused',
            message: `Two readings are of ${day}`,
            fix: 'Keep one reading a day: correct the one that is there.',
            pointer: `/readings/${at}/day`,
          },
        ],
  );

/** A metric is open until it is retired; its next reading is due. */
export const METRIC: PaperRule<Metric> = {
  stage: 'evaluation',
  class: 'INTERNAL',
  isSingle: false,
  facts: (metric) => ({
    ...NO_FACTS,
    due: nextReadingDay(metric),
    isOpen: !metric.isRetired,
    holder: metric.owner,
    people: metric.owner === null ? [] : [metric.owner],
  }),
  problems: ({ readings }) => [...keyTwice(readings, '/readings'), ...dayTwice(readings)],
};
