import { firmReviewsAnswer, reviewRoutes, type ReviewAnswer } from '@entente/contract/portfolio';
import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditRoom } from '../audit/audit.routes.ts';
import { enrol, identifyByHeader, person, type TestPerson } from '../authorisation/test-people.store.ts';
import { configurationFrom } from '../platform/configuration.ts';
import { inWorkspace } from '../platform/database.ts';
import { shippedLibrary } from '../register/case-library.ts';
import { createDemoWorkspace, localCaller } from '../register/demo.commands.ts';
import { registerRoom } from '../register/register.routes.ts';
import { testServer } from '../register/test-server.ts';
import { loadCaseReviews } from './case-reviews.commands.ts';
import { portfolioRoom } from './portfolio.routes.ts';

const server = await testServer([registerRoom, portfolioRoom, auditRoom], identifyByHeader);
const { app, superuser } = server.database;
let workspaceId = '';
let owner: TestPerson;
let manager: TestPerson;
let second: TestPerson;
let contributor: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  const configuration = configurationFrom({ ENTENTE_DEMO: '1' });
  if (!configuration.ok) throw new Error('the default configuration holds');
  const { rows, reviews } = shippedLibrary(configuration.value.projectFolder);
  await createDemoWorkspace(
    await localCaller(app, '2026-11-22'),
    () => Promise.resolve(rows),
    (transaction) => loadCaseReviews(transaction, reviews),
  );
  [owner, manager, second, contributor, stranger] = (await Promise.all(
    ['Owner', 'Manager', 'Second', 'Contributor', 'Stranger'].map((name) => person(server.database, name)),
  )) as [TestPerson, TestPerson, TestPerson, TestPerson, TestPerson];
  const found = await sql<{ id: string }>`select id from app.workspace where slug = 'demo'`.execute(superuser);
  workspaceId = found.rows[0]?.id ?? '';
  await enrol(server.database, workspaceId, owner.id, 'owner');
  await enrol(server.database, workspaceId, manager.id, 'manager');
  await enrol(server.database, workspaceId, second.id, 'manager');
  await enrol(server.database, workspaceId, contributor.id, 'contributor');
});

type Method = Parameters<typeof server.ask>[0];
const ask = (who: TestPerson, method: Method, path: string, body?: unknown, version?: number) =>
  server.ask(method, `/workspaces/demo${path}`, body, {
    ...who.headers,
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  });
const reviewOf = (body: unknown): ReviewAnswer => reviewRoutes.get.answer.parse(body);
/** Past the API: a statement as somebody of the workspace. */
const as = <T>(who: { readonly id: string }, statement: RawBuilder<T>) =>
  inWorkspace(app, { workspaceId, actorId: who.id }, (transaction) => statement.execute(transaction));

const PARTS = (lioho: readonly string[], rest: readonly string[]) =>
  ['management', 'technology', 'order-quantity'].flatMap((criterion, at) => [
    { criterion, member: 'lioho', value: lioho[at] },
    { criterion, member: 'aisin-takaoka', value: rest[at] },
  ]);

/** A review of Takaoka Lioho (Tianjin) with these parts, handed in. */
async function submitted(who: TestPerson, more: Record<string, unknown> = {}): Promise<ReviewAnswer> {
  const made = await ask(who, 'POST', '/reviews', { alliance: 'takaoka-tianjin', date: '2015-12-30', ...more });
  const contributions = PARTS(['60', '60', '60'], ['40', '40', '40']);
  const changed = await ask(who, 'PATCH', `/reviews/${made.id}`, { contributions }, 1);
  if (changed.status !== 200) throw new Error(changed.text);
  return reviewOf((await ask(who, 'POST', `/reviews/${made.id}/submission`, undefined, 2)).body);
}

async function decided(who: TestPerson, more: Record<string, unknown> = {}): Promise<ReviewAnswer> {
  const { id } = await submitted(who, more);
  const shares = [
    { member: 'lioho', share: '49.99' },
    { member: 'aisin-takaoka', share: '50.01' },
  ];
  const reply = await ask(who, 'POST', `/reviews/${id}/decision`, { text: 'Move towards it', shares }, 3);
  return reviewOf(reply.body);
}

