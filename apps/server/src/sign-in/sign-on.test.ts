import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testProvider } from './test-provider.ts';
import { type Browser, PASSWORD, signedUp, signInServer } from './test-sign-in.ts';

const REDIRECT = 'http://localhost:15502/sign-on';
/** Tokens of tests: `invited:EMAIL`, or `invited:EMAIL>SLUG` to a workspace. */
const slugs = new Map<string, string>();
const server = await signInServer({
  environment: { ENTENTE_PRIVATE_NETWORK: '1' },
  invitationOf: (token) => {
    const [, email = '', slug = ''] = /^invited:([^>]+)>?(.*)$/.exec(token) ?? [];
    const workspaceId = slugs.get(slug) ?? '';
    return Promise.resolve(email === '' ? null : { email, workspaceId, isProofOfEmail: true });
  },
});
const owner = await signedUp(server, 'invited:owner@lioho.example');
const rival = await signedUp(server, 'invited:rival@elsewhere.example');
const idp = await testProvider(REDIRECT);
const rivalsIdp = await testProvider(REDIRECT);

async function withProvider(browser: Browser, slug: string, { issuer, client }: typeof idp): Promise<string> {
  const made = await browser.ask('POST', '/workspaces', { name: slug, slug });
  slugs.set(slug, String(made.body['id']));
  const body = { name: 'Directory', issuer, ...client };
  const provider = await browser.ask('POST', `/workspaces/${slug}/sign-on-providers`, body);
  expect(provider.status).toBe(201);
  return String(provider.body['id']);
}
const provider = await withProvider(owner, 'here', idp);
const rivals = await withProvider(rival, 'there', rivalsIdp);
beforeEach(() => sql`delete from auth.attempt`.execute(server.database.auth));

const begin = async (browser: Browser, id = provider) =>
  String((await browser.ask('POST', '/session/sign-on', { provider: id })).body['url']);
const complete = (browser: Browser, query: string, invitation?: string) =>
  browser.ask('POST', '/session/sign-on/completion', { query, ...(invitation === undefined ? {} : { invitation }) });
async function signOn(browser: Browser, as: string, invitation?: string, id = provider, through = idp) {
  return complete(browser, await through.passThrough(await begin(browser, id), as), invitation);
}

