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
  /** By node: 0 before it is found, else its distance as a step of three; ties lead no further than to the next step. */
  readonly step: Uint8Array;
  readonly paths: Float64Array;
  /** (1 + dependency) by number of shortest paths. */
  readonly passed: Float64Array;
  /** Sum of `passed` over the neighbours one step further, where these were asked for theirs. */
  readonly sums: Float64Array;
  readonly queue: Uint32Array;
  /** Where in the queue the nodes of each distance begin. */
  readonly levels: Uint32Array;
  /** By distance: 1 where its nodes asked who of their neighbours is one step nearer, 0 where the nearer ones told. */
  readonly asked: Uint8Array;
  /** Of nodes that told, their neighbours one step further; of nodes that asked, those one step nearer. */
  readonly stepped: Uint32Array;
  /** Where in `stepped` the further, and the nearer, neighbours of the nth node of the queue begin and end. */
  readonly further: Uint32Array;
  readonly nearer: Uint32Array;
};

const newSearch = ({ nodeCount, neighbours }: Graph): Search => ({
  step: new Uint8Array(nodeCount),
  paths: new Float64Array(nodeCount),
  passed: new Float64Array(nodeCount),
  sums: new Float64Array(nodeCount),
  queue: new Uint32Array(nodeCount),
  levels: new Uint32Array(nodeCount + 2),
  asked: new Uint8Array(nodeCount + 2),
  stepped: new Uint32Array(neighbours.length / 2),
  further: new Uint32Array(nodeCount + 1),
  nearer: new Uint32Array(nodeCount + 1),
});

const stepOf = (distance: number): number => (distance % 3) + 1;

/** The nodes of a distance tell their neighbours. Returns how many nodes are found, and how many ties are stepped. */
function tell(distance: number, { offsets, neighbours }: Graph, search: Search, steps: number): [number, number] {
  const { step, paths, queue, levels, stepped, further } = search;
  const beyond = stepOf(distance + 1);
  const last = levels[distance + 1] as number;
  let tail = last;
  let at = steps;
  for (let head = levels[distance] as number; head < last; head += 1) {
    const node = queue[head] as number;
    const pathsHere = paths[node] as number;
    const lastTie = offsets[node + 1] as number;
    further[head] = at;
    for (let tie = offsets[node] as number; tie < lastTie; tie += 1) {
      const neighbour = neighbours[tie] as number;
      const known = step[neighbour] as number;
      if (known === beyond) {
        paths[neighbour] = (paths[neighbour] as number) + pathsHere;
      } else if (known === 0) {
        step[neighbour] = beyond;
        paths[neighbour] = pathsHere;
        queue[tail++] = neighbour;
      } else continue;
      stepped[at++] = neighbour;
    }
  }
  further[last] = at;
  return [tail, at];
}

/** All nodes that are not found yet ask their neighbours for those of a distance. Returns as `tell` does. */
function ask(
  distance: number,
  { nodeCount, offsets, neighbours }: Graph,
  search: Search,
  steps: number,
): [number, number] {
  const { step, paths, queue, levels, stepped, nearer } = search;
  const here = stepOf(distance);
  const first = levels[distance + 1] as number;
  let tail = first;
  let at = steps;
  for (let node = 0; node < nodeCount; node += 1) {
    if (step[node] !== 0) continue;
    const before = at;
    const lastTie = offsets[node + 1] as number;
    let sum = 0;
    for (let tie = offsets[node] as number; tie < lastTie; tie += 1) {
      const neighbour = neighbours[tie] as number;
      if (step[neighbour] !== here) continue;
      sum += paths[neighbour] as number;
      stepped[at++] = neighbour;
    }
    if (at === before) continue;
    paths[node] = sum;
    nearer[tail] = before;
    queue[tail++] = node;
  }
  nearer[tail] = at;
  const beyond = stepOf(distance + 1);
  for (let head = first; head < tail; head += 1) step[queue[head] as number] = beyond;
  return [tail, at];
}

function tiesOf({ offsets }: Graph, queue: Uint32Array, first: number, last: number): number {
  let ties = 0;
  for (let head = first; head < last; head += 1) {
    const node = queue[head] as number;
    ties += (offsets[node + 1] as number) - (offsets[node] as number);
  }
  return ties;
}

/**
 * Breadth first from a source: order, distances, numbers of shortest paths. From one distance to the next either the
 * nodes that are found tell, or those that are not ask, whichever have fewer ties. Returns the greatest distance.
 */
function searchFrom(source: number, graph: Graph, search: Search): number {
  const { step, paths, queue, levels, asked } = search;
  step[source] = stepOf(0);
  paths[source] = 1;
  queue[0] = source;
  levels[1] = 1;
  let unseen = graph.neighbours.length;
  let steps = 0;
  for (let distance = 0; ; distance += 1) {
    const [first, last] = [levels[distance] as number, levels[distance + 1] as number];
    if (first === last) return distance - 1;
    const ties = tiesOf(graph, queue, first, last);
    unseen -= ties;
    const isAsked = unseen < ties;
    asked[distance + 1] = Number(isAsked);
    const [tail, at] = (isAsked ? ask : tell)(distance, graph, search, steps);
    levels[distance + 2] = tail;
    steps = at;
  }
}

/** Adds what one search found, from its furthest nodes back, and clears the search. */
function addSearch({ dependencies, distances, reached }: PathSums, furthest: number, search: Search): void {
  const { step, paths, passed, sums, queue, levels, asked, stepped, further, nearer } = search;
  for (let distance = furthest; distance > 0; distance -= 1) {
    const first = levels[distance] as number;
    const hasAsked = asked[distance] === 1;
    const wasAsked = asked[distance + 1] === 1;
    for (let at = (levels[distance + 1] as number) - 1; at >= first; at -= 1) {
      const node = queue[at] as number;
      let sum = sums[node] as number;
      if (wasAsked) sums[node] = 0;
      else {
        const last = further[at + 1] as number;
        for (let tie = further[at] as number; tie < last; tie += 1) sum += passed[stepped[tie] as number] as number;
      }
      const pathsHere = paths[node] as number;
      const dependency = pathsHere * sum;
      const passedHere = (1 + dependency) / pathsHere;
      passed[node] = passedHere;
      dependencies[node] = (dependencies[node] as number) + dependency;
      distances[node] = (distances[node] as number) + distance;
      reached[node] = (reached[node] as number) + 1;
      step[node] = 0;
      if (!hasAsked) continue;
      const last = nearer[at + 1] as number;
      for (let tie = nearer[at] as number; tie < last; tie += 1) {
        const neighbour = stepped[tie] as number;
        sums[neighbour] = (sums[neighbour] as number) + passedHere;
      }
    }
  }
  const source = queue[0] as number;
  step[source] = 0;
  sums[source] = 0;
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
