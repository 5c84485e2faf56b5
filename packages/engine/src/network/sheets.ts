import type { Spots } from './settled-places.ts';

/** A part of a network on a sheet of its own. */
export type Sheet = Spots & {
  readonly nodes: readonly number[];
  readonly width: number;
  readonly height: number;
};

/** What a part leaves free at each side; a node has a room of 1. */
const MARGIN = 0.8;
/** Rows are about this much wider than all of them are high. */
const LYING = 1.9;

function extent(values: Float64Array): { readonly least: number; readonly wide: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return { least, wide: most - least };
}

/**
 * A part on a sheet whose area grows with its nodes, lying rather than standing.
 * @param nodes numbers of the part's nodes; `spots` holds the nth at n
 * @returns places from the lower left corner of the sheet
 * @example sheetOf([4], { x: Float64Array.of(7), y: Float64Array.of(7) }).width // => 1.6
 */
export function sheetOf(nodes: readonly number[], spots: Spots): Sheet {
  const isStanding = extent(spots.y).wide > extent(spots.x).wide;
  const { x, y } = isStanding ? { x: spots.y, y: spots.x } : spots;
  const [across, up] = [extent(x), extent(y)];
  const room = Math.sqrt(nodes.length);
  const scale =
    across.wide === 0
      ? 0
      : Math.min((1.6 * room) / Math.sqrt(across.wide * Math.max(up.wide, across.wide / 3)), (3 * room) / across.wide);
  return {
    nodes,
    x: x.map((value) => MARGIN + (value - across.least) * scale),
    y: y.map((value) => MARGIN + (value - up.least) * scale),
    width: across.wide * scale + 2 * MARGIN,
    height: up.wide * scale + 2 * MARGIN,
  };
}

/**
 * Sheets in rows, in the order given: none lies upon another.
 * @returns a place for each of `nodeCount` nodes
 * @example [...laidInRows(1, [sheetOf([0], { x: Float64Array.of(7), y: Float64Array.of(7) })]).x] // => [0.8]
 */
export function laidInRows(nodeCount: number, sheets: readonly Sheet[]): Spots {
  const area = sheets.reduce((sum, { width, height }) => sum + width * height, 0);
  const wide = Math.max(sheets[0]?.width ?? 0, Math.sqrt(area * LYING));
  const places = { x: new Float64Array(nodeCount), y: new Float64Array(nodeCount) };
  let [left, top, high] = [0, 0, 0];
  for (const { nodes, x, y, width, height } of sheets) {
    if (left > 0 && left + width > wide) [left, top, high] = [0, top - high, 0];
    high = Math.max(high, height);
    for (const [nth, node] of nodes.entries()) {
      places.x[node] = left + (x[nth] as number);
      places.y[node] = top - height + (y[nth] as number);
    }
    left += width;
  }
  return places;
}
