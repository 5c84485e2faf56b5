import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { openBrowser, type Visitor, visitor } from './visitor.ts';

let browser: Browser;
let reader: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  reader = await visitor(browser, inject('address'));
  page = reader.page;
});
afterEach(async () => {
  await reader.leave();
  expect(reader.complaints).toEqual([]);
});

const part = (criterion: string, member: string) =>
  page.getByRole('textbox', { name: `${criterion}, ${member}, in percent` });

test('a manager finds the drifting ventures, and opens a figure to its rule, inputs and sources', async () => {
  await page.goto('/w/demo/organisations/lioho/portfolio/reviews?asOf=2015-12-30');
  const row = page.getByRole('row', { name: /Takaoka Lioho \(Tianjin\)/ });
  await row.getByRole('button', { name: '15 points' }).click();
  const inspector = page.getByRole('region', { name: 'Takaoka Lioho (Tianjin) Industries' });
  await inspector.getByText('equity 54%, contribution 39%').waitFor();
  await inspector.getByText('Table 7').waitFor();
  await inspector.getByText(/illustrative: made up/).waitFor();
  expect(await page.getByRole('button', { name: /over 10 points/ }).count()).toBe(3);
});

test('a review is filled in by keyboard, handed in, decided on and signed', async () => {
  await page.goto('/w/demo/alliances/fuzhou-lioho/reviews?asOf=2015-12-31');
  await page.getByRole('textbox', { name: 'Day of the review' }).fill('2015-12-31');
  await page.getByRole('button', { name: 'Begin a review' }).click();
  await part('Management', 'Ibara Seiki').waitFor();
  const handIn = page.getByRole('button', { name: 'Hand in' });
  expect(await handIn.isDisabled()).toBe(true);
  const parts = [
    ['Lioho Machine Works', ['70', '60', '65.5']],
    ['Ibara Seiki', ['30', '40', '34.5']],
  ] as const;
  for (const [member, figures] of parts) {
    await part('Management', member).focus();
    for (const figure of figures) {
      await page.keyboard.type(figure);
      await page.keyboard.press('Enter');
    }
  }
  // 195.5 / 3 and 104.5 / 3, beside 89 and 11.
  await page.getByRole('button', { name: '65.17%' }).first().waitFor();
  await page.getByRole('button', { name: '23.83 points' }).click();
  await page.getByText('contribution 65.1666666667%').waitFor();
  await page.keyboard.press('Escape');
  expect(await axeFindings(page)).toEqual([]);
  await handIn.click();
  await page.getByRole('radio', { name: 'Keeping control', exact: true }).check();
  await page.getByRole('textbox', { name: 'Decision in words' }).fill('We meet halfway.');
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  await page.getByText('Stakes from now on: Lioho Machine Works 66.67%, Ibara Seiki 33.33%').waitFor();
  const kept = page.getByRole('table', { name: 'Proposals handed in' });
  await kept.getByRole('columnheader', { name: 'Keeping control', exact: true }).waitFor();
  expect(await kept.getByText('decided on').count()).toBe(1);
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: /2026|20\d\d/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Sign', exact: true }).waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: 'Withdraw the review…' }).count()).toBe(0);
});

test('a figure is given its note and source, a step is taken back, and the history tells both', async () => {
  await page.goto('/w/demo/alliances/fuzhou-ibara-lioho/reviews?asOf=2015-12-31');
  await page.getByRole('textbox', { name: 'Day of the review' }).fill('2016-03-31');
  await page.getByRole('button', { name: 'Begin a review' }).click();
  await part('Management', 'Lioho Machine Works').fill('60');
  await page.getByRole('button', { name: 'Note and source: Management, Lioho Machine Works' }).click();
  const dialog = page.getByRole('dialog', { name: 'Note and source: Management, Lioho Machine Works' });
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Two of three managers are ours.');
  await dialog.getByLabel('Source (optional)').fill('000');
  await dialog.getByRole('textbox', { name: 'Place' }).fill('section 4.3.2');
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Take over' }).click();
  await page.getByRole('textbox', { name: 'Reason for the change (optional)' }).fill('After the talk of March');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  const history = page.getByRole('region', { name: /^History/ });
  const changed = history.getByRole('listitem').filter({ hasText: 'After the talk of March' });
  await changed.getByText('Management, Lioho Machine Works: 60%').waitFor();
  await page.reload();
  const evidence = page.getByRole('table', { name: 'Notes and sources of the contributions' });
  await evidence.getByText('Two of three managers are ours.').waitFor();
  await evidence.getByRole('link', { name: '000' }).waitFor();
  await changed.getByRole('button', { name: /^Undo/ }).click();
  await page.getByRole('textbox', { name: 'Reason for the undo (optional)' }).fill('Of another venture');
  await page.getByRole('button', { name: 'Undo this step' }).click();
  await history.getByText('Reason: Of another venture').waitFor();
  await evidence.waitFor({ state: 'detached' });
  expect(await part('Management', 'Lioho Machine Works').inputValue()).toBe('');
  await page.getByRole('button', { name: 'Withdraw the review…' }).click();
  await page.getByRole('textbox', { name: 'Reason', exact: true }).fill('A trial');
  await page.getByRole('button', { name: 'Withdraw the review', exact: true }).click();
  await history.getByText('Reason: A trial').waitFor();
});

test('a review is whole on a telephone, in print and by its table twins', async () => {
  await reader.leave();
  reader = await visitor(browser, inject('address'), { language: 'ja', theme: 'dark', width: 390 });
  page = reader.page;
  await page.goto('/w/demo/alliances/takaoka-tianjin/reviews?asOf=2015-12-30');
  await page.getByRole('link', { name: /2015年6月30日/ }).click();
  await page.getByRole('table').first().waitFor();
  await settled(page);
  expect(await overflowOf(page)).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('t');
  await page.getByRole('cell', { name: '54%' }).first().waitFor();
});
