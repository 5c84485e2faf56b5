import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIST_OF, type RegisterRows } from '../register/index.ts';
import type { RowPortion } from './imported-rows.ts';
import { suggestedMapping } from './mapping-suggestions.ts';
import { importedTable, type JudgedTable, judgedTable } from './table-import.ts';
import { readTable } from './table-reading.ts';
import { csvLine } from './table-text.ts';

type Written = { readonly whole: ReturnType<typeof importedTable>; readonly told: JudgedTable };

async function both(lines: readonly (readonly string[])[], portionClaims: number): Promise<Written> {
  const bytes = new TextEncoder().encode(lines.map((line) => csvLine(line)).join(''));
  const read = await readTable({ path: 'table.csv', bytes });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const suggested = suggestedMapping(read.value, { layout: 'participants' }).mapping;
  const columns = suggested.columns.map((column) => ({ ...column, targets: [column.heading] }));
  const mapping = { ...suggested, columns };
  const told = judgedTable(read.value, mapping, {}, () => undefined, portionClaims);
  return { whole: importedTable(read.value, mapping), told };
}

const LISTS = Object.values(LIST_OF);
const rowsIn = (rows: RegisterRows): readonly { readonly id: string }[] => LISTS.flatMap((list) => [...rows[list]]);

function joined(portions: readonly RowPortion[]): Readonly<Record<string, readonly unknown[]>> {
  return Object.fromEntries(
    [...LISTS, 'claims' as const].map((list) => [list, portions.flatMap(({ rows }): readonly unknown[] => rows[list])]),
  );
}

const HEADINGS = ['deal', 'name', 'member', 'country', 'place', 'form', 'venture', 'start', 'share'];
const oneOf = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);

/** Deals of a few alliances among a few firms, so that later ones say more of what earlier ones named. */
const deals = fc
  .array(
    fc.record({
      name: oneOf('Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta', 'Eta', 'Theta'),
      form: oneOf('JV', 'licence', 'licence', 'supply', 'oem'),
      venture: oneOf('', '', '', '', '', '', 'Gear Works', 'Alpha'),
      start: oneOf('', '1999', '2003-04'),
      members: fc.uniqueArray(oneOf('Aoba', 'Shimakaze', 'Tern', 'Heron', 'Finch'), { minLength: 1, maxLength: 3 }),
      country: oneOf('', '', 'JP', 'TW'),
      place: oneOf('', '', 'Nagoya'),
      share: oneOf('', '20'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) => [
    HEADINGS,
    ...all.flatMap(({ name, form, venture, start, members, country, place, share }, nth) =>
      members.map((member) => [`D${nth}`, name, member, country, place, form, venture, start, share]),
    ),
  ]);

describe('the portions of a table', () => {
  it('are what the whole table is, whatever later rows say of earlier records', async () => {
    const seen = { apart: 0, later: 0 };
    await fc.assert(
      fc.asyncProperty(deals, fc.integer({ min: 1, max: 12 }), async (lines, size) => {
        const { whole, told } = await both(lines, size);
        expect(told.problems).toEqual(whole.problems);
        expect(told.warnings).toEqual(whole.warnings);
        if (whole.problems.length > 0) return;
        const portions = [...told.again()];
        if (portions.length > 2) seen.apart += 1;
        if (portions.some(({ rows }) => rows.organisations.some(({ country }) => country !== null))) seen.later += 1;
        expect(joined(portions)).toEqual(
          joined([{ rows: whole.rows, claims: whole.claims, deniesOrAdds: false, laterClaims: [] }]),
        );
      }),
      { numRuns: 300 },
    );
    // The property says something only of tables that come apart.
    expect(seen.apart).toBeGreaterThan(20);
    expect(seen.later).toBeGreaterThan(20);
  });

  it('hold what their rows refer to, or a portion before them does', async () => {
    await fc.assert(
      fc.asyncProperty(deals, fc.integer({ min: 1, max: 30 }), async (lines, size) => {
        const { told } = await both(lines, size);
        if (told.problems.length > 0) return;
        const there = new Set<string>();
        for (const { rows, claims } of told.again()) {
          for (const { id } of rowsIn(rows)) there.add(id);
          const named = [
            ...rows.alliances.flatMap(({ venture }) => venture ?? []),
            ...rows.memberships.flatMap(({ alliance, organisation }) => [alliance, organisation]),
            ...rows.stakes.flatMap(({ alliance, issuer, holder }) => [alliance ?? [], issuer, holder ?? []].flat()),
            ...[...claims].map(({ subject }) => subject.id),
          ];
          expect(named.filter((id) => !there.has(id))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are one where a later row gives an earlier alliance its venture', async () => {
    const lines = [
      HEADINGS,
      ['D1', 'Alpha', 'Aoba', '', '', 'licence', '', '', ''],
      ['D1', 'Alpha', 'Tern', '', '', 'licence', '', '', ''],
      ['D2', 'Alpha', 'Heron', '', '', 'JV', 'Gear Works', '', ''],
      ['D2', 'Alpha', 'Finch', '', '', 'JV', 'Gear Works', '', ''],
    ];
    const { told } = await both(lines, 1);
    const portions = [...told.again()];
    expect(portions).toHaveLength(1);
    expect(portions[0]?.rows.alliances.map(({ venture }) => venture)).toEqual(['gear-works']);
  });

  it('bring with a record what later rows say of it in fields of a workspace', async () => {
    const lines = [
      ['deal', 'name', 'member', 'custom.owner'],
      ['D1', 'Alpha', 'Aoba', ''],
      ['D1', 'Alpha', 'Tern', ''],
      ['D2', 'Alpha', 'Heron', 'Mori'],
      ['D2', 'Alpha', 'Finch', 'Mori'],
    ];
    const portions = [...(await both(lines, 1)).told.again()];
    const later = portions.map(({ laterClaims }) => laterClaims.map(({ subject, value }) => `${subject.id} ${value}`));
    expect(later).toEqual([['alpha Mori'], [], []]);
    expect(portions.map(({ deniesOrAdds }) => deniesOrAdds)).toEqual([true, true, false]);
  });

  it('are the same each time they are asked for', async () => {
    const lines = [
      HEADINGS,
      ['D1', 'Alpha', 'Aoba', 'JP', '', 'JV', '', '1999', '60'],
      ['D1', 'Alpha', 'Tern', '', '', '', '', '', '40'],
    ];
    const { told } = await both(lines, 1);
    expect(joined([...told.again()])).toEqual(joined([...told.again()]));
  });
});
