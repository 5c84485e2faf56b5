import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allNodes, betweenness, closeness, pathSumsByBlocks } from './centrality.ts';
import { communities } from './communities.ts';
import { components } from './components.ts';
import { coreNumbers } from './k-core.ts';
import { NETWORK_MEASURES, networkMeasures } from './measures.ts';
import { anyTies, at, graphOf, matrixOf } from './random-graph.test-data.ts';
import { sampledNodes } from './sampled-nodes.ts';

/** Distances by Floyd and Warshall, numbers of shortest paths by counting. */
function pathsOf(matrix: readonly (readonly number[])[]) {
  const nodes = matrix.map((_, node) => node);
  const distance = matrix.map((row, one) =>
    row.map((weight, other) => (one === other ? 0 : weight > 0 ? 1 : Infinity)),
  );
  for (const via of nodes)
    for (const one of nodes)
      for (const other of nodes)
        (distance[one] as number[])[other] = Math.min(
          at(distance, one, other),
          at(distance, one, via) + at(distance, via, other),
        );
  const count = (one: number, other: number): number =>
    at(distance, one, other) === Infinity
      ? 0
      : one === other
        ? 1
        : nodes
            .filter(
              (before) => at(matrix, before, other) > 0 && at(distance, one, before) + 1 === at(distance, one, other),
            )
            .reduce((sum, before) => sum + count(one, before), 0);
  return { nodes, distance, counts: nodes.map((one) => nodes.map((other) => count(one, other))) };
}

describe('measures from shortest paths', () => {
  test('betweenness and closeness are what counting all shortest paths gives', () => {
    fc.assert(
      fc.property(anyTies, ({ nodeCount, ties }) => {
        const graph = graphOf(nodeCount, ties);
        const sums = pathSumsByBlocks(graph);
        const [between, close] = [betweenness(sums), closeness(graph, sums)];
        const { nodes, distance, counts } = pathsOf(matrixOf(nodeCount, ties));
        for (const node of nodes) {
          let expected = 0;
          for (const one of nodes)
            for (const other of nodes) {
              if (one >= other || one === node || other === node || at(distance, one, other) === Infinity) continue;
              if (at(distance, one, node) + at(distance, node, other) === at(distance, one, other))
                expected += (at(counts, one, node) * at(counts, node, other)) / at(counts, one, other);
            }
          expect(between[node]).toBeCloseTo(expected, 9);
          const reached = nodes.filter((other) => other !== node && at(distance, node, other) < Infinity);
          const sum = reached.reduce((total, other) => total + at(distance, node, other), 0);
          if (reached.length === 0) expect(close[node]).toBeNaN();
          else expect(close[node]).toBeCloseTo(((reached.length / sum) * reached.length) / (nodeCount - 1), 12);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a sample of all firms is no estimate, and the same seed draws the same firms', () => {
    const graph = graphOf(
      200,
      Array.from({ length: 199 }, (_, node) => [node, (node * 7 + 1) % 200, 1] as const),
    );
    expect(betweenness(pathSumsByBlocks(graph, sampledNodes(200, 200, 5)))).toEqual(
      betweenness(pathSumsByBlocks(graph)),
    );
    expect(sampledNodes(1000, 20, 3)).toEqual(sampledNodes(1000, 20, 3));
    expect(sampledNodes(1000, 20, 3)).not.toEqual(sampledNodes(1000, 20, 4));
    expect(new Set(sampledNodes(1000, 700, 9)).size).toBe(700);
    expect(allNodes(graph)).toEqual(sampledNodes(200, 500, 1));
  });
});

describe('cores, components, communities', () => {
  test('the core number is the largest k whose core a node survives in', () => {
    fc.assert(
      fc.property(anyTies, ({ nodeCount, ties }) => {
        const matrix = matrixOf(nodeCount, ties);
        const cores = coreNumbers(graphOf(nodeCount, ties));
        for (let k = 1; k <= nodeCount; k += 1) {
          let left = matrix.map((_, node) => node);
          for (;;) {
            const kept = left.filter((node) => left.filter((other) => at(matrix, node, other) > 0).length >= k);
            if (kept.length === left.length) break;
            left = kept;
          }
          for (const [node, core] of cores.entries()) expect(core >= k).toBe(left.includes(node));
        }
      }),
    );
  });

  test('two nodes are in one component exactly when a path joins them; components are numbered by size', () => {
    fc.assert(
      fc.property(anyTies, ({ nodeCount, ties }) => {
        const { component, sizes } = components(graphOf(nodeCount, ties));
        const { nodes, distance } = pathsOf(matrixOf(nodeCount, ties));
        for (const one of nodes)
          for (const other of nodes)
            expect(component[one] === component[other]).toBe(at(distance, one, other) < Infinity);
        expect([...sizes]).toEqual([...sizes].sort((one, other) => other - one));
        for (const [index, size] of sizes.entries())
          expect(component.filter((number) => number === index + 1).length).toBe(size);
      }),
    );
  });

  test('the modularity told is that of the communities told, and none of them spans two components', () => {
    fc.assert(
      fc.property(anyTies, ({ nodeCount, ties }) => {
        const graph = graphOf(nodeCount, ties);
        const { community, modularity, count } = communities(graph);
        const w = matrixOf(nodeCount, ties);
        const nodes = w.map((_, node) => node);
        const strength = nodes.map((node) => (w[node] as number[]).reduce((sum, weight) => sum + weight, 0));
        const total = strength.reduce((sum, weight) => sum + weight, 0);
        expect(new Set(community).size).toBe(count);
        if (total === 0) {
          expect(modularity).toBeNaN();
          return;
        }
        let expected = 0;
        for (const one of nodes)
          for (const other of nodes)
            if (community[one] === community[other])
              expected +=
                at(w, one, other) / total - ((strength[one] as number) * (strength[other] as number)) / total ** 2;
        expect(modularity).toBeCloseTo(expected, 10);
        const { component } = components(graph);
        for (const one of nodes)
          for (const other of nodes)
            if (community[one] === community[other]) expect(component[one]).toBe(component[other]);
      }),
    );
  });

  test('two circles of firms that one tie joins are two communities', () => {
    const circle = (from: number) =>
      [0, 1, 2, 3].flatMap((one) =>
        [1, 2, 3].filter((other) => other > one).map((other) => [from + one, from + other, 1] as const),
      );
    const { community, count } = communities(graphOf(8, [...circle(0), ...circle(4), [0, 4, 1]]));
    expect(count).toBe(2);
    expect([...community]).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
  });
});

test('every measure has a value or NaN for every node', () => {
  const graph = graphOf(4, [
    [0, 1, 2],
    [1, 2, 1],
  ]);
  const columns = networkMeasures(graph, NETWORK_MEASURES, pathSumsByBlocks(graph));
  const byName = Object.fromEntries(NETWORK_MEASURES.map((name, nth) => [name, [...(columns[nth] as Float64Array)]]));
  expect(byName).toMatchObject({
    degree: [1, 2, 1, 0],
    strength: [2, 3, 1, 0],
    'k-core': [1, 1, 1, 0],
    component: [1, 1, 1, 2],
    betweenness: [0, 1, 0, 0],
    constraint: [1, (2 / 3) ** 2 + (1 / 3) ** 2, 1, Number.NaN],
  });
  expect(() => networkMeasures(graph, ['betweenness'], null)).toThrow('shortest paths');
});
