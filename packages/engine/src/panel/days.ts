import type { DayNumber } from '../network/index.ts';

export const yearOf = (day: DayNumber): number => Math.floor(day / 10_000);

/**
 * Days since 1 March of year 0 in the proleptic Gregorian calendar, for differences of days.
 * @example daysSince(20000301) - daysSince(20000228) // => 2
 */
export function daysSince(day: DayNumber): number {
  const date = day % 100;
  const month = Math.floor(day / 100) % 100;
  const shifted = (month + 9) % 12;
  const year = yearOf(day) - (month < 3 ? 1 : 0);
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leaps + Math.floor((153 * shifted + 2) / 5) + date - 1;
}
