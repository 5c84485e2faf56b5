import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Share } from '../../kernel/index.ts';
import { Fraction } from './fractions.ts';
import { type ProposalConstraints, proposalWithin } from './proposals.ts';

const FREE: ProposalConstraints = { keepControl: false, stepPerYear: null, foreignCap: null, foreign: [] };
const share = (text: string): Share => text as Share;

/** A proposal for members as `key: [equity, contribution]`; a key with `*` is unnamed holders. */
function proposal(
  rows: Readonly<Record<string, readonly [string | null, number]>>,
  constraints: Partial<ProposalConstraints> = {},
) {
  const members = Object.entries(rows).map(([key, [equity]]) => ({
    key,
    name: key,
    isUnnamed: key.endsWith('*'),
    equity: equity === null ? null : share(equity),
  }));
  const parts = new Map(Object.entries(rows).map(([key, [, part]]) => [key, Fraction.of(BigInt(part))]));
  return proposalWithin(members, parts, parts, { ...FREE, ...constraints });
}

function told(...given: Parameters<typeof proposal>) {
  const outcome = proposal(...given);
  if (!outcome.ok) return outcome.problems[0]?.code;
  const { shares, misalignment, control, moved, years } = outcome.value;
  return {
    shares: shares.map((row) => `${row.member} ${row.share}`).join(', '),
    after: misalignment.known ? Fraction.text(misalignment.points) : null,
    control: control.map(({ member, threshold, change }) => `${member} ${change} ${threshold}`),
    moved,
    years,
  };
}

const TIANJIN = { aisin: ['54', 39], lioho: ['46', 61] } as const;

describe('a proposal', () => {
  it.each([
    [
      'follows contributions where nothing binds',
      TIANJIN,
      {},
      {
        shares: 'aisin 39, lioho 61',
        after: '0',
        control: ['aisin loses majority', 'lioho gains majority'],
        moved: '15',
        years: null,
      },
    ],
    [
      'stops where control would change',
      TIANJIN,
      { keepControl: true },
      { shares: 'aisin 50.01, lioho 49.99', after: '1101/100', control: [], moved: '3.99', years: null },
    ],
    [
      'takes one step, and says how many there are',
      TIANJIN,
      { stepPerYear: share('5') },
      {
        shares: 'aisin 49, lioho 51',
        after: '10',
        control: ['aisin loses majority', 'lioho gains majority'],
        moved: '5',
        years: 3,
      },
    ],
    [
      'takes a step that keeps control',
      TIANJIN,
      { stepPerYear: share('2'), keepControl: true },
      { shares: 'aisin 52, lioho 48', after: '13', control: [], moved: '2', years: 2 },
    ],
    [
      'heeds a cap on foreign members',
      TIANJIN,
      { foreignCap: share('49'), foreign: ['lioho'] },
      { shares: 'aisin 51, lioho 49', after: '12', control: [], moved: '3', years: null },
    ],
    [
      'leaves unnamed holders what they have',
      { a: ['45', 60], b: ['45', 30], 'x*': ['10', 10] },
      {},
      { shares: 'a 60, b 30, x* 10', after: '0', control: ['a gains majority'], moved: '15', years: null },
    ],
    [
      'shares what unnamed holders leave',
      { a: ['45', 60], b: ['45', 40], 'x*': ['10', 0] },
      {},
      { shares: 'a 54, b 36, x* 10', after: '10', control: ['a gains majority'], moved: '9', years: null },
    ],
    [
      'spreads evenly what a bound holds back',
      { a: ['60', 0], b: ['20', 50], c: ['20', 50] },
      { stepPerYear: share('10') },
      { shares: 'a 50, b 25, c 25', after: '50', control: ['a loses majority'], moved: '10', years: 6 },
    ],
    [
      'takes two thirds as two thirds at the least',
      { a: ['70', 50], b: ['30', 50] },
      { keepControl: true },
      { shares: 'a 66.67, b 33.33', after: '1667/100', control: [], moved: '3.33', years: null },
    ],
    [
      'rounds thirds to a whole',
      { a: ['50', 1], b: ['30', 1], c: ['20', 1] },
      {},
      {
        shares: 'a 33.34, b 33.33, c 33.33',
        moved: '16.66',
        control: [],
        years: null,
        after: expect.any(String) as string,
      },
    ],
    [
      'is none where the cap cannot be met',
      TIANJIN,
      { foreignCap: share('20'), foreign: ['aisin', 'lioho'] },
      'proposal-none',
    ],
    ['is none where a stake is unknown', { a: [null, 50], b: ['50', 50] }, {}, 'stakes-unknown'],
    ['is none where the stakes are no whole', { a: ['40', 50], b: ['50', 50] }, {}, 'stakes-unknown'],
  ] as const)('%s', (_case, rows, constraints, expected) => {
    expect(told(rows as Parameters<typeof proposal>[0], constraints as Partial<ProposalConstraints>)).toEqual(expected);
  });

  it('is nearest among all stakes that satisfy the constraints', () => {
    const shares3 = fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
      .filter(([one, other]) => one + other <= 20)
      .map(([one, other]) => [one * 5, other * 5, 100 - 5 * (one + other)]);
    fc.assert(
      fc.property(
        shares3,
        shares3,
        fc.constantFrom(null, 5, 10, 30),
        fc.boolean(),
        fc.constantFrom(null, 40, 60),
        (now, target, step, keepControl, cap) => {
          const keys = ['a', 'b', 'c'];
          const rows = Object.fromEntries(keys.map((key, at) => [key, [String(now[at]), target[at] ?? 0] as const]));
          const outcome = proposal(rows, {
            keepControl,
            stepPerYear: step === null ? null : share(String(step)),
            foreignCap: cap === null ? null : share(String(cap)),
            foreign: ['a', 'b'],
          });
          // Everything on the grid of one point, which the bounds on the finer grid contain.
          const level = (points: number) => (points >= 200 / 3 ? 2 : points > 50 ? 1 : 0);
          let best = Infinity;
          for (let a = 0; a <= 100; a += 1)
            for (let b = 0; a + b <= 100; b += 1) {
              const shares = [a, b, 100 - a - b];
              const allowed =
                (cap === null || a + b <= cap) &&
                shares.every((each, at) => {
                  const before = now[at] ?? 0;
                  return (
                    (step === null || Math.abs(each - before) <= step) &&
                    (!keepControl || level(each) === level(before))
                  );
                });
              const apart = shares.reduce((sum, each, at) => sum + Math.abs(each - (target[at] ?? 0)), 0) / 2;
              if (allowed) best = Math.min(best, apart);
            }
          if (!outcome.ok) {
            expect(best).toBe(Infinity);
            return;
          }
          const { shares, misalignment } = outcome.value;
          expect(Share.sum(shares.map((row) => row.share))).toBe('100');
          const after = misalignment.known ? Number(misalignment.points.over) / Number(misalignment.points.under) : NaN;
          expect(after).toBeLessThanOrEqual(best + 1e-9);
          // The finer grid gains less than a point over the coarse one.
          expect(after).toBeGreaterThan(best - 1);
          for (const row of shares) {
            const before = now[keys.indexOf(row.member)] ?? 0;
            if (step !== null) expect(Math.abs(Number(row.share) - before)).toBeLessThanOrEqual(step + 1e-9);
            if (keepControl) expect(level(Number(row.share))).toBe(level(before));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
