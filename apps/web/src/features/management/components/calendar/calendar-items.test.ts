import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOfMonth, monthAfter } from './calendar-items.ts';

describe('a month', () => {
  it('has every day of its own once, in whole weeks that begin on a Monday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, nth) => {
        const month = `${year}-${String(nth).padStart(2, '0')}`;
        const days = daysOfMonth(month);
        const own = days.filter((day) => day.startsWith(month));
        expect(own).toHaveLength(new Date(Date.UTC(year, nth, 0)).getUTCDate());
        expect(new Set(days).size).toBe(days.length);
        expect([days.length % 7, new Date(`${days[0] ?? ''}T00:00:00Z`).getUTCDay()]).toEqual([0, 1]);
      }),
    );
  });

  it.each([
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-03', -15, '2024-12'],
  ])('%s and %i on is %s', (month, months, expected) => expect(monthAfter(month, months)).toBe(expected));
});
