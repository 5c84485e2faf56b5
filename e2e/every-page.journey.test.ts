import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { PAGES, type ProductPage } from './pages.ts';
import { openBrowser, type Visitor, visitor, type VisitorWishes, WIDTHS } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function standOn(page: ProductPage, wishes: VisitorWishes): Promise<Visitor> {
  const reader = await visitor(browser, inject('address'), wishes);
  await reader.page.goto(page.path);
  await reader.page.getByRole('heading', { level: 1 }).first().waitFor();
  await settled(reader.page);
  return reader;
}

/** What axe looks at: both themes, and the narrow form that leaves parts out. */
const LIT = [
  { theme: 'light', width: 1280 },
  { theme: 'light', width: 390 },
  { theme: 'dark', width: 1280 },
] as const;

/** Every language, and every theme in letters of both kinds. */
const SPOKEN = [
  { language: 'en', theme: 'light' },
  { language: 'ja', theme: 'dark' },
  { language: 'zh-Hant', theme: 'light' },
] as const;

describe.each(PAGES)('the page $name', (page) => {
  test.each(LIT)('gives axe nothing to find, $theme at $width pixels', async (look) => {
    const { page: shown, leave } = await standOn(page, look);
    expect(await axeFindings(shown)).toEqual([]);
    await leave();
  });

  // @asvs V14.2.3
  test.each(SPOKEN)('speaks $language, fits both widths and breaks no rule of the browser', async (look) => {
    const { page: shown, complaints, leave } = await standOn(page, look);
    expect(await shown.locator('html').getAttribute('lang')).toBe(page.englishOnly ? 'en' : look.language);
    for (const width of WIDTHS) {
      await shown.setViewportSize({ width, height: 800 });
      await settled(shown);
      expect({ width, tooWide: await overflowOf(shown) }).toEqual({ width, tooWide: 0 });
    }
    expect(complaints).toEqual([]);
    await leave();
  });
});
