import { describe, expect, it } from 'vitest';
import { stepPath, topOf } from './step-path.ts';

const years = (...values: (number | null)[]) => values.map((value, nth) => ({ year: 2000 + nth, value }));

describe('a drawing of years', () => {
  it('steps from value to value', () => {
    expect(stepPath(years(1, 2), 2)).toBe('M0 50H50V0H100');
  });
  it('breaks where nothing is defined, and never falls to zero there', () => {
    expect(stepPath(years(1, null, 1), 1)).toBe('M0 0H33.33M66.67 0H100');
    expect(stepPath(years(null, null), 1)).toBe('');
  });
  it('ends at the greatest value, and for shares not below 1', () => {
    expect(topOf(years(3, 12, null), false)).toBe(12);
    expect([topOf(years(0.2), true), topOf(years(1.125), true)]).toEqual([1, 1.125]);
    expect(topOf(years(0, null), false)).toBe(1);
  });
});
