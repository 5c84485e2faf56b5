import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { giveDevice, totpCode } from './authenticator.ts';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { serveProduct, type ServedProduct } from './served-product.ts';
import { LANGUAGES, openBrowser, type Visitor, visitor } from './visitor.ts';

const EMAIL = 'mei@example.org';
const PASSWORD = 'verdant lantern octopus';

let product: ServedProduct;
let browser: Browser;
let visit: Visitor;
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
  await dialog.getByLabel('The code that it shows now').fill(totpCode(secret));
  await dialog.getByRole('button', { name: 'Switch codes on' }).click();
  const recoveryCode = await dialog.getByRole('listitem').first().innerText();
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('Codes are on.').waitFor();

  await signOut(page);
  await typePassword(page);
  // Each works once; the one of this half minute switched them on.
  await page.getByLabel('Code of your authenticator').fill(totpCode(secret, 1));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/w/tanaka-works');

  for (const works of [true, false]) {
    await signOut(page);
    await typePassword(page);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(recoveryCode);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    if (works) await page.waitForURL('**/w/tanaka-works');
    else await page.getByRole('alert').getByText('The code is wrong, over, or was used before').waitFor();
  }
});

test('pages of signing in are clean in three languages and fit a telephone', async () => {
  for (const language of LANGUAGES) {
    const guest = await visitor(browser, home(), { language, width: 390 });
    guest.expectStatus(401);
    for (const path of ['/sign-in', '/forgotten', '/new-password#x', '/confirm-email#x']) {
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
