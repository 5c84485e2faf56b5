import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, type Visitor, visitor } from './visitor.ts';

const PORTFOLIO = '/w/demo/organisations/lioho/portfolio';
const DOCUMENTS = 'sources=000,001,003,004';

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
const value = (within: Locator, words: string): Locator => within.getByRole('button', { name: words, exact: true });

describe('the measures of a portfolio', () => {
  test('are reached from the portfolio, and follow its date', async () => {
    const page = await open(`${PORTFOLIO}?asOf=2005`);
    const sections = page.getByRole('navigation', { name: 'Sections of the portfolio' });
    await sections.getByRole('link', { name: 'Measures' }).click();
    await page.waitForURL('**/portfolio/measures?**');
    await page.getByText('Values stand on 31 December 2005.', { exact: false }).waitFor();
    // What others typed in meanwhile is not of the documents.
    await page.goto(`${PORTFOLIO}/measures?asOf=2005&${DOCUMENTS}`);
    await value(page.locator('#size'), 'Alliances 12').waitFor();
    await value(page.locator('#partners'), 'Repeated ties 53.3%').waitFor();
  });

  test('open to rule, inputs and sources, and what is counted leads to its record', async () => {
    const page = await open(`${PORTFOLIO}/measures?asOf=2005&${DOCUMENTS}`);
    await value(page.locator('#partners'), 'Repeated ties 53.3%').click();
    const opened = inspector(page);
    await opened.getByText('8 of 15').waitFor();
    await opened.getByText('Not in the share').waitFor();
    expect(await opened.getByText('Table 7').count()).toBeGreaterThan(5);
    await page.reload();
    await inspector(page).getByText('8 of 15').waitFor();
    await inspector(page).getByRole('link', { name: 'Fuzhou Lioho Machinery' }).first().click();
    await page.waitForURL('**/alliances/**');
  });

  test('of the network open to the contacts and the alliances that tie them', async () => {
    const page = await open(`${PORTFOLIO}/measures?asOf=2005&${DOCUMENTS}`);
    await value(page.locator('#network'), 'Constraint 0.389').click();
    await inspector(page).getByRole('link', { name: 'Toyota Group' }).waitFor();
    await inspector(page).getByText('adds 0.340 to constraint', { exact: false }).waitFor();
  });

  test('say where nothing is defined, and never zero', async () => {
    const page = await open(`${PORTFOLIO}/measures?asOf=1993&${DOCUMENTS}`);
    await value(page.locator('#partners'), 'New partners not defined').click();
    await inspector(page).getByText('It is not defined, which is not zero.', { exact: false }).waitFor();
  });

  test('have a table in their place, whose values open too', async () => {
    const page = await open(`${PORTFOLIO}/measures?${DOCUMENTS}`);
    await page.locator('#size').waitFor();
    await page.keyboard.press('t');
    const row = page.getByRole('table', { name: 'Size' }).getByRole('row').filter({ hasText: /^2001/ });
    await row.getByRole('button', { name: 'Alliances formed 2' }).click();
    await inspector(page).getByText('since 2001').first().waitFor();
  });

  test('count another population, kept in the address', async () => {
    const page = await open(`${PORTFOLIO}/measures?asOf=2005`);
    await page.getByLabel('Population').selectOption('all');
    await page.waitForURL('**population=all**');
    await page.reload();
    expect(await page.getByLabel('Population').inputValue()).toBe('all');
  });

  test('before the first alliance say when it was', async () => {
    const page = await open(`${PORTFOLIO}/measures?asOf=1980&${DOCUMENTS}`);
    await page.getByRole('link', { name: 'Read it as of 1992' }).click();
    await value(page.locator('#size'), 'Alliances 1').waitFor();
  });
});

describe('every firm in a year', () => {
  test('is sorted by a measure, narrowed by name, and opened', async () => {
    const page = await open(`/w/demo/firm-years?asOf=2005&${DOCUMENTS}`);
    const rows = page.getByRole('table', { name: 'Firms in 2005' }).getByRole('row');
    await rows.nth(1).getByText('Lioho Machine Works Group').waitFor();
    await page.getByText('Position in the network', { exact: true }).click();
    await page.waitForURL('**group=network**');
    await page.getByLabel('Narrow the list').fill('motor');
    await rows.filter({ hasText: 'Nissan Motor' }).waitFor();
    expect(await rows.count()).toBe(4);
    await rows.filter({ hasText: 'Nissan Motor' }).getByRole('button', { name: 'Contacts 3' }).click();
    await inspector(page).getByText('Nissan Motor').first().waitFor();
  });

  test('and every year is taken away as CSV', async () => {
    const page = await open(`/w/demo/firm-years?asOf=2005&${DOCUMENTS}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'All years as CSV' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toMatch(/^\uFEFFfirm,name,kind,year,formed,/);
    expect(text).toContain('lioho-group,Lioho Machine Works Group,house,2005,4,0,12,12,15,7,5,');
  });

  test('or as Parquet', async () => {
    const page = await open(`/w/demo/firm-years?asOf=2005&${DOCUMENTS}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'All years as Parquet' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('panel.parquet');
    const bytes = readFileSync(await download.path());
    // A Parquet file begins and ends with its name.
    expect([bytes.subarray(0, 4).toString(), bytes.subarray(-4).toString()]).toEqual(['PAR1', 'PAR1']);
  });
});
