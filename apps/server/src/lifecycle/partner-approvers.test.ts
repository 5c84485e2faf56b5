import { type AllianceLifecycleAnswer, lifecycleRoutes } from '@entente/contract/lifecycle';
import { type RoomAnswer, roomRoutes } from '@entente/contract/sharing';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { enrol, person, type TestPerson } from '../authorisation/test-people.store.ts';
import { inWorkspace } from '../platform/database.ts';
import type { Reply } from '../register/test-app.ts';
import { rooms } from '../rooms.ts';
import { SELECTION, sharing, visit } from '../sharing/test-rooms.ts';
import { type Asked, BEGUN, MET, advanced } from './test-lifecycles.ts';

const world = await sharing('gate-firm', rooms);
const { server, workspaceId, owner, guestOf, publish } = world;
const anna = await guestOf('rival-a', 'Anna of A');
const alma = await guestOf('rival-a', 'Alma of A');
const bert = await guestOf('rival-b', 'Bert of B');
const mei = await person(server.database, 'Mei');
await enrol(server.database, workspaceId, mei.id, 'contributor');
const reader = await person(server.database, 'Reader');
await enrol(server.database, workspaceId, reader.id, 'reader');

const FIRST = BEGUN.stage;
let count = 0;

/** An alliance that has begun, and a room of it that is open to a partner. */
async function shared(partner = 'rival-a'): Promise<{ readonly slug: string; readonly room: string }> {
  count += 1;
  const slug = `joint-${count}`;
  const made = await world.asOwner('POST', '/alliances', { name: `Joint ${count}`, slug, start: '2003' });
  expect(made.status).toBe(201);
  const room = await publish([{ partner }], {
    alliance: slug,
    title: `Room ${count}`,
    selection: SELECTION.slice(0, 1),
  });
  expect(room.status).toBe(201);
  await take(slug, BEGUN, ...MET);
  return { slug, room: room.id };
}
const askAs = (who: TestPerson, method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown, version?: number) =>
  server.ask(method, `/workspaces/gate-firm${path}`, body, {
    ...who.headers,
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  });
const read = async (slug: string, who = owner): Promise<AllianceLifecycleAnswer> =>
  lifecycleRoutes.get.answer.parse((await askAs(who, 'GET', `/alliances/${slug}/lifecycle`)).body);
const step = async (slug: string, asked: Asked, who = owner): Promise<Reply> =>
  askAs(who, 'POST', `/alliances/${slug}/lifecycle/steps`, asked, (await read(slug)).version);
async function take(slug: string, ...steps: readonly Asked[]): Promise<void> {
  for (const each of steps) {
    const reply = await step(slug, each);
    if (reply.status !== 201) throw new Error(reply.text);
  }
}
const naming = (people: readonly TestPerson[], more: Partial<Asked> = {}): Asked =>
  ({
    kind: 'approvers-named',
    on: '2003-11-02',
    stage: FIRST,
    approvers: people.map(({ id }) => id),
    ...more,
  }) as Asked;
const ownWord = (verdict: 'approved' | 'refused' = 'approved'): Asked => ({
  kind: 'gate-judged',
  on: '2003-11-03',
  stage: FIRST,
  verdict,
});
/** Words of partners are of today: what follows is too. */
const TODAY = new Date().toISOString().slice(0, 10);
const on = (stage: string): Asked => advanced(stage, TODAY);

const roomOf = async (guest: TestPerson, room: string): Promise<RoomAnswer> =>
  roomRoutes.get.answer.parse((await visit(world, guest, `/${room}`)).body);
const gatesOf = async (guest: TestPerson, room: string) => (await roomOf(guest, room)).gates;
const say = (guest: TestPerson, room: string, gate: string, body: object = { verdict: 'approved' }): Promise<Reply> =>
  server.ask('POST', `/rooms/${room}/gates/${gate}/words`, body, guest.headers);
