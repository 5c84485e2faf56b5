import type { ContactTerm } from './contact-terms.ts';
import type { Graph } from './graph.ts';

/** Who a node would be tied to beside its contacts; null: somebody who is in no tie yet. */
export type AddedTie = { readonly contact: number | null; readonly weight: number };

/** Where one node stands in a network; null where it has no contact. */
export type NodePosition = {
  readonly degree: number;
  readonly effectiveSize: number | null;
  readonly efficiency: number | null;
  readonly constraint: number | null;
  /** A contact each, those of the graph by their numbers; `contact` -1 is the one who is in no tie yet. */
  readonly terms: readonly ContactTerm[];
};

const NEWCOMER = -1;

const UNTIED: NodePosition = { degree: 0, effectiveSize: null, efficiency: null, constraint: null, terms: [] };

/** The contacts of a node with the weight of each, the added tie among them; a tie that is there grows. */
function contactsWith({ offsets, neighbours, weights }: Graph, node: number | null, added: AddedTie | null) {
  const contacts = new Map<number, number>();
  if (node !== null)
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at += 1)
      contacts.set(neighbours[at] as number, weights[at] as number);
  if (added !== null) {
    const contact = added.contact ?? NEWCOMER;
    contacts.set(contact, (contacts.get(contact) ?? 0) + added.weight);
  }
  return contacts;
}

/**
 * Effective size, efficiency and constraint of one node as they would be with one more tie, or as they are without: only
 * the ties around the node are read, so the work is the number of its contacts' ties, whatever the size of the network.
 * The graph is not touched. Weights are those of the graph; shares are without unit.
 * Source: Burt, Structural Holes (1992), ch. 2; the same sums as `structuralHoles`.
 * @param node null for a firm that is in no tie yet
 * @example positionWith(graphFromTies(3, { sources: Uint32Array.of(0), targets: Uint32Array.of(1) }), 0, { contact: 2, weight: 1 }).constraint // => 0.5
 */
export function positionWith(graph: Graph, node: number | null, added: AddedTie | null): NodePosition {
  const { offsets, neighbours, weights } = graph;
  const own = contactsWith(graph, node, added);
  if (own.size === 0) return UNTIED;
  let strength = 0;
  for (const weight of own.values()) strength += weight;
  const indirect = new Map<number, number>([...own.keys()].map((contact) => [contact, 0]));
  const redundancies = new Map<number, number>();
  for (const [contact, tie] of own) {
    const [first, last] = contact === NEWCOMER ? [0, 0] : [offsets[contact] as number, offsets[contact + 1] as number];
    // Its tie to the node counts with the weight that it would have.
    let theirs = tie;
    let strongest = tie;
    for (let at = first; at < last; at += 1) {
      if (neighbours[at] === node) continue;
      theirs += weights[at] as number;
      strongest = Math.max(strongest, weights[at] as number);
    }
    let redundancy = 0;
    for (let at = first; at < last; at += 1) {
      const other = neighbours[at] as number;
      const share = other === node ? undefined : own.get(other);
      if (share === undefined) continue;
      redundancy += ((share / strength) * (weights[at] as number)) / strongest;
      indirect.set(other, (indirect.get(other) as number) + ((tie / strength) * (weights[at] as number)) / theirs);
    }
    redundancies.set(contact, redundancy);
  }
  const terms = [...own].map(([contact, weight]): ContactTerm => {
    const share = weight / strength;
    const constraint = (share + (indirect.get(contact) as number)) ** 2;
    return { contact, weight, share, redundancy: redundancies.get(contact) as number, constraint };
  });
  const effectiveSize = terms.reduce((sum, { redundancy }) => sum + 1 - redundancy, 0);
  return {
    degree: own.size,
    effectiveSize,
    efficiency: effectiveSize / own.size,
    constraint: terms.reduce((sum, { constraint }) => sum + constraint, 0),
    terms,
  };
}
