import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { authenticatorCode, type Browser, invitesAnybody, PASSWORD, signedUp, signInServer } from './test-sign-in.ts';

const server = await signInServer({ invitationOf: invitesAnybody });
const STEP = 30_000;
let accounts = 0;

const forget = () => sql`delete from auth.attempt`.execute(server.database.auth);

/** As if the steps that were used up lay in the past, for a test that needs several codes at once. */
const letStepsPass = () => sql`update auth.totp_step set step = step - 10`.execute(server.database.auth);

/** An account with codes switched on, with its secret and recovery codes. */
async function withCodes() {
  accounts += 1;
  const email = `person${accounts}@lioho.example`;
  const browser = await signedUp(server, `invited:${email}`);
  const begun = await browser.ask('POST', '/account/totp', { password: PASSWORD });
  const secret = String(begun.body['secret']);
  const confirmed = await browser.ask('POST', '/account/totp/confirmation', { code: authenticatorCode(secret) });
  expect(confirmed.status).toBe(200);
  await letStepsPass();
  await forget();
  const recoveryCodes = confirmed.body['recoveryCodes'] as string[];
  return { email, browser, secret, uri: String(begun.body['uri']), recoveryCodes };
}

const challenged = async (email: string): Promise<Browser> => {
  const browser = server.browser();
  const answer = await browser.ask('POST', '/session', { email, password: PASSWORD });
  expect(answer.body).toMatchObject({ state: 'second-factor', account: null });
  return browser;
};
const give = (browser: Browser, code: string, kind = 'totp') =>
  browser.ask('POST', '/session/second-factor', { kind, code });
const stateOf = async (browser: Browser) => (await browser.ask('GET', '/session')).body['state'];

describe('an authenticator', () => {
  // @asvs V7.5.1
  test('is begun with the password again, and changes nothing before a code of it is given', async () => {
    const browser = await signedUp(server, 'invited:begins@lioho.example');
    const wrong = await browser.ask('POST', '/account/totp', { password: 'not the password' });
    expect(wrong).toMatchObject({ status: 403, code: 'password-wrong' });
    const begun = await browser.ask('POST', '/account/totp', { password: PASSWORD });
    expect(String(begun.body['uri'])).toMatch(/^otpauth:\/\/totp\/Entente:begins%40lioho\.example\?secret=[A-Z2-7]+/);
    const plain = await server.browser().ask('POST', '/session', { email: 'begins@lioho.example', password: PASSWORD });
    expect(plain.body).toMatchObject({ state: 'signed-in' });
    expect(await browser.ask('POST', '/account/totp/confirmation', { code: '000000' })).toMatchObject({
      status: 401,
      code: 'code-refused',
    });
    expect((await browser.ask('GET', '/account')).body).toMatchObject({ secondFactor: null });
  });

  test('cannot be confirmed before it was begun', async () => {
    const browser = await signedUp(server, 'invited:eager@lioho.example');
    const answer = await browser.ask('POST', '/account/totp/confirmation', { code: '123456' });
    expect(answer).toMatchObject({ status: 409, code: 'totp-not-begun' });
  });

  test('once confirmed gives ten recovery codes, a new session, and ends the others', async () => {
    const email = 'several@lioho.example';
    const browser = await signedUp(server, `invited:${email}`);
    const other = server.browser();
    await other.ask('POST', '/session', { email, password: PASSWORD });
    const before = browser.cookies.get('entente.session_token');
    const { body } = await browser.ask('POST', '/account/totp', { password: PASSWORD });
    const code = authenticatorCode(String(body['secret']));
    const confirmed = await browser.ask('POST', '/account/totp/confirmation', { code });
    expect(new Set(confirmed.body['recoveryCodes'] as string[]).size).toBe(10);
    expect(browser.cookies.get('entente.session_token')).not.toBe(before);
    expect([await stateOf(browser), await stateOf(other)]).toEqual(['signed-in', 'demo']);
    expect((await browser.ask('GET', '/account')).body).toMatchObject({ secondFactor: { recoveryCodesLeft: 10 } });
    expect(await browser.ask('POST', '/account/totp', { password: PASSWORD })).toMatchObject({ code: 'totp-on' });
    // The code that confirmed is used up, too.
    expect(await give(await challenged(email), code)).toMatchObject({ code: 'code-refused' });
  });

  test('is switched off with the password, and its recovery codes with it', async () => {
    const { email, browser } = await withCodes();
    expect(await browser.ask('POST', '/account/totp/removal', { password: 'no' })).toMatchObject({
      code: 'password-wrong',
    });
    expect((await browser.ask('POST', '/account/totp/removal', { password: PASSWORD })).status).toBe(204);
    const plain = await server.browser().ask('POST', '/session', { email, password: PASSWORD });
    expect(plain.body).toMatchObject({ state: 'signed-in' });
    expect(await browser.ask('POST', '/account/recovery-codes', { password: PASSWORD })).toMatchObject({
      status: 409,
      code: 'totp-off',
    });
  });
});

