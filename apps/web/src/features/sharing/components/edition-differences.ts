import type { RoomSection } from '@entente/contract/sharing';
import { SHAREABLE_KINDS, type ShareableKind } from '@entente/core/accounts';
import type { RoomFields, RoomValue } from './room-value.ts';

export type RowDifference =
  | { readonly state: 'added' | 'removed'; readonly fields: RoomFields }
  | { readonly state: 'changed'; readonly before: RoomFields; readonly after: RoomFields };

/** What of one kind another edition would show otherwise. */
export type KindDifference = {
  readonly kind: ShareableKind;
  /** How many records there are, before and after, where only that is shown and it differs. */
  readonly counts: readonly [before: number, after: number] | null;
  readonly rows: readonly RowDifference[];
};

/** Items have ids of their own in each edition, so a reference is the same when it tells the same name. */
export const isSameValue = (one: RoomValue | undefined, other: RoomValue | undefined): boolean =>
  toldOf(one) === toldOf(other);
const toldOf = (value: RoomValue | undefined): string | number | null =>
  typeof value === 'object' ? (value?.name ?? null) : (value ?? null);

/**
 * Where two contents differ, kind by kind. A row that left and one that came are told as one that changed when they agree in
 * at least half of their fields.
 */
export function editionDifferences(
  before: readonly RoomSection[],
  after: readonly RoomSection[],
): readonly KindDifference[] {
  return SHAREABLE_KINDS.flatMap((kind): KindDifference[] => {
    const [old, fresh] = [before, after].map((sections) => sections.find((each) => each.kind === kind));
    const counts = countsOf(old, fresh);
    const rows = rowDifferences(fieldsOf(old), fieldsOf(fresh));
    return counts === null && rows.length === 0 ? [] : [{ kind, counts, rows }];
  });
}

const fieldsOf = (section: RoomSection | undefined): readonly RoomFields[] =>
  (section?.items ?? []).map(({ fields }) => fields);

function countsOf(old: RoomSection | undefined, fresh: RoomSection | undefined): KindDifference['counts'] {
  const [before, after] = [old?.count ?? null, fresh?.count ?? null];
  if (before === null && after === null) return null;
  return before === after ? null : [before ?? 0, after ?? 0];
}

const agreement = (one: RoomFields, other: RoomFields): number =>
  Object.keys(one).filter((field) => isSameValue(one[field], other[field])).length;

const isSame = (one: RoomFields, other: RoomFields): boolean => agreement(one, other) === Object.keys(one).length;

/** Rows of one side that the other does not have; each of the other's stands for one alone. */
function without(rows: readonly RoomFields[], others: readonly RoomFields[]): RoomFields[] {
  const left = [...others];
  return rows.filter((row) => {
    const at = left.findIndex((other) => isSame(row, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function rowDifferences(old: readonly RoomFields[], fresh: readonly RoomFields[]): readonly RowDifference[] {
  const added = without(fresh, old);
  const gone = without(old, fresh).map((before): RowDifference => {
    const half = Object.keys(before).length / 2;
    const best = added.reduce<number | null>((found, row, at) => {
      const least = found === null ? half : agreement(before, added[found] ?? {}) + 1;
      return agreement(before, row) >= least ? at : found;
    }, null);
    const [after] = best === null ? [] : added.splice(best, 1);
    return after === undefined ? { state: 'removed', fields: before } : { state: 'changed', before, after };
  });
  return [...gone, ...added.map((fields): RowDifference => ({ state: 'added', fields }))];
}
