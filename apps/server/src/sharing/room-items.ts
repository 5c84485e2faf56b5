import type { ShareableKind } from '@entente/core/accounts';

/** An item as its edition holds it: a copied record, a record that others only name, or how many there are of a kind. */
export type RoomItem = {
  readonly id: string;
  readonly form: 'record' | 'name' | 'count';
  readonly kind: ShareableKind;
  readonly payload: Readonly<Record<string, unknown>>;
};

/** An item before it is written, with the record it is a copy of. References lead to other items. */
export type ChosenItem = RoomItem & { readonly recordId: string | null };

export type RoomHead = { readonly title: string; readonly alliance: string; readonly firm: string };
