import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Firm, firmOf, firstAccount } from './firm.ts';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { serveProduct, type ServedProduct } from './served-product.ts';
import { LANGUAGES, openBrowser, THEMES, type Visitor, visitor, WIDTHS } from './visitor.ts';

const PASSWORD = 'verdant lantern octopus';
const OWNER = 'owner@firm.example';
const ANNA = 'anna@kita.example';
const COURSE = '/w/nishi-works/alliances/gears/lifecycle';
const ROOM = 'Gears for Kita';
const TODAY = new Date().toISOString().slice(0, 10);

let product: ServedProduct;
let browser: Browser;
let firm: Firm;
let member: Visitor;
let guest: Visitor;

beforeAll(async () => {
  product = await serveProduct(undefined, {});
  browser = await openBrowser();
  const owner = await firstAccount(product, { name: 'Owner One', email: OWNER, password: PASSWORD });
  firm = await firmOf(owner, 'Nishi Works');
  await firm.publish(ROOM, 'kita');
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});
beforeEach(async () => {
  [member, guest] = [await visitor(browser, product.address), await visitor(browser, product.address)];
  for (const each of [member, guest]) {
    each.page.setDefaultTimeout(20_000);
    for (const status of [401, 404, 409]) each.expectStatus(status);
  }
});
afterEach(async () => {
  for (const each of [member, guest]) {
    await each.leave();
    expect(each.complaints).toEqual([]);
  }
});

async function signIn(page: Page, email: string, to: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(to);
}

async function openRoom(page: Page): Promise<void> {
  await page.getByRole('link', { name: ROOM }).click();
  await page.getByRole('heading', { level: 1, name: ROOM }).waitFor();
}

test('a gate opens when a person of each side has approved, each in their own place', async () => {
  const ours = member.page;
  const theirs = guest.page;
  const dialog = ours.getByRole('dialog');
  await theirs.goto(await firm.invite(ANNA, 'kita'));
  await theirs.getByLabel('Your name').fill('Anna Kita');
  await theirs.getByLabel('New password').fill(PASSWORD);
  await theirs.getByRole('button', { name: 'Make the account and come in' }).click();
  await theirs.waitForURL('**/rooms');
  await openRoom(theirs);

  await signIn(ours, OWNER, '**/w/**');
  await ours.goto(COURSE);
  await ours.getByRole('button', { name: 'Begin the lifecycle…' }).click();
  await dialog.getByLabel('Day').fill('2025-01-10');
  await dialog.getByRole('button', { name: 'Begin', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await ours.getByRole('button', { name: 'Waive the whole stage: strategy formation' }).click();
  await dialog.getByLabel(/^Reason/).fill('Agreed at the fair');
  await dialog.getByLabel('Waived until').fill('2031-01-31');
  await dialog.getByRole('button', { name: /^Waive/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await ours.getByRole('button', { name: 'Name approvers…' }).click();
  await dialog.getByLabel('Anna Kita, for Kita Metals').check();
  await dialog.getByLabel('Owner One (you)').check();
  await dialog.getByLabel('Words to the partner (optional)').fill('We would go on to look for sites.');
  await dialog.getByRole('button', { name: 'Name approvers', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await ours.getByText('Anna Kita (Kita Metals): awaited').first().waitFor();

  // Nobody loads the page of the room anew.
  const gate = theirs.getByRole('article', { name: 'Gate of the stage strategy formation' });
  await gate.getByText('We would go on to look for sites.').waitFor();
  expect(await theirs.content()).not.toContain('Agreed at the fair');
  await gate.getByLabel('I refuse').check();
  expect(await gate.getByRole('button', { name: 'Say it for Kita Metals' }).isDisabled()).toBe(true);
  await gate.getByLabel('What has to change').fill('Not before spring');
  await gate.getByRole('button', { name: 'Say it for Kita Metals' }).click();
  await gate.getByText('you refused').waitFor();

  await ours.reload();
  await ours.getByRole('button', { name: 'Approve…' }).click();
  await dialog.getByLabel('Day').fill(TODAY);
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await ours.getByText('Anna Kita (Kita Metals): refused').first().waitFor();
  await ours.getByText('Not before spring').first().waitFor();
  await ours.getByText('The gate is shut').first().waitFor();

  await gate.getByRole('button', { name: 'Say otherwise' }).click();
  await gate.getByLabel('I approve').check();
  await gate.getByRole('button', { name: 'Say it for Kita Metals' }).click();
  await gate.getByText('you approved').waitFor();
  expect(await axeFindings(theirs)).toEqual([]);

  await ours.reload();
  await ours.getByText('Anna Kita (Kita Metals): approved').first().waitFor();
  await ours.getByRole('button', { name: 'Advance…' }).click();
  await dialog.getByLabel('Day').fill(TODAY);
  await dialog.getByRole('button', { name: 'Advance', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await gate.waitFor({ state: 'detached' });
});

test('whoever of the partner left is told as such, and the pages read well for both', async () => {
  const { page } = member;
  await signIn(page, OWNER, '**/w/**');
  const { version } = (await firm.ask('GET', '/alliances/gears/lifecycle')) as { version: number };
  const guests = (await firm.ask('GET', '/guests'))['items'] as { person: { id: string } }[];
  const anna = guests[0]?.person.id ?? '';
  const named = await page.request.post(`/api/v1/workspaces/nishi-works/alliances/gears/lifecycle/steps`, {
    headers: { 'if-match': `"${version}"`, origin: product.address },
    data: {
      kind: 'approvers-named',
      on: TODAY,
      stage: 'partner-selection',
      approvers: [anna],
      toPartner: 'Which of them?',
    },
  });
  expect(named.status()).toBe(201);
  await signIn(guest.page, ANNA, '**/rooms');
  await guest.page.getByText('1 thing waits').waitFor();
  await openRoom(guest.page);
  const room = guest.page.url();
  for (const language of LANGUAGES)
    for (const theme of THEMES) {
      const reader = await visitor(browser, product.address, { language, theme });
      await reader.page.context().addCookies(await guest.page.context().cookies());
      await reader.page.goto(room);
      await reader.page.getByText('Which of them?').waitFor();
      for (const width of WIDTHS) {
        await reader.page.setViewportSize({ width, height: 900 });
        await settled(reader.page);
        expect({ language, width, tooWide: await overflowOf(reader.page) }).toEqual({ language, width, tooWide: 0 });
      }
      expect(await axeFindings(reader.page)).toEqual([]);
      await reader.leave();
    }
  await firm.ask('DELETE', `/guests/${anna}`);
  await page.goto(COURSE);
  await page.getByText('No room of the alliance is open to Anna Kita (Kita Metals) any more').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
});
