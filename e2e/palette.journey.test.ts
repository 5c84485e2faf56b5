import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeFindings, overflowOf } from './looks.ts';
import { openBrowser, type Visitor, visitor, type VisitorWishes } from './visitor.ts';

const START = '/w/demo';

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

const palette = (page: Page): Locator => page.getByRole('combobox', { name: /Search or command|検索|搜尋/ });
const option = (page: Page, name: string | RegExp): Locator => page.getByRole('option', { name });
const chosen = (page: Page): Locator => page.getByRole('option', { selected: true });

/** Stands on a page with the palette open, by the keyboard alone. */
async function opened(wishes: VisitorWishes = {}, address = START): Promise<Page> {
  reader = await visitor(browser, inject('address'), wishes);
  const { page } = reader;
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.keyboard.press('Control+k');
  await palette(page).waitFor();
  return page;
}

describe('the palette', () => {
  test('finds a firm by kana, and Enter goes there', async () => {
    const page = await opened({ language: 'ja' });
    await page.keyboard.insertText('たかまつ');
    await option(page, /Takamatsu Machinery/)
      .first()
      .waitFor();
    expect(await chosen(page).innerText()).toContain('Takamatsu Machinery');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/w/demo/partners/takamatsu-machinery');
    await palette(page).waitFor({ state: 'detached' });
  });

  test('waits for what was typed when Enter comes before the answer', async () => {
    const page = await opened();
    await page.keyboard.type('lioho machine works');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/w/demo/partners/lioho');
  });

  test('loses no letter that is typed while it is on its way', async () => {
    reader = await visitor(browser, inject('address'));
    const { page } = reader;
    await page.goto(START);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.evaluate(() => {
      const press = (key: string, ctrlKey = false): boolean =>
        document.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
      press('k', true);
      for (const key of 'fujiwa') press(key);
    });
    await option(page, /Fujiwa/)
      .first()
      .waitFor();
    expect(await palette(page).inputValue()).toBe('fujiwa');
  });

  test('is typed into from the moment that it stands there, by an input method too', async () => {
    reader = await visitor(browser, inject('address'));
    const { page } = reader;
    await page.goto(START);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const typedInto = await page.evaluate(
      () =>
        new Promise<string | null>((resolve) => {
          new MutationObserver((_, watcher) => {
            if (document.querySelector('[data-palette]') === null) return;
            watcher.disconnect();
            resolve(document.activeElement?.getAttribute('role') ?? null);
          }).observe(document.body, { childList: true, subtree: true });
          document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }));
        }),
    );
    expect(typedInto).toBe('combobox');
    await page.keyboard.insertText('フジワ');
    expect(await palette(page).inputValue()).toBe('フジワ');
  });

  test.each([
    ['en', 'パートナー', 'Partners'],
    ['ja', 'partners', 'パートナー'],
    ['zh-Hant', 'partners', '夥伴'],
    ['en', '夥伴', 'Partners'],
  ] as const)('in %s finds by %j the page %j', async (language, typed, name) => {
    const page = await opened({ language });
    await page.keyboard.insertText(typed);
    // A term of the glossary has the same name, and the groups change their order while catalogs arrive.
    const pages = page.getByRole('group', { name: /^(Pages|ページ|頁面)$/ });
    await pages.getByRole('option', { name, exact: true }).click();
    await page.waitForURL('**/w/demo/partners**');
  });

  test('runs actions: the date by typing a year, and another theme', async () => {
    const page = await opened();
    await page.keyboard.type('2005');
    await option(page, /as of 2005/).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**asOf=2005**');
    await palette(page).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('dark theme');
    await option(page, 'Dark theme').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  });

  test('asks for the firm in focus, and Backspace leads back', async () => {
    const page = await opened();
    await page.keyboard.type('choose the firm');
    await option(page, 'Choose the firm in focus').waitFor();
    await page.keyboard.press('Enter');
    const firms = page.getByRole('combobox', { name: 'Name of the firm' });
    await firms.waitFor();
    await page.keyboard.press('Backspace');
    await palette(page).waitFor();
    await page.keyboard.type('choose the firm');
    await page.keyboard.press('Enter');
    await firms.waitFor();
    await page.keyboard.type('china motor');
    await page.keyboard.press('Enter');
    await page.waitForURL('**focal=cmc**');
  });

  test('finds a term of the glossary in Japanese by its reading and goes to it', async () => {
    const page = await opened({ language: 'ja' });
    await page.keyboard.insertText('しきいち');
    await option(page, /しきい値/).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/w/demo/glossary**#threshold');
    await page.locator('#threshold').getByText('threshold').waitFor();
    await page.locator('#threshold').waitFor({ state: 'visible' });
  });

  test('moves with the arrow keys over both ends and closes with Escape to where one was', async () => {
    const page = await opened();
    const all = page.getByRole('option');
    await page.keyboard.press('ArrowUp');
    expect(await all.last().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await all.first().getAttribute('aria-selected')).toBe('true');
    const marked = await palette(page).getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${marked}"]`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    await palette(page).waitFor({ state: 'detached' });
  });

  test('shows first what was seen last', async () => {
    const page = await opened({}, '/w/demo/partners/lioho');
    await page.keyboard.type('fujiwa');
    await option(page, /Fujiwa/)
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Fujiwa/ }).waitFor();
    await palette(page).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await palette(page).waitFor();
    expect(await chosen(page).innerText()).toContain('Lioho Machine Works');
  });

  test('says when there is nothing of a name', async () => {
    const page = await opened();
    await page.keyboard.type('no such thing at all');
    await page.getByRole('status').filter({ hasText: 'Nothing of this name.' }).waitFor();
  });

  test.each([
    { theme: 'light', width: 1280 },
    { theme: 'dark', width: 390 },
  ] as const)('gives axe nothing to find and fits, $theme at $width pixels', async (look) => {
    const page = await opened(look);
    await page.keyboard.type('taka');
    await option(page, /Takamatsu/)
      .first()
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
  });
});

