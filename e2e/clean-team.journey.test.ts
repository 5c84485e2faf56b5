import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { serveProduct, type ServedProduct } from './served-product.ts';
import { LANGUAGES, openBrowser, type Visitor, visitor } from './visitor.ts';

const PASSWORD = 'verdant lantern octopus';
const HOME = '/w/tanaka-works/clean-team';

let product: ServedProduct;
let browser: Browser;
/** Mei owns the workspace and founded its clean team; Counsel is named to it; Ken is not. */
let mei: Visitor;
let counsel: Visitor;
let ken: Visitor;

/** A request of whoever sits at this browser. */
async function send(
  page: Page,
  method: 'POST' | 'PATCH',
  path: string,
  data: unknown,
  version?: number,
): Promise<void> {
  const reply = await page.request.fetch(`/api/v1/workspaces/tanaka-works${path}`, {
    method,
    data,
    headers: { origin: product.address, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
  });
  if (!reply.ok()) throw new Error(`${path}: ${reply.status()} ${await reply.text()}`);
}

async function makeAccount(page: Page, link: string, name: string, email: string | null): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  if (email !== null) await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('New password').fill(PASSWORD);
}

async function invited(name: string, email: string, role: string): Promise<Visitor> {
  const reply = await mei.page.request.post('/api/v1/workspaces/tanaka-works/invitations', {
    data: { email, role },
    headers: { origin: product.address },
  });
  const { token } = (await reply.json()) as { token: string };
  const guest = await visitor(browser, product.address);
  guest.page.setDefaultTimeout(15_000);
  guest.expectStatus(401);
  await makeAccount(guest.page, `/invitation#${token}`, name, null);
  await guest.page.getByRole('button', { name: /account/i }).click();
  await guest.page.waitForURL('**/w/tanaka-works');
  return guest;
}

