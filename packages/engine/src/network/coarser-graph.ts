import { type Graph, graphFromTies } from './graph.ts';

/** A network whose nodes stand for one or several of a finer one. */
export type Level = {
  readonly graph: Graph;
  /** How much a node pushes others: of the finest its partners and one more, else the sum of those it stands for. */
  readonly mass: Float64Array;
};

/** Nodes of the finer network that a node may stand for. */
const MOST_TOGETHER = 4;

const unset = 0xffff_ffff;

/** By number of neighbours, fewest first, equals by number: what hangs on one node joins it before that one joins another. */
function fewestFirst({ nodeCount, offsets }: Graph): Uint32Array {
  const degree = (node: number): number => (offsets[node + 1] as number) - (offsets[node] as number);
  return Uint32Array.from({ length: nodeCount }, (_, node) => node).sort(
    (one, other) => degree(one) - degree(other) || one - other,
  );
}

/** For each node the one that stands for it: it joins the neighbour to whom its tie is strongest for what both weigh. */
function groupsOf({ graph, mass }: Level): { readonly of: Uint32Array; readonly count: number } {
  const { nodeCount, offsets, neighbours, weights } = graph;
  const of = new Uint32Array(nodeCount).fill(unset);
  const sizes: number[] = [];
  for (const node of fewestFirst(graph)) {
    if (of[node] !== unset) continue;
    let [best, most] = [unset, -1];
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at += 1) {
      const other = neighbours[at] as number;
      const group = of[other] as number;
      if (group !== unset && (sizes[group] as number) >= MOST_TOGETHER) continue;
      const strength = (weights[at] as number) / (mass[other] as number);
      if (strength > most) [best, most] = [other, strength];
    }
    if (best !== unset && of[best] === unset) of[best] = sizes.push(1) - 1;
    const group = best === unset ? sizes.push(0) - 1 : (of[best] as number);
    of[node] = group;
    sizes[group] = (sizes[group] as number) + 1;
  }
  return { of, count: sizes.length };
}

/**
 * A network with fewer nodes that is like the given one from afar: neighbours are taken together, their ties and masses added.
 * @returns `of[n]` is the node of the coarser network that stands for node n. The same network gives the same.
 * Source: Walshaw, *J. Graph Algorithms and Applications* 7(3), 2003; Hu, *Mathematica Journal* 10(1), 2005.
 * @example [...coarser({ graph: graphFromTies(2, { sources: Uint32Array.of(0), targets: Uint32Array.of(1) }), mass: Float64Array.of(2, 2) }).level.mass] // => [4]
 */
export function coarser(level: Level): { readonly level: Level; readonly of: Uint32Array } {
  const { nodeCount, offsets, neighbours, weights } = level.graph;
  const { of, count } = groupsOf(level);
  const mass = new Float64Array(count);
  for (let node = 0; node < nodeCount; node += 1) {
    const group = of[node] as number;
    mass[group] = (mass[group] as number) + (level.mass[node] as number);
  }
  const ends = { sources: [] as number[], targets: [] as number[], weights: [] as number[] };
  for (let node = 0; node < nodeCount; node += 1)
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at += 1) {
      const other = neighbours[at] as number;
      if (other < node || of[other] === of[node]) continue;
      ends.sources.push(of[node] as number);
      ends.targets.push(of[other] as number);
      ends.weights.push(weights[at] as number);
    }
  const graph = graphFromTies(count, {
    sources: Uint32Array.from(ends.sources),
    targets: Uint32Array.from(ends.targets),
    weights: Float64Array.from(ends.weights),
  });
  return { level: { graph, mass }, of };
}
