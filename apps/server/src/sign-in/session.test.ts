import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { passwordDesk } from './password-desk.ts';
import { invitesAnybody, PASSWORD, signedUp, signInServer } from './test-sign-in.ts';

let turns = 0;
const desk = passwordDesk();
const counting = <T, R>(work: (given: T) => Promise<R>) => {
  return (given: T): Promise<R> => {
    turns += 1;
    return work(given);
  };
};
const server = await signInServer({
  invitationOf: invitesAnybody,
  passwords: { hash: counting(desk.hash), verify: counting(desk.verify) },
});
const EMAIL = 'hanako@lioho.example';
await signedUp(server, `invited:${EMAIL}`);
const right = { email: EMAIL, password: PASSWORD };
const SESSION = 'entente.session_token';

const signedIn = async () => {
  const browser = server.browser();
  expect((await browser.ask('POST', '/session', right)).status).toBe(200);
  return browser;
};
const stateOf = async (browser: ReturnType<typeof server.browser>) =>
  (await browser.ask('GET', '/session')).body['state'];
const identityOf = (browser: ReturnType<typeof server.browser>, how?: { isLook: boolean }) =>
  server.signIn.identify({ headers: { cookie: [...browser.cookies].map(([n, v]) => `${n}=${v}`).join('; ') } }, how);

describe('signing in', () => {
  // @asvs V3.3.2 V3.3.4 V7.2.2
  test('by e-mail and password makes a session that no script reads and no other site sends', async () => {
    const browser = server.browser();
    const answer = await browser.ask('POST', '/session', { ...right, email: 'Hanako@Lioho.Example' });
    expect(answer.body).toMatchObject({ state: 'signed-in', account: { email: EMAIL, name: 'Sato Hanako' } });
    expect(answer.text).not.toContain('token');
    const cookie = answer.setCookies.find((each) => each.startsWith(SESSION)) ?? '';
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).not.toMatch(/Secure|Domain/);
    expect(await identityOf(browser)).toMatchObject({ kind: 'account', email: EMAIL, emailVerified: true });
  });

  test('answers a wrong password and an unknown e-mail with the same bytes', async () => {
    const wrong = await server.browser().ask('POST', '/session', { ...right, password: 'not the password' });
    const unknown = await server.browser().ask('POST', '/session', { ...right, email: 'nobody@lioho.example' });
    expect(wrong.status).toBe(401);
    expect(wrong.code).toBe('sign-in-refused');
    expect(unknown.text).toBe(wrong.text);
    const said = ({ headers }: typeof wrong) => ({ ...headers, date: null });
    expect(said(unknown)).toEqual(said(wrong));
    expect(wrong.setCookies).toEqual([]);
  });

  test('works on a password as hard for an unknown e-mail, so that time tells nothing', async () => {
    const worked = async (email: string) => {
      turns = 0;
      await server.browser().ask('POST', '/session', { email, password: 'not the password' });
      return turns;
    };
    expect([await worked(EMAIL), await worked('nobody@lioho.example')]).toEqual([1, 1]);
  });

  // @asvs V7.2.4
  test('gives a new id each time and ends the session that the browser had', async () => {
    const browser = await signedIn();
    const before = new Map(browser.cookies);
    await browser.ask('POST', '/session', right);
    expect(browser.cookies.get(SESSION)).not.toBe(before.get(SESSION));
    const old = server.browser();
    for (const [name, value] of before) old.cookies.set(name, value);
    expect(await stateOf(old)).toBe('demo');
  });

  test('never takes over an id that somebody else planted', async () => {
    const browser = server.browser();
    browser.cookies.set(SESSION, 'planted.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=');
    await browser.ask('POST', '/session', right);
    expect(browser.cookies.get(SESSION)).not.toContain('planted');
    const thief = server.browser();
    thief.cookies.set(SESSION, 'planted.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=');
    expect(await stateOf(thief)).toBe('demo');
  });

  // @asvs V7.2.1
  test.each([
    ['without a signature', (value: string) => value.split('.')[0] ?? ''],
    ['with another signature', (value: string) => value.replace(/.{8}%3D$/, 'AAAAAAAA%3D')],
    ['of another token', (value: string) => `x${value}`],
    ['that is broken', () => '%E0%A4%A'],
  ])('is not to be had by a cookie %s', async (_what, change) => {
    const browser = await signedIn();
    browser.cookies.set(SESSION, change(browser.cookies.get(SESSION) ?? ''));
    expect(await identityOf(browser)).toEqual({ kind: 'nobody' });
  });

  test.each([
    ['an array', [EMAIL, 'thief@elsewhere.example']],
    ['an object', { $ne: '' }],
    ['two addresses', `${EMAIL},thief@elsewhere.example`],
  ])('takes no e-mail that is %s', async (_what, email) => {
    expect((await server.browser().ask('POST', '/session', { ...right, email })).status).toBe(400);
  });

  test('from a page of another site is refused before it is read', async () => {
    const answer = await server.browser().ask('POST', '/session', right, { origin: 'https://evil.example' });
    expect(answer).toMatchObject({ status: 403, code: 'foreign-origin' });
  });
});

