import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { giveDevice, totpCode } from './authenticator.ts';
import { qrText } from './qr-text.ts';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { serveProduct, type ServedProduct } from './served-product.ts';
import { LANGUAGES, openBrowser, type Visitor, visitor } from './visitor.ts';

const EMAIL = 'mei@example.org';
const PASSWORD = 'verdant lantern octopus';

let product: ServedProduct;
let browser: Browser;
let visit: Visitor;
/** Of the account, once codes are on. */
let recoveryCodes: readonly string[] = [];
/** Passkeys belong to a name; an address of figures has none. */
const home = (): string => product.address.replace('127.0.0.1', 'localhost');

beforeAll(async () => {
  product = await serveProduct(undefined, {});
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});
beforeEach(async () => {
  visit = await visitor(browser, home());
  visit.page.setDefaultTimeout(12_000);
  for (const status of [401, 403, 422]) visit.expectStatus(status);
});
afterEach(async () => {
  await visit.leave();
  expect(visit.complaints).toEqual([]);
});

async function typePassword(page: Page, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Signs out; names of records that were looked at leave with whoever did. */
async function signOut(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.setItem('entente.recent.firm', '[{"path":"/","title":"A record"}]'));
  await page.getByRole('banner').getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('recent')))).toEqual([]);
}

/** Signs in by password and one of the recovery codes that were kept. */
async function signInByRecovery(page: Page, which: number): Promise<void> {
  await page.goto('/w/tanaka-works');
  await typePassword(page);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(recoveryCodes[which] ?? '');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/w/tanaka-works');
}

/** Opens one's account, by password. */
async function openAccount(page: Page): Promise<void> {
  await page.goto('/account');
  await typePassword(page);
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
}

