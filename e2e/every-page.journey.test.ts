import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { PAGES, type ProductPage } from './pages.ts';
import { LANGUAGES, openBrowser, THEMES, type Visitor, visitor, type VisitorWishes, WIDTHS } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function stand(page: ProductPage, wishes: VisitorWishes): Promise<Visitor> {
  const reader = await visitor(browser, inject('address'), wishes);
  await reader.page.goto(page.path);
  await reader.page.getByRole('heading', { level: 1 }).first().waitFor();
  await settled(reader.page);
  return reader;
}

describe.each(PAGES)('the page $name', (page) => {
  test.each(THEMES)('has nothing that axe finds, and nothing to complain of, in the %s theme', async (theme) => {
    const { page: shown, complaints, leave } = await stand(page, { theme });
    expect(await axeFindings(shown)).toEqual([]);
    expect(complaints).toEqual([]);
    await leave();
  });

  const looks = LANGUAGES.flatMap((language) => WIDTHS.map((width) => ({ language, width })));
  test.each(looks)('speaks $language and fits $width pixels', async (look) => {
    const { page: shown, complaints, leave } = await stand(page, look);
    expect(await shown.locator('html').getAttribute('lang')).toBe(page.englishOnly ? 'en' : look.language);
    expect(await overflowOf(shown)).toBe(0);
    expect(complaints).toEqual([]);
    await leave();
  });
});
