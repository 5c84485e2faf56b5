import { portfolioAnswer } from '@entente/contract/portfolio';
import { beforeAll, describe, expect, it } from 'vitest';
import { configurationFrom } from '../platform/configuration.ts';
import { shippedCases } from '../register/case-library.ts';
import { createDemoWorkspace, localCaller } from '../register/demo.commands.ts';
import { registerRoom } from '../register/register.routes.ts';
import { testServer, type TestServer } from '../register/test-server.ts';
import { portfolioRoom } from './portfolio.routes.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer([registerRoom, portfolioRoom]);
  const configuration = configurationFrom({ ENTENTE_DEMO: '1' });
  if (!configuration.ok) throw new Error('the default configuration holds');
  const rows = shippedCases(configuration.value.projectFolder);
  await createDemoWorkspace(await localCaller(server.database.app, '2026-11-22'), () => Promise.resolve(rows));
});

const LIOHO = '/workspaces/demo/organisations/lioho/portfolio';

describe('a portfolio over HTTP', () => {
  it('is what the same rows give without a database, whatever the ids', async () => {
    const { status, body } = await server.ask('GET', `${LIOHO}?sources=000`);
    const { report } = portfolioAnswer.parse(body);
    const labels = new Map(report.path.map(({ year, label }) => [year, label]));
    expect([status, report.population, labels.get(1995), labels.get(2005), labels.get(2015)]).toEqual([
      200,
      'joint-ventures',
      'optimization',
      'diversification',
      'diversification',
    ]);
    const casting = report.moves.find((move) => move.alliance === 'toyota-industry-kunshan' && move.kind === 'formed');
    expect(casting).toMatchObject({
      date: '1994',
      partner: 'existing',
      resource: 'new',
      type: 'resource-development',
      resources: ['technology:casting'],
    });
    expect(casting?.evidence[0]).toEqual({ source: '000', place: 'Table 7' });
  });

  it('reads to the as-of date', async () => {
    const { body } = await server.ask('GET', `${LIOHO}?asOf=1995`);
    expect(portfolioAnswer.parse(body).report.path.at(-1)).toMatchObject({ year: 1995, label: 'optimization' });
  });

  it('names what it mentions, and draws a lane for each partner house', async () => {
    const { body } = await server.ask('GET', LIOHO);
    const { report, names, milestones, sources } = portfolioAnswer.parse(body);
    for (const { alliance } of [...report.moves, ...report.founding]) expect(names.alliances[alliance]).toBeTruthy();
    expect(milestones.lanes.map((lane) => lane.slug)).toContain('toyota');
    expect(sources.map((source) => source.key)).toContain('000');
  });

  it('reads the portfolio of a house', async () => {
    const { status, body } = await server.ask('GET', '/workspaces/demo/houses/toyota/portfolio?population=all');
    expect([status, portfolioAnswer.parse(body).report.focal]).toEqual([200, 'toyota']);
  });

  it('changes with the register', async () => {
    const before = portfolioAnswer.parse((await server.ask('GET', LIOHO)).body).report.path.at(-1);
    const joined = { alliance: 'takaoka-wafangdian', organisation: 'ford', from: '2020' };
    const added = await server.ask('POST', '/workspaces/demo/memberships', joined);
    expect(added.status).toBe(201);
    const after = portfolioAnswer.parse((await server.ask('GET', LIOHO)).body).report.path.at(-1);
    expect(after?.scope).toBe((before?.scope ?? 0) + 1);
  });

  it.each([
    ['an unknown firm', '/workspaces/demo/organisations/nobody/portfolio', 404, 'record-not-found'],
    ['an unknown workspace', '/workspaces/nowhere/organisations/lioho/portfolio', 404, 'workspace-not-found'],
    ['an unknown source', `${LIOHO}?sources=000,999`, 422, 'record-unknown'],
    ['a window of no years', `${LIOHO}?window=0`, 422, null],
    ['an impossible date', `${LIOHO}?asOf=2005-02-30`, 422, null],
    ['an unknown parameter', `${LIOHO}?colour=red`, 422, null],
  ])('refuses %s', async (_fault, path, status, code) => {
    const reply = await server.ask('GET', path);
    expect([400, status]).toContain(reply.status);
    if (code !== null) expect(reply.body['code']).toBe(code);
  });
});
