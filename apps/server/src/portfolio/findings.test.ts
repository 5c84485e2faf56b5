import { findingsAnswer, whatIfAnswer } from '@entente/contract/portfolio';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { configurationFrom } from '../platform/configuration.ts';
import { shippedLibrary } from '../register/case-library.ts';
import { insertMissingTerms } from '../register/domain-terms.store.ts';
import { createDemoWorkspace, localCaller } from '../register/demo.commands.ts';
import { registerRoom } from '../register/register.routes.ts';
import { testServer, type TestServer } from '../register/test-server.ts';
import { loadCaseReviews } from './case-reviews.commands.ts';
import { portfolioRoom } from './portfolio.routes.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer([registerRoom, portfolioRoom]);
  const configuration = configurationFrom({ ENTENTE_DEMO: '1' });
  if (!configuration.ok) throw new Error('the default configuration holds');
  const { rows, terms, reviews } = shippedLibrary(configuration.value.projectFolder);
  await createDemoWorkspace(
    await localCaller(server.database.app, '2026-11-22'),
    () => Promise.resolve(rows),
    async (transaction) => {
      await insertMissingTerms(transaction, terms);
      await loadCaseReviews(transaction, reviews);
    },
  );
});

const of = (firm: string, rest: string): string => `/workspaces/demo/organisations/${firm}/${rest}`;

describe('findings over HTTP', () => {
  const verdictsIn = async (path: string) => {
    const { status, body } = await server.ask('GET', path);
    const { findings, day } = findingsAnswer.parse(body);
    return { status, day, verdicts: new Map(findings.map(({ code, verdict }) => [code, verdict])), findings };
  };

  it('follow the as-of date: the learning link of China Motor', async () => {
    const [early, late] = [
      await verdictsIn(of('cmc', 'findings?sources=000&asOf=2005')),
      await verdictsIn(of('cmc', 'findings?sources=000&asOf=2015')),
    ];
    expect([early.day, early.verdicts.get('learning-link'), early.verdicts.get('lock-in')]).toEqual([
      '2005-12-31',
      'not-enough-data',
      'not-supported',
    ]);
    expect([late.verdicts.get('learning-link'), late.verdicts.get('lock-in'), late.verdicts.get('P2a')]).toEqual([
      'supported',
      'supported',
      'not-supported',
    ]);
    const [fact] = late.findings.find(({ code }) => code === 'learning-link')?.deciding ?? [];
    expect(fact).toMatchObject({
      words: 'Taiwanese: fewer than in 2006',
      evidence: ['section 4.1.3', 'Appendix B', 'section 5, Proposition 2'].map((place) => ({ source: '000', place })),
    });
  });

  it('read segmentation and diverts: Lioho makes room, China Motor\u2019s partner turns elsewhere', async () => {
    const lioho = await verdictsIn(of('lioho', 'findings?sources=000&asOf=2005'));
    expect(lioho.verdicts.get('P3')).toBe('supported');
    const index = lioho.findings.find(({ code }) => code === 'P3')?.inputs.find(({ name }) => name === 'segmentation');
    expect(index?.value).toEqual({ kind: 'shares', from: 1 - 5 / 44, to: 1 });
    const cmc = await verdictsIn(of('cmc', 'findings?sources=000&asOf=2015'));
    expect([cmc.verdicts.get('partner-diverts'), cmc.verdicts.get('P3')]).toEqual(['supported', 'not-supported']);
    expect((await verdictsIn(of('cmc', 'findings?sources=000&asOf=2011'))).verdicts.get('partner-diverts')).toBe(
      'not-supported',
    );
  });

  it('are not decided by contributions that are made up, and are by a review that was held', async () => {
    const path = of('lioho', 'findings?sources=000&asOf=2015');
    expect((await verdictsIn(path)).verdicts.get('equity-misaligned')).toBe('not-enough-data');
    const held = sql`update app.review set illustrative = false`;
    const rows = await server.database.superuser.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      await held.execute(transaction);
      await sql`update app.review set version = version + 1`.execute(transaction);
    });
    expect(rows).toBeUndefined();
    const { findings, verdicts } = await verdictsIn(path);
    expect(verdicts.get('equity-misaligned')).toBe('supported');
    expect(findings.find(({ code }) => code === 'equity-misaligned')?.deciding).toHaveLength(3);
  });

  it('follow what the rules ask for', async () => {
    const { verdicts } = await verdictsIn(of('cmc', 'findings?sources=000&asOf=2015&recentYears=25'));
    expect(verdicts.get('lock-in')).toBe('not-supported');
  });

  it('read to the last fact when no day is asked, and of a house too', async () => {
    expect((await verdictsIn(of('ffg', 'findings?sources=000'))).day).toBe('2015-12-31');
    expect((await verdictsIn('/workspaces/demo/houses/toyota/findings?population=all')).status).toBe(200);
  });

  it.each([
    ['an unknown firm', of('nobody', 'findings'), 404],
    ['an unknown source', of('cmc', 'findings?sources=999'), 422],
    ['an impossible date', of('cmc', 'findings?asOf=2005-02-30'), 400],
    ['no years', of('cmc', 'findings?longYears=0'), 400],
    ['an index over one', of('cmc', 'findings?segmentedAt=2'), 400],
  ])('refuse %s', async (_fault, path, status) => {
    expect((await server.ask('GET', path)).status).toBe(status);
  });
});

