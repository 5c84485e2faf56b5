import type { AuditVerdict } from '@entente/contract/audit';
import type { PublicationPageAnswer, RoomAnswer, RoomRequestAnswer } from '@entente/contract/sharing';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { TestPerson } from '../authorisation/test-people.store.ts';
import { inWorkspace } from '../platform/database.ts';
import { type Method, sharing, visit } from './test-rooms.ts';

const world = await sharing();
const { asOwner, guestOf, publish, server, workspaceId, owner } = world;
const anna = await guestOf('rival-a', 'Anna of A');
const alma = await guestOf('rival-a', 'Alma of A');
const bert = await guestOf('rival-b', 'Bert of B');

const both = [{ partner: 'rival-a' }, { partner: 'rival-b' }];
const asked = async (partner = 'rival-a') => {
  const room = (await publish(both)).id;
  const request = await asOwner('POST', `/publications/${room}/requests`, { kind: 'venture-stakes', partner });
  expect(request.status).toBe(201);
  return { room, request: request.id };
};
type Place = Awaited<ReturnType<typeof asked>>;
const act = (who: TestPerson, { room, request }: Place, what: string, body?: unknown, method: Method = 'POST') =>
  server.ask(method, `/rooms/${room}/requests/${request}/${what}`, body, who.headers);
const requestsOf = async (who: TestPerson, room: string): Promise<RoomRequestAnswer[]> =>
  ((await visit(world, who, `/${room}`)).body as unknown as RoomAnswer).requests;
const pageOf = async (room: string): Promise<PublicationPageAnswer> =>
  (await asOwner('GET', `/publications/${room}`)).body as unknown as PublicationPageAnswer;

describe('what a guest wrote', () => {
  test('and did not send is theirs alone: no colleague, rival, member or login of members sees it', async () => {
    const place = await asked();
    const draft = await act(anna, place, 'draft', { verdict: 'comment', words: 'A thought of my own' });
    expect(draft.body).toMatchObject({ draft: { words: 'A thought of my own' }, state: 'open', answers: [] });
    expect((await requestsOf(anna, place.room))[0]?.draft?.words).toBe('A thought of my own');
    expect((await requestsOf(alma, place.room))[0]?.draft).toBeNull();
    expect(await requestsOf(bert, place.room)).toEqual([]);
    expect(JSON.stringify(await pageOf(place.room))).not.toContain('thought');
    expect((await asOwner('GET', `/publications/${place.room}/seen?guest=${anna.id}`)).text).not.toContain('thought');
    const past = await inWorkspace(server.database.app, { workspaceId, actorId: owner.id }, (transaction) =>
      sql`select from room.answer`.execute(transaction),
    );
    expect(past.rows).toEqual([]);
    const byOwner = await inWorkspace(server.database.owner, { workspaceId, actorId: owner.id }, (transaction) =>
      sql`select from room.answer`.execute(transaction),
    );
    expect(byOwner.rows).toEqual([]);
  });

  test('is changed and thrown away until it is sent, and then stays as it is', async () => {
    const place = await asked();
    const waiting = async () => (await visit(world, anna, '')).body['items'] as { id: string; waiting: number }[];
    expect((await waiting()).find(({ id }) => id === place.room)?.waiting).toBe(1);
    expect((await act(anna, place, 'answers')).body['code']).toBe('draft-missing');
    expect((await act(anna, place, 'draft', { verdict: 'comment' })).status).toBe(400);
    await act(anna, place, 'draft', { verdict: 'comment', words: 'First' });
    await act(anna, place, 'draft', { verdict: 'comment', words: 'Second' });
    expect((await act(anna, place, 'draft', undefined, 'DELETE')).status).toBe(204);
    expect((await requestsOf(anna, place.room))[0]?.draft).toBeNull();
    await act(anna, place, 'draft', { verdict: 'comment', words: 'The share is 13 %' });
    const sent = await act(anna, place, 'answers');
    expect(sent.body).toMatchObject({ state: 'answered', draft: null, answers: [{ words: 'The share is 13 %' }] });
    expect((await waiting()).find(({ id }) => id === place.room)?.waiting).toBe(0);
    expect((await requestsOf(anna, place.room))[0]?.answers).toMatchObject([{ person: 'Anna of A', own: true }]);
    expect((await requestsOf(alma, place.room))[0]?.answers).toMatchObject([{ person: 'Anna of A', own: false }]);
    expect((await pageOf(place.room)).requests).toMatchObject([
      { state: 'answered', answers: [{ person: 'Anna of A', verdict: 'comment', words: 'The share is 13 %' }] },
    ]);
    const rewritten = inWorkspace(server.database.room, { workspaceId, actorId: anna.id }, (transaction) =>
      sql`update room.answer set words = 'Another' where sent_at is not null`.execute(transaction),
    );
    expect((await rewritten).numAffectedRows).toBe(0n);
    const past = sql`update room.answer set words = 'Another' where sent_at is not null`.execute(
      server.database.superuser,
    );
    await expect(past).rejects.toMatchObject({ code: '23000' });
  });
});

