import type { NetworkAnswer, NodeMeasure } from '@entente/contract/network';

/** `organisation:lioho`: a node's name on this page and in its files. */
export type NodeId = string;

/** A network as the page works with it: the answer, and who is tied to whom. */
export type NetworkModel = {
  readonly answer: NetworkAnswer;
  readonly ids: readonly NodeId[];
  readonly placeOf: ReadonlyMap<NodeId, number>;
  /** Ties of node n stand at offsets[n] to offsets[n + 1] of `tied`. */
  readonly offsets: Uint32Array;
  readonly tied: Uint32Array;
};

export const idOf = (kind: string, slug: string): NodeId => `${kind}:${slug}`;

/** The kind and slug of a node by its id; null for anything else. */
export function addressOfNode(id: string): { readonly kind: NetworkAnswer['level']; readonly slug: string } | null {
  const [kind, slug = ''] = id.split(':');
  return (kind === 'organisation' || kind === 'house') && slug !== '' ? { kind, slug } : null;
}

export function networkModel(answer: NetworkAnswer): NetworkModel {
  const { nodes, ties } = answer;
  const ids = nodes.slug.map((slug, node) => idOf(nodes.kind[node] ?? 'organisation', slug));
  const offsets = new Uint32Array(ids.length + 1);
  for (const end of [ties.source, ties.target])
    for (const node of end) offsets[node + 1] = (offsets[node + 1] ?? 0) + 1;
  for (let node = 0; node < ids.length; node += 1) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  const next = offsets.slice();
  const tied = new Uint32Array(ties.source.length * 2);
  for (const end of [ties.source, ties.target])
    end.forEach((node, tie) => {
      const place = next[node] ?? 0;
      tied[place] = tie;
      next[node] = place + 1;
    });
  return { answer, ids, placeOf: new Map(ids.map((id, node) => [id, node])), offsets, tied };
}

/** The ties of a node, by their places in the answer. */
export const tiesAt = ({ offsets, tied }: NetworkModel, node: number): Uint32Array =>
  tied.subarray(offsets[node], offsets[node + 1]);

/** The other end of a tie. */
export function otherEnd({ answer }: NetworkModel, tie: number, node: number): number {
  const { source, target } = answer.ties;
  return (source[tie] === node ? target[tie] : source[tie]) ?? node;
}

export const valuesOf = ({ answer }: NetworkModel, measure: NodeMeasure): readonly (number | null)[] =>
  answer.measures[measure] ?? [];
