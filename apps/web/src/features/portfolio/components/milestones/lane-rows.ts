/** Something that lies along a row from one place to another. */
export type Extent = { readonly from: number; readonly to: number };

/**
 * Rows for the extents of a lane, in their order, so that nothing in a row overlaps; as few rows as first fit gives.
 * @example rowsFor([{ from: 0, to: 9 }, { from: 5, to: 9 }, { from: 10, to: 12 }]) // => [0, 1, 0]
 */
export function rowsFor(extents: readonly Extent[], gap = 0): number[] {
  const ends: number[] = [];
  return extents.map(({ from, to }) => {
    const free = ends.findIndex((end) => end + gap <= from);
    const row = free < 0 ? ends.length : free;
    ends[row] = to;
    return row;
  });
}

/** Groups of neighbours nearer than `reach`, in order along the axis. */
export function clusters<T>(items: readonly T[], place: (item: T) => number, reach: number): T[][] {
  const sorted = [...items].sort((one, other) => place(one) - place(other));
  const groups: T[][] = [];
  let first = Number.NEGATIVE_INFINITY;
  for (const item of sorted) {
    const group = groups.at(-1);
    if (group && place(item) - first < reach) group.push(item);
    else {
      groups.push([item]);
      first = place(item);
    }
  }
  return groups;
}
