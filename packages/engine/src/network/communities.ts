import { type Graph, graphFromTies } from './graph.ts';

export type Communities = {
  /** Of each node, numbered from 1 by size, equals by their first node. */
  readonly community: Uint32Array;
  readonly count: number;
  /** Newman's modularity of this division, weighted; NaN for a network without ties. */
  readonly modularity: number;
};

/** A network whose nodes are communities of the level before; what lies inside one is its loop (both directions). */
type Level = { readonly graph: Graph; readonly loops: Float64Array };

function strengths({ graph, loops }: Level): Float64Array {
  const { nodeCount, offsets, weights } = graph;
  const strength = Float64Array.from(loops);
  for (let node = 0; node < nodeCount; node += 1) {
    let sum = strength[node] as number;
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at += 1) sum += weights[at] as number;
    strength[node] = sum;
  }
  return strength;
}

/** All nodes in an order that has nothing to do with their numbers, and is always the same (Fisher and Yates). */
function shuffledNodes(nodeCount: number): Uint32Array {
  const nodes = Uint32Array.from({ length: nodeCount }, (_, node) => node);
  let state = 1;
  for (let last = nodeCount - 1; last > 0; last -= 1) {
    // The multiplicative generator of Park and Miller, CACM 31 (1988).
    state = (state * 48_271) % 2_147_483_647;
    const drawn = state % (last + 1);
    const node = nodes[last] as number;
    nodes[last] = nodes[drawn] as number;
    nodes[drawn] = node;
  }
  return nodes;
}

/**
 * Moves nodes, each to the community that raises modularity most, until none wants to; a node is asked again only when a
 * neighbour has moved. Returns the community of each node (a node's number) and whether any moved.
 */
function settled(level: Level, total: number): { readonly community: Uint32Array; readonly moved: boolean } {
  const { nodeCount, offsets, neighbours, weights } = level.graph;
  const strength = strengths(level);
  const community = Uint32Array.from({ length: nodeCount }, (_, node) => node);
  // Side by side for each community: the strength of its nodes, and that of the asking node's ties to it.
  const within = new Float64Array(2 * nodeCount);
  for (let node = 0; node < nodeCount; node += 1) within[2 * node] = strength[node] as number;
  const touched = new Uint32Array(nodeCount);
  const queue = shuffledNodes(nodeCount);
  const isQueued = new Uint8Array(nodeCount).fill(1);
  let head = 0;
  let waiting = nodeCount;
  let moved = false;
  while (waiting > 0) {
    const node = queue[head] as number;
    head = head + 1 === nodeCount ? 0 : head + 1;
    waiting -= 1;
    isQueued[node] = 0;
    const own = community[node] as number;
    const first = offsets[node] as number;
    const last = offsets[node + 1] as number;
    let count = 0;
    for (let at = first; at < last; at += 1) {
      const place = 2 * (community[neighbours[at] as number] as number);
      const known = within[place + 1] as number;
      if (known === 0) touched[count++] = place;
      within[place + 1] = known + (weights[at] as number);
    }
    const share = (strength[node] as number) / total;
    const left = (within[2 * own] as number) - (strength[node] as number);
    within[2 * own] = left;
    let best = 2 * own;
    let bestGain = (within[best + 1] as number) - share * left;
    for (let nth = 0; nth < count; nth += 1) {
      const place = touched[nth] as number;
      const gain = (within[place + 1] as number) - share * (within[place] as number);
      within[place + 1] = 0;
      // A gain below the rounding of the sums would move nodes to and fro for ever.
      if (gain > bestGain + 1e-12 * total) {
        best = place;
        bestGain = gain;
      }
    }
    within[best] = (within[best] as number) + (strength[node] as number);
    const chosen = best / 2;
    if (chosen === own) continue;
    community[node] = chosen;
    moved = true;
    for (let at = first; at < last; at += 1) {
      const neighbour = neighbours[at] as number;
      if (isQueued[neighbour] === 1 || community[neighbour] === chosen) continue;
      isQueued[neighbour] = 1;
      let tail = head + waiting;
      if (tail >= nodeCount) tail -= nodeCount;
      queue[tail] = neighbour;
      waiting += 1;
    }
  }
  return { community, moved };
}

