import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { enrol } from '../authorisation/test-people.store.ts';
import { type Browser, invitesAnybody, signedUp, signInServer } from './test-sign-in.ts';

const server = await signInServer({ invitationOf: invitesAnybody });
const browser = await signedUp(server, 'invited:hanako@lioho.example');
const other = await signedUp(server, 'invited:kenji@lioho.example');
const workspace = await browser.ask('POST', '/workspaces', { name: 'Here', slug: 'here' });
await browser.ask('POST', '/workspaces', { name: 'There', slug: 'there' });
await other.ask('GET', '/workspaces');
const { rows: people } = await sql<{
  id: string;
}>`select id from app.person where email = 'kenji@lioho.example'`.execute(server.database.superuser);
await enrol(server.database, String(workspace.body['id']), people[0]?.id ?? '', 'reader');
const KEYS = '/workspaces/here/api-keys';

const asked = { name: 'Nightly export', scopes: ['register.read', 'history.read'], days: 30 };
async function newKey(owner: Browser = browser) {
  const made = await owner.ask('POST', KEYS, asked);
  expect(made.status).toBe(201);
  return { id: String(made.body['id']), key: String(made.body['key']), body: made.body };
}
const identityOf = (authorization: string, cookie?: string) =>
  server.signIn.identify({ headers: { authorization, ...(cookie === undefined ? {} : { cookie }) } });

