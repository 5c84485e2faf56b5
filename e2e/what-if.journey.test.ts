import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { axeFindings } from './looks.ts';
import { openBrowser, type Visitor, visitor } from './visitor.ts';

let browser: Browser;
let planner: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  planner = await visitor(browser, inject('address'));
  page = planner.page;
});
afterEach(async () => {
  await planner.leave();
  expect(planner.complaints).toEqual([]);
});

const WHAT_IF = '/w/demo/organisations/takamatsu-machinery/portfolio/what-if?asOf=2015';
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const field = (name: string | RegExp) => page.getByLabel(name, { exact: typeof name === 'string' });

/** A move with somebody whom no other test knows. */
async function addMove(partner: string): Promise<void> {
  await page.getByPlaceholder('Type a name').fill(partner);
  await page.getByRole('option', { name: new RegExp(`${partner}.*not in the register`) }).click();
  await field('Begins').fill('2027-04');
  await field('Own share, %').fill('40 %');
  await field('Partner’s share, %').fill('60');
  await field('Product').fill('Casting');
  await field('Brings: kind, 1').click();
  await page.getByRole('option', { name: 'brand', exact: true }).click();
  await field('Brings: what, 1').fill('Journey brand');
  await button('Add a resource').click();
  await field('Brings: what, 2').fill('Test benches');
  await button('Add this move').click();
}

test('a planner finds what is missing in its place, compares a move, and opens a figure to what it is made of', async () => {
  await page.goto(WHAT_IF);
  await addMove('Compared Partner');
  await page.getByText('Choose a kind.').waitFor();
  await field('Partner’s share, %').fill('61');
  await page.getByText('Both shares come to more than 100 %.').first().waitFor();
  await field('Partner’s share, %').fill('60');
  await field('Brings: kind, 2').click();
  await page.getByRole('option', { name: 'technology', exact: true }).click();
  await button('Add this move').click();
  await button('Remove the move with Compared Partner').waitFor();
  const row = page.getByRole('row', { name: /^Contacts/ });
  await row.getByRole('button', { name: /\+1/ }).click();
  const inspector = page.getByRole('region', { name: 'Contacts: Compared Partner' });
  await inspector.getByText('by this move').waitFor();
  await page.keyboard.press('Escape');
  const supply = page.getByRole('row', { name: /Who else supplies/ });
  await supply.getByText('Journey brand (brand): 0 with us, 0 elsewhere').waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

test('a move is kept, found again by others, discarded, and brought back', async () => {
  await page.goto(`${WHAT_IF}&moves=name.Kept%2520Partner.joint-venture.2027......`);
  await button('Keep: Kept Partner').click();
  await page.getByText('The move is kept.').waitFor();
  await page.goto(WHAT_IF);
  await button('Compare: Kept Partner').click();
  await button('Kept: Kept Partner').waitFor();
  await button('Discard: Kept Partner').click();
  await button('Discard: Kept Partner').waitFor({ state: 'detached' });
  await page.getByText('The move is discarded.').waitFor();
  await button('Undo').last().click();
  await button('Discard: Kept Partner').waitFor();
});

test('a kept move becomes an alliance in its first stage, which one press takes back', async () => {
  await page.goto(
    `${WHAT_IF}&moves=name.Turned%2520Partner.joint-venture.2027-04.brand%253Ajourney-brand.casting...40.60`,
  );
  await button('Keep: Turned Partner').click();
  await button('Turn into an alliance: Turned Partner').click();
  await field('Name of the alliance').fill('Journey alliance');
  expect(await axeFindings(page)).toEqual([]);
  await button('Add the alliance').click();
  await page.getByText('The alliance is in the register.').waitFor();
  await page.locator('#kept-moves').getByRole('link', { name: 'Journey alliance' }).click();
  await page.getByRole('heading', { level: 1, name: /Journey alliance/ }).waitFor();
  await page.getByText('strategy formation').first().waitFor();
  await page.getByText('Turned Partner').first().waitFor();
  await page.getByText('60%').first().waitFor();
  // The page still shows the alliance that is taken back.
  planner.expectStatus(404);
  const undone = page.waitForResponse((response) => response.url().endsWith('/undo') && response.ok());
  await button('Undo').last().click();
  await undone;
  await page.goto(WHAT_IF);
  await button('Turn into an alliance: Turned Partner').waitFor();
});