async function said(guest: TestPerson, room: string, body?: object): Promise<void> {
  const [gate] = await gatesOf(guest, room);
  const reply = await say(guest, room, gate?.id ?? '', body);
  if (reply.status !== 201) throw new Error(reply.text);
}
const approverOf = async (slug: string, who: TestPerson, as = owner, stage: string = FIRST) =>
  (await read(slug, as)).lifecycle?.stages
    .find(({ key }) => key === stage)
    ?.approvers.find(({ key }) => key === who.id);
const codeOf = async (reply: Promise<Reply>): Promise<readonly unknown[]> => {
  const { status, body } = await reply;
  return [status, body['code']];
};

describe('naming is refused', () => {
  it('of a guest to whom no room of the alliance is open, or any more', async () => {
    const { slug, room } = await shared();
    expect(await codeOf(step(slug, naming([bert])))).toEqual([422, 'approver-unknown']);
    await askAs(owner, 'DELETE', `/publications/${room}`);
    expect(await codeOf(step(slug, naming([anna])))).toEqual([422, 'approver-unknown']);
    expect((await read(slug)).lifecycle?.stages[0]?.approvers).toEqual([]);
  });

  it('of a guest by whoever does not share; who is named already stays', async () => {
    const { slug, room } = await shared();
    expect(await codeOf(step(slug, naming([anna]), mei))).toEqual([422, 'approver-unknown']);
    await take(slug, naming([anna]));
    await said(anna, room);
    expect((await step(slug, naming([mei, anna]), mei)).status).toBe(201);
    expect(await approverOf(slug, anna)).toMatchObject({ state: 'approved', isAsked: true });
    expect(await gatesOf(anna, room)).toHaveLength(1);
    expect((await step(slug, naming([mei]), mei)).status).toBe(201);
    expect(await gatesOf(anna, room)).toEqual([]);
    expect(await codeOf(step(slug, naming([mei, anna]), mei))).toEqual([422, 'approver-unknown']);
  });
});