describe('a version', () => {
  const digestOf = async (room: string): Promise<string> => (await pageOf(room)).edition.digest;

  // @asvs V2.3.1
  test('is signed by both sides, once the partner confirmed it, under one digest', async () => {
    const place = await asked();
    const digest = await digestOf(place.room);
    const byFirm = (which = digest) =>
      asOwner('POST', `/publications/${place.room}/requests/${place.request}/signature`, { digest: which });
    const abilities = async () => (await pageOf(place.room)).requests[0]?.abilities;
    expect(await abilities()).toEqual({ answer: false, sign: false, close: true });
    expect((await byFirm()).body['code']).toBe('answer-unconfirmed');
    expect((await act(anna, place, 'signature', { digest })).body['code']).toBe('answer-unconfirmed');
    await act(anna, place, 'draft', { verdict: 'confirm' });
    await act(anna, place, 'answers');
    expect(await abilities()).toEqual({ answer: false, sign: true, close: true });
    expect((await byFirm('0'.repeat(64))).body['code']).toBe('request-over');
    expect((await act(anna, place, 'signature', { digest: '0'.repeat(64) })).body['code']).toBe('request-over');
    expect((await act(anna, place, 'signature', { digest })).body).toMatchObject({
      state: 'answered',
      signatures: { firm: null, partner: { person: 'Anna of A' } },
    });
    expect((await byFirm()).body).toMatchObject({ state: 'signed', signatures: { firm: { person: 'Owner One' } } });
    expect(await abilities()).toEqual({ answer: false, sign: false, close: false });
    expect((await requestsOf(alma, place.room))[0]).toMatchObject({ state: 'signed', edition: { digest } });
  });

  test('that does not stand any more is neither answered nor signed', async () => {
    const place = await asked();
    const digest = await digestOf(place.room);
    await act(anna, place, 'draft', { verdict: 'confirm' });
    await act(anna, place, 'answers');
    await act(anna, place, 'draft', { verdict: 'comment', words: 'Later' });
    await asOwner('POST', `/publications/${place.room}/editions`);
    expect((await requestsOf(anna, place.room))[0]).toMatchObject({
      state: 'superseded',
      abilities: { answer: false, sign: false },
    });
    for (const refused of [
      await act(anna, place, 'answers'),
      await act(anna, place, 'signature', { digest }),
      await asOwner('POST', `/publications/${place.room}/requests/${place.request}/signature`, { digest }),
    ])
      expect(refused.body['code']).toBe('request-over');
  });

  test('is asked about once at a time, of a partner who is shown its stakes', async () => {
    const place = await asked();
    const ask = (partner: string, room = place.room) =>
      asOwner('POST', `/publications/${room}/requests`, { kind: 'venture-stakes', partner });
    expect((await ask('rival-a')).body['code']).toBe('request-there');
    expect((await ask('venture')).body['code']).toBe('request-refused');
    const bare = await publish(both, { selection: [{ kind: 'stake', fields: [] }] });
    expect((await ask('rival-a', bare.id)).body['code']).toBe('request-refused');
    const close = () => asOwner('DELETE', `/publications/${place.room}/requests/${place.request}`);
    expect((await close()).status).toBe(204);
    expect((await close()).status).toBe(404);
    expect((await act(anna, place, 'draft', { verdict: 'confirm' })).status).toBe(200);
    expect((await act(anna, place, 'answers')).body['code']).toBe('request-over');
  });

  test('a request to one partner is absent for its rival, who is shown the same, byte by byte', async () => {
    const place = await asked();
    const absent = { ...place, request: '00000000-0000-4000-8000-000000000000' };
    const told = [];
    for (const each of [place, absent]) {
      for (const [what, body] of [
        ['draft', { verdict: 'confirm' }],
        ['answers', undefined],
        ['signature', { digest: '0'.repeat(64) }],
      ] as const) {
        const { status, text } = await act(bert, each, what, body);
        told.push([status, what, text.replaceAll(each.request, 'ID')]);
      }
    }
    expect(told.slice(0, 3)).toEqual(told.slice(3));
    expect(told.map(([status]) => status)).toEqual(new Array<number>(6).fill(404));
    const sections = async (who: TestPerson) =>
      ((await visit(world, who, `/${place.room}`)).body as unknown as RoomAnswer).sections;
    expect(await sections(bert)).toEqual(await sections(anna));
  });
});

