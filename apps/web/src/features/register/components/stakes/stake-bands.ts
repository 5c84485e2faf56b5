import type { StakeAnswer } from '@entente/contract/register';
import { type Day, Period, Share } from '@entente/core/kernel';

/** Who holds a band: a named holder by slug, unnamed ones by their words, or what no source accounts for. */
export type BandHolder =
  | { readonly kind: 'named'; readonly slug: string | null; readonly name: string }
  | { readonly kind: 'unnamed'; readonly name: string }
  | { readonly kind: 'unknown'; readonly names: readonly string[] };

/** One holder's part of the whole between two days. Percentages are numbers here, for drawing alone. */
export type Band = {
  readonly holder: BandHolder;
  readonly from: Day;
  readonly to: Day;
  readonly low: number;
  readonly high: number;
  /** Exact percentage as text; null for the unknown rest. */
  readonly share: string | null;
  /** The last day on which the band may begin, when its date is vague. */
  readonly begunBy: Day | null;
  /** The last day on which it may end, when that date is vague. */
  readonly endedBy: Day | null;
};

type Held = {
  readonly stake: StakeAnswer;
  readonly start: Day;
  readonly end: Day;
  readonly begunBy: Day | null;
  readonly endedBy: Day | null;
};

const later = (one: Day | null, other: Day): Day | null => (one !== null && one > other ? one : null);

function heldOf(stake: StakeAnswer, horizon: { readonly from: Day; readonly to: Day }): Held | null {
  const period = Period.parse(stake.from, stake.to);
  if (!period.ok) return null;
  const { from, to } = period.value;
  const start = from?.earliest ?? horizon.from;
  const ends = typeof to === 'object' ? (to.earliest ?? horizon.to) : horizon.to;
  const end = ends < horizon.to ? ends : horizon.to;
  if (start >= end) return null;
  return {
    stake,
    start: start < horizon.from ? horizon.from : start,
    end,
    begunBy: from === null ? end : later(from.latest, start),
    endedBy: typeof to === 'object' ? later(to.latest, ends) : null,
  };
}

function holderOf({ holder, holders }: StakeAnswer): BandHolder {
  if (holder) return { kind: 'named', slug: holder.slug, name: holder.name ?? holder.slug ?? '' };
  return { kind: 'unnamed', name: holders ?? '' };
}

const nameOf = (stake: StakeAnswer): string => stake.holder?.name ?? stake.holder?.slug ?? stake.holders ?? '';

function bandsBetween(from: Day, to: Day, held: readonly Held[]): Band[] {
  const bands: Band[] = [];
  const shares: Share[] = [];
  const sumOf = (): number => Math.min(100, Number(Share.sum(shares)));
  for (const { stake, start, begunBy, endedBy, end } of held) {
    const share = stake.share === null ? null : Share.parse(stake.share);
    if (!share?.ok) continue;
    const low = sumOf();
    shares.push(share.value);
    const [begins, ends] = [start === from, end === to];
    bands.push({
      holder: holderOf(stake),
      from,
      to,
      low,
      high: sumOf(),
      share: share.value,
      begunBy: begins ? begunBy : null,
      endedBy: ends ? endedBy : null,
    });
  }
  if (sumOf() < 100) {
    const names = held.filter(({ stake }) => stake.share === null).map(({ stake }) => nameOf(stake));
    bands.push({
      holder: { kind: 'unknown', names },
      from,
      to,
      low: sumOf(),
      high: 100,
      share: null,
      begunBy: null,
      endedBy: null,
    });
  }
  return bands;
}

/**
 * Who holds how much of one issuer through time, as bands between the days on which something may change. A stake is drawn from
 * the earliest day it may begin to the earliest day it may end; what the known shares leave is a band of its own, unknown.
 * @param horizon the days drawn; a stake whose beginning nobody states is drawn from the first
 */
export function stakeBands(
  stakes: readonly StakeAnswer[],
  horizon: { readonly from: Day; readonly to: Day },
): readonly Band[] {
  const held = stakes.filter(({ exists }) => exists).flatMap((stake) => heldOf(stake, horizon) ?? []);
  const days = [...new Set(held.flatMap(({ start, end }) => [start, end]))].sort();
  return days.slice(0, -1).flatMap((from, at) => {
    const to = days[at + 1] ?? horizon.to;
    const active = held.filter(({ start, end }) => start <= from && from < end);
    return active.length === 0 ? [] : bandsBetween(from, to, active);
  });
}
