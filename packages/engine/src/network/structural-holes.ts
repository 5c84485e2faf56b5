import { degreeOrder } from './degree-order.ts';
import type { Graph } from './graph.ts';

/** One value a node; NaN where the measure is not defined. */
export type StructuralHoles = {
  /** Contacts less their redundancy; undefined without contacts. */
  readonly effectiveSize: Float64Array;
  /** Effective size by number of contacts, 0 to 1. */
  readonly efficiency: Float64Array;
  /** How far all of a node's time and energy leads back to the same contacts; undefined without contacts. */
  readonly constraint: Float64Array;
  /** How far constraint is concentrated in one contact, 0 to 1; undefined with fewer than two contacts. */
  readonly hierarchy: Float64Array;
  /** Share of pairs of contacts that are tied to each other; undefined with fewer than two contacts. */
  readonly clustering: Float64Array;
};

/**
 * Each tie once, from the end of lower rank to that of higher rank. All that a triangle asks of a tie and adds to it
 * lies side by side in `ties`, FIELDS numbers a tie.
 */
type Forward = {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Most ties of one rank to higher ranks; of m ties no more than the root of 2m. */
  readonly most: number;
  readonly ties: Float64Array;
  /** By rank: 1 by the sum of the weights of its ties, and 1 by the greatest of them; 0 without ties. */
  readonly share: Float64Array;
  readonly strongest: Float64Array;
};

const FIELDS = 3;
/** Weight of the tie. */
const WEIGHT = 0;
/** Sum over the contacts q that both ends have in common of w_iq w_qj by q's strength. */
const THROUGH = 1;
/** Sum over the same of w_iq w_jq. */
const TOGETHER = 2;

function forwardTies(graph: Graph, { nodes, ranks }: ReturnType<typeof degreeOrder>): Forward {
  const { nodeCount, offsets, neighbours, weights } = graph;
  const share = new Float64Array(nodeCount);
  const strongest = new Float64Array(nodeCount);
  const starts = new Uint32Array(nodeCount + 1);
  const ends = new Uint32Array(neighbours.length / 2);
  const ties = new Float64Array(FIELDS * ends.length);
  let tie = 0;
  let most = 0;
  for (let rank = 0; rank < nodeCount; rank += 1) {
    const node = nodes[rank] as number;
    const last = offsets[node + 1] as number;
    let sum = 0;
    let greatest = 0;
    for (let at = offsets[node] as number; at < last; at += 1) {
      const weight = weights[at] as number;
      sum += weight;
      if (weight > greatest) greatest = weight;
      const other = ranks[neighbours[at] as number] as number;
      if (other < rank) continue;
      ends[tie] = other;
      ties[FIELDS * tie + WEIGHT] = weight;
      tie += 1;
    }
    starts[rank + 1] = tie;
    most = Math.max(most, tie - (starts[rank] as number));
    if (sum === 0) continue;
    share[rank] = 1 / sum;
    strongest[rank] = 1 / greatest;
  }
  return { starts, ends, most, ties, share, strongest };
}

/**
 * Each triangle once, u before v before w, adding to its three ties; both sums of a tie are the same seen from either
 * end, but for a factor. Returns how many triangles each rank is a corner of.
 */
