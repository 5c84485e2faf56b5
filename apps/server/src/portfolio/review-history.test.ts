import { firmReviewsAnswer, reviewRoutes, type ReviewStepAnswer } from '@entente/contract/portfolio';
import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { enrol, identifyByHeader, person, type TestPerson } from '../authorisation/test-people.store.ts';
import { projectFolder } from '../platform/configuration.ts';
import { inWorkspace } from '../platform/database.ts';
import { shippedLibrary } from '../register/case-library.ts';
import { createDemoWorkspace, DEMO, localCaller } from '../register/demo.commands.ts';
import { registerRoom } from '../register/register.routes.ts';
import { testServer } from '../register/test-server.ts';
import { undoChange } from '../register/undo.commands.ts';
import { loadCaseLibrary } from './case-library.commands.ts';
import { loadCaseReviews } from './case-reviews.commands.ts';
import { portfolioRoom } from './portfolio.routes.ts';

const server = await testServer([registerRoom, portfolioRoom], identifyByHeader);
const { app, superuser } = server.database;
const library = shippedLibrary(projectFolder);
const local = await localCaller(app, '2026-11-22');
let workspaceId = '';
let owner: TestPerson;
let contributor: TestPerson;
let reader: TestPerson;

beforeAll(async () => {
  await createDemoWorkspace(
    local,
    () => Promise.resolve(library.rows),
    (transaction) => loadCaseReviews(transaction, library.reviews),
  );
  [owner, contributor, reader] = (await Promise.all(
    ['Owner', 'Contributor', 'Reader'].map((name) => person(server.database, name)),
  )) as [TestPerson, TestPerson, TestPerson];
  const found = await sql<{ id: string }>`select id from app.workspace where slug = 'demo'`.execute(superuser);
  workspaceId = found.rows[0]?.id ?? '';
  await enrol(server.database, workspaceId, owner.id, 'owner');
  await enrol(server.database, workspaceId, contributor.id, 'contributor');
  await enrol(server.database, workspaceId, reader.id, 'reader');
});

type Method = Parameters<typeof server.ask>[0];
const ask = (who: TestPerson, method: Method, path: string, body?: unknown, version?: number) =>
  server.ask(method, `/workspaces/demo${path}`, body, {
    ...who.headers,
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  });
/** Past the API: a statement as somebody of the workspace. */
const as = <T>(who: { readonly id: string }, statement: RawBuilder<T>) =>
  inWorkspace(app, { workspaceId, actorId: who.id }, (transaction) => statement.execute(transaction));

const historyOf = async (who: TestPerson, id: string): Promise<readonly ReviewStepAnswer[]> =>
  reviewRoutes.history.answer.parse((await ask(who, 'GET', `/reviews/${id}/history`)).body).items;
const part = (criterion: string, member: string, value: string, more = {}) => ({ criterion, member, value, ...more });
const begun = async (who: TestPerson, more = {}) =>
  (await ask(who, 'POST', '/reviews', { alliance: 'takaoka-tianjin', date: '2015-12-30', ...more })).id;
const whole = (value: number) =>
  ['management', 'technology', 'order-quantity'].flatMap((criterion) => [
    part(criterion, 'lioho', String(value)),
    part(criterion, 'aisin-takaoka', String(100 - value)),
  ]);
const undo = (id: string, step: number, version: number, reason?: string) =>
  ask(owner, 'POST', `/reviews/${id}/undo`, { step, ...(reason && { reason }) }, version);

