import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  betweenness,
  communities,
  components,
  contactOverlap,
  coreNumbers,
  type Graph,
  pathSumsByBlocks,
  structuralHoles,
} from '@entente/engine/network';
import { cordis } from './cordis.ts';
import { type Figure, median, type Workload } from './figures.ts';
import { generatedNetwork } from './generated-network.ts';

const FIRMS = 200_000;
const ALLIANCES = 1_000_000;
const SMALL = 2_000;
const ROUNDS = 5;
const PYTHON = '/usr/bin/python3';

type Answer = { readonly seconds: number; readonly version: string; readonly modularity?: number };
type Comparison = {
  readonly measure: string;
  readonly said: string;
  /** Most that ours may take, as a part of the peer's time. */
  readonly goal: number;
  readonly ours: (graph: Graph) => ArrayLike<number>;
  /** Compares ours with the peer's values; absent where labels are free. */
  readonly agrees: (ours: ArrayLike<number>, peer: ArrayLike<number>) => boolean;
};

const near = (one: number, other: number): boolean =>
  Number.isNaN(one) || Number.isNaN(other)
    ? Number.isNaN(one) && Number.isNaN(other)
    : Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
const valuesAgree = (ours: ArrayLike<number>, peer: ArrayLike<number>): boolean =>
  Array.from(ours).every((value, node) => near(value, peer[node] ?? Number.NaN));

/** Whether two divisions put the same nodes together. */
function divisionsAgree(ours: ArrayLike<number>, peer: ArrayLike<number>): boolean {
  const there = new Map<number, number>();
  return Array.from(ours).every((label, node) => {
    const known = there.get(label);
    if (known === undefined) there.set(label, peer[node] ?? -1);
    return known === undefined || known === peer[node];
  });
}

const COMPARISONS: readonly Comparison[] = [
  {
    measure: 'constraint',
    said: 'constraint, effective size, efficiency, hierarchy, clustering in one pass',
    goal: 0.2,
    ours: (graph) => structuralHoles(graph).constraint,
    agrees: valuesAgree,
  },
  {
    measure: 'clustering',
    said: 'effective size, efficiency, clustering in one pass, against clustering alone',
    goal: 1,
    ours: (graph) => contactOverlap(graph).clustering,
    agrees: valuesAgree,
  },
  {
    measure: 'components',
    said: 'components',
    goal: 1,
    ours: (graph) => components(graph).component,
    agrees: divisionsAgree,
  },
  { measure: 'k-core', said: 'core numbers', goal: 1, ours: coreNumbers, agrees: valuesAgree },
];

function writeEdges(folder: string, { nodeCount, offsets, neighbours, weights }: Graph): void {
  const edges: number[] = [];
  const strengths: number[] = [];
  for (let node = 0; node < nodeCount; node += 1) {
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at += 1) {
      const other = neighbours[at] ?? 0;
      if (other < node) continue;
      edges.push(node, other);
      strengths.push(weights[at] ?? 0);
    }
  }
  writeFileSync(path.join(folder, 'edges.bin'), new Uint8Array(Uint32Array.from(edges).buffer));
  writeFileSync(path.join(folder, 'weights.bin'), new Uint8Array(Float64Array.from(strengths).buffer));
}

/** Null where the peer is not installed. */
function askPeer(folder: string, measure: string, firms: number): Answer | null {
  const script = path.join(import.meta.dirname, 'network-peer.py');
  const words = [script, folder, measure, String(firms)];
  const { status, stdout } = spawnSync(PYTHON, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return status === 0 ? (JSON.parse(stdout) as Answer) : null;
}

function processorSeconds<T>(run: () => T): { readonly value: T; readonly seconds: number } {
  const before = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (user + system) / 1e6 };
}

function compared(folder: string, graph: Graph, { measure, said, goal, ours, agrees }: Comparison): Figure {
  const times = { ours: [] as number[], peer: [] as number[] };
  let version = '';
  for (let round = 0; round < ROUNDS; round += 1) {
    const { value, seconds } = processorSeconds(() => ours(graph));
    times.ours.push(seconds);
    const answer = askPeer(folder, measure, graph.nodeCount);
    if (answer === null) continue;
    version = answer.version;
    times.peer.push(answer.seconds);
    const bytes = readFileSync(path.join(folder, 'values.bin'));
    const peer = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    if (!agrees(value, peer)) throw new Error(`${measure} differs from the peer's`);
  }
  const mine = median(times.ours);
  if (times.peer.length === 0)
    return { workload: said, value: mine, unit: 's', peer: 'igraph is not installed (python3-igraph, python3-numpy)' };
  const theirs = median(times.peer);
  const peer = `${mine.toFixed(2)} s against ${theirs.toFixed(2)} s of igraph ${version}, values equal to 1e-9`;
  return { workload: said, value: mine / theirs, unit: 'x', goal, peer };
}

function louvain(folder: string, graph: Graph): Figure {
  const times = { ours: [] as number[], peer: [] as number[] };
  let [modularity, best] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { value, seconds } = processorSeconds(() => communities(graph));
    times.ours.push(seconds);
    modularity = value.modularity;
    const answer = askPeer(folder, 'communities', graph.nodeCount);
    if (answer === null) continue;
    times.peer.push(answer.seconds);
    best = Math.max(best, answer.modularity ?? 0);
  }
  const mine = median(times.ours);
  const said = 'communities (Louvain)';
  if (times.peer.length === 0) return { workload: said, value: mine, unit: 's', peer: 'igraph is not installed' };
  const theirs = median(times.peer);
  const peer = `${mine.toFixed(2)} s, modularity ${modularity.toFixed(4)}, against ${theirs.toFixed(2)} s, ${best.toFixed(4)} of igraph`;
  return { workload: said, value: mine / theirs, unit: 'x', goal: 0.3, peer };
}

function smallCompared(folder: string): Figure {
  const graph = generatedNetwork(SMALL, 5 * SMALL);
  writeEdges(folder, graph);
  return compared(folder, graph, BETWEENNESS);
}

const BETWEENNESS: Comparison = {
  measure: 'betweenness',
  said: `betweenness, exact, ${SMALL.toLocaleString('en')} firms`,
  goal: 1,
  ours: (graph) => betweenness(pathSumsByBlocks(graph)),
  agrees: valuesAgree,
};

/** Measures of the network of all the world's alliances against igraph, in processor seconds, ours and theirs in turn. */
export const network: Workload = {
  name: 'network',
  measure: () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'entente-bench-network-'));
    try {
      const { value: graph, seconds } = processorSeconds(() => generatedNetwork(FIRMS, ALLIANCES));
      writeEdges(folder, graph);
      const ties = (graph.neighbours.length / 2).toLocaleString('en');
      const size = `${FIRMS.toLocaleString('en')} firms, ${ties} ties of ${ALLIANCES.toLocaleString('en')} alliances`;
      return Promise.resolve([
        { workload: 'network made and drawn up', value: seconds, unit: 's', peer: size },
        ...COMPARISONS.map((comparison) => compared(folder, graph, comparison)),
        louvain(folder, graph),
        smallCompared(folder),
        ...cordis(folder, ROUNDS),
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
