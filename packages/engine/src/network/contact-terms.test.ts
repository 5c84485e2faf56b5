import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contactTerms } from './contact-terms.ts';
import { graphFromTies } from './graph.ts';
import { structuralHoles } from './structural-holes.ts';

test('the terms of a node add up to its effective size and constraint', () => {
  const tie = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 4 }));
  fc.assert(
    fc.property(fc.array(tie, { minLength: 1, maxLength: 25 }), (given) => {
      const ties = given.filter(([one, other]) => one !== other);
      const graph = graphFromTies(8, {
        sources: Uint32Array.from(ties, ([one]) => one),
        targets: Uint32Array.from(ties, ([, other]) => other),
        weights: Float64Array.from(ties, ([, , weight]) => weight),
      });
      const holes = structuralHoles(graph);
      for (let node = 0; node < 8; node += 1) {
        const terms = contactTerms(graph, node);
        if (terms.length === 0) {
          expect(holes.constraint[node]).toBeNaN();
          continue;
        }
        expect(terms.reduce((sum, { constraint }) => sum + constraint, 0)).toBeCloseTo(holes.constraint[node] ?? -1, 9);
        expect(terms.reduce((sum, { redundancy }) => sum + 1 - redundancy, 0)).toBeCloseTo(
          holes.effectiveSize[node] ?? -1,
          9,
        );
      }
    }),
    { numRuns: 200 },
  );
});
