import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configurationOf } from './configuration.ts';
import { type ConfigurationParameters, DEFAULT_PARAMETERS } from './parameters.ts';
import { type AllianceDraft, registerFrom } from './register.test-data.ts';

const FOCAL = { kind: 'organisation', id: 'focal' } as const;
const configuration = (
  alliances: readonly AllianceDraft[],
  parameters: Partial<ConfigurationParameters> = {},
  houses: Readonly<Record<string, readonly string[]>> = {},
  ownStock: readonly string[] = [],
) => configurationOf(registerFrom(alliances, houses, ownStock), FOCAL, { ...DEFAULT_PARAMETERS, ...parameters });

const path = (...given: Parameters<typeof configuration>): string[] =>
  configuration(...given).path.map(({ year, scope, shaping, label }) => `${year} ${scope}/${shaping} ${label}`);

const moves = (...given: Parameters<typeof configuration>): string[] =>
  configuration(...given).moves.map(
    (move) => `${move.date.text} ${move.alliance.slug} ${move.kind} ${move.founding ? 'founding' : (move.type ?? '-')}`,
  );

const VENTURE = (id: string, start: string, ...members: AllianceDraft['members']): AllianceDraft => ({
  id,
  start,
  members,
});

describe('moves', () => {
  it.each([
    ['a known partner with nothing new', VENTURE('b', '2001', 'p'), 'optimization'],
    [
      'a known partner with something new',
      VENTURE('b', '2001', { who: 'p', brings: ['technology:x'] }),
      'resource-development',
    ],
    ['a new partner with nothing new', VENTURE('b', '2001', 'q'), 'alliance-portfolio-development'],
    [
      'a new partner with something new',
      VENTURE('b', '2001', { who: 'q', brings: ['technology:x'] }),
      'diversification',
    ],
    ['new and known partners together', VENTURE('b', '2001', 'p', 'q'), 'alliance-portfolio-development'],
    [
      'a new partner with a resource held before',
      VENTURE('b', '2001', { who: 'q', brings: ['technology:old'] }),
      'alliance-portfolio-development',
    ],
    ['another member of a known house', VENTURE('b', '2001', 'p-sister'), 'optimization'],
  ])('types %s', (_case, second, type) => {
    const first = VENTURE('a', '2000', { who: 'p', brings: ['technology:old'] });
    const typed = configuration([first, second], {}, { 'p-group': ['p', 'p-sister'] }).moves;
    expect(typed.map((move) => move.type)).toEqual([null, type]);
  });

  it('judges moves of one day against the portfolio before that day', () => {
    const x = { who: 'q', brings: ['technology:x'] };
    const given = [VENTURE('a', '2000', 'p'), VENTURE('b', '2001', x), VENTURE('c', '2001', x)];
    expect(moves(given)).toEqual([
      '2000 a formed founding',
      '2001 b formed diversification',
      '2001 c formed diversification',
    ]);
  });

  it('knows partners and resources from ties outside the population', () => {
    const licence: AllianceDraft = {
      id: 'l',
      form: 'licence',
      start: '1970',
      members: [{ who: 'q', brings: ['technology:x'] }],
    };
    const given = [licence, VENTURE('a', '2000', 'p'), VENTURE('b', '2001', { who: 'q', brings: ['technology:x'] })];
    expect(moves(given)).toEqual(['2000 a formed founding', '2001 b formed optimization']);
  });

  it('counts own stock as held', () => {
    const given = [VENTURE('a', '2000', 'p'), VENTURE('b', '2001', { who: 'p', brings: ['technology:x'] })];
    expect(moves(given, {}, {}, ['technology:x']).at(-1)).toBe('2001 b formed optimization');
  });

  it('tells joining, leaving, added resources, endings and mergers', () => {
    const given: AllianceDraft[] = [
      {
        id: 'a',
        start: '2000',
        end: '2013',
        merged: true,
        members: [
          { who: 'p', brings: [['technology:late', '2004']] },
          { who: 'q', from: '2006', to: '2010', brings: ['capital:cash'] },
        ],
      },
    ];
    expect(moves([...given, VENTURE('b', '2014', 'p')])).toEqual([
      '2000 a formed founding',
      '2004 a resource-added resource-development',
      '2006 a joined diversification',
      '2010 a left -',
      '2013 a merged -',
      '2014 b formed optimization',
    ]);
  });
});

