import type { NetworkAnswer } from '@entente/contract/network';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedLooks, drawnLooks, type Looks } from './drawn-looks.ts';
import { networkModel } from './network-model.ts';

const NODES = 6;
const TIES = [
  [0, 1],
  [0, 2],
  [1, 2],
  [3, 4],
] as const;
// The looks ask for nodes and ties alone.
const model = networkModel({
  nodes: { slug: Array.from({ length: NODES }, (_, node) => `firm-${node}`), kind: [] },
  ties: { source: TIES.map(([one]) => one), target: TIES.map(([, other]) => other) },
} as unknown as NetworkAnswer);

const INKS = {
  text: '#000000',
  quiet: '#888888',
  line: '#444444',
  ground: '#ffffff',
  accent: '#3333cc',
  series: [],
  ramp: [],
  fontFamily: '',
};

const flags = (length: number) => fc.array(fc.constantFrom(0, 1), { minLength: length, maxLength: length });
const anyLooks: fc.Arbitrary<Looks> = fc.record({
  shown: fc.record({
    nodes: flags(NODES).map((each) => Uint8Array.from(each)),
    ties: flags(TIES.length).map((each) => Uint8Array.from(each)),
    nodeCount: fc.constant(0),
    tieCount: fc.constant(0),
  }),
  colours: fc.array(fc.constantFrom('#aa0000', '#00aa00'), { minLength: NODES, maxLength: NODES }),
  sizes: fc.array(fc.constantFrom(3, 9), { minLength: NODES, maxLength: NODES }),
  inks: fc.constantFrom(INKS, { ...INKS, ground: '#111111', accent: '#9999ff' }),
  node: fc.constantFrom(null, 0, 3, 5),
  tie: fc.constantFrom(null, 2),
});

/** All that is drawn of a node and of a tie. */
const nodeOf = (looks: Looks, at: number) => {
  const { shown, colours, sizes, orders, names } = drawnLooks(model, looks);
  return [shown.nodes[at], colours[at], sizes[at], orders[at], names[at]];
};
const tieOf = (looks: Looks, at: number) => {
  const { shown, own, ink, ownInk } = drawnLooks(model, looks);
  return [shown.ties[at], own[at], own[at] === 1 ? ownInk : ink];
};

describe('looks that change', () => {
  test('nothing is drawn anew when nothing looks other than before', () => {
    fc.assert(
      fc.property(anyLooks, (looks) => {
        const changed = changedLooks(drawnLooks(model, looks), drawnLooks(model, structuredClone(looks)));
        expect(changed).toEqual({ nodes: [], ties: [], isColourAlone: true });
      }),
    );
  });

  test('exactly the nodes and ties are drawn anew that look other than before', () => {
    fc.assert(
      fc.property(anyLooks, anyLooks, (before, now) => {
        const { nodes, ties } = changedLooks(drawnLooks(model, before), drawnLooks(model, now));
        const differs = (of: typeof nodeOf | typeof tieOf) => (at: number) =>
          JSON.stringify(of(before, at)) !== JSON.stringify(of(now, at));
        expect(nodes).toEqual([...model.ids.keys()].filter(differs(nodeOf)));
        expect(ties).toEqual([...TIES.keys()].filter(differs(tieOf)));
      }),
    );
  });

  test('another colouring leaves everything in its turn; a filter, a size or a selection does not', () => {
    const shown = { nodes: new Uint8Array(NODES).fill(1), ties: new Uint8Array(TIES.length).fill(1) };
    const looks: Looks = {
      shown: { ...shown, nodeCount: NODES, tieCount: TIES.length },
      colours: Array.from({ length: NODES }, () => '#aa0000'),
      sizes: Array.from({ length: NODES }, () => 3),
      inks: INKS,
      node: null,
      tie: null,
    };
    const isColourAlone = (now: Partial<Looks>): boolean =>
      changedLooks(drawnLooks(model, looks), drawnLooks(model, { ...looks, ...now })).isColourAlone;
    expect(isColourAlone({ colours: Array.from({ length: NODES }, () => '#00aa00') })).toBe(true);
    expect(isColourAlone({ shown: { ...looks.shown, nodes: Uint8Array.of(0, 1, 1, 1, 1, 1) } })).toBe(false);
    expect(isColourAlone({ shown: { ...looks.shown, ties: Uint8Array.of(0, 1, 1, 1) } })).toBe(false);
    expect(isColourAlone({ sizes: [9, 3, 3, 3, 3, 3] })).toBe(false);
    expect(isColourAlone({ node: 0 })).toBe(false);
  });
});

const selectedFirst = (flag: 0 | 1): Looks => ({
  shown: {
    nodes: Uint8Array.of(flag, 1, 1, 1, 1, 1),
    ties: Uint8Array.of(flag, flag, 1, 1),
    nodeCount: NODES,
    tieCount: TIES.length,
  },
  colours: Array.from({ length: NODES }, () => '#aa0000'),
  sizes: [],
  inks: INKS,
  node: 0,
  tie: null,
});

test('a selected node stands above its partners, they above the rest, whose names are not written', () => {
  const { orders, names, own, colours } = drawnLooks(model, selectedFirst(1));
  expect([...orders]).toEqual([2, 1, 1, 0, 0, 0]);
  expect([...names]).toEqual([2, 2, 2, 0, 0, 0]);
  expect([...own]).toEqual([1, 1, 0, 0]);
  expect(colours.slice(0, 3)).toEqual(['#aa0000', '#aa0000', '#aa0000']);
  expect(colours[3]).not.toBe('#aa0000');
});

test('a selected node that a filter hides leaves the rest as if nothing were selected', () => {
  const hidden = selectedFirst(0);
  expect(drawnLooks(model, hidden)).toEqual(drawnLooks(model, { ...hidden, node: null }));
  expect(drawnLooks(model, { ...hidden, node: null, tie: 0 })).toEqual(drawnLooks(model, { ...hidden, node: null }));
});
