import { invariant } from '../../kernel/index.ts';

/** What carries a matter in a body. */
export type Majority = {
  readonly kind: MajorityKind;
  /** For `votes` alone: how many votes it takes. */
  readonly votes: number | null;
  /** Organisations of each of which one vote at least must be in favour. */
  readonly withEach: readonly string[];
};

export const MAJORITY_KINDS = ['more-than-half', 'two-thirds', 'three-quarters', 'unanimous', 'votes'] as const;
export type MajorityKind = (typeof MAJORITY_KINDS)[number];

/** Who votes as one: an organisation with its seats, or a seat of no organisation. */
export type Voter = { readonly id: string; readonly votes: number };

/** A fraction in lowest terms. */
export type Part = { readonly over: number; readonly under: number };

/** How the votes on one kind of matter lie. */
export type VotingReading = {
  /** How many votes carry it; more than there are: nothing does. */
  readonly votesNeeded: number;
  readonly canPass: boolean;
  /** Voters who carry it alone. */
  readonly decideAlone: readonly string[];
  /** Voters without whom nothing carries it. */
  readonly blockAlone: readonly string[];
  /** The smallest groups that carry it: whoever leaves one makes it fail. Null: too many voters to go through. */
  readonly smallestGroups: readonly (readonly string[])[] | null;
  /** Ways in which all voters can part into two sides of which neither carries it; null: too many voters. */
  readonly standoffs: number | null;
  /** Shapley-Shubik index by voter; null: nothing carries it, or too many voters. */
  readonly power: ReadonlyMap<string, Part> | null;
  /** Normalised Banzhaf index by voter; null as `power`. */
  readonly swings: ReadonlyMap<string, Part> | null;
};

/** More voters than this have too many groups to go through all of them. */
export const MOST_VOTERS = 12;

const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));

/**
 * A fraction in lowest terms.
 * @example partOf(2, 6) // => { over: 1, under: 3 }
 */
export function partOf(over: number, under: number): Part {
  invariant(under > 0, 'a part is of something');
  const common = divisor(over, under);
  return { over: over / common, under: under / common };
}

/**
 * How many votes of all carry a matter.
 * @example votesNeeded({ kind: 'two-thirds', votes: null, withEach: [] }, 7) // => 5
 */
export function votesNeeded({ kind, votes }: Majority, all: number): number {
  switch (kind) {
    case 'more-than-half':
      return Math.floor(all / 2) + 1;
    case 'two-thirds':
      return Math.ceil((2 * all) / 3);
    case 'three-quarters':
      return Math.ceil((3 * all) / 4);
    case 'unanimous':
      return all;
    case 'votes':
      invariant(votes !== null, 'a majority of so many votes says how many');
      return votes;
  }
}

type Carries = (votes: number, has: (voter: string) => boolean) => boolean;

/** Whether a group carries a matter: votes enough, the organisations that must agree, and at a tie the casting vote. */
function carriesBy(majority: Majority, all: number, casting: string | null): Carries {
  const needed = votesNeeded(majority, all);
  return (votes, has) => {
    if (majority.withEach.some((each) => !has(each))) return false;
    if (votes >= needed) return votes > 0;
    const isTie = majority.kind === 'more-than-half' && votes > 0 && 2 * votes === all;
    return isTie && casting !== null && has(casting);
  };
}

/** Every group of voters, as the bits of its number: whether it carries the matter. */
function carryingGroups(voters: readonly Voter[], carries: Carries): Uint8Array {
  const places = new Map(voters.map(({ id }, place) => [id, place]));
  const size = 1 << voters.length;
  const carrying = new Uint8Array(size);
  for (let group = 0; group < size; group += 1) {
    let votes = 0;
    voters.forEach((voter, place) => {
      if ((group >> place) & 1) votes += voter.votes;
    });
    const has = (id: string): boolean => {
      const place = places.get(id);
      return place !== undefined && ((group >> place) & 1) === 1;
    };
    carrying[group] = carries(votes, has) ? 1 : 0;
  }
  return carrying;
}

