import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Membership, Memberships } from '../network/index.ts';
import { daysSince } from './days.ts';
import { type FirmYears, firmYears } from './firm-years.ts';
import { PANEL_COLUMNS, type PanelMeasure } from './panel-columns.ts';

const EQUITY = new Set(['joint-venture']);

function panelOf(rows: readonly Membership[], until: number | null = null): FirmYears {
  const memberships = new Memberships((name) => name);
  for (const row of rows) memberships.add(row);
  return firmYears(memberships, { until, equityForms: EQUITY });
}

/** The measures of a firm in a year; null where there is no row. */
function rowOf(panel: FirmYears, firm: string, year: number): Record<PanelMeasure, number> | null {
  const at = panel.year.findIndex((each, row) => each === year && panel.firms[panel.firm[row] ?? -1] === firm);
  if (at < 0) return null;
  const values = PANEL_COLUMNS.map(({ name }) => [name, panel.measures[name][at] ?? Number.NaN] as const);
  return Object.fromEntries(values) as Record<PanelMeasure, number>;
}

const member = (alliance: string, firm: string, more: Partial<Membership> = {}): Membership => ({
  alliance,
  firm,
  house: firm,
  form: 'licence',
  country: null,
  from: 19950401,
  to: null,
  ...more,
});

describe('a worked example', () => {
  const rows = [
    member('x', 'Lioho', { form: 'joint-venture', country: 'TW' }),
    member('x', 'Kiriu', { form: 'joint-venture', country: 'JP' }),
    member('y', 'Lioho', { from: 19960101, to: 19980601 }),
    member('y', 'Kiriu', { from: 19960101, to: 19980601 }),
    member('y', 'JTEKT', { from: 19960101, to: 19970601, country: 'JP' }),
    member('z', 'Lioho', { from: 19980101 }),
    member('z', 'Ford', { from: 19980101, country: 'US' }),
  ];
  const panel = panelOf(rows);

  test('of the year in which a second alliance brings back a partner and a new one', () => {
    expect(rowOf(panel, 'Lioho', 1996)).toMatchObject({
      formed: 1,
      ended: 0,
      accumulated: 2,
      size: 2,
      ties: 3,
      partners: 2,
      houses: 2,
      'repeat-tie-share': 1 / 3,
      'new-partner-share': 1 / 2,
      'equity-share': 1 / 2,
      'form-diversity': 1 / 2,
      'country-diversity': 0,
      'foreign-partner-share': 1,
      'house-concentration': 5 / 9,
    });
  });

  test('of the year in which one ends and a partner of another country comes', () => {
    const row = rowOf(panel, 'Lioho', 1998);
    expect(row).toMatchObject({ formed: 1, ended: 1, accumulated: 3, size: 2, ties: 2, partners: 2 });
    expect(row?.['country-diversity']).toBe(1 / 2);
    const days = (daysSince(19981231) - daysSince(19950401) + daysSince(19981231) - daysSince(19980101)) / 2;
    expect(row?.age).toBeCloseTo(days / 365.25, 12);
  });

  test('begins with the first alliance of each firm and runs to the last year of the table, or the one asked', () => {
    expect([...panel.year].slice(0, 1)).toEqual([1998]);
    expect(panel.firms).toEqual(['Ford', 'JTEKT', 'Kiriu', 'Lioho']);
    expect(rowOf(panel, 'Lioho', 1994)).toBeNull();
    expect(rowOf(panelOf(rows, 2000), 'JTEKT', 2000)).toMatchObject({ size: 0, accumulated: 1, partners: 0 });
    expect(rowOf(panelOf(rows, 2000), 'JTEKT', 2000)?.age).toBeNaN();
    expect(panelOf(rows, 1996).firms).toEqual(['JTEKT', 'Kiriu', 'Lioho']);
  });
});

