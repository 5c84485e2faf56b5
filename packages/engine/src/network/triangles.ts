import { coarseDegreeOrder } from './degree-order.ts';
import type { Graph } from './graph.ts';

/** Each tie once, from the end of lower rank to that of higher rank; what is asked of a node stands by its rank. */
export type ForwardTies = {
  /** Of each node. */
  readonly ranks: Uint32Array;
  /** Ties of rank r stand at starts[r] to starts[r + 1]. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly weights: Float64Array;
  /** Most ties of one rank to higher ranks; of m ties no more than twice the root of m. */
  readonly most: number;
  /** PARTS numbers a rank, side by side because a triangle asks for all of them. */
  readonly corners: Float64Array;
};

// Not exported: what other files can see is read from a cell at each use, which made the pass half as long again.
const PARTS = 4;
/** 1 by the sum of the weights of its ties; 0 without ties. */
const SHARE = 0;
/** 1 by the greatest of them; 0 without ties. */
const STRONGEST = 1;
/** Of w_iq m_jq over ordered pairs j, q of i's contacts: filled by `addTriangles`. */
const REDUNDANCY = 2;
/** How many triangles it is a corner of: filled by `addTriangles`. */
const TRIANGLES = 3;

/** The ties of a network in one direction, so that each triangle is met once; its sums are still 0. */
export function forwardTies(graph: Graph): ForwardTies {
  const { nodeCount, offsets, neighbours, weights } = graph;
  const { nodes, ranks } = coarseDegreeOrder(graph);
  const ties = neighbours.length / 2;
  const starts = new Int32Array(nodeCount + 1);
  // One place more: what does not count is written behind the last that does.
  const ends = new Int32Array(ties + 1);
  const kept = new Float64Array(ties + 1);
  const corners = new Float64Array(PARTS * nodeCount);
  let tie = 0;
  let most = 0;
  for (let rank = 0; rank < nodeCount; rank += 1) {
    const node = nodes[rank] as number;
    const first = offsets[node] as number;
    const last = offsets[node + 1] as number;
    let sum = 0;
    let greatest = 0;
    for (let at = first; at < last; at += 1) {
      const weight = weights[at] as number;
      sum += weight;
      if (weight > greatest) greatest = weight;
      const other = ranks[neighbours[at] as number] as number;
      ends[tie] = other;
      kept[tie] = weight;
      // 1 where the other ranks higher, else 0: a jump that goes either way as often is dearer than two writes.
      tie += (rank - other) >>> 31;
    }
    starts[rank + 1] = tie;
    most = Math.max(most, tie - (starts[rank] as number));
    if (first === last) continue;
    corners[PARTS * rank + SHARE] = 1 / sum;
    corners[PARTS * rank + STRONGEST] = 1 / greatest;
  }
  return { ranks, starts, ends, weights: kept, most, corners };
}

/**
 * Each triangle once, u before v before w by rank, adding to its three corners and, where they are asked for, to its three
 * ties. The corners' sums are those of one node; the sum of a tie is the same seen from either end.
 * @param through by tie: filled with the sum over the contacts q that both ends have in common of w_iq w_qj by q's
 * strength; null where nobody asks
 */
export function addTriangles(
  { starts, ends, weights, most, corners }: ForwardTies,
  through: Float64Array | null,
): void {
  const nodeCount = starts.length - 1;
  // Place among u's ties of the one to this rank, plus one; 0: none.
  const tieTo = new Uint16Array(nodeCount);
  // Ties from v that close a triangle with u; the place after the last is written before it is known to count.
  const closing = new Int32Array(most + 1);
  let touched = 0;
  for (let u = 0; u < nodeCount; u += 1) {
    const first = starts[u] as number;
    const last = starts[u + 1] as number;
    if (last - first < 2) continue;
    let highest = 0;
    for (let uv = first; uv < last; uv += 1) {
      const v = ends[uv] as number;
      tieTo[v] = uv - first + 1;
      highest = Math.max(highest, v);
      // Read for nothing but that v's ties are near when they are asked for: here many are waited for at once, there one by one.
      touched |= ends[starts[v] as number] as number;
    }
    const atU = PARTS * u;
    const shareOfU = corners[atU + SHARE] as number;
    const strongestOfU = corners[atU + STRONGEST] as number;
    let redundancyOfU = 0;
    let trianglesOfU = 0;
    for (let uv = first; uv < last; uv += 1) {
      const v = ends[uv] as number;
      // Of u's neighbours none is beyond it.
      if (v === highest) continue;
      const lastOfV = starts[v + 1] as number;
      let found = 0;
      for (let vw = starts[v] as number; vw < lastOfV; vw += 1) {
        closing[found] = vw;
        if (tieTo[ends[vw] as number] !== 0) found += 1;
      }
      if (found === 0) continue;
      const atV = PARTS * v;
      const strongestOfV = corners[atV + STRONGEST] as number;
      const weightUv = weights[uv] as number;
      const byU = weightUv * shareOfU;
      const byV = weightUv * (corners[atV + SHARE] as number);
      let redundancyOfV = 0;
      let throughUv = 0;
      for (let nth = 0; nth < found; nth += 1) {
        const vw = closing[nth] as number;
        const w = ends[vw] as number;
        const uw = first + (tieTo[w] as number) - 1;
        const atW = PARTS * w;
        const strongestOfW = corners[atW + STRONGEST] as number;
        const weightUw = weights[uw] as number;
        const weightVw = weights[vw] as number;
        redundancyOfU += weightVw * (weightUw * strongestOfV + weightUv * strongestOfW);
        redundancyOfV += weightUw * (weightVw * strongestOfU + weightUv * strongestOfW);
        corners[atW + REDUNDANCY] =
          (corners[atW + REDUNDANCY] as number) + weightUv * (weightVw * strongestOfU + weightUw * strongestOfV);
        corners[atW + TRIANGLES] = (corners[atW + TRIANGLES] as number) + 1;
        if (through === null) continue;
        throughUv += weightUw * weightVw * (corners[atW + SHARE] as number);
        through[uw] = (through[uw] as number) + byV * weightVw;
        through[vw] = (through[vw] as number) + byU * weightUw;
      }
      corners[atV + REDUNDANCY] = (corners[atV + REDUNDANCY] as number) + redundancyOfV;
      corners[atV + TRIANGLES] = (corners[atV + TRIANGLES] as number) + found;
      trianglesOfU += found;
      if (through !== null) through[uv] = (through[uv] as number) + throughUv;
    }
    corners[atU + REDUNDANCY] = (corners[atU + REDUNDANCY] as number) + redundancyOfU;
    corners[atU + TRIANGLES] = (corners[atU + TRIANGLES] as number) + trianglesOfU;
    for (let uv = first; uv < last; uv += 1) tieTo[ends[uv] as number] = 0;
  }
  // What is never used would never be read.
  closing[0] = touched;
}

/** What the triangles of a node come to, beside the share of its strength that a tie of weight 1 is. */
export type Corner = { readonly share: number; readonly redundancy: number; readonly triangles: number };

/** Reads what the node of this rank has. */
export const cornerAt = ({ corners }: ForwardTies, rank: number): Corner => ({
  share: corners[PARTS * rank + SHARE] as number,
  redundancy: corners[PARTS * rank + REDUNDANCY] as number,
  triangles: corners[PARTS * rank + TRIANGLES] as number,
});
