import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { hasAccounts } from './accounts.store.ts';
import { prepareSignIn } from './beginnings.commands.ts';
import { type Browser, invitesAnybody, PASSWORD, signedUp, signInServer } from './test-sign-in.ts';

const server = await signInServer({ invitationOf: invitesAnybody });
const empty = await signInServer({ environment: { ENTENTE_DEMO: '' } });
const EMAIL = 'hanako@lioho.example';
await signedUp(server, `invited:${EMAIL}`);
beforeEach(() => sql`delete from auth.attempt`.execute(server.database.auth));

let present = PASSWORD;
const signsIn = async (password: string, email = EMAIL) =>
  (await server.browser().ask('POST', '/session', { email, password })).status === 200;
const stateOf = async (browser: Browser) => (await browser.ask('GET', '/session')).body['state'];
const askReset = (email: unknown) => server.browser().ask('POST', '/password-reset-requests', { email });
const reset = (token: string, password: string) =>
  server.browser().ask('POST', '/password-resets', { token, password });

/** The token of the latest letter's link. */
async function linkToken(page: string): Promise<string> {
  await server.signIn.settled();
  const [letter] = server.letters();
  return new RegExp(`http://localhost:15502/${page}#(\\S+)`).exec(letter?.text ?? '')?.[1] ?? '';
}

async function resetToken(email = EMAIL): Promise<string> {
  await askReset(email);
  return linkToken('new-password');
}

describe('asking for a new password', () => {
  test('answers the same bytes for an account and for none, and sends one letter to the account alone', async () => {
    const before = server.letters().length;
    const known = await askReset('Hanako@lioho.example');
    const unknown = await askReset('nobody@lioho.example');
    await server.signIn.settled();
    expect(known.status).toBe(204);
    expect({ ...unknown.headers, date: null }).toEqual({ ...known.headers, date: null });
    expect(unknown.text).toBe(known.text);
    expect(server.letters().length).toBe(before + 1);
    expect(server.letters()[0]).toMatchObject({ to: EMAIL, subject: 'Set a new password for Entente' });
  });

  test('is written in the language of the browser', async () => {
    await server.browser().ask('POST', '/password-reset-requests', { email: EMAIL }, { 'accept-language': 'ja,en' });
    await server.signIn.settled();
    expect(server.letters()[0]?.subject).toBe('Entente の新しいパスワードの設定');
  });

  // @asvs V1.3.11
  test.each([
    ['an array of addresses', [EMAIL, 'thief@elsewhere.example']],
    ['an array of one', [EMAIL]],
    ['an object', { email: EMAIL }],
    ['two addresses with a comma', `${EMAIL},thief@elsewhere.example`],
    ['two addresses with a line between', `${EMAIL}\nBcc: thief@elsewhere.example`],
  ])('refuses %s, and no letter goes', async (_what, email) => {
    const before = server.letters().length;
    expect((await askReset(email)).status).toBe(400);
    await server.signIn.settled();
    expect(server.letters().length).toBe(before);
  });

  test('is answered five times an hour for one e-mail, with an account or without', async () => {
    for (const email of [EMAIL, 'nobody@lioho.example']) {
      for (let time = 0; time < 5; time += 1) expect((await askReset(email)).status).toBe(204);
      expect(await askReset(email)).toMatchObject({ status: 429, code: 'too-many-attempts' });
    }
  });
});

