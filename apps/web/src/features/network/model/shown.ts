import type { NetworkView } from '../network-search.ts';
import { type NetworkModel, otherEnd, tiesAt, valuesOf } from './network-model.ts';

/** What the filters leave: 1 where a node or a tie is shown. */
export type Shown = {
  readonly nodes: Uint8Array;
  readonly ties: Uint8Array;
  readonly nodeCount: number;
  readonly tieCount: number;
};

function passing(model: NetworkModel, view: NetworkView): Uint8Array {
  const { nodes, houses } = model.answer;
  const parts = valuesOf(model, 'component');
  const values = view.least === null ? [] : valuesOf(model, view.least.measure);
  const least = view.least?.value ?? 0;
  return Uint8Array.from(model.ids, (_, node) => {
    if (view.country !== null && nodes.country[node] !== view.country) return 0;
    if (view.house !== null && houses[nodes.house[node] ?? -1]?.slug !== view.house) return 0;
    if (view.component !== null && parts[node] !== view.component) return 0;
    // A measure that is not defined is not at least anything.
    if (view.least !== null && ((values[node] ?? null) === null || (values[node] ?? 0) < least)) return 0;
    return 1;
  });
}

/** The mask of the form that is asked for; null: any. */
function formBit({ answer }: NetworkModel, form: string | null): number | null {
  if (form === null) return null;
  const place = answer.forms.findIndex((each) => (each ?? 'unknown') === form);
  return place === -1 ? 0 : 1 << place;
}

/** Nodes that so many steps over shown ties reach. */
function surroundings(
  model: NetworkModel,
  from: number,
  steps: number,
  nodes: Uint8Array,
  ties: Uint8Array,
): Uint8Array {
  const reached = new Uint8Array(model.ids.length);
  reached[from] = 1;
  let edge = [from];
  for (let step = 0; step < steps; step += 1) {
    const next: number[] = [];
    for (const node of edge)
      for (const tie of tiesAt(model, node)) {
        const other = otherEnd(model, tie, node);
        if (ties[tie] !== 1 || nodes[other] !== 1 || reached[other] === 1) continue;
        reached[other] = 1;
        next.push(other);
      }
    edge = next;
  }
  return reached;
}

const sum = (flags: Uint8Array): number => flags.reduce((count, flag) => count + flag, 0);

/**
 * What of a network the filters leave. A form takes away ties, and nodes that have none left; a focus leaves what lies
 * around it, and the node itself whatever else is asked for.
 */
export function shownOf(model: NetworkModel, view: NetworkView): Shown {
  const { source, target, forms } = model.answer.ties;
  const nodes = passing(model, view);
  const bit = formBit(model, view.form);
  const focus = view.focus === null ? undefined : model.placeOf.get(view.focus);
  if (focus !== undefined) nodes[focus] = 1;
  const isTied = (tie: number): boolean =>
    nodes[source[tie] ?? -1] === 1 &&
    nodes[target[tie] ?? -1] === 1 &&
    (bit === null || ((forms[tie] ?? 0) & bit) !== 0);
  const ties = Uint8Array.from(source, (_, tie) => (isTied(tie) ? 1 : 0));
  if (bit !== null)
    for (let node = 0; node < nodes.length; node += 1)
      if (node !== focus && !tiesAt(model, node).some((tie) => ties[tie] === 1)) nodes[node] = 0;
  const left = focus === undefined ? nodes : surroundings(model, focus, view.steps, nodes, ties);
  const kept = ties.map((flag, tie) =>
    flag === 1 && left[source[tie] ?? -1] === 1 && left[target[tie] ?? -1] === 1 ? 1 : 0,
  );
  return { nodes: left, ties: kept, nodeCount: sum(left), tieCount: sum(kept) };
}
