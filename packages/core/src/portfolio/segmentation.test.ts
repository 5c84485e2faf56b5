import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Period } from '../kernel/index.ts';
import { type DomainTerm, type Register, registerOf, termHierarchy } from '../register/index.ts';
import { carveOutsOf } from './carve-outs.ts';
import { segmentationOf } from './collisions.ts';
import { divertsOf } from './diverts.ts';
import { ownSideOf } from './own-side.ts';
import { redundancyOf } from './redundancy.ts';
import { type AllianceDraft, registerFrom } from './register.test-data.ts';

const FOCAL = { kind: 'organisation', id: 'focal' } as const;
const ON = { population: 'all', level: 'house', day: '2010-12-31' } as const;

const TREE: readonly (readonly [string, string | null])[] = [
  ['all', null],
  ['left', 'all'],
  ['left-a', 'left'],
  ['left-b', 'left'],
  ['right', 'all'],
];
const terms = termHierarchy(
  (['product', 'market', 'region'] as const).flatMap((dimension) =>
    TREE.map(([term, broader]): DomainTerm => ({ dimension, term, broader, reason: null })),
  ),
);

/** Product, market and region, separated by blanks; `-` is unknown. */
type Sketch = Readonly<Record<string, readonly string[]>>;

function withDomains(register: Register, domains: Sketch): Register {
  const rows = Object.entries(domains).flatMap(([alliance, sketches]) =>
    sketches.map((sketch, index) => {
      const [product = null, market = null, region = null] = sketch
        .split(' ')
        .map((term) => (term === '-' ? null : term));
      return { id: `${alliance}/${index}`, alliance, product, market, region, activity: null, ...Period.always };
    }),
  );
  return registerOf({ ...register, domains: rows });
}

const VENTURE = (id: string, ...members: AllianceDraft['members']): AllianceDraft => ({ id, start: '2000', members });

function segmentation(domains: Sketch, alliances = [VENTURE('a', 'p'), VENTURE('b', 'q')], houses = {}) {
  const register = withDomains(registerFrom(alliances, houses), domains);
  return segmentationOf(register, ownSideOf(register, FOCAL), terms, ON);
}

const verdict = (one: readonly string[], other: readonly string[]): string =>
  segmentation({ a: one, b: other }).collisions[0]?.overlap ?? 'none';

describe('two alliances with different houses', () => {
  it.each([
    ['the same product, market and region', ['left left left'], ['left left left'], 'certain'],
    ['a broader product, a narrower region', ['all left left'], ['left-a left left-b'], 'certain'],
    ['another region', ['left left left'], ['left left right'], 'none'],
    ['no market known', ['left - left'], ['left left left'], 'possible'],
    ['no market known, but another product', ['left - left'], ['right - left'], 'none'],
    ['no domain known at all', [], ['left left left'], 'possible'],
    ['one domain of several', ['right right right', 'left left left'], ['left left left'], 'certain'],
    ['product here and region there', ['left left right', 'right left left'], ['left left left'], 'none'],
  ])('with %s', (_case, one, other, overlap) => {
    expect([verdict(one, other), verdict(other, one)]).toEqual([overlap, overlap]);
  });

  it('are no pair when they share a house, and none is counted that holds at another time', () => {
    const same = { a: ['left left left'], b: ['left left left'] };
    expect(segmentation(same, [VENTURE('a', 'p'), VENTURE('b', 'q')], { h: ['p', 'q'] })).toMatchObject({
      pairs: 0,
      index: null,
    });
    const ended = [VENTURE('a', 'p'), { ...VENTURE('b', 'q'), end: '2005' }];
    expect(segmentation(same, ended)).toMatchObject({ pairs: 0, collisions: [] });
  });

  it('collide perhaps when the day may lie before one of them', () => {
    const same = { a: ['left left left'], b: ['left left left'] };
    const within = [VENTURE('a', 'p'), { ...VENTURE('b', 'q'), start: '2010/2012' }];
    expect(segmentation(same, within)).toMatchObject({ certain: 0, possible: 1, index: { from: 0, to: 1 } });
  });
});

