import fc from 'fast-check';
import { expect, test } from 'vitest';
import { constraintTerms } from './constraint-terms.ts';
import { anyTies, graphOf } from './random-graph.test-data.ts';
import { structuralHoles } from './structural-holes.ts';

test('the terms of a node add up to its constraint, and their shares to one', () => {
  fc.assert(
    fc.property(anyTies, ({ nodeCount, ties }) => {
      const graph = graphOf(nodeCount, ties);
      const { constraint } = structuralHoles(graph);
      for (let node = 0; node < nodeCount; node += 1) {
        const terms = constraintTerms(graph, node);
        if (terms.length === 0) expect(constraint[node]).toBeNaN();
        else {
          expect(terms.reduce((sum, { term }) => sum + term, 0)).toBeCloseTo(constraint[node] as number, 10);
          expect(terms.reduce((sum, { direct }) => sum + direct, 0)).toBeCloseTo(1, 10);
        }
      }
    }),
  );
});

test('they stand with the largest first, and equals by node', () => {
  const graph = graphOf(4, [
    [0, 1, 1],
    [0, 2, 3],
    [0, 3, 1],
  ]);
  expect(constraintTerms(graph, 0)).toEqual([
    { partner: 2, direct: 0.6, indirect: 0, term: 0.36 },
    { partner: 1, direct: 0.2, indirect: 0, term: 0.2 ** 2 },
    { partner: 3, direct: 0.2, indirect: 0, term: 0.2 ** 2 },
  ]);
});
