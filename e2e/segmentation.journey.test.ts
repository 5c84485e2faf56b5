import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, type Visitor, visitor } from './visitor.ts';

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

async function standingOn(address: string): Promise<Page> {
  reader = await visitor(browser, inject('address'));
  const { page } = reader;
  await page.goto(`/w/demo/${address}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return page;
}

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const LIOHO = 'organisations/lioho/portfolio/segmentation?asOf=2005&sources=000';

describe('an alliance manager', () => {
  test('goes from the portfolio to its collisions, and opens the index and a collision to their sources', async () => {
    const page = await standingOn('organisations/lioho/portfolio?asOf=2005');
    await page.getByRole('link', { name: 'Segmentation' }).click();
    await page.waitForURL('**/portfolio/segmentation?asOf=2005');
    // What others typed in meanwhile is not of the documents.
    await page.goto(`/w/demo/${LIOHO}`);
    const index = page.getByRole('button', { name: '0.89 to 1.00' });
    await index.waitFor();
    const main = await page.getByRole('main').innerText();
    expect(main).toContain('44 pairs of alliances');
    expect(main).toMatch(/none collides for certain,\s+5 may/);
    await index.click();
    expect(await inspector(page).innerText()).toContain('Pairs with different partner houses\n44');
    await page.keyboard.press('Escape');
    const kunshan = page
      .getByRole('listitem')
      .filter({ hasText: 'Fujiwa Machinery Industry × Toyota Industry (Kunshan)' });
    await kunshan.getByRole('button', { name: 'possible' }).first().click();
    const told = await inspector(page).innerText();
    expect(told).toContain('Kunshan < Jiangsu < China');
    expect(told).toMatch(/market:? unknown/i);
    expect(told).toContain('000 Table 7');
  });

  test('chooses the sources that count, and is told what all of them say', async () => {
    const page = await standingOn(LIOHO);
    await page.getByText(/With all sources/).waitFor();
    await page.getByRole('button', { name: /^1 of \d+ sources$/ }).click();
    await page.getByRole('checkbox', { name: /^001 / }).check();
    await page.waitForURL(/sources=000(,|%2C)001/);
    await page.getByRole('button', { name: /^2 of \d+ sources$/ }).waitFor();
    await page.getByText(/44 pairs of alliances/).waitFor();
  });

  test('reads what a carve-out would leave, and the pairs as a table by the keyboard', async () => {
    const page = await standingOn(LIOHO);
    await page
      .getByRole('button', { name: /Koyo Lioho.*move the region from Guangzhou to Foshan/ })
      .first()
      .click();
    expect(await inspector(page).innerText()).toContain('5 → 3');
    await page.keyboard.press('Escape');
    await page.getByRole('figure', { name: 'Alliance by alliance' }).waitFor();
    await page.keyboard.press('t');
    const table = page.getByRole('table', { name: 'Pairs of alliances' });
    await table.waitFor();
    expect(await table.getByRole('button', { name: 'possible' }).count()).toBe(5);
  });

  test('finds the partner that diverts, with the other cause that the article gives', async () => {
    const page = await standingOn('organisations/cmc/portfolio/segmentation?asOf=2012');
    const divert = page
      .getByRole('listitem')
      .filter({ hasText: 'Mitsubishi Motors Corporation → GAC Mitsubishi Motors' });
    const told = await divert.innerText();
    expect(told).toContain('Guangzhou Automobile Industry Group');
    expect(told).toContain('Fujian Southeast Motor');
    expect(told).toContain('Poor performance at home');
    expect(told).toContain('date disputed');
  });
});

describe('whoever arranges the workspace', () => {
  test('puts a term elsewhere, sees the collisions change, and takes it back', async () => {
    const page = await standingOn('settings/domain-terms');
    await page.getByRole('button', { name: 'Change: Die casting' }).click();
    await page.getByLabel('Lies within').selectOption({ label: 'Casting' });
    await page.getByRole('button', { name: 'Save' }).click();
    const undo = page.getByRole('button', { name: 'Undo: “Die casting” moved' });
    await undo.waitFor();
    const other = await visitor(browser, inject('address'));
    await other.page.goto(`/w/demo/${LIOHO}`);
    await other.page.getByText(/none collides for certain,\s+6 may/).waitFor();
    await undo.click();
    await undo.waitFor({ state: 'detached' });
    await other.page.reload();
    await other.page.getByText(/none collides for certain,\s+5 may/).waitFor();
    await other.leave();
  });

  test('adds a term, is refused a second of that name, and removes it', async () => {
    const page = await standingOn('settings/domain-terms');
    const add = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Add within: Jiangsu' }).click();
      await page.getByLabel('Term', { exact: true }).fill('Suzhou');
      await page.getByRole('button', { name: 'Save' }).click();
    };
    await add();
    const remove = page.getByRole('button', { name: 'Remove Suzhou' });
    await remove.waitFor();
    reader?.expectStatus(409);
    await add();
    await page.getByText('The dimension has this term already').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByRole('button', { name: 'Remove Jiangsu' }).isDisabled()).toBe(true);
    await remove.click();
    await remove.waitFor({ state: 'detached' });
  });
});
