import type {
  PartnerRequestAnswer,
  PublicationPageAnswer,
  RoomAnswer,
  RoomRequestAnswer,
} from '@entente/contract/sharing';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { enrol, person, type TestPerson } from '../authorisation/test-people.store.ts';
import { inWorkspace } from '../platform/database.ts';
import { shiftCheck } from './test-clock.store.ts';
import { daysAhead, type Method, sharing, visit } from './test-rooms.ts';

const world = await sharing();
const { asOwner, guestOf, publish, server, workspaceId } = world;
const anna = await guestOf('rival-a', 'Anna of A');
const alma = await guestOf('rival-a', 'Alma of A');
const bert = await guestOf('rival-b', 'Bert of B');
const manager = await person(server.database, 'Manager');
await enrol(server.database, workspaceId, manager.id, 'manager');
const contributor = await person(server.database, 'Contributor');
await enrol(server.database, workspaceId, contributor.id, 'contributor');

const both = [{ partner: 'rival-a' }, { partner: 'rival-b' }];
type Place = { readonly room: string; readonly request: string };
const ask = (room: string, partner: string, until = daysAhead(10)) =>
  asOwner('POST', `/publications/${room}/requests`, { kind: 'health-check', partner, until });
async function opened(partner = 'rival-a'): Promise<Place> {
  const room = (await publish(both)).id;
  const request = await ask(room, partner);
  expect([request.status, request.text]).toEqual([201, request.text]);
  return { room, request: request.id };
}
const rated = (score: number | null, comment: string | null = null) => ({
  verdict: 'rated',
  ratings: [{ dimension: 'fairness', score, comment }],
});
const asGuest = (who: TestPerson, { room, request }: Place, what: string, body?: unknown, method: Method = 'POST') =>
  server.ask(method, `/rooms/${room}/requests/${request}/${what}`, body, who.headers);
const asMember = (who: TestPerson, { room, request }: Place, what: string, body?: unknown, method: Method = 'POST') =>
  server.ask(method, `/workspaces/firm/publications/${room}/requests/${request}/${what}`, body, who.headers);
async function answers(send: typeof asGuest, who: TestPerson, place: Place, score: number): Promise<void> {
  expect((await send(who, place, 'draft', rated(score))).status).toBe(200);
  expect((await send(who, place, 'answers')).status).toBe(200);
}
const seenByGuest = async (who: TestPerson, { room, request }: Place): Promise<RoomRequestAnswer | undefined> =>
  ((await visit(world, who, `/${room}`)).body as unknown as RoomAnswer).requests.find(({ id }) => id === request);
const seenByMember = async (who: TestPerson, { room, request }: Place): Promise<PartnerRequestAnswer | undefined> => {
  const { body } = await server.ask('GET', `/workspaces/firm/publications/${room}`, undefined, who.headers);
  return (body as unknown as PublicationPageAnswer).requests.find(({ id }) => id === request);
};

describe('a health check is refused', () => {
  test('on a day that is over or years ahead, beside one that is open, and of a partner who is shown nothing', async () => {
    const { room } = await opened();
    expect((await ask(room, 'rival-b', daysAhead(-1))).body['code']).toBe('value-refused');
    expect((await ask(room, 'rival-b', daysAhead(700))).body['code']).toBe('value-refused');
    expect((await ask(room, 'rival-a')).body['code']).toBe('request-there');
    expect((await ask(room, 'venture')).body['code']).toBe('request-refused');
    expect((await ask(room, 'rival-b')).status).toBe(201);
  });

  test('what does not answer it: words, a dimension twice, a score beyond five, ratings of stakes', async () => {
    const place = await opened();
    for (const send of [asGuest, asMember]) {
      const who = send === asGuest ? anna : manager;
      expect((await send(who, place, 'draft', { verdict: 'confirm' })).body['code']).toBe('answer-of-kind');
      expect((await send(who, place, 'draft', rated(6))).status).toBe(400);
      const [one] = rated(3).ratings;
      expect((await send(who, place, 'draft', { verdict: 'rated', ratings: [one, one] })).status).toBe(400);
      expect((await send(who, place, 'answers')).body['code']).toBe('draft-missing');
    }
    const stakes = await asOwner('POST', `/publications/${place.room}/requests`, {
      kind: 'venture-stakes',
      partner: 'rival-a',
    });
    const other = { room: place.room, request: stakes.id };
    expect((await asGuest(anna, other, 'draft', rated(3))).body['code']).toBe('answer-of-kind');
    expect((await asMember(manager, other, 'draft', rated(3))).body['code']).toBe('answer-of-kind');
  });

  test('a second answer of the same person, and any answer once it is over', async () => {
    const place = await opened();
    await answers(asGuest, anna, place, 4);
    await answers(asMember, manager, place, 4);
    expect((await asGuest(anna, place, 'draft', rated(1))).body['code']).toBe('request-over');
    expect((await asMember(manager, place, 'draft', rated(1))).body['code']).toBe('request-over');
    await asGuest(alma, place, 'draft', rated(2));
    await shiftCheck(server.database, place.request, '-1 hour');
    expect((await asGuest(alma, place, 'answers')).body['code']).toBe('request-over');
  });

  test('to everybody who is not asked: rivals, contributors and strangers learn nothing of it', async () => {
    const place = await opened();
    expect((await asGuest(bert, place, 'draft', rated(1))).status).toBe(404);
    expect(await seenByGuest(bert, place)).toBeUndefined();
    expect((await asMember(contributor, place, 'draft', rated(1))).status).toBe(404);
    expect((await asMember(anna, place, 'draft', rated(1))).status).toBe(404);
  });
});

