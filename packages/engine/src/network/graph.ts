import { invariant } from '@entente/core/kernel';

/**
 * An undirected network with positive weights, as compressed rows: the neighbours of node `i` stand at
 * `offsets[i]` to `offsets[i + 1]`, ascending; each tie stands twice, once from either end. No self-ties, no doubles.
 */
export type Graph = {
  readonly nodeCount: number;
  /** nodeCount + 1 positions. */
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  /** Of the tie at the same position; strength of repeated ties, 1 where ties are not weighed. */
  readonly weights: Float64Array;
};

/** Ties between nodes, one entry a tie; the same pair may stand several times and in either order. */
export type Ties = {
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  /** Absent: each tie weighs 1. */
  readonly weights?: Float64Array;
};

type Half = { readonly ends: Uint32Array; readonly weights: Float64Array };

/** Both directions of all ties, ordered by `by` first and by the order given second (counting sort). */
function bucketed(offsets: Uint32Array, by: Uint32Array, ends: Uint32Array, weights: Float64Array): Half {
  const next = offsets.slice(0, -1);
  const sorted: Half = { ends: new Uint32Array(by.length), weights: new Float64Array(by.length) };
  for (let at = 0; at < by.length; at += 1) {
    const bucket = by[at] as number;
    const place = next[bucket] as number;
    next[bucket] = place + 1;
    sorted.ends[place] = ends[at] as number;
    sorted.weights[place] = weights[at] as number;
  }
  return sorted;
}

function startsOf(nodeCount: number, { sources, targets }: Ties): Uint32Array {
  const starts = new Uint32Array(nodeCount + 1);
  for (let tie = 0; tie < sources.length; tie += 1) {
    const source = sources[tie] as number;
    const target = targets[tie] as number;
    invariant(source < nodeCount && target < nodeCount, `Tie ${tie} names a node beyond ${nodeCount}`);
    if (source === target) continue;
    starts[source + 1] = (starts[source + 1] as number) + 1;
    starts[target + 1] = (starts[target + 1] as number) + 1;
  }
  for (let node = 0; node < nodeCount; node += 1)
    starts[node + 1] = (starts[node + 1] as number) + (starts[node] as number);
  return starts;
}

/** Both directions of each tie that is no self-tie. */
function doubled({ sources, targets, weights }: Ties, count: number): Half & { readonly by: Uint32Array } {
  const both = { by: new Uint32Array(count), ends: new Uint32Array(count), weights: new Float64Array(count) };
  let at = 0;
  for (let tie = 0; tie < sources.length; tie += 1) {
    const source = sources[tie] as number;
    const target = targets[tie] as number;
    if (source === target) continue;
    const weight = weights === undefined ? 1 : (weights[tie] as number);
    both.by[at] = source;
    both.ends[at] = target;
    both.by[at + 1] = target;
    both.ends[at + 1] = source;
    both.weights[at] = weight;
    both.weights[at + 1] = weight;
    at += 2;
  }
  return both;
}

/**
 * The network of some ties: self-ties fall away, weights of the same pair in either direction add up (of directed ties this
 * makes Burt's mutual strength a_ij + a_ji). Linear in nodes and ties; takes the order of the ties to mean nothing.
 * @example [...graphFromTies(3, { sources: Uint32Array.of(0, 1, 1), targets: Uint32Array.of(1, 0, 1) }).weights] // => [2, 2]
 */
export function graphFromTies(nodeCount: number, ties: Ties): Graph {
  const starts = startsOf(nodeCount, ties);
  const both = doubled(ties, starts[nodeCount] as number);
  // By far end first: then the second, stable sort leaves each row of neighbours ascending.
  const byEnd = bucketed(starts, both.ends, both.by, both.weights);
  const ends = new Uint32Array(both.by.length);
  for (let node = 0; node < nodeCount; node += 1) ends.fill(node, starts[node], starts[node + 1]);
  const { ends: neighbours, weights } = bucketed(starts, byEnd.ends, ends, byEnd.weights);
  return withoutDoubles(nodeCount, starts, neighbours, weights);
}

function withoutDoubles(nodeCount: number, starts: Uint32Array, neighbours: Uint32Array, weights: Float64Array): Graph {
  const offsets = new Uint32Array(nodeCount + 1);
  let kept = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const first = kept;
    for (let at = starts[node] as number; at < (starts[node + 1] as number); at += 1) {
      const neighbour = neighbours[at] as number;
      if (kept > first && neighbours[kept - 1] === neighbour) {
        weights[kept - 1] = (weights[kept - 1] as number) + (weights[at] as number);
      } else {
        neighbours[kept] = neighbour;
        weights[kept] = weights[at] as number;
        kept += 1;
      }
    }
    offsets[node + 1] = kept;
  }
  return { nodeCount, offsets, neighbours: neighbours.slice(0, kept), weights: weights.slice(0, kept) };
}

/** The same ties, each of weight 1. */
export function unweighted(graph: Graph): Graph {
  return { ...graph, weights: new Float64Array(graph.weights.length).fill(1) };
}

/**
 * How many neighbours each node has.
 * @example [...degrees(graphFromTies(3, { sources: Uint32Array.of(0), targets: Uint32Array.of(2) }))] // => [1, 0, 1]
 */
export function degrees({ nodeCount, offsets }: Graph): Uint32Array {
  const counts = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1)
    counts[node] = (offsets[node + 1] as number) - (offsets[node] as number);
  return counts;
}
