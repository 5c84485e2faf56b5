import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EdtfDate, invariant, type Slug } from '../../kernel/index.ts';
import { type Register, registerOf, type ResourceKind, termHierarchy } from '../../register/index.ts';
import { configurationOf } from '../configuration.ts';
import { DEFAULT_PARAMETERS } from '../parameters.ts';
import { findingsOf } from '../propositions/findings.ts';
import { type AllianceDraft, registerFrom } from '../register.test-data.ts';
import { scoresOf } from './aims.ts';
import { type Candidate, type CandidateDomain, registerWith } from './candidate.ts';
import { whatIf, type WhatIfChoices } from './what-if.ts';

const FOCAL = { kind: 'organisation', id: 'focal' } as const;
const HOUSES = { 'p-group': ['p', 'p-sister'] };
const DRAFTS: readonly AllianceDraft[] = [
  { id: 'a', start: '2000', members: [{ who: 'p', brings: ['technology:x'] }] },
  { id: 'b', start: '2001', members: ['q'] },
  { id: 'c', start: '2002', members: ['p'] },
];

const date = (text: string): EdtfDate => {
  const parsed = EdtfDate.parse(text);
  invariant(parsed.ok, `${text} is a date`);
  return parsed.value;
};

const candidate = (
  partner: Candidate['partner'],
  resources: readonly string[] = [],
  more: Partial<Candidate> = {},
): Candidate => ({
  partner,
  form: 'joint-venture',
  start: date('2010'),
  ownShare: null,
  partnerShare: null,
  resources: resources.map((key) => {
    const [kind, subject] = key.split(':') as [ResourceKind, Slug];
    return { kind, subject };
  }),
  domain: null,
  ...more,
});

const P = { kind: 'organisation', id: 'p' } as const;
const SISTER = { kind: 'organisation', id: 'p-sister' } as const;
const GROUP = { kind: 'house', id: 'p-group' } as const;
const STRANGER = { kind: 'stranger', name: 'Somebody' } as const;

const base = (): Register => registerFrom(DRAFTS, HOUSES);

const asked = (register: Register, candidates: readonly Candidate[], choices?: WhatIfChoices, day = '2009-12-31') =>
  whatIf(register, FOCAL, DEFAULT_PARAMETERS, { day, candidates }, choices);

describe('a candidate', () => {
  it.each<[string, Candidate, string, number]>([
    ['a known partner with nothing new', candidate(P, ['technology:x']), 'optimization', 2],
    ['a known partner with something new', candidate(P, ['technology:y']), 'resource-development', 2],
    ['another member of a known house', candidate(SISTER), 'optimization', 2],
    ['a known house', candidate(GROUP), 'optimization', 2],
    ['somebody new with nothing new', candidate(STRANGER), 'alliance-portfolio-development', 3],
    ['somebody new with something new', candidate(STRANGER, ['technology:y']), 'diversification', 3],
  ])('%s', (_case, given, type, scope) => {
    const [outlook] = asked(base(), [given]).outlooks;
    expect([outlook?.type, outlook?.after.scope, outlook?.before.scope]).toEqual([type, scope, 2]);
  });

  it('outside the population is told, and changes no figure', () => {
    const [outlook] = asked(base(), [candidate(STRANGER, [], { form: 'licence' })]).outlooks;
    expect([outlook?.counted, outlook?.type, outlook?.after]).toEqual([false, null, outlook?.before]);
  });

  it('of a firm without alliances founds the portfolio', () => {
    const [outlook] = asked(registerFrom([]), [candidate(STRANGER, ['technology:y'])]).outlooks;
    expect([outlook?.founds, outlook?.type, outlook?.before.repeatShare, outlook?.after.repeatShare]).toEqual([
      true,
      null,
      null,
      0,
    ]);
  });

  it('begins on the day that all are read on', () => {
    const later = candidate(STRANGER, [], { start: date('2030') });
    const { day, outlooks } = asked(base(), [candidate(P), later]);
    expect([day, outlooks[0]?.after.size, outlooks[1]?.after.size]).toEqual(['2030-01-01', 4, 4]);
  });

  it('leaves the register as it is', () => {
    const register = base();
    const before = JSON.stringify([register, register.membershipsOf('a'), register.houseMembershipsOf('p')]);
    asked(register, [candidate(GROUP, ['technology:y'])]);
    expect(JSON.stringify([register, register.membershipsOf('a'), register.houseMembershipsOf('p')])).toBe(before);
  });

  it('has the measures of its ties by hand', () => {
    const [known, fresh] = asked(base(), [candidate(P), candidate(STRANGER)]).outlooks;
    expect(known?.before).toMatchObject({ size: 3, partners: 2, houses: 2, repeatShare: 1 / 3 });
    expect(known?.before.houseConcentration).toBeCloseTo(5 / 9);
    expect(known?.after).toMatchObject({ size: 4, partners: 2, houses: 2, repeatShare: 2 / 4 });
    expect(known?.after.houseConcentration).toBeCloseTo(10 / 16);
    expect(fresh?.after).toMatchObject({ size: 4, partners: 3, houses: 3, repeatShare: 1 / 4 });
  });

  it('tells which findings turn', () => {
    const register = registerFrom([{ id: 'a', start: '1990', members: ['p'] }]);
    const [known, fresh] = asked(register, [candidate(P), candidate(STRANGER)]).outlooks;
    expect(known?.changes.map(({ code }) => code)).not.toContain('lock-in');
    expect(fresh?.changes).toContainEqual({ code: 'lock-in', before: 'supported', after: 'not-supported' });
  });
});

