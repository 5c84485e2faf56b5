import type { Graph } from './graph.ts';
import { addTriangles, cornerAt, type ForwardTies, forwardTies } from './triangles.ts';

/** One value a node; NaN where the measure is not defined. */
export type ContactOverlap = {
  /** Contacts less their redundancy; undefined without contacts. */
  readonly effectiveSize: Float64Array;
  /** Effective size by number of contacts, 0 to 1. */
  readonly efficiency: Float64Array;
  /** Share of pairs of contacts that are tied to each other; undefined with fewer than two contacts. */
  readonly clustering: Float64Array;
};

/** One value a node; NaN where the measure is not defined. */
export type StructuralHoles = ContactOverlap & {
  /** How far all of a node's time and energy leads back to the same contacts; undefined without contacts. */
  readonly constraint: Float64Array;
  /** How far constraint is concentrated in one contact, 0 to 1; undefined with fewer than two contacts. */
  readonly hierarchy: Float64Array;
};

const undefinedFor = (nodeCount: number): Float64Array => new Float64Array(nodeCount).fill(Number.NaN);

function overlapOf({ nodeCount, offsets }: Graph, forward: ForwardTies): ContactOverlap {
  const measures = {
    effectiveSize: undefinedFor(nodeCount),
    efficiency: undefinedFor(nodeCount),
    clustering: undefinedFor(nodeCount),
  };
  for (let node = 0; node < nodeCount; node += 1) {
    const contacts = (offsets[node + 1] as number) - (offsets[node] as number);
    if (contacts === 0) continue;
    const { share, redundancy, triangles } = cornerAt(forward, forward.ranks[node] as number);
    const size = contacts - share * redundancy;
    measures.effectiveSize[node] = size;
    measures.efficiency[node] = size / contacts;
    if (contacts > 1) measures.clustering[node] = (2 * triangles) / (contacts * (contacts - 1));
  }
  return measures;
}

const TERMS = 2;
/** Of r^2 over a node's ties, r being its strength times p_ij + sum over q of p_iq p_qj: from either end the same. */
const SQUARES = 0;
/** Of r^2 ln r. */
const LOGS = 1;

/** What the ties say of their two ends, TERMS numbers a rank. */
function termSums({ starts, ends, weights }: ForwardTies, through: Float64Array): Float64Array {
  const nodeCount = starts.length - 1;
  const sums = new Float64Array(TERMS * nodeCount);
  for (let rank = 0; rank < nodeCount; rank += 1) {
    const at = TERMS * rank;
    const last = starts[rank + 1] as number;
    let squares = 0;
    let logs = 0;
    for (let tie = starts[rank] as number; tie < last; tie += 1) {
      const reach = (weights[tie] as number) + (through[tie] as number);
      const square = reach * reach;
      const log = reach === 1 ? 0 : square * Math.log(reach);
      squares += square;
      logs += log;
      const end = TERMS * (ends[tie] as number);
      sums[end + SQUARES] = (sums[end + SQUARES] as number) + square;
      sums[end + LOGS] = (sums[end + LOGS] as number) + log;
    }
    sums[at + SQUARES] = (sums[at + SQUARES] as number) + squares;
    sums[at + LOGS] = (sums[at + LOGS] as number) + logs;
  }
  return sums;
}

/**
 * Effective size, efficiency and clustering of every node alone: the same values as those of `structuralHoles`, bit for
 * bit, for less work, because nothing need be kept of the ties.
 *
 * Source: Burt, Structural Holes (1992), ch. 2; Watts and Strogatz, Nature 393 (1998) for clustering.
 * @example [...contactOverlap(graphFromTies(3, { sources: Uint32Array.of(0, 0), targets: Uint32Array.of(1, 2) })).effectiveSize] // => [2, 1, 1]
 */
export function contactOverlap(graph: Graph): ContactOverlap {
  const forward = forwardTies(graph);
  addTriangles(forward, null);
  return overlapOf(graph, forward);
}

/**
 * Burt's measures of structural holes and local clustering of every node, in one pass over the triangles.
 *
 * With p_ij the share of i's strength that lies in its tie to j, and m_jq = w_jq by j's strongest tie:
 * constraint is the sum over i's contacts j of (p_ij + sum over q of p_iq p_qj)^2; effective size is the sum over j of
 * 1 - sum over q of p_iq m_jq; hierarchy is the Coleman-Theil index of the terms of constraint. Ties count whatever
 * their direction. Clustering does not weigh ties.
 *
 * Source: Burt, Structural Holes (1992), ch. 2; Watts and Strogatz, Nature 393 (1998) for clustering. A triangle of
 * ties adds to six ordered pairs, so the work is of the order of ties and triangles and not of two-step paths.
 * @example [...structuralHoles(graphFromTies(3, { sources: Uint32Array.of(0, 0), targets: Uint32Array.of(1, 2) })).constraint] // => [0.5, 1, 1]
 */
export function structuralHoles(graph: Graph): StructuralHoles {
  const { nodeCount, offsets } = graph;
  const forward = forwardTies(graph);
  const through = new Float64Array(forward.ends.length);
  addTriangles(forward, through);
  const sums = termSums(forward, through);
  const constraint = undefinedFor(nodeCount);
  const hierarchy = undefinedFor(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    const contacts = (offsets[node + 1] as number) - (offsets[node] as number);
    if (contacts === 0) continue;
    const rank = forward.ranks[node] as number;
    const { share } = cornerAt(forward, rank);
    const squares = sums[TERMS * rank + SQUARES] as number;
    const total = share * share * squares;
    constraint[node] = total;
    if (contacts === 1) continue;
    // Mean of the terms' logarithms, each weighed by its term: every term is the square of r by the node's strength.
    const meanLog = 2 * ((sums[TERMS * rank + LOGS] as number) / squares + Math.log(share));
    hierarchy[node] = (meanLog + Math.log(contacts / total)) / Math.log(contacts);
  }
  return { ...overlapOf(graph, forward), constraint, hierarchy };
}
