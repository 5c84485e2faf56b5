import { describe, expect, it } from 'vitest';
import { Period } from '../kernel/index.ts';
import { type DomainTerm, type Register, registerOf, termHierarchy } from '../register/index.ts';
import { activeAlliances } from './areas.ts';
import { type ExclusiveRight, exclusivityCollisions } from './exclusivities.ts';
import { ownSideOf } from './own-side.ts';
import { type AllianceDraft, registerFrom } from './register.test-data.ts';

const DAY = '2010-12-31';
const ALLIANCES: readonly AllianceDraft[] = [
  { id: 'a', start: '2000', members: ['p'] },
  { id: 'b', start: '2001', members: ['q'] },
];
const terms = termHierarchy(
  [
    ['cars', null],
    ['suv', 'cars'],
    ['boats', null],
  ].map(
    ([term, broader]): DomainTerm => ({
      dimension: 'product',
      term: term ?? '',
      broader: broader ?? null,
      reason: null,
    }),
  ),
);
const anywhere = { reach: 'anywhere' } as const;
const within = (term: string) => ({ reach: 'within', term }) as const;
const RIGHT: ExclusiveRight = {
  paper: 'paper',
  title: 'Cars with p alone',
  alliance: 'a',
  bound: ['focal'],
  towards: ['p'],
  product: within('cars'),
  market: anywhere,
  region: anywhere,
  from: null,
  until: null,
  clause: 'exclusivity',
};

function withProduct(register: Register, product: string | null): Register {
  const row = { id: 'd', alliance: 'b', product, market: null, region: null, activity: null, ...Period.always };
  return registerOf({ ...register, domains: [row] });
}

type Sketch = {
  readonly right?: Partial<ExclusiveRight>;
  readonly product?: string | null;
  readonly alliances?: readonly AllianceDraft[];
  readonly houses?: Readonly<Record<string, readonly string[]>>;
  readonly level?: 'house' | 'organisation';
};

function found({ right = {}, product = 'suv', alliances = ALLIANCES, houses = {}, level = 'house' }: Sketch = {}) {
  const register = withProduct(registerFrom(alliances, houses), product);
  const own = ownSideOf(register, { kind: 'organisation', id: 'focal' });
  const { active } = activeAlliances(register, own, { population: 'all', level, day: DAY });
  return exclusivityCollisions(register, own, terms, { active, level, day: DAY }, [{ ...RIGHT, ...right }]);
}
const verdict = (sketch: Sketch): string => found(sketch)[0]?.overlap ?? 'none';

describe('an alliance falls under an exclusivity of another', () => {
  it.each<readonly [string, Sketch, string]>([
    ['with a narrower product', {}, 'certain'],
    ['not with another product', { product: 'boats' }, 'none'],
    ['perhaps with an unknown product', { product: null }, 'possible'],
    [
      'for certain with an unknown product where all are exclusive',
      { product: null, right: { product: anywhere } },
      'certain',
    ],
    ['perhaps where nobody says what is exclusive', { right: { product: { reach: 'unknown' } } }, 'possible'],
    ['not where its partner is one towards whom it holds', { right: { towards: ['p', 'q'] } }, 'none'],
    ['not where its partner is of the house towards which it holds', { houses: { h: ['p', 'q'] } }, 'none'],
    ['where partners of one house are told apart', { houses: { h: ['p', 'q'] }, level: 'organisation' }, 'certain'],
    ['not where nobody in it is bound', { right: { bound: ['p'] } }, 'none'],
    ['where a bound partner is in it with the firm', { right: { bound: ['q'], towards: ['p'] } }, 'certain'],
    ['not before its first day', { right: { from: '2011-01-01' } }, 'none'],
    ['not after its last day', { right: { until: '2010-12-30' } }, 'none'],
    ['on its last day', { right: { until: DAY } }, 'certain'],
    [
      'not when its own alliance has ended',
      {
        alliances: [
          { id: 'a', start: '2000', end: '2009', members: ['p'] },
          { id: 'b', start: '2001', members: ['q'] },
        ],
      },
      'none',
    ],
    [
      'perhaps when its own alliance ended, nobody knows when',
      {
        alliances: [
          { id: 'a', start: '2000', end: 'unknown', members: ['p'] },
          { id: 'b', start: '2001', members: ['q'] },
        ],
      },
      'possible',
    ],
  ])('%s', (_case, sketch, expected) => {
    expect(verdict(sketch)).toBe(expected);
  });

  it('never its own alliance, and it says who is bound and who is the stranger', () => {
    expect(found().map(({ alliance, bound, outsiders }) => [alliance.alliance.id, bound, outsiders])).toEqual([
      ['b', ['focal'], ['q']],
    ]);
    expect(found({ alliances: [{ id: 'a', start: '2000', members: ['p', 'z'] }] })).toEqual([]);
  });
});
