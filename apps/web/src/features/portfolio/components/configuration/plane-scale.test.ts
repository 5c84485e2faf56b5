import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planeScale } from './plane-scale.ts';

const extent = { scopes: [1, 8], shapings: [0, 6], scopeAt: 3, shapingAt: 3 };

describe('the plane', () => {
  it('starts both axes at 0 and ends past the last point', () => {
    const scale = planeScale(600, 400, extent);
    expect([scale.x(0), scale.y(0)]).toEqual([scale.left, scale.bottom]);
    expect([scale.maxScope, scale.maxShaping]).toEqual([9, 7]);
    expect(scale.xTicks).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('keeps every point inside and on the side of each border that its label says', () => {
    const value = fc.integer({ min: 0, max: 400 }).map((halves) => halves / 2);
    const moves = fc.integer({ min: 0, max: 200 });
    const threshold = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1 }),
        fc.array(moves, { minLength: 1 }),
        threshold,
        threshold,
        (scopes, shapings, scopeAt, shapingAt) => {
          const scale = planeScale(330, 300, { scopes, shapings, scopeAt, shapingAt });
          for (const scope of scopes) {
            expect(scale.x(scope)).toBeLessThanOrEqual(scale.right);
            expect(scale.x(scope) > scale.xBorder).toBe(scope >= scopeAt);
          }
          for (const shaping of shapings) {
            expect(scale.y(shaping)).toBeGreaterThanOrEqual(scale.top);
            expect(scale.y(shaping) < scale.yBorder).toBe(shaping >= shapingAt);
          }
        },
      ),
    );
  });

  it('thins the ticks of a large portfolio', () => {
    expect(planeScale(330, 300, { ...extent, scopes: [120] }).xTicks).toEqual([0, 20, 40, 60, 80, 100, 120]);
  });
});
