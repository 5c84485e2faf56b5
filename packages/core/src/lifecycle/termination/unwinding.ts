import { type Day, Share } from '../../kernel/index.ts';

/** A stake as far as its unwinding asks for it. */
export type StakeToUnwind = {
  readonly id: string;
  readonly version: number;
  readonly holder: string;
  readonly share: Share | null;
};

/** What is written to the register, in order, as one change. */
export type UnwindingWrite =
  | { readonly act: 'end'; readonly stake: string; readonly version: number; readonly to: Day }
  | { readonly act: 'begin'; readonly holder: string; readonly share: string | null; readonly from: Day };

const nextDay = (day: Day): Day => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
};

/**
 * What the register has to hold when a stake ends on a day and, where somebody takes it over, is theirs from the next day: their
 * own stake ends too, and one of the sum begins. A share that nobody knows stays unknown, also in the sum.
 * @param receiving the stake that the receiver holds on that day; null where they hold none
 * @example unwindingWrites({ id: 'a', version: 1, holder: 'tm', share: '40' }, '2026-03-31', null).length // => 1
 */
export function unwindingWrites(
  { id, version, share }: StakeToUnwind,
  day: Day,
  taken: { readonly by: string; readonly receiving: StakeToUnwind | null } | null,
): readonly UnwindingWrite[] {
  const end: UnwindingWrite = { act: 'end', stake: id, version, to: day };
  if (taken === null) return [end];
  const { by, receiving } = taken;
  const from = nextDay(day);
  if (receiving === null) return [end, { act: 'begin', holder: by, share, from }];
  const sum = share === null || receiving.share === null ? null : Share.sum([share, receiving.share]);
  return [
    end,
    { act: 'end', stake: receiving.id, version: receiving.version, to: day },
    { act: 'begin', holder: by, share: sum, from },
  ];
}