describe('what if over HTTP', () => {
  const WITH_GAIG = {
    partner: { organisation: 'gaig' },
    form: 'joint-venture',
    start: '2016',
    resources: [{ kind: 'product-design', subject: 'suv-models' }],
    domain: { product: 'small-commercial-vehicles', market: 'china' },
  };
  const WITH_MITSUBISHI = { partner: { organisation: 'mitsubishi-motors' }, form: 'joint-venture', start: '2016' };
  const ask = (candidates: readonly unknown[], more: Record<string, unknown> = {}, firm = 'cmc') =>
    server.ask('POST', of(firm, 'what-if?sources=000&asOf=2015'), { candidates, ...more });

  it('sets candidates side by side against today', async () => {
    const { status, body } = await ask([WITH_GAIG, WITH_MITSUBISHI], {
      aims: { 'more-houses': 2, 'fewer-concerns': 1 },
    });
    const { today, outlooks, scores, day } = whatIfAnswer.parse(body);
    expect([status, day, today.scope, today.label]).toEqual([200, '2016-01-01', 2, 'optimization']);
    expect(outlooks.map(({ type, after }) => [type, after.scope])).toEqual([
      ['diversification', 3],
      ['optimization', 2],
    ]);
    expect(outlooks[0]?.changes).toContainEqual({ code: 'lock-in', before: 'supported', after: 'not-supported' });
    expect(scores?.map(({ score }) => score)).toEqual([1, 0, 0]);
  });

  it('says who may retaliate, and that nothing is said where no domain is given', async () => {
    const { outlooks } = whatIfAnswer.parse((await ask([WITH_GAIG, WITH_MITSUBISHI])).body);
    const told = outlooks[0]?.retaliators?.map(({ partner, alliance, certain, shared, open }) => [
      partner.name,
      alliance.slug,
      certain,
      shared.join(),
      open.join(),
    ]);
    // The contract is for motor vehicles, which small commercial vehicles are by the classification.
    expect(told).toEqual([
      ['Mitsubishi Motors Corporation', 'mitsubishi-technology-contract', false, 'product', 'market,region'],
      ['Fujian Motor Industry Group', 'fujian-southeast', false, 'product,market', 'region'],
      ['Mitsubishi Motors Corporation', 'fujian-southeast', false, 'product,market', 'region'],
    ]);
    expect(outlooks[1]?.retaliators).toBeNull();
  });

  it('tells what the move collides with, who else supplies it, and where the firm would stand', async () => {
    const { segmentation, redundancy, position, outlooks } = whatIfAnswer.parse(
      (await ask([WITH_GAIG, WITH_MITSUBISHI])).body,
    );
    const [gaig, mitsubishi] = outlooks;
    expect(gaig?.collisions?.after.pairs).toBeGreaterThan(segmentation.pairs);
    expect(gaig?.collisions?.added.map(({ alliance, overlap }) => [alliance.slug, overlap])).toContainEqual([
      'fujian-southeast',
      'possible',
    ]);
    expect(gaig?.redundancy.brought.map(({ subject }) => subject)).toEqual(gaig?.fresh.map((key) => key.split(':')[1]));
    expect(gaig?.redundancy.after.singleSourced).toBeGreaterThan(redundancy.singleSourced);
    expect([position.degree, gaig?.position.degree, mitsubishi?.position.degree]).toEqual([
      position.degree,
      position.degree + 1,
      position.degree,
    ]);
    expect(gaig?.position.constraint).toBeLessThan(position.constraint ?? 0);
    const sum = gaig?.position.contacts.reduce((total, { constraint }) => total + constraint, 0);
    expect(sum).toBeCloseTo(gaig?.position.constraint ?? -1, 9);
  });

  it('writes nothing', async () => {
    const count = async () => (await server.ask('GET', '/workspaces/demo/alliances?limit=1')).body['total'];
    const before = await count();
    await ask([WITH_GAIG]);
    expect(await count()).toEqual(before);
  });

  it.each<[string, unknown, number, string | null]>([
    ['a partner nobody knows', { ...WITH_GAIG, partner: { organisation: 'nobody' } }, 422, 'record-unknown'],
    ['a house nobody knows', { ...WITH_GAIG, partner: { house: 'nobody' } }, 422, 'record-unknown'],
    ['the firm itself', { ...WITH_GAIG, partner: { organisation: 'cmc' } }, 422, 'candidate-own'],
    ['a venture of its own', { ...WITH_GAIG, partner: { organisation: 'fujian-southeast' } }, 422, 'candidate-own'],
    ['no form', { ...WITH_GAIG, form: undefined }, 422, null],
    ['an impossible date', { ...WITH_GAIG, start: '2016-13' }, 422, null],
    ['a share over 100', { ...WITH_GAIG, ownShare: '101' }, 422, null],
  ])('refuses %s', async (_fault, candidate, status, code) => {
    const reply = await ask([candidate]);
    expect([400, status]).toContain(reply.status);
    if (code !== null) expect(reply.body['code']).toBe(code);
    if (code === 'candidate-own') expect(JSON.stringify(reply.body)).toContain('/candidates/0/partner');
  });

  it('takes twelve candidates, not thirteen and not none', async () => {
    const many = (size: number) => Array.from({ length: size }, () => WITH_MITSUBISHI);
    expect((await ask(many(12))).status).toBe(200);
    for (const size of [0, 13]) expect([400, 422]).toContain((await ask(many(size))).status);
  });
});