describe('the reviews of Lioho', () => {
  it('find the three drifting ventures, from figures that are marked as illustrative', async () => {
    const { body } = await ask(owner, 'GET', '/organisations/lioho/reviews?asOf=2015-12-30');
    const { alliances } = firmReviewsAnswer.parse(body);
    const drifting = alliances.filter(({ alerts }) => alerts.some(({ code }) => code === 'misaligned'));
    expect(
      drifting.map(({ alliance, misalignment, last }) => [alliance, misalignment?.points, last?.illustrative]).sort(),
    ).toEqual([
      ['fuzhou-ibara-lioho', '16', true],
      ['takaoka-tianjin', '15', true],
      ['toyota-industry-kunshan', '15', true],
    ]);
    const tianjin = alliances.find(({ alliance }) => alliance === 'takaoka-tianjin');
    expect(tianjin?.history.map(({ date, misalignment }) => [date, misalignment.points])).toEqual([
      ['2001-12-31', '0'],
      ['2014-12-31', '9'],
      ['2015-06-30', '15'],
    ]);
    expect(tianjin?.equity.map(({ key, equity, evidence }) => [key, equity, evidence[0]?.place])).toEqual([
      ['aisin-takaoka', '54', 'Table 7'],
      ['lioho', '46', 'Table 7'],
    ]);
    expect(tianjin?.due).toBe('2015-12-30');
    const late = firmReviewsAnswer.parse(
      (await ask(owner, 'GET', '/organisations/lioho/reviews?asOf=2016-06-30')).body,
    );
    expect(late.alliances.find(({ alliance }) => alliance === 'takaoka-tianjin')?.alerts).toContainEqual({
      code: 'overdue',
      due: '2015-12-30',
      never: false,
    });
  });

  it('tell an unknown stake as unknown', async () => {
    const { body } = await ask(owner, 'GET', '/organisations/lioho/reviews?asOf=2015-12-30');
    const guangzhou = firmReviewsAnswer.parse(body).alliances.find(({ alliance }) => alliance === 'takaoka-guangzhou');
    expect(guangzhou?.equity.find(({ key }) => key === 'aisin-takaoka')?.equity).toBeNull();
  });

  it('are not there for who reads no ratings, who is told the ventures alone', async () => {
    const { body } = await ask(contributor, 'GET', '/organisations/lioho/reviews?asOf=2015-12-30');
    const { alliances } = firmReviewsAnswer.parse(body);
    expect(alliances.length).toBeGreaterThan(10);
    expect(alliances.filter(({ last, contributions, draft }) => last ?? contributions ?? draft)).toEqual([]);
    expect((await ask(contributor, 'GET', '/reviews')).body).toEqual({ items: [] });
  });

  it('are read anew when one is written', async () => {
    const points = async () => {
      const { body } = await ask(owner, 'GET', '/organisations/lioho/reviews?asOf=2016-01-31');
      const { alliances } = firmReviewsAnswer.parse(body);
      return alliances.find(({ alliance }) => alliance === 'takaoka-tianjin')?.misalignment?.points;
    };
    expect(await points()).toBe('15');
    const { id } = await submitted(owner);
    expect(await points()).toBe('14');
    await ask(owner, 'POST', `/reviews/${id}/withdrawal`, { reason: 'Wrong figures' }, 3);
    expect(await points()).toBe('15');
  });
});

