import type {
  PartnerRequestAnswer,
  PublicationPageAnswer,
  RoomAnswer,
  RoomRequestAnswer,
} from '@entente/contract/sharing';
import { LEAST_UNNAMED } from '@entente/core/lifecycle';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { enrol, person, type TestPerson } from '../authorisation/test-people.store.ts';
import { inWorkspace } from '../platform/database.ts';
import { shiftCheck } from './test-clock.store.ts';
import { daysAhead, type Method, sharing, visit } from './test-rooms.ts';
import { namedRows, tablesHolding, tablesWrittenBy, tellingTransactions, unnamedRows } from './unlinkability.store.ts';

const world = await sharing();
const { asOwner, guestOf, publish, server, workspaceId, owner } = world;
const { database } = server;
const anna = await guestOf('rival-a', 'Anna of A');
const alma = await guestOf('rival-a', 'Alma of A');
const abel = await guestOf('rival-a', 'Abel of A');
const bert = await guestOf('rival-b', 'Bert of B');
const guests = [anna, alma, abel];
const manager = await person(database, 'Manager');
await enrol(database, workspaceId, manager.id, 'manager');
const second = await person(database, 'Second manager');
await enrol(database, workspaceId, second.id, 'manager');
const members = [owner, manager, second];

type Place = { readonly room: string; readonly request: string };
async function opened(more: object = {}): Promise<Place> {
  const room = (await publish([{ partner: 'rival-a' }, { partner: 'rival-b' }])).id;
  const asked = await asOwner('POST', `/publications/${room}/requests`, {
    kind: 'health-check',
    partner: 'rival-a',
    until: daysAhead(10),
    anonymous: true,
    ...more,
  });
  expect([asked.status, asked.text]).toEqual([201, asked.text]);
  return { room, request: asked.id };
}
const asGuest = (who: TestPerson, { room, request }: Place, what: string, body?: unknown, method: Method = 'POST') =>
  server.ask(method, `/rooms/${room}/requests/${request}/${what}`, body, who.headers);
const asMember = (who: TestPerson, { room, request }: Place, what: string, body?: unknown, method: Method = 'POST') =>
  server.ask(method, `/workspaces/firm/publications/${room}/requests/${request}/${what}`, body, who.headers);

type Said = Readonly<Record<string, readonly [score: number | null, comment?: string]>>;
const rated = (said: Said) => ({
  verdict: 'rated',
  ratings: Object.entries(said).map(([dimension, [score, comment = null]]) => ({ dimension, score, comment })),
});
async function answers(send: typeof asGuest, who: TestPerson, place: Place, said: Said): Promise<void> {
  expect((await send(who, place, 'draft', rated(said))).status).toBe(200);
  expect((await send(who, place, 'answers')).status).toBe(200);
}
const over = (place: Place) => shiftCheck(database, place.request, '-1 hour');
const seenByGuest = async (who: TestPerson, { room, request }: Place): Promise<RoomRequestAnswer | undefined> =>
  ((await visit(world, who, `/${room}`)).body as unknown as RoomAnswer).requests.find(({ id }) => id === request);
const seenByMember = async (who: TestPerson, { room, request }: Place): Promise<PartnerRequestAnswer | undefined> => {
  const { body } = await server.ask('GET', `/workspaces/firm/publications/${room}`, undefined, who.headers);
  return (body as unknown as PublicationPageAnswer).requests.find(({ id }) => id === request);
};
const sides = (seen: PartnerRequestAnswer | RoomRequestAnswer | undefined) => {
  const [firm, partner] = seen?.unnamed ?? [];
  return { firm, partner };
};
const scoresOf = (side: { readonly scores: readonly { readonly score: number }[] } | undefined) =>
  side?.scores.map(({ score }) => score).sort();
/** How many named answers somebody finds past the API. */
const readBy = async (login: 'app' | 'room', who: TestPerson, { request }: Place): Promise<number> => {
  const { rows } = await inWorkspace(database[login], { workspaceId, actorId: who.id }, (transaction) =>
    sql`select from room.answer where request_id = ${request}`.execute(transaction),
  );
  return rows.length;
};