describe('an API key', () => {
  test('is shown once, kept as a digest, and says who, where and what for', async () => {
    const { id, key, body } = await newKey();
    expect(key).toMatch(/^entente_[A-Za-z0-9_-]{43}$/);
    expect(body['start']).toBe(key.slice(0, 12));
    const listed = await browser.ask('GET', KEYS);
    expect(listed.text).not.toContain(key);
    const { rows } = await sql<{ text: string }>`select k::text as text from auth.api_key k`.execute(
      server.database.auth,
    );
    expect(rows.map(({ text }) => text).join()).not.toContain(key.slice(12));
    expect(await identityOf(`Bearer ${key}`)).toEqual({
      kind: 'key',
      keyId: id,
      accountId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      workspaceId: workspace.body['id'],
      scopes: ['history.read', 'register.read'],
    });
  });

  test('says when it was last used', async () => {
    const { id, key } = await newKey();
    const lastUsed = async () => {
      const items = (await browser.ask('GET', KEYS)).body['items'] as { id: string; lastUsedAt: string | null }[];
      return items.find((item) => item.id === id)?.lastUsedAt;
    };
    expect(await lastUsed()).toBeNull();
    await identityOf(`Bearer ${key}`);
    expect(await lastUsed()).toMatch(/^20/);
  });

  test('works no more at once when it is ended, and when its days are over', async () => {
    const [ended, over] = [await newKey(), await newKey()];
    expect((await browser.ask('DELETE', `${KEYS}/${ended.id}`)).status).toBe(204);
    expect(await identityOf(`Bearer ${ended.key}`)).toEqual({ kind: 'nobody' });
    await sql`update auth.api_key set created_at = now() - interval '31 days', expires_at = now() - interval '1 second'
      where id = ${over.id}`.execute(server.database.auth);
    expect(await identityOf(`Bearer ${over.key}`)).toEqual({ kind: 'nobody' });
  });

  test('that is wrong is not made good by a session', async () => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const authorization of ['Bearer entente_x', 'Basic aGFuYWtvOng=', 'Bearer', '']) {
      expect(await identityOf(authorization, cookie)).toEqual({ kind: 'nobody' });
    }
  });

  test('makes no key, opens no account and ends no session', async () => {
    const { key } = await newKey();
    const program = server.browser();
    const headers = { authorization: `Bearer ${key}` };
    for (const [method, path, body] of [
      ['POST', KEYS, asked],
      ['GET', KEYS, undefined],
      ['GET', '/account', undefined],
      ['GET', '/account/sessions', undefined],
      ['DELETE', '/account/sessions', undefined],
    ] as const) {
      expect(await program.ask(method, path, body, headers)).toMatchObject({ status: 404, code: 'not-found' });
    }
  });

  test('does what its scopes allow, in its workspace alone', async () => {
    const { key } = await newKey();
    const headers = { authorization: `Bearer ${key}` };
    const program = server.browser();
    expect((await program.ask('GET', '/workspaces/here/organisations', undefined, headers)).status).toBe(200);
    const written = await program.ask('POST', '/workspaces/here/organisations', { name: 'Lioho' }, headers);
    expect(written).toMatchObject({ status: 404, code: 'not-found' });
    const elsewhere = await program.ask('GET', '/workspaces/there/organisations', undefined, headers);
    expect(elsewhere).toMatchObject({ status: 404, code: 'workspace-not-found' });
  });

  test('does no more than its owner may', async () => {
    const made = await other.ask('POST', KEYS, { ...asked, scopes: ['register.read', 'register.write'] });
    const headers = { authorization: `Bearer ${String(made.body['key'])}` };
    const program = server.browser();
    expect((await program.ask('GET', '/workspaces/here/organisations', undefined, headers)).status).toBe(200);
    expect((await program.ask('POST', '/workspaces/here/organisations', { name: 'Lioho' }, headers)).status).toBe(404);
  });

  test.each([
    ['without an end', { ...asked, days: undefined }],
    ['for more than a year', { ...asked, days: 366 }],
    ['for no action', { ...asked, scopes: [] }],
    ['for its owner’s account', { ...asked, scopes: ['account.use'] }],
    ['to make keys', { ...asked, scopes: ['keys.write'] }],
    ['for an action that is none', { ...asked, scopes: ['everything'] }],
  ])('is not made %s', async (_what, body) => {
    expect((await browser.ask('POST', KEYS, body)).status).toBe(400);
  });

  test('is not kept beyond a year by the database either', async () => {
    const { id } = await newKey();
    const longer = sql`update auth.api_key set expires_at = now() + interval '3 years' where id = ${id}`;
    await expect(longer.execute(server.database.auth)).rejects.toMatchObject({ code: '23514' });
  });

  test('of somebody else, or of another workspace, is not found', async () => {
    const { id, key } = await newKey();
    const absent = await other.ask('DELETE', `${KEYS}/00000000-0000-4000-8000-000000000000`);
    const foreign = await other.ask('DELETE', `${KEYS}/${id}`);
    expect(foreign).toMatchObject({ status: 404, code: 'key-not-found' });
    expect({ ...foreign.body, instance: '' }).toEqual({ ...absent.body, instance: '' });
    expect((await browser.ask('DELETE', `/workspaces/there/api-keys/${id}`)).status).toBe(404);
    expect((await other.ask('GET', KEYS)).text).not.toContain(id);
    expect(await identityOf(`Bearer ${key}`)).toMatchObject({ kind: 'key', keyId: id });
  });

  test('belongs to an account: the local user of the demo makes none', async () => {
    const local = server.browser();
    await local.ask('POST', '/workspaces', { name: 'Local', slug: 'local' });
    const answer = await local.ask('POST', '/workspaces/local/api-keys', asked);
    expect(answer).toMatchObject({ status: 401, code: 'sign-in-required' });
  });

  // @asvs V2.3.2
  test('is one of fifty at most', async () => {
    await sql`insert into auth.api_key (user_id, workspace_id, name, start, token_digest, scopes, expires_at)
      select user_id, workspace_id, 'filler', 'entente_fill', sha256(n::text::bytea), array['register.read'],
        now() + interval '1 day'
      from (select user_id, workspace_id from auth.api_key limit 1) k, generate_series(1, 50) n`.execute(
      server.database.auth,
    );
    expect(await browser.ask('POST', KEYS, asked)).toMatchObject({ status: 409, code: 'keys-full' });
  });
});
