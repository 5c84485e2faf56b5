import type { Day } from '../kernel/index.ts';

const MILLISECONDS_A_DAY = 86_400_000;

/** Days of the calendar from one day to another; negative where the other comes first. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS_A_DAY);

/** How many days something is late that was to be done by a day; null: it is not, or no day is known. */
export const daysLate = (due: Day | null, today: Day): number | null =>
  due === null || due >= today ? null : daysBetween(due, today);

/** The day that many days after another. */
export const dayAfter = (from: Day, days: number): Day =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);

/**
 * The day that many months after another, told from the first one each time; a day that the month has not is its last.
 * @example dayAfterMonths('2024-01-31', 1) // => '2024-02-29'
 */
export function dayAfterMonths(from: Day, months: number): Day {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate())))
    .toISOString()
    .slice(0, 10);
}
