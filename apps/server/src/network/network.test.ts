import { type NetworkAnswer, networkAnswer, NODE_MEASURES } from '@entente/contract/network';
import { networkTiesAnswer } from '@entente/contract/portfolio';
import { registerFromSources } from '@entente/core/register';
import {
  allianceNetwork,
  allNodes,
  Memberships,
  NETWORK_MEASURES,
  networkFigures,
  networkMeasures,
  pathSums,
  registerMemberships,
} from '@entente/engine/network';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configurationFrom } from '../platform/configuration.ts';
import { portfolioRoom } from '../portfolio/portfolio.routes.ts';
import { shippedCases } from '../register/case-library.ts';
import { createDemoWorkspace, localCaller } from '../register/demo.commands.ts';
import { registerRoom } from '../register/register.routes.ts';
import { testServer, type TestServer } from '../register/test-server.ts';
import { FiguresDesk } from './figures-desk.ts';
import { networkRoom } from './network.routes.ts';

let server: TestServer;
const configuration = configurationFrom({ ENTENTE_DEMO: '1' });
if (!configuration.ok) throw new Error('the default configuration holds');
const rows = shippedCases(configuration.value.projectFolder);
const register = registerFromSources(rows, null);

beforeAll(async () => {
  server = await testServer([registerRoom, portfolioRoom, networkRoom]);
  await createDemoWorkspace(await localCaller(server.database.app, '2026-11-22'), () => Promise.resolve(rows));
});

const network = async (query = ''): Promise<NetworkAnswer> => {
  const { status, body } = await server.ask('GET', `/workspaces/demo/network${query}`);
  expect(status).toBe(200);
  return networkAnswer.parse(body);
};

/** `a-b`: each tie by its slugs. */
const tied = ({ nodes, ties }: NetworkAnswer): string[] =>
  ties.source.map((source, nth) => `${nodes.slug[source] ?? ''}-${nodes.slug[ties.target[nth] ?? -1] ?? ''}`);

describe('a network over HTTP', () => {
  it('has the measures that the engine computes from the same rows without a database', async () => {
    const memberships = new Memberships((name) => name);
    for (const each of registerMemberships(register, '2005-12-31')) memberships.add(each);
    const expected = allianceNetwork(memberships, { level: 'organisation', asOf: 20051231, largest: 1_000 });
    const columns = networkMeasures(
      expected.graph,
      NETWORK_MEASURES,
      pathSums(expected.graph, allNodes(expected.graph)),
    );
    const { nodes, measures, ties, searches, asOf } = await network('?asOf=2005');
    expect([asOf, searches]).toEqual(['2005-12-31', nodes.slug.length]);
    expect(nodes.slug.map((slug) => `organisation:${slug}`)).toEqual(expected.names);
    expect(nodes.slug).toContain('lioho');
    for (const [nth, measure] of NETWORK_MEASURES.entries())
      expect(measures[measure]?.map((value) => value ?? Number.NaN)).toEqual(Array.from(columns[nth] ?? []));
    expect(ties.source).toHaveLength(expected.graph.neighbours.length / 2);
  });

  it('knows the measures of the engine by the same names', () => {
    expect(NODE_MEASURES).toEqual(NETWORK_MEASURES);
  });

  it('changes with the day, and tells the years of change whatever the day', async () => {
    const [early, late] = [await network('?asOf=1990'), await network('?asOf=2005')];
    expect(tied(late).length).toBeGreaterThan(tied(early).length);
    expect(early.years).toEqual(late.years);
    expect(early.years.year).toContain(1995);
  });

  it('joins houses, and names the house of each organisation', async () => {
    const houses = await network('?asOf=2005&level=house');
    const at = houses.nodes.slug.indexOf('toyota');
    expect([houses.nodes.kind[at], houses.houses[houses.nodes.house[at] ?? -1]?.slug]).toEqual(['house', 'toyota']);
    const firms = await network('?asOf=2005');
    expect(houses.nodes.slug.length).toBeLessThan(firms.nodes.slug.length);
    const member = firms.nodes.slug.indexOf('toyota-industry');
    if (member !== -1) expect(firms.houses[firms.nodes.house[member] ?? -1]?.slug).toBe('toyota');
  });

  it('takes only what the chosen sources tell', async () => {
    const some = await network('?sources=003');
    expect(some.nodes.slug).toContain('mazda');
    expect(some.nodes.slug).not.toContain('lioho');
  });

  it('computes the measures that are asked for alone', async () => {
    const { measures, searches } = await network('?measures=degree,k-core');
    expect([Object.keys(measures), searches]).toEqual([['degree', 'k-core'], 0]);
  });

  it('tells what stands on no day', async () => {
    const { left } = await network('?asOf=2005');
    const undated = registerMemberships(register, '2005-12-31').filter(({ from }) => from === null);
    expect(left.undated.memberships).toBe(undated.length);
    expect((await network()).left.undated.memberships).toBe(0);
  });

  it.each([
    ['an unknown workspace', '/workspaces/nowhere/network', 404, 'workspace-not-found'],
    ['an unknown source', '/workspaces/demo/network?sources=000,999', 422, 'record-unknown'],
    ['an unknown measure', '/workspaces/demo/network?measures=beauty', 422, null],
    ['an impossible date', '/workspaces/demo/network?asOf=2005-02-30', 422, null],
    ['an unknown parameter', '/workspaces/demo/network?colour=red', 422, null],
    ['an unknown firm', '/workspaces/demo/organisations/nobody/network-ties', 404, 'record-not-found'],
  ])('refuses %s', async (_fault, path, status, code) => {
    const reply = await server.ask('GET', path);
    expect([400, status]).toContain(reply.status);
    if (code !== null) expect(reply.body['code']).toBe(code);
  });
});