describe('the path', () => {
  const three = [
    VENTURE('a', '2000', 'p'),
    VENTURE('b', '2002', { who: 'q', brings: ['technology:x'] }),
    VENTURE('c', '2003', { who: 'r', brings: ['technology:y'] }),
    { ...VENTURE('d', '2004', { who: 'p', brings: ['technology:z'] }), end: '2006' },
  ];

  it('has one entry for every year from the first alliance to the last fact', () => {
    expect(path(three)).toEqual([
      '2000 1/0 optimization',
      '2001 1/0 optimization',
      '2002 2/1 optimization',
      '2003 3/2 alliance-portfolio-development',
      '2004 3/3 diversification',
      '2005 3/3 diversification',
      '2006 3/3 diversification',
    ]);
  });

  it('reads to the as-of day and no further', () => {
    expect(path(three, { asOf: '2003-06-30' }).at(-1)).toBe('2003 3/2 alliance-portfolio-development');
    expect(configuration(three, { asOf: '2003-06-30' }).moves).toHaveLength(3);
  });

  it('keeps houses that left in the accumulated lens and drops them in the recent one', () => {
    const given = [VENTURE('a', '2000', { who: 'p', to: '2003' }, 'q'), VENTURE('b', '2005', 'q')];
    const { path: accumulated, recent } = configuration(given);
    expect([accumulated.at(-1)?.scope, recent.at(-1)?.scope]).toEqual([2, 1]);
  });

  it('counts moves of the last N years with both ends', () => {
    const given = [
      VENTURE('a', '2000', 'p'),
      VENTURE('b', '2001', { who: 'p', brings: ['technology:x'] }),
      VENTURE('c', '2012', 'p'),
    ];
    const shaping = configuration(given, { window: 10 }).path.map(({ year, shaping }) => `${year} ${shaping}`);
    expect(shaping.slice(-3)).toEqual(['2010 1', '2011 1', '2012 0']);
  });

  it('counts a house tied by contract only as one half', () => {
    const given = [VENTURE('a', '2000', 'p'), { ...VENTURE('b', '2001', 'q'), form: 'licence' as const }];
    expect(path(given, { population: 'all' })).toEqual(['2000 1/0 optimization', '2001 1.5/0 optimization']);
    expect(path(given, { population: 'joint-ventures' }).at(-1)).toContain('1/0');
  });

  it('counts sister firms once by house and apart by organisation', () => {
    const given = [VENTURE('a', '2000', 'p', 'p-sister')];
    const houses = { 'p-group': ['p', 'p-sister'] };
    expect(path(given, {}, houses)).toEqual(['2000 1/0 optimization']);
    expect(path(given, { level: 'organisation' }, houses)).toEqual(['2000 2/0 optimization']);
  });

  it('does not count the focal firm’s own house', () => {
    expect(path([VENTURE('a', '2000', 'sister', 'p')], {}, { own: ['focal', 'sister'] })).toEqual([
      '2000 1/0 optimization',
    ]);
  });

  it('is empty, with a warning, for a firm without alliances', () => {
    const { path: none, warnings } = configuration([]);
    expect([none, warnings.map((warning) => warning.code)]).toEqual([[], ['no-alliances']]);
  });

  it('leaves an undated alliance outside, with a warning', () => {
    const { path: dated, warnings } = configuration([VENTURE('a', '2000', 'p'), { id: 'b', members: ['q'] }]);
    expect([dated.map((entry) => entry.scope), warnings.map((warning) => warning.code)]).toEqual([
      [1],
      ['alliance-undated'],
    ]);
  });
});

describe('agreement', () => {
  it('counts 32 parameter sets in the accumulated lens and 416 in the recent one', () => {
    const {
      path: [first],
      recent: [recent],
    } = configuration([VENTURE('a', '2000', 'p')]);
    expect([first?.parameterSets, recent?.parameterSets]).toEqual([32, 416]);
  });

  it.each([
    [1, 0, 1, false],
    [2, 0, 0.75, false],
    [3, 0, 0.5, true],
    [3, 2, 0.375, true],
    [6, 5, 1, false],
  ])('at scope %i and shaping %i is %f, contested %s', (scope, shaping, agreement, contested) => {
    const partners = Array.from({ length: scope }, (_, index) => VENTURE(`a${index}`, '2000', `p${index}`));
    const news = Array.from({ length: shaping }, (_, index) =>
      VENTURE(`b${index}`, '2001', { who: 'p0', brings: [`technology:x${index}`] }),
    );
    const last = configuration([...partners, ...news, VENTURE('z', '2001', 'p0')]).path.at(-1);
    expect([last?.scope, last?.shaping, last?.agreement, last?.contested]).toEqual([
      scope,
      shaping,
      agreement,
      contested,
    ]);
  });

  it('says why a label is close', () => {
    const given = [
      VENTURE('a', '2000', 'p', 'q', 'r'),
      VENTURE('b', '2001', { who: 'p', brings: ['technology:x'] }),
      VENTURE('c', '2002', { who: 'p', brings: ['technology:y'] }),
    ];
    expect(
      configuration(given)
        .path.at(-1)
        ?.reasons.map((reason) => reason.code),
    ).toEqual(['scope-at-threshold', 'shaping-one-short']);
  });
});

describe('for any portfolio', () => {
  const draft = fc.record({
    start: fc.integer({ min: 1990, max: 2010 }).map(String),
    partner: fc.integer({ min: 0, max: 5 }),
    resource: fc.integer({ min: 0, max: 4 }),
  });
  const drafts = fc.array(draft, { minLength: 1, maxLength: 12 });
  const alliancesOf = (given: readonly { start: string; partner: number; resource: number }[]): AllianceDraft[] =>
    given.map(({ start, partner, resource }, index) =>
      VENTURE(`a${index}`, start, { who: `p${partner}`, brings: [`technology:t${resource}`] }),
    );

  it('the order of rows changes nothing', () => {
    fc.assert(
      fc.property(drafts, (given) => {
        expect(path([...alliancesOf(given)].reverse())).toEqual(path(alliancesOf(given)));
      }),
    );
  });

  it('accumulated scope and shaping never fall', () => {
    fc.assert(
      fc.property(drafts, (given) => {
        const standings = configuration(alliancesOf(given)).path;
        standings.slice(1).forEach((standing, at) => {
          expect(standing.scope).toBeGreaterThanOrEqual(standings[at]?.scope ?? 0);
          expect(standing.shaping).toBeGreaterThanOrEqual(standings[at]?.shaping ?? 0);
        });
      }),
    );
  });

  it('scope and shaping never exceed the partners and the subjects there are', () => {
    fc.assert(
      fc.property(drafts, (given) => {
        const last = configuration(alliancesOf(given)).path.at(-1);
        expect(last?.scope).toBe(new Set(given.map((each) => each.partner)).size);
        expect(last?.shaping).toBeLessThanOrEqual(given.length);
      }),
    );
  });
});
