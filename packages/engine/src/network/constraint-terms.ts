import type { Graph } from './graph.ts';

/** What one partner adds to a node's constraint. */
export type ConstraintTerm = {
  readonly partner: number;
  /** p_ij: the share of the node's strength that lies in its tie to the partner. */
  readonly direct: number;
  /** The sum over its other partners q of p_iq p_qj. */
  readonly indirect: number;
  /** (direct + indirect) squared; the terms of all partners add up to the constraint. */
  readonly term: number;
};

const strengthOf = ({ offsets, weights }: Graph, node: number): number => {
  let sum = 0;
  for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at += 1) sum += weights[at] as number;
  return sum;
};

/**
 * From where the constraint of one node comes, largest first, equals by node. Shares are without unit, from 0 to 1.
 *
 * Source: Burt, Structural Holes (1992), chapter 2.
 * @example constraintTerms(graphFromTies(3, { sources: Uint32Array.of(0, 0), targets: Uint32Array.of(1, 2) }), 0).map(({ term }) => term) // => [0.25, 0.25]
 */
export function constraintTerms(graph: Graph, node: number): ConstraintTerm[] {
  const { offsets, neighbours, weights } = graph;
  const [first, last] = [offsets[node] as number, offsets[node + 1] as number];
  const own = strengthOf(graph, node);
  const indirect = new Map<number, number>();
  for (let at = first; at < last; at += 1) indirect.set(neighbours[at] as number, 0);
  for (let at = first; at < last; at += 1) {
    const through = neighbours[at] as number;
    const share = (weights[at] as number) / own;
    const theirs = strengthOf(graph, through);
    for (let next = offsets[through] as number; next < (offsets[through + 1] as number); next += 1) {
      const partner = neighbours[next] as number;
      const sofar = indirect.get(partner);
      if (sofar !== undefined) indirect.set(partner, sofar + (share * (weights[next] as number)) / theirs);
    }
  }
  return Array.from({ length: last - first }, (_, nth) => {
    const partner = neighbours[first + nth] as number;
    const direct = (weights[first + nth] as number) / own;
    const through = indirect.get(partner) ?? 0;
    return { partner, direct, indirect: through, term: (direct + through) ** 2 };
  }).sort((one, other) => other.term - one.term || one.partner - other.partner);
}