describe('answers of a health check', () => {
  test('are read by nobody but who wrote them while it is open, and by both sides once it is over', async () => {
    const place = await opened();
    await answers(asGuest, anna, place, 2);
    await answers(asMember, manager, place, 5);
    await asMember(world.owner, place, 'draft', rated(1, 'A draft of mine'));
    expect(await seenByGuest(anna, place)).toMatchObject({
      state: 'answered',
      abilities: { answer: false },
      answers: [{ side: 'partner', person: 'Anna of A', ratings: [{ score: 2 }] }],
    });
    expect(await seenByGuest(alma, place)).toMatchObject({ state: 'open', abilities: { answer: true }, answers: [] });
    expect((await seenByMember(manager, place))?.answers).toMatchObject([{ side: 'firm', own: true }]);
    expect(await seenByMember(world.owner, place)).toMatchObject({
      answers: [],
      draft: { ratings: [{ comment: 'A draft of mine' }] },
      abilities: { answer: true },
    });
    // Past the API, the login of members and that of guests read no more.
    for (const [login, who] of [
      [server.database.app, world.owner],
      [server.database.room, alma],
    ] as const) {
      const rows = await inWorkspace(login, { workspaceId, actorId: who.id }, (transaction) =>
        sql`select from room.answer where request_id = ${place.request} and sent_at is not null`.execute(transaction),
      );
      expect(rows.rows).toHaveLength(0);
    }

    await shiftCheck(server.database, place.request, '-1 hour');
    for (const seen of [
      await seenByGuest(anna, place),
      await seenByGuest(alma, place),
      await seenByMember(world.owner, place),
    ])
      expect(seen).toMatchObject({
        state: 'closed',
        abilities: { answer: false },
        answers: [
          { person: 'Anna of A', side: 'partner', ratings: [{ score: 2 }] },
          { person: 'Manager', side: 'firm', ratings: [{ score: 5 }] },
        ],
      });
    expect(JSON.stringify(await seenByGuest(anna, place))).not.toContain('A draft of mine');
    // Another round may follow.
    expect((await ask(place.room, 'rival-a')).status).toBe(201);
  });

  test('outlast another edition, end when the firm closes it, and stay as they were sent', async () => {
    const place = await opened();
    await answers(asGuest, anna, place, 3);
    await asOwner('POST', `/publications/${place.room}/editions`);
    await answers(asGuest, alma, place, 1);
    expect((await asOwner('DELETE', `/publications/${place.room}/requests/${place.request}`)).status).toBe(204);
    expect((await seenByMember(manager, place))?.answers.map(({ person }) => person)).toEqual([
      'Anna of A',
      'Alma of A',
    ]);
    const past = sql`update room.answer set ratings = '[]' where request_id = ${place.request}`;
    await expect(past.execute(server.database.superuser)).rejects.toMatchObject({ code: '23000' });
  });

  test('wait for each guest who has not answered, and are taken down in the audit of both sides', async () => {
    const place = await opened();
    const waiting = async (who: TestPerson) =>
      ((await visit(world, who, '')).body['items'] as { id: string; waiting: number }[]).find(
        ({ id }) => id === place.room,
      )?.waiting;
    await answers(asGuest, anna, place, 3);
    await answers(asMember, manager, place, 3);
    expect([await waiting(anna), await waiting(alma), await waiting(bert)]).toEqual([0, 1, 0]);
    const { items } = (await asOwner('GET', '/audit?limit=20')).body as { items: Record<string, unknown>[] };
    const told = items.filter((entry) => entry['request'] === place.request && entry['action'] === 'answer');
    expect(told.map(({ actorName, verdict }) => [actorName, verdict]).sort()).toEqual([
      ['Anna of A', 'rated'],
      ['Manager', 'rated'],
    ]);
    expect(JSON.stringify(told)).not.toContain('fairness');
    const verdict = (await asOwner('POST', '/audit/verification', {})).body as { faults?: unknown };
    expect(verdict.faults).toEqual([]);
  });
});