describe('the audit', () => {
  test('holds publications, grants, readings, answers and signatures, and the verifier finds the chain whole', async () => {
    const place = await asked();
    await server.app.inject({
      method: 'GET',
      url: `/api/v1/rooms/${place.room}/file`,
      headers: { host: 'localhost:15500', ...bert.headers },
    });
    await visit(world, anna, `/${place.room}`);
    await act(anna, place, 'draft', { verdict: 'confirm' });
    await act(anna, place, 'answers');
    await act(anna, place, 'signature', { digest: (await pageOf(place.room)).edition.digest });
    await asOwner('DELETE', `/publications/${place.room}`);
    const { items } = (await asOwner('GET', '/audit?limit=12')).body as { items: Record<string, unknown>[] };
    const entries = items.filter((entry) => entry['publication'] === place.room || entry['request'] === place.request);
    expect(
      entries.map(({ action, actorName, state, channel }) => [action, actorName, state ?? channel]).reverse(),
    ).toEqual([
      ['publication', 'Owner One', undefined],
      ['grant', 'Owner One', 'granted'],
      ['grant', 'Owner One', 'granted'],
      ['request', 'Owner One', 'sent'],
      ['read', 'Bert of B', 'file'],
      ['read', 'Anna of A', 'screen'],
      ['answer', 'Anna of A', undefined],
      ['signature', 'Anna of A', undefined],
      ['grant', 'Owner One', 'withdrawn'],
      ['grant', 'Owner One', 'withdrawn'],
    ]);
    const waiting = await sql`select from room.deed where chained_at is null`.execute(server.database.superuser);
    expect(waiting.rows).toEqual([]);
    const verdict = (await asOwner('POST', '/audit/verification', {})).body as unknown as AuditVerdict;
    expect(verdict.faults).toEqual([]);
    expect(verdict.entries).toBeGreaterThan(20);
  });

  test('keeps no answer from a guest whose reading it could not take down', async () => {
    const { room } = await asked();
    await sql`revoke insert on room.deed from entente_room`.execute(server.database.superuser);
    expect((await visit(world, anna, `/${room}`)).status).toBe(500);
    await sql`grant insert on room.deed to entente_room`.execute(server.database.superuser);
    await sql`revoke update (chained_at) on room.deed from entente_app`.execute(server.database.superuser);
    const kept = await visit(world, anna, `/${room}`);
    expect([kept.status, kept.text.includes('Rival A')]).toEqual([500, false]);
    await sql`grant update (chained_at) on room.deed to entente_app`.execute(server.database.superuser);
    // What was done by then is taken down with the next visit.
    expect((await visit(world, anna, `/${room}`)).status).toBe(200);
    const readings = (await pageOf(room)).deeds.filter(({ action }) => action === 'read');
    expect(readings).toHaveLength(2);
    const waiting = await sql`select from room.deed where chained_at is null`.execute(server.database.superuser);
    expect(waiting.rows).toEqual([]);
  });
});