describe('what cannot be counted', () => {
  test('a row without a beginning, or that repeats a member of the time, is left out and told', () => {
    const rows = [
      member('x', 'A'),
      member('x', 'A', { from: 19960101, to: 19970101 }),
      member('x', 'B', { from: null }),
      member('x', 'A', { from: 19950401, to: 19950501 }),
    ];
    const panel = panelOf(rows, 1997);
    expect([panel.undated, panel.repeated]).toEqual([1, 2]);
    expect(rowOf(panel, 'A', 1997)).toMatchObject({ size: 1, formed: 0, ended: 0, partners: 0 });
  });

  test('members of the own house are no partners, nor are members who were never there together', () => {
    const panel = panelOf([
      member('x', 'A', { house: 'H', to: 20000101 }),
      member('x', 'A2', { house: 'H' }),
      member('x', 'B', { from: 20010101 }),
    ]);
    expect(rowOf(panel, 'A', 1999)).toMatchObject({ size: 1, partners: 0, ties: 0 });
    expect(rowOf(panel, 'A2', 2001)).toMatchObject({ partners: 1 });
  });

  test('an empty table has an empty panel', () => {
    expect(panelOf([])).toMatchObject({ firms: [], undated: 0 });
    expect(panelOf([]).year.length).toBe(0);
  });
});

test.each([
  [20000301, 20000228, 2],
  [19000301, 19000228, 1],
  [20010101, 20001231, 1],
  [20240229, 20230228, 366],
])('from %i back to %i there are %i days', (later, earlier, days) => {
  expect(daysSince(later) - daysSince(earlier)).toBe(days);
});

test('as many firms as the world has make a panel', () => {
  const rows = Array.from({ length: 300_000 }, (_, nth) =>
    member(`a${nth >> 1}`, `f${nth}`, { country: `c${nth % 200}` }),
  );
  const panel = panelOf(rows, 1995);
  expect([panel.firms.length, panel.measures.partners.every((partners) => partners === 1)]).toEqual([300_000, true]);
});