describe('signing in by an identity provider', () => {
  test('takes an invitation to its workspace the first time, and none afterwards', async () => {
    const uninvited = await signOn(server.browser(), 'hanako');
    expect(uninvited).toMatchObject({ status: 403, code: 'sign-on-uninvited' });
    const browser = server.browser();
    const first = await signOn(browser, 'hanako', 'invited:hanako@lioho.example>here');
    expect(first.body).toMatchObject({
      state: 'signed-in',
      account: { name: 'Person hanako', email: 'hanako@lioho.example', emailVerified: false },
    });
    const again = await signOn(server.browser(), 'hanako');
    expect(again.body['account']).toEqual(first.body['account']);
    expect((await browser.ask('GET', '/account')).status).toBe(200);
  });

  // @asvs V10.2.1 V10.5.1
  test('asks with PKCE, a state and a nonce', async () => {
    const { searchParams } = new URL(await begin(server.browser()));
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) expect(searchParams.get(name)?.length).toBeGreaterThan(40);
    expect(searchParams.get('redirect_uri')).toBe(REDIRECT);
  });

  test('gives a session that no script reads, under a new id', async () => {
    const browser = server.browser();
    const answer = await signOn(browser, 'kenji', 'invited:kenji@lioho.example>here');
    const cookie = answer.setCookies.find((each) => each.startsWith('entente.session_token=')) ?? '';
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(attribute);
    const before = browser.cookies.get('entente.session_token');
    await signOn(browser, 'kenji');
    expect(browser.cookies.get('entente.session_token')).not.toBe(before);
    expect(browser.cookies.has('entente.sign_on')).toBe(false);
  });

  test('never takes an account with the same e-mail for whoever comes', async () => {
    await signedUp(server, 'invited:same@lioho.example');
    const refused = await signOn(server.browser(), 'same');
    expect(refused).toMatchObject({ status: 403, code: 'sign-on-uninvited' });
    const answer = await signOn(server.browser(), 'same', 'invited:same@lioho.example>here');
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from auth."user" where email = 'same@lioho.example'`.execute(server.database.auth);
    expect(rows).toEqual([{ n: 1 }]);
    const byPassword = await server
      .browser()
      .ask('POST', '/session', { email: 'same@lioho.example', password: PASSWORD });
    const ids = [answer, byPassword].map(({ body }) => (body['account'] as { id: string }).id);
    expect(new Set(ids).size).toBe(2);
  });

  // @asvs V6.8.1 V10.5.2
  test('tells the same subject at another firm’s provider apart', async () => {
    const mine = await signOn(server.browser(), 'twin', 'invited:twin@lioho.example>here');
    expect(mine.status).toBe(200);
    const theirs = await signOn(server.browser(), 'twin', undefined, rivals, rivalsIdp);
    expect(theirs).toMatchObject({ status: 403, code: 'sign-on-uninvited' });
    const invitedThere = await signOn(server.browser(), 'twin', 'invited:twin@lioho.example>there', rivals, rivalsIdp);
    const ids = [mine, invitedThere].map(({ body }) => (body['account'] as { id: string }).id);
    expect(new Set(ids).size).toBe(2);
  });

  test.each([
    ['to another workspace', 'guest', 'invited:guest@lioho.example>there'],
    ['for another e-mail', 'guest', 'invited:owner@lioho.example>here'],
    ['that is none', 'guest', 'forged'],
    ['for an e-mail that the provider does not vouch for', 'guest#unverified', 'invited:guest@lioho.example>here'],
  ])('refuses an invitation %s', async (_what, as, invitation) => {
    const before = await sql`select from auth."user"`.execute(server.database.auth);
    expect(await signOn(server.browser(), as, invitation)).toMatchObject({ status: 403, code: 'sign-on-uninvited' });
    const after = await sql`select from auth."user"`.execute(server.database.auth);
    expect(after.rows).toHaveLength(before.rows.length);
  });
});

describe('the way back', () => {
  const refused = { status: 401, code: 'sign-on-refused' };

  // @asvs V7.6.2 V10.1.2
  test('is open to the browser that was sent alone', async () => {
    const victim = server.browser();
    const attacker = server.browser();
    const query = await idp.passThrough(await begin(attacker), 'hanako');
    await begin(victim);
    expect(await complete(victim, query)).toMatchObject(refused);
    expect((await victim.ask('GET', '/session')).body).toMatchObject({ state: 'demo' });
  });

  test('is open once', async () => {
    const browser = server.browser();
    const query = await idp.passThrough(await begin(browser), 'hanako');
    const cookie = browser.cookies.get('entente.sign_on') ?? '';
    await complete(browser, query, 'invited:hanako@lioho.example>here');
    browser.cookies.set('entente.sign_on', cookie);
    expect(await complete(browser, query)).toMatchObject(refused);
  });

  test('is open for ten minutes', async () => {
    const browser = server.browser();
    const query = await idp.passThrough(await begin(browser), 'hanako');
    await sql`update auth.sign_on_attempt set expires_at = now() - interval '1 second'`.execute(server.database.auth);
    expect(await complete(browser, query)).toMatchObject(refused);
  });

  test.each([
    ['a code that is made up', (query: string) => query.replace(/code=[^&]+/, 'code=forged')],
    ['no state', (query: string) => query.replace(/&?state=[^&]+/, '')],
    ['an error of the provider', (query: string) => query.replace(/code=[^&]+/, 'error=access_denied')],
    ['another issuer', (query: string) => query.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example')],
  ])('is closed to %s', async (_what, change) => {
    const browser = server.browser();
    const query = await idp.passThrough(await begin(browser), 'hanako');
    expect(await complete(browser, change(query))).toMatchObject(refused);
  });

  // @asvs V10.2.2
  test('of one provider does not lead in through another', async () => {
    const browser = server.browser();
    const atRivals = await rivalsIdp.passThrough(await begin(browser, rivals), 'hanako');
    const state = new URL(await begin(browser)).searchParams.get('state') ?? '';
    const mixed = atRivals.replace(/state=[^&]+/, `state=${state}`);
    expect(await complete(browser, mixed)).toMatchObject(refused);
  });
});

describe('an account of an identity provider', () => {
  test('is for the workspace that configured it, whatever else it joins', async () => {
    const browser = server.browser();
    await signOn(browser, 'both', 'invited:both@lioho.example>here');
    await browser.ask('GET', '/workspaces');
    for (const slug of ['here', 'there']) {
      await sql`insert into app.member (workspace_id, person_id, role)
        select ${slugs.get(slug)}, id, 'reader' from app.person where email = 'both@lioho.example'`.execute(
        server.database.superuser,
      );
    }
    expect((await browser.ask('GET', '/workspaces/here/organisations')).status).toBe(200);
    expect((await browser.ask('GET', '/workspaces')).body).toMatchObject({ items: [{ slug: 'here' }], total: 1 });
    expect(await browser.ask('GET', '/workspaces/there/organisations')).toMatchObject({
      status: 404,
      code: 'workspace-not-found',
    });
  });

  // @asvs V7.4.2
  test('ends with its provider, at the next request', async () => {
    const id = await withProvider(owner, 'brief', idp);
    const browser = server.browser();
    await signOn(browser, 'brief', 'invited:brief@lioho.example>brief', id);
    expect((await browser.ask('GET', '/account')).status).toBe(200);
    const foreign = await rival.ask('DELETE', `/workspaces/there/sign-on-providers/${id}`);
    expect(foreign).toMatchObject({ status: 404, code: 'provider-not-found' });
    expect((await owner.ask('DELETE', `/workspaces/brief/sign-on-providers/${id}`)).status).toBe(204);
    expect((await browser.ask('GET', '/account')).status).toBe(401);
    expect(await browser.ask('POST', '/session/sign-on', { provider: id })).toMatchObject({ code: 'sign-on-refused' });
  });
});

describe('an identity provider', () => {
  test('is kept without its secret in sight, and listed for its workspace alone', async () => {
    const listed = await owner.ask('GET', '/workspaces/here/sign-on-providers');
    expect(listed.body).toMatchObject({ items: [{ id: provider, issuer: idp.issuer, redirectUri: REDIRECT }] });
    const { rows } = await sql<{ text: string }>`select p::text as text from auth.sign_on_provider p`.execute(
      server.database.auth,
    );
    for (const text of [listed.text, ...rows.map((row) => row.text)]) expect(text).not.toContain('a secret between');
    expect(await rival.ask('GET', '/workspaces/here/sign-on-providers')).toMatchObject({ status: 404 });
  });

  test('is changed but for its issuer, and its secret is told to nobody', async () => {
    const path = `/workspaces/here/sign-on-providers/${provider}`;
    const changed = await owner.ask('PATCH', path, { name: 'Firm directory', clientSecret: 'wrong' });
    expect(changed.body).toMatchObject({ id: provider, name: 'Firm directory', clientId: idp.client.clientId });
    expect(changed.text).not.toContain('wrong');
    expect((await owner.ask('POST', `${path}/test`)).body).toEqual({ client: 'refused' });
    await owner.ask('PATCH', path, { clientSecret: idp.client.clientSecret });
    expect((await owner.ask('POST', `${path}/test`)).body).toEqual({ client: 'accepted' });
    expect((await owner.ask('PATCH', path, { issuer: rivalsIdp.issuer })).status).toBe(400);
    const foreign = `/workspaces/there/sign-on-providers/${provider}`;
    for (const refused of [
      await rival.ask('PATCH', foreign, { name: 'Ours' }),
      await rival.ask('POST', `${foreign}/test`),
    ]) {
      expect(refused).toMatchObject({ status: 404, code: 'provider-not-found' });
    }
  });

  test('is found by the short name of its workspace where that is wanted, and by an invitation', async () => {
    const find = async (body: unknown) => (await server.browser().ask('POST', '/session/sign-on/search', body)).text;
    const nothing = await find({ workspace: 'not-there' });
    expect(JSON.parse(nothing)).toEqual({ items: [] });
    expect(await find({ workspace: 'here' })).toBe(nothing);
    expect(await find({ invitation: 'forged' })).toBe(nothing);
    const found = { items: [{ id: provider, name: 'Firm directory' }] };
    expect(JSON.parse(await find({ invitation: 'invited:new@lioho.example>here' }))).toEqual(found);
    await owner.ask('PATCH', `/workspaces/here/sign-on-providers/${provider}`, { findable: true });
    expect(JSON.parse(await find({ workspace: 'here' }))).toEqual(found);
  });

  // @asvs V6.8.2 V9.1.1 V9.1.3
  test('whose tokens are not signed with the keys that it publishes lets nobody in', async () => {
    const forging = await testProvider(REDIRECT);
    const id = await withProvider(owner, 'forged', forging);
    const come = () => signOn(server.browser(), 'ken', 'invited:ken@lioho.example>forged', id, forging);
    expect((await come()).status).toBe(200);
    await forging.publishOtherKeys();
    expect(await come()).toMatchObject({ status: 401, code: 'sign-on-refused' });
  });

  test('that does not answer as one is not taken', async () => {
    const body = { name: 'Broken', issuer: 'http://127.0.0.1:1', clientId: 'x', clientSecret: 'y' };
    const answer = await owner.ask('POST', '/workspaces/here/sign-on-providers', body);
    expect(answer).toMatchObject({ status: 422, code: 'provider-unreachable' });
  });
});
