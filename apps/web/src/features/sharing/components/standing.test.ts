import { expect, test } from 'vitest';
import { lastDayOf, lastDays, openUntil, standingOf } from './standing.ts';

test('a publication is open while one of its grants is', () => {
  expect(standingOf([{ state: 'withdrawn' }, { state: 'open' }, { state: 'suspended' }])).toBe('open');
  expect(standingOf([{ state: 'withdrawn' }, { state: 'expired' }, { state: 'suspended' }])).toBe('suspended');
  expect(standingOf([{ state: 'withdrawn' }, { state: 'expired' }])).toBe('expired');
});

test('the last day is the one before the midnight with which a grant ends', () => {
  expect(lastDayOf('2027-03-01T00:00:00.000Z')).toBe('2027-02-28');
});

test('a publication is open until the last day of its open grants', () => {
  const grants = [
    { state: 'open', expiresAt: '2027-01-01T00:00:00Z' },
    { state: 'open', expiresAt: '2027-03-01T00:00:00Z' },
    { state: 'withdrawn', expiresAt: '2028-01-01T00:00:00Z' },
  ] as const;
  expect(openUntil(grants)).toBe('2027-02-28');
  expect(openUntil(grants.slice(2))).toBeNull();
});

test('a day is given from today to two years ahead, in UTC', () => {
  expect(lastDays(new Date('2026-11-22T23:30:00-05:00'))).toEqual({
    first: '2026-11-23',
    usual: '2027-02-21',
    last: '2028-11-23',
  });
});
