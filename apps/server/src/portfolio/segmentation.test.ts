import { segmentationAnswer } from '@entente/contract/portfolio';
import { beforeAll, describe, expect, it } from 'vitest';
import { configurationFrom } from '../platform/configuration.ts';
import { shippedLibrary } from '../register/case-library.ts';
import { insertMissingTerms } from '../register/domain-terms.store.ts';
import { createDemoWorkspace, localCaller } from '../register/demo.commands.ts';
import { registerRoom } from '../register/register.routes.ts';
import { testServer, type TestServer } from '../register/test-server.ts';
import { portfolioRoom } from './portfolio.routes.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer([registerRoom, portfolioRoom]);
  const configuration = configurationFrom({ ENTENTE_DEMO: '1' });
  if (!configuration.ok) throw new Error('the default configuration holds');
  const { projectFolder } = configuration.value;
  const { rows, terms } = shippedLibrary(projectFolder);
  await createDemoWorkspace(
    await localCaller(server.database.app, '2026-11-22'),
    () => Promise.resolve(rows),
    (transaction) => insertMissingTerms(transaction, terms),
  );
});

const LIOHO = '/workspaces/demo/organisations/lioho/portfolio/segmentation';
const read = async (path: string) => segmentationAnswer.parse((await server.ask('GET', path)).body);

describe('the segmentation of a portfolio over HTTP', () => {
  it('is what the same rows give without a database: Lioho in 2005', async () => {
    const answer = await read(`${LIOHO}?sources=000&asOf=2005`);
    expect(answer).toMatchObject({ day: '2005-12-31', pairs: 44, certain: 0, possible: 5, index: { to: 1 } });
    const [first] = answer.collisions;
    const alliances = [first?.one, first?.other].map((place) => answer.alliances[place ?? -1]);
    expect(alliances.map((each) => each?.slug)).toEqual(['fujiwa', 'tiaf']);
    expect(alliances[0]?.areas[0]).toMatchObject({
      product: 'casting',
      market: null,
      region: 'kunshan',
      evidence: [{ source: '000', place: 'Table 7' }],
    });
    expect(first?.carveOuts.length).toBeGreaterThan(0);
    expect(answer.terms).toContainEqual({
      dimension: 'region',
      term: 'kunshan',
      broader: ['jiangsu', 'china', 'asia', 'world'],
      classified: true,
    });
  });

  it('lists all the sources that can be chosen, whichever were', async () => {
    const [some, all] = [await read(`${LIOHO}?sources=000&asOf=2005`), await read(`${LIOHO}?asOf=2005`)];
    expect(some.choosable).toEqual(all.choosable);
    expect(some.sources).toEqual(['000']);
    expect(some.choosable.find(({ key }) => key === '001')?.claims).toBeGreaterThan(10);
  });

  it('finds Mitsubishi with GAIG, and what else the article gives as the cause', async () => {
    const { diverts } = await read('/workspaces/demo/organisations/cmc/portfolio/segmentation?asOf=2012');
    expect(diverts).toMatchObject([
      {
        party: { slug: 'mitsubishi-motors' },
        elsewhere: { slug: 'gmmc' },
        against: { slug: 'fujian-southeast' },
        since: '2012',
      },
    ]);
    // One cause once, with both places that give it; two places date the event differently.
    expect(diverts[0]?.causes).toContainEqual({
      event: 'mitsubishi-cuts-supply',
      title: 'Mitsubishi Motors supplies far fewer products to Fujian Southeast',
      date: '2010',
      dateDisputed: true,
      cause: 'poor performance at home',
      evidence: [
        { source: '000', place: 'section 4.1.2' },
        { source: '000', place: 'Appendix B' },
      ],
    });
    expect(diverts[0]?.causes.map(({ cause }) => cause)).toContain(
      'resources and models went to GAC Mitsubishi Motors',
    );
  });

  it('changes with the classification at once, and back', async () => {
    const list = (await server.ask('GET', '/workspaces/demo/domain-terms')).body['items'] as {
      id: string;
      term: string;
      version: number;
    }[];
    const dieCasting = list.find(({ term }) => term === 'die-casting');
    const address = `/workspaces/demo/domain-terms/${dieCasting?.id ?? ''}`;
    const moved = await server.ask(
      'PATCH',
      address,
      { broader: 'casting' },
      { 'if-match': `"${dieCasting?.version ?? 0}"` },
    );
    expect(moved.status).toBe(200);
    // As a kind of casting, what Liofung Tool & Die makes may meet what Fujiwa makes in the same town.
    expect(await read(`${LIOHO}?sources=000&asOf=2005`)).toMatchObject({ pairs: 44, possible: 6 });
    const back = await server.ask(
      'PATCH',
      address,
      { broader: 'automobile-parts' },
      { 'if-match': String(moved.headers['etag']) },
    );
    expect(back.status).toBe(200);
    expect(await read(`${LIOHO}?sources=000&asOf=2005`)).toMatchObject({ pairs: 44, possible: 5 });
  });

  it('reads a house, another level and another population', async () => {
    const house = await read('/workspaces/demo/houses/toyota/portfolio/segmentation?population=all');
    expect([house.focal, house.population]).toEqual(['toyota', 'all']);
    const organisations = await read(`${LIOHO}?sources=000&asOf=2005&level=organisation`);
    expect(organisations.pairs).toBeGreaterThan(44);
  });

  it.each([
    ['an unknown firm', '/workspaces/demo/organisations/nobody/portfolio/segmentation', 404, 'record-not-found'],
    [
      'an unknown workspace',
      '/workspaces/nowhere/organisations/lioho/portfolio/segmentation',
      404,
      'workspace-not-found',
    ],
    ['an unknown source', `${LIOHO}?sources=999`, 422, 'record-unknown'],
    ['an impossible date', `${LIOHO}?asOf=2005-02-30`, 422, null],
  ])('refuses %s', async (_fault, path, status, code) => {
    const reply = await server.ask('GET', path);
    expect([400, status]).toContain(reply.status);
    if (code !== null) expect(reply.body['code']).toBe(code);
  });
});
