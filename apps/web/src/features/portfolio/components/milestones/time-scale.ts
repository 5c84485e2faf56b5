import type { Day } from '@entente/core/kernel';

/** Maps days to places along a drawing. */
export type TimeScale = {
  readonly fromYear: number;
  /** The last year shown whole. */
  readonly toYear: number;
  readonly left: number;
  readonly right: number;
  readonly x: (day: Day) => number;
  readonly years: readonly number[];
};

const MILLISECONDS = 86_400_000;
const LABEL_ROOM = 38;
const dayNumber = (day: Day): number => Date.parse(day) / MILLISECONDS;
const firstOf = (year: number): Day => `${String(year).padStart(4, '0')}-01-01`;

/** A scale over whole years; days outside are held at its ends. Years to write are spaced so that they stay apart. */
export function timeScale(fromYear: number, toYear: number, left: number, right: number): TimeScale {
  const start = dayNumber(firstOf(fromYear));
  const length = dayNumber(firstOf(toYear + 1)) - start;
  const perYear = (right - left) / (toYear + 1 - fromYear);
  const step = [1, 2, 5, 10, 20, 50].find((each) => each * perYear >= LABEL_ROOM) ?? 100;
  const years: number[] = [];
  for (let year = Math.ceil(fromYear / step) * step; year <= toYear; year += step) years.push(year);
  return {
    fromYear,
    toYear,
    left,
    right,
    years,
    x: (day) => Math.min(right, Math.max(left, left + ((dayNumber(day) - start) / length) * (right - left))),
  };
}

/** The day after: a period that ends on a day is drawn to the end of it. */
export const dayAfter = (day: Day): Day => new Date((dayNumber(day) + 1) * MILLISECONDS).toISOString().slice(0, 10);