/** What the same register gives when it is built anew with the candidate among its rows. */
const rebuilt = (register: Register, given: Candidate): Register => {
  const changed = registerWith(register, 'focal', given);
  const partner = changed.membershipsOf('what-if:alliance').map((row) => row.organisation)[1] ?? '';
  const known = register.organisation(partner) === null ? changed.organisation(partner) : null;
  return registerOf({
    ...changed,
    organisations: known === null ? register.organisations : [...register.organisations, known],
    resources: [...register.resources, ...changed.resourcesIn('what-if:alliance')],
    stakes: [...register.stakes, ...changed.stakesIn('what-if:alliance')],
  });
};

const who = fc.constantFrom('p', 'p-sister', 'q', 'r', 's');
const key = fc.constantFrom('technology:x', 'technology:y', 'capital:money');
const draft = fc.record({
  start: fc.integer({ min: 1990, max: 2012 }).map(String),
  form: fc.constantFrom('joint-venture' as const, 'licence' as const),
  members: fc.array(fc.record({ who, brings: fc.array(key, { maxLength: 2 }) }), { minLength: 1, maxLength: 3 }),
});
const partner = fc.constantFrom<Candidate['partner']>(P, SISTER, GROUP, STRANGER, { kind: 'organisation', id: 'q' });