describe('a code', () => {
  test('completes signing in; before it nothing of the account is open', async () => {
    const { email, secret } = await withCodes();
    const browser = await challenged(email);
    expect(browser.cookies.has('entente.session_token')).toBe(false);
    expect(await stateOf(browser)).toBe('second-factor');
    expect((await browser.ask('GET', '/account')).status).toBe(401);
    expect((await give(browser, authenticatorCode(secret))).body).toMatchObject({ state: 'signed-in' });
    expect((await browser.ask('GET', '/account')).status).toBe(200);
  });

  // @asvs V6.5.1
  test('works once: not in a second sign-in, and not for two at the same moment', async () => {
    const { email, secret } = await withCodes();
    const code = authenticatorCode(secret);
    const [one, two] = [await challenged(email), await challenged(email)];
    const both = await Promise.all([give(one, code), give(two, code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect(await give(await challenged(email), code)).toMatchObject({ status: 401, code: 'code-refused' });
  });

  test('of an earlier step does not work after one of a later', async () => {
    const { email, secret } = await withCodes();
    const now = Date.now();
    expect((await give(await challenged(email), authenticatorCode(secret, now))).status).toBe(200);
    expect((await give(await challenged(email), authenticatorCode(secret, now - STEP))).status).toBe(401);
  });

  test('of two steps ago or of another account does not work', async () => {
    const { email, secret } = await withCodes();
    const other = await withCodes();
    expect((await give(await challenged(email), authenticatorCode(secret, Date.now() - 2 * STEP))).status).toBe(401);
    expect((await give(await challenged(email), authenticatorCode(other.secret))).status).toBe(401);
  });

  test('is judged for the account whose password was given, whoever is signed in in that browser', async () => {
    const mine = await withCodes();
    const theirs = await withCodes();
    const browser = await challenged(theirs.email);
    browser.cookies.set('entente.session_token', mine.browser.cookies.get('entente.session_token') ?? '');
    expect((await give(browser, authenticatorCode(mine.secret))).status).toBe(401);
    expect((await give(browser, mine.recoveryCodes[0] ?? '', 'recovery-code')).status).toBe(401);
    const given = await give(browser, authenticatorCode(theirs.secret));
    expect(given.body).toMatchObject({ account: { email: theirs.email } });
  });

  test('is asked for five times, then the sign-in begins anew', async () => {
    const { email, secret } = await withCodes();
    const browser = await challenged(email);
    for (let wrong = 0; wrong < 5; wrong += 1) expect((await give(browser, '000000')).code).toBe('code-refused');
    expect(await give(browser, authenticatorCode(secret))).toMatchObject({ status: 401, code: 'sign-in-expired' });
  });

  test('cannot be tried on by beginning anew: the account waits', async () => {
    const { email, secret } = await withCodes();
    for (let round = 0; round < 2; round += 1) {
      const browser = await challenged(email);
      for (let wrong = 0; wrong < 5; wrong += 1) await give(browser, '000000');
    }
    const answer = await give(await challenged(email), authenticatorCode(secret));
    expect(answer).toMatchObject({ status: 429, code: 'too-many-attempts' });
    await forget();
  });

  test('without a password before it is no sign-in', async () => {
    const { secret } = await withCodes();
    expect(await give(server.browser(), authenticatorCode(secret))).toMatchObject({ code: 'sign-in-expired' });
  });
});

describe('a recovery code', () => {
  test('works once, however it is typed, and the others stay', async () => {
    const { email, browser, recoveryCodes } = await withCodes();
    const [first = '', second = ''] = recoveryCodes;
    const typed = first.replace('-', ' ').toUpperCase();
    expect((await give(await challenged(email), typed, 'recovery-code')).status).toBe(200);
    expect((await browser.ask('GET', '/account')).body).toMatchObject({ secondFactor: { recoveryCodesLeft: 9 } });
    const again = await give(await challenged(email), first, 'recovery-code');
    expect(again).toMatchObject({ status: 401, code: 'code-refused' });
    expect((await give(await challenged(email), second, 'recovery-code')).status).toBe(200);
  });

  test('works for one of two at the same moment', async () => {
    const { email, recoveryCodes } = await withCodes();
    const browsers = [await challenged(email), await challenged(email)];
    const both = await Promise.all(browsers.map((each) => give(each, recoveryCodes[0] ?? '', 'recovery-code')));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  test('does not work once there are new ones', async () => {
    const { email, browser, recoveryCodes } = await withCodes();
    const renewed = await browser.ask('POST', '/account/recovery-codes', { password: PASSWORD });
    const [fresh = ''] = renewed.body['recoveryCodes'] as string[];
    expect((await give(await challenged(email), recoveryCodes[0] ?? '', 'recovery-code')).status).toBe(401);
    expect((await give(await challenged(email), fresh, 'recovery-code')).status).toBe(200);
  });

  test('lies in the database enciphered, as the secret does', async () => {
    const { secret, recoveryCodes } = await withCodes();
    const { rows } = await sql<{ text: string }>`
      select string_agg(t::text, ' ') as text from auth.two_factor t`.execute(server.database.auth);
    for (const code of recoveryCodes) expect(rows[0]?.text).not.toContain(code);
    expect(rows[0]?.text).not.toContain(secret);
  });
});
