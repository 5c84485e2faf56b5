import { describe, expect, it } from 'vitest';
import type { PathEntry } from '@entente/core/portfolio';
import { estimatedMeasure } from '../text-width.ts';
import { overlap } from './label-places.ts';
import { PLANE_FONT, planeDrawing } from './plane-drawing.ts';
import type { Reading } from './reading.ts';

/** Lioho from 1992 to 2020 by source 000: year from which it stands at scope, shaping, and at those of the last ten years. */
const STEPS = [
  [1992, 1, 0, 1, 0],
  [1994, 1, 1, 1, 1],
  [1995, 2, 2, 2, 2],
  [2000, 3, 3, 3, 3],
  [2003, 3, 4, 3, 4],
  [2004, 4, 4, 4, 4],
  [2005, 6, 5, 5, 4],
  [2006, 6, 5, 5, 3],
  [2011, 6, 5, 5, 2],
  [2014, 8, 6, 7, 2],
  [2016, 8, 6, 7, 1],
] as const;

function path(scopeAt: 1 | 3, shapingAt: 2 | 4): PathEntry[] {
  return Array.from({ length: 29 }, (_, index) => {
    const year = 1992 + index;
    const step = STEPS.findLast(([from]) => from <= year) ?? STEPS[0];
    const [scope, shaping] = [step[scopeAt], step[shapingAt]];
    const label = scope >= 3 ? (shaping >= 3 ? 'diversification' : 'alliance-portfolio-development') : 'optimization';
    return { year, scope, shaping, label, agreement: 1, contested: false };
  });
}

function readingIn(year: number): Reading {
  const chosen = path(1, 2);
  const at = year - 1992;
  const entry = chosen[at] as PathEntry;
  const explanation = {
    year,
    day: `${year}-12-31`,
    partners: [],
    explorativeMoves: [],
    parameterSets: 32,
    reasons: [],
    uncertain: false,
  };
  return {
    path: chosen,
    recent: path(3, 4),
    at,
    entry,
    explanation,
    partners: [],
    since: year,
    comparison: { code: 'agrees' },
  };
}

const drawn = (year: number, width: number, height: number, withRecent: boolean) =>
  planeDrawing(
    readingIn(year),
    { scopeAt: 3, shapingAt: 3 },
    { width, height },
    withRecent,
    (type) => type,
    estimatedMeasure(PLANE_FONT),
  );

describe('the plane with Lioho’s path', () => {
  it.each([
    [540, 420, true],
    [540, 420, false],
    [358, 360, true],
    [358, 360, false],
  ])(
    'at %i x %i (ten-year lens: %s) writes no label over another, over a point or over a quadrant’s name',
    (width, height, withRecent) => {
      const { points, quadrants } = drawn(2005, width, height, withRecent);
      const titles = quadrants.map(({ title }) => title);
      points.forEach(({ labelBox }, index) => {
        for (const { labelBox: other } of points.slice(index + 1)) expect(overlap(labelBox, other)).toBe(0);
        for (const { x, y } of points) expect(overlap(labelBox, { x: x - 4, y: y - 4, width: 8, height: 8 })).toBe(0);
        for (const title of titles) expect(overlap(labelBox, title)).toBe(0);
      });
    },
  );

  it('tells the year read from the years before and after', () => {
    const { points } = drawn(2007, 540, 420, false);
    expect(points.map(({ label, phase }) => [label, phase])).toEqual([
      ['1992–93', 'past'],
      ['1994', 'past'],
      ['1995–99', 'past'],
      ['2000–02', 'past'],
      ['2003', 'past'],
      ['2004', 'past'],
      ['2007 (2005–13)', 'now'],
      ['2014–20', 'later'],
    ]);
  });

  it('draws the ten-year lens only where it leaves the path', () => {
    const recent = drawn(2020, 540, 420, true).points.filter(({ lens }) => lens === 'recent');
    expect(recent.map(({ label }) => label)).toEqual(['2005', '2006–10', '2011–13', '2014–15', '2016–20']);
  });
});
