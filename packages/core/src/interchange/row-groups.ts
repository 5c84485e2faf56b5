import type { Cell, Rows } from './table-cells.ts';

/** The places of rows, those of one group together, and where each group ends among them. */
export type RowGroups = { readonly places: Uint32Array; readonly ends: Uint32Array };

/**
 * Rows that belong together, groups in order of their first row, rows in their given order; a group is put together when
 * its turn comes.
 */
export function* groupsOfRows(rows: Rows, { places, ends }: RowGroups): Generator<readonly (readonly Cell[])[]> {
  let begin = 0;
  for (const end of ends) {
    yield Array.from(places.subarray(begin, end), (place) => rows.at(place) ?? []);
    begin = end;
  }
}

/** Which rows belong together: those of one key. */
export function rowGroups(rows: Rows, keyOf: (row: readonly Cell[]) => string): RowGroups {
  const numbers = new Map<string, number>();
  const groups = new Uint32Array(rows.length);
  let at = 0;
  for (const row of rows) {
    const key = keyOf(row);
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    groups[at] = known;
    at += 1;
  }
  const ends = new Uint32Array(numbers.size);
  for (const group of groups) ends[group] = (ends[group] ?? 0) + 1;
  for (let group = 1; group < ends.length; group += 1) ends[group] = (ends[group] ?? 0) + (ends[group - 1] ?? 0);
  const places = new Uint32Array(rows.length);
  const next = new Uint32Array(ends.length);
  next.set(ends.subarray(0, Math.max(0, ends.length - 1)), Math.min(1, ends.length));
  groups.forEach((group, place) => {
    const to = next[group] ?? 0;
    places[to] = place;
    next[group] = to + 1;
  });
  return { places, ends };
}
