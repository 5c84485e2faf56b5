import { type Day, Share } from '../../kernel/index.ts';

/** A stake as far as its unwinding asks for it. */
export type StakeToUnwind = {
  readonly id: string;
  readonly version: number;
  readonly holder: string;
  readonly share: Share | null;
  /** Share of votes where it differs from the share; null: it does not. */
  readonly votingShare: Share | null;
};

/** What is written to the register, in order, as one change. */
export type UnwindingWrite =
  | { readonly act: 'end'; readonly stake: string; readonly version: number; readonly to: Day }
  | {
      readonly act: 'begin';
      readonly holder: string;
      readonly share: string | null;
      readonly votingShare: string | null;
      readonly from: Day;
    };

const nextDay = (day: Day): Day => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
};

const sumOf = (one: Share | null, other: Share | null): string | null =>
  one === null || other === null ? null : Share.sum([one, other]);

/** The votes of both; null where they differ from the shares in neither. */
const votesOf = (one: StakeToUnwind, other: StakeToUnwind): string | null =>
  one.votingShare === null && other.votingShare === null
    ? null
    : sumOf(one.votingShare ?? one.share, other.votingShare ?? other.share);

/**
 * What the register has to hold when a stake ends on a day and, where somebody takes it over, is theirs from the next day: their
 * own stake ends too, and one of the sum begins. A share that nobody knows stays unknown, also in the sum; so do votes.
 * @param taken who takes it over, with the stake that they hold on that day (null where they hold none); null: nobody does
 * @example unwindingWrites({ id: 'a', version: 1, holder: 'tm', share: '40', votingShare: null }, '2026-03-31', null).length // => 1
 */
export function unwindingWrites(
  stake: StakeToUnwind,
  day: Day,
  taken: { readonly by: string; readonly receiving: StakeToUnwind | null } | null,
): readonly UnwindingWrite[] {
  const { id, version, share, votingShare } = stake;
  const end: UnwindingWrite = { act: 'end', stake: id, version, to: day };
  if (taken === null) return [end];
  const { by, receiving } = taken;
  const from = nextDay(day);
  if (receiving === null) return [end, { act: 'begin', holder: by, share, votingShare, from }];
  return [
    end,
    { act: 'end', stake: receiving.id, version: receiving.version, to: day },
    { act: 'begin', holder: by, share: sumOf(share, receiving.share), votingShare: votesOf(stake, receiving), from },
  ];
}