describe('a session', () => {
  // @asvs V7.4.1
  test('ends at signing out: the cookie goes and would not work', async () => {
    const browser = await signedIn();
    const kept = new Map(browser.cookies);
    expect((await browser.ask('DELETE', '/session')).status).toBe(204);
    expect(browser.cookies.has(SESSION)).toBe(false);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect(await identityOf(browser)).toEqual({ kind: 'nobody' });
  });

  test('that was ended elsewhere is refused at its next request', async () => {
    const here = await signedIn();
    const there = await signedIn();
    const { body } = await here.ask('GET', '/account/sessions');
    const items = body['items'] as { id: string; current: boolean; browser: string; address: string }[];
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    expect(items[0]).toMatchObject({ browser: 'Test browser', address: '127.0.0.1' });
    const mine = await server.signIn.identify({ headers: { cookie: `${SESSION}=${there.cookies.get(SESSION)}` } });
    const id = mine.kind === 'account' ? mine.sessionId : '';
    expect((await here.ask('DELETE', `/account/sessions/${id}`)).status).toBe(204);
    expect(await there.ask('GET', '/account')).toMatchObject({ status: 401, code: 'sign-in-required' });
    expect((await here.ask('GET', '/account')).status).toBe(200);
  });

  test('of another account is not found', async () => {
    const other = await signedUp(server, 'invited:other@lioho.example');
    const mine = await signedIn();
    const theirs = await identityOf(other);
    const id = theirs.kind === 'account' ? theirs.sessionId : '';
    const absent = await mine.ask('DELETE', '/account/sessions/00000000-0000-4000-8000-000000000000');
    const foreign = await mine.ask('DELETE', `/account/sessions/${id}`);
    expect(foreign).toMatchObject({ status: 404, code: 'session-not-found' });
    expect(foreign.body).toEqual({ ...absent.body, instance: foreign.body['instance'] });
    expect(await stateOf(other)).toBe('signed-in');
  });

  test('stays alone when all others are ended', async () => {
    const one = await signedIn();
    const two = await signedIn();
    expect((await two.ask('DELETE', '/account/sessions')).status).toBe(204);
    expect([await stateOf(one), await stateOf(two)]).toEqual(['demo', 'signed-in']);
  });

  // @asvs V7.3.1 V7.3.2
  test.each([
    ['after 12 hours without use', sql`updated_at = now() - interval '12 hours 1 minute'`],
    ['30 days after signing in, however much it is used', sql`expires_at = now() - interval '1 second'`],
  ])('is over %s', async (_when, change) => {
    const browser = await signedIn();
    const { rows } = await sql<{ days: number }>`
      select round(extract(epoch from expires_at - created_at) / 86400)::int as days from auth.session`.execute(
      server.database.auth,
    );
    expect(new Set(rows.map(({ days }) => days))).toEqual(new Set([30]));
    const id = (await identityOf(browser)) as { sessionId: string };
    await sql`update auth.session set ${change} where id = ${id.sessionId}`.execute(server.database.auth);
    expect(await identityOf(browser)).toEqual({ kind: 'nobody' });
    expect((await browser.ask('GET', '/account')).status).toBe(401);
  });

  test.each([
    ['that is used stays', false],
    ['that is only looked at by a stream of its pages does not count as used', true],
  ])('%s', async (_, isLook) => {
    const browser = await signedIn();
    const id = (await identityOf(browser)) as { sessionId: string };
    await sql`update auth.session set updated_at = now() - interval '11 hours' where id = ${id.sessionId}`.execute(
      server.database.auth,
    );
    expect(await identityOf(browser, { isLook })).toMatchObject({ sessionId: id.sessionId });
    const { rows } = await sql<{ fresh: boolean }>`
      select updated_at > now() - interval '1 minute' as fresh from auth.session where id = ${id.sessionId}`.execute(
      server.database.auth,
    );
    expect(rows).toEqual([{ fresh: !isLook }]);
  });

  // @asvs V4.1.3 V15.3.4
  test('tells an address that a client makes up to nobody', async () => {
    const browser = server.browser('192.0.2.9');
    await browser.ask('POST', '/session', right, { 'x-forwarded-for': '8.8.8.8', 'x-entente-address': '9.9.9.9' });
    const { text } = await browser.ask('GET', '/account/sessions');
    expect(text).toContain('"address":"192.0.2.9"');
    expect(text).not.toMatch(/8\.8\.8\.8|9\.9\.9\.9/);
  });
});

describe('too many attempts', () => {
  // @asvs V6.3.1
  test('for one account are refused with the time to wait, the right password too, from anywhere', async () => {
    const email = 'target@lioho.example';
    await signedUp(server, `invited:${email}`);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await server.browser().ask('POST', '/session', { email, password: `wrong ${attempt}` });
    }
    const answer = await server.browser().ask('POST', '/session', { email, password: PASSWORD });
    expect(answer).toMatchObject({ status: 429, code: 'too-many-attempts' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(800);
    expect(await stateOf(await signedIn())).toBe('signed-in');
  });

  test('for an e-mail without account are refused the same way', async () => {
    const email = 'nobody-at-all@lioho.example';
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await server.browser().ask('POST', '/session', { email, password: 'x' })).status).toBe(401);
    }
    expect((await server.browser().ask('POST', '/session', { email, password: 'x' })).status).toBe(429);
  });

  test('from one address are refused, for whatever account', async () => {
    await sql`delete from auth.attempt`.execute(server.database.auth);
    await sql`insert into auth.attempt (key, count, window_ends_at)
      values (sha256(convert_to(E'sign-in-from\n127.0.0.1', 'UTF8')), 100, now() + interval '1 minute')`.execute(
      server.database.auth,
    );
    expect((await server.browser().ask('POST', '/session', right)).status).toBe(429);
    await sql`update auth.attempt set window_ends_at = now() - interval '1 second'`.execute(server.database.auth);
    expect((await server.browser().ask('POST', '/session', right)).status).toBe(200);
  });
});
