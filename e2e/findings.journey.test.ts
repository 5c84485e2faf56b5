import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, type Visitor, visitor } from './visitor.ts';

const CMC = '/w/demo/organisations/cmc/portfolio';

let browser: Browser;
let reader: Visitor | null = null;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  const complaints = reader?.complaints ?? [];
  await reader?.leave();
  reader = null;
  expect(complaints).toEqual([]);
});

async function open(address: string): Promise<Page> {
  reader = await visitor(browser, inject('address'));
  await reader.page.goto(address);
  return reader.page;
}

const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });
const row = (page: Page, finding: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name: finding, exact: true }) });

describe('somebody who steers a portfolio', () => {
  test('sees the learning link weaken between 2005 and 2015, and why', async () => {
    const page = await open(`${CMC}/findings?asOf=2005&sources=000`);
    await row(page, 'Learning link weakens').getByText('not enough data').waitFor();
    await page.goto(`${CMC}/findings?asOf=2015&sources=000`);
    const weakened = row(page, 'Learning link weakens');
    await weakened.getByText('▲ found').waitFor();
    await weakened.getByText('Taiwanese: fewer than in 2006').waitFor();
    await weakened.getByRole('button', { name: 'Learning link weakens' }).click();
    await inspector(page).getByText('Signs that the link weakens').first().waitFor();
    await inspector(page).getByText('section 5, Proposition 2').first().waitFor();
    const card = inspector(page).getByRole('link', { name: 'Method card: propositions' });
    const address = new URL((await card.getAttribute('href')) ?? '', inject('address'));
    await page.goto(address.href);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator(address.hash).count()).toBe(1);
  });

  test('reads the findings under the configuration, and goes to all of them', async () => {
    const page = await open(`${CMC}?asOf=2015&sources=000`);
    await page.getByRole('button', { name: 'Lock-in: old partners only, for years' }).waitFor();
    await page.getByRole('link', { name: 'all findings' }).click();
    await page.waitForURL('**/portfolio/findings**');
    await row(page, '2a · Keep learning').getByText('not supported').waitFor();
  });

  test('compares two moves, weighs the aims, and finds both again under the address', async () => {
    const page = await open(`${CMC}/what-if?asOf=2015&sources=000`);
    const add = async (partner: string, option: RegExp): Promise<void> => {
      await page.getByPlaceholder('Type a name').fill(partner);
      await page.getByRole('option', { name: option }).first().click();
      await page.getByLabel('Begins').fill('2016');
      await page.getByRole('button', { name: 'Add this move' }).click();
    };
    await add('Guangzhou Automobile', /Guangzhou Automobile Industry Group/);
    await page.getByRole('button', { name: /Remove the move with Guangzhou/ }).waitFor();
    await add('Somebody Else', /not in the register/);
    await page.getByRole('button', { name: 'Remove the move with Somebody Else' }).waitFor();
    await page.getByText('Lock-in: found → not found').first().waitFor();
    await page.getByLabel('More partner houses').fill('5');
    await page.getByLabel('More partner houses').press('Tab');
    await page.waitForURL(/more-houses%3A5|more-houses:5/);
    await page.reload();
    await page.getByRole('button', { name: /Remove the move with Guangzhou/ }).click();
    await page.getByRole('button', { name: /Remove the move with Guangzhou/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Remove the move with Somebody Else' }).waitFor();
  });
});
