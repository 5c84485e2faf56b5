import type { NodeMeasure } from '@entente/contract/network';
import { NODE_MEASURES } from '@entente/contract/network';
import { type NetworkModel, type NodeId, tiesAt } from './model/network-model.ts';

/* What the inspector shows of this page, as the address names it: `network.node.organisation:lioho`. */

const NODE = 'network.node.';
const TIE = 'network.tie.';
const MEASURE = 'network.measure.';

export const inspectedNode = (id: NodeId): string => `${NODE}${id}`;
export const inspectedMeasure = (measure: NodeMeasure, id: NodeId): string => `${MEASURE}${measure}.${id}`;
export const inspectedPair = (one: NodeId, other: NodeId): string => `${TIE}${one}~${other}`;

export function inspectedTie({ ids, answer }: NetworkModel, tie: number): string {
  const { source, target } = answer.ties;
  return inspectedPair(ids[source[tie] ?? -1] ?? '', ids[target[tie] ?? -1] ?? '');
}

/** The measure of a node that is shown. */
export function measureInspected(
  activeId: string | null,
): { readonly measure: NodeMeasure; readonly id: NodeId } | null {
  if (!activeId?.startsWith(MEASURE)) return null;
  const rest = activeId.slice(MEASURE.length);
  const at = rest.indexOf('.');
  const measure = NODE_MEASURES.find((each) => each === rest.slice(0, at));
  return measure === undefined ? null : { measure, id: rest.slice(at + 1) };
}

/** The node that is shown, or of which a measure is. */
export function nodeInspected(activeId: string | null): NodeId | null {
  if (activeId?.startsWith(NODE)) return activeId.slice(NODE.length);
  return measureInspected(activeId)?.id ?? null;
}

/** The two nodes whose tie is shown. */
export function pairInspected(activeId: string | null): readonly [NodeId, NodeId] | null {
  if (!activeId?.startsWith(TIE)) return null;
  const [one = '', other = ''] = activeId.slice(TIE.length).split('~');
  return other === '' ? null : [one, other];
}

/** The place of the tie that is shown. */
export function tieInspected(activeId: string | null, model: NetworkModel): number | null {
  const pair = pairInspected(activeId);
  const [one, other] = (pair ?? []).map((id) => model.placeOf.get(id));
  if (one === undefined || other === undefined) return null;
  const { source, target } = model.answer.ties;
  const isIt = (tie: number): boolean =>
    (source[tie] === one && target[tie] === other) || (source[tie] === other && target[tie] === one);
  return [...tiesAt(model, one)].find(isIt) ?? null;
}
