import {
  COUNTED_MEASURES,
  type Focal,
  type Level,
  LEVELS,
  measureInputs,
  panelUnit,
  POPULATIONS,
} from '@entente/core/portfolio';
import { EdtfDate, Period, type Slug } from '@entente/core/kernel';
import { emptyRows, type Register, registerOf } from '@entente/core/register';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PANEL_COLUMNS } from './panel-columns.ts';
import { registerPanel, unitName } from './register-panel.ts';

const ORGANISATIONS = ['a', 'b', 'c', 'd', 'v'] as const;
const ALLIANCES = ['x', 'y', 'z'] as const;

const dates = fc
  .record({ start: fc.integer({ min: 1990, max: 1996 }), years: fc.option(fc.integer({ min: 1, max: 4 })) })
  .map(({ start, years }) => ({ from: String(start), to: years === null ? undefined : String(start + years) }));

const drafts = fc.record({
  kinds: fc.array(fc.constantFrom('firm', 'university', 'bank', null), { minLength: 5, maxLength: 5 }),
  countries: fc.array(fc.constantFrom('JP', 'TW', null), { minLength: 5, maxLength: 5 }),
  houses: fc.array(fc.constantFrom('h', 'k', null), { minLength: 5, maxLength: 5 }),
  forms: fc.array(fc.constantFrom('joint-venture', 'licence', 'minority-stake', null), { minLength: 3, maxLength: 3 }),
  starts: fc.array(fc.option(fc.integer({ min: 1990, max: 1994 })), { minLength: 3, maxLength: 3 }),
  /** An alliance may end before it began, or before a member says that it joined. */
  ends: fc.array(fc.option(fc.integer({ min: 1988, max: 1997 })), { minLength: 3, maxLength: 3 }),
  hasVenture: fc.boolean(),
  memberships: fc.array(
    fc.record({
      alliance: fc.constantFrom(...ALLIANCES),
      who: fc.constantFrom(...ORGANISATIONS),
      dated: fc.boolean(),
      dates,
    }),
    { maxLength: 12 },
  ),
  resources: fc.array(
    fc.record({
      alliance: fc.constantFrom(...ALLIANCES),
      who: fc.constantFrom(...ORGANISATIONS),
      kind: fc.constantFrom('technology', 'capital', 'brand'),
      dates: fc.option(dates),
    }),
    { maxLength: 8 },
  ),
});
type Draft = typeof drafts extends fc.Arbitrary<infer D> ? D : never;

const periodOf = (from?: string, to?: string): Period => {
  const period = Period.parse(from, to);
  if (!period.ok) throw new Error('the period is well-formed');
  return period.value;
};

function registerFrom(draft: Draft): Register {
  const rows = emptyRows();
  for (const [nth, id] of ORGANISATIONS.entries()) {
    const blank = { founded: null, closed: null, lei: null, place: null, valueChainPosition: null };
    const [kind, country] = [draft.kinds[nth] ?? null, draft.countries[nth] ?? null];
    rows.organisations.push({ id, slug: id as Slug, name: id, kind: kind, country, ...blank });
    const house = draft.houses[nth] ?? null;
    if (house !== null) rows.houseMemberships.push({ id: `${house}/${id}`, house, organisation: id, ...Period.always });
  }
  for (const house of ['h', 'k']) rows.houses.push({ id: house, slug: house as Slug, name: house, reading: null });
  for (const [nth, id] of ALLIANCES.entries()) {
    const blank = { ending: null, endedInto: null, objectives: null, stage: null, status: null };
    const start = draft.starts[nth] ?? null;
    const from = start === null ? null : EdtfDate.parse(String(start));
    const end = draft.ends[nth] ?? null;
    rows.alliances.push({
      id,
      slug: id as Slug,
      name: id,
      form: draft.forms[nth] ?? null,
      venture: id === 'x' && draft.hasVenture ? 'v' : null,
      start: from?.ok ? from.value : null,
      end: periodOf(undefined, end === null ? undefined : String(end)).to,
      ...blank,
    });
  }
  for (const [nth, { alliance, who, dated, dates: span }] of draft.memberships.entries()) {
    const period = dated ? periodOf(span.from, span.to) : periodOf();
    rows.memberships.push({ id: `m${nth}`, alliance, organisation: who, role: null, ...period });
  }
  for (const [nth, { alliance, who, kind, dates: span }] of draft.resources.entries()) {
    const period = span === null ? periodOf() : periodOf(span.from, span.to);
    const own = { id: `r${nth}`, alliance, organisation: who, subject: 'casting' as Slug, property: null };
    rows.resources.push({ ...own, kind: kind, ...period });
  }
  return registerOf(rows);
}

const focalOf = (name: string): Focal => {
  const colon = name.indexOf(':');
  return { kind: name.slice(0, colon) as Focal['kind'], id: name.slice(colon + 1) };
};

describe('the panel of a register', () => {
  test('holds what its inputs, read anew for each firm and year, give together', () => {
    let compared = 0;
    fc.assert(
      fc.property(drafts, fc.constantFrom(...POPULATIONS), fc.constantFrom(...LEVELS), (draft, population, level) => {
        const register = registerFrom(draft);
        const panel = registerPanel(register, { population, level, until: 1998, only: null });
        for (const [row, year] of panel.year.entries()) {
          const name = panel.firms[panel.firm[row] ?? -1] ?? '';
          for (const measure of COUNTED_MEASURES) {
            const { value } = measureInputs(register, focalOf(name), population, year, measure);
            const held = panel.measures[measure][row] ?? Number.NaN;
            const told = `${name} ${year} ${measure} of ${population} by ${level}: ${held} for ${value}`;
            if (value === null) expect(held, told).toBeNaN();
            else expect(Math.abs(held - value), told).toBeLessThan(1e-9);
            compared += 1;
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(10_000);
  });

  test('of one firm is what the panel of all has for it', () => {
    fc.assert(
      fc.property(drafts, fc.constantFrom(...LEVELS), (draft, level: Level) => {
        const register = registerFrom(draft);
        const options = { population: 'all', level, until: 1998 } as const;
        const all = registerPanel(register, { ...options, only: null });
        const focal: Focal = { kind: 'organisation', id: 'a' };
        const own = registerPanel(register, { ...options, only: focal });
        const name = unitName(panelUnit(register, focal, level));
        const rows = [...all.year.keys()].filter((row) => all.firms[all.firm[row] ?? -1] === name);
        expect([...own.year]).toEqual(rows.map((row) => all.year[row]));
        for (const { name: measure } of PANEL_COLUMNS)
          expect([...own.measures[measure]]).toEqual(rows.map((row) => all.measures[measure][row]));
      }),
      { numRuns: 100 },
    );
  });
});
