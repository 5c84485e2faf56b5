import { describe, expect, it } from 'vitest';
import { type Anchor, labelPlaces, overlap, type Segment, shareWithin } from './label-places.ts';
import { planeScale } from './plane-scale.ts';

/** Lioho's places from 1992 to 2020 by source 000, joint ventures, defaults. */
const LIOHO = [
  [1, 0],
  [1, 1],
  [2, 2],
  [3, 3],
  [3, 4],
  [4, 4],
  [6, 5],
  [8, 6],
] as const;

describe('places of labels', () => {
  it.each([
    [640, 420],
    [330, 320],
  ])('on Lioho’s path at %i x %i cover no other label, no point, and stay inside', (width, height) => {
    const scale = planeScale(width, height, {
      scopes: LIOHO.map(([scope]) => scope),
      shapings: LIOHO.map(([, shaping]) => shaping),
      scopeAt: 3,
      shapingAt: 3,
    });
    const anchors = LIOHO.map(
      ([scope, shaping]): Anchor => ({ x: scale.x(scope), y: scale.y(shaping), radius: 6, width: 52, height: 14 }),
    );
    const segments = anchors.slice(1).map((to, index): Segment => {
      const from = anchors[index] as Anchor;
      return { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
    });
    const bounds = { x: scale.left, y: scale.top, width: scale.right - scale.left, height: scale.bottom - scale.top };
    const places = labelPlaces(anchors, { bounds, segments, taken: [] });
    expect(places).toHaveLength(anchors.length);
    places.forEach((place, index) => {
      for (const other of places.slice(index + 1)) expect(overlap(place, other)).toBe(0);
      for (const { x, y } of anchors) expect(overlap(place, { x: x - 6, y: y - 6, width: 12, height: 12 })).toBe(0);
      expect(overlap(place, bounds)).toBeCloseTo(place.width * place.height);
    });
  });

  it('goes to the free side of what is taken', () => {
    const anchor = { x: 50, y: 50, radius: 5, width: 30, height: 12 };
    const bounds = { x: 0, y: 0, width: 100, height: 100 };
    const [place] = labelPlaces([anchor], { bounds, segments: [], taken: [{ x: 50, y: 0, width: 50, height: 100 }] });
    expect(place?.x).toBeLessThan(50 - 30);
  });
});

describe('a segment and a box', () => {
  const box = { x: 0, y: 0, width: 10, height: 10 };
  it.each([
    [{ x1: -10, y1: 5, x2: 20, y2: 5 }, 1 / 3],
    [{ x1: 2, y1: 2, x2: 8, y2: 8 }, 1],
    [{ x1: -5, y1: 20, x2: 15, y2: 20 }, 0],
    [{ x1: 12, y1: 0, x2: 12, y2: 10 }, 0],
  ])('%o shares %d of its length', (segment, share) => expect(shareWithin(segment, box)).toBeCloseTo(share));
});
