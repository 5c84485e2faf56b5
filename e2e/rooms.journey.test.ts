import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ApiUser, type Firm, firmOf, firstAccount, signedIn } from './firm.ts';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { serveProduct, type ServedProduct } from './served-product.ts';
import { LANGUAGES, openBrowser, THEMES, type Visitor, visitor, WIDTHS } from './visitor.ts';

const PASSWORD = 'verdant lantern octopus';
const ANNA = { email: 'anna@kita.example', password: PASSWORD };

/** A second, and as much again as a browser may need that shares the machine with the server and its database. */
const SOON_MS = 2_000;

let product: ServedProduct;
let browser: Browser;
let owner: ApiUser;
let firm: Firm;
let room: string;
let guest: Visitor;

beforeAll(async () => {
  product = await serveProduct(undefined, {});
  browser = await openBrowser();
  owner = await firstAccount(product, { name: 'Owner One', email: 'owner@firm.example', password: PASSWORD });
  firm = await firmOf(owner, 'Nishi Works');
  room = await firm.publish('Stakes for Kita', 'kita');
  await firm.publish('Not for Kita', 'minami');
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});
beforeEach(async () => {
  guest = await visitor(browser, product.address);
  guest.page.setDefaultTimeout(12_000);
  for (const status of [401, 404, 409]) guest.expectStatus(status);
});
afterEach(async () => {
  await guest.leave();
  expect(guest.complaints).toEqual([]);
});

async function signIn(page: Page, { email, password } = ANNA): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/rooms');
}

