import type { SegmentationReport } from '@entente/core/portfolio';
import { describe, expect, it } from 'vitest';
import { pairsAmong, placesByHouse } from './pair-verdicts.ts';

const alliance = (slug: string, ...houses: string[]): SegmentationReport['alliances'][number] => ({
  slug,
  name: slug,
  form: null,
  start: null,
  uncertain: false,
  disputed: 0,
  parties: houses.map((name) => ({ kind: 'house', slug: name, name, organisations: [] })),
  areas: [],
  evidence: [],
});
const READ: Pick<SegmentationReport, 'alliances' | 'collisions'> = {
  alliances: [alliance('a', 'z'), alliance('b', 'y'), alliance('c', 'z', 'x')],
  collisions: [{ one: 0, other: 1, overlap: 'possible', meetings: [], carveOuts: [] }],
};

describe('pairs of alliances', () => {
  it('have a verdict in whatever order they stand, and none when they share a house', () => {
    const told = pairsAmong(READ, [2, 1, 0]).map(({ one, other, verdict, collision }) => [
      one,
      other,
      verdict,
      collision,
    ]);
    expect(told).toEqual([
      [2, 1, 'none', null],
      [2, 0, 'same', null],
      [1, 0, 'possible', 0],
    ]);
  });
  it('stand by house', () => {
    expect(placesByHouse(READ)).toEqual([1, 0, 2]);
  });
});
