import { degrees, type Graph } from './graph.ts';

/** Nodes in an order, and the place of each node in it. */
export type NodeOrder = { readonly nodes: Uint32Array; readonly ranks: Uint32Array };

/** Nodes from the least key to the greatest, equals by number (counting sort). */
function orderBy(keys: Uint32Array): NodeOrder {
  let most = 0;
  for (const key of keys) if (key > most) most = key;
  const next = new Uint32Array(most + 2);
  for (const key of keys) next[key + 1] = (next[key + 1] as number) + 1;
  for (let key = 0; key <= most; key += 1) next[key + 1] = (next[key + 1] as number) + (next[key] as number);
  const nodes = new Uint32Array(keys.length);
  const ranks = new Uint32Array(keys.length);
  for (let node = 0; node < keys.length; node += 1) {
    const key = keys[node] as number;
    const rank = next[key] as number;
    next[key] = rank + 1;
    nodes[rank] = node;
    ranks[node] = rank;
  }
  return { nodes, ranks };
}

/** Nodes from least to most neighbours, equals by number: each node's ties to later nodes are then few. */
export const degreeOrder = (graph: Graph): NodeOrder => orderBy(degrees(graph));

/**
 * The same, but that nodes count as equals whose numbers of neighbours have the same power of two: neighbours of one
 * node, who often have numbers near to each other, then lie near to each other in memory too. A node has at most
 * 2 sqrt(m) ties to later ones, of m ties in all.
 */
export const coarseDegreeOrder = (graph: Graph): NodeOrder =>
  orderBy(degrees(graph).map((count) => 32 - Math.clz32(count)));
