import { describe, expect, it } from 'vitest';
import { EdtfDate, Period, type Slug } from '../kernel/index.ts';
import { type Register, registerOf, termHierarchy } from '../register/index.ts';
import { candidateScreens, candidatesIn } from './candidate-screens.ts';
import { ownSideOf } from './own-side.ts';
import { registerFrom } from './register.test-data.ts';

const FOCAL = { kind: 'organisation', id: 'focal' } as const;
const terms = termHierarchy([]);

/** Product, market and region by alliance, separated by blanks; `-` is unknown. */
function withDomains(register: Register, domains: Readonly<Record<string, string>>): Register {
  const rows = Object.entries(domains).map(([alliance, sketch]) => {
    const [product = null, market = null, region = null] = sketch
      .split(' ')
      .map((term) => (term === '-' ? null : term));
    return { id: `${alliance}/0`, alliance, product, market, region, activity: null, ...Period.always };
  });
  return registerOf({ ...register, domains: rows });
}

/** The firm is with `p` in `ours`; `a` and `b` are in `theirs` without it. */
function register(domains: Readonly<Record<string, string>> = {}, houses = {}): Register {
  const drawn = registerFrom(
    [
      { id: 'ours', start: '2000', members: ['p'] },
      { id: 'theirs', start: '2001', members: ['a', 'b'] },
    ],
    houses,
  );
  return withDomains(
    registerOf({
      ...drawn,
      memberships: drawn.memberships.filter((row) => !(row.alliance === 'theirs' && row.organisation === 'focal')),
    }),
    domains,
  );
}

function screens(of: Register, more: { day?: string; besides?: string } = {}) {
  const own = ownSideOf(of, FOCAL);
  const found = candidateScreens(of, own, terms, {
    candidates: candidatesIn(of, own),
    day: more.day ?? '2010-12-31',
    besides: more.besides ?? null,
  });
  return new Map(found.map((screen) => [screen.organisation, screen]));
}

describe('the business of a candidate', () => {
  it.each([
    ['is unknown where nothing is recorded of it', { ours: 'cars all asia' }, null],
    [
      'meets ours for certain where product, market and region are shared',
      { ours: 'cars all asia', theirs: 'cars all asia' },
      ['certain'],
    ],
    [
      'may meet ours where what is known is shared and something is open',
      { ours: 'cars all asia', theirs: 'cars - -' },
      ['possible'],
    ],
    ['does not meet ours where one thing is known to differ', { ours: 'cars all asia', theirs: 'cars all europe' }, []],
    ['is not said to meet ours where nothing shared is known', { ours: 'cars - -', theirs: '- all asia' }, []],
  ])('%s', (_name, domains, verdicts) => {
    expect(
      screens(register(domains))
        .get('a')
        ?.collisions?.map(({ overlap }) => overlap) ?? null,
    ).toEqual(verdicts);
  });

  it('is also that of its house, and says whose it is', () => {
    const of = register({ ours: 'cars all asia', theirs: 'cars all asia' }, { group: ['a', 'sister'] });
    const withSister = registerOf({
      ...of,
      organisations: [
        ...of.organisations,
        ...of.organisations
          .slice(0, 1)
          .map((one) => ({ ...one, id: 'sister', slug: 'sister' as Slug, name: 'sister' })),
      ],
    });
    const sister = screens(withSister).get('sister');
    expect(sister?.collisions).toMatchObject([{ alliance: 'ours', theirs: 'theirs', by: 'a', overlap: 'certain' }]);
  });

  it('is read on a day: what had not begun, and the alliance the partner is for, do not count', () => {
    const of = register({ ours: 'cars all asia', theirs: 'cars all asia' });
    expect(screens(of, { day: '2000-12-31' }).get('a')?.collisions).toBeNull();
    expect(screens(of, { besides: 'ours' }).get('a')?.collisions).toEqual([]);
    expect(screens(of, { besides: 'theirs' }).get('a')?.collisions).toBeNull();
  });
});

describe('ties of a candidate', () => {
  it('are the alliances in which it is, and partners of its house', () => {
    const of = register({}, { group: ['p', 'a'] });
    const found = screens(of);
    expect(found.get('p')).toMatchObject({ partnerIn: ['ours'], sameHouse: [], house: { id: 'group' } });
    expect(found.get('a')).toMatchObject({ partnerIn: [], sameHouse: [{ partner: 'p', alliance: 'ours' }] });
    expect(found.get('b')).toMatchObject({ partnerIn: [], sameHouse: [], house: null });
    expect(screens(of, { besides: 'ours' }).get('a')?.sameHouse).toEqual([]);
  });

  it('are asked of neither the firm itself nor its ventures', () => {
    expect([...screens(register()).keys()].sort()).toEqual(['a', 'b', 'p']);
  });
});

it('the size of a candidate is its latest figure by the day, unknown where there is none', () => {
  const of = register();
  const measure = (id: string, date: string, value: string | null) => {
    const read = EdtfDate.parse(date);
    if (!read.ok) throw new Error(date);
    const blank = { unit: 'people', scope: null, item: null, status: null, bound: null, order: null };
    const subject = { kind: 'organisation', id: 'a' } as const;
    return { id, slug: id as Slug, of: subject, quantity: 'employees', value, date: read.value, ...blank };
  };
  const measures = [measure('m1', '2003', '300'), measure('m2', '2005', '500'), measure('m3', '2020', '900')];
  const found = screens(registerOf({ ...of, measures }));
  expect(found.get('a')?.sizes).toMatchObject([{ quantity: 'employees', value: '500', date: '2005' }]);
  expect(found.get('b')?.sizes).toEqual([]);
});