describe('the ties of a node', () => {
  it.each([
    ['organisations/lioho', '?asOf=2005', 'lioho'],
    ['houses/toyota', '?asOf=2005&level=house', 'toyota'],
  ])('of %s are as many as its degree and strength, each alliance with its sources', async (path, query, slug) => {
    const { body } = await server.ask('GET', `/workspaces/demo/${path}/network-ties${query}`);
    const { partners, sources } = networkTiesAnswer.parse(body);
    const { nodes, measures } = await network(query);
    const at = nodes.slug.indexOf(slug);
    const meetings = partners.flatMap(({ alliances }) => alliances);
    expect([partners.length, meetings.length]).toEqual([measures.degree?.[at], measures.strength?.[at]]);
    for (const { own, theirs } of meetings)
      for (const { evidence } of [...own, ...theirs])
        for (const { source } of evidence) expect(sources.map(({ key }) => key)).toContain(source);
  });

  it('are none for a firm that takes part in nothing on the day', async () => {
    const { status, body } = await server.ask('GET', '/workspaces/demo/organisations/lioho/network-ties?asOf=1900');
    expect([status, networkTiesAnswer.parse(body).partners]).toEqual([200, []]);
  });
});

describe('networks computed in a worker', () => {
  const desk = new FiguresDesk(0);
  afterAll(() => desk.close());

  it('are those of the own thread to the last bit, also two at a time', async () => {
    const question = {
      memberships: registerMemberships(register, null).map(({ row: _row, of: _of, ...plain }) => plain),
      level: 'organisation',
      asOf: null,
      largest: 1_000,
      measures: NETWORK_MEASURES,
      mostSearches: 20,
      seed: 3,
      forms: [],
    } as const;
    const [one, other] = await Promise.all([desk.figuresOf(question), desk.figuresOf({ ...question, level: 'house' })]);
    expect(one).toEqual(networkFigures(question));
    expect(other).toEqual(networkFigures({ ...question, level: 'house' }));
  });
});
