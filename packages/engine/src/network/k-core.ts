import { degreeOrder } from './degree-order.ts';
import { degrees, type Graph } from './graph.ts';

/**
 * The core number of each node: the largest k for which it lies in a part of the network where everybody has k neighbours
 * or more. Linear in ties.
 *
 * Source: Seidman, Social Networks 5 (1983); the bucket order of Batagelj and Zaversnik (2003).
 * @example [...coreNumbers(graphFromTies(4, { sources: Uint32Array.of(0, 1, 2, 2), targets: Uint32Array.of(1, 2, 0, 3) }))] // => [2, 2, 2, 1]
 */
export function coreNumbers(graph: Graph): Uint32Array {
  const { nodeCount, offsets, neighbours } = graph;
  const core = degrees(graph);
  const { nodes, ranks } = degreeOrder(graph);
  // Where the nodes of each degree begin in the order.
  let most = 0;
  for (const degree of core) if (degree > most) most = degree;
  const begins = new Uint32Array(most + 2);
  for (const degree of core) begins[degree + 1] = (begins[degree + 1] as number) + 1;
  for (let degree = 0; degree <= most; degree += 1)
    begins[degree + 1] = (begins[degree + 1] as number) + (begins[degree] as number);
  for (let at = 0; at < nodeCount; at += 1) {
    const node = nodes[at] as number;
    const own = core[node] as number;
    for (let tie = offsets[node] as number; tie < (offsets[node + 1] as number); tie += 1) {
      const neighbour = neighbours[tie] as number;
      const degree = core[neighbour] as number;
      if (degree <= own) continue;
      // Swaps the neighbour with the first of its degree, which then belongs to the degree below.
      const place = ranks[neighbour] as number;
      const begin = begins[degree] as number;
      const first = nodes[begin] as number;
      nodes[place] = first;
      ranks[first] = place;
      nodes[begin] = neighbour;
      ranks[neighbour] = begin;
      begins[degree] = begin + 1;
      core[neighbour] = degree - 1;
    }
  }
  return core;
}