describe('what if', () => {
  it('gives what a register built anew gives', () => {
    fc.assert(
      fc.property(
        fc.array(draft, { minLength: 1, maxLength: 8 }),
        partner,
        fc.array(key, { maxLength: 2 }),
        (drawn, partnerOf, brings) => {
          const drafts = [...DRAFTS, ...drawn.map((each, place) => ({ ...each, id: `d${place}` }))];
          const register = registerFrom(drafts, HOUSES);
          const given = candidate(partnerOf, brings, { start: date('2012') });
          const { day, outlooks } = asked(register, [given]);
          const naive = rebuilt(register, given);
          const configuration = configurationOf(naive, FOCAL, { ...DEFAULT_PARAMETERS, asOf: day });
          const { scope, shaping, label, agreement } = configuration.path.at(-1) ?? {};
          expect(outlooks[0]?.after).toMatchObject({ scope, shaping, label, agreement });
          const move = configuration.moves.find(({ alliance }) => alliance.id === 'what-if:alliance');
          expect([outlooks[0]?.type, outlooks[0]?.partner]).toEqual([move?.type, move?.partner]);
          const before = findingsOf(register, FOCAL, DEFAULT_PARAMETERS, day);
          const turned = findingsOf(naive, FOCAL, DEFAULT_PARAMETERS, day).flatMap(({ code, verdict }, place) =>
            verdict === before[place]?.verdict ? [] : [{ code, before: before[place]?.verdict, after: verdict }],
          );
          expect(outlooks[0]?.changes).toEqual(turned);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('who may retaliate', () => {
  const place = (product: string | null, market: string | null, region: string | null): CandidateDomain => ({
    product,
    market,
    region,
  });
  const withDomain = (domain: CandidateDomain): Register => {
    const register = base();
    const row = { id: 'd', alliance: 'b', activity: null, from: null, to: 'open' as const, ...domain };
    return registerOf({ ...register, domains: [row] });
  };
  it.each<[string, CandidateDomain, CandidateDomain, readonly unknown[]]>([
    [
      'the same in all three',
      place('suv', 'china', 'fuzhou'),
      place('suv', 'china', 'fuzhou'),
      [['organisation:q', true]],
    ],
    ['one left open', place('suv', 'china', null), place('suv', 'china', 'fuzhou'), [['organisation:q', false]]],
    ['another product', place('suv', 'china', 'fuzhou'), place('casting', 'china', 'fuzhou'), []],
    ['nothing known to be shared', place('suv', null, null), place(null, 'china', 'fuzhou'), []],
  ])('%s', (_case, domain, other, expected) => {
    const given = candidate(STRANGER, [], { domain });
    const [outlook] = asked(withDomain(other), [given]).outlooks;
    expect(outlook?.retaliators?.map(({ key: house, certain }) => [house, certain])).toEqual(expected);
  });

  it('is not the partner itself, and not known where no domain is given', () => {
    const domain = place('suv', 'china', 'fuzhou');
    const q = { kind: 'organisation', id: 'q' } as const;
    const given = [candidate(q, [], { domain }), candidate(STRANGER)];
    expect(asked(withDomain(domain), given).outlooks.map(({ retaliators }) => retaliators)).toEqual([[], null]);
  });

  it('is found by a hierarchy of terms when one is given', () => {
    const terms = termHierarchy([
      { dimension: 'product', term: 'suv', broader: null, reason: null },
      { dimension: 'product', term: 'suv-small', broader: 'suv', reason: null },
    ]);
    const given = candidate(STRANGER, [], { domain: place('suv-small', 'china', 'fuzhou') });
    const [outlook] = asked(withDomain(place('suv', 'china', 'fuzhou')), [given], { terms }).outlooks;
    expect(outlook?.retaliators).toHaveLength(1);
  });
});

describe('aims', () => {
  const given = [candidate(P), candidate(STRANGER, ['technology:y'])];
  it('are not scored when none weighs anything', () => {
    expect(asked(base(), given).scores).toBeNull();
    expect(asked(base(), given, { aims: { 'more-houses': 0 } }).scores).toBeNull();
  });
  it.each([
    ['new partners are wanted', { 'more-houses': 1 }, [0, 1, 0]],
    ['repeated ties are wanted', { 'more-repeat-ties': 1 }, [1, 0, (1 / 3 - 1 / 4) / (1 / 2 - 1 / 4)]],
    ['both weigh the same', { 'more-houses': 2, 'more-new-resources': 2 }, [0, 1, 0]],
  ])('%s', (_case, aims, expected) => {
    const scores = asked(base(), given, { aims }).scores?.map(({ score }) => score) ?? [];
    expect(scores).toHaveLength(3);
    scores.forEach((score, row) => expect(score).toBeCloseTo(expected[row] ?? -1));
  });
  it('count what is not known as worst, and name it', () => {
    const scores = scoresOf(asked(base(), given).outlooks, { 'fewer-retaliators': 1 });
    expect(scores?.map(({ score, unknown }) => [score, unknown])).toEqual([
      [0, ['fewer-retaliators']],
      [0, ['fewer-retaliators']],
      [0, []],
    ]);
  });
});
