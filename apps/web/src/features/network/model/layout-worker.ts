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

/** Rounds of forces: a large network comes to a picture in fewer, and each takes longer. */
const roundsFor = (nodes: number): number => (nodes <= 300 ? 600 : nodes <= 2_000 ? 400 : nodes <= 5_000 ? 200 : 120);
const AT_ONCE = 10;

function drawnGraph({ nodes, source, target, weight }: LayoutTask): Graph {
  const graph = new Graph({ type: 'undirected' });
  const draw = numbersFrom(7);
  const radius = 10 * Math.sqrt(nodes);
  for (let node = 0; node < nodes; node += 1) {
    const angle = 2 * Math.PI * draw();
    const distance = radius * Math.sqrt(draw());
    graph.addNode(node, { x: distance * Math.cos(angle), y: distance * Math.sin(angle) });
  }
  for (let tie = 0; tie < source.length; tie += 1)
    graph.addEdge(source[tie], target[tie], { weight: Math.sqrt(weight[tie] ?? 1) });
  return graph;
}

const reply = (message: LayoutReply): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => {
  const graph = drawnGraph(data);
  const rounds = roundsFor(data.nodes);
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: data.nodes > 1_000,
    gravity: 1,
    strongGravityMode: false,
    scalingRatio: 8,
    edgeWeightInfluence: 1,
  };
  for (let done = 0; done < rounds; done += AT_ONCE) {
    forceAtlas2.assign(graph, { iterations: Math.min(AT_ONCE, rounds - done), settings });
    reply({ kind: 'progress', share: Math.min(1, (done + AT_ONCE) / rounds) });
  }
  const x = new Float64Array(data.nodes);
  const y = new Float64Array(data.nodes);
  graph.forEachNode((key, { x: across, y: down }) => {
    x[Number(key)] = across as number;
    y[Number(key)] = down as number;
  });
  reply({ kind: 'placed', x, y });
});
