import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Share } from '../../kernel/index.ts';
import { Fraction } from './fractions.ts';
import { misalignmentOf } from './misalignment.ts';
import {
  contributionsOf,
  criterionSums,
  DEFAULT_CRITERIA,
  type ReviewContent,
  reviewProblems,
  weightsOf,
} from './review.ts';

const KEYS = DEFAULT_CRITERIA.map(({ key }) => key);

/** A review of members with their equity (`?`: unknown) and their parts by each criterion. */
function review(rows: Readonly<Record<string, readonly string[]>>, weights = ['1/3', '1/3', '1/3']): ReviewContent {
  const members = Object.entries(rows).map(([key, [equity]]) => ({
    key,
    name: key,
    isUnnamed: false,
    equity: equity === '?' ? null : (equity as Share),
  }));
  const contributions = Object.entries(rows).flatMap(([member, [, ...values]]) =>
    values.map((value, at) => ({
      criterion: KEYS[at] ?? '',
      member,
      value: value === '?' ? null : (value as Share),
    })),
  );
  const criteria = DEFAULT_CRITERIA.map((criterion, at) => ({ ...criterion, weight: weights[at] ?? '0' }));
  return { criteria, members, contributions };
}

const contributed = (content: ReviewContent): Record<string, string> => {
  const outcome = contributionsOf(content);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  return Object.fromEntries([...outcome.value].map(([key, part]) => [key, Fraction.text(part)]));
};

const misaligned = (content: ReviewContent): string => {
  const outcome = contributionsOf(content);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  const told = misalignmentOf(content.members, outcome.value);
  if (told.known) return Fraction.text(told.points);
  return told.atLeast === null ? 'unknown' : `${Fraction.text(told.atLeast)} to ${Fraction.text(told.atMost)}`;
};

describe('contributions', () => {
  it('weigh the parts exactly, thirds too', () => {
    expect(contributed(review({ a: ['54', '40', '30', '20'], b: ['46', '60', '70', '80'] }))).toEqual({
      a: '30',
      b: '70',
    });
    expect(contributed(review({ a: ['50', '10', '0', '0'], b: ['50', '90', '100', '100'] }))).toEqual({
      a: '10/3',
      b: '290/3',
    });
    expect(
      contributed(review({ a: ['50', '10', '0', '100'], b: ['50', '90', '100', '0'] }, ['0.5', '0.3', '0.2'])),
    ).toEqual({
      a: '25',
      b: '75',
    });
  });

  it.each([
    ['weights that come to less', ['0.3', '0.3', '0.3'], 'The weights come to 9/10'],
    [
      'weights that come to nearly the whole',
      ['0.3333333333', '0.3333333333', '0.3333333333'],
      'The weights come to 9999999999/10000000000',
    ],
    ['a weight below nothing', ['-1', '1', '1'], '"-1" is no weight'],
    ['a weight over nothing', ['1/0', '1', '1'], '"1/0" is no weight'],
  ])('refuse %s', (_case, weights, message) => {
    const outcome = weightsOf(review({}, weights).criteria);
    expect(outcome.ok ? [] : outcome.problems.map((problem) => [problem.code, problem.message])).toEqual([
      ['review-weights', message],
    ]);
  });

  it('say which criterion is not whole, and whose part is missing', () => {
    const content = review({ a: ['50', '40', '30.1', '20'], b: ['50', '60', '70', '?'] });
    expect(criterionSums(content)).toEqual([
      { criterion: 'management', sum: '100', missing: [] },
      { criterion: 'technology', sum: '100.1', missing: [] },
      { criterion: 'order-quantity', sum: '20', missing: ['b'] },
    ]);
    expect(reviewProblems(content).map(({ pointer }) => pointer)).toEqual([
      '/contributions/technology',
      '/contributions/order-quantity',
    ]);
    expect(contributionsOf(content).ok).toBe(false);
  });
});

