import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fraction } from './fractions.ts';
import type { CoalitionValue } from './review.ts';
import { MOST_SHAPLEY_MEMBERS, shapleyParts, shapleyValues } from './shapley.ts';

const groupsOf = (members: readonly string[]): string[][] =>
  Array.from({ length: (1 << members.length) - 1 }, (_, at) => members.filter((_, bit) => ((at + 1) >> bit) & 1));

const gameOf = (members: readonly string[], worths: readonly number[]): CoalitionValue[] =>
  groupsOf(members).map((within, at) => ({ members: within, value: String(worths[at] ?? 0) }));

function values(members: readonly string[], game: readonly CoalitionValue[]): Record<string, string> {
  const outcome = shapleyValues(members, game);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  return Object.fromEntries([...outcome.value].map(([key, value]) => [key, Fraction.text(value)]));
}

const code = (members: readonly string[], game: readonly CoalitionValue[]): string | undefined => {
  const outcome = shapleyValues(members, game);
  return outcome.ok ? undefined : outcome.problems[0]?.code;
};

const THREE = ['a', 'b', 'c'];
const games = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 7, maxLength: 7 });

describe('the Shapley value', () => {
  it('gives the gloves their known shares: 1/6, 1/6, 2/3', () => {
    const pairs = groupsOf(THREE).map((within) => ({
      members: within,
      value: within.includes('c') && within.length > 1 ? '1' : '0',
    }));
    expect(values(THREE, pairs)).toEqual({ a: '1/6', b: '1/6', c: '2/3' });
  });

  it('is what all together are worth (efficiency)', () => {
    fc.assert(
      fc.property(games, (worths) => {
        const outcome = shapleyValues(THREE, gameOf(THREE, worths));
        expect(outcome.ok && Fraction.sum([...outcome.value.values()])).toEqual(Fraction.of(BigInt(worths[6] ?? 0)));
      }),
    );
  });

  it('is the same for members who add the same (symmetry)', () => {
    fc.assert(
      fc.property(games, (worths) => {
        // a = 1, b = 2, ab = 3, c = 4, ac = 5, bc = 6, abc = 7: a and b are exchangeable.
        const [one = 0, , both = 0, third = 0, with3 = 0, , all = 0] = worths;
        const told = values(THREE, gameOf(THREE, [one, one, both, third, with3, with3, all]));
        expect(told['a']).toBe(told['b']);
      }),
    );
  });

  it('is nothing for who adds nothing (dummy)', () => {
    fc.assert(
      fc.property(games, ([one = 0, two = 0, both = 0]) => {
        const told = values(THREE, gameOf(THREE, [one, two, both, 0, one, two, both]));
        expect(told['c']).toBe('0');
      }),
    );
  });

  it('adds up over two games (additivity)', () => {
    fc.assert(
      fc.property(games, games, (first, second) => {
        const sum = first.map((worth, at) => worth + (second[at] ?? 0));
        const [one, other, both] = [first, second, sum].map((worths) => shapleyValues(THREE, gameOf(THREE, worths)));
        if (!one?.ok || !other?.ok || !both?.ok) throw new Error('complete games have values');
        for (const key of THREE)
          expect(both.value.get(key)).toEqual(
            Fraction.plus(one.value.get(key) ?? Fraction.zero, other.value.get(key) ?? Fraction.zero),
          );
      }),
    );
  });

  it.each([
    ['a coalition without a value', THREE, gameOf(THREE, []).slice(1), 'coalitions-missing'],
    ['a coalition valued twice', ['a'], [...gameOf(['a'], [1]), ...gameOf(['a'], [1])], 'coalition-malformed'],
    ['a stranger in a coalition', ['a'], [{ members: ['z'], value: '1' }], 'coalition-malformed'],
    ['a member twice in one', ['a'], [{ members: ['a', 'a'], value: '1' }], 'coalition-malformed'],
    ['a worth that is no number', ['a'], [{ members: ['a'], value: 'much' }], 'coalition-malformed'],
    [
      'too many members',
      Array.from({ length: MOST_SHAPLEY_MEMBERS + 1 }, (_, at) => `m${at}`),
      [],
      'coalitions-too-many',
    ],
  ])('refuses %s', (_case, members, game, expected) => {
    expect(code(members, game)).toBe(expected);
  });

  it('is exact for twelve members', () => {
    const twelve = Array.from({ length: 12 }, (_, at) => `m${at}`);
    const told = values(
      twelve,
      groupsOf(twelve).map((within) => ({ members: within, value: String(within.length ** 2) })),
    );
    expect(new Set(Object.values(told))).toEqual(new Set(['12']));
  });

  it('is told in parts of the whole only where nobody takes away', () => {
    const parts = (worths: Record<string, bigint>) => {
      const told = shapleyParts(new Map(Object.entries(worths).map(([key, worth]) => [key, Fraction.of(worth)])));
      return told && [...told.values()].map((part) => Fraction.text(part));
    };
    expect(parts({ a: 1n, b: 3n })).toEqual(['25', '75']);
    expect(parts({ a: -1n, b: 3n })).toBeNull();
    expect(parts({ a: 0n, b: 0n })).toBeNull();
  });
});
