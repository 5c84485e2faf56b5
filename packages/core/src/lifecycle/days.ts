import type { Day } from '../kernel/index.ts';

const MILLISECONDS_A_DAY = 86_400_000;

/** Days of the calendar from one day to another; negative where the other comes first. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS_A_DAY);

/** How many days something is late that was to be done by a day; null: it is not, or no day is known. */
export const daysLate = (due: Day | null, today: Day): number | null =>
  due === null || due >= today ? null : daysBetween(due, today);