describe('a link to set a new password', () => {
  // @asvs V6.4.3
  test('works once, and ends every session and every pending second factor of the account', async () => {
    const browser = server.browser();
    await browser.ask('POST', '/session', { email: EMAIL, password: present });
    const token = await resetToken();
    const later = await resetToken();
    expect((await reset(token, 'copper harbour violin')).status).toBe(204);
    present = 'copper harbour violin';
    expect([await signsIn(PASSWORD), await signsIn(present)]).toEqual([false, true]);
    expect(await stateOf(browser)).toBe('demo');
    expect(await reset(token, 'another quiet meadow')).toMatchObject({ status: 410, code: 'link-refused' });
    expect(await reset(later, 'another quiet meadow')).toMatchObject({ status: 410, code: 'link-refused' });
    expect(await signsIn(present)).toBe(true);
  });

  test('works for one of two at the same moment', async () => {
    const token = await resetToken();
    const both = await Promise.all([reset(token, 'granite willow tempo'), reset(token, 'amber canyon fiddle')]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 410]);
    present = both[0].status === 204 ? 'granite willow tempo' : 'amber canyon fiddle';
    expect(await signsIn(present)).toBe(true);
  });

  test('is over after an hour', async () => {
    const token = await resetToken();
    const { rows } = await sql<{ minutes: number }>`
      select round(extract(epoch from max(expires_at) - now()) / 60)::int as minutes from auth.verification`.execute(
      server.database.auth,
    );
    expect(rows).toEqual([{ minutes: 60 }]);
    await sql`update auth.verification set expires_at = now() - interval '1 second'`.execute(server.database.auth);
    expect(await reset(token, 'copper harbour violin')).toMatchObject({ status: 410, code: 'link-refused' });
  });

  test('is not spent by a password that is refused', async () => {
    const token = await resetToken();
    expect(await reset(token, 'hanako@lioho.example')).toMatchObject({ status: 422, code: 'password-guessable' });
    expect(await reset(token, 'short')).toMatchObject({ status: 422, code: 'password-length' });
    expect((await reset(token, 'silver thicket drum')).status).toBe(204);
    present = 'silver thicket drum';
  });

  test('lies in the database as a digest', async () => {
    const token = await resetToken();
    const { rows } = await sql<{ text: string }>`
      select string_agg(v::text, ' ') as text from auth.verification v`.execute(server.database.auth);
    expect(rows[0]?.text).not.toContain(token);
  });

  test.each(['', 'x', 'reset-password:x', '%00'])('that nobody was given is refused: %j', async (token) => {
    expect([400, 410]).toContain((await reset(token, 'silver thicket drum')).status);
  });
});

describe('changing the password', () => {
  // @asvs V6.2.2 V6.2.3 V7.4.3
  test('takes the present one, ends the other sessions and gives this one a new id', async () => {
    const [here, there] = [server.browser(), server.browser()];
    for (const browser of [here, there]) await browser.ask('POST', '/session', { email: EMAIL, password: present });
    const before = here.cookies.get('entente.session_token');
    const wrong = await here.ask('POST', '/account/password', { present: 'not it', password: 'velvet anchor prism' });
    expect(wrong).toMatchObject({ status: 403, code: 'password-wrong' });
    const done = await here.ask('POST', '/account/password', { present, password: 'velvet anchor prism' });
    expect(done.status).toBe(204);
    expect(here.cookies.get('entente.session_token')).not.toBe(before);
    expect([await stateOf(here), await stateOf(there)]).toEqual(['signed-in', 'demo']);
    expect([await signsIn(present), await signsIn('velvet anchor prism')]).toEqual([false, true]);
    present = 'velvet anchor prism';
  });

  test('cannot be used to guess the present one', async () => {
    const browser = server.browser();
    await browser.ask('POST', '/session', { email: EMAIL, password: present });
    const guess = (word: string) =>
      browser.ask('POST', '/account/password', { present: word, password: 'hollow beacon thread' });
    for (let time = 0; time < 10; time += 1) expect((await guess(`guess ${time}`)).status).toBe(403);
    expect(await guess(present)).toMatchObject({ status: 429, code: 'too-many-attempts' });
  });
});

