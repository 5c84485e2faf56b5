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
 * Each tie once, from the end of lower rank to that of higher rank. `out[k]` is p of the lower end towards the higher,
 * `back[k]` of the higher towards the lower, where p_ij is the share of i's strength that lies in its tie to j.
 */
type Forward = {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly out: Float64Array;
  readonly back: Float64Array;
  /** Strength of a rank by its strongest tie: m_jq = p_jq x this. */
  readonly relative: Float64Array;
};

function forwardTies(graph: Graph, { nodes, ranks }: ReturnType<typeof degreeOrder>): Forward {
  const { nodeCount, offsets, neighbours, weights } = graph;
  const strength = new Float64Array(nodeCount);
  const relative = new Float64Array(nodeCount);
  for (let rank = 0; rank < nodeCount; rank += 1) {
    const node = nodes[rank] as number;
    let sum = 0;
    let strongest = 0;
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at += 1) {
      const weight = weights[at] as number;
      sum += weight;
      if (weight > strongest) strongest = weight;
    }
    strength[rank] = sum;
    relative[rank] = strongest === 0 ? 0 : sum / strongest;
  }
  const tieCount = neighbours.length / 2;
  const starts = new Uint32Array(nodeCount + 1);
  const ends = new Uint32Array(tieCount);
  const out = new Float64Array(tieCount);
  const back = new Float64Array(tieCount);
  let tie = 0;
  for (let rank = 0; rank < nodeCount; rank += 1) {
    const node = nodes[rank] as number;
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at += 1) {
      const other = ranks[neighbours[at] as number] as number;
      if (other < rank) continue;
      ends[tie] = other;
      out[tie] = (weights[at] as number) / (strength[rank] as number);
      back[tie] = (weights[at] as number) / (strength[other] as number);
      tie += 1;
    }
    starts[rank + 1] = tie;
  }
  return { starts, ends, out, back, relative };
}

type Sums = {
  /** Of p_iq p_qj over the contacts q that i and j have in common, lower end towards higher. */
  readonly out: Float64Array;
  readonly back: Float64Array;
  /** Of p_iq m_jq over ordered pairs of i's contacts, by rank. */
  readonly redundancy: Float64Array;
  readonly triangles: Float64Array;
};

/** Each triangle once, u before v before w, adding to its six ordered pairs and its three corners. */
function sumsOverTriangles({ starts, ends, out, back, relative }: Forward): Sums {
  const nodeCount = relative.length;
  const sums: Sums = {
    out: new Float64Array(ends.length),
    back: new Float64Array(ends.length),
    redundancy: new Float64Array(nodeCount),
    triangles: new Float64Array(nodeCount),
  };
  const { out: sumOut, back: sumBack, redundancy, triangles } = sums;
  // Position of the tie from u to this rank, plus one; 0: none.
  const tieTo = new Uint32Array(nodeCount);
  for (let u = 0; u < nodeCount; u += 1) {
    const first = starts[u] as number;
    const last = starts[u + 1] as number;
    if (last - first < 2) continue;
    for (let uv = first; uv < last; uv += 1) tieTo[ends[uv] as number] = uv + 1;
    let redundancyOfU = 0;
    let trianglesOfU = 0;
    const relativeOfU = relative[u] as number;
    for (let uv = first; uv < last; uv += 1) {
      const v = ends[uv] as number;
      const pUv = out[uv] as number;
      const pVu = back[uv] as number;
      const relativeOfV = relative[v] as number;
      let sumUv = 0;
      let sumVu = 0;
      let redundancyOfV = 0;
      let trianglesOfV = 0;
      const lastOfV = starts[v + 1] as number;
      for (let vw = starts[v] as number; vw < lastOfV; vw += 1) {
        const w = ends[vw] as number;
        const found = tieTo[w] as number;
        if (found === 0) continue;
        const uw = found - 1;
        const pUw = out[uw] as number;
        const pWu = back[uw] as number;
        const pVw = out[vw] as number;
        const pWv = back[vw] as number;
        const relativeOfW = relative[w] as number;
        sumUv += pUw * pWv;
        sumVu += pVw * pWu;
        sumOut[uw] = (sumOut[uw] as number) + pUv * pVw;
        sumBack[uw] = (sumBack[uw] as number) + pWv * pVu;
        sumOut[vw] = (sumOut[vw] as number) + pVu * pUw;
        sumBack[vw] = (sumBack[vw] as number) + pWu * pUv;
        redundancyOfU += pUv * pWv * relativeOfW + pUw * pVw * relativeOfV;
        redundancyOfV += pVu * pWu * relativeOfW + pVw * pUw * relativeOfU;
        redundancy[w] = (redundancy[w] as number) + pWu * pVu * relativeOfV + pWv * pUv * relativeOfU;
        triangles[w] = (triangles[w] as number) + 1;
        trianglesOfV += 1;
      }
      sumOut[uv] = (sumOut[uv] as number) + sumUv;
      sumBack[uv] = (sumBack[uv] as number) + sumVu;
      redundancy[v] = (redundancy[v] as number) + redundancyOfV;
      triangles[v] = (triangles[v] as number) + trianglesOfV;
      trianglesOfU += trianglesOfV;
    }
    redundancy[u] = (redundancy[u] as number) + redundancyOfU;
    triangles[u] = (triangles[u] as number) + trianglesOfU;
    for (let uv = first; uv < last; uv += 1) tieTo[ends[uv] as number] = 0;
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
  const sums = sumsOverTriangles(forward);
  const constraint = new Float64Array(nodeCount);
  // Sum of c ln c over the terms c of a node's constraint.
  const entropy = new Float64Array(nodeCount);
  const addTerm = (rank: number, share: number): void => {
    const term = share * share;
    constraint[rank] = (constraint[rank] as number) + term;
    entropy[rank] = (entropy[rank] as number) + term * Math.log(term);
  };
  for (let rank = 0; rank < nodeCount; rank += 1) {
    for (let tie = forward.starts[rank] as number; tie < (forward.starts[rank + 1] as number); tie += 1) {
      addTerm(rank, (forward.out[tie] as number) + (sums.out[tie] as number));
      addTerm(forward.ends[tie] as number, (forward.back[tie] as number) + (sums.back[tie] as number));
    }
  }
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
    const total = constraint[rank] as number;
    const size = contacts - (sums.redundancy[rank] as number);
    measures.constraint[node] = total;
    measures.effectiveSize[node] = size;
    measures.efficiency[node] = size / contacts;
    if (contacts === 1) continue;
    measures.hierarchy[node] = ((entropy[rank] as number) / total + Math.log(contacts / total)) / Math.log(contacts);
    measures.clustering[node] = (2 * (sums.triangles[rank] as number)) / (contacts * (contacts - 1));
  }
  return measures;
}
