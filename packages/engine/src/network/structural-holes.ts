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

const TERMS = 4;
/** 1 by the sum of the weights of its ties, and the logarithm of that. */
const PART = 0;
const LOG_PART = 1;
/** Sum of the terms c of a rank's constraint, and of c ln(root of c). */
const CONSTRAINT = 2;
const ENTROPY = 3;

/** What the ties say of their two ends, TERMS numbers a rank. */
function termSums(forward: ForwardTies, through: Float64Array): Float64Array {
  const { starts, ends, weights } = forward;
  const nodeCount = starts.length - 1;
  const sums = new Float64Array(TERMS * nodeCount);
  for (let rank = 0; rank < nodeCount; rank += 1) {
    const { share } = cornerAt(forward, rank);
    sums[TERMS * rank + PART] = share;
    sums[TERMS * rank + LOG_PART] = Math.log(share);
  }
  for (let rank = 0; rank < nodeCount; rank += 1) {
    const at = TERMS * rank;
    const part = sums[at + PART] as number;
    const logPart = sums[at + LOG_PART] as number;
    const last = starts[rank + 1] as number;
    let constraint = 0;
    let entropy = 0;
    for (let tie = starts[rank] as number; tie < last; tie += 1) {
      // Seen from either end the same, but for the end's share: one logarithm serves both.
      const reach = (weights[tie] as number) + (through[tie] as number);
      const logReach = reach === 1 ? 0 : Math.log(reach);
      const p = reach * part;
      const own = p * p;
      constraint += own;
      entropy += own * (logReach + logPart);
      const end = TERMS * (ends[tie] as number);
      const q = reach * (sums[end + PART] as number);
      const theirs = q * q;
      sums[end + CONSTRAINT] = (sums[end + CONSTRAINT] as number) + theirs;
      sums[end + ENTROPY] = (sums[end + ENTROPY] as number) + theirs * (logReach + (sums[end + LOG_PART] as number));
    }
    sums[at + CONSTRAINT] = (sums[at + CONSTRAINT] as number) + constraint;
    sums[at + ENTROPY] = (sums[at + ENTROPY] as number) + entropy;
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
    const at = TERMS * (forward.ranks[node] as number);
    const total = sums[at + CONSTRAINT] as number;
    constraint[node] = total;
    if (contacts === 1) continue;
    const entropy = 2 * (sums[at + ENTROPY] as number);
    hierarchy[node] = (entropy / total + Math.log(contacts / total)) / Math.log(contacts);
  }
  return { ...overlapOf(graph, forward), constraint, hierarchy };
}