beforeAll(async () => {
  product = await serveProduct(undefined, {});
  browser = await openBrowser();
  mei = await visitor(browser, product.address);
  mei.page.setDefaultTimeout(15_000);
  mei.expectStatus(401);
  mei.expectStatus(422);
  const link = /\S+(\/set-up#\S+)/.exec(product.said())?.[1] ?? '';
  await makeAccount(mei.page, link, 'Mei Tanaka', 'mei@example.org');
  await mei.page.getByLabel('Take over what was entered here without an account').uncheck();
  await mei.page.getByRole('button', { name: 'Make the account' }).click();
  await mei.page.getByLabel('Name of the workspace').fill('Tanaka Works');
  await mei.page.getByRole('button', { name: 'Create workspace' }).click();
  await mei.page.waitForURL('**/w/tanaka-works');
  for (const [nth, firm] of ['Akita', 'Benten', 'Chitose', 'Daisen', 'Ehime'].entries()) {
    const slug = firm.toLowerCase();
    await send(mei.page, 'POST', '/organisations', { name: `${firm} Tools`, slug });
    await send(mei.page, 'POST', '/measures', {
      of: { kind: 'organisation', id: slug },
      quantity: 'sales',
      unit: 'million JPY',
      date: '2025',
      class: 'CLEAN',
      ...(nth === 4 ? {} : { value: String(1200 + 100 * nth) }),
    });
  }
  counsel = await invited('Counsel Ito', 'ito@example.org', 'reader');
  ken = await invited('Ken Abe', 'ken@example.org', 'manager');
});
afterAll(async () => {
  for (const visit of [mei, counsel, ken]) await visit.leave();
  await browser.close();
  await product.stop();
});
afterEach(() => {
  expect([...mei.complaints, ...counsel.complaints, ...ken.complaints]).toEqual([]);
});

test('an owner names a second person to the team, and proposes an aggregate that alone nobody releases', async () => {
  const { page } = mei;
  await page.goto(HOME);
  await page.getByText('Releasing takes two people of the team.').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Members and roles' }).click();
  // The box is set once the server has done it.
  await page.getByLabel('Counsel Ito is in the clean team').click();
  await page.getByRole('checkbox', { name: 'Counsel Ito is in the clean team', checked: true }).waitFor();
  await page.goto(HOME);
  await page.getByRole('region', { name: 'People' }).getByText('Counsel Ito').waitFor();

  await page.getByRole('button', { name: 'Propose an aggregate…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('5,400 million JPY').waitFor();
  await dialog.getByText('4 organisations; 1 figure unknown').waitFor();
  await dialog.getByLabel('Choose: Akita Tools, 2025').uncheck();
  await dialog.getByLabel('Choose: Benten Tools, 2025').uncheck();
  await dialog.getByText('at least 3 are needed').waitFor();
  await dialog.getByLabel('Choose: Akita Tools, 2025').check();
  await dialog.getByText('4,100 million JPY').waitFor();
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Sales of the three largest');
  await dialog.getByRole('textbox', { name: 'Purpose' }).fill('The size of the joint business');
  await dialog.getByRole('button', { name: 'Propose', exact: true }).click();

  const waiting = page.getByRole('region', { name: 'Waiting for a second person' });
  await waiting.getByRole('button', { name: 'Look: Sales of the three largest' }).click();
  await dialog.getByText('Another person of the clean team releases or refuses it.').waitFor();
  expect(await dialog.getByRole('button', { name: 'Release to the workspace' }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Close' }).click();
});

test('whoever is not in the team sees no proposal, and the page says what leaves it', async () => {
  const { page } = ken;
  await page.goto(HOME);
  await page.getByText('Nothing has left the clean team yet.').waitFor();
  expect(await page.getByText('Sales of the three largest').count()).toBe(0);
  expect(await page.getByRole('region', { name: 'Waiting for a second person' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Propose an aggregate…' }).count()).toBe(0);
});

test('the second person looks at what entered it and releases; everybody reads it, without what entered it', async () => {
  await counsel.page.goto(HOME);
  await counsel.page.getByRole('button', { name: 'Look and decide: Sales of the three largest' }).click();
  const dialog = counsel.page.getByRole('dialog');
  await dialog.getByRole('row', { name: 'Daisen Tools' }).getByText('1,500').waitFor();
  await dialog.getByRole('button', { name: 'Release to the workspace' }).click();
  const released = (page: Page) => page.getByRole('region', { name: 'Released aggregates' });
  await released(counsel.page).getByText('4,100 million JPY').waitFor();

  const { page } = ken;
  await page.goto(HOME);
  await released(page).getByRole('button', { name: 'Sales of the three largest' }).click();
  const inspector = page.getByLabel('Inspector', { exact: true });
  for (const told of [
    'Mei Tanaka',
    'Counsel Ito',
    'The size of the joint business',
    'At least 3 organisations stand behind it',
  ])
    await inspector.getByText(told).waitFor();
  expect(await page.content()).not.toContain('Daisen');

  await mei.page.goto(HOME.replace('clean-team', 'audit'));
  await mei.page.getByText('Aggregate released: Sales of the three largest, proposed by Mei Tanaka').waitFor();
});

test('what would tell a figure together with it is refused in words; a release is withdrawn with a reason', async () => {
  const { page } = mei;
  await page.goto(HOME);
  await page.getByRole('button', { name: 'Propose an aggregate…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('With what was released before').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Look: Sales of the three largest' }).click();
  await dialog.getByRole('button', { name: 'Withdraw…' }).click();
  await dialog.getByLabel('Reason').fill('No longer needed');
  await dialog.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await page.getByRole('region', { name: 'Refused and withdrawn' }).getByText('No longer needed').waitFor();
  await ken.page.goto(HOME);
  await ken.page.getByText('Nothing has left the clean team yet.').waitFor();
});

test('the page and its dialog are clean in three languages and fit a telephone', async () => {
  const state = await mei.page.context().storageState();
  for (const language of LANGUAGES) {
    const guest = await visitor(browser, product.address, { language, width: 390 });
    await guest.page.context().addCookies(state.cookies);
    guest.expectStatus(422);
    await guest.page.goto(HOME);
    await guest.page.getByRole('heading', { level: 1 }).waitFor();
    await settled(guest.page);
    const looks = async () => [language, await axeFindings(guest.page), await overflowOf(guest.page)];
    expect(await looks()).toEqual([language, [], 0]);
    await guest.page.getByRole('main').getByRole('button').first().click();
    await guest.page.getByRole('dialog').getByRole('table').waitFor();
    await settled(guest.page);
    expect(await looks()).toEqual([language, [], 0]);
    await guest.leave();
    expect(guest.complaints).toEqual([]);
  }
});