describe('the glossary', () => {
  test('is narrowed by a word of any language, and the address keeps it', async () => {
    reader = await visitor(browser, inject('address'), { language: 'zh-Hant' });
    const { page } = reader;
    await page.goto('/w/demo/glossary');
    await page.getByRole('searchbox').fill('zaisangatashigen');
    await page.getByRole('term').filter({ hasText: '財產型資源' }).first().waitFor();
    expect(await page.getByRole('term').count()).toBe(1);
    await page.waitForURL('**q=zaisangatashigen**');
  });

  test('explains a word where it stands, under the pointer and by the keyboard', async () => {
    reader = await visitor(browser, inject('address'));
    const { page } = reader;
    await page.goto('/w/demo/organisations/lioho/portfolio');
    await page.locator('main header').getByRole('button', { name: 'Diversification' }).click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    const scope = inspector.getByRole('link', { name: 'Scope', exact: true });
    const card = (text: string): Locator => page.getByRole('tooltip').filter({ hasText: text });
    await scope.hover();
    await card('The number of partner houses').waitFor();
    await page.mouse.move(0, 0);
    await inspector.getByRole('button', { name: 'Close the inspector' }).focus();
    await page.keyboard.press('Tab');
    await card('Where a portfolio stands').waitFor();
    await page.keyboard.press('Escape');
    await card('Where a portfolio stands').waitFor({ state: 'detached' });
    await scope.click();
    await page.waitForURL('**/w/demo/glossary**#scope');
  });
});

describe('on paper', () => {
  test('a page is white in the dark theme, with a head and without controls', async () => {
    reader = await visitor(browser, inject('address'), { theme: 'dark' });
    const { page } = reader;
    await page.goto('/w/demo/alliances/kunshan-liufeng?asOf=2005');
    await page.getByRole('heading', { level: 1, name: /Kunshan Liufeng/ }).waitFor();
    await page.emulateMedia({ media: 'print' });
    const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await expect.poll(ground).toBe('rgb(255, 255, 255)');
    await page.getByText('Entente · Demo').waitFor();
    await page.getByText(/^As of .*2005/).waitFor();
    await page.getByText(/^Printed on /).waitFor();
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole('banner').filter({ visible: true }).count()).toBe(0);
    expect(await overflowOf(page)).toBe(0);
  });
});
