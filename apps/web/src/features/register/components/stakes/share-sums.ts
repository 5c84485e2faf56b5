import { type Day, type EdtfDate, Period, Share } from '@entente/core/kernel';
import type { Stake } from '@entente/core/register';

/** What the shares of one kind come to. */
export type ShareSum = {
  /** Exact decimal text. */
  readonly sum: string;
  /** Some who hold have an unknown share, or may hold already or still: the sum is the least. */
  readonly isLeast: boolean;
  readonly isOver: boolean;
};

/** A time in which nothing changes, with what the shares come to. */
export type Stretch = {
  /** The date that opens it, as written; null: since ever. */
  readonly from: string | null;
  /** The date that closes it, as written; null: with no end stated. */
  readonly to: string | null;
  readonly holders: number;
  readonly shares: ShareSum;
  /** Null where nobody's votes are stated. */
  readonly votes: ShareSum | null;
};

type Turn = { readonly day: Day; readonly text: string };

const turnOf = (date: unknown): Turn[] => {
  if (typeof date !== 'object' || date === null) return [];
  const { earliest, text } = date as EdtfDate;
  return earliest === null ? [] : [{ day: earliest, text }];
};

const EVER: Day = '0001-01-01';

function sumOf(held: readonly Stake[], measured: 'share' | 'votingShare', isVague: boolean): ShareSum {
  const known = held.flatMap((stake) => stake[measured] ?? []);
  const sum = Share.sum(known);
  return { sum, isLeast: isVague || known.length < held.length, isOver: Share.exceedsWhole(sum) };
}

/**
 * The sums of one issuer's shares between the days on which they change, in the earliest reading of their dates; economic
 * shares and votes apart.
 */
export function shareSums(stakes: readonly Stake[]): readonly Stretch[] {
  const turns = new Map<Day, string>();
  for (const { from, to } of stakes) {
    for (const { day, text } of [...turnOf(from), ...turnOf(to)]) if (!turns.has(day)) turns.set(day, text);
  }
  const days = [EVER, ...[...turns.keys()].sort()];
  const stretches = days.flatMap((day, at): Stretch[] => {
    const read = stakes.map((stake) => ({ stake, ...Period.on(stake, day) }));
    const held = read.filter(({ active }) => active);
    if (held.length === 0) return [];
    const isVague = held.some(({ stake }) => stake.from === null || stake.to === 'unknown');
    const known = held.map(({ stake }) => stake);
    const next = days[at + 1];
    return [
      {
        from: turns.get(day) ?? null,
        to: next === undefined ? null : (turns.get(next) ?? null),
        holders: known.length,
        shares: sumOf(known, 'share', isVague),
        votes: known.some(({ votingShare }) => votingShare !== null) ? sumOf(known, 'votingShare', isVague) : null,
      },
    ];
  });
  return joined(stretches);
}

const isAlike = (one: Stretch, other: Stretch): boolean =>
  JSON.stringify([one.shares, one.votes, one.holders]) === JSON.stringify([other.shares, other.votes, other.holders]);

/** Neighbours that come to the same are told as one. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of stretches) {
    const last = found.at(-1);
    if (last && last.to === stretch.from && isAlike(last, stretch))
      found[found.length - 1] = { ...last, to: stretch.to };
    else found.push(stretch);
  }
  return found;
}
