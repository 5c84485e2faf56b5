import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SubjectKind } from '../kernel/index.ts';
import { EXISTS, FIELDS } from '../register/index.ts';
import { knownRecordsOf } from './known-records.ts';
import { csvOf, headingsOf, kindOf, tablesOf } from './register-tables.ts';
import { anyRegister } from './register.test-data.ts';
import { importedTable } from './table-import.ts';
import type { TableMapping } from './table-mapping.ts';
import { readTable } from './table-reading.ts';

/** Texts that mean something else in the table of a stranger. */
const said = fc.constantFrom(
  '=1+1',
  "'=x",
  '\\',
  'n/a',
  'unknown',
  '不明',
  'Total',
  '-',
  '三菱',
  '50 %',
  'a; b',
  'None',
);

const mappingOf = (kind: SubjectKind): TableMapping => ({
  layout: 'records',
  kind,
  columns: headingsOf(kind).map((heading, index) => ({
    index,
    heading,
    targets: [heading],
    order: null,
    serials: null,
  })),
  defaults: {},
});

type Row = Readonly<Record<string, unknown>>;

it('a table of an exported register says of its records what they hold, and makes none', async () => {
  await fc.assert(
    fc.asyncProperty(anyRegister(said), async (register) => {
      const known = knownRecordsOf(register);
      for (const table of tablesOf(register)) {
        const kind = kindOf(table.collection);
        // What is generated may hold nothing but an id, end before it begins, or have an LEI that is none.
        const isBare = table.rows.some((cells) => cells.filter((cell) => cell !== '').length < 2);
        if (kind === null || table.rows.length === 0 || isBare) continue;
        const bytes = new TextEncoder().encode(csvOf(table));
        const read = await readTable({ path: `${table.collection}.csv`, bytes });
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        const { rows, problems, facts, warnings } = importedTable(read.value, mappingOf(kind), { known });
        if (problems.some(({ code }) => code === 'period-reversed' || code === 'value-refused')) continue;
        expect([problems, warnings]).toEqual([[], []]);
        const { claims, sources, ...made } = rows;
        expect([sources.length, Object.values(made).flat()]).toEqual([1, []]);
        const list = Object.values(register).find((each) =>
          (each as readonly Row[]).some(({ id }) => id === table.rows[0]?.[0]),
        );
        const byId = new Map((list as readonly Row[]).map((row) => [row['id'], row]));
        for (const { subject, field, value } of claims) {
          if (field === EXISTS) continue;
          const parsed = FIELDS[kind][field]?.parse(value);
          expect([field, parsed?.ok === true && parsed.value]).toEqual([field, byId.get(subject.id)?.[field]]);
        }
        for (const { subject, field, value } of facts) {
          const held = byId.get(subject.id)?.[field];
          const isDate = typeof held === 'object' && held !== null && 'text' in held;
          // The model names a source's whole by its key, tables by its key or id.
          const whole = register.sources.find(({ key }) => field === 'within' && key === held)?.id;
          expect([field, value]).toEqual([field, whole ?? (isDate ? held.text : held)]);
        }
      }
    }),
    { numRuns: 40 },
  );
});
