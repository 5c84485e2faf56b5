/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { graphOf } from './random-graph.test-data.ts';
import { structuralHoles } from './structural-holes.ts';

type Values = { readonly constraint?: number; readonly effective_size?: number; readonly efficiency?: number };
type Reference = {
  readonly cases: readonly {
    readonly id: string;
    readonly edges: readonly (readonly [string | number, string | number, number?])[];
    readonly computed: Readonly<Record<string, Values>>;
  }[];
};
const file = join(process.env['ENTENTE_REFERENCE_DATA'] ?? '', 'reference-values/structural-holes.json');
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as Reference;

test.each(cases.map((each) => [each.id, each] as const))(
  'constraint, effective size and efficiency of %s are those of NetworkX 3.6.1, to the six digits given',
  (_, { edges, computed }) => {
    const names = [...new Set(edges.flatMap(([one, other]) => [String(one), String(other)]))];
    const holes = structuralHoles(
      graphOf(
        names.length,
        edges.map(
          ([one, other, weight = 1]) => [names.indexOf(String(one)), names.indexOf(String(other)), weight] as const,
        ),
      ),
    );
    expect(Object.keys(computed).length).toBeGreaterThan(2);
    for (const [name, values] of Object.entries(computed)) {
      const at = names.indexOf(name);
      expect(holes.constraint[at]).toBeCloseTo(values.constraint ?? Number.NaN, 5);
      if (typeof values.effective_size === 'number')
        expect(holes.effectiveSize[at]).toBeCloseTo(values.effective_size, 5);
      if (typeof values.efficiency === 'number') expect(holes.efficiency[at]).toBeCloseTo(values.efficiency, 5);
    }
  },
);