describe('a gate of two sides', () => {
  it('is shown to each guest who is named, with what they are told, and to nobody else', async () => {
    const { slug, room } = await shared();
    await take(slug, { kind: 'planned', on: '2003-11-01', stage: FIRST, due: '2031-01-31' }, {
      ...naming([mei, anna]),
      toPartner: 'May we go on?',
    } as Asked);
    const [gate, ...more] = await gatesOf(anna, room);
    expect(more).toEqual([]);
    expect(gate).toMatchObject({ words: 'May we go on?', due: '2031-01-31', said: [] });
    expect(gate?.stage.en).toBe('strategy formation');
    expect(gate?.stage.ja).toBe('戦略策定');
    const text = (await visit(world, anna, `/${room}`)).text;
    for (const hidden of ['Mei', mei.id, 'Minutes of the board', FIRST]) expect(text).not.toContain(hidden);
    expect(await gatesOf(alma, room)).toEqual([]);
    expect((await say(alma, room, gate?.id ?? '')).status).toBe(404);
    expect((await say(bert, room, gate?.id ?? '')).status).toBe(404);
    const waiting = async (who: TestPerson) =>
      ((await visit(world, who, '')).body['items'] as { id: string; waiting: number }[]).find(({ id }) => id === room)
        ?.waiting;
    expect([await waiting(anna), await waiting(alma), await waiting(bert)]).toEqual([1, 0, undefined]);
    await said(anna, room);
    expect(await waiting(anna)).toBe(0);
  });

  it('is passed when everybody of both sides has approved, and not before', async () => {
    const { slug, room } = await shared();
    await take(slug, naming([mei, anna, alma]));
    expect((await step(slug, ownWord(), mei)).status).toBe(201);
    await said(anna, room);
    const shut = await step(slug, on('partner-selection'));
    expect([shut.status, shut.body['code']]).toEqual([409, 'gate-shut']);
    expect(shut.text).toContain('Alma of A');
    expect(shut.text).not.toContain('Anna of A');
    const before = await read(slug);
    await said(alma, room);
    const after = await read(slug);
    expect(after.version).toBe(before.version);
    expect([before.lifecycle?.standing.isOpen, after.lifecycle?.standing.isOpen]).toEqual([false, true]);
    expect(after.lifecycle?.steps.at(-1)).toMatchObject({
      number: null,
      kind: 'gate-judged',
      verdict: 'approved',
      on: TODAY,
      by: { id: alma.id, name: 'Alma of A' },
    });
    expect((await step(slug, on('partner-selection'))).status).toBe(201);
    expect(await gatesOf(anna, room)).toEqual([]);
    expect((await read(slug)).lifecycle?.standing.stage).toBe('partner-selection');
  });

  it('takes the last word of each, and keeps all of them', async () => {
    const { slug, room } = await shared();
    await take(slug, naming([anna]));
    const [gate] = await gatesOf(anna, room);
    expect((await say(anna, room, gate?.id ?? '', { verdict: 'refused' })).status).toBe(400);
    await said(anna, room, { verdict: 'refused', words: 'Not at this price' });
    expect(await approverOf(slug, anna)).toMatchObject({ state: 'refused', comment: 'Not at this price' });
    expect((await step(slug, on('partner-selection'))).body['code']).toBe('gate-shut');
    await said(anna, room, { verdict: 'approved', words: null });
    expect((await gatesOf(anna, room))[0]?.said.map(({ verdict }) => verdict)).toEqual(['refused', 'approved']);
    expect(await approverOf(slug, anna)).toMatchObject({ state: 'approved', organisation: 'Rival A', on: TODAY });
    expect((await step(slug, on('partner-selection'))).status).toBe(201);
  });

  it('is not passed before the day of the last word', async () => {
    const { slug, room } = await shared();
    await take(slug, naming([anna]));
    await said(anna, room);
    const early = await step(slug, advanced('partner-selection', '2003-12-01'));
    expect([early.status, early.body['code']]).toEqual([422, 'step-before-others']);
  });

  it('is asked about while the alliance is in the stage, and anew when it comes back', async () => {
    const { slug, room } = await shared();
    await take(slug, naming([anna]), naming([alma], { stage: 'partner-selection' }));
    expect(await gatesOf(alma, room)).toEqual([]);
    expect(await approverOf(slug, alma, owner, 'partner-selection')).toMatchObject({ isAsked: false, hasLeft: false });
    await said(anna, room);
    await take(slug, on('partner-selection'));
    expect([(await gatesOf(anna, room)).length, (await gatesOf(alma, room)).length]).toEqual([0, 1]);
    await said(alma, room);
    await take(slug, { kind: 'revisited', on: TODAY, stage: FIRST, reason: 'Think again' });
    expect(await approverOf(slug, anna)).toMatchObject({ state: 'awaited', isAsked: true });
    const [again] = await gatesOf(anna, room);
    expect(again?.said).toEqual([]);
    await take(slug, { kind: 'given-up', on: TODAY, reason: 'Too dear' });
    expect(await gatesOf(anna, room)).toEqual([]);
    expect((await say(anna, room, again?.id ?? '')).status).toBe(404);
  });

  it('asks nobody where whoever moved the alliance does not share, and says so', async () => {
    const { slug, room } = await shared();
    await take(slug, naming([alma], { stage: 'partner-selection' }));
    expect((await step(slug, on('partner-selection'), mei)).status).toBe(201);
    expect(await gatesOf(alma, room)).toEqual([]);
    expect(await approverOf(slug, alma, mei, 'partner-selection')).toMatchObject({ state: 'awaited', isAsked: false });
    await take(slug, naming([alma], { stage: 'partner-selection', on: TODAY }));
    expect(await gatesOf(alma, room)).toHaveLength(1);
  });
});

