import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter } from '../days.ts';
import {
  dueDays,
  type Obligation,
  OBLIGATION,
  obligationReading,
  obligationTotals,
  RECURRENCES,
} from './obligation.ts';

const ROYALTY: Obligation = {
  title: 'Royalty',
  category: 'royalty',
  ownCategory: null,
  financial: null,
  side: 'ours',
  organisations: [],
  due: '2024-01-31',
  recurs: 'monthly',
  until: null,
  reminderDays: 7,
  holder: null,
  clause: null,
  reference: null,
  met: [],
  standing: null,
};
const met = (due: string | null, on = '2024-02-01') => ({ key: `k${due ?? ''}`, due, on, words: null });
const ONCE: Obligation = { ...ROYALTY, recurs: null };
const codes = (more: Partial<Obligation>): readonly string[] =>
  OBLIGATION.problems({ ...ROYALTY, ...more }, null).map(({ code }) => code);

describe('an obligation is refused', () => {
  it.each<readonly [string, Partial<Obligation>, string]>([
    ['that recurs from no day on', { due: null }, 'obligation-occurrence'],
    ['that ends and does not recur', { recurs: null, until: '2025-01-31' }, 'obligation-occurrence'],
    ['that was met on a day on which it was not due', { met: [met('2024-02-28')] }, 'obligation-occurrence'],
    ['that was met after its end', { until: '2024-02-29', met: [met('2024-03-31')] }, 'obligation-occurrence'],
    [
      'that was met twice for one day',
      { met: [met('2024-01-31'), { ...met('2024-01-31'), key: 'b' }] },
      'obligation-occurrence',
    ],
    ['that ends before it begins', { until: '2023-12-31' }, 'days-reversed'],
    ['with an amount of no currency', { financial: { amount: '5', currency: null } }, 'amount-without-currency'],
  ])('%s', (_case, more, code) => {
    expect(codes(more)).toContain(code);
  });

  it('not where it is financial and the amount is not known', () => {
    expect(codes({ financial: { amount: null, currency: null } })).toEqual([]);
  });
});

describe('the days on which it is due', () => {
  it.each<readonly [string, Partial<Obligation>, readonly string[]]>([
    [
      'the 31st: the last of shorter months, and the 31st again',
      {},
      ['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30'],
    ],
    [
      '29 February: the 28th in other years',
      { due: '2024-02-29', recurs: 'yearly' },
      ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'],
    ],
    ['quarterly over the year', { due: '2023-11-30', recurs: 'quarterly' }, ['2023-11-30', '2024-02-29', '2024-05-30']],
    ['until a day, which counts', { until: '2024-02-29' }, ['2024-01-31', '2024-02-29']],
    ['once', { recurs: null }, ['2024-01-31']],
    ['never, without a date', { due: null, recurs: null }, []],
  ])('%s', (_case, more, days) => {
    const found = dueDays({ ...ROYALTY, ...more }, more.until !== undefined || more.recurs === null ? 99 : days.length);
    expect(found).toEqual(days);
  });

  it('rise, fall on the first one’s day of the month or the last of a shorter one, and are as many months apart', () => {
    const day = fc.integer({ min: 0, max: 60_000 }).map((days) => dayAfter('1950-01-01', days));
    fc.assert(
      fc.property(day, fc.constantFrom(...RECURRENCES), (due, recurs) => {
        const days = dueDays({ due, recurs, until: null }, 30);
        const step = { monthly: 1, quarterly: 3, yearly: 12 }[recurs];
        const months = (text: string): number => 12 * Number(text.slice(0, 4)) + Number(text.slice(5, 7));
        days.forEach((each, n) => {
          expect(months(each) - months(due)).toBe(n * step);
          const isSame = each.slice(8) === due.slice(8);
          const isLast = dayAfter(each, 1).slice(8) === '01';
          expect(isSame || (isLast && each.slice(8) < due.slice(8))).toBe(true);
        });
      }),
    );
  });
});

describe('an obligation', () => {
  it.each<readonly [string, Obligation, string, string, number | null]>([
    [
      'overdue on a day before it was met',
      { ...ONCE, met: [met('2024-01-31', '2024-02-09')] },
      '2024-02-03',
      'overdue',
      3,
    ],
    ['pending until it is to be recalled', ONCE, '2024-01-23', 'pending', null],
    ['upcoming from then on', ONCE, '2024-01-24', 'upcoming', null],
    ['upcoming on the day itself', ONCE, '2024-01-31', 'upcoming', null],
    ['overdue from the day after', ONCE, '2024-02-01', 'overdue', 1],
    ['completed once it was met', { ...ONCE, met: [met('2024-01-31')] }, '2024-03-01', 'completed', null],
    ['due again where it recurs', { ...ROYALTY, met: [met('2024-01-31')] }, '2024-03-05', 'overdue', 5],
    [
      'completed when met each time',
      { ...ROYALTY, until: '2024-02-29', met: [met('2024-02-29'), met('2024-01-31')] },
      '2030-01-01',
      'completed',
      null,
    ],
    ['pending without a date, never late', { ...ONCE, due: null }, '2099-01-01', 'pending', null],
    ['completed without a date, once met', { ...ONCE, due: null, met: [met(null)] }, '2024-03-01', 'completed', null],
    [
      'in dispute, not overdue',
      { ...ONCE, standing: { state: 'in-dispute', on: '2024-02-01', words: 'Sum' } },
      '2024-03-01',
      'in-dispute',
      null,
    ],
    [
      'terminated',
      { ...ONCE, standing: { state: 'terminated', on: '2024-02-01', words: 'Waived' } },
      '2024-03-01',
      'terminated',
      null,
    ],
  ])('is %s', (_case, obligation, today, state, late) => {
    const reading = obligationReading(obligation, today);
    expect([reading.state, reading.daysLate, reading.isUndated]).toEqual([state, late, obligation.due === null]);
  });

  it('is open until it is completed or terminated; a dispute keeps it open', () => {
    const isOpen = (more: Partial<Obligation>): boolean => OBLIGATION.facts({ ...ONCE, ...more }).isOpen;
    const standing = (state: 'terminated' | 'in-dispute') => ({ standing: { state, on: '2024-02-01', words: 'x' } });
    expect([
      isOpen({}),
      isOpen({ due: null }),
      isOpen(standing('in-dispute')),
      isOpen(standing('terminated')),
      isOpen({ met: [met('2024-01-31')] }),
    ]).toEqual([true, true, true, false, false]);
  });
});

describe('totals', () => {
  it('are exact, by currency, never over currencies; what is not known is counted apart', () => {
    const financial = (amount: string | null, currency: string | null) => ({ financial: { amount, currency } });
    expect(
      obligationTotals([
        financial('0.1', 'USD'),
        financial('0.2', 'USD'),
        financial('999999999999999999.999999', 'TWD'),
        financial('0.000001', 'TWD'),
        financial(null, 'USD'),
        { financial: null },
      ]),
    ).toEqual({
      totals: [
        { currency: 'TWD', amount: '1000000000000000000', count: 2 },
        { currency: 'USD', amount: '0.3', count: 2 },
      ],
      unknown: 1,
    });
  });
});
