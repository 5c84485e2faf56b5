import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { prepared, tag } from './test-records.ts';
import { testServer } from './test-server.ts';

const server = await testServer();
const { ask, database } = server;
const path = await prepared(server, 'again');
const version = async (): Promise<number> => Number((await ask('GET', path)).body['version']);
const key = (text: string) => ({ 'idempotency-key': text });

test('a repetition gets the first answer, headers and all, and changes nothing', async () => {
  const send = () => ask('POST', `${path}/houses`, { name: 'Once' }, key('a'));
  const first = await send();
  const before = await version();
  const second = await send();
  expect(second.status).toBe(201);
  expect(second.body).toEqual(first.body);
  for (const header of ['etag', 'location', 'entente-change'])
    expect(second.headers[header]).toBe(first.headers[header]);
  expect(await version()).toBe(before);
  expect((await ask('GET', `${path}/houses?q=once`)).body['total']).toBe(1);
});

test('a repetition of a change and of a removal is no stale write', async () => {
  const house = await ask('POST', `${path}/houses`, { name: 'Changed' });
  const change = () =>
    ask('PATCH', `${path}/houses/${house.id}`, { name: 'Changed once' }, { ...tag(house), ...key('b') });
  const [first, second] = [await change(), await change()];
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.body).toEqual(first.body);
  const remove = () => ask('DELETE', `${path}/houses/${house.id}`, undefined, { ...tag(first), ...key('c') });
  expect([(await remove()).status, (await remove()).status]).toEqual([204, 204]);
});

// @asvs V2.3.4
test('ten at once under one key make one record', async () => {
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => ask('POST', `${path}/houses`, { name: 'Ten' }, key('d'))),
  );
  expect(new Set(replies.map(({ id }) => id)).size).toBe(1);
  expect(replies.map(({ status }) => status)).toEqual(Array<number>(10).fill(201));
  expect((await ask('GET', `${path}/houses?q=ten`)).body['total']).toBe(1);
});

test('another request under the same key is refused; under the same key on another route it is its own', async () => {
  await ask('POST', `${path}/houses`, { name: 'First' }, key('e'));
  expect((await ask('POST', `${path}/houses`, { name: 'Second' }, key('e'))).body).toMatchObject({
    status: 422,
    code: 'idempotency-key-reused',
  });
  expect((await ask('POST', `${path}/organisations`, { name: 'First' }, key('e'))).status).toBe(201);
});

test('a refusal is not kept: the mended request may use the key again', async () => {
  const refused = await ask('POST', `${path}/stakes`, { alliance: 'alliance', holder: 'nobody' }, key('f'));
  expect(refused.status).toBe(422);
  expect((await ask('POST', `${path}/stakes`, { alliance: 'alliance', holder: 'parent' }, key('f'))).status).toBe(201);
});

test('a workspace is made once, too', async () => {
  const send = () => ask('POST', '/workspaces', { name: 'Made once' }, key('g'));
  const [first, second] = [await send(), await send()];
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.id).toBe(first.id);
});

test('answers are forgotten after 48 hours', async () => {
  const send = () => ask('POST', `${path}/houses`, { name: 'Forgotten' }, key('h'));
  const first = await send();
  await sql`update app.idempotency_key set created_at = created_at - interval '49 hours' where key = 'h'`.execute(
    database.superuser,
  );
  const second = await send();
  expect(second.status).toBe(201);
  expect(second.id).not.toBe(first.id);
});
