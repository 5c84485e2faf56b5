import { describe, expect, it } from 'vitest';
import type { PathEntry } from '@entente/core/portfolio';
import { lensDepartures } from './lens-departures.ts';

const entries = (...places: readonly (readonly [number, number])[]): PathEntry[] =>
  places.map(([scope, shaping], index) => ({
    year: 2000 + index,
    scope,
    shaping,
    label: 'optimization',
    agreement: 1,
    contested: false,
  }));
const path = entries([1, 0], [2, 1], [3, 1], [3, 2], [3, 2], [3, 2]);
const years = (other: PathEntry[]): number[][] =>
  lensDepartures(path, other).map((stretch) => stretch.map(({ year }) => year));

describe('where a second lens leaves the path', () => {
  it('is nowhere while both stand at the same places', () => expect(years(path)).toEqual([]));

  it('begins at the last common year and ends at the first', () => {
    expect(years(entries([1, 0], [2, 1], [2, 1], [3, 2], [3, 2], [3, 2]))).toEqual([[2001, 2002, 2003]]);
  });

  it('runs to the end when the lens does not return', () => {
    expect(years(entries([1, 0], [2, 1], [3, 1], [3, 2], [3, 1], [3, 1]))).toEqual([[2003, 2004, 2005]]);
  });

  it('keeps two stretches apart', () => {
    expect(years(entries([0, 0], [2, 1], [3, 1], [3, 2], [3, 2], [2, 2]))).toEqual([
      [2000, 2001],
      [2004, 2005],
    ]);
  });
});
