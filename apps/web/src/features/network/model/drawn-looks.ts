import type { Inks } from './colouring.ts';
import { type NetworkModel, otherEnd, tiesAt } from './network-model.ts';
import type { Shown } from './shown.ts';

/** How the network is to look now. */
export type Looks = {
  readonly shown: Shown;
  readonly colours: readonly string[];
  readonly sizes: readonly number[];
  readonly inks: Inks;
  /** Place of the node that is selected, or of a tie. */
  readonly node: number | null;
  readonly tie: number | null;
};

/** The looks of each node and each tie, with what the selection makes of them. */
export type DrawnLooks = {
  readonly shown: Shown;
  readonly colours: readonly string[];
  readonly sizes: readonly number[];
  /** 2: the node that is selected, 1: what is tied to it, or all when nothing is selected, 0: the rest. */
  readonly orders: Uint8Array;
  /** 2: the name is always written, 1: where there is room, 0: never. */
  readonly names: Uint8Array;
  /** 1: a tie of what is selected. */
  readonly own: Uint8Array;
  readonly ink: string;
  readonly ownInk: string;
};

/** What looks other than before. */
export type ChangedLooks = {
  readonly nodes: readonly number[];
  readonly ties: readonly number[];
  /** Whether only colours changed, so that everything keeps its turn in the drawing and names their room. */
  readonly isColourAlone: boolean;
};

/** Ties beyond which each is drawn fainter, or nothing else would be seen. */
export const MANY_TIES = 20_000;
/** Nodes around the selected one up to which all their names are written. */
const FEW_NAMES = 16;

/** Mixes two colours written as #rrggbb. */
function mixed(one: string, other: string, share: number): string {
  const part = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16) || 0;
  const parts = [1, 3, 5].map((at) => Math.round(part(one, at) * share + part(other, at) * (1 - share)));
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Colours of what is not tied to the selection; many nodes have few colours. */
function faintColours(ground: string): (colour: string) => string {
  const known = new Map<string, string>();
  return (colour) => {
    const faint = known.get(colour) ?? mixed(colour, ground, 0.3);
    known.set(colour, faint);
    return faint;
  };
}

/** How each node and tie of a network is drawn. What is selected but filtered away puts nothing in its shade. */
export function drawnLooks(model: NetworkModel, { shown, colours, sizes, inks, ...selected }: Looks): DrawnLooks {
  const { source, target } = model.answer.ties;
  const node = selected.node !== null && shown.nodes[selected.node] === 1 ? selected.node : null;
  const tie = selected.tie !== null && shown.ties[selected.tie] === 1 ? selected.tie : null;
  const hasChoice = node !== null || tie !== null;
  const orders = new Uint8Array(model.ids.length);
  const own = new Uint8Array(source.length);
  const near = new Set<number>();
  if (node !== null) {
    near.add(node);
    for (const each of tiesAt(model, node)) {
      own[each] = 1;
      near.add(otherEnd(model, each, node));
    }
  }
  if (tie !== null) {
    own[tie] = 1;
    for (const end of [source[tie], target[tie]]) if (end !== undefined) near.add(end);
  }
  if (!hasChoice) orders.fill(1);
  for (const each of near) orders[each] = each === node ? 2 : 1;
  const faint = faintColours(inks.ground);
  const isFew = hasChoice && near.size <= FEW_NAMES;
  return {
    shown,
    colours: Array.from(orders, (order, at) => {
      const colour = colours[at] ?? inks.quiet;
      return order > 0 ? colour : faint(colour);
    }),
    sizes,
    orders,
    names: orders.map((order) => (order === 2 || (order === 1 && isFew) ? 2 : order)),
    own,
    ink: mixed(inks.line, inks.ground, hasChoice ? 0.2 : source.length > MANY_TIES ? 0.25 : 0.55),
    ownInk: inks.accent,
  };
}

/** Which nodes and ties of the same network have to be drawn otherwise, so that the others are left as they are. */
export function changedLooks(before: DrawnLooks, now: DrawnLooks): ChangedLooks {
  let isColourAlone = true;
  const nodes: number[] = [];
  for (let at = 0; at < now.orders.length; at += 1) {
    const isMoved =
      before.shown.nodes[at] !== now.shown.nodes[at] ||
      before.sizes[at] !== now.sizes[at] ||
      before.orders[at] !== now.orders[at] ||
      before.names[at] !== now.names[at];
    if (isMoved) isColourAlone = false;
    if (isMoved || before.colours[at] !== now.colours[at]) nodes.push(at);
  }
  const isInkKept = before.ink === now.ink;
  const isOwnInkKept = before.ownInk === now.ownInk;
  const ties: number[] = [];
  for (let at = 0; at < now.own.length; at += 1) {
    const isMoved = before.shown.ties[at] !== now.shown.ties[at] || before.own[at] !== now.own[at];
    if (isMoved) isColourAlone = false;
    if (isMoved || !(now.own[at] === 1 ? isOwnInkKept : isInkKept)) ties.push(at);
  }
  return { nodes, ties, isColourAlone };
}
