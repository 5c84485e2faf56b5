import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invariant } from './invariant.ts';
import { Period } from './periods.ts';

const period = (from: string | null, to: string | null): Period => {
  const outcome = Period.parse(from, to);
  invariant(outcome.ok, `${from}–${to} is a period`);
  return outcome.value;
};

describe('Period.on', () => {
  it.each([
    ['2003', '2006', '2002-12-31', false, false],
    ['2003', '2006', '2003-12-31', true, false],
    ['2003', '2006', '2003-06-30', true, true],
    ['2003', '2006', '2005-12-31', true, false],
    ['2003', '2006', '2006-01-01', false, true],
    ['2003', '2006', '2006-12-31', false, false],
    ['2003', '..', '2030-12-31', true, false],
    ['2003', 'unknown', '2010-12-31', true, true],
    [null, '2006', '1990-01-01', true, true],
  ])('%s to %s on %s: active %s, uncertain %s', (from, to, day, active, uncertain) => {
    expect(Period.on(period(from, to), day)).toEqual({ active, uncertain });
  });
});

describe('Period.certainly', () => {
  it.each([
    ['2003', '2006', { from: '2003-12-31', to: '2006-01-01' }],
    ['2006', '2006', null],
    ['2003', '..', { from: '2003-12-31', to: null }],
    ['2003', 'unknown', null],
    [null, '2006', null],
  ])('%s to %s', (from, to, interval) => {
    expect(Period.certainly(period(from, to))).toEqual(interval);
  });

  it('two periods that meet in one year never hold together for certain', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), (year) => {
        const before = Period.certainly(period(String(year - 3), String(year)));
        const after = Period.certainly(period(String(year), '..'));
        expect(before?.to !== undefined && after !== null && (before.to ?? '9') <= after.from).toBe(true);
      }),
    );
  });
});

describe('Period.parse', () => {
  it('refuses an end before the beginning and points at it', () => {
    const outcome = Period.parse('2006', '2003');
    expect(outcome.ok ? null : outcome.problems.map((problem) => [problem.code, problem.pointer])).toEqual([
      ['period-reversed', '/to'],
    ]);
  });
  it('takes a missing end as open', () => {
    expect(period('2003', null).to).toBe('open');
  });
});
