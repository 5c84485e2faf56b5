import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { settled } from './looks.ts';
import { openBrowser, type Visitor, visitor } from './visitor.ts';

let browser: Browser;
let newcomer: Visitor;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  newcomer = await visitor(browser, inject('address'));
  page = newcomer.page;
});
afterEach(async () => {
  await newcomer.leave();
  expect(newcomer.complaints).toEqual([]);
});

const PORTFOLIO = '/w/demo/organisations/lioho/portfolio';
const VENTURE = '/w/demo/alliances/kunshan-liufeng';
const inspector = (): Locator => page.getByRole('complementary', { name: 'Inspector' });
const asOf = (): Locator => page.getByLabel('As of: year, month or day');
const label = (name: string): Locator =>
  page.getByRole('banner').or(page.locator('main header')).getByRole('button', { name });

async function shown(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'visible', timeout: 20_000 });
}

describe('a newcomer', () => {
  test('starts on the firms of the case library and opens Lioho', async () => {
    await page.goto('/');
    await page.waitForURL('**/w/demo');
    await page.getByRole('row').getByRole('link', { name: /Lioho/ }).first().click();
    await page.waitForURL(`**${PORTFOLIO}**`);
    await shown(page.getByRole('heading', { level: 1, name: /Lioho/ }));
    await shown(label('Diversification'));
  });

  test('reads the path year by year, from Optimization to Diversification', async () => {
    await page.goto(PORTFOLIO);
    await shown(label('Diversification'));
    await page.keyboard.press('t');
    const table = page.getByRole('table', { name: 'Configuration by year' });
    await shown(table);
    const labelOf = async (year: string): Promise<string> =>
      (
        await table
          .getByRole('row')
          .filter({ has: page.getByRole('button', { name: year, exact: true }) })
          .innerText()
      ).replaceAll(/\s+/g, ' ');
    expect(await labelOf('1992')).toContain('Optimization');
    expect(await labelOf('2005')).toContain('Diversification');
  });

  test('moves the date and sees the portfolio of that day; the address holds it', async () => {
    await page.goto(PORTFOLIO);
    await asOf().fill('1993');
    await asOf().press('Enter');
    await page.waitForURL('**asOf=1993**');
    await shown(label('Optimization'));
    await page.getByRole('button', { name: 'Next event' }).click();
    await page.waitForURL((url) => !['1993', null].includes(url.searchParams.get('asOf')));
    await page.getByRole('slider').press('End');
    await page.waitForURL((url) => !url.searchParams.has('asOf'));
    await shown(label('Diversification'));
  });

  test('opens the label to its rule and partners, and from there a source', async () => {
    await page.goto(PORTFOLIO);
    await label('Diversification').click();
    await shown(inspector().getByText('Partner houses'));
    await shown(inspector().getByText('Explorative moves'));
    await inspector().getByRole('link', { name: '000', exact: true }).first().click();
    await page.waitForURL('**/w/demo/sources/000**');
    await shown(page.getByRole('heading', { level: 1 }));
    await shown(page.getByText('2024'));
  });

  test('closes the inspector with Escape', async () => {
    await page.goto(PORTFOLIO);
    await label('Diversification').click();
    await shown(inspector());
    await page.keyboard.press('Escape');
    await inspector().waitFor({ state: 'hidden' });
  });

  test('sees where documents disagree', async () => {
    await page.goto('/w/demo/discrepancies');
    await shown(page.getByText(/\d+ discrepancies/));
    await page.goto('/w/demo/discrepancies?record=alliance:fujiwa');
    await shown(page.getByRole('heading', { level: 2, name: /Fujiwa/ }));
  });

  test('switches to Japanese, and the page speaks it', async () => {
    await page.goto(PORTFOLIO);
    await shown(label('Diversification'));
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitem', { name: '日本語' }).click();
    await page.locator('html[lang="ja"]').waitFor();
    await settled(page);
    expect(await page.locator('main header').innerText()).toMatch(/[\u3041-\u30ff\u4e00-\u9fff]/);
    await page.getByText('Diversification').waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('html[lang="ja"]').waitFor();
  });
});

describe('an edit', () => {
  const dialog = (): Locator => page.getByRole('dialog', { name: 'Edit: stake' });
  const share = (): Locator => dialog().getByLabel('Share', { exact: true });
  const stakes = (): Locator => page.getByRole('table', { name: 'Stakes' });

  async function openStake(): Promise<void> {
    await page.goto(VENTURE);
    await stakes()
      .getByRole('button', { name: /^Edit: Toyota Tsusho/ })
      .click();
    await shown(dialog());
  }

  test('of 101 % is refused in the form, at its field', async () => {
    await openStake();
    await share().fill('101');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await shown(dialog().getByText(/100/));
    expect(await share().getAttribute('aria-invalid')).toBe('true');
  });

  test('that lifts the venture to 101 % is refused by the server, with the mend, and changes nothing', async () => {
    newcomer.expectStatus(422);
    await openStake();
    await share().fill('11');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await shown(dialog().getByText(/101/));
    expect(await share().getAttribute('aria-invalid')).toBe('true');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().getByRole('button', { name: 'Discard it' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await page.reload();
    await shown(stakes().getByText(/^10\s?%/));
  });

  test('is saved at once, and undone with one press', async () => {
    await openStake();
    await share().fill('9');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await shown(stakes().getByText(/^9\s?%/));
    await page.getByRole('button', { name: 'Undo' }).click();
    await shown(page.getByText('Undone.', { exact: false }));
    await shown(stakes().getByText(/^10\s?%/));
    await page.reload();
    await shown(stakes().getByText(/^10\s?%/));
  });
});