const bitsIn = (group: number): number => {
  let count = 0;
  for (let rest = group; rest > 0; rest &= rest - 1) count += 1;
  return count;
};

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** Orders in which each voter turns the group before it into one that carries, and groups that it turns. */
function turns(carrying: Uint8Array, n: number): { readonly orders: number[]; readonly groups: number[] } {
  const orders = Array.from({ length: n }, () => 0);
  const groups = Array.from({ length: n }, () => 0);
  carrying.forEach((carries, group) => {
    if (carries === 1) return;
    const before = bitsIn(group);
    for (let place = 0; place < n; place += 1) {
      if ((group >> place) & 1 || carrying[group | (1 << place)] === 0) continue;
      orders[place] = (orders[place] ?? 0) + factorial(before) * factorial(n - before - 1);
      groups[place] = (groups[place] ?? 0) + 1;
    }
  });
  return { orders, groups };
}

function smallest(carrying: Uint8Array, voters: readonly Voter[]): string[][] {
  const found: string[][] = [];
  carrying.forEach((carries, group) => {
    if (carries === 0) return;
    const members = voters.filter((_, place) => (group >> place) & 1);
    const isSmallest = voters.every(
      (_, place) => ((group >> place) & 1) === 0 || carrying[group & ~(1 << place)] === 0,
    );
    if (isSmallest) found.push(members.map(({ id }) => id));
  });
  return found;
}

/**
 * Who decides, who blocks, and how much each voter's votes weigh, when organisations vote with all their seats as one and all
 * seats are taken. Power is the share of all orders of voters in which a voter turns the matter (Shapley and Shubik 1954,
 * American Political Science Review 48(3), pp. 787-792), and the share of all such turns over groups (Banzhaf 1965, Rutgers Law
 * Review 19, pp. 317-343, normalised).
 * @param voters each once, with at least one vote
 * @param casting who has the chair's casting vote at a tie; counts for a majority of more than half alone
 * @returns `smallestGroups`, `standoffs`, `power` and `swings` null for more than 12 voters
 * @example
 * votingReading([{ id: 'a', votes: 3 }, { id: 'b', votes: 2 }], { kind: 'more-than-half', votes: null, withEach: [] }, null).decideAlone
 * // => ['a']
 */
export function votingReading(voters: readonly Voter[], majority: Majority, casting: string | null): VotingReading {
  const all = voters.reduce((sum, { votes }) => sum + votes, 0);
  const carries = carriesBy(majority, all, casting);
  const held = new Set(voters.map(({ id }) => id));
  const canPass = carries(all, (id) => held.has(id));
  const told = {
    votesNeeded: votesNeeded(majority, all),
    canPass,
    decideAlone: voters.filter(({ id, votes }) => carries(votes, (each) => each === id)).map(({ id }) => id),
    blockAlone: canPass
      ? voters
          .filter((voter) => !carries(all - voter.votes, (id) => id !== voter.id && held.has(id)))
          .map(({ id }) => id)
      : [],
  };
  const n = voters.length;
  if (n > MOST_VOTERS) return { ...told, smallestGroups: null, standoffs: null, power: null, swings: null };
  const carrying = carryingGroups(voters, carries);
  const last = carrying.length - 1;
  let standoffs = 0;
  for (let group = 0; group < carrying.length / 2; group += 1)
    if (n > 0 && carrying[group] === 0 && carrying[last - group] === 0) standoffs += 1;
  const { orders, groups } = turns(carrying, n);
  const turned = groups.reduce((sum, count) => sum + count, 0);
  const by = (counts: readonly number[], under: number) =>
    canPass ? new Map(voters.map(({ id }, place) => [id, partOf(counts[place] ?? 0, under)])) : null;
  return {
    ...told,
    smallestGroups: smallest(carrying, voters),
    standoffs,
    power: by(orders, factorial(n)),
    swings: by(groups, Math.max(1, turned)),
  };
}
