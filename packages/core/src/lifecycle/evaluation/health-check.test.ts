import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEALTH_DIMENSIONS, healthGaps, type HealthRating } from './health-check.ts';

const rated = (score: number | null): readonly HealthRating[] => [{ dimension: 'fairness', score, comment: null }];
const fairness = (ours: readonly (number | null)[], theirs: readonly (number | null)[]) =>
  healthGaps({ ours: ours.map(rated), theirs: theirs.map(rated) }).find(({ dimension }) => dimension === 'fairness');

describe('the gap between the sides', () => {
  it('is unknown, never 0, where nobody of a side said anything', () => {
    for (const theirs of [[], [null, null]])
      expect(fairness([4], theirs)).toMatchObject({ theirs: null, gapOfMeans: null, gapOfMedians: null });
    expect(healthGaps({ ours: [], theirs: [] })).toHaveLength(HEALTH_DIMENSIONS.length);
  });

  it('is ours less theirs, of means and of medians, with the spread of each side, as worked by hand', () => {
    // Ours 2, 4, 5, 5: mean 4, median 4.5, squares 4 + 0 + 1 + 1 = 6 over 3. Theirs 1, 3 and one who cannot say: 2, 2.
    expect(fairness([5, 2, 4, 5], [3, null, 1])).toEqual({
      dimension: 'fairness',
      ours: { count: 4, least: 2, most: 5, mean: 4, median: 4.5, deviation: Math.sqrt(2) },
      theirs: { count: 2, least: 1, most: 3, mean: 2, median: 2, deviation: Math.sqrt(2) },
      gapOfMeans: 2,
      gapOfMedians: 2.5,
    });
  });

  it('does not depend on who answered first, and turns its sign when the sides change places', () => {
    const scores = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { maxLength: 7 });
    fc.assert(
      fc.property(scores, scores, (ours, theirs) => {
        const gap = fairness(ours, theirs);
        const turned = fairness([...ours].reverse(), [...theirs].reverse());
        expect(turned?.gapOfMedians).toBe(gap?.gapOfMedians);
        expect(turned?.ours?.mean ?? null).toBe(gap?.ours?.mean ?? null);
        const swapped = fairness(theirs, ours);
        if (gap?.gapOfMeans === null) expect(swapped?.gapOfMeans).toBeNull();
        else expect(swapped?.gapOfMeans).toBeCloseTo(-(gap?.gapOfMeans ?? 0), 12);
      }),
    );
  });
});
