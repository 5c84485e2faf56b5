import { type Day, EdtfDate } from '@entente/core/kernel';
import type { Bar, HeldShare, Holding, PartnerEntry } from '@entente/core/portfolio';
import { dayAfter, type TimeScale } from './time-scale.ts';

/** A change of holders after the start. */
export type HoldingChange = { readonly x: number; readonly text: string; readonly holding: Holding };

/** One bar along the time axis, in pixels. */
export type BarShape = {
  readonly bar: Bar;
  /** From the first day it may have begun to the last it may have ended. */
  readonly x0: number;
  readonly x1: number;
  /** Between these it stood on every reading of its dates; the rest fades. */
  readonly solid0: number;
  readonly solid1: number;
  /** Where the lane's own partner is in it; outside it belongs to the others. */
  readonly present0: number;
  readonly present1: number;
  readonly continues: boolean;
  readonly endUnknown: boolean;
  readonly startUnknown: boolean;
  /** Holders' shares at the start, "90:10", the firm's own first; empty when none is stated. */
  readonly shares: string;
  readonly changes: readonly HoldingChange[];
};

const known = (share: HeldShare): string => share.share ?? '?';

/**
 * Shares as the literature writes a capital structure, own first; a remainder that nobody states is a question mark.
 * @example sharesText([{ holder: 'p', name: 'P', share: '10' }, { holder: 'f', name: 'F', share: '90' }], 'f') // => '90:10'
 */
export function sharesText(shares: readonly HeldShare[], focal: string): string {
  if (shares.length === 0) return '';
  const own = shares.filter((share) => share.holder === focal);
  const others = shares.filter((share) => share.holder !== focal);
  const parts = [...own, ...others].map(known);
  const total = shares.reduce((sum, { share }) => sum + Number(share ?? Number.NaN), 0);
  return (total < 99.5 ? [...parts, '?'] : parts).join(':');
}

/** The days in which the lane's partner is in an alliance; null bounds where that is from the start, or still so. */
export type Presence = { readonly from: Day | null; readonly to: Day | null };

type PartnerTie = PartnerEntry['ties'][number];

/** @param ties the lane's partner in one alliance, each of its organisations apart */
export function presenceOf(ties: readonly PartnerTie[]): Presence {
  const begins = ties.flatMap(({ from }) => {
    const date = EdtfDate.parse(from);
    return date.ok && date.value.earliest !== null ? [date.value.earliest] : [];
  });
  const ends = ties.map(({ until }) => until);
  return {
    from: begins.sort()[0] ?? null,
    to: ends.includes(null) ? null : (ends.sort().at(-1) ?? null),
  };
}

/** Lays a bar on the time axis. */
export function barShape(bar: Bar, scale: TimeScale, focal: string, presence: Presence): BarShape {
  const { x, left, right } = scale;
  const ended = typeof bar.end === 'object' && bar.end !== null ? bar.end : null;
  const x0 = bar.start?.earliest ? x(bar.start.earliest) : left;
  const x1 = Math.max(x0 + 4, ended?.latest ? x(dayAfter(ended.latest)) : right);
  const begun = bar.start ? (bar.start.latest ? x(bar.start.latest) : x1) : x1;
  const ending = ended ? (ended.earliest ? x(ended.earliest) : x0) : x1;
  const solid0 = Math.min(begun, x1);
  return {
    bar,
    x0,
    x1,
    solid0: Math.min(solid0, Math.max(ending, x0)),
    solid1: Math.max(ending, Math.min(solid0, x1)),
    present0: presence.from === null ? x0 : Math.max(x0, x(presence.from)),
    present1:
      presence.to === null || (ended?.earliest && presence.to >= ended.earliest) ? x1 : Math.min(x1, x(presence.to)),
    continues: bar.end === null,
    endUnknown: bar.end === 'unknown',
    startUnknown: (bar.start?.earliest ?? null) === null,
    shares: bar.holdings[0] ? sharesText(bar.holdings[0].shares, focal) : '',
    changes: bar.holdings.slice(1).flatMap((holding): HoldingChange[] => {
      const day = holding.from?.earliest ?? null;
      return day === null ? [] : [{ x: x(day), text: sharesText(holding.shares, focal), holding }];
    }),
  };
}
