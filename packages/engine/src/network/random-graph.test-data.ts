import fc from 'fast-check';
import { type Graph, graphFromTies } from './graph.ts';

export type WeightedTie = readonly [one: number, other: number, weight: number];

export const graphOf = (nodeCount: number, ties: readonly WeightedTie[]): Graph =>
  graphFromTies(nodeCount, {
    sources: Uint32Array.from(ties, ([one]) => one),
    targets: Uint32Array.from(ties, ([, other]) => other),
    weights: Float64Array.from(ties, ([, , weight]) => weight),
  });

/** Networks of up to 14 nodes with any ties, self-ties and doubles among them. */
export const anyTies = fc.integer({ min: 1, max: 14 }).chain((nodeCount) => {
  const node = fc.nat(nodeCount - 1);
  return fc.record({
    nodeCount: fc.constant(nodeCount),
    ties: fc.array(fc.tuple(node, node, fc.integer({ min: 1, max: 5 })), { maxLength: 50 }),
  });
});

/** Weights between all pairs, 0 where there is no tie; the plainest form of a network. */
export function matrixOf(nodeCount: number, ties: readonly WeightedTie[]): number[][] {
  const matrix = Array.from({ length: nodeCount }, () => new Array<number>(nodeCount).fill(0));
  const add = (row: number, column: number, weight: number): void => {
    const cells = matrix[row] as number[];
    cells[column] = (cells[column] as number) + weight;
  };
  for (const [one, other, weight] of ties) {
    if (one === other) continue;
    add(one, other, weight);
    add(other, one, weight);
  }
  return matrix;
}

export const at = (matrix: readonly (readonly number[])[], row: number, column: number): number =>
  matrix[row]?.[column] ?? 0;
