import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contactTerms } from './contact-terms.ts';
import { positionWith } from './position-with.ts';
import { anyTies, graphOf, type WeightedTie } from './random-graph.test-data.ts';
import { structuralHoles } from './structural-holes.ts';

const within = (value: number | null, expected: number | undefined): void => {
  if (value === null) expect(expected).toBeNaN();
  else expect(value).toBeCloseTo(expected ?? Number.NaN, 9);
};

/** A network, one of its nodes, and whom it would be tied to; the number after the last node is a newcomer. */
const asked = anyTies.chain(({ nodeCount, ties }) =>
  fc.record({
    nodeCount: fc.constant(nodeCount),
    ties: fc.constant(ties as readonly WeightedTie[]),
    node: fc.nat(nodeCount - 1),
    contact: fc.nat(nodeCount),
    weight: fc.integer({ min: 1, max: 3 }),
  }),
);

test('a position with one more tie is that of the network with the tie in it', () => {
  fc.assert(
    fc.property(asked, ({ nodeCount, ties, node, contact, weight }) => {
      fc.pre(contact !== node);
      const isNew = contact === nodeCount;
      const found = positionWith(graphOf(nodeCount, ties), node, { contact: isNew ? null : contact, weight });
      const whole = graphOf(nodeCount + 1, [...ties, [node, contact, weight]]);
      const holes = structuralHoles(whole);
      within(found.effectiveSize, holes.effectiveSize[node]);
      within(found.efficiency, holes.efficiency[node]);
      within(found.constraint, holes.constraint[node]);
      const terms = contactTerms(whole, node);
      expect(found.degree).toBe(terms.length);
      const told = [...found.terms].sort((one, other) => (one.contact >>> 0) - (other.contact >>> 0));
      for (const [at, term] of terms.entries()) {
        within(told[at]?.redundancy ?? null, term.redundancy);
        within(told[at]?.constraint ?? null, term.constraint);
      }
    }),
    { numRuns: 300 },
  );
});

test('a position without a tie more is that of the network', () => {
  fc.assert(
    fc.property(anyTies, ({ nodeCount, ties }) => {
      const graph = graphOf(nodeCount, ties);
      const holes = structuralHoles(graph);
      for (let node = 0; node < nodeCount; node += 1) {
        const { constraint, effectiveSize } = positionWith(graph, node, null);
        within(constraint, holes.constraint[node]);
        within(effectiveSize, holes.effectiveSize[node]);
      }
    }),
    { numRuns: 100 },
  );
});

test('whoever is in no tie has no position, and with a first tie the whole constraint of it', () => {
  const graph = graphOf(2, [[0, 1, 1]]);
  expect(positionWith(graph, null, null)).toMatchObject({ degree: 0, constraint: null, effectiveSize: null });
  expect(positionWith(graph, null, { contact: 1, weight: 1 })).toMatchObject({ degree: 1, constraint: 1 });
});
