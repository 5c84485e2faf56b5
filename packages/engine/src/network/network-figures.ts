import { allianceNetwork, type AllianceNetwork, type NetworkLevel } from './alliance-network.ts';
import { allNodes } from './centrality.ts';
import type { Graph } from './graph.ts';
import { needsPaths, type NetworkMeasure, networkMeasures } from './measures.ts';
import { type DayNumber, type Membership, Memberships } from './memberships.ts';
import { membershipsOn } from './register-memberships.ts';
import { sampledNodes } from './sampled-nodes.ts';
import { blocksOf, type PathSums, pathSums, PathSumsOfBlocks } from './shortest-paths.ts';

/** What a network is computed from; plain values, so that another thread can be asked. */
export type FiguresQuestion = {
  readonly memberships: readonly (Membership & { readonly house: string })[];
  readonly level: NetworkLevel;
  readonly asOf: DayNumber | null;
  /** Members beyond which an alliance ties nobody. */
  readonly largest: number;
  readonly measures: readonly NetworkMeasure[];
  /** From how many firms shortest paths are searched, at most; they are drawn by `seed` where there are more. */
  readonly mostSearches: number;
  readonly seed: number;
  /** Forms by their place in the mask of a tie; a form that is not among them, or none, has the place behind the last. */
  readonly forms: readonly string[];
};

export type NetworkFigures = Pick<AllianceNetwork, 'names' | 'alliances' | 'left'> & {
  /** One array a measure, in the order asked; null where a measure is not defined. */
  readonly measures: readonly (readonly (number | null)[])[];
  /** Each pair once, the lower node first. */
  readonly ties: {
    readonly source: readonly number[];
    readonly target: readonly number[];
    /** In how many alliances the two are partners. */
    readonly weight: readonly number[];
    /** Which forms these alliances have: bit n for the nth form. */
    readonly forms: readonly number[];
  };
  /** From how many nodes shortest paths were searched; 0 where no measure asked needs them. */
  readonly searches: number;
};

function searchedPaths(graph: Graph, { measures, mostSearches, seed }: FiguresQuestion): PathSums | null {
  if (!needsPaths(measures)) return null;
  const isWhole = graph.nodeCount <= mostSearches;
  const sources = isWhole ? allNodes(graph) : sampledNodes(graph.nodeCount, mostSearches, seed);
  const total = new PathSumsOfBlocks(graph.nodeCount);
  for (const block of blocksOf(sources)) total.add(pathSums(graph, block));
  return total.total;
}

/** Where the tie from a node to another stands; neighbours of a node ascend. */
function placeOfTie({ offsets, neighbours }: Graph, node: number, other: number): number {
  let low = offsets[node] as number;
  let high = (offsets[node + 1] as number) - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((neighbours[middle] as number) < other) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Members of each alliance as nodes, each once. */
function rosters({ memberships, level, asOf }: FiguresQuestion, names: readonly string[]): Map<string, Roster> {
  const nodeOf = new Map(names.map((name, node) => [name, node]));
  const found = new Map<string, Roster>();
  for (const { alliance, firm, house, form } of membershipsOn(memberships, asOf)) {
    const roster = found.get(alliance) ?? { form, nodes: new Set<number>() };
    roster.nodes.add(nodeOf.get(level === 'house' ? house : firm) as number);
    found.set(alliance, roster);
  }
  return found;
}
type Roster = { readonly form: string | null; readonly nodes: Set<number> };

/** The forms of the alliances behind each tie, at the tie's place in the graph, seen from the lower node. */
function tieForms(question: FiguresQuestion, { graph, names }: AllianceNetwork): Uint32Array {
  const masks = new Uint32Array(graph.neighbours.length);
  for (const { form, nodes } of rosters(question, names).values()) {
    if (nodes.size > question.largest) continue;
    const known = form === null ? -1 : question.forms.indexOf(form);
    const bit = 1 << (known === -1 ? question.forms.length : known);
    const sorted = [...nodes].sort((one, other) => one - other);
    for (const [nth, node] of sorted.entries())
      for (let at = nth + 1; at < sorted.length; at += 1) {
        const place = placeOfTie(graph, node, sorted[at] as number);
        masks[place] = (masks[place] as number) | bit;
      }
  }
  return masks;
}

function tiesOnce({ graph }: AllianceNetwork, masks: Uint32Array): NetworkFigures['ties'] {
  const ties = { source: [] as number[], target: [] as number[], weight: [] as number[], forms: [] as number[] };
  const { nodeCount, offsets, neighbours, weights } = graph;
  for (let node = 0; node < nodeCount; node += 1)
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at += 1) {
      if ((neighbours[at] as number) < node) continue;
      ties.source.push(node);
      ties.target.push(neighbours[at] as number);
      ties.weight.push(weights[at] as number);
      ties.forms.push(masks[at] as number);
    }
  return ties;
}

/**
 * A network with the measures of its nodes, as plain arrays: what a screen draws and an interface answers.
 * @returns names ascending by code unit; `measures[m][n]` of node n; ties each once. The same question gives the same answer to the last bit.
 * @example networkFigures({ memberships: [], level: 'organisation', asOf: null, largest: 1000, measures: ['degree'], mostSearches: 10, seed: 1, forms: [] }).measures // => [[]]
 */
export function networkFigures(question: FiguresQuestion): NetworkFigures {
  const memberships = new Memberships((name) => name);
  for (const each of question.memberships) memberships.add(each);
  const network = allianceNetwork(memberships, question);
  const paths = searchedPaths(network.graph, question);
  const columns = networkMeasures(network.graph, question.measures, paths);
  return {
    names: network.names,
    alliances: network.alliances,
    left: network.left,
    measures: columns.map((values) => Array.from(values, (value) => (Number.isNaN(value) ? null : value))),
    ties: tiesOnce(network, tieForms(question, network)),
    searches: paths === null ? 0 : paths.sources,
  };
}