describe('confirming an e-mail', () => {
  test('takes the link that came by it', async () => {
    const browser = await signedUp(server, 'invited:kenji@lioho.example', 'Mori Kenji');
    await sql`update auth."user" set email_verified = false where email = 'kenji@lioho.example'`.execute(
      server.database.auth,
    );
    expect((await browser.ask('POST', '/account/email-verification-requests')).status).toBe(204);
    const token = await linkToken('confirm-email');
    const forged = `${token.slice(0, -3)}AAA`;
    expect(await server.browser().ask('POST', '/email-verifications', { token: forged })).toMatchObject({
      status: 410,
      code: 'link-refused',
    });
    expect((await browser.ask('GET', '/account')).body).toMatchObject({ emailVerified: false });
    expect((await server.browser().ask('POST', '/email-verifications', { token })).status).toBe(204);
    expect((await browser.ask('GET', '/account')).body).toMatchObject({ emailVerified: true });
  });
});

describe('the set-up link', () => {
  const first = { name: 'Owner', email: 'owner@lioho.example', password: PASSWORD };

  // @asvs V6.3.2 V6.4.1
  test('makes the first account, once, and only the latest one', async () => {
    const old = await prepareSignIn(empty.signIn);
    const token = (await prepareSignIn(empty.signIn)) ?? '';
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect((await empty.browser().ask('GET', '/session')).body).toMatchObject({ state: 'nobody', setUpOpen: true });
    const set = (given: string, account = first) =>
      empty.browser().ask('POST', '/set-up', { token: given, ...account });
    expect(await set(old ?? '')).toMatchObject({ status: 410, code: 'link-refused' });
    expect(await set(token, { ...first, password: 'short' })).toMatchObject({ code: 'password-length' });
    const both = await Promise.all([set(token), set(token, { ...first, email: 'thief@lioho.example' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 410]);
    expect(await set(token, { ...first, email: 'third@lioho.example' })).toMatchObject({ code: 'link-refused' });
    const { rows } = await sql`select email from auth."user"`.execute(empty.database.auth);
    expect(rows).toHaveLength(1);
    expect((await empty.browser().ask('GET', '/session')).body).toMatchObject({ setUpOpen: false });
  });

  test('is not made any more once there is an account', async () => {
    expect(await hasAccounts(empty.database.auth)).toBe(true);
    expect(await prepareSignIn(empty.signIn)).toBeNull();
  });

  test('is not made in the demo', async () => {
    expect(await prepareSignIn({ ...empty.signIn, isDemo: true })).toBeNull();
  });
});

describe('an invitation', () => {
  test('makes an account for its e-mail and no other', async () => {
    const browser = server.browser();
    const asked = { token: 'invited:guest@lioho.example', name: 'Guest', password: PASSWORD };
    expect((await browser.ask('POST', '/sign-up', { ...asked, email: 'thief@lioho.example' })).status).toBe(400);
    expect((await browser.ask('POST', '/sign-up', asked)).body).toMatchObject({
      state: 'signed-in',
      account: { email: 'guest@lioho.example', emailVerified: true },
    });
    expect(await browser.ask('POST', '/sign-up', asked)).toMatchObject({ status: 409, code: 'email-taken' });
  });

  test('of somebody else’s making is none, and without one nobody signs up', async () => {
    const asked = { token: 'forged', name: 'Guest', password: PASSWORD };
    expect(await server.browser().ask('POST', '/sign-up', asked)).toMatchObject({ status: 410, code: 'link-refused' });
    const valid = { ...asked, token: 'invited:guest@lioho.example' };
    expect((await empty.browser().ask('POST', '/sign-up', valid)).status).toBe(410);
  });
});

describe('the mailbox', () => {
  // @asvs V15.2.3
  test('is there in the demo, and nowhere else', async () => {
    expect((await server.browser().ask('GET', '/mailbox')).body['items']).not.toHaveLength(0);
    const absent = await empty.browser().ask('GET', '/mailbox');
    const nothing = await empty.browser().ask('GET', '/nothing-here');
    expect(absent).toMatchObject({ status: 404, code: 'not-found' });
    expect(absent.body['detail']).toBe(nothing.body['detail']);
  });
});
