import type { Day, EdtfDate } from '../../kernel/index.ts';

/**
 * What other capabilities read of the same firm on the same day, as far as the propositions ask for it. Null: nobody has
 * judged it, so rules that need it say that the record tells too little. Alliances are ids.
 */
export type JoinedReadings = {
  /** Business reviews held. */
  readonly reviewsHeld: readonly { readonly alliance: string; readonly day: Day }[] | null;
  /** Percentage points between equity and contribution. */
  readonly misalignments: readonly { readonly alliance: string; readonly points: number }[] | null;
  /** Pairs of active alliances with different houses, and how many of them collide certainly or possibly. */
  readonly segmentation: { readonly pairs: number; readonly certain: number; readonly possible: number } | null;
  /** Resources, `kind:subject`, that more than one alliance of the firm can draw on, with an alliance that holds each. */
  readonly redundancy: readonly { readonly resource: string; readonly alliance: string }[] | null;
  /** Alliances of a partner's house with others that take from an alliance of the firm. */
  readonly diverts:
    | readonly { readonly alliance: string; readonly since: EdtfDate | null; readonly certain: boolean }[]
    | null;
};

export const NOTHING_JOINED: JoinedReadings = Object.freeze({
  reviewsHeld: null,
  misalignments: null,
  segmentation: null,
  redundancy: null,
  diverts: null,
});