function addTriangles({ starts, ends, most, ties, share }: Forward): Uint32Array {
  const nodeCount = share.length;
  const corners = new Uint32Array(nodeCount);
  // Place among u's ties of the one to this rank, plus one; 0: none.
  const tieTo = new Uint16Array(nodeCount);
  // Ties from v that close a triangle with u; the place after the last is written before it is known to count.
  const closing = new Uint32Array(most + 1);
  for (let u = 0; u < nodeCount; u += 1) {
    const first = starts[u] as number;
    const last = starts[u + 1] as number;
    if (last - first < 2) continue;
    for (let uv = first; uv < last; uv += 1) tieTo[ends[uv] as number] = uv - first + 1;
    const shareOfU = share[u] as number;
    let cornersOfU = 0;
    for (let uv = first; uv < last; uv += 1) {
      const v = ends[uv] as number;
      const lastOfV = starts[v + 1] as number;
      let found = 0;
      for (let vw = starts[v] as number; vw < lastOfV; vw += 1) {
        closing[found] = vw;
        if (tieTo[ends[vw] as number] !== 0) found += 1;
      }
      if (found === 0) continue;
      const weightUv = ties[FIELDS * uv + WEIGHT] as number;
      const weightByV = weightUv * (share[v] as number);
      let through = 0;
      let together = 0;
      for (let nth = 0; nth < found; nth += 1) {
        const vw = closing[nth] as number;
        const w = ends[vw] as number;
        const atUw = FIELDS * (first + (tieTo[w] as number) - 1);
        const atVw = FIELDS * vw;
        const weightUw = ties[atUw + WEIGHT] as number;
        const weightVw = ties[atVw + WEIGHT] as number;
        const overW = weightUw * weightVw;
        through += overW * (share[w] as number);
        together += overW;
        ties[atUw + THROUGH] = (ties[atUw + THROUGH] as number) + weightByV * weightVw;
        ties[atUw + TOGETHER] = (ties[atUw + TOGETHER] as number) + weightUv * weightVw;
        const overU = weightUv * weightUw;
        ties[atVw + THROUGH] = (ties[atVw + THROUGH] as number) + overU * shareOfU;
        ties[atVw + TOGETHER] = (ties[atVw + TOGETHER] as number) + overU;
        corners[w] = (corners[w] as number) + 1;
      }
      ties[FIELDS * uv + THROUGH] = (ties[FIELDS * uv + THROUGH] as number) + through;
      ties[FIELDS * uv + TOGETHER] = (ties[FIELDS * uv + TOGETHER] as number) + together;
      corners[v] = (corners[v] as number) + found;
      cornersOfU += found;
    }
    corners[u] = (corners[u] as number) + cornersOfU;
    for (let uv = first; uv < last; uv += 1) tieTo[ends[uv] as number] = 0;
  }
  return corners;
}

type Sums = {
  readonly constraint: Float64Array;
  /** Of c ln c over the terms c of a node's constraint. */
  readonly entropy: Float64Array;
  /** Of p_iq m_jq over ordered pairs of i's contacts. */
  readonly redundancy: Float64Array;
};

/** What the ties say of their two ends, by rank. */
function sumsOverTies({ starts, ends, ties, share, strongest }: Forward): Sums {
  const nodeCount = share.length;
  const sums = {
    constraint: new Float64Array(nodeCount),
    entropy: new Float64Array(nodeCount),
    redundancy: new Float64Array(nodeCount),
  };
  const add = (rank: number, other: number, reach: number, together: number): void => {
    const part = reach * (share[rank] as number);
    const term = part * part;
    sums.constraint[rank] = (sums.constraint[rank] as number) + term;
    sums.entropy[rank] = (sums.entropy[rank] as number) + term * Math.log(term);
    const overlap = together * (share[rank] as number) * (strongest[other] as number);
    sums.redundancy[rank] = (sums.redundancy[rank] as number) + overlap;
  };
  for (let rank = 0; rank < nodeCount; rank += 1) {
    for (let tie = starts[rank] as number; tie < (starts[rank + 1] as number); tie += 1) {
      const at = FIELDS * tie;
      const end = ends[tie] as number;
      const reach = (ties[at + WEIGHT] as number) + (ties[at + THROUGH] as number);
      const together = ties[at + TOGETHER] as number;
      add(rank, end, reach, together);
      add(end, rank, reach, together);
    }
  }
  return sums;
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
  const order = degreeOrder(graph);
  const forward = forwardTies(graph, order);
  const triangles = addTriangles(forward);
  const sums = sumsOverTies(forward);
  const empty = (): Float64Array => new Float64Array(nodeCount).fill(Number.NaN);
  const measures = {
    effectiveSize: empty(),
    efficiency: empty(),
    constraint: empty(),
    hierarchy: empty(),
    clustering: empty(),
  };
  for (let node = 0; node < nodeCount; node += 1) {
    const rank = order.ranks[node] as number;
    const contacts = (offsets[node + 1] as number) - (offsets[node] as number);
    if (contacts === 0) continue;
    const total = sums.constraint[rank] as number;
    const size = contacts - (sums.redundancy[rank] as number);
    measures.constraint[node] = total;
    measures.effectiveSize[node] = size;
    measures.efficiency[node] = size / contacts;
    if (contacts === 1) continue;
    measures.hierarchy[node] =
      ((sums.entropy[rank] as number) / total + Math.log(contacts / total)) / Math.log(contacts);
    measures.clustering[node] = (2 * (triangles[rank] as number)) / (contacts * (contacts - 1));
  }
  return measures;
}
