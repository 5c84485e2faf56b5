import { describe, expect, test } from 'vitest';
import { allianceNetwork } from './alliance-network.ts';
import { allNodes } from './centrality.ts';
import { NETWORK_MEASURES, networkMeasures } from './measures.ts';
import { Memberships } from './memberships.ts';
import { type FiguresQuestion, networkFigures } from './network-figures.ts';
import { partnersOfNode } from './partners-of-node.ts';
import { dayNumberOf, registerMemberships, yearsOfChange } from './register-memberships.ts';
import { type AllianceSketch, registerFrom } from './register.test-data.ts';
import { pathSums } from './shortest-paths.ts';

const FORMS = ['joint-venture', 'licence'] as const;
const ALLIANCES: readonly AllianceSketch[] = [
  { id: 'one', form: 'joint-venture', venture: 'child', start: '1995', members: ['a', 'b'] },
  { id: 'two', form: 'licence', start: '1998', end: '2004', members: ['a', 'b', 'c'] },
  { id: 'three', start: '2001~', members: ['c', { who: 'd', from: '2010', to: '2012' }] },
  { id: 'four', members: ['a', 'e'] },
];
const HOUSES = [
  { house: 'h', who: 'b' },
  { house: 'h', who: 'c', from: '1990', to: '2000' },
  { house: 'k', who: 'c', from: '2000' },
];

const asked = (day: string | null, more: Partial<FiguresQuestion> = {}): FiguresQuestion => ({
  memberships: registerMemberships(registerFrom(ALLIANCES, HOUSES), day),
  level: 'organisation',
  asOf: day === null ? null : dayNumberOf(day),
  largest: 1_000,
  measures: NETWORK_MEASURES,
  mostSearches: 100,
  seed: 1,
  forms: FORMS,
  ...more,
});

/** `a-b 2 3`: each tie with its weight and its mask of forms. */
function told(question: FiguresQuestion): string[] {
  const { names, ties } = networkFigures(question);
  const short = (node: number | undefined): string => names[node ?? -1]?.replace('organisation:', '') ?? '?';
  return ties.source.map(
    (source, nth) => `${short(source)}-${short(ties.target[nth])} ${ties.weight[nth]} ${ties.forms[nth]}`,
  );
}

describe('the network of a register', () => {
  test('ties members as often as they meet, with the forms of the alliances; an unstated form has the last bit', () => {
    expect(told(asked(null))).toEqual(['a-b 2 3', 'a-c 1 2', 'a-e 1 4', 'b-c 1 2', 'c-d 1 4']);
  });

  test.each([
    ['1994-12-31', []],
    ['1995-01-01', ['a-b 1 1']],
    ['2003-12-31', ['a-b 2 3', 'a-c 1 2', 'b-c 1 2']],
    ['2004-01-01', ['a-b 1 1']],
    ['2010-01-01', ['a-b 1 1', 'c-d 1 4']],
    ['2012-01-01', ['a-b 1 1']],
  ])('on %s it has what has begun and not ended, on the earliest readings', (day, ties) => {
    expect(told(asked(day))).toEqual(ties);
  });

  test('a venture is no partner of its parents, and an undated membership holds on no day and is told', () => {
    const { names, left } = networkFigures(asked('2003-12-31'));
    expect(names).toEqual(['organisation:a', 'organisation:b', 'organisation:c']);
    expect(left).toMatchObject({ undated: 2, oneMember: 1 });
  });

  test('on the level of houses an organisation stands for the house that it has on the day, else for itself', () => {
    const houses = (day: string | null): string[] => told(asked(day, { level: 'house' }));
    expect(houses('1999-06-01')).toEqual(['house:h-a 2 3']);
    expect(houses('2003-06-01')).toEqual(['house:h-house:k 1 2', 'house:h-a 2 3', 'house:k-a 1 2']);
  });

  test('every measure is that of the whole network, null where it is not defined', () => {
    const question = asked(null);
    const memberships = new Memberships((name) => name);
    for (const each of question.memberships) memberships.add(each);
    const { graph } = allianceNetwork(memberships, question);
    const expected = networkMeasures(graph, NETWORK_MEASURES, pathSums(graph, allNodes(graph)));
    const figures = networkFigures(question);
    expect(figures.measures.map((values) => values.map((value) => value ?? Number.NaN))).toEqual(
      expected.map((values) => Array.from(values)),
    );
    expect(figures.searches).toBe(5);
    const alone = networkFigures(
      asked('2001-06-01', { measures: ['constraint'], memberships: asked(null).memberships.slice(5, 6) }),
    );
    expect(alone).toMatchObject({ names: ['organisation:c'], measures: [[null]], searches: 0 });
  });

  test('more firms than searches are sampled, and it is told', () => {
    expect(networkFigures(asked(null, { mostSearches: 2 })).searches).toBe(2);
  });

  test('an alliance beyond the bound ties nobody, in ties and forms alike', () => {
    expect(told(asked(null, { largest: 2 }))).toEqual(['a-b 1 1', 'a-e 1 4', 'c-d 1 4']);
  });
});

describe('years of change', () => {
  test('count beginnings and ends of memberships', () => {
    const years = yearsOfChange(registerMemberships(registerFrom(ALLIANCES), null));
    expect(years).toEqual([
      { year: 1995, begun: 2, ended: 0 },
      { year: 1998, begun: 3, ended: 0 },
      { year: 2001, begun: 1, ended: 0 },
      { year: 2004, begun: 0, ended: 3 },
      { year: 2010, begun: 1, ended: 0 },
      { year: 2012, begun: 0, ended: 1 },
    ]);
  });
});

describe('the partners of a node', () => {
  const memberships = registerMemberships(registerFrom(ALLIANCES, HOUSES), '2003-06-01');
  const partners = (
    node: 'organisation:a' | 'house:k' | 'organisation:e',
    level: 'organisation' | 'house',
    largest = 1_000,
  ) => partnersOfNode(memberships, node, { level, asOf: 20030601, largest });

  test('stand with the alliances in which they meet, most first', () => {
    const found = partners('organisation:a', 'organisation')?.partners.map(({ key, alliances }) => [
      key,
      ...alliances.map(({ alliance }) => alliance.slug),
    ]);
    expect(found).toEqual([
      ['organisation:b', 'one', 'two'],
      ['organisation:c', 'two'],
    ]);
  });

  test('are as many as its degree and strength say', () => {
    const { names, measures } = networkFigures(
      asked('2003-06-01', { level: 'house', measures: ['degree', 'strength'] }),
    );
    const of = names.indexOf('house:k');
    const found = partners('house:k', 'house')?.partners ?? [];
    const meetings = found.reduce((sum, { alliances }) => sum + alliances.length, 0);
    expect([found.length, meetings]).toEqual(measures.map((values) => values[of]));
    expect(partners('house:k', 'house')?.alone.map(({ slug }) => slug)).toEqual(['three']);
  });

  test('leave out what is too large, and are null for who takes part in nothing', () => {
    expect(partners('organisation:a', 'organisation', 2)?.tooLarge.map(({ slug }) => slug)).toEqual(['two']);
    expect(partners('organisation:e', 'organisation')).toBeNull();
  });
});
