import type { PathEntry } from '@entente/core/portfolio';

/** Neighbouring years in which the portfolio stands still. */
export type YearRun = { readonly from: number; readonly to: number };

/** A place in the plane with the years spent there. */
export type PathPoint = {
  readonly scope: number;
  readonly shaping: number;
  readonly runs: readonly YearRun[];
  readonly entries: readonly PathEntry[];
};

/** A step from one point to another (indexes into the points), taken in a year. */
export type PathStep = { readonly from: number; readonly to: number; readonly year: number };

export type PathPoints = { readonly points: readonly PathPoint[]; readonly steps: readonly PathStep[] };

type OpenPoint = { scope: number; shaping: number; runs: { from: number; to: number }[]; entries: PathEntry[] };

/** One point for each place of a path, however often it is visited, and the steps between them in order. */
export function pathPoints(path: readonly PathEntry[]): PathPoints {
  const points: OpenPoint[] = [];
  const steps: PathStep[] = [];
  let before = -1;
  for (const entry of path) {
    let here = points.findIndex((point) => point.scope === entry.scope && point.shaping === entry.shaping);
    if (here < 0) {
      here = points.length;
      points.push({ scope: entry.scope, shaping: entry.shaping, runs: [], entries: [] });
    }
    const point = points[here] as OpenPoint;
    point.entries.push(entry);
    const run = point.runs.at(-1);
    if (here === before && run) run.to = entry.year;
    else point.runs.push({ from: entry.year, to: entry.year });
    if (before >= 0 && here !== before) steps.push({ from: before, to: here, year: entry.year });
    before = here;
  }
  return { points, steps };
}

/** @example yearsText([{ from: 1995, to: 1999 }, { from: 2003, to: 2003 }]) // => '1995–99, 2003' */
export function yearsText(runs: readonly YearRun[]): string {
  return runs
    .map(({ from, to }) => {
      if (from === to) return String(from);
      const sameCentury = Math.floor(from / 100) === Math.floor(to / 100);
      return `${from}–${sameCentury ? String(to % 100).padStart(2, '0') : to}`;
    })
    .join(', ');
}

/** How a point stands to the year that is read. */
export function phaseOf(point: PathPoint, year: number): 'past' | 'now' | 'later' {
  if (point.runs.some((run) => run.from <= year && year <= run.to)) return 'now';
  return point.runs.some((run) => run.from < year) ? 'past' : 'later';
}
