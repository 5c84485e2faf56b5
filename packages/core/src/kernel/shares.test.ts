import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Share } from './shares.ts';

describe('Share.parse', () => {
  it.each([['0'], ['100'], ['33.3333333333'], ['12.5']])('takes %s', (text) => {
    expect(Share.parse(text)).toEqual({ ok: true, value: text });
  });
  it.each([
    ['101', 'share-over-100'],
    ['100.0000000001', 'share-over-100'],
    ['-1', 'share-malformed'],
    ['1e2', 'share-malformed'],
    ['50%', 'share-malformed'],
    ['', 'share-malformed'],
    ['NaN', 'share-malformed'],
  ])('refuses %s with %s', (text, code) => {
    const outcome = Share.parse(text);
    expect(outcome.ok ? null : outcome.problems[0]?.code).toBe(code);
  });
  it('gives one text for one number', () => {
    expect(Share.parse('50.00')).toEqual({ ok: true, value: '50' });
  });
});

describe('Share.sum', () => {
  it('adds thirds of a per cent without a rounding rest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 20 }), (tenths) => {
        const shares = tenths.map((value) => (value / 10).toFixed(1) as Share);
        const sum = tenths.reduce((total, value) => total + value, 0);
        expect(Share.sum(shares)).toBe(String(sum % 10 === 0 ? sum / 10 : (sum / 10).toFixed(1)));
      }),
    );
  });
});
