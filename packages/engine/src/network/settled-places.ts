import { coarser, type Level } from './coarser-graph.ts';
import { degrees, type Graph } from './graph.ts';
import { RepulsionTree } from './repulsion-tree.ts';

/** Where nodes lie, by their number. */
export type Spots = { readonly x: Float64Array; readonly y: Float64Array };

/** Nodes of the coarsest network, which is placed from a spiral. */
const FEW = 40;
/** A coarser network is worth its while when it has at most this share of the nodes. */
const WORTH = 0.85;
/** How strongly all is drawn to the middle, for each mass. */
const GRAVITY = 1.5;

/** By the golden angle a spiral fills a disc evenly; written out, so that every machine turns by the same. */
const TURN = { cos: -0.7373688780783197, sin: 0.6754902942615238 };

/** Rounds of forces at a level: many where they cost little and the whole takes shape, few where detail alone remains. */
const roundsAt = (nodes: number, isCoarsest: boolean): number => {
  if (isCoarsest) return Math.min(300, 20 * nodes);
  return nodes <= 300 ? 200 : nodes <= 2_000 ? 80 : nodes <= 20_000 ? 30 : 20;
};

function onSpiral(count: number, spread: number): Spots {
  const spots = { x: new Float64Array(count), y: new Float64Array(count) };
  let [cos, sin] = [1, 0];
  for (let nth = 0; nth < count; nth += 1) {
    const radius = spread * Math.sqrt(nth + 0.5);
    spots.x[nth] = radius * cos;
    spots.y[nth] = radius * sin;
    [cos, sin] = [cos * TURN.cos - sin * TURN.sin, cos * TURN.sin + sin * TURN.cos];
  }
  return spots;
}

function meanTie({ nodeCount, offsets, neighbours }: Graph, { x, y }: Spots): number {
  let sum = 0;
  for (let node = 0; node < nodeCount; node += 1)
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at += 1) {
      const other = neighbours[at] as number;
      sum += Math.hypot((x[node] as number) - (x[other] as number), (y[node] as number) - (y[other] as number));
    }
  return neighbours.length === 0 ? 1 : sum / neighbours.length;
}

/** One round: each node goes one step where ties, masses and the middle draw and push it together. */
function round({ graph, mass }: Level, { x, y }: Spots, moved: Spots, tree: RepulsionTree, step: number): void {
  const { nodeCount, offsets, neighbours, weights } = graph;
  tree.build(x, y, mass);
  for (let node = 0; node < nodeCount; node += 1) {
    const [atX, atY, own] = [x[node] as number, y[node] as number, mass[node] as number];
    tree.push(atX, atY);
    const far = Math.sqrt(atX * atX + atY * atY) || 1;
    let across = own * (tree.across - (GRAVITY * atX) / far);
    let up = own * (tree.up - (GRAVITY * atY) / far);
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at += 1) {
      const other = neighbours[at] as number;
      const weight = weights[at] as number;
      across += weight * ((x[other] as number) - atX);
      up += weight * ((y[other] as number) - atY);
    }
    const force = Math.sqrt(across * across + up * up);
    const share = force === 0 ? 0 : step / force;
    moved.x[node] = atX + across * share;
    moved.y[node] = atY + up * share;
  }
  x.set(moved.x);
  y.set(moved.y);
}

function settle(level: Level, spots: Spots, isCoarsest: boolean, tree: RepulsionTree, told: () => void): void {
  const rounds = roundsAt(level.graph.nodeCount, isCoarsest);
  const moved = { x: spots.x.slice(), y: spots.y.slice() };
  const long = meanTie(level.graph, spots);
  let step = long * (isCoarsest ? 0.6 : 0.3);
  const cooled = Math.pow((long * 0.005) / step, 1 / rounds);
  for (let done = 0; done < rounds; done += 1) {
    round(level, spots, moved, tree, step);
    step *= cooled;
    told();
  }
}

/** Nodes at the places of those that stood for them, a little apart. */
function unfolded(of: Uint32Array, graph: Graph, coarse: Spots): Spots {
  const spots = onSpiral(of.length, 1);
  const apart = meanTie(graph, coarse) / 8 || 0.5;
  for (let node = 0; node < of.length; node += 1) {
    const group = of[node] as number;
    const far = Math.sqrt((spots.x[node] as number) ** 2 + (spots.y[node] as number) ** 2);
    spots.x[node] = (coarse.x[group] as number) + (apart * (spots.x[node] as number)) / far;
    spots.y[node] = (coarse.y[group] as number) + (apart * (spots.y[node] as number)) / far;
  }
  return spots;
}

type Fold = { readonly level: Level; readonly of: Uint32Array };

/** Coarser and coarser networks, from the finest, until one is small enough to be placed from nothing. */
function foldedOver(finest: Level): { readonly folds: readonly Fold[]; readonly coarsest: Level } {
  const folds: Fold[] = [];
  let level = finest;
  while (level.graph.nodeCount > FEW) {
    const next = coarser(level);
    if (next.level.graph.nodeCount > level.graph.nodeCount * WORTH) break;
    folds.push({ level, of: next.of });
    level = next.level;
  }
  return { folds, coarsest: level };
}

/**
 * Places for the nodes of a network that paths join, by the forces of ForceAtlas2: nodes push each other by their partners, ties
 * draw. The whole takes shape on coarser networks first, so that few rounds are left for all nodes. The same network gets the same
 * places.
 * @param told is called with how much of the work is done, from 0 to 1
 * @returns places in lengths of about a tie, around 0
 * Source: Jacomy, Venturini, Heymann and Bastian, *PLoS ONE* 9(6), 2014; Hu, *Mathematica Journal* 10(1), 2005.
 * @example settledPlaces(graphFromTies(1, { sources: Uint32Array.of(), targets: Uint32Array.of() }), () => {}).x.length // => 1
 */
export function settledPlaces(graph: Graph, told: (share: number) => void): Spots {
  const finest: Level = { graph, mass: Float64Array.from(degrees(graph), (degree) => degree + 1) };
  const { folds, coarsest } = foldedOver(finest);
  const levels = [...folds.map(({ level }) => level), coarsest];
  const total = levels.reduce(
    (sum, level) => sum + roundsAt(level.graph.nodeCount, level === coarsest) * level.graph.nodeCount,
    0,
  );
  let done = 0;
  const toldOf = (level: Level) => (): void => {
    done += level.graph.nodeCount;
    told(done / total);
  };
  const tree = new RepulsionTree();
  const meanMass = coarsest.mass.reduce((sum, mass) => sum + mass, 0) / coarsest.mass.length;
  let spots = onSpiral(coarsest.mass.length, Math.sqrt(meanMass));
  settle(coarsest, spots, true, tree, toldOf(coarsest));
  for (const [nth, { level, of }] of [...folds.entries()].reverse()) {
    spots = unfolded(of, (levels[nth + 1] as Level).graph, spots);
    settle(level, spots, false, tree, toldOf(level));
  }
  return spots;
}
