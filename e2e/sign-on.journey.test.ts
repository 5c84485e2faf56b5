import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type IdentityProvider, serveIdentityProvider } from './identity-provider.ts';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { serveProduct, type ServedProduct } from './served-product.ts';
import { LANGUAGES, openBrowser, type Visitor, visitor, WIDTHS } from './visitor.ts';

const EMAIL = 'owner@lioho.example';
const PASSWORD = 'verdant lantern octopus';
const FONTS = 'https://fonts.googleapis.com/**';

let product: ServedProduct;
let browser: Browser;
let provider: IdentityProvider;
let visit: Visitor;
/** Another site than the provider's, as it is at a firm: cookies of the one are none of the other's. */
const home = (): string => product.address.replace('127.0.0.1', 'localhost');

beforeAll(async () => {
  product = await serveProduct(undefined, { ENTENTE_PRIVATE_NETWORK: '1' });
  provider = await serveIdentityProvider(`${home()}/sign-on`);
  browser = await openBrowser();
  const page = await browser.newPage({ baseURL: home() });
  await page.goto(`/set-up${/\S+\/set-up(#\S+)/.exec(product.said())?.[1] ?? ''}`);
  await page.getByLabel('Your name').fill('Sato Hanako');
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByLabel('Take over what was entered here without an account').uncheck();
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByLabel('Name of the workspace').fill('Lioho Works');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await page.waitForURL('**/w/lioho-works');
  await page.close();
});
afterAll(async () => {
  await browser.close();
  await provider.stop();
  await product.stop();
});
beforeEach(async () => {
  visit = await visitor(browser, home());
  visit.page.setDefaultTimeout(30_000);
  // The provider's pages want letters from elsewhere, and an icon that it has not.
  await visit.page.route(FONTS, (route) => route.fulfill({ contentType: 'text/css', body: '' }));
  for (const status of [401, 403, 404, 422]) visit.expectStatus(status);
});
afterEach(async () => {
  await visit.leave();
  const away = [provider.issuer, 'https://fonts.googleapis.com/'].map((origin) => `asked a stranger: ${origin}`);
  expect(visit.complaints.filter((complaint) => !away.some((each) => complaint.startsWith(each)))).toEqual([]);
});

