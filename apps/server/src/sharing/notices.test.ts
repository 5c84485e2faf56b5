import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { sendNotices } from './notices.commands.ts';
import { daysAhead, sharing } from './test-rooms.ts';

const world = await sharing();
const { asOwner, guestOf, publish, server, idOf } = world;
const { app, superuser } = server.database;
const anna = await guestOf('rival-a', 'Anna of A');
const bert = await guestOf('rival-b', 'Bert of B');

type Letter = { readonly to: string; readonly subject: string; readonly text: string };
const reports: string[] = [];

/** Sends what is due, by a post that may fail. */
async function sent(isFailing = false): Promise<Letter[]> {
  const letters: Letter[] = [];
  const send = (letter: Letter): Promise<void> => {
    if (isFailing) return Promise.reject(new Error(`550 no mailbox ${letter.to}`));
    letters.push(letter);
    return Promise.resolve();
  };
  await sendNotices({ database: app, origin: 'https://entente.example', send, report: (line) => reports.push(line) });
  return letters;
}
const waiting = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from app.notice`.execute(superuser)).rows[0]?.n ?? -1;

beforeEach(() => sent());

/** A room that is open to a partner, with a request to it. */
async function asked(partner: string) {
  const publication = await publish([{ partner }]);
  const request = await asOwner('POST', `/publications/${publication.id}/requests`, {
    kind: 'venture-stakes',
    partner,
  });
  expect([publication.status, request.status]).toEqual([201, 201]);
  return { publication: publication.id, request: request.id };
}

describe('a notice goes', () => {
  test('to the guests of a partner when a room is opened for them, and to nobody else', async () => {
    const { id } = await publish([{ partner: 'rival-a' }]);
    const letters = await sent();
    expect(letters.map(({ to }) => to)).toEqual([anna.email]);
    expect(letters[0]?.subject).toBe('A room is open to you: For partners');
    expect(letters[0]?.text).toContain(`https://entente.example/rooms/${id}`);
  });

  test('to those who hold it when it is published anew, and not to those from whom it was withdrawn', async () => {
    const { id, body } = await publish([{ partner: 'rival-a' }, { person: bert.id }]);
    await sent();
    const grants = body['grants'] as { id: string; version: number; person: unknown }[];
    const [grant] = grants.filter(({ person }) => person !== null && person !== undefined);
    await asOwner(
      'PATCH',
      `/publications/${id}/grants/${grant?.id ?? ''}`,
      { withdrawn: true },
      { 'if-match': String(grant?.version) },
    );
    expect((await asOwner('POST', `/publications/${id}/editions`)).status).toBe(201);
    expect((await sent()).map(({ to, subject }) => [to, subject])).toEqual([
      [anna.email, 'A new edition: For partners'],
    ]);
  });

  test('to a partner of whom something is asked, and to those who published when it answers and signs', async () => {
    const { publication, request } = await asked('rival-a');
    expect((await sent()).map(({ subject }) => subject)).toEqual([
      'A room is open to you: For partners',
      'Your answer is asked for: For partners',
    ]);
    const at = `/rooms/${publication}/requests/${request}`;
    await server.ask('POST', `${at}/draft`, { verdict: 'confirm', words: 'Twelve and a half' }, anna.headers);
    expect(await sent()).toEqual([]);
    expect((await server.ask('POST', `${at}/answers`, undefined, anna.headers)).status).toBeLessThan(300);
    const [answered, ...none] = await sent();
    expect(none).toEqual([]);
    expect(answered).toMatchObject({ to: world.owner.email, subject: 'An answer: For partners' });
    expect(answered?.text).toContain(`https://entente.example/w/firm/partner-rooms/${publication}`);
  });

  test('without a word of any record, and without the name of anybody but whom it is for', async () => {
    const { publication, request } = await asked('rival-b');
    const at = `/rooms/${publication}/requests/${request}`;
    await server.ask('POST', `${at}/draft`, { verdict: 'confirm', words: 'Twelve and a half' }, bert.headers);
    await server.ask('POST', `${at}/answers`, undefined, bert.headers);
    const letters = await sent();
    expect(letters.length).toBeGreaterThanOrEqual(3);
    for (const { to, subject, text } of letters) {
      const whole = `${subject} ${text}`;
      const others = ['Anna of A', 'Bert of B', 'Owner One'].filter(
        (name) => !to.startsWith(name.split(' ')[0]?.toLowerCase() ?? ''),
      );
      for (const word of ['Rival', 'The Alliance', 'The Venture', '12.5', 'Twelve', 'Our Firm', '@', ...others])
        expect([word, whole.includes(word)]).toEqual([word, false]);
    }
  });

  test('in the language of whoever gets it', async () => {
    await sql`update app.person set language = 'ja' where id = ${anna.id}`.execute(superuser);
    await publish([{ partner: 'rival-a' }]);
    expect((await sent())[0]?.subject).toBe('ルームが公開されました：For partners');
    await sql`update app.person set language = null where id = ${anna.id}`.execute(superuser);
  });

  test('to nobody who turned them off, until they turn them on', async () => {
    const turn = (wanted: boolean) => server.ask('PATCH', '/account/notices', { wanted }, anna.headers);
    expect((await turn(false)).body).toEqual({ wanted: false });
    expect((await server.ask('GET', '/account/notices', undefined, bert.headers)).body).toEqual({ wanted: true });
    await publish([{ partner: 'rival-a' }]);
    expect(await sent()).toEqual([]);
    expect((await turn(true)).body).toEqual({ wanted: true });
    await publish([{ partner: 'rival-a' }]);
    expect(await sent()).toHaveLength(1);
  });
});

describe('a letter that cannot be sent', () => {
  test('fails no act, is reported without an address, and tried again later until it is given up', async () => {
    reports.length = 0;
    expect((await publish([{ partner: 'rival-a' }])).status).toBe(201);
    expect(await sent(true)).toEqual([]);
    expect(reports).toEqual(['A notice could not be sent: 550 no mailbox …']);
    expect([await waiting(), await sent()]).toEqual([1, []]);
    await sql`update app.notice set due_at = now()`.execute(superuser);
    expect(await sent()).toHaveLength(1);
    expect(await waiting()).toBe(0);
    await publish([{ partner: 'rival-a' }]);
    await sql`update app.notice set attempts = 11`.execute(superuser);
    await sent(true);
    expect(reports.at(-1)).toBe('A notice could not be sent and is given up: 550 no mailbox …');
    expect(await waiting()).toBe(0);
  });

  test('of two servers, one sends', async () => {
    await publish([{ partner: 'rival-a' }], { until: daysAhead(3) });
    const both = await Promise.all([sent(), sent()]);
    expect(both.flat()).toHaveLength(1);
  });
});

describe('what waits to be sent', () => {
  test('is seen by no person, and written by none', async () => {
    await publish([{ partner: 'rival-a' }]);
    expect(await waiting()).toBe(1);
    await app.transaction().execute(async (transaction) => {
      await sql`select set_config('entente.actor', ${world.owner.id}, true), set_config('entente.workspace', ${world.workspaceId}, true)`.execute(
        transaction,
      );
      expect((await sql`select from app.notice`.execute(transaction)).rows).toEqual([]);
      const forged = sql`
        insert into app.notice (workspace_id, kind, publication_id, title, slug, email, name, language)
        values (${world.workspaceId}, 'opened', ${await idOf('/alliances/alliance')}, 'x', 'firm', 'a@example.org', 'A', 'en')`;
      await expect(forged.execute(transaction)).rejects.toMatchObject({ code: '42501' });
    });
  });
});