const term = fc.constantFrom('-', ...TREE.map(([name]) => name));
const area = fc.tuple(term, term, term).map((parts) => parts.join(' '));
const portfolio = fc.array(fc.array(area, { maxLength: 3 }), { minLength: 2, maxLength: 6 });
const drawn = (areas: readonly (readonly string[])[]) =>
  segmentation(
    Object.fromEntries(areas.map((list, index) => [`v${index}`, list])),
    areas.map((_list, index) => VENTURE(`v${index}`, `p${index}`)),
  );

describe('the index', () => {
  it('lies between 0 and 1, and holds what it would be if every unknown were settled', () => {
    fc.assert(
      fc.property(portfolio, fc.infiniteStream(fc.constantFrom('left-a', 'left-b', 'right')), (areas, settled) => {
        const open = drawn(areas);
        const closed = drawn(
          areas.map((list) =>
            (list.length === 0 ? ['- - -'] : list).map((each) =>
              each
                .replaceAll('-  ', '- ')
                .split(' ')
                .map((part) => (part === '-' ? String(settled.next().value) : part))
                .join(' '),
            ),
          ),
        );
        expect(closed.possible).toBe(0);
        const [{ from, to }, { from: at }] = [open.index ?? { from: 2, to: -1 }, closed.index ?? { from: -1 }];
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(1);
        expect(at).toBeGreaterThanOrEqual(from);
        expect(at).toBeLessThanOrEqual(to);
      }),
    );
  });

  it('does not learn certain collisions from an unknown', () => {
    fc.assert(
      fc.property(portfolio, fc.nat(), fc.nat({ max: 2 }), (areas, at, dimension) => {
        const blurred = areas.map((list, index) =>
          index !== at % areas.length
            ? list
            : list.map((each) =>
                each
                  .split(' ')
                  .map((part, place) => (place === dimension ? '-' : part))
                  .join(' '),
              ),
        );
        expect(drawn(blurred).certain).toBeLessThanOrEqual(drawn(areas).certain);
      }),
    );
  });
});

