import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { TestAuthenticator } from './test-authenticator.ts';
import { authenticatorCode, type Browser, invitesAnybody, PASSWORD, signedUp, signInServer } from './test-sign-in.ts';

const server = await signInServer({ invitationOf: invitesAnybody });
const ORIGIN = 'http://localhost:15502';
let accounts = 0;

type Options = { challenge: string; userVerification?: string; allowCredentials?: unknown };
const optionsIn = (body: Readonly<Record<string, unknown>>) => body['publicKey'] as Options;

async function newAccount() {
  accounts += 1;
  const email = `holder${accounts}@lioho.example`;
  return { email, browser: await signedUp(server, `invited:${email}`) };
}

async function register(browser: Browser, device: TestAuthenticator, name = 'Telephone') {
  const begun = await browser.ask('POST', '/account/passkeys/options', { password: PASSWORD });
  return browser.ask('POST', '/account/passkeys', { name, credential: device.create(optionsIn(begun.body)) });
}

const begin = async (browser: Browser) => optionsIn((await browser.ask('POST', '/session/passkey-options')).body);
const show = (browser: Browser, credential: unknown) => browser.ask('POST', '/session/passkey', { credential });

describe('making a passkey', () => {
  // @asvs V7.5.1
  test('takes the password again, and keeps it under a name', async () => {
    const { browser } = await newAccount();
    const wrong = await browser.ask('POST', '/account/passkeys/options', { password: 'no' });
    expect(wrong).toMatchObject({ status: 403, code: 'password-wrong' });
    const made = await register(browser, new TestAuthenticator(ORIGIN));
    expect(made).toMatchObject({ status: 201, body: { name: 'Telephone', synced: false } });
    expect(made.text).not.toMatch(/publicKey|credential/i);
    const renamed = await browser.ask('PATCH', `/account/passkeys/${String(made.body['id'])}`, {
      name: 'Old telephone',
    });
    expect(renamed.body).toMatchObject({ name: 'Old telephone' });
    expect((await browser.ask('GET', '/account/passkeys')).body).toMatchObject({ items: [{ name: 'Old telephone' }] });
  });

  test('is refused to a device that does not ask who holds it', async () => {
    const { browser } = await newAccount();
    const device = new TestAuthenticator(ORIGIN);
    device.verifies = false;
    expect(await register(browser, device)).toMatchObject({ status: 401, code: 'passkey-refused' });
    expect((await browser.ask('GET', '/account/passkeys')).body).toEqual({ items: [] });
  });

  test('is refused for the challenge of another account', async () => {
    const [one, two] = [await newAccount(), await newAccount()];
    const begun = await one.browser.ask('POST', '/account/passkeys/options', { password: PASSWORD });
    two.browser.cookies.set('entente.challenge', one.browser.cookies.get('entente.challenge') ?? '');
    const credential = new TestAuthenticator(ORIGIN).create(optionsIn(begun.body));
    const answer = await two.browser.ask('POST', '/account/passkeys', { name: 'Stolen', credential });
    expect(answer).toMatchObject({ status: 401, code: 'passkey-refused' });
  });
});

describe('signing in with a passkey', () => {
  test('needs neither e-mail nor code, and gives a new session', async () => {
    const { email, browser } = await newAccount();
    const device = new TestAuthenticator(ORIGIN);
    await register(browser, device);
    const { body } = await browser.ask('POST', '/account/totp', { password: PASSWORD });
    await browser.ask('POST', '/account/totp/confirmation', { code: authenticatorCode(String(body['secret'])) });
    const fresh = server.browser();
    const options = await begin(fresh);
    expect(options.userVerification).toBe('required');
    expect(options.allowCredentials).toBeUndefined();
    expect((await show(fresh, device.get(options))).body).toMatchObject({ state: 'signed-in', account: { email } });
    expect((await fresh.ask('GET', '/account')).status).toBe(200);
  });

  test('answers a challenge once', async () => {
    const { browser } = await newAccount();
    const device = new TestAuthenticator(ORIGIN);
    await register(browser, device);
    const fresh = server.browser();
    const credential = device.get(await begin(fresh));
    const cookie = fresh.cookies.get('entente.challenge') ?? '';
    expect((await show(fresh, credential)).status).toBe(200);
    const again = server.browser();
    again.cookies.set('entente.challenge', cookie);
    expect(await show(again, credential)).toMatchObject({ status: 401, code: 'passkey-refused' });
  });

  test.each([
    [
      'for another origin',
      (device: TestAuthenticator, options: Options) => device.get(options, 'https://evil.example'),
    ],
    ['for another challenge', (device: TestAuthenticator) => device.get({ challenge: 'AAAA' })],
    ['that nobody keeps', (_device: TestAuthenticator, options: Options) => new TestAuthenticator(ORIGIN).get(options)],
    [
      'from a device that did not ask who holds it',
      (device: TestAuthenticator, options: Options) => {
        device.verifies = false;
        return device.get(options);
      },
    ],
  ])('is refused %s, always in the same words', async (_what, answer) => {
    const { browser } = await newAccount();
    const device = new TestAuthenticator(ORIGIN);
    await register(browser, device);
    const fresh = server.browser();
    const refused = await show(fresh, answer(device, await begin(fresh)));
    expect(refused).toMatchObject({ status: 401, code: 'passkey-refused', setCookies: [] });
    expect((await fresh.ask('GET', '/session')).body).toMatchObject({ state: 'demo' });
  });

  test('is refused to a passkey that was removed', async () => {
    const { browser } = await newAccount();
    const device = new TestAuthenticator(ORIGIN);
    const made = await register(browser, device);
    const removal = `/account/passkeys/${String(made.body['id'])}/removal`;
    expect(await browser.ask('POST', removal, { password: 'no' })).toMatchObject({ code: 'password-wrong' });
    expect((await browser.ask('POST', removal, { password: PASSWORD })).status).toBe(204);
    const fresh = server.browser();
    expect(await show(fresh, device.get(await begin(fresh)))).toMatchObject({ code: 'passkey-refused' });
  });
});

test('a passkey of another account is not found', async () => {
  const [one, two] = [await newAccount(), await newAccount()];
  const made = await register(one.browser, new TestAuthenticator(ORIGIN));
  const foreign = `/account/passkeys/${String(made.body['id'])}`;
  const absent = '/account/passkeys/00000000-0000-4000-8000-000000000000';
  for (const [method, path, body] of [
    ['PATCH', '', { name: 'Mine' }],
    ['POST', '/removal', { password: PASSWORD }],
  ] as const) {
    const refused = await two.browser.ask(method, `${foreign}${path}`, body);
    const nothing = await two.browser.ask(method, `${absent}${path}`, body);
    expect(refused).toMatchObject({ status: 404, code: 'passkey-not-found' });
    expect({ ...refused.body, instance: '' }).toEqual({ ...nothing.body, instance: '' });
  }
  const { rows } =
    await sql`select from auth.passkey where name = 'Telephone' and id = ${String(made.body['id'])}`.execute(
      server.database.auth,
    );
  expect(rows).toHaveLength(1);
});