describe('all measures', () => {
  const day = fc
    .record({ year: fc.integer({ min: 1990, max: 1996 }), month: fc.integer({ min: 1, max: 12 }) })
    .map(({ year, month }) => year * 10_000 + month * 100 + 1);
  const houses: Readonly<Record<string, string>> = { A: 'H', B: 'H', C: 'K', D: 'D', E: 'E' };
  const countries: Readonly<Record<string, string | null>> = { A: 'JP', B: 'TW', C: 'JP', D: null, E: 'CN' };
  const forms: Readonly<Record<string, string>> = {
    x: 'joint-venture',
    y: 'licence',
    z: 'licence',
    w: 'joint-venture',
  };
  const rows = fc.array(
    fc
      .record({
        alliance: fc.constantFrom('x', 'y', 'z', 'w'),
        firm: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
        from: day,
        length: fc.option(fc.integer({ min: 0, max: 40 })),
      })
      .map(({ alliance, firm, from, length }): Membership => {
        const months =
          length === null ? null : Math.floor(from / 10_000) * 12 + (Math.floor(from / 100) % 100) + length;
        const to = months === null ? null : Math.floor(months / 12) * 10_000 + ((months % 12) + 1) * 100 + 1;
        return {
          alliance,
          firm,
          house: houses[firm] ?? firm,
          form: forms[alliance] ?? null,
          country: countries[firm] ?? null,
          from,
          to,
        };
      }),
    { maxLength: 14 },
  );
  const year = (when: number): number => Math.floor(when / 10_000);
  const end = (to: number | null): number => to ?? 99_999_999;
  const share = (part: number, whole: number): number => part / whole;
  const concentration = (kinds: readonly unknown[]): number =>
    [...new Set(kinds)].reduce(
      (sum: number, kind) => sum + (kinds.filter((each) => each === kind).length / kinds.length) ** 2,
      kinds.length === 0 ? Number.NaN : 0,
    );

  test('are what their definitions give, read anew for each firm and year, in any order of rows', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const panel = panelOf(given);
        expect(panelOf(given.toReversed())).toEqual(panel);
        // Of one firm in one alliance at one time the earliest and then longest row counts.
        const spells = given
          .toSorted((one, other) => (one.from ?? 0) - (other.from ?? 0) || end(other.to) - end(one.to))
          .reduce<Membership[]>((kept, row) => {
            const twin = kept.findLast((each) => each.firm === row.firm && each.alliance === row.alliance);
            return twin !== undefined && (row.from ?? 0) < end(twin.to) ? kept : [...kept, row];
          }, []);
        expect(panel.repeated).toBe(given.length - spells.length);
        const ties = spells.flatMap((own) =>
          spells
            .filter((other) => other.alliance === own.alliance && other.house !== own.house)
            .map((other) => ({
              firm: own.firm,
              partner: other,
              from: Math.max(own.from ?? 0, other.from ?? 0),
              to: Math.min(end(own.to), end(other.to)),
            }))
            .filter(({ from, to }) => from < to),
        );
        for (const [row, when] of panel.year.entries()) {
          const firm = panel.firms[panel.firm[row] ?? -1] ?? '';
          const lastDay = when * 10_000 + 1231;
          const own = spells.filter((spell) => spell.firm === firm);
          const now = own.filter(({ from, to }) => (from ?? 0) <= lastDay && lastDay < end(to));
          const ownTies = ties.filter((tie) => tie.firm === firm);
          const tiesNow = ownTies.filter(({ from, to }) => from <= lastDay && lastDay < to);
          const firstWith = (partner: string) =>
            Math.min(...ownTies.filter((tie) => tie.partner.firm === partner).map(({ from }) => from));
          const partners = [...new Set(tiesNow.map(({ partner }) => partner.firm))];
          const met = [
            ...new Set(ownTies.filter(({ from }) => year(from) === when).map(({ partner }) => partner.firm)),
          ];
          const placed = partners.flatMap((partner) => countries[partner] ?? []);
          const formed = own.filter(({ from }) => year(from ?? 0) === when).length;
          const expected: Record<PanelMeasure, number> = {
            formed,
            ended: own.filter(({ to }) => year(end(to)) === when).length,
            accumulated: own.filter(({ from }) => year(from ?? 0) <= when).length,
            size: now.length,
            ties: tiesNow.length,
            partners: partners.length,
            houses: new Set(tiesNow.map(({ partner }) => partner.house)).size,
            'repeat-tie-share': share(
              tiesNow.filter(({ partner, from }) => from > firstWith(partner.firm)).length,
              tiesNow.length,
            ),
            'new-partner-share': share(met.filter((partner) => year(firstWith(partner)) === when).length, met.length),
            'equity-share': share(now.filter(({ form }) => EQUITY.has(form ?? '')).length, now.length),
            'form-diversity': 1 - concentration(now.map(({ form }) => form)),
            'country-diversity': 1 - concentration(placed),
            'kind-diversity': Number.NaN,
            'resource-diversity': Number.NaN,
            'resource-redundancy': Number.NaN,
            'exploration-share': Number.NaN,
            'foreign-partner-share':
              (countries[firm] ?? null) === null
                ? Number.NaN
                : share(placed.filter((country) => country !== countries[firm]).length, placed.length),
            'house-concentration': concentration(tiesNow.map(({ partner }) => partner.house)),
            age:
              now.reduce((sum, { from }) => sum + daysSince(lastDay) - daysSince(from ?? 0), 0) / now.length / 365.25,
          };
          for (const { name } of PANEL_COLUMNS) {
            const [mine, theirs] = [panel.measures[name][row] ?? -1, expected[name]];
            if (Number.isNaN(theirs)) expect([firm, when, name, mine]).toEqual([firm, when, name, Number.NaN]);
            else expect(Math.abs(mine - theirs), `${firm} ${when} ${name}: ${mine} for ${theirs}`).toBeLessThan(1e-9);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
