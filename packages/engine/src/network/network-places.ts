import { components } from './components.ts';
import { type Graph, graphFromTies, type Ties } from './graph.ts';
import { settledPlaces, type Spots } from './settled-places.ts';
import { laidInRows, sheetOf } from './sheets.ts';

/** Nodes of each component, ascending; components from the largest down. */
function partsOf(graph: Graph): number[][] {
  const { component, sizes } = components(graph);
  const parts = Array.from(sizes, (): number[] => []);
  for (let node = 0; node < graph.nodeCount; node += 1) parts[(component[node] as number) - 1]?.push(node);
  return parts;
}

/** The network of one part alone: its nth node is the nth of the part. */
function graphOfPart({ offsets, neighbours, weights }: Graph, nodes: readonly number[], placeIn: Uint32Array): Graph {
  nodes.forEach((node, nth) => {
    placeIn[node] = nth;
  });
  const starts = new Uint32Array(nodes.length + 1);
  const ends: number[] = [];
  const strengths: number[] = [];
  for (const [nth, node] of nodes.entries()) {
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at += 1) {
      ends.push(placeIn[neighbours[at] as number] as number);
      // A tie of many alliances draws more than one of few, not in proportion.
      strengths.push(Math.sqrt(weights[at] as number));
    }
    starts[nth + 1] = ends.length;
  }
  const [ascending, drawing] = [Uint32Array.from(ends), Float64Array.from(strengths)];
  return { nodeCount: nodes.length, offsets: starts, neighbours: ascending, weights: drawing };
}

const sideBySide = (count: number): Spots => ({
  x: Float64Array.from({ length: count }, (_, nth) => nth),
  y: new Float64Array(count),
});

/**
 * Where to draw the nodes of a network: each component is placed for itself by forces, and they lie in rows, the largest first, so
 * that none lies upon another.
 * @param nodeCount nodes are numbered from 0; one without ties is a component of its own
 * @param ties with the weights that draw their ends together
 * @param told is called with how much of the work is done, from 0 to 1
 * @returns a place for each node; a part of n nodes takes about n units of area. The same network gets the same places, whatever the
 * order of its ties.
 * Source: Jacomy, Venturini, Heymann and Bastian, *PLoS ONE* 9(6), 2014; Hu, *Mathematica Journal* 10(1), 2005.
 * @example networkPlaces(2, { sources: Uint32Array.of(0), targets: Uint32Array.of(1) }).x.length // => 2
 */
export function networkPlaces(nodeCount: number, ties: Ties, told: (share: number) => void = () => {}): Spots {
  const graph = graphFromTies(nodeCount, ties);
  const placeIn = new Uint32Array(nodeCount);
  let done = 0;
  const sheets = partsOf(graph).map((nodes) => {
    const isPlain = nodes.length <= 2;
    const spots = isPlain
      ? sideBySide(nodes.length)
      : settledPlaces(graphOfPart(graph, nodes, placeIn), (share) => told((done + share * nodes.length) / nodeCount));
    done += nodes.length;
    return sheetOf(nodes, spots);
  });
  return laidInRows(nodeCount, sheets);
}
