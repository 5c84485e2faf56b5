import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EdtfDate, invariant, type Slug } from '../../kernel/index.ts';
import { type Domain, type Register, registerOf, type ResourceKind, termHierarchy } from '../../register/index.ts';
import { segmentationOf } from '../collisions.ts';
import { ownSideOf } from '../own-side.ts';
import { DEFAULT_PARAMETERS } from '../parameters.ts';
import { redundancyOf } from '../redundancy.ts';
import { registerFrom } from '../register.test-data.ts';
import { type Candidate, registerWith } from './candidate.ts';
import { whatIf } from './what-if.ts';

const FOCAL = { kind: 'organisation', id: 'focal' } as const;
const DAY = '2010-12-31';
const TERMS = termHierarchy([
  { dimension: 'product', term: 'vehicle', broader: null, reason: null },
  { dimension: 'product', term: 'suv', broader: 'vehicle', reason: null },
  { dimension: 'region', term: 'china', broader: null, reason: null },
  { dimension: 'region', term: 'kunshan', broader: 'china', reason: null },
]);

const start = EdtfDate.parse('2010');
invariant(start.ok, '2010 is a date');

const term = (...words: readonly string[]) => fc.option(fc.constantFrom(...words), { nil: null });
const domain = fc.record({
  product: term('vehicle', 'suv', 'casting'),
  market: term('taxi', 'export'),
  region: term('china', 'kunshan', 'japan'),
});
const RESOURCES = ['technology:x', 'technology:y', 'brand:x', 'capital:x'] as const;
const resources = fc.uniqueArray(fc.constantFrom(...RESOURCES), { maxLength: 3 });
const PARTNERS = ['p', 'p-sister', 'q', 'r', 's'] as const;

const alliance = fc.record({
  who: fc.constantFrom(...PARTNERS),
  form: fc.constantFrom('joint-venture', 'licence'),
  year: fc.constantFrom('1999', '2005', '2008'),
  end: fc.option(fc.constant('2007'), { nil: null }),
  brings: resources,
  domain,
});

const world = fc.record({
  alliances: fc.array(alliance, { maxLength: 7 }),
  stock: resources,
  partner: fc.constantFrom(...PARTNERS),
  isHouse: fc.boolean(),
  brings: resources,
  domain: fc.option(domain, { nil: null }),
});

function registerOfWorld(
  alliances: readonly (typeof alliance extends fc.Arbitrary<infer T> ? T : never)[],
  stock: readonly string[],
): Register {
  const drafts = alliances.map(({ who, form, year, end, brings }, at) => ({
    id: `a${at}`,
    form: form as 'joint-venture',
    start: year,
    ...(end !== null && year < end && { end }),
    members: [{ who, brings }],
  }));
  const others = { id: 'elsewhere', start: '2001', members: PARTNERS.map((who) => ({ who, brings: ['brand:x'] })) };
  const register = registerFrom([...drafts, others], { 'p-group': ['p', 'p-sister'] }, stock);
  const domains = alliances.map(({ domain: each }, at): Domain => {
    const blank = { activity: null, from: null, to: 'open' as const };
    return { id: `d${at}`, alliance: `a${at}`, ...blank, ...each };
  });
  // The last one is others' own: the firm is no member of it.
  const memberships = register.memberships.filter(
    (row) => row.alliance !== 'elsewhere' || row.organisation !== 'focal',
  );
  return registerOf({ ...register, domains, memberships });
}

describe('the effects of a candidate', () => {
  it('are those of the register with it in', () => {
    fc.assert(
      fc.property(world, ({ alliances, stock, partner, isHouse, brings, domain: place }) => {
        const register = registerOfWorld(alliances, stock);
        const candidate: Candidate = {
          partner:
            isHouse && partner.startsWith('p')
              ? { kind: 'house', id: 'p-group' }
              : { kind: 'organisation', id: partner },
          form: 'joint-venture',
          start: start.value,
          ownShare: null,
          partnerShare: null,
          resources: brings.map((key) => {
            const [kind, subject] = key.split(':') as [ResourceKind, Slug];
            return { kind, subject };
          }),
          domain: place,
        };
        const { outlooks, segmentation, redundancy } = whatIf(
          register,
          FOCAL,
          DEFAULT_PARAMETERS,
          { day: DAY, candidates: [candidate] },
          { terms: TERMS },
        );
        const [outlook] = outlooks;
        const span = { population: DEFAULT_PARAMETERS.population, level: DEFAULT_PARAMETERS.level, day: DAY };
        const told = (of: Register) => {
          const own = ownSideOf(of, FOCAL);
          const { pairs, certain, possible, index, collisions } = segmentationOf(of, own, TERMS, span);
          const { supplies } = redundancyOf(of, own, span);
          const figures = {
            singleSourced: supplies.filter(({ singleSourced }) => singleSourced).length,
            redundant: supplies.filter(({ offers }) => offers.length > 1).length,
          };
          return { segmentation: { pairs, certain, possible, index }, collisions, supplies, figures };
        };
        const [before, after] = [told(register), told(registerWith(register, 'focal', candidate))];
        expect([segmentation, redundancy]).toEqual([before.segmentation, before.figures]);
        expect(outlook?.collisions?.after).toEqual(after.segmentation);
        expect(outlook?.collisions?.added).toHaveLength(after.collisions.length - before.collisions.length);
        expect(outlook?.redundancy.after).toEqual(after.figures);
        for (const brought of outlook?.redundancy.brought ?? []) {
          const supply = after.supplies.find(
            ({ kind, subject }) => kind === brought.kind && subject === brought.subject,
          );
          expect(brought.own).toBe(supply?.own);
          expect(brought.offers).toHaveLength((supply?.offers.length ?? 0) - 1);
          expect(brought.elsewhere.map(({ party }) => party.slug).sort()).toEqual(
            supply?.elsewhere.map(({ house }) => house.slice(house.indexOf(':') + 1)).sort(),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('on segmentation and redundancy are none where the move is outside the population', () => {
    const licence: Candidate = {
      partner: { kind: 'stranger', name: 'Somebody' },
      form: 'licence',
      start: start.value,
      ownShare: null,
      partnerShare: null,
      resources: [{ kind: 'brand', subject: 'x' as Slug }],
      domain: null,
    };
    const asked = { day: DAY, candidates: [licence] };
    const { outlooks, redundancy } = whatIf(registerFrom([]), FOCAL, DEFAULT_PARAMETERS, asked);
    expect([outlooks[0]?.collisions, outlooks[0]?.redundancy.after]).toEqual([null, redundancy]);
  });
});
