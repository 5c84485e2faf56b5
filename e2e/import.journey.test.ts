import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { axeFindings, settled } from './looks.ts';
import { openBrowser, type Visitor, visitor } from './visitor.ts';

const TABLE = path.resolve(import.meta.dirname, '../test-data/import/messy-portfolio.xlsx');
const PATIENCE = { timeout: 60_000 };

let browser: Browser;
let stranger: Visitor;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  stranger = await visitor(browser, inject('address'));
  page = stranger.page;
});
afterEach(async () => {
  await stranger.leave();
  expect(stranger.complaints).toEqual([]);
});

const shown = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'visible', ...PATIENCE });
const importButton = (): Locator => page.getByRole('region', { name: 'Import' }).getByRole('button');
const workspaceAt = (): string => new URL(page.url()).pathname.split('/').slice(0, 3).join('/');

/** Makes an empty workspace from the menu, as a stranger would. */
async function newWorkspace(name: string): Promise<void> {
  await page.goto('/w/demo');
  await page.getByRole('button', { name: 'Entente' }).click();
  await page.getByRole('menuitem', { name: /New workspace/ }).click();
  await page.getByLabel('Name of the workspace').fill(name);
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/w/demo'), PATIENCE);
}

async function bring(): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(TABLE);
  await page.waitForURL('**/import/*-*', PATIENCE);
  await shown(page.getByRole('heading', { level: 1, name: 'messy-portfolio.xlsx' }));
}

async function answerDates(): Promise<void> {
  await page
    .getByRole('radio', { name: 'Nov 10, 2012' })
    .or(page.getByRole('radio', { name: '10 Nov 2012' }))
    .check();
  await page.locator('section[aria-label="Import"] [aria-disabled="false"]').waitFor(PATIENCE);
}

describe('a stranger', () => {
  test('takes a messy spreadsheet to a portfolio, imports it again to no change, and undoes it', async () => {
    await newWorkspace(`Heron study ${Date.now()}`);
    await shown(page.getByText('This workspace holds no alliances yet.'));
    await page.getByRole('link', { name: 'Import your spreadsheet' }).click();
    await shown(page.getByRole('heading', { level: 1, name: 'Import a table' }));
    await settled(page);
    expect(await axeFindings(page)).toEqual([]);

    await bring();
    await shown(page.getByText('3 rows are left out'));
    await shown(page.getByRole('grid').getByText('月見ターン販売'));
    expect(await importButton().getAttribute('aria-disabled')).toBe('true');
    await shown(page.getByRole('region', { name: 'Import' }).getByText('Questions'));
    await settled(page);
    expect(await axeFindings(page)).toEqual([]);

    await answerDates();
    await shown(page.getByRole('region', { name: 'Import' }).getByText('7 new'));
    expect(await axeFindings(page)).toEqual([]);

    await page.reload();
    await page.locator('section[aria-label="Import"] [aria-disabled="false"]').waitFor(PATIENCE);
    await importButton().click();
    await shown(page.getByText('Imported as one change.'));
    await settled(page);
    expect(await axeFindings(page)).toEqual([]);

    await page.getByRole('link', { name: 'Open the portfolio of Tern & Finch Motors' }).click();
    await page.waitForURL('**/portfolio**', PATIENCE);
    await shown(page.getByRole('heading', { level: 1, name: /Tern & Finch Motors/ }));
    const base = workspaceAt();

    await page.goto(`${base}/import`);
    await bring();
    await answerDates();
    await shown(page.getByText('Nothing changes: the register holds all of it.'));
    await importButton().click();
    await shown(page.getByText('Nothing changed: the register held all of it already.'));

    await page.goto(`${base}/import`);
    // The firm in focus came with the import: what is read of it again is gone.
    stranger.expectStatus(404);
    await page.getByRole('button', { name: 'Undo: messy-portfolio.xlsx' }).click();
    await shown(page.getByText('Imported, then undone'));
    await page.goto(base);
    await shown(page.getByText('This workspace holds no alliances yet.'));
  });

  test('is led from a column that no field holds to a field of the workspace’s own, and back to the import', async () => {
    await newWorkspace(`Plover study ${Date.now()}`);
    const base = workspaceAt();
    await page.goto(`${base}/import`);
    await page
      .getByLabel('Or paste a block from a spreadsheet')
      .fill('Name\tStart\tBudget line\nGull Works\t2010\tB-12\nTern Works\t2011\tB-13\n');
    await page.getByRole('button', { name: 'Read the block' }).click();
    await page.waitForURL('**/import/*-*', PATIENCE);
    const draft = page.url();
    await shown(page.getByText('Left out: Budget line.', { exact: false }));
    await page.getByRole('main').getByRole('link', { name: 'Own fields' }).click();
    await page.getByRole('button', { name: 'Add a field' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('English').fill('Budget line');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.goBack();
    expect(page.url()).toBe(draft);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('pastes a block whose date is none, mends the cell where it stands, and discards the draft', async () => {
    await newWorkspace(`Tern study ${Date.now()}`);
    const base = workspaceAt();
    await page.goto(`${base}/import`);
    await page
      .getByLabel('Or paste a block from a spreadsheet')
      .fill(
        'Alliance\tPartner\tShare\tForm\tStart\n' +
          'Gull Works\tHeron Co\t50 %\tJV\t31/04/2010\n' +
          'Gull Works\tTern Co\t50 %\tJV\t31/04/2010\n',
      );
    await page.getByRole('button', { name: 'Read the block' }).click();
    await page.waitForURL('**/import/*-*', PATIENCE);
    await shown(page.locator('#rows').getByText('Row 2, Start'));
    for (const line of [0, 1]) {
      await page.locator(`#rows [data-place="${line}:5"]`).click();
      await page.keyboard.press('Enter');
      await page.keyboard.type('2010-04');
      await page.keyboard.press('Enter');
    }
    await page.locator('section[aria-label="Import"] [aria-disabled="false"]').waitFor(PATIENCE);
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.waitForURL(`**${base}/import`, PATIENCE);
    await shown(page.getByRole('heading', { name: 'What a table may look like' }));
    expect(await page.getByRole('heading', { name: /^Under way/ }).count()).toBe(0);
  });
});
