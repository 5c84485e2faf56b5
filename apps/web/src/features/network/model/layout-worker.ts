import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { LayoutReply, LayoutTask } from './layout.ts';

/* Places the nodes of a network beside the page's own thread. The same network gets the same places. */

/** Numbers from 0 to below 1, the same ones each time (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Rounds of forces: a large part comes to a picture in fewer, and each takes longer. */
const roundsFor = (nodes: number): number => (nodes <= 300 ? 500 : nodes <= 2_000 ? 400 : nodes <= 5_000 ? 200 : 120);
const AT_ONCE = 10;

type Part = { readonly nodes: readonly number[]; readonly ties: readonly number[] };

/** The parts that paths join, largest first, equals by their first node. */
function partsOf({ nodes, source, target }: LayoutTask): Part[] {
  const parent = Int32Array.from({ length: nodes }, (_, node) => node);
  const rootOf = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  source.forEach((from, tie) => {
    parent[rootOf(from)] = rootOf(target[tie] ?? from);
  });
  const parts = new Map<number, { nodes: number[]; ties: number[] }>();
  for (let node = 0; node < nodes; node += 1) {
    const root = rootOf(node);
    const part = parts.get(root) ?? { nodes: [], ties: [] };
    part.nodes.push(node);
    parts.set(root, part);
  }
  source.forEach((from, tie) => parts.get(rootOf(from))?.ties.push(tie));
  return [...parts.values()].sort((one, other) => other.nodes.length - one.nodes.length);
}

type Spot = { readonly node: number; readonly x: number; readonly y: number };

/** Places of the nodes of one part, by forces between them. */
function spotsOf(task: LayoutTask, { nodes, ties }: Part, told: (rounds: number) => void): Spot[] {
  if (nodes.length <= 2) return nodes.map((node, nth) => ({ node, x: nth, y: 0 }));
  const graph = new Graph({ type: 'undirected' });
  const draw = numbersFrom(7);
  const radius = 10 * Math.sqrt(nodes.length);
  for (const node of nodes) {
    const angle = 2 * Math.PI * draw();
    const distance = radius * Math.sqrt(draw());
    graph.addNode(node, { x: distance * Math.cos(angle), y: distance * Math.sin(angle) });
  }
  for (const tie of ties)
    graph.addEdge(task.source[tie], task.target[tie], { weight: Math.sqrt(task.weight[tie] ?? 1) });
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: nodes.length > 1_000,
    gravity: 0.5,
    strongGravityMode: false,
    scalingRatio: 8,
    edgeWeightInfluence: 1,
  };
  const rounds = roundsFor(nodes.length);
  for (let done = 0; done < rounds; done += AT_ONCE) {
    forceAtlas2.assign(graph, { iterations: Math.min(AT_ONCE, rounds - done), settings });
    told(done + AT_ONCE);
  }
  return nodes.map((node) => ({
    node,
    x: graph.getNodeAttribute(node, 'x') as number,
    y: graph.getNodeAttribute(node, 'y') as number,
  }));
}

type Sheet = { readonly spots: readonly Spot[]; readonly width: number; readonly height: number };

/** The share of its room that a part leaves free at each side, in the room of one node. */
const MARGIN = 0.8;

/** A part on a sheet of its own, whose room grows with its nodes, lying rather than standing. */
function sheetOf(spots: readonly Spot[]): Sheet {
  const extent = (axis: 'x' | 'y'): readonly [number, number] => {
    let [least, most] = [Infinity, -Infinity];
    for (const spot of spots) {
      least = Math.min(least, spot[axis]);
      most = Math.max(most, spot[axis]);
    }
    return [least, most - least];
  };
  const isStanding = extent('y')[1] > extent('x')[1];
  const lying = isStanding ? spots.map(({ node, x, y }) => ({ node, x: y, y: x })) : spots;
  const [[left, wide], [low, high]] = isStanding ? [extent('y'), extent('x')] : [extent('x'), extent('y')];
  const room = Math.sqrt(spots.length);
  const scale = wide === 0 ? 0 : Math.min((1.6 * room) / Math.sqrt(wide * Math.max(high, wide / 3)), (3 * room) / wide);
  return {
    spots: lying.map(({ node, x, y }) => ({
      node,
      x: MARGIN + (x - left) * scale,
      y: MARGIN + (y - low) * scale,
    })),
    width: wide * scale + 2 * MARGIN,
    height: high * scale + 2 * MARGIN,
  };
}

/** Lays the sheets out in rows, the largest first: nothing lies upon another, and what is joined stands together. */
function laidOut(sheets: readonly Sheet[], place: (node: number, x: number, y: number) => void): void {
  const area = sheets.reduce((sum, { width, height }) => sum + width * height, 0);
  const wide = Math.max(sheets[0]?.width ?? 0, Math.sqrt(area * 1.9));
  let [x, y, high] = [0, 0, 0];
  for (const { spots, width, height } of sheets) {
    if (x > 0 && x + width > wide) [x, y, high] = [0, y - high, 0];
    high = Math.max(high, height);
    for (const spot of spots) place(spot.node, x + spot.x, y - height + spot.y);
    x += width;
  }
}

const reply = (message: LayoutReply): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => {
  const parts = partsOf(data);
  const work = (part: Part): number => (part.nodes.length <= 2 ? 0 : part.nodes.length * roundsFor(part.nodes.length));
  const total = parts.reduce((sum, part) => sum + work(part), 1);
  let done = 0;
  let told = 0;
  const sheets = parts.map((part) => {
    const sheet = sheetOf(
      spotsOf(data, part, (rounds) => {
        const share = Math.min(1, (done + rounds * part.nodes.length) / total);
        if (share - told < 0.01) return;
        told = share;
        reply({ kind: 'progress', share });
      }),
    );
    done += work(part);
    return sheet;
  });
  const x = new Float64Array(data.nodes);
  const y = new Float64Array(data.nodes);
  laidOut(sheets, (node, across, up) => {
    x[node] = across;
    y[node] = up;
  });
  reply({ kind: 'placed', x, y });
});