async function openRoom(page: Page, title = 'Stakes for Kita'): Promise<void> {
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** How long it took since something was done until the page shows it. */
async function since(done: Promise<unknown>, shown: () => Promise<unknown>): Promise<number> {
  await done;
  const begun = Date.now();
  await shown();
  console.log('took', Date.now() - begun);
  return Date.now() - begun;
}

test('a guest without an account comes in by the link, and finds what is shown to their organisation', async () => {
  const { page } = guest;
  await page.goto(await firm.invite(ANNA.email, 'kita'));
  await page.getByText('Nishi Works invites you, as somebody of Kita Metals').waitFor();
  expect(page.url()).toBe(`${product.address}/invitation`);
  await page.getByLabel('Your name').fill('Anna Kita');
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make the account and come in' }).click();
  await page.waitForURL('**/rooms');
  const row = page.getByRole('row', { name: 'Stakes for Kita' });
  await row.getByText('Nishi Works').waitFor();
  await row.getByText('nothing').waitFor();
  expect(await page.content()).not.toContain('Not for Kita');
  await openRoom(page);
  const main = page.getByRole('main');
  await main.getByText('Nishi Works shows this to Kita Metals until').waitFor();
  expect(await main.getByRole('region', { name: 'Stakes' }).getByRole('row').allInnerTexts()).toHaveLength(3);
  await main.getByText('3 records; only the number is shared.').waitFor();
  const taken = page.waitForEvent('download');
  await main.getByRole('link', { name: 'Take it away as CSV' }).click();
  const file = readFileSync(await (await taken).path(), 'utf8');
  expect(file).toContain('Shared by Nishi Works with Kita Metals; taken by Anna Kita');
});

test('a draft is one’s own and comes back; what is sent stays; both sides sign one edition', async () => {
  const { page } = guest;
  await signIn(page);
  await openRoom(page);
  const asked = page.getByRole('article', { name: 'Request about edition 1' });
  let request = '';
  const appeared = await since(
    firm.request(room, 'kita').then((id) => (request = id)),
    () => asked.waitFor(),
  );
  expect(appeared).toBeLessThan(SOON_MS);
  await asked.getByLabel('Something is otherwise').check();
  expect(await asked.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
  await asked.getByLabel('What is otherwise').fill('Our share is 13 %');
  await asked.getByText('only you see it').waitFor();
  await page.reload();
  expect(await asked.getByLabel('What is otherwise').inputValue()).toBe('Our share is 13 %');
  expect(JSON.stringify(await firm.ask('GET', `/publications/${room}`))).not.toContain('13 %');
  // What is typed last is sent, however soon.
  await asked.getByLabel('What is otherwise').fill('Our share is 13.5 %');
  await asked.getByRole('button', { name: 'Send' }).click();
  await asked.getByText('You comment').waitFor();
  await asked.getByText('Our share is 13.5 %').waitFor();
  expect(await firm.ask('GET', `/publications/${room}`)).toMatchObject({
    requests: [{ answers: [{ person: 'Anna Kita', words: 'Our share is 13.5 %' }] }],
  });

  await asked.getByRole('button', { name: 'Answer again' }).click();
  await asked.getByLabel('They are right').check();
  await asked.getByText('only you see it').waitFor();
  await asked.getByRole('button', { name: 'Throw the draft away' }).click();
  await asked.getByText('What you write is kept').waitFor();
  await asked.getByLabel('They are right').check();
  await asked.getByRole('button', { name: 'Send' }).click();
  await asked.getByText('You confirm').waitFor();
  await asked.getByRole('button', { name: 'Sign edition 1' }).click();
  const dialog = page.getByRole('dialog');
  const digest = (await dialog.getByText(/^[0-9a-f]{64}$/).innerText()).trim();
  await dialog.getByRole('button', { name: 'Sign for Kita Metals' }).click();
  await asked.getByText('signed by Anna Kita').waitFor();
  await dialog.waitFor({ state: 'detached' });
  const signed = await since(firm.ask('POST', `/publications/${room}/requests/${request}/signature`, { digest }), () =>
    asked.getByText('signed by both sides').waitFor(),
  );
  expect(signed).toBeLessThan(SOON_MS);
});

test('another edition, and a room more, appear by themselves', async () => {
  const { page } = guest;
  await signIn(page);
  const title = 'More for Kita';
  let more = '';
  expect(
    await since(
      firm.publish(title, 'kita').then((id) => (more = id)),
      () => page.getByRole('link', { name: title }).waitFor(),
    ),
  ).toBeLessThan(SOON_MS);
  await openRoom(page, title);
  await firm.ask('POST', '/organisations', { name: 'Naka Tools', slug: 'naka' });
  await firm.ask('POST', '/stakes', { alliance: 'gears', holder: 'naka', share: '1.75', from: '1999' });
  const republished = firm.ask('POST', `/publications/${more}/editions`);
  expect(await since(republished, () => page.getByText('Naka Tools').waitFor())).toBeLessThan(SOON_MS);
  await firm.ask('DELETE', `/publications/${more}`);
});

test('a room that is withdrawn while it is open is gone within a second, and does not come back', async () => {
  const { page } = guest;
  await signIn(page);
  const title = 'A while for Kita';
  const open = await firm.publish(title, 'kita');
  await firm.request(open, 'kita');
  await openRoom(page, title);
  await page.getByLabel('Something is otherwise').check();
  await page.getByLabel('What is otherwise').fill('half a thought');
  await page.getByText('only you see it').waitFor();
  const closed = page.getByRole('heading', { name: 'This room has been closed.' });
  const took = await since(firm.ask('DELETE', `/publications/${open}`), () => closed.waitFor());
  expect(took).toBeLessThan(SOON_MS);
  const shownNow = async (): Promise<string> => `${await page.title()} ${await page.content()}`;
  for (const hidden of [title, 'Higashi Gears', '12.5', 'half a thought'])
    expect(await shownNow()).not.toContain(hidden);
  await page.getByRole('link', { name: 'To the rooms open to you' }).click();
  await page.getByRole('link', { name: 'Stakes for Kita' }).waitFor();
  expect(await shownNow()).not.toContain(title);
  await page.goBack();
  await page.getByRole('heading', { name: 'No room is open here.' }).waitFor();
  for (const hidden of [title, 'Higashi Gears', '12.5']) expect(await shownNow()).not.toContain(hidden);
  await page.reload();
  await page.getByRole('heading', { name: 'No room is open here.' }).waitFor();
});

test('whoever is sent off, or whose session is ended elsewhere, sees nothing any more within a second', async () => {
  const { page } = guest;
  await signIn(page);
  await openRoom(page);
  const anna = await signedIn(product.address, '/session', ANNA);
  const shown = page.getByText('Higashi Gears').first();
  await shown.waitFor();
  const ended = anna.ask('DELETE', '/account/sessions');
  expect(await since(ended, () => shown.waitFor({ state: 'detached' }))).toBeLessThan(SOON_MS);
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  expect(await page.content()).not.toContain('Higashi Gears');

  await page.getByLabel('E-mail').fill(ANNA.email);
  await page.getByLabel(/^Password/).fill(ANNA.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Stakes for Kita' }).waitFor();
  const { items } = await firm.ask('GET', '/guests');
  const [{ person }] = items as [{ person: { id: string } }];
  const closed = page.getByRole('heading', { name: 'This room has been closed.' });
  expect(await since(firm.ask('DELETE', `/guests/${person.id}`), () => closed.waitFor())).toBeLessThan(SOON_MS);
});

test('a guest with an account comes back by another link, and finds the way from the menu', async () => {
  const { page } = guest;
  await page.goto(await firm.invite(ANNA.email, 'kita'));
  await page.getByRole('tab', { name: 'I have an account' }).click();
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/rooms');
  await page.getByRole('link', { name: 'Stakes for Kita' }).waitFor();
  await page.goto('/account');
  await page.getByRole('banner').getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Rooms open to you' }).click();
  await page.waitForURL('**/rooms');
  await page.goto('/');
  await page.waitForURL('**/rooms');

  await page.goto(await firm.invite('somebody@kita.example', 'kita'));
  guest.expectStatus(403);
  await page.getByRole('button', { name: 'Come in as a guest' }).click();
  await page.getByRole('alert').getByText('another e-mail').waitFor();
});

test('nothing is shown while nobody can say whether the room is open', async () => {
  const { page } = guest;
  await signIn(page);
  await openRoom(page);
  await page.getByText('Higashi Gears').first().waitFor();
  const { complaints } = guest;
  const before = complaints.length;
  await page.context().setOffline(true);
  await page.getByText('Whether this room is still open cannot be asked').waitFor();
  expect(await page.content()).not.toContain('Higashi Gears');
  await page.context().setOffline(false);
  await page.getByText('Higashi Gears').first().waitFor();
  // The browser tells of each request that did not get through.
  const told = (complaints as string[]).splice(before);
  expect(told.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});

test('the pages speak three languages, fit a telephone, and give axe nothing to find', async () => {
  const { page } = guest;
  await firm.request(room, 'kita').catch(() => undefined);
  await signIn(page);
  const { cookies } = await page.context().storageState();
  for (const [nth, language] of LANGUAGES.entries()) {
    const theme = THEMES[nth % 2] ?? 'light';
    const reader = await visitor(browser, product.address, { language, theme });
    await reader.page.context().addCookies(cookies);
    reader.expectStatus(404);
    for (const path of ['/rooms', `/rooms/${room}`, `/rooms/${crypto.randomUUID()}`]) {
      await reader.page.goto(path);
      await reader.page.getByRole('heading', { level: 1 }).waitFor();
      await reader.page.getByRole('heading').first().waitFor();
      for (const width of WIDTHS) {
        await reader.page.setViewportSize({ width, height: 800 });
        await reader.page.waitForTimeout(100);
        expect([path, language, width, await axeFindings(reader.page), await overflowOf(reader.page)]).toEqual([
          path,
          language,
          width,
          [],
          0,
        ]);
      }
    }
    expect(reader.complaints).toEqual([]);
    await reader.leave();
  }
  await settled(page).catch(() => undefined);
});