describe('an approver of the partner who left', () => {
  it.each<readonly [string, (room: string, guest: TestPerson) => Promise<unknown>]>([
    ['as the room was withdrawn', (room) => askAs(owner, 'DELETE', `/publications/${room}`)],
    ['as they are no guest any more', (_, guest) => askAs(owner, 'DELETE', `/guests/${guest.id}`)],
  ])('is told as such and holds the gate shut, %s; who had approved has approved', async (_, leave) => {
    const one = await guestOf('rival-a', 'One of A');
    const { slug, room } = await shared();
    await take(slug, naming([one, mei]));
    expect((await step(slug, ownWord(), mei)).status).toBe(201);
    const [gate] = await gatesOf(one, room);
    await leave(room, one);
    expect(await approverOf(slug, one)).toMatchObject({ state: 'awaited', hasLeft: true });
    expect((await say(one, room, gate?.id ?? '')).status).toBe(404);
    expect((await step(slug, on('partner-selection'))).body['code']).toBe('gate-shut');
    await take(slug, naming([mei]));
    expect((await step(slug, on('partner-selection'))).status).toBe(201);

    const other = await guestOf('rival-a', 'Other of A');
    const later = await shared();
    await take(later.slug, naming([other]));
    await said(other, later.room);
    await leave(later.room, other);
    expect(await approverOf(later.slug, other)).toMatchObject({ state: 'approved', hasLeft: true });
    expect((await step(later.slug, on('partner-selection'))).status).toBe(201);
  });

  it('and came back as a member does not speak for the partner', async () => {
    const turned = await guestOf('rival-a', 'Turned of A');
    const { slug } = await shared();
    await take(slug, naming([turned]));
    await askAs(owner, 'DELETE', `/guests/${turned.id}`);
    await sql`update app.member set role = 'contributor', ended_at = null, partner_id = null
      where workspace_id = ${workspaceId}::uuid and person_id = ${turned.id}::uuid`.execute(server.database.superuser);
    expect((await read(slug, turned)).abilities.judgeGate).toBe(false);
    expect(await codeOf(step(slug, ownWord(), turned))).toEqual([409, 'approver-unnamed']);
  });
});

describe('what members read', () => {
  it('tells on the board and on Today whose word is awaited, until it is there', async () => {
    const { slug, room } = await shared();
    await take(slug, naming([anna]), { kind: 'planned', on: '2003-11-01', stage: FIRST, due: '2026-11-01' });
    const card = async () =>
      lifecycleRoutes.board.answer
        .parse((await askAs(reader, 'GET', '/lifecycles')).body)
        .alliances.find((each) => each.slug === slug);
    const gate = async () =>
      (
        (await askAs(reader, 'GET', '/today?asOf=2026-11-23')).body['items'] as {
          alliance: { slug: string };
          people: { name: string }[];
        }[]
      ).find(({ alliance }) => alliance.slug === slug);
    expect((await card())?.gate.awaited).toMatchObject([{ name: 'Anna of A', organisation: 'Rival A' }]);
    expect((await gate())?.people).toMatchObject([{ name: 'Anna of A' }]);
    await said(anna, room);
    expect((await card())?.gate).toEqual({ isOpen: true, awaited: [] });
    expect((await gate())?.people).toEqual([]);
  });

  it('is in the audit without words, and the chain holds', async () => {
    const { slug, room } = await shared();
    await take(slug, { ...naming([anna]), toPartner: 'Words to the partner' } as Asked);
    await said(anna, room, { verdict: 'refused', words: 'Words of the partner' });
    const { rows } = await sql<{ content: string }>`
      select content from app.audit_entry where action in ('gate', 'gate-word') order by sequence desc limit 2`.execute(
      server.database.superuser,
    );
    const [word, gate] = rows.map(({ content }) => JSON.parse(content) as Record<string, unknown>);
    expect(gate).toMatchObject({
      action: 'gate',
      publication: room,
      grantee: anna.id,
      granteeName: 'Anna of A',
      state: 'sent',
      stage: FIRST,
    });
    expect(word).toMatchObject({ action: 'gate-word', actor: anna.id, verdict: 'refused', partnerName: 'Rival A' });
    expect(rows.map(({ content }) => content).join()).not.toContain('Words');
    expect((await askAs(owner, 'POST', '/audit/verification', {})).body['faults']).toEqual([]);
    const deeds = (await askAs(owner, 'GET', `/publications/${room}`)).body['deeds'] as { action: string }[];
    expect(deeds.map(({ action }) => action)).toContain('gate-word');
  });
});

