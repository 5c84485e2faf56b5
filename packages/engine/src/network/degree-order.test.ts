import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coarseDegreeOrder, degreeOrder, type NodeOrder } from './degree-order.ts';
import { degrees } from './graph.ts';
import { anyTies, graphOf } from './random-graph.test-data.ts';

const everyNodeOnce = ({ nodes, ranks }: NodeOrder): void => {
  expect([...nodes].sort((one, other) => one - other)).toEqual([...nodes.keys()]);
  for (const [rank, node] of nodes.entries()) expect(ranks[node]).toBe(rank);
};

test('the coarse order goes by the power of two of the number of neighbours, and by number among equals', () => {
  fc.assert(
    fc.property(anyTies, ({ nodeCount, ties }) => {
      const graph = graphOf(nodeCount, ties);
      const counts = degrees(graph);
      const keyOf = (node: number): number => (counts[node] === 0 ? -1 : Math.floor(Math.log2(counts[node] ?? 0)));
      const order = coarseDegreeOrder(graph);
      everyNodeOnce(order);
      expect([...order.nodes]).toEqual(
        [...counts.keys()].sort((one, other) => keyOf(one) - keyOf(other) || one - other),
      );
    }),
  );
});

test('the fine order goes by the number of neighbours itself', () => {
  fc.assert(
    fc.property(anyTies, ({ nodeCount, ties }) => {
      const graph = graphOf(nodeCount, ties);
      const counts = degrees(graph);
      const order = degreeOrder(graph);
      everyNodeOnce(order);
      expect([...order.nodes]).toEqual(
        [...counts.keys()].sort((one, other) => (counts[one] ?? 0) - (counts[other] ?? 0) || one - other),
      );
    }),
  );
});

test('of m ties no node has more than twice the root of m to later nodes', () => {
  fc.assert(
    fc.property(anyTies, ({ nodeCount, ties }) => {
      const graph = graphOf(nodeCount, ties);
      const { ranks } = coarseDegreeOrder(graph);
      for (let node = 0; node < nodeCount; node += 1) {
        const around = graph.neighbours.subarray(graph.offsets[node], graph.offsets[node + 1]);
        const later = around.filter((other) => (ranks[other] as number) > (ranks[node] as number)).length;
        expect(later).toBeLessThanOrEqual(2 * Math.sqrt(graph.neighbours.length / 2));
      }
    }),
  );
});
