import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, type Visitor, visitor, type VisitorWishes } from './visitor.ts';

const PORTFOLIO = '/w/demo/organisations/lioho/portfolio';
const FUJIWA = '/w/demo/alliances/fujiwa';

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

async function open(address: string, wishes: VisitorWishes = {}): Promise<Page> {
  reader = await visitor(browser, inject('address'), wishes);
  await reader.page.goto(address);
  return reader.page;
}

const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });
const standing = (page: Page, name: string): Locator =>
  page.locator('main header').getByRole('button', { name, exact: true });

describe('a reader', () => {
  test('follows a label to its method card', async () => {
    const page = await open(PORTFOLIO);
    await standing(page, 'Diversification').click();
    const card = inspector(page).getByRole('link', { name: 'Method card: configuration' });
    const address = new URL((await card.getAttribute('href')) ?? '', inject('address'));
    await page.goto(address.href);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator(address.hash).count()).toBe(1);
  });

  test('reads another threshold, and finds it again under its address', async () => {
    const page = await open(`${PORTFOLIO}?asOf=2000`);
    await standing(page, 'Diversification').waitFor();
    await page.getByRole('button', { name: 'Parameters' }).click();
    await page.getByLabel('Scope is extensive from').fill('5');
    await page.getByLabel('Scope is extensive from').press('Enter');
    await page.waitForURL('**scopeAt=5**');
    await standing(page, 'Resource Development').waitFor();
    await page.reload();
    await standing(page, 'Resource Development').waitFor();
  });

  test('reads what one document alone says', async () => {
    const page = await open(`${PORTFOLIO}?sources=001`);
    await page.getByText('The chosen sources name no alliance of', { exact: false }).waitFor();
    await page.getByText('With all sources the label is Diversification', { exact: false }).waitFor();
  });

  test('goes to an alliance by name, from the keyboard', async () => {
    const page = await open(PORTFOLIO);
    await standing(page, 'Diversification').waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Fujiwa');
    await page
      .getByRole('option', { name: /Fujiwa/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/w\/demo\/(?:alliances|partners)\/fujiwa/);
  });

  test('sees on an alliance where its sources disagree, and what each says', async () => {
    const page = await open(FUJIWA);
    await page.getByRole('heading', { level: 1, name: /Fujiwa/ }).waitFor();
    await page.getByRole('link', { name: /The sources disagree on \d+ points?/ }).click();
    await page.waitForURL('**#discrepancies');
    expect(await page.locator('#discrepancies').getByRole('link', { name: /.+/ }).count()).toBeGreaterThan(0);
  });

  test('keeps the date from page to page, and goes back where they were', async () => {
    const page = await open(`${PORTFOLIO}?asOf=1995`);
    await standing(page, 'Optimization').waitFor();
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Alliances' }).click();
    await page.waitForURL('**/w/demo/alliances?**asOf=1995**');
    await page.goBack();
    await standing(page, 'Optimization').waitFor();
  });

  test('finds the rooms on a telephone', async () => {
    const page = await open(PORTFOLIO, { width: 390 });
    await page.getByRole('button', { name: 'Rooms' }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Partners' }).click();
    await page.getByRole('heading', { level: 1, name: 'Partners' }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  test('is told when an address leads nowhere', async () => {
    const page = await open('/w/demo/no-such-page');
    await page.getByRole('heading', { level: 1, name: 'There is no page at this address.' }).waitFor();
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Alliances' }).waitFor();
    expect(await page.title()).toBe('There is no page at this address. · Entente');
    reader?.expectStatus(404);
    expect((await page.goto('/nowhere'))?.status()).toBe(404);
    await page.getByText('このアドレスには何もありません').waitFor();
    await page.getByRole('link', { name: 'To the start page' }).click();
    await page.getByRole('heading', { level: 1, name: 'Demo' }).waitFor();
  });

  test('keeps language and theme over a new visit', async () => {
    const page = await open(PORTFOLIO);
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitem', { name: 'Dark' }).click();
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitem', { name: '繁體中文' }).click();
    await page.locator('html[lang="zh-Hant"]').waitFor();
    await page.goto('/w/demo/partners');
    await page.locator('html[lang="zh-Hant"][data-mantine-color-scheme="dark"]').waitFor();
  });
});
