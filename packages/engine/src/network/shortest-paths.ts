import type { Graph } from './graph.ts';

/** What the shortest paths from some sources say of each node. */
export type PathSums = {
  readonly sources: number;
  /** Sum over sources s and all t of the share of shortest paths from s to t that pass through the node. */
  readonly dependencies: Float64Array;
  /** Sum of the distances, in steps, from the sources that reach the node. */
  readonly distances: Float64Array;
  /** How many sources reach the node, itself not counted. */
  readonly reached: Uint32Array;
};

/** What one search needs, made once for many searches. */
type Search = {
  readonly distance: Int32Array;
  readonly paths: Float64Array;
  /** (1 + dependency) by number of shortest paths. */
  readonly passed: Float64Array;
  readonly queue: Uint32Array;
  /** Neighbours one step further, those of each node of the queue after one another. */
  readonly further: Uint32Array;
  /** Where in `further` those of the nth node of the queue begin. */
  readonly begins: Uint32Array;
};

const newSearch = ({ nodeCount, neighbours }: Graph): Search => ({
  distance: new Int32Array(nodeCount).fill(-1),
  paths: new Float64Array(nodeCount),
  passed: new Float64Array(nodeCount),
  queue: new Uint32Array(nodeCount),
  further: new Uint32Array(neighbours.length / 2),
  begins: new Uint32Array(nodeCount + 1),
});

/** Breadth first from a source: order, distances, numbers of shortest paths. Returns how many nodes were found. */
function searchFrom(source: number, { offsets, neighbours }: Graph, search: Search): number {
  const { distance, paths, queue, further, begins } = search;
  distance[source] = 0;
  paths[source] = 1;
  queue[0] = source;
  let tail = 1;
  let steps = 0;
  for (let head = 0; head < tail; head += 1) {
    const node = queue[head] as number;
    const beyond = (distance[node] as number) + 1;
    const pathsHere = paths[node] as number;
    const last = offsets[node + 1] as number;
    begins[head] = steps;
    for (let at = offsets[node] as number; at < last; at += 1) {
      const neighbour = neighbours[at] as number;
      const known = distance[neighbour] as number;
      if (known === beyond) {
        paths[neighbour] = (paths[neighbour] as number) + pathsHere;
      } else if (known === -1) {
        distance[neighbour] = beyond;
        paths[neighbour] = pathsHere;
        queue[tail++] = neighbour;
      } else continue;
      further[steps++] = neighbour;
    }
  }
  begins[tail] = steps;
  return tail;
}

/** Adds what one search found, from its furthest nodes back, and clears the search. */
function addSearch({ dependencies, distances, reached }: PathSums, found: number, search: Search): void {
  const { distance, paths, passed, queue, further, begins } = search;
  for (let at = found - 1; at > 0; at -= 1) {
    const node = queue[at] as number;
    let sum = 0;
    const last = begins[at + 1] as number;
    for (let step = begins[at] as number; step < last; step += 1) sum += passed[further[step] as number] as number;
    const pathsHere = paths[node] as number;
    const dependency = pathsHere * sum;
    passed[node] = (1 + dependency) / pathsHere;
    dependencies[node] = (dependencies[node] as number) + dependency;
    distances[node] = (distances[node] as number) + (distance[node] as number);
    reached[node] = (reached[node] as number) + 1;
  }
  for (let at = 0; at < found; at += 1) distance[queue[at] as number] = -1;
}

const noSums = (nodeCount: number, sources: number): PathSums => ({
  sources,
  dependencies: new Float64Array(nodeCount),
  distances: new Float64Array(nodeCount),
  reached: new Uint32Array(nodeCount),
});

/**
 * What the shortest paths from these sources say of each node, ties not weighed: one breadth-first search a source.
 *
 * Source: Brandes, Journal of Mathematical Sociology 25 (2001).
 * @param sources node numbers, each once; every node for exact measures, a sample for estimates
 */
export function pathSums(graph: Graph, sources: Uint32Array): PathSums {
  const search = newSearch(graph);
  const sums = noSums(graph.nodeCount, sources.length);
  for (const source of sources) addSearch(sums, searchFrom(source, graph, search), search);
  return sums;
}

/** Sources that are summed by themselves first, so that the sum is the same on any number of threads. */
const BLOCK = 64;

/** The blocks of sources in their order; each is one piece of work. */
export function blocksOf(sources: Uint32Array): Uint32Array[] {
  const blocks: Uint32Array[] = [];
  for (let at = 0; at < sources.length; at += BLOCK) blocks.push(sources.slice(at, at + BLOCK));
  return blocks;
}

/** Adds the sums of blocks in the order given, which must be that of `blocksOf` for the same bytes each time. */
export class PathSumsOfBlocks {
  readonly #total: { sources: number } & PathSums;

  constructor(nodeCount: number) {
    this.#total = noSums(nodeCount, 0);
  }

  add({ sources, dependencies, distances, reached }: PathSums): void {
    const total = this.#total;
    total.sources += sources;
    for (let node = 0; node < dependencies.length; node += 1) {
      total.dependencies[node] = (total.dependencies[node] as number) + (dependencies[node] as number);
      total.distances[node] = (total.distances[node] as number) + (distances[node] as number);
      total.reached[node] = (total.reached[node] as number) + (reached[node] as number);
    }
  }

  get total(): PathSums {
    return this.#total;
  }
}