describe('a review', () => {
  it('goes from draft to signed decision', async () => {
    const review = await decided(owner);
    expect([review.state, review.misalignment.points, review.version, review.digest?.length]).toEqual([
      'decided',
      '14',
      4,
      64,
    ]);
    expect(review.decision).toMatchObject({ text: 'Move towards it', by: { name: 'Owner' } });
    const sign = (who: TestPerson) => ask(who, 'POST', `/reviews/${review.id}/signature`, { digest: review.digest });
    expect((await sign(owner)).status).toBe(200);
    expect((await sign(owner)).body['code']).toBe('signatures-full');
    const signed = reviewOf((await sign(manager)).body);
    expect(signed.signatures.map(({ person: { name } }) => name)).toEqual(['Owner', 'Manager']);
    expect((await sign(second)).body['code']).toBe('signatures-full');
    const withdrawal = await ask(owner, 'POST', `/reviews/${review.id}/withdrawal`, { reason: 'x' }, 4);
    expect([withdrawal.status, withdrawal.body['code']]).toEqual([409, 'review-signed']);
  });

  it('has the criteria of the last review of its alliance', async () => {
    const criteria = [{ key: 'sales', name: 'Sales', weight: '1' }];
    const made = await ask(owner, 'POST', '/reviews', { alliance: 'fujiwa', date: '2015-12-31' });
    await ask(owner, 'PATCH', `/reviews/${made.id}`, { criteria, contributions: [] }, 1);
    const next = await ask(owner, 'POST', '/reviews', { alliance: 'fujiwa', date: '2016-06-30' });
    expect(reviewOf(next.body).criteria).toEqual(criteria);
    const other = await ask(owner, 'POST', '/reviews', { alliance: 'takaoka-tianjin', date: '2017-06-30' });
    expect(reviewOf(other.body).criteria.map(({ weight }) => weight)).toEqual(['1/3', '1/3', '1/3']);
  });

  it.each([
    ['an absent alliance', { alliance: 'nowhere', date: '2015-12-31' }, 422, 'record-unknown'],
    ['an impossible day', { alliance: 'fujiwa', date: '2015-02-30' }, 422, 'request-invalid'],
    [
      'a class that partners could be shown',
      { alliance: 'fujiwa', date: '2015-12-31', class: 'SHAREABLE' },
      422,
      'request-invalid',
    ],
  ])('is not begun with %s', async (_case, body, status, code) => {
    const reply = await ask(owner, 'POST', '/reviews', body);
    expect([400, status]).toContain(reply.status);
    if (reply.status === status && code !== 'request-invalid') expect(reply.body['code']).toBe(code);
  });

  it('is of the class INTERNAL when a contributor writes it, and of no other', async () => {
    const made = await ask(contributor, 'POST', '/reviews', { alliance: 'guangzhou-kiriu-lioho', date: '2015-12-31' });
    expect([made.status, made.body['class']]).toEqual([201, 'INTERNAL']);
    const never = { alliance: 'guangzhou-kiriu-lioho', date: '2015-12-31', class: 'NEVER' };
    expect((await ask(contributor, 'POST', '/reviews', never)).body['code']).toBe('value-refused');
    const raised = await ask(contributor, 'PATCH', `/reviews/${made.id}`, { class: 'NEVER' }, 1);
    expect(raised.body['code']).toBe('value-refused');
    const sign = await ask(contributor, 'POST', `/reviews/${made.id}/signature`, { digest: 'a'.repeat(64) });
    expect(sign.status).toBe(404);
  });

  it('refuses steps that are not its own, stale versions, and figures that are no whole', async () => {
    const made = await ask(owner, 'POST', '/reviews', { alliance: 'takaoka-tianjin', date: '2015-11-30' });
    const step = (path: string, body: unknown, version: number) =>
      ask(owner, 'POST', `/reviews/${made.id}${path}`, body, version);
    expect((await step('/submission', undefined, 1)).body['code']).toBe('review-incomplete');
    expect((await step('/decision', { text: 'x', shares: null }, 1)).body['code']).toBe('review-settled');
    const contributions = PARTS(['60', '60', '60'], ['40', '40', '39']);
    expect((await ask(owner, 'PATCH', `/reviews/${made.id}`, { contributions }, 7)).status).toBe(412);
    await ask(owner, 'PATCH', `/reviews/${made.id}`, { contributions }, 1);
    expect((await step('/submission', undefined, 2)).body).toMatchObject({ code: 'review-incomplete' });
    const stranger = [{ criterion: 'management', member: 'nobody', value: '1' }];
    expect((await ask(owner, 'PATCH', `/reviews/${made.id}`, { contributions: stranger }, 2)).body['code']).toBe(
      'record-unknown',
    );
    const twice = [...contributions, ...contributions];
    expect((await ask(owner, 'PATCH', `/reviews/${made.id}`, { contributions: twice }, 2)).body['code']).toBe(
      'value-refused',
    );
    const { id } = await submitted(owner);
    const late = await ask(owner, 'PATCH', `/reviews/${id}`, { contributions: [] }, 3);
    expect([late.status, late.body['code']]).toEqual([409, 'review-settled']);
    const half = {
      text: 'x',
      shares: [
        { member: 'lioho', share: '50' },
        { member: 'aisin-takaoka', share: '40' },
      ],
    };
    expect((await ask(owner, 'POST', `/reviews/${id}/decision`, half, 3)).body['code']).toBe('review-incomplete');
    const other = await decided(owner);
    const wrong = await ask(owner, 'POST', `/reviews/${other.id}/signature`, { digest: 'a'.repeat(64) });
    expect([wrong.status, wrong.body['code']]).toEqual([409, 'review-digest']);
  });

  it('is nothing to a stranger', async () => {
    const { id } = await submitted(owner);
    expect((await ask(stranger, 'GET', `/reviews/${id}`)).body['code']).toBe('workspace-not-found');
  });
});