/** Numbers without gaps, in order of first sight. */
function renumbered(community: Uint32Array): { readonly numbers: Uint32Array; readonly count: number } {
  const known = new Int32Array(community.length).fill(-1);
  let count = 0;
  const numbers = community.map((label) => {
    if (known[label] === -1) known[label] = count++;
    return known[label] as number;
  });
  return { numbers, count };
}

function nextLevel({ graph, loops }: Level, numbers: Uint32Array, count: number): Level {
  const { nodeCount, offsets, neighbours, weights } = graph;
  const merged = new Float64Array(count);
  const sources = new Uint32Array(neighbours.length / 2);
  const targets = new Uint32Array(neighbours.length / 2);
  const between = new Float64Array(neighbours.length / 2);
  let ties = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const own = numbers[node] as number;
    merged[own] = (merged[own] as number) + (loops[node] as number);
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at += 1) {
      const neighbour = neighbours[at] as number;
      const other = numbers[neighbour] as number;
      if (other === own) merged[own] = merged[own] + (weights[at] as number);
      else if (neighbour > node) {
        sources[ties] = own;
        targets[ties] = other;
        between[ties] = weights[at] as number;
        ties += 1;
      }
    }
  }
  const kept = {
    sources: sources.subarray(0, ties),
    targets: targets.subarray(0, ties),
    weights: between.subarray(0, ties),
  };
  return { graph: graphFromTies(count, kept), loops: merged };
}

/** Newman's modularity: the share of strength inside communities less what chance would put there. */
function modularityOf({ graph, loops }: Level, total: number): number {
  if (total === 0) return Number.NaN;
  const strength = strengths({ graph, loops });
  let sum = 0;
  for (let node = 0; node < graph.nodeCount; node += 1) {
    sum += (loops[node] as number) / total - ((strength[node] as number) / total) ** 2;
  }
  return sum;
}

function numberedBySize(community: Uint32Array, count: number): Uint32Array {
  const sizes = new Uint32Array(count);
  for (const label of community) sizes[label] = (sizes[label] as number) + 1;
  const bySize = Array.from(sizes, (_, label) => label).sort(
    (one, other) => (sizes[other] as number) - (sizes[one] as number) || one - other,
  );
  const numbers = new Uint32Array(count);
  for (const [nth, label] of bySize.entries()) numbers[label] = nth + 1;
  return community.map((label) => numbers[label] as number);
}

/**
 * Communities by the Louvain method: nodes move to where modularity rises most, then communities become nodes, until none
 * moves. Nodes are asked in an order that is always the same, so the answer is too.
 *
 * Source: Blondel, Guillaume, Lambiotte and Lefebvre, Journal of Statistical Mechanics (2008); a node is asked again only
 * when a neighbour moved, after Ozaki, Tezuka and Inaba (2016).
 * @example communities(graphFromTies(4, { sources: Uint32Array.of(0, 2), targets: Uint32Array.of(1, 3) })).modularity // => 0.5
 */
export function communities(graph: Graph): Communities {
  let level: Level = { graph, loops: new Float64Array(graph.nodeCount) };
  let total = 0;
  for (const weight of graph.weights) total += weight;
  let membership = Uint32Array.from({ length: graph.nodeCount }, (_, node) => node);
  while (total > 0) {
    const { community, moved } = settled(level, total);
    if (!moved) break;
    const { numbers, count } = renumbered(community);
    level = nextLevel(level, numbers, count);
    membership = membership.map((node) => numbers[node] as number);
  }
  const { numbers, count } = renumbered(membership);
  return { community: numberedBySize(numbers, count), count, modularity: modularityOf(level, total) };
}
