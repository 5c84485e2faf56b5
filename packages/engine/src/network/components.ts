import type { Graph } from './graph.ts';

/**
 * The component of each node, numbered from 1 by size, equals by their first node.
 * @returns `component` by node, `sizes[c - 1]` nodes of component c.
 * @example [...components(graphFromTies(3, { sources: Uint32Array.of(1), targets: Uint32Array.of(2) })).component] // => [2, 1, 1]
 */
export function components({ nodeCount, offsets, neighbours }: Graph): {
  readonly component: Uint32Array;
  readonly sizes: Uint32Array;
} {
  const found = new Uint32Array(nodeCount);
  const queue = new Uint32Array(nodeCount);
  const counts: number[] = [];
  for (let start = 0; start < nodeCount; start += 1) {
    if (found[start] !== 0) continue;
    counts.push(0);
    const label = counts.length;
    let tail = 0;
    queue[tail++] = start;
    found[start] = label;
    for (let head = 0; head < tail; head += 1) {
      const node = queue[head] as number;
      const last = offsets[node + 1] as number;
      for (let at = offsets[node] as number; at < last; at += 1) {
        const neighbour = neighbours[at] as number;
        if (found[neighbour] !== 0) continue;
        found[neighbour] = label;
        queue[tail++] = neighbour;
      }
    }
    counts[label - 1] = tail;
  }
  const bySize = counts
    .map((_, label) => label)
    .sort((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0) || one - other);
  const numbers = new Uint32Array(counts.length);
  for (const [nth, label] of bySize.entries()) numbers[label] = nth + 1;
  return {
    component: found.map((label) => numbers[label - 1] as number),
    sizes: Uint32Array.from(bySize, (label) => counts[label] ?? 0),
  };
}