describe('the database', () => {
  it('keeps what was handed in, and what was signed, whoever runs the statement', async () => {
    const { id } = await submitted(owner);
    const content = sql`update app.review set content = '{}' where id = ${id}`;
    await expect(as(owner, content)).rejects.toMatchObject({ constraint: 'review_settled' });
    await expect(content.execute(superuser)).rejects.toMatchObject({ constraint: 'review_settled' });
    const signed = await decided(owner);
    await ask(owner, 'POST', `/reviews/${signed.id}/signature`, { digest: signed.digest });
    for (const change of [
      sql`update app.review set decision = 'otherwise' where id = ${signed.id}`,
      sql`update app.review set state = 'draft' where id = ${signed.id}`,
      sql`update app.review set state = 'withdrawn', reason = 'x' where id = ${signed.id}`,
    ])
      await expect(change.execute(superuser)).rejects.toMatchObject({ code: '23000' });
    for (const change of [
      sql`update app.review_signature set person_name = 'x'`,
      sql`delete from app.review_signature`,
      sql`delete from app.review`,
      sql`update app.review set digest = '\\x00'`,
      sql`update app.review set decided_by_name = 'x'`,
    ])
      await expect(as(owner, change)).rejects.toMatchObject({ code: '42501' });
  });

  it('lets nobody sign for another, nor who may not sign', async () => {
    const { id, digest } = await decided(owner, { class: 'INTERNAL' });
    const sign = sql`insert into app.review_signature (workspace_id, review_id, person_id, person_name, digest)
      values (${workspaceId}, ${id}, ${manager.id}, 'Somebody', decode(${digest}, 'hex')) returning person_id, person_name`;
    expect((await as(owner, sign)).rows).toEqual([{ person_id: owner.id, person_name: 'Owner' }]);
    await expect(as(contributor, sign)).rejects.toMatchObject({ code: '42501' });
  });

  it('shows a review to those who read its class and its alliance', async () => {
    const seen = async (who: TestPerson): Promise<number> =>
      Number(
        (await as(who, sql<{ n: string }>`select count(*) as n from app.review where class = 'NEVER'`)).rows[0]?.n,
      );
    expect(await seen(manager)).toBeGreaterThan(8);
    expect([await seen(contributor), await seen(stranger)]).toEqual([0, 0]);
    const made = await ask(owner, 'POST', '/reviews', { alliance: 'fujiwa', date: '2015-10-31', class: 'INTERNAL' });
    const found = async () => (await as(contributor, sql`select from app.review where id = ${made.id}`)).rows.length;
    expect(await found()).toBe(1);
    await sql`alter table app.alliance disable trigger user`.execute(superuser);
    await sql`update app.alliance set class = 'NEVER' where workspace_id = ${workspaceId} and slug = 'fujiwa'`.execute(
      superuser,
    );
    expect(await found()).toBe(0);
    await sql`update app.alliance set class = 'INTERNAL' where workspace_id = ${workspaceId} and slug = 'fujiwa'`.execute(
      superuser,
    );
    await sql`alter table app.alliance enable trigger user`.execute(superuser);
  });

  it('publishes no review: its kind is NEVER, and no review is SHAREABLE', async () => {
    const { rows } = await sql`select class from app.record_kind where kind = 'business-review'`.execute(superuser);
    expect(rows).toEqual([{ class: 'NEVER' }]);
    await expect(
      as(
        owner,
        sql`insert into app.review (workspace_id, class, alliance_id, date, content)
        select ${workspaceId}, 'SHAREABLE', id, '2015-01-01', '{}' from app.alliance where slug = 'fujiwa'`,
      ),
    ).rejects.toMatchObject({ constraint: 'review_class' });
  });

  it('tells the audit who did what, and none of the figures', async () => {
    const { id, digest } = await decided(owner);
    const { rows } = await sql<{ content: string }>`
      select content::text as content from app.audit_entry where content::text like ${`%${id}%`} order by sequence`.execute(
      superuser,
    );
    const told = rows.map(({ content }) => JSON.parse(content) as Record<string, unknown>);
    expect(told.map((entry) => entry['state'])).toEqual(['draft', 'submitted', 'decided']);
    expect(told[2]).toMatchObject({ action: 'review', contentDigest: digest });
    expect(JSON.stringify(told)).not.toMatch(/49\.99|Move towards/);
  });
});