describe('the database by itself', () => {
  const asGuest = (guest: TestPerson, statement: ReturnType<typeof sql>) =>
    inWorkspace(server.database.room, { workspaceId, actorId: guest.id }, (transaction) =>
      statement.execute(transaction),
    );
  const asMember = (who: TestPerson, statement: ReturnType<typeof sql>) =>
    inWorkspace(server.database.app, { workspaceId, actorId: who.id }, (transaction) => statement.execute(transaction));
  const word = (gate: string, who: TestPerson) => sql`
    insert into room.gate_word (workspace_id, gate_id, person_id, person_name, verdict, day, said_at)
    values (${workspaceId}::uuid, ${gate}::uuid, ${who.id}::uuid, 'Somebody', 'approved', '2000-01-01', '2000-01-01')`;

  it('takes the word of nobody but the guest who is asked, of its own day, and changes none', async () => {
    const { slug, room } = await shared();
    await take(slug, naming([anna]));
    const gate = (await gatesOf(anna, room))[0]?.id ?? '';
    await expect(asGuest(alma, word(gate, alma))).rejects.toMatchObject({ code: /42501|23000/ });
    await expect(asGuest(alma, word(gate, anna))).rejects.toMatchObject({ code: /42501|23000|23502/ });
    await expect(asMember(owner, word(gate, anna))).rejects.toMatchObject({ code: '42501' });
    await asGuest(anna, word(gate, anna));
    const { rows } = await sql<{ name: string; day: string }>`
      select person_name as name, day::text from room.gate_word where gate_id = ${gate}::uuid`.execute(
      server.database.superuser,
    );
    expect(rows).toEqual([{ name: 'Anna of A', day: TODAY }]);
    for (const statement of [sql`update room.gate_word set verdict = 'refused'`, sql`delete from room.gate_word`]) {
      await expect(asGuest(anna, statement)).rejects.toMatchObject({ code: '42501' });
      await expect(asMember(owner, statement)).rejects.toMatchObject({ code: '42501' });
    }
    await take(slug, naming([]));
    await expect(asGuest(anna, word(gate, anna))).rejects.toMatchObject({ code: /42501|23000/ });
  });

  it('asks nobody to whom no room of the alliance is open, and asks no more what is closed', async () => {
    const { room } = await shared();
    const asking = (who: TestPerson) => sql`
      insert into room.gate (workspace_id, publication_id, person_id, stage, stage_name, asked_by_step, asked_on)
      values (${workspaceId}::uuid, ${room}::uuid, ${who.id}::uuid, 'design', '{"en":"d","ja":"d","zh-Hant":"d"}', 1, '2003-10-01') returning id`;
    await expect(asMember(owner, asking(bert))).rejects.toThrow('No room of the alliance is open');
    await expect(asMember(mei, asking(anna))).rejects.toMatchObject({ code: /42501|23000/ });
    await asMember(owner, asking(anna));
    const close = sql`update room.gate set closed_at = now() where publication_id = ${room}::uuid`;
    await asMember(reader, close);
    expect(await gatesOf(anna, room)).toHaveLength(1);
    await asMember(mei, close);
    expect(await gatesOf(anna, room)).toEqual([]);
    await expect(asMember(mei, close)).rejects.toThrow('stays closed');
  });
});