describe('an anonymous health check refuses', () => {
  test('to be anything but a health check', async () => {
    const { room } = await opened();
    const stakes = { kind: 'venture-stakes', partner: 'rival-a', anonymous: true };
    expect((await asOwner('POST', `/publications/${room}/requests`, stakes)).status).toBe(400);
  });

  test('a second answer, and a draft or an answer once it is over', async () => {
    const place = await opened();
    await answers(asGuest, anna, place, { fairness: [2] });
    expect((await asGuest(anna, place, 'draft', rated({ fairness: [3] }))).body['code']).toBe('request-over');
    await asGuest(alma, place, 'draft', rated({ fairness: [3] }));
    await over(place);
    expect((await asGuest(alma, place, 'answers')).body['code']).toBe('request-over');
    expect((await asGuest(alma, place, 'draft', rated({ fairness: [4] }))).body['code']).toBe('request-over');
    expect((await asMember(manager, place, 'draft', rated({ fairness: [4] }))).body['code']).toBe('request-over');
    await seenByGuest(alma, place);
    expect((await asGuest(anna, place, 'draft', rated({ fairness: [3] }))).body['code']).toBe('request-over');
  });

  test('past the API too: to be opened before it is over, to be asked anew, and rows that nobody answered', async () => {
    const place = await opened();
    await answers(asGuest, anna, place, { fairness: [2] });
    const past = (login: 'app' | 'room', who: TestPerson, statement: ReturnType<typeof sql>) =>
      inWorkspace(database[login], { workspaceId, actorId: who.id }, (transaction) => statement.execute(transaction));
    const open = sql`insert into room.tally (workspace_id, request_id) values (${workspaceId}, ${place.request})`;
    const forged = sql`insert into room.unnamed_rating (workspace_id, id, request_id, side, dimension, score)
      values (${workspaceId}, gen_random_uuid(), ${place.request}, 'firm', 'fairness', 1)`;
    for (const [login, who, code] of [
      ['app', owner, '42501'],
      // Her own row she sees, and cannot take its name away.
      ['room', anna, '23000'],
      ['room', alma, '42501'],
    ] as const) {
      await expect(past(login, who, open)).rejects.toMatchObject({ code });
      await expect(past(login, who, forged)).rejects.toMatchObject({ code: '42501' });
    }
    expect(await namedRows(database, place.request)).toBe(1);
    await asOwner('DELETE', `/publications/${place.room}/requests/${place.request}`);
    const reopen = sql`update room.request set closed_at = null where id = ${place.request}`;
    await expect(past('app', owner, reopen)).rejects.toMatchObject({ code: '23000' });
  });
});

describe('what people said in an anonymous health check', () => {
  test('is read by nobody but who wrote it, while it is open, and when it is over and nobody looked yet', async () => {
    const place = await opened();
    for (const guest of guests) await answers(asGuest, guest, place, { fairness: [2, 'A secret'] });
    await answers(asMember, manager, place, { fairness: [4] });
    const expected = async (): Promise<void> => {
      expect(await readBy('app', owner, place)).toBe(0);
      expect(await readBy('app', manager, place)).toBe(1);
      expect(await readBy('room', alma, place)).toBe(1);
      expect(await readBy('room', bert, place)).toBe(0);
    };
    await expected();
    expect(await seenByMember(owner, place)).toMatchObject({ anonymous: true, answers: [], unnamed: null });
    expect(await seenByGuest(alma, place)).toMatchObject({ answers: [{ person: 'Alma of A' }], unnamed: null });
    await over(place);
    await expected();
    expect(await seenByGuest(bert, place)).toBeUndefined();
    expect(await namedRows(database, place.request)).toBe(4);
  });

  test('is told to both sides without names when it is over, by the day or closed early', async () => {
    for (const ended of [
      over,
      ({ room, request }: Place) => asOwner('DELETE', `/publications/${room}/requests/${request}`),
    ]) {
      const place = await opened();
      for (const [nth, guest] of guests.entries())
        await answers(asGuest, guest, place, { fairness: [nth + 1, `Words ${nth}`], learning: [null] });
      for (const member of members) await answers(asMember, member, place, { fairness: [5] });
      await ended(place);
      for (const seen of [await seenByGuest(alma, place), await seenByMember(owner, place)]) {
        expect(seen).toMatchObject({ state: 'closed', answers: [], abilities: { answer: false } });
        const { firm, partner } = sides(seen);
        expect([firm?.answered, scoresOf(firm), firm?.comments]).toEqual([3, [5, 5, 5], []]);
        expect([partner?.answered, scoresOf(partner)]).toEqual([3, [1, 2, 3]]);
        expect(partner?.comments.map(({ comment }) => comment).sort()).toEqual(['Words 0', 'Words 1', 'Words 2']);
        for (const word of ['Anna', 'Alma', 'Abel', 'Manager', owner.id, anna.id])
          expect(JSON.stringify(seen)).not.toContain(word);
      }
      // Whoever looks second finds the same.
      expect(await seenByGuest(anna, place)).toEqual(await seenByGuest(alma, place));
    }
  });

  test('is nothing but a count where fewer than three of a side answered, and no score where fewer than three judged', async () => {
    expect(LEAST_UNNAMED).toBe(3);
    const place = await opened();
    await answers(asMember, owner, place, { fairness: [1, 'Of two'] });
    await answers(asMember, manager, place, { fairness: [2] });
    for (const [nth, guest] of guests.entries())
      await answers(asGuest, guest, place, { fairness: [4], learning: nth === 0 ? [null, 'Cannot say'] : [1] });
    await asMember(second, place, 'draft', rated({ fairness: [5, 'Never sent'] }));
    await over(place);
    const { firm, partner } = sides(await seenByMember(owner, place));
    expect(firm).toEqual({ side: 'firm', answered: 2, scores: [], comments: [] });
    expect(partner).toMatchObject({ answered: 3, comments: [{ dimension: 'learning', comment: 'Cannot say' }] });
    expect(partner?.scores).toEqual(Array.from({ length: 3 }, () => ({ dimension: 'fairness', score: 4 })));
    // What is never shown is not kept.
    for (const gone of ['Of two', 'Never sent']) expect(await tablesHolding(database, gone)).toEqual([]);
    expect(await unnamedRows(database, place.request)).toHaveLength(4);
  });
});

