import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedAmounts } from './amounts.ts';
import { approvals, type Authority, AUTHORITY, authorityGaps, type AuthorityRule } from './authority.ts';

const rule = (key: string, above: string | null, upTo: string | null, more: Partial<AuthorityRule> = {}) => ({
  key,
  party: null,
  above,
  upTo,
  approver: `Organ ${key}`,
  ...more,
});
const on = (rules: readonly AuthorityRule[], currency: string | null = 'TWD'): Authority => ({
  matters: [{ key: 'm', title: 'Purchase', currency, rules }],
});
const codes = (authority: Authority): readonly string[] => AUTHORITY.problems(authority, null).map(({ code }) => code);

describe('a delegation is refused', () => {
  it.each<readonly [string, Authority, string]>([
    ['with a range in which nothing lies', on([rule('a', '10', '10')]), 'authority-range'],
    ['with amounts and no currency', on([rule('a', null, '10')], null), 'authority-range'],
    ['that answers an amount twice', on([rule('a', null, '10'), rule('b', '9.999999', '20')]), 'authority-overlap'],
    [
      'that answers a matter without amounts twice',
      on([rule('a', null, null), rule('b', null, null)], null),
      'authority-overlap',
    ],
    ['with a rule twice', on([rule('a', null, '1'), rule('a', '1', '2')]), 'design-part-repeated'],
  ])('%s', (_case, authority, code) => {
    expect(codes(authority)).toEqual([code]);
  });

  it('not where one range ends as the other begins, nor where another party answers the same amount', () => {
    expect(codes(on([rule('a', null, '10'), rule('b', '10.0', null), rule('c', null, null, { party: 'x' })]))).toEqual(
      [],
    );
  });
});

describe('who approves', () => {
  const authority: Authority = {
    matters: [
      {
        key: 'm',
        title: 'Purchase',
        currency: 'TWD',
        rules: [
          rule('director', null, '1000'),
          rule('board', '1000', null),
          rule('none', null, '5000', { party: 'x', approver: null }),
          rule('head', '5000', '9000', { party: 'x', approver: 'Head of x' }),
        ],
      },
      {
        key: 'n',
        title: 'Plan',
        currency: null,
        rules: [rule('y', null, null, { party: 'y', approver: 'Board of y' })],
      },
    ],
  };
  const told = (matter: string, amount: string | null) =>
    approvals(authority, matter, amount).map(({ party, answer, rule: key }) => [party, answer, key]);

  it.each<readonly [string, string | null, readonly (readonly [string | null, string, string | null])[]]>([
    [
      'm',
      '1000',
      [
        [null, 'approves', 'director'],
        ['x', 'not-needed', 'none'],
        ['y', 'unsaid', null],
      ],
    ],
    [
      'm',
      '1000.000001',
      [
        [null, 'approves', 'board'],
        ['x', 'not-needed', 'none'],
        ['y', 'unsaid', null],
      ],
    ],
    [
      'm',
      '9001',
      [
        [null, 'approves', 'board'],
        ['x', 'gap', null],
        ['y', 'unsaid', null],
      ],
    ],
    [
      'n',
      null,
      [
        [null, 'unsaid', null],
        ['x', 'unsaid', null],
        ['y', 'approves', 'y'],
      ],
    ],
    ['z', '1', []],
  ])('a matter %s of %s', (matter, amount, expected) => {
    expect(told(matter, amount)).toEqual(expected);
  });

  it('is told as a gap where nobody is', () => {
    expect(authorityGaps(authority)).toEqual([{ matter: 'm', party: 'x', above: '9000', upTo: null }]);
    expect(authorityGaps(on([rule('b', '10', '20'), rule('a', '2', '5')]))).toEqual([
      { matter: 'm', party: null, above: null, upTo: '2' },
      { matter: 'm', party: null, above: '5', upTo: '10' },
      { matter: 'm', party: null, above: '20', upTo: null },
    ]);
  });

  it('has one answer for every amount, or the amount lies in a gap that is told', () => {
    const amount = fc.integer({ min: 0, max: 40 }).map(String);
    const rules = fc
      .array(fc.tuple(fc.option(amount), fc.option(amount)), { maxLength: 5 })
      .map((ranges) => ranges.map(([above, upTo], place) => rule(`r${place}`, above, upTo)))
      .filter((list) => list.length > 0 && codes(on(list)).length === 0);
    fc.assert(
      fc.property(rules, amount, (list, asked) => {
        const answering = list.filter(
          ({ above, upTo }) =>
            (above === null || comparedAmounts(asked, above) > 0) &&
            (upTo === null || comparedAmounts(asked, upTo) <= 0),
        );
        const [venture] = approvals(on(list), 'm', asked);
        const inGap = authorityGaps(on(list)).some(
          ({ above, upTo }) =>
            (above === null || comparedAmounts(asked, above) > 0) &&
            (upTo === null || comparedAmounts(asked, upTo) <= 0),
        );
        expect(answering.length).toBe(inGap ? 0 : 1);
        expect([venture?.answer, venture?.rule]).toEqual(inGap ? ['gap', null] : ['approves', answering[0]?.key]);
      }),
    );
  });
});