async function signInAsOwner(page: Page, to: string): Promise<void> {
  await page.goto(to);
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** What somebody does at the provider: says who they are, and agrees. */
async function agree(page: Page, as: string): Promise<void> {
  await page.waitForURL(`${provider.issuer}/**`);
  await page.locator('input[name=login]').fill(as);
  await page.locator('input[name=password]').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function invitationFor(email: string): Promise<string> {
  const inviter = await visitor(browser, home());
  inviter.expectStatus(401);
  await signInAsOwner(inviter.page, '/w/lioho-works/members');
  await inviter.page.getByRole('button', { name: 'Invite…' }).click();
  const dialog = inviter.page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByRole('button', { name: 'Make the invitation' }).click();
  const link = await dialog.getByText('/invitation#').innerText();
  await inviter.leave();
  return link;
}

test('an owner adds a provider: a wrong issuer is told, the right one is tested, its secret is shown to nobody', async () => {
  const { page } = visit;
  await signInAsOwner(page, '/w/lioho-works/settings/sign-on');
  await page.getByText('No identity provider yet').waitFor();
  await page.getByRole('button', { name: 'Add a provider…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`${home()}/sign-on`).waitFor();
  await dialog.getByLabel('Name').fill('Lioho directory');
  await dialog.getByLabel('Issuer').fill('http://127.0.0.1:9');
  await dialog.getByLabel('Client id').fill(provider.client.clientId);
  await dialog.getByLabel(/^Client secret/).fill('not the secret');
  await dialog.getByRole('button', { name: 'Add the provider' }).click();
  await dialog.getByRole('alert').getByText('The identity provider cannot be reached').waitFor();
  await dialog.getByLabel('Issuer').fill(provider.issuer);
  await dialog.getByRole('button', { name: 'Add the provider' }).click();

  const item = page.getByRole('article', { name: 'Lioho directory' });
  await item.getByText('no, by the link alone').waitFor();
  await item.getByRole('button', { name: 'Test: Lioho directory' }).click();
  await item.getByText('does not take client id or secret').waitFor();
  await item.getByRole('button', { name: 'Change: Lioho directory' }).click();
  await dialog.getByLabel(/^Client secret/).fill(provider.client.clientSecret);
  await dialog.getByLabel('Found from the page of signing in').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await item.getByText('yes, as lioho-works').waitFor();
  await item.getByRole('button', { name: 'Test: Lioho directory' }).click();
  await item.getByText('The provider answers, and takes client id and secret.').waitFor();
  expect(await page.content()).not.toContain(provider.client.clientSecret);

  for (const language of LANGUAGES) {
    const look = await visitor(browser, home(), { language });
    look.expectStatus(401);
    await look.page.context().addCookies(await page.context().cookies());
    await look.page.goto('/w/lioho-works/settings/sign-on');
    await look.page.getByRole('article').waitFor();
    for (const width of WIDTHS) {
      await look.page.setViewportSize({ width, height: 800 });
      await settled(look.page);
      expect([language, width, await axeFindings(look.page), await overflowOf(look.page)]).toEqual([
        language,
        width,
        [],
        0,
      ]);
    }
    await look.leave();
  }
});

test('who is invited comes by the provider, and into this workspace alone', async () => {
  const link = await invitationFor('kenji@lioho.example');
  const { page } = visit;
  await page.goto(link);
  await page.getByText('Sato Hanako invites you to the workspace').waitFor();
  await page.getByRole('button', { name: 'Go on with Lioho directory' }).click();
  await agree(page, 'kenji');
  await page.waitForURL('**/w/lioho-works');
  await page.goto('/account');
  await page.getByText('You are signed in to one workspace alone').waitFor();
  await page.getByText('kenji@lioho.example').waitFor();
});

test('a sign-on that is broken off is told; the short name of the workspace leads to it, and the next time the browser knows it', async () => {
  const { page } = visit;
  await page.goto('/w/lioho-works/stakes?asOf=2005');
  await page.getByRole('button', { name: 'Sign in by your firm…' }).click();
  await page.getByLabel('Short name of your workspace').fill('nobody-here');
  await page.getByRole('button', { name: 'Find the sign-in' }).click();
  await page.getByText('Under this name no sign-in by a firm is offered here.').waitFor();
  await page.getByLabel('Short name of your workspace').fill('lioho-works');
  await page.getByRole('button', { name: 'Find the sign-in' }).click();
  await page.getByRole('button', { name: 'Go on with Lioho directory' }).click();
  await page.waitForURL(`${provider.issuer}/**`);
  await page.getByRole('link', { name: /Cancel/ }).click();
  await page.getByText('The identity provider says that the sign-in was broken off.').waitFor();
  expect(page.url()).toBe(`${home()}/sign-on`);
  await page.getByRole('button', { name: 'Try again' }).click();
  await agree(page, 'kenji');
  await page.waitForURL('**/w/lioho-works/stakes?asOf=2005');
  await page.getByRole('heading', { level: 1 }).waitFor();
  // What the page still asks for would close the menu that is opened over it.
  await settled(page);

  await page.getByRole('banner').getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Go on with Lioho directory' }).click();
  await page.waitForURL('**/w/lioho-works');
});

test('whom nobody invited is known to the provider, and stays outside', async () => {
  const { page } = visit;
  await signInAsOwner(page, '/w/lioho-works/settings/sign-on');
  const link = await page.getByRole('article').getByText('/sign-in?provider=').innerText();
  await page.context().clearCookies();
  await page.goto(link);
  await agree(page, 'stranger');
  await page.getByRole('alert').getByText('Nobody came here by this identity yet').waitFor();
  expect((await page.goto('/account'))?.status()).toBe(200);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});
