import type { Graph } from './graph.ts';

/** What one contact of a node adds to the measures of structural holes. */
export type ContactTerm = {
  readonly contact: number;
  /** Strength of the tie to it, and the share of the node's strength that lies in it. */
  readonly weight: number;
  readonly share: number;
  /** How far other contacts lead to it too: sum over q of p_iq m_jq. 1 less this is its part in effective size. */
  readonly redundancy: number;
  /** (p_ij + sum over q of p_iq p_qj)^2, its part in constraint. */
  readonly constraint: number;
};

type Contacts = ReadonlyMap<number, number>;

function contactsOf({ offsets, neighbours, weights }: Graph, node: number): Contacts {
  const contacts = new Map<number, number>();
  for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at += 1)
    contacts.set(neighbours[at] as number, weights[at] as number);
  return contacts;
}

const strengthOf = (contacts: Contacts): number => [...contacts.values()].reduce((sum, weight) => sum + weight, 0);

/**
 * The terms of which effective size and constraint of one node are the sums, a contact each, in the order of their
 * numbers. Read straight from the formulas, so that a figure can be opened to what it is made of; for all nodes at once
 * `structuralHoles` is faster by far. Work is of the order of the contacts' own contacts.
 * Source: Burt, Structural Holes (1992), ch. 2.
 * @example contactTerms(graphFromTies(3, { sources: Uint32Array.of(0, 0), targets: Uint32Array.of(1, 2) }), 0).map(({ constraint }) => constraint) // => [0.25, 0.25]
 */
export function contactTerms(graph: Graph, node: number): readonly ContactTerm[] {
  const own = contactsOf(graph, node);
  const strength = strengthOf(own);
  const around = new Map([...own.keys()].map((contact) => [contact, contactsOf(graph, contact)]));
  return [...own].map(([contact, weight]) => {
    const theirs = around.get(contact) as Contacts;
    const strongest = Math.max(...theirs.values());
    let redundancy = 0;
    let indirect = 0;
    for (const [other, tie] of own) {
      const between = theirs.get(other);
      if (other === contact || between === undefined) continue;
      redundancy += (tie / strength) * (between / strongest);
      indirect += (tie / strength) * (between / strengthOf(around.get(other) as Contacts));
    }
    const share = weight / strength;
    return { contact, weight, share, redundancy, constraint: (share + indirect) ** 2 };
  });
}
