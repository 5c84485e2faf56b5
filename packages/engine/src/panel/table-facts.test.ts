import { readAllianceTable } from '@entente/core/interchange';
import { type MemberRow, nameKey, readMembers } from '@entente/core/member-tables';
import { EQUITY_FORMS, registerFromSources } from '@entente/core/register';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Memberships } from '../network/index.ts';
import { firmYears } from './firm-years.ts';
import { registerPanel } from './register-panel.ts';
import { TableFacts } from './table-facts.ts';

const MEASURES = ['kind-diversity', 'resource-diversity', 'resource-redundancy', 'country-diversity', 'size'] as const;
const KIND_OF: Readonly<Record<string, string>> = { A: 'firm', B: 'university', C: 'Research Institute', D: '' };

const rows = fc.uniqueArray(
  fc.record({
    alliance: fc.constantFrom('x', 'y', 'z'),
    member: fc.constantFrom('A', 'B', 'C', 'D'),
    start: fc.integer({ min: 1990, max: 1993 }),
    resources: fc.array(fc.constantFrom('technology:casting', 'brand:trucks', 'brand:cars', 'capital:cash'), {
      maxLength: 3,
    }),
  }),
  { selector: ({ alliance, member }) => alliance + member, maxLength: 10, minLength: 1 },
);

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** By firm and year, from the table itself. */
async function fromTable(bytes: Uint8Array): Promise<Map<string, readonly number[]>> {
  const memberships = new Memberships(nameKey);
  const facts = new TableFacts();
  const take = (row: MemberRow): void => {
    const { alliance, member: firm, house, form, country, start } = row;
    memberships.add({
      alliance,
      firm,
      house,
      form,
      country,
      from: Number(start?.earliest?.replaceAll('-', '')),
      to: null,
    });
    facts.add(memberships, row);
  };
  const once = {
    path: 't.csv',
    bytes: async function* () {
      yield await Promise.resolve(bytes);
    },
  };
  expect((await readMembers(once, () => take)).problems).toEqual([]);
  const panel = firmYears(memberships, {
    until: 1994,
    equityForms: new Set(EQUITY_FORMS),
    facts: facts.of(memberships),
  });
  return byFirmAndYear(panel);
}

function byFirmAndYear(panel: ReturnType<typeof firmYears>): Map<string, readonly number[]> {
  const named = (row: number): string =>
    (panel.firms[panel.firm[row] ?? -1] ?? '').replace('organisation:', '').toLowerCase();
  return new Map(
    [...panel.year.entries()].map(([row, year]) => [
      `${named(row)} ${year}`,
      MEASURES.map((measure) => panel.measures[measure][row] ?? Number.NaN),
    ]),
  );
}

test('a table gives what a register made of it gives', async () => {
  let stated = 0;
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const lines = given.map(
        ({ alliance, member, start, resources }) =>
          `${alliance},${member},${start},,licence,${KIND_OF[member]},${[...new Set(resources)].join(';')}`,
      );
      const bytes = bytesOf(['alliance,member,start,end,form,kind,resources', ...lines].join('\n'));
      const { rows: register, problems } = await readAllianceTable({ path: 't.csv', bytes });
      expect(problems).toEqual([]);
      const options = { population: 'all', level: 'organisation', until: 1994, only: null } as const;
      const expected = byFirmAndYear(registerPanel(registerFromSources(register, null), options));
      const told = await fromTable(bytes);
      expect(told).toEqual(expected);
      for (const values of told.values()) if (!Number.isNaN(values[2] ?? Number.NaN)) stated += 1;
    }),
    { numRuns: 150 },
  );
  expect(stated).toBeGreaterThan(200);
});

test('tells which columns no row states', () => {
  const memberships = new Memberships(nameKey);
  const facts = new TableFacts();
  const membership = { alliance: 'x', house: null, form: null, country: null, from: 19_900_101, to: null };
  memberships.add({ ...membership, firm: 'A' });
  facts.add(memberships, { kind: null, resources: [] });
  expect(facts.without).toEqual(['kind', 'resources']);
  memberships.add({ ...membership, firm: 'B' });
  facts.add(memberships, { kind: 'firm', resources: [{ kind: 'brand', subject: 'cars' }] });
  expect(facts.without).toEqual([]);
});
