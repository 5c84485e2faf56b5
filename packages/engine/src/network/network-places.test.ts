import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coarser } from './coarser-graph.ts';
import { degrees, graphFromTies } from './graph.ts';
import { networkPlaces } from './network-places.ts';
import { anyTies, type WeightedTie } from './random-graph.test-data.ts';
import type { Spots } from './settled-places.ts';

const tiesOf = (ties: readonly WeightedTie[]) => ({
  sources: Uint32Array.from(ties, ([one]) => one),
  targets: Uint32Array.from(ties, ([, other]) => other),
  weights: Float64Array.from(ties, ([, , weight]) => weight),
});
const placed = (nodeCount: number, ties: readonly WeightedTie[]): Spots => networkPlaces(nodeCount, tiesOf(ties));
const apart = ({ x, y }: Spots, one: number, other: number): number =>
  Math.hypot((x[one] ?? 0) - (x[other] ?? 0), (y[one] ?? 0) - (y[other] ?? 0));

/** Groups of firms that are all tied to each other, each group to the next by one tie. */
function groupsInARing(groups: number, members: number): WeightedTie[] {
  const ties: WeightedTie[] = [];
  for (let group = 0; group < groups; group += 1) {
    for (let one = 0; one < members; one += 1)
      for (let other = one + 1; other < members; other += 1)
        ties.push([group * members + one, group * members + other, 1]);
    ties.push([group * members, ((group + 1) % groups) * members + 1, 1]);
  }
  return ties;
}

describe('places of a network', () => {
  test('the same network gets the same places, in whatever order its ties come', () => {
    fc.assert(
      fc.property(anyTies, fc.nat(), ({ nodeCount, ties }, turn) => {
        const at = ties.length === 0 ? 0 : turn % ties.length;
        const turned = [...ties.slice(at), ...ties.slice(0, at)].map(
          ([one, other, weight]): WeightedTie => [other, one, weight],
        );
        expect(placed(nodeCount, turned)).toEqual(placed(nodeCount, ties));
      }),
    );
  });

  test('every node has a place of its own', () => {
    fc.assert(
      fc.property(anyTies, ({ nodeCount, ties }) => {
        const { x, y } = placed(nodeCount, ties);
        expect([...x, ...y].every(Number.isFinite)).toBe(true);
        expect(new Set([...x].map((value, node) => `${value} ${y[node]}`)).size).toBe(nodeCount);
      }),
    );
  });

  test('ties draw: groups that are tied within lie together, and apart from each other', () => {
    const [groups, members] = [40, 25];
    const places = placed(groups * members, groupsInARing(groups, members));
    let [within, most] = [0, 0];
    for (let group = 0; group < groups; group += 1)
      for (let one = 1; one < members; one += 1) {
        within = apart(places, group * members, group * members + one);
        most = Math.max(most, within);
      }
    const between = Array.from({ length: groups / 2 }, (_, nth) =>
      apart(places, nth * members, (nth + groups / 2) * members),
    );
    expect(most).toBeLessThan(Math.min(...between) / 2);
  });

  test('components do not lie upon each other, the largest on top', () => {
    const three = groupsInARing(3, 4);
    const two: WeightedTie[] = [
      [12, 13, 1],
      [13, 14, 1],
      [15, 16, 1],
    ];
    const { x, y } = placed(17, [...three, ...two]);
    const box = (from: number, to: number) => ({
      left: Math.min(...x.slice(from, to)),
      right: Math.max(...x.slice(from, to)),
      low: Math.min(...y.slice(from, to)),
      high: Math.max(...y.slice(from, to)),
    });
    const boxes = [box(0, 12), box(12, 15), box(15, 17)];
    for (const [nth, one] of boxes.entries())
      for (const other of boxes.slice(nth + 1))
        expect(one.right < other.left || other.right < one.left || one.high < other.low || other.high < one.low).toBe(
          true,
        );
  });

  test('tells how much is done, up to all of it', () => {
    const shares: number[] = [];
    networkPlaces(1000, tiesOf(groupsInARing(40, 25)), (share) => shares.push(share));
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(shares.at(-1)).toBeCloseTo(1, 9);
  });

  test('an empty network has no places', () => {
    expect(placed(0, [])).toEqual({ x: new Float64Array(0), y: new Float64Array(0) });
  });
});

test('a coarser network keeps what is tied to what, and all masses', () => {
  fc.assert(
    fc.property(anyTies, ({ nodeCount, ties }) => {
      const graph = graphFromTies(nodeCount, tiesOf(ties));
      const mass = Float64Array.from(degrees(graph), (degree) => degree + 1);
      const { level, of } = coarser({ graph, mass });
      const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
      expect(sum(level.mass)).toBeCloseTo(sum(mass), 9);
      const between = ties
        .filter(([one, other]) => of[one] !== of[other])
        .reduce((total, [, , weight]) => total + weight, 0);
      expect(sum(level.graph.weights) / 2).toBeCloseTo(between, 9);
      expect([...of].every((group) => group < level.graph.nodeCount)).toBe(true);
    }),
  );
});
