import type { Memberships } from '../network/index.ts';

/** Rows of memberships grouped: those of group `g` stand at `offsets[g]` to `offsets[g + 1]`, in their order. */
export type Grouped = { readonly offsets: Uint32Array; readonly rows: Uint32Array };

/** Rows by the number that a column gives them (counting sort). */
export function grouped(rows: Uint32Array, numberOf: Int32Array, count: number): Grouped {
  const offsets = new Uint32Array(count + 1);
  for (const row of rows) {
    const group = numberOf[row] as number;
    offsets[group + 1] = (offsets[group + 1] as number) + 1;
  }
  for (let group = 0; group < count; group += 1)
    offsets[group + 1] = (offsets[group + 1] as number) + (offsets[group] as number);
  const next = offsets.slice(0, -1);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const group = numberOf[row] as number;
    const place = next[group] as number;
    sorted[place] = row;
    next[group] = place + 1;
  }
  return { offsets, rows: sorted };
}

/** Rows that can be placed in time, and why others cannot. */
export type Spells = {
  readonly rows: Uint32Array;
  /** Without a beginning. */
  readonly undated: number;
  /** Of a firm that is a member of the same alliance at the time by another row. */
  readonly repeated: number;
};

/** The spells of firms in alliances: rows with a beginning, no two of one firm and alliance at the same time. */
export function spellsOf(memberships: Memberships): Spells {
  const { alliance, firm, from, to } = memberships.columns;
  const dated = new Uint32Array(memberships.count);
  let count = 0;
  for (let row = 0; row < memberships.count; row += 1) if (memberships.hasBeginning(row)) dated[count++] = row;
  const { offsets, rows } = grouped(dated.subarray(0, count), alliance, memberships.alliances.length);
  const isRepeated = new Uint8Array(memberships.count);
  let repeated = 0;
  for (let which = 0; which + 1 < offsets.length; which += 1) {
    const members = rows.subarray(offsets[which], offsets[which + 1]);
    if (members.length < 2) continue;
    // By firm, then from the longest spell of those that begin together.
    members.sort(
      (one, other) =>
        (firm[one] as number) - (firm[other] as number) ||
        (from[one] as number) - (from[other] as number) ||
        (to[other] as number) - (to[one] as number),
    );
    let kept = members[0] as number;
    for (const row of members.subarray(1)) {
      if (firm[row] === firm[kept] && (from[row] as number) < (to[kept] as number)) {
        isRepeated[row] = 1;
        repeated += 1;
      } else kept = row;
    }
  }
  const kept = dated.subarray(0, count).filter((row) => isRepeated[row] === 0);
  return { rows: kept, undated: memberships.count - count, repeated };
}
