import { components } from './components.ts';
import type { Graph } from './graph.ts';
import { blocksOf, type PathSums, pathSums, PathSumsOfBlocks } from './shortest-paths.ts';

export const allNodes = ({ nodeCount }: Graph): Uint32Array =>
  Uint32Array.from({ length: nodeCount }, (_, node) => node);

/** The sums of all blocks of these sources, one after another. */
export function pathSumsByBlocks(graph: Graph, sources: Uint32Array = allNodes(graph)): PathSums {
  const sums = new PathSumsOfBlocks(graph.nodeCount);
  for (const block of blocksOf(sources)) sums.add(pathSums(graph, block));
  return sums.total;
}

/**
 * Freeman's betweenness of every node: over all unordered pairs of other nodes, the share of their shortest paths that
 * pass through it. Not normalised. From a sample of sources it is an estimate, scaled up to all.
 *
 * Source: Freeman, Sociometry 40 (1977); the estimate of Brandes and Pich, International Journal of Bifurcation and Chaos 17
 * (2007).
 * @example [...betweenness(pathSumsByBlocks(graphFromTies(3, { sources: Uint32Array.of(0, 1), targets: Uint32Array.of(1, 2) })))] // => [0, 1, 0]
 */
export function betweenness({ sources, dependencies }: PathSums): Float64Array {
  const scale = sources === 0 ? 0 : dependencies.length / sources / 2;
  return dependencies.map((sum) => sum * scale);
}

/**
 * Closeness of every node: share of the other nodes that it reaches by their mean distance, so that nodes of a small
 * component do not look central. NaN without ties, and where no sampled source reaches the node.
 *
 * Source: Wasserman and Faust, Social Network Analysis (1994), p. 201; from a sample, the estimate of Eppstein and Wang,
 * Journal of Graph Algorithms and Applications 8 (2004).
 */
export function closeness(graph: Graph, { distances, reached }: PathSums): Float64Array {
  const { component, sizes } = components(graph);
  return distances.map((sum, node) => {
    const others = (sizes[(component[node] as number) - 1] as number) - 1;
    const mean = sum / (reached[node] as number);
    return others === 0 ? Number.NaN : others / (graph.nodeCount - 1) / mean;
  });
}
