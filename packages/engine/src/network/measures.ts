import { betweenness, closeness } from './centrality.ts';
import { communities } from './communities.ts';
import { components } from './components.ts';
import { degrees, type Graph } from './graph.ts';
import { coreNumbers } from './k-core.ts';
import type { PathSums } from './shortest-paths.ts';
import { contactOverlap, structuralHoles } from './structural-holes.ts';

/** The measures of a node, by the names under which files and screens have them. */
export const NETWORK_MEASURES = [
  'degree',
  'strength',
  'effective-size',
  'efficiency',
  'constraint',
  'hierarchy',
  'clustering',
  'k-core',
  'component',
  'community',
  'betweenness',
  'closeness',
] as const;
export type NetworkMeasure = (typeof NETWORK_MEASURES)[number];

/** What needs sums over the ties too, and not over the triangles of each node alone. */
const TERM_MEASURES: ReadonlySet<NetworkMeasure> = new Set(['constraint', 'hierarchy']);

/** What is read from shortest paths, and therefore takes a search a node. */
const PATH_MEASURES: ReadonlySet<NetworkMeasure> = new Set(['betweenness', 'closeness']);

export const needsPaths = (measures: readonly NetworkMeasure[]): boolean =>
  measures.some((measure) => PATH_MEASURES.has(measure));

function strengths({ nodeCount, offsets, weights }: Graph): Float64Array {
  return Float64Array.from({ length: nodeCount }, (_, node) => {
    let sum = 0;
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at += 1) sum += weights[at] as number;
    return sum;
  });
}

/** Computes what several measures share once. */
const once = <T>(compute: () => T): (() => T) => {
  let value: { readonly of: T } | null = null;
  return () => (value ??= { of: compute() }).of;
};

/**
 * Measures of every node, one array a measure in the order asked; NaN where a measure is not defined. Effective size,
 * efficiency, constraint, hierarchy, strength and communities weigh ties; degree, clustering, core, component, betweenness
 * and closeness do not.
 * @param paths what `needsPaths` asks for; null where no measure asked needs it
 */
export function networkMeasures(
  graph: Graph,
  measures: readonly NetworkMeasure[],
  paths: PathSums | null,
): ArrayLike<number>[] {
  const holes = once(() => structuralHoles(graph));
  const overlap = measures.some((measure) => TERM_MEASURES.has(measure)) ? holes : once(() => contactOverlap(graph));
  const sums = (): PathSums => {
    if (paths === null) throw new Error('Betweenness and closeness are read from shortest paths, which were not given');
    return paths;
  };
  const compute: Readonly<Record<NetworkMeasure, () => ArrayLike<number>>> = {
    degree: () => degrees(graph),
    strength: () => strengths(graph),
    'effective-size': () => overlap().effectiveSize,
    efficiency: () => overlap().efficiency,
    constraint: () => holes().constraint,
    hierarchy: () => holes().hierarchy,
    clustering: () => overlap().clustering,
    'k-core': () => coreNumbers(graph),
    component: () => components(graph).component,
    community: () => communities(graph).community,
    betweenness: () => betweenness(sums()),
    closeness: () => closeness(graph, sums()),
  };
  return measures.map((measure) => compute[measure]());
}
