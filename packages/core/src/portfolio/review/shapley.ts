import { Outcome, type Problem } from '../../kernel/index.ts';
import { Fraction } from './fractions.ts';
import type { CoalitionValue } from './review.ts';

/** More members than this have too many coalitions for anybody to state the worth of. */
export const MOST_SHAPLEY_MEMBERS = 12;

const refusal = (code: string, message: string, fix: string): Outcome<never> => {
  const problem: Problem = { code, message, fix, pointer: '/coalitions' };
  return Outcome.refuse(problem);
};

/** Worths by set of members, each member a bit of the set's number. */
function worths(members: readonly string[], coalitions: readonly CoalitionValue[]): Outcome<readonly Fraction[]> {
  const places = new Map(members.map((member, at) => [member, 1 << at]));
  const known = new Map<number, Fraction>([[0, Fraction.zero]]);
  for (const { members: within, value } of coalitions) {
    const bits = within.map((member) => places.get(member));
    const worth = Fraction.parse(value);
    if (bits.includes(undefined) || within.length === 0 || new Set(bits).size < bits.length || worth === null)
      return refusal(
        'coalition-malformed',
        'A coalition names members once each, and is worth a number',
        'Correct it.',
      );
    const set = bits.reduce<number>((sum, bit) => sum | (bit ?? 0), 0);
    if (known.has(set))
      return refusal('coalition-malformed', 'One coalition is valued twice', 'Give each coalition one value.');
    known.set(set, worth);
  }
  const missing = (1 << members.length) - known.size;
  if (missing > 0)
    return refusal(
      'coalitions-missing',
      `${missing} coalitions have no value`,
      'Give what every group of members is worth, from each one alone to all together.',
    );
  return Outcome.of(Array.from({ length: 1 << members.length }, (_, set) => known.get(set) ?? Fraction.zero));
}

const bitsIn = (set: number): number => {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count += 1;
  return count;
};

/** Of all orders in which n members come together, the share in which just these `before` come before a given one. */
function orderShares(n: number): readonly Fraction[] {
  const factorial = (k: number): bigint => (k < 2 ? 1n : BigInt(k) * factorial(k - 1));
  return Array.from({ length: n }, (_, before) =>
    Fraction.of(factorial(before) * factorial(n - before - 1), factorial(n)),
  );
}

/**
 * Shapley value: what each member adds, averaged over all orders in which the members could come together (Shapley 1953, "A
 * Value for n-Person Games", eq. 12). Exact over all 2^n coalitions; the empty one is worth 0.
 * @param members at most 12 keys
 * @param coalitions the worth of every group, in any one unit
 * @returns by key, in the unit of the worths, summing to what all together are worth; refused as `coalitions-missing`,
 *   `coalition-malformed` or `coalitions-too-many`
 * @example shapleyValues(['a', 'b'], [{ members: ['a'], value: '1' }, { members: ['b'], value: '0' }, { members: ['a', 'b'], value: '3' }]).value.get('a') // => { over: 2n, under: 1n }
 */
export function shapleyValues(
  members: readonly string[],
  coalitions: readonly CoalitionValue[],
): Outcome<ReadonlyMap<string, Fraction>> {
  const n = members.length;
  if (n > MOST_SHAPLEY_MEMBERS)
    return refusal(
      'coalitions-too-many',
      `${n} members have ${2 ** n - 1} coalitions`,
      `Shapley values are read of at most ${MOST_SHAPLEY_MEMBERS} members.`,
    );
  const worth = worths(members, coalitions);
  if (!worth.ok) return worth;
  const shares = orderShares(n);
  const values = members.map((member, at) => {
    const bit = 1 << at;
    let value = Fraction.zero;
    worth.value.forEach((without, set) => {
      const joined = worth.value[set | bit];
      const share = shares[bitsIn(set)];
      if ((set & bit) !== 0 || joined === undefined || share === undefined) return;
      value = Fraction.plus(value, Fraction.times(share, Fraction.minus(joined, without)));
    });
    return [member, value] as const;
  });
  return Outcome.of(new Map(values));
}

/**
 * Shapley values as parts of the whole in percent, to be set beside equity. Null where they are no parts: all together worth
 * nothing, or a member that takes away more than it adds.
 */
export function shapleyParts(values: ReadonlyMap<string, Fraction>): ReadonlyMap<string, Fraction> | null {
  const sum = Fraction.sum([...values.values()]);
  if (sum.over <= 0n || [...values.values()].some(({ over }) => over < 0n)) return null;
  const toPercent = Fraction.of(100n * sum.under, sum.over);
  return new Map([...values].map(([member, value]) => [member, Fraction.times(value, toPercent)]));
}