test('the link of the start makes the first account, and leaves the address at once', async () => {
  const { page } = visit;
  await page.goto('/w/anything');
  await page.getByText('There is no account here yet.').waitFor();
  const link = /\S+\/set-up(#\S+)/.exec(product.said())?.[1] ?? '';
  await page.goto(`/set-up${link}`);
  await page.getByLabel('Your name').fill('Mei Tanaka');
  expect(page.url()).toBe(`${home()}/set-up`);
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByLabel('New password').fill('too short');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByRole('alert').getByText('The password has 9 characters').waitFor();
  await page.getByLabel('New password').fill(PASSWORD);
  // On the machine that serves, what was tried there is meant to be kept.
  const takeOver = page.getByLabel('Take over what was entered here without an account');
  expect(await takeOver.isChecked()).toBe(true);
  await takeOver.uncheck();
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByLabel('Name of the workspace').fill('Tanaka Works');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await page.waitForURL('**/w/tanaka-works');
});

test('a wrong password is told; the right one leads back to the page that was asked for', async () => {
  const { page } = visit;
  await page.goto('/w/tanaka-works/stakes?asOf=2005');
  await typePassword(page, 'another lantern octopus');
  await page.getByRole('alert').getByText('No account has this e-mail together with this password').waitFor();
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Stakes', level: 1 }).waitFor();
  expect(page.url()).toBe(`${home()}/w/tanaka-works/stakes?asOf=2005`);
  await signOut(page);
  await page.goto('/w/tanaka-works');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('a passkey is made, called something else, and signs in without a password', async () => {
  const { page } = visit;
  await giveDevice(page);
  await openAccount(page);
  const passkeys = page.getByRole('region', { name: 'Passkeys' });
  await passkeys.getByRole('button', { name: 'Add a passkey…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What the device is called').fill('Desk');
  await dialog.getByLabel(/^Password/).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Go on to the device' }).click();
  await passkeys.getByRole('button', { name: 'Rename: Desk' }).click();
  await dialog.getByLabel('What the device is called').fill('Office laptop');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await passkeys.getByRole('row', { name: 'Office laptop' }).waitFor();
  await signOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/w/tanaka-works');
});

test('codes are switched on; a code completes signing in, and a recovery code does once', async () => {
  const { page } = visit;
  await openAccount(page);
  await page.getByRole('button', { name: 'Switch codes on…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Password/).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByRole('link', { name: 'Open it' }).waitFor();
  const secret = await dialog.locator('code').innerText();
  // A camera reads off the screen what the link for an authenticator on this device says.
  const code = dialog.getByRole('img', { name: /QR code/ });
  const uri = qrText((await code.locator('path').getAttribute('d')) ?? '');
  expect(uri).toBe(await dialog.getByRole('link', { name: 'Open it' }).getAttribute('href'));
  expect(new URL(uri).searchParams.get('secret')).toBe(secret.replaceAll(/\s/g, ''));
  await dialog.getByLabel('The code that it shows now').fill(totpCode(secret));
  await dialog.getByRole('button', { name: 'Switch codes on' }).click();
  await dialog.getByRole('listitem').first().waitFor();
  recoveryCodes = await dialog.getByRole('listitem').allInnerTexts();
  const recoveryCode = recoveryCodes[0] ?? '';
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('Codes are on.').waitFor();

  await signOut(page);
  await typePassword(page);
  // Each works once; the one of this half minute switched them on.
  const used = totpCode(secret, 1);
  await page.getByLabel('Code of your authenticator').fill(used);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/w/tanaka-works');

  // The same code again, within its time: it was used.
  await signOut(page);
  await typePassword(page);
  await page.getByLabel('Code of your authenticator').fill(used);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').getByText('The code is wrong, over, or was used before').waitFor();
  await page.getByRole('button', { name: 'Begin again' }).click();

  for (const works of [true, false]) {
    if (!works) await signOut(page);
    await typePassword(page);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(recoveryCode);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    if (works) await page.waitForURL('**/w/tanaka-works');
    else await page.getByRole('alert').getByText('The code is wrong, over, or was used before').waitFor();
  }
});

test('where one is signed in is listed, and a session that is ended there is refused here', async () => {
  const { page } = visit;
  const elsewhere = await visitor(browser, home());
  elsewhere.expectStatus(401);
  await signInByRecovery(elsewhere.page, 1);
  await signInByRecovery(page, 2);
  await page.goto('/account');
  const sessions = page.getByRole('region', { name: 'Where you are signed in' });
  await sessions.getByRole('row').filter({ hasText: 'this one' }).waitFor();
  await sessions.getByText('all your workspaces').first().waitFor();
  await sessions.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await sessions.getByRole('button', { name: 'Sign out there' }).first().waitFor({ state: 'detached' });
  await elsewhere.page.goto('/account');
  await elsewhere.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await elsewhere.leave();
});

test('a session of one workspace alone reaches no other, and the list of sessions says which', async () => {
  const { page } = visit;
  await signInByRecovery(page, 3);
  for (const name of ['Joint venture', 'Own firm']) {
    const made = await page.request.post('/api/v1/workspaces', { data: { name }, headers: { origin: home() } });
    expect(made.status()).toBe(201);
  }
  await page.goto('/account');
  await page.getByRole('button', { name: 'Work in Joint venture alone' }).click();
  await page.waitForURL('**/w/joint-venture');
  await page.goto('/account');
  await page.getByText('You are signed in to one workspace alone').waitFor();
  const sessions = page.getByRole('region', { name: 'Where you are signed in' });
  await sessions.getByRole('row').filter({ hasText: 'this one' }).getByText('Joint venture alone').waitFor();
  visit.expectStatus(404);
  for (const workspace of ['own-firm', 'never-made']) {
    expect((await page.request.get(`/api/v1/workspaces/${workspace}/organisations`)).status()).toBe(404);
  }
});

test('pages of signing in are clean in three languages and fit a telephone', async () => {
  for (const language of LANGUAGES) {
    const guest = await visitor(browser, home(), { language, width: 390 });
    guest.expectStatus(401);
    for (const path of ['/sign-in', '/forgotten', '/new-password#x', '/confirm-email#x', '/sign-on']) {
      await guest.page.goto(path);
      await guest.page.getByRole('heading', { level: 1 }).waitFor();
      await settled(guest.page);
      expect([path, language, await axeFindings(guest.page), await overflowOf(guest.page)]).toEqual([
        path,
        language,
        [],
        0,
      ]);
    }
    await guest.leave();
    expect(guest.complaints).toEqual([]);
  }
});
