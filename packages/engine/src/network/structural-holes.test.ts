import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unweighted } from './graph.ts';
import { anyTies, at, graphOf, matrixOf, type WeightedTie } from './random-graph.test-data.ts';
import { contactOverlap, structuralHoles } from './structural-holes.ts';

const G = 'ABCDEFG';
const BORGATTI: readonly (readonly [string, number])[] = [
  ['AB', 2],
  ['AF', 3],
  ['AG', 5],
  ['AE', 2],
  ['BG', 4],
  ['BD', 1],
  ['FG', 3],
  ['GE', 8],
  ['GD', 3],
  ['GC', 10],
];
const network = graphOf(
  7,
  BORGATTI.map(([pair, weight]) => [G.indexOf(pair.charAt(0)), G.indexOf(pair.charAt(1)), weight] as const),
);
const of = (values: Float64Array, name: string): number => values[G.indexOf(name)] as number;

describe('values that were published', () => {
  // Borgatti, Structural Holes: Unpacking Burt's Redundancy Measures, Connections 20(1), 1997.
  test.each([
    ['G', 0.4, 4.67],
    ['A', 0.595, 2.5],
    ['C', 1, 1],
  ])('Borgatti (1997), ties not weighed: %s', (name, constraint, effectiveSize) => {
    const holes = structuralHoles(unweighted(network));
    expect(of(holes.constraint, name)).toBeCloseTo(constraint, 3);
    expect(of(holes.effectiveSize, name)).toBeCloseTo(effectiveSize, 2);
  });

  test.each([
    ['G', 0.299, 5.47],
    ['A', 0.795, 2.47],
    ['C', 1, 1],
  ])('the same network with weights: %s', (name, constraint, effectiveSize) => {
    const holes = structuralHoles(network);
    expect(of(holes.constraint, name)).toBeCloseTo(constraint, 3);
    expect(of(holes.effectiveSize, name)).toBeCloseTo(effectiveSize, 1);
  });

  test('directed ties count by their mutual strength: 0-1 both ways, 0 to 2, 2 to 1', () => {
    const holes = structuralHoles(
      graphOf(3, [
        [0, 1, 1],
        [0, 2, 1],
        [1, 0, 1],
        [2, 1, 1],
      ]),
    );
    expect([...holes.constraint].map((value) => value.toFixed(3))).toEqual(['1.003', '1.003', '1.389']);
    expect([...holes.effectiveSize].map((value) => value.toFixed(3))).toEqual(['1.167', '1.167', '1.000']);
  });
});