describe('the history of a review', () => {
  it('tells what each step made different, by whom and why', async () => {
    const id = await begun(owner);
    const contributions = [
      part('management', 'lioho', '60', { note: 'Sent two managers', source: '000', place: 'p. 3' }),
    ];
    await ask(owner, 'PATCH', `/reviews/${id}`, { contributions, reason: 'First talk' }, 1);
    const [changed, first] = await historyOf(owner, id);
    const of = {
      criterion: { key: 'management', name: 'Management' },
      members: [{ key: 'lioho', name: 'Lioho Machine Works' }],
    };
    expect(changed).toMatchObject({
      kind: 'changed',
      version: 2,
      by: { name: 'Owner' },
      reason: 'First talk',
      undo: true,
      differences: [
        { ...of, field: 'part', from: null, to: '60' },
        { ...of, field: 'note', from: null, to: 'Sent two managers' },
        { ...of, field: 'source', from: null, to: '000' },
        { ...of, field: 'place', from: null, to: 'p. 3' },
      ],
    });
    expect(first).toMatchObject({ kind: 'begun', version: 1, differences: [], undo: false });
    const [kept] = reviewRoutes.get.answer.parse((await ask(owner, 'GET', `/reviews/${id}`)).body).contributions;
    expect(kept).toMatchObject({ note: 'Sent two managers', source: '000', place: 'p. 3' });
  });

  it('has no step where nothing was made different', async () => {
    const id = await begun(owner);
    const contributions = [part('management', 'lioho', '60')];
    await ask(owner, 'PATCH', `/reviews/${id}`, { contributions }, 1);
    const again = await ask(owner, 'PATCH', `/reviews/${id}`, { contributions }, 2);
    expect([again.status, again.body['version'], (await historyOf(owner, id)).length]).toEqual([200, 2, 2]);
  });

  it('goes on to the signature, and names who signed', async () => {
    const id = await begun(owner);
    await ask(owner, 'PATCH', `/reviews/${id}`, { contributions: whole(60) }, 1);
    await ask(owner, 'POST', `/reviews/${id}/submission`, undefined, 2);
    const { body } = await ask(owner, 'POST', `/reviews/${id}/decision`, { text: 'As they are', shares: null }, 3);
    await ask(owner, 'POST', `/reviews/${id}/signature`, { digest: body['digest'] });
    const steps = await historyOf(owner, id);
    expect(steps.map(({ kind, by }) => [kind, by?.name])).toEqual(
      ['signed', 'decided', 'submitted', 'changed', 'begun'].map((kind) => [kind, 'Owner']),
    );
    expect(steps.filter(({ undo: can }) => can)).toEqual([]);
    expect((await undo(id, 4, 4)).body['code']).toBe('review-settled');
  });

  it('is shown as the review is, each version by its own class', async () => {
    const id = await begun(owner);
    await ask(owner, 'PATCH', `/reviews/${id}`, { contributions: [part('management', 'lioho', '61')] }, 1);
    expect((await ask(contributor, 'GET', `/reviews/${id}/history`)).status).toBe(404);
    await ask(owner, 'PATCH', `/reviews/${id}`, { class: 'INTERNAL' }, 2);
    expect(await historyOf(contributor, id)).toMatchObject([
      { kind: 'recorded', version: 3, differences: null, undo: false },
    ]);
    expect((await as(contributor, sql`select from app.review_version where review_id = ${id}`)).rows.length).toBe(1);
    expect((await historyOf(reader, id)).map(({ undo: can }) => can)).toEqual([false]);
    expect((await ask(reader, 'POST', `/reviews/${id}/undo`, { step: 3 }, 3)).status).toBe(404);
  });
});

describe('a step taken back', () => {
  it('leaves a draft as it was before that step, with what later steps did', async () => {
    const id = await begun(owner);
    const first = [part('management', 'lioho', '60')];
    const both = [...first, part('technology', 'lioho', '50')];
    await ask(owner, 'PATCH', `/reviews/${id}`, { contributions: first }, 1);
    await ask(owner, 'PATCH', `/reviews/${id}`, { contributions: both }, 2);
    const undone = await undo(id, 2, 3, 'Misheard');
    expect(undone.body['contributions']).toMatchObject([{ criterion: 'technology', value: '50' }]);
    const [last] = await historyOf(owner, id);
    expect(last).toMatchObject({ kind: 'undone', undoes: 2, reason: 'Misheard', undo: true });
    // Taking back what was taken back is a step too.
    const back = await undo(id, 4, 4);
    expect(back.body['contributions']).toHaveLength(2);
  });

  it('is refused where a later step changed the same, at a stale version, and of a step that is not there', async () => {
    const id = await begun(owner);
    await ask(owner, 'PATCH', `/reviews/${id}`, { contributions: [part('management', 'lioho', '60')] }, 1);
    await ask(owner, 'PATCH', `/reviews/${id}`, { contributions: [part('management', 'lioho', '70')] }, 2);
    const reply = await undo(id, 2, 3);
    expect([reply.status, reply.body['code']]).toEqual([409, 'undo-blocked']);
    expect((await undo(id, 3, 2)).status).toBe(412);
    expect((await undo(id, 9, 3)).body['code']).toBe('record-not-found');
    expect((await undo(id, 1, 3)).body['code']).toBe('review-settled');
    expect((await historyOf(owner, id)).map(({ undo: can }) => can)).toEqual([true, false, false]);
  });

  it('opens what was handed in, and undoes a decision that nobody has signed', async () => {
    const id = await begun(owner);
    await ask(owner, 'PATCH', `/reviews/${id}`, { contributions: whole(60) }, 1);
    await ask(owner, 'POST', `/reviews/${id}/submission`, undefined, 2);
    const draft = (await undo(id, 3, 3)).body;
    expect([draft['state'], draft['version']]).toEqual(['draft', 4]);
    await ask(owner, 'POST', `/reviews/${id}/submission`, undefined, 4);
    await ask(owner, 'POST', `/reviews/${id}/decision`, { text: 'As they are', shares: null }, 5);
    const submitted = (await undo(id, 6, 6)).body;
    expect([submitted['state'], submitted['decision'], submitted['digest']]).toEqual(['submitted', null, null]);
    expect((await undo(id, 7, 7)).body['code']).toBe('review-settled');
    await ask(owner, 'POST', `/reviews/${id}/withdrawal`, { reason: 'Wrong year' }, 7);
    const [withdrawn] = await historyOf(owner, id);
    expect(withdrawn).toMatchObject({ kind: 'withdrawn', reason: 'Wrong year', undo: true });
    const kept = (await undo(id, 8, 8)).body;
    expect([kept['state'], kept['reason']]).toEqual(['submitted', null]);
  });

  it('brings back a decision that was withdrawn, as it was, to be signed', async () => {
    const id = await begun(owner);
    await ask(owner, 'PATCH', `/reviews/${id}`, { contributions: whole(60) }, 1);
    await ask(owner, 'POST', `/reviews/${id}/submission`, undefined, 2);
    const { body } = await ask(owner, 'POST', `/reviews/${id}/decision`, { text: 'As they are', shares: null }, 3);
    await ask(owner, 'POST', `/reviews/${id}/withdrawal`, { reason: 'x' }, 4);
    const back = (await undo(id, 5, 5)).body;
    expect([back['state'], back['digest']]).toEqual(['decided', body['digest']]);
    expect((await ask(owner, 'POST', `/reviews/${id}/signature`, { digest: body['digest'] })).status).toBe(200);
  });
});

