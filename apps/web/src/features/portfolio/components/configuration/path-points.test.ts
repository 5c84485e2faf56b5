import { describe, expect, it } from 'vitest';
import type { PathEntry } from '@entente/core/portfolio';
import { pathPoints, phaseOf, yearsText } from './path-points.ts';

const entry = (year: number, scope: number, shaping: number): PathEntry => ({
  year,
  scope,
  shaping,
  label: 'optimization',
  agreement: 1,
  contested: false,
});

describe('points of a path', () => {
  const { points, steps } = pathPoints([
    entry(1992, 1, 0),
    entry(1993, 1, 0),
    entry(1994, 1, 1),
    entry(1995, 1, 0),
    entry(1996, 2, 1),
  ]);

  it('joins years that stand still and returns to a place seen before', () => {
    expect(points.map(({ scope, shaping, runs }) => [scope, shaping, yearsText(runs)])).toEqual([
      [1, 0, '1992–93, 1995'],
      [1, 1, '1994'],
      [2, 1, '1996'],
    ]);
  });

  it('keeps every step with its year and direction', () => {
    expect(steps).toEqual([
      { from: 0, to: 1, year: 1994 },
      { from: 1, to: 0, year: 1995 },
      { from: 0, to: 2, year: 1996 },
    ]);
  });

  it.each([
    [1993, ['now', 'later', 'later']],
    [1994, ['past', 'now', 'later']],
    [1995, ['now', 'past', 'later']],
    [1999, ['past', 'past', 'past']],
  ] as const)('in %i tells past, now and later', (year, phases) => {
    expect(points.map((point) => phaseOf(point, year))).toEqual(phases);
  });

  it('has neither points nor steps without years', () => {
    expect(pathPoints([])).toEqual({ points: [], steps: [] });
  });
});

it.each([
  [[{ from: 1995, to: 1995 }], '1995'],
  [[{ from: 1998, to: 2003 }], '1998–2003'],
  [[{ from: 2001, to: 2009 }], '2001–09'],
])('writes %o as %s', (runs, text) => expect(yearsText(runs)).toBe(text));