describe('misalignment', () => {
  it.each([
    ['the points that would change hands', { a: ['54', '40', '40', '40'], b: ['46', '60', '60', '60'] }, '14'],
    ['of three', { a: ['70', '50', '50', '50'], b: ['25', '38', '38', '38'], c: ['5', '12', '12', '12'] }, '20'],
    ['none where they agree', { a: ['60', '60', '60', '60'], b: ['40', '40', '40', '40'] }, '0'],
    [
      'the one unknown stake as what the others leave',
      { a: ['54', '40', '40', '40'], b: ['?', '60', '60', '60'] },
      '14',
    ],
    [
      'bounds with two unknown',
      { a: ['46', '40', '40', '40'], b: ['?', '30', '30', '30'], c: ['?', '30', '30', '30'] },
      '6 to 30',
    ],
    [
      'nothing where nobody could hold the rest',
      { a: ['50', '40', '40', '40'], b: ['40', '60', '60', '60'] },
      'unknown',
    ],
    [
      'nothing where the shares pass the whole',
      { a: ['80', '40', '40', '40'], b: ['40', '60', '60', '60'] },
      'unknown',
    ],
  ])('is %s', (_case, rows: Record<string, readonly string[]>, points) => {
    expect(misaligned(review(rows))).toBe(points);
  });

  const split = fc
    .array(fc.nat(100), { minLength: 3, maxLength: 3 })
    .filter((parts) => parts.some((part) => part > 0))
    .map((parts) => {
      const sum = parts.reduce((before, part) => before + part, 0);
      return parts.map((part) => Fraction.of(100n * BigInt(part), BigInt(sum)));
    });
  const keys = ['a', 'b', 'c'];
  const whole = fc.tuple(fc.nat(100), fc.nat(100)).map(([one, other]) => {
    const [low, high] = one < other ? [one, other] : [other, one];
    return [low, high - low, 100 - high];
  });
  const members = (equity: readonly (number | null)[]) =>
    keys.map((key, at) => ({
      key,
      name: key,
      isUnnamed: false,
      equity: (equity[at]?.toString() ?? null) as Share | null,
    }));

  it('lies from 0 to 100, and is the same whoever stands first', () => {
    fc.assert(
      fc.property(whole, split, (equity, parts) => {
        const of = new Map(keys.map((key, at) => [key, parts[at] ?? Fraction.zero]));
        const told = misalignmentOf(members(equity), of);
        const turned = misalignmentOf(members(equity).reverse(), of);
        expect(turned).toEqual(told);
        expect(told.known && told.points.over >= 0n && Fraction.compare(told.points, Fraction.of(100n)) <= 0).toBe(
          true,
        );
      }),
    );
  });

  it('lies within its bounds, however the unknown stakes turn out, and both bounds are met', () => {
    fc.assert(
      fc.property(fc.nat(100), split, (first, parts) => {
        const of = new Map(keys.map((key, at) => [key, parts[at] ?? Fraction.zero]));
        const bounds = misalignmentOf(members([first, null, null]), of);
        const all = Array.from({ length: 101 - first }, (_, second) => {
          const told = misalignmentOf(members([first, second, 100 - first - second]), of);
          return told.known ? Number(told.points.over) / Number(told.points.under) : NaN;
        });
        const number = (value: Fraction | null) => (value === null ? NaN : Number(value.over) / Number(value.under));
        const [low, high] = bounds.known
          ? [number(bounds.points), number(bounds.points)]
          : [number(bounds.atLeast), number(bounds.atMost)];
        expect(Math.min(...all)).toBeGreaterThanOrEqual(low - 1e-9);
        expect(Math.min(...all)).toBeLessThanOrEqual(low + 1);
        expect(Math.max(...all)).toBeCloseTo(high, 9);
      }),
    );
  });
});

describe('fractions', () => {
  it.each([
    ['1/3', 2, '0.33'],
    ['2/3', 2, '0.67'],
    ['-2/3', 1, '-0.7'],
    ['0.5', 0, '1'],
    ['12.50', 10, '12.5'],
    ['-1/1000', 2, '0'],
  ])('%s to %i places is %s', (text, places, told) => {
    expect(Fraction.decimal(Fraction.parse(text) ?? Fraction.zero, places)).toBe(told);
  });

  it('refuse what is no number', () => {
    for (const text of ['', '1/0', '1/-2', '0x1', '1e3', '.5', ' 1', '1/2/3']) expect(Fraction.parse(text)).toBeNull();
  });
});
