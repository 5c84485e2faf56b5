import { describe, expect, it } from 'vitest';
import { edtfParts } from './edtf-parts.ts';
import { firstDay, hasCome, standingOn } from './reading.ts';

describe('the parts of a date', () => {
  it.each([
    ['1995', { kind: 'year', text: '1995', doubt: null }],
    ['1995~', { kind: 'year', text: '1995', doubt: 'about' }],
    ['2003-04?', { kind: 'month', text: '2003-04', doubt: 'uncertain' }],
    ['2003-04-22', { kind: 'day', text: '2003-04-22', doubt: null }],
    ['197X', { kind: 'decade', text: '197X', doubt: null }],
    ['19XX%', { kind: 'century', text: '19XX', doubt: 'uncertain' }],
    ['2010/2015', { kind: 'between', from: '2010', to: '2015' }],
    ['../2001', { kind: 'until', date: '2001' }],
    ['2001/..', { kind: 'since', date: '2001' }],
    ['2003-XX', { kind: 'other', text: '2003-XX' }],
  ])('%s', (text, parts) => {
    expect(edtfParts(text)).toEqual(parts);
  });
});

describe('a period on a day', () => {
  it.each([
    ['2003', '2006', '2005-12-31', 'active', false],
    ['2003', '2006', '2006-06-30', 'after', true],
    ['2003', '2006', '2002-12-31', 'before', false],
    ['2003', '2006', '2003-06-30', 'active', true],
    ['2003', '..', '2026-01-01', 'active', false],
    [null, '2006', '1990-01-01', 'active', true],
    ['2003', 'unknown', '2026-01-01', 'active', true],
  ] as const)('from %s to %s on %s: %s', (from, to, day, when, uncertain) => {
    expect(standingOn(from, to, day)).toEqual({ when, uncertain });
  });

  it('counts what has no date as come, and a vague date from its first day', () => {
    expect([hasCome(null, '2005-12-31'), hasCome('2005', '2005-01-01'), hasCome('2006', '2005-12-31')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([firstDay('2010/2015'), firstDay('../2001'), firstDay('2001/..'), firstDay(null)]).toEqual([
      '2010-01-01',
      '2001-12-31',
      '2001-01-01',
      null,
    ]);
  });
});