describe('by definition', () => {
  test.each([1, 2, 5, 40])('a star of %i separate partners has constraint 1/n and effective size n at its hub', (n) => {
    const holes = structuralHoles(
      graphOf(
        n + 1,
        Array.from({ length: n }, (_, leaf) => [0, leaf + 1, 1] as const),
      ),
    );
    expect(holes.constraint[0]).toBeCloseTo(1 / n, 12);
    expect(holes.effectiveSize[0]).toBeCloseTo(n, 12);
    expect(holes.efficiency[0]).toBeCloseTo(1, 12);
    expect(holes.constraint[1]).toBe(1);
    if (n > 1) expect(holes.hierarchy[0]).toBeCloseTo(0, 12);
  });

  test('an isolated firm has none of them, and one contact gives neither hierarchy nor clustering', () => {
    const holes = structuralHoles(graphOf(3, [[0, 1, 1]]));
    for (const values of Object.values(holes)) expect(values[2]).toBeNaN();
    expect([holes.hierarchy[0], holes.clustering[0]]).toEqual([Number.NaN, Number.NaN]);
  });

  test('all of it is what the definitions give, pair by pair', () => {
    fc.assert(
      fc.property(anyTies, ({ nodeCount, ties }) => {
        const holes = structuralHoles(graphOf(nodeCount, ties));
        const w = matrixOf(nodeCount, ties);
        const nodes = Array.from({ length: nodeCount }, (_, node) => node);
        const strength = (node: number) => nodes.reduce((sum, other) => sum + at(w, node, other), 0);
        const strongest = (node: number) => Math.max(...nodes.map((other) => at(w, node, other)));
        const p = (i: number, j: number) => (at(w, i, j) === 0 ? 0 : at(w, i, j) / strength(i));
        for (const i of nodes) {
          const contacts = nodes.filter((j) => at(w, i, j) > 0);
          if (contacts.length === 0) continue;
          const inner = (j: number, of: (q: number) => number) =>
            contacts.filter((q) => q !== j).reduce((sum, q) => sum + p(i, q) * of(q), 0);
          const terms = contacts.map((j) => (p(i, j) + inner(j, (q) => p(q, j))) ** 2);
          const size = contacts.reduce((sum, j) => sum + 1 - inner(j, (q) => at(w, j, q) / strongest(j)), 0);
          const constraint = terms.reduce((sum, term) => sum + term, 0);
          const n = contacts.length;
          expect(holes.constraint[i]).toBeCloseTo(constraint, 10);
          expect(holes.effectiveSize[i]).toBeCloseTo(size, 10);
          expect(holes.efficiency[i]).toBeCloseTo(size / n, 10);
          if (n === 1) continue;
          const ratios = terms.map((term) => (term * n) / constraint);
          const hierarchy = ratios.reduce((sum, r) => sum + r * Math.log(r), 0) / (n * Math.log(n));
          const tied = contacts.flatMap((j) => contacts.filter((q) => q > j && at(w, j, q) > 0)).length;
          expect(holes.hierarchy[i]).toBeCloseTo(hierarchy, 10);
          expect(holes.clustering[i]).toBeCloseTo((2 * tied) / (n * (n - 1)), 10);
        }
      }),
    );
  });

  test('effective size, efficiency and clustering asked for alone are the same bits as with constraint', () => {
    fc.assert(
      fc.property(anyTies, ({ nodeCount, ties }) => {
        const graph = graphOf(nodeCount, ties);
        const { effectiveSize, efficiency, clustering } = structuralHoles(graph);
        expect(contactOverlap(graph)).toEqual({ effectiveSize, efficiency, clustering });
      }),
    );
  });

  test('another unit of the weights changes nothing, however large or small', () => {
    fc.assert(
      fc.property(anyTies, fc.integer({ min: -12, max: 12 }), ({ nodeCount, ties }, power) => {
        const before = structuralHoles(graphOf(nodeCount, ties));
        const scaled = ties.map(([one, two, weight]): WeightedTie => [one, two, weight * 10 ** power]);
        const after = structuralHoles(graphOf(nodeCount, scaled));
        for (const measure of ['constraint', 'hierarchy', 'effectiveSize', 'clustering'] as const) {
          for (let node = 0; node < nodeCount; node += 1) {
            const [one, two] = [before[measure][node] as number, after[measure][node] as number];
            if (Number.isNaN(one)) expect(two).toBeNaN();
            else expect(two).toBeCloseTo(one, 11);
          }
        }
      }),
    );
  });

  test('other numbers for the same nodes change nothing', () => {
    fc.assert(
      fc.property(anyTies, fc.integer(), ({ nodeCount, ties }, turn) => {
        const other = (node: number) => (((node * 1 + turn) % nodeCount) + nodeCount) % nodeCount;
        const before = structuralHoles(graphOf(nodeCount, ties));
        const moved = ties.map(([one, two, weight]): WeightedTie => [other(two), other(one), weight]).reverse();
        const after = structuralHoles(graphOf(nodeCount, moved));
        for (let node = 0; node < nodeCount; node += 1) {
          const [one, two] = [before.constraint[node] as number, after.constraint[other(node)] as number];
          if (Number.isNaN(one)) expect(two).toBeNaN();
          else expect(two).toBeCloseTo(one, 12);
        }
      }),
    );
  });
});