describe('a proposal to part two alliances', () => {
  const proposals = (one: string, other: string) => {
    const found = segmentation({ a: [one], b: [other] });
    const [collision] = found.collisions;
    return (collision ? carveOutsOf(terms, found, collision) : []).map(({ kind, dimension, changes, after }) =>
      [
        kind,
        dimension,
        changes.map(({ alliance, to, outside }) => `${alliance.alliance.slug}:${to ?? outside.join()}`).join(' '),
        after.certain + after.possible,
      ].join(' '),
    );
  };

  it('narrows the broader one, or moves one beside the other', () => {
    expect(proposals('left left left', 'left-a left-a left-a')).toContain('narrow region a:left-b 0');
    expect(proposals('right right right', 'right right right')).toContain('move region a:left 0');
  });

  it('divides what both have into terms that are there, or into parts to be named', () => {
    expect(proposals('left right right', 'left right right')).toContain('split product a:left-a b:left-b 0');
    expect(proposals('left right right', 'left right right')).toContain('split market a: b: 0');
  });

  it('changes market or region rather than product', () => {
    const kinds = proposals('left left left', 'left left left').map((each) => each.split(' ')[1]);
    expect(kinds.indexOf('product')).toBeGreaterThan(
      Math.max(kinds.lastIndexOf('market'), kinds.lastIndexOf('region')),
    );
  });

  it('settles what is not known outside of what the other has', () => {
    expect(proposals('left - left', 'left right left')).toContain('state market a:right 0');
    expect(proposals('left - left', 'left - left').filter((each) => each.includes(' market '))).toEqual([]);
  });

  it('always removes its collision, and tells what the portfolio then is', () => {
    fc.assert(
      fc.property(portfolio, (areas) => {
        const found = drawn(areas);
        for (const collision of found.collisions) {
          for (const { removes, adds, after, index } of carveOutsOf(terms, found, collision)) {
            expect(removes).toContainEqual([collision.one, collision.other]);
            expect(index?.from).toBeCloseTo(1 - (after.certain + after.possible) / after.pairs);
            if (adds.length === 0)
              expect(after.certain + after.possible).toBe(found.collisions.length - removes.length);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('redundancy', () => {
  const read = (alliances: readonly AllianceDraft[], houses = {}, stock: readonly string[] = []) => {
    const register = registerFrom(alliances, houses, stock);
    const { supplies } = redundancyOf(register, ownSideOf(register, FOCAL), ON);
    return supplies.map(({ subject, offers, elsewhere, singleSourced }) =>
      [
        subject,
        offers.map(({ house }) => house).join(),
        elsewhere.map(({ house }) => house).join(),
        singleSourced,
      ].join(' | '),
    );
  };
  const brings = (who: string, ...keys: string[]) => ({ who, brings: keys });

  it('names the houses that offer a resource, and what one house alone offers', () => {
    expect(
      read([VENTURE('a', brings('p', 'technology:x', 'brand:y')), VENTURE('b', brings('q', 'technology:x'))]),
    ).toEqual(['y | organisation:p |  | true', 'x | organisation:p,organisation:q |  | false']);
  });
  it('counts a house once, and what the firm holds itself as no single source', () => {
    const alliances = [VENTURE('a', brings('p', 'technology:x')), VENTURE('b', brings('q', 'technology:x'))];
    expect(read(alliances, { h: ['p', 'q'] })).toEqual(['x | house:h |  | true']);
    expect(read(alliances, { h: ['p', 'q'] }, ['technology:x'])).toEqual(['x | house:h |  | false']);
  });
  it('names a former partner among those who could supply it elsewhere only while its alliance holds', () => {
    const former = { ...VENTURE('b', brings('q', 'technology:x')), end: '2005' };
    expect(read([VENTURE('a', brings('p', 'technology:x')), former])).toEqual(['x | organisation:p |  | true']);
  });
});

describe('a partner diverts', () => {
  const found = (domains: Sketch, elsewhere: Partial<AllianceDraft> = {}, houses = {}) => {
    const drafts = [VENTURE('a', 'p'), { ...VENTURE('out', 'p', 'third'), start: '2005', ...elsewhere }];
    const drawnUp = registerFrom(drafts, houses);
    const apart = registerOf({
      ...drawnUp,
      memberships: drawnUp.memberships.filter((row) => row.alliance !== 'out' || row.organisation !== 'focal'),
    });
    const register = withDomains(apart, domains);
    return divertsOf(register, ownSideOf(register, FOCAL), terms, ON).map(
      ({ house, thirdParties, overlap, later, sameResources }) =>
        [house, thirdParties.join(), overlap, String(later), sameResources.length].join(' '),
    );
  };
  it.each([
    ['in the same domain', ['left left left'], 'organisation:p third certain true 0'],
    ['perhaps, where the market is not known', ['left - left'], 'organisation:p third possible true 0'],
  ])('to a third party %s', (_case, area, line) => {
    expect(found({ a: ['left left left'], out: area })).toEqual([line]);
  });
  it('not in another product, nor once it has left', () => {
    expect(found({ a: ['left left left'], out: ['right left left'] })).toEqual([]);
    expect(found({ a: ['left left left'], out: ['left left left'] }, { end: '2008' })).toEqual([]);
  });
  it('through another member of its house', () => {
    const members = ['p-sister', 'third'];
    expect(found({ a: ['left left left'], out: ['left left left'] }, { members }, { h: ['p', 'p-sister'] })).toEqual([
      'house:h third certain true 0',
    ]);
  });
  it('with a resource that it brings to the firm, into the same market', () => {
    const members = [{ who: 'p', brings: ['brand:x'] }, 'third'];
    const drawnUp = registerFrom([
      VENTURE('a', { who: 'p', brings: ['brand:x'] }),
      { ...VENTURE('out', ...members), start: '2005' },
    ]);
    const apart = registerOf({
      ...drawnUp,
      memberships: drawnUp.memberships.filter((row) => row.alliance !== 'out' || row.organisation !== 'focal'),
    });
    const register = withDomains(apart, { a: ['left left left'], out: ['right left right'] });
    const [divert, ...others] = divertsOf(register, ownSideOf(register, FOCAL), terms, ON);
    expect([others.length, divert?.overlap, divert?.sameResources.map(({ subject }) => subject)]).toEqual([
      0,
      'possible',
      ['x'],
    ]);
  });
});