describe('in the database, once it is over, nothing ties an answer to who gave it:', () => {
  test('no column, no transaction, no order, no audit entry, no deed, no kept request', async () => {
    const place = await opened();
    for (const [nth, guest] of guests.entries())
      await answers(asGuest, guest, place, { fairness: [nth + 1, `Zebra ${nth}`], commitment: [3] });
    for (const member of members) await answers(asMember, member, place, { fairness: [4, 'Zebra of ours'] });
    await over(place);
    await seenByMember(owner, place);
    expect(await namedRows(database, place.request)).toBe(0);
    const rows = await unnamedRows(database, place.request);
    expect(rows).toHaveLength(3 + 3 + 3 + 3 + 3);
    expect([...new Set(rows.flatMap(({ row }) => Object.keys(row)))].sort()).toEqual(
      ['workspace_id', 'id', 'request_id', 'side', 'dimension', 'score', 'comment'].sort(),
    );
    // Random ids of their own, and the rows stand in their order.
    for (const { id } of rows) expect(id[14]).toBe('4');
    expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort());
    const [transaction = '', ...others] = new Set(rows.map((row) => row.transaction));
    expect(others).toEqual([]);
    expect(new Set(rows.map(({ command }) => command)).size).toBe(1);
    expect(await tablesWrittenBy(database, transaction)).toEqual(['room.tally', 'room.unnamed_rating']);
    expect(await tellingTransactions(database, place.request)).not.toContain(transaction);
    // What was said stands in one place, where there is nobody.
    expect(await tablesHolding(database, 'Zebra')).toEqual(['room.unnamed_rating']);
    for (const who of [...guests, ...members])
      expect(await tablesHolding(database, who.id)).not.toContain('room.unnamed_rating');
  });

  test('the audit holds who answered, and neither the answer nor a digest of it', async () => {
    const place = await opened();
    await answers(asGuest, anna, place, { fairness: [2] });
    await answers(asMember, manager, place, { fairness: [4] });
    const { items } = (await asOwner('GET', '/audit?limit=20')).body as { items: Record<string, unknown>[] };
    const told = items.filter((entry) => entry['request'] === place.request && entry['action'] === 'answer');
    expect(told.map(({ actorName }) => actorName).sort()).toEqual(['Anna of A', 'Manager']);
    for (const entry of told)
      for (const key of ['answer', 'wordsDigest', 'ratings']) expect(entry[key] ?? null).toBeNull();
    const verdict = (await asOwner('POST', '/audit/verification', {})).body as { faults?: unknown };
    expect(verdict.faults).toEqual([]);
  });

  test('an answer that is being sent when the check is closed is counted, and keeps no name', async () => {
    const place = await opened();
    for (const guest of [alma, abel]) await answers(asGuest, guest, place, { fairness: [2] });
    await asGuest(anna, place, 'draft', rated({ fairness: [5] }));
    let isClosed = false;
    let closing: Promise<unknown> = Promise.resolve();
    await inWorkspace(database.room, { workspaceId, actorId: anna.id }, async (transaction) => {
      await sql`update room.answer set sent_at = now() where request_id = ${place.request}
        and sent_at is null`.execute(transaction);
      closing = asOwner('DELETE', `/publications/${place.room}/requests/${place.request}`).then((reply) => {
        expect(reply.status).toBe(204);
        isClosed = true;
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(isClosed).toBe(false);
    });
    await closing;
    expect(await namedRows(database, place.request)).toBe(0);
    expect(scoresOf(sides(await seenByMember(owner, place)).partner)).toEqual([2, 2, 5]);
  });

  test('two who look first at once open it once', async () => {
    const place = await opened();
    for (const guest of guests) await answers(asGuest, guest, place, { fairness: [2] });
    await over(place);
    const seen = await Promise.all([seenByGuest(anna, place), seenByMember(owner, place), seenByGuest(alma, place)]);
    for (const each of seen) expect(scoresOf(sides(each).partner)).toEqual([2, 2, 2]);
    expect(await unnamedRows(database, place.request)).toHaveLength(3);
  });
});

describe('criteria that are asked again', () => {
  const criteria = [
    { criterion: 'secret-key', name: 'Capability' },
    { criterion: 'other-key', name: 'Commitment' },
  ];

  test('are refused twice, without words, and with a request that is no health check', async () => {
    const { room } = await opened();
    const ask = (body: object) => asOwner('POST', `/publications/${room}/requests`, body);
    const check = { kind: 'health-check', partner: 'rival-b', until: daysAhead(10) };
    expect((await ask({ ...check, criteria: [criteria[0], criteria[0]] })).status).toBe(400);
    expect((await ask({ ...check, criteria: [{ criterion: 'a', name: '' }] })).status).toBe(400);
    expect((await ask({ kind: 'venture-stakes', partner: 'rival-b', criteria })).status).toBe(400);
  });

  test('are told to the partner by their words alone, and answered only as far as they are asked', async () => {
    for (const anonymous of [true, false]) {
      const place = await opened({ anonymous, criteria });
      const asked = [
        { dimension: 'fit:1', name: 'Capability' },
        { dimension: 'fit:2', name: 'Commitment' },
      ];
      const guestsView = await seenByGuest(anna, place);
      expect(guestsView?.criteria).toEqual(asked);
      expect(JSON.stringify(guestsView)).not.toContain('-key');
      expect((await seenByMember(owner, place))?.criteria).toEqual([
        { ...asked[0], criterion: 'secret-key' },
        { ...asked[1], criterion: 'other-key' },
      ]);
      expect((await asGuest(anna, place, 'draft', rated({ 'fit:3': [3] }))).body['code']).toBe('answer-of-kind');
      expect((await asMember(manager, place, 'draft', rated({ 'fit:3': [3] }))).body['code']).toBe('answer-of-kind');
      for (const guest of guests) await answers(asGuest, guest, place, { 'fit:2': [4, 'As ever'] });
      await over(place);
      const seen = await seenByMember(owner, place);
      if (anonymous)
        expect(sides(seen).partner?.scores).toEqual(
          Array.from({ length: 3 }, () => ({ dimension: 'fit:2', score: 4 })),
        );
      else
        expect(seen?.answers.flatMap(({ ratings }) => ratings ?? [])).toMatchObject([
          { dimension: 'fit:2', score: 4 },
          { dimension: 'fit:2', score: 4 },
          { dimension: 'fit:2', score: 4 },
        ]);
    }
  });

  test('past the API neither: the login of guests does not read which criteria of the choice they are', async () => {
    await opened({ criteria });
    const read = inWorkspace(database.room, { workspaceId, actorId: anna.id }, (transaction) =>
      sql`select criterion_keys from room.request`.execute(transaction),
    );
    await expect(read).rejects.toMatchObject({ code: '42501' });
  });
});
