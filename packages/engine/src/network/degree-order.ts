import { degrees, type Graph } from './graph.ts';

/** Nodes from least to most neighbours, equals by number: each node's ties to later nodes are then few. */
export function degreeOrder(graph: Graph): { readonly nodes: Uint32Array; readonly ranks: Uint32Array } {
  const { nodeCount } = graph;
  const counts = degrees(graph);
  let most = 0;
  for (const count of counts) if (count > most) most = count;
  const next = new Uint32Array(most + 2);
  for (const count of counts) next[count + 1] = (next[count + 1] as number) + 1;
  for (let count = 0; count <= most; count += 1)
    next[count + 1] = (next[count + 1] as number) + (next[count] as number);
  const nodes = new Uint32Array(nodeCount);
  const ranks = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    const count = counts[node] as number;
    const rank = next[count] as number;
    next[count] = rank + 1;
    nodes[rank] = node;
    ranks[node] = rank;
  }
  return { nodes, ranks };
}