describe('the database', () => {
  it('keeps a version as it was, and lets nobody write one that is not what the review holds', async () => {
    const id = await begun(owner);
    for (const change of [
      sql`update app.review_version set reason = 'x' where review_id = ${id}`,
      sql`delete from app.review_version where review_id = ${id}`,
    ])
      await expect(as(owner, change)).rejects.toMatchObject({ code: '42501' });
    const forged = sql`insert into app.review_version (workspace_id, review_id, version, class, date, state, content)
      values (${workspaceId}, ${id}, 99, 'INTERNAL', '2001-01-01', 'decided', '{}')`;
    await expect(as(owner, forged)).rejects.toMatchObject({ constraint: 'review_version_pkey' });
  });

  it('takes back the last step alone, and none that was signed, whoever runs the statement', async () => {
    const id = await begun(owner);
    await ask(owner, 'PATCH', `/reviews/${id}`, { contributions: whole(60) }, 1);
    await ask(owner, 'POST', `/reviews/${id}/submission`, undefined, 2);
    const back = (state: string, undoes: number) =>
      sql`update app.review set state = ${state}, undoes = ${undoes} where id = ${id}`.execute(superuser);
    await expect(back('draft', 2)).rejects.toMatchObject({ constraint: 'review_settled' });
    await expect(back('decided', 3)).rejects.toMatchObject({ constraint: 'review_settled' });
    const { body } = await ask(owner, 'POST', `/reviews/${id}/decision`, { text: 'As they are', shares: null }, 3);
    await ask(owner, 'POST', `/reviews/${id}/signature`, { digest: body['digest'] });
    await expect(back('submitted', 4)).rejects.toMatchObject({ constraint: 'review_signed' });
  });
});

describe('the case library put back', () => {
  const drifting = async (): Promise<readonly string[]> => {
    const { body } = await ask(owner, 'GET', '/organisations/lioho/reviews?asOf=2015-12-30');
    return firmReviewsAnswer
      .parse(body)
      .alliances.filter(({ alerts }) => alerts.some(({ code }) => code === 'misaligned'))
      .map(({ alliance }) => alliance)
      .sort();
  };

  it('has its reviews again, and undoing it brings back those that were there', async () => {
    const before = (await ask(owner, 'GET', '/reviews')).body['items'] as { id: string }[];
    const reason = 'The case library, as it comes with the product';
    const reset = await loadCaseLibrary(local, DEMO, library, { reason, replace: true });
    if (!reset.ok) throw new Error(JSON.stringify(reset.problems));
    const now = (await ask(owner, 'GET', '/reviews')).body['items'] as { id: string }[];
    expect(now).toHaveLength(library.reviews.length);
    expect(await drifting()).toEqual(['fuzhou-ibara-lioho', 'takaoka-tianjin', 'toyota-industry-kunshan']);
    expect((await undoChange(local, DEMO, reset.value.headers['entente-change'] ?? '', null)).ok).toBe(true);
    expect((await ask(owner, 'GET', '/reviews')).body['items']).toEqual(before);
  });
});
