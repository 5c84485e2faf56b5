import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { post } from './api.ts';
import { formActs, shown } from './form-acts.ts';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { LANGUAGES, openBrowser, THEMES, type Visitor, visitor, WIDTHS } from './visitor.ts';

const HOME = '/w/design-works';
const AXLES = `${HOME}/alliances/axles`;
const API = '/workspaces/design-works';

let browser: Browser;
let manager: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  await post('/workspaces', { name: 'Design Works' });
  for (const slug of ['firm', 'partner', 'rival']) await post(`${API}/organisations`, { name: `The ${slug}`, slug });
  for (const [slug, member] of [
    ['axles', 'partner'],
    ['gears', 'rival'],
  ] as const) {
    await post(`${API}/alliances`, {
      name: `Alliance of ${slug}`,
      slug,
      form: 'joint-venture',
      start: '2020',
      end: '..',
    });
    for (const organisation of ['firm', member]) await post(`${API}/memberships`, { alliance: slug, organisation });
  }
});
afterAll(() => browser.close());
beforeEach(async () => {
  manager = await visitor(browser, inject('address'));
  page = manager.page;
});
afterEach(async () => {
  await manager.leave();
  expect(manager.complaints).toEqual([]);
});

const { dialog } = formActs(() => page);
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true });
const field = (name: string | RegExp) => dialog().getByLabel(name);

async function save(): Promise<void> {
  await inDialog('Save').click();
  await dialog().waitFor({ state: 'detached' });
}
/** Takes choices of a list of several, by the words of its field. */
async function pick(name: string, ...choices: readonly string[]): Promise<void> {
  const box = dialog().getByRole('combobox', { name, exact: true });
  for (const choice of choices) {
    await box.press('ArrowDown');
    await page.getByRole('option', { name: choice, exact: true }).click();
  }
  await page.keyboard.press('Escape');
}

test('a manager goes through the clauses, is asked why one is not needed, and takes a word back', async () => {
  await page.goto(`${AXLES}/design`);
  await shown(page.getByText('0 of 18 settled'));
  await page.getByLabel('State: Purpose and scope').selectOption('signed');
  await shown(page.getByText('1 of 18 settled'));
  await page.getByLabel('State: Arbitration').selectOption('not-needed');
  await shown(dialog());
  expect(await inDialog('Save').isDisabled()).toBe(true);
  await shown(dialog().getByText(/nothing says why it is not needed|Nothing says why/));
  await field(/^Why it is not needed/).fill('The courts of Taipei');
  await save();
  await shown(page.getByText('2 of 18 settled'));
  await button('Edit: Right to examine and audit records').click();
  await field('Where it stands').fill('Joint venture contract § 9');
  await save();
  await shown(page.getByText('Joint venture contract § 9'));
  // Notices of what was changed before are gone.
  await page.reload();
  await page.getByLabel('State: Deadlock').selectOption('agreed');
  await button('Undo').last().click();
  await page.waitForFunction(
    () => document.querySelector<HTMLSelectElement>('[aria-label="State: Deadlock"]')?.value === 'not-begun',
  );
  await page.getByRole('button', { name: '2 of 18 settled' }).click();
  await shown(page.getByText(/Parkhe \(1993\)/));
});

test('the board of two equal sides can be blocked by either; a look-up says who approves, and where nobody does', async () => {
  await page.goto(`${AXLES}/design`);
  await button('Add a body…').click();
  await field(/^Name/).fill('Board of directors');
  for (const who of ['The firm', 'The partner']) {
    await inDialog('Add a seat').click();
    await dialog().getByLabel('Whose seat it is').last().selectOption({ label: who });
  }
  await field('Seats present, at least').fill('2');
  await save();
  await shown(page.getByText('The firm, The partner can prevent it by staying away'));
  await page
    .getByRole('row', { name: /Ordinary matters/ })
    .getByRole('button', { name: 'The firm, The partner' })
    .click();
  await shown(page.getByText('The firm 1/2, The partner 1/2'));
  await page.keyboard.press('Escape');

  await button('Say who approves what…').click();
  await inDialog('Add a matter').click();
  await field(/^Matter/).fill('Purchase');
  await field('Currency').fill('twd');
  await inDialog('Add a rule').click();
  await field('Up to and with').fill('1,000,000');
  await dialog().getByLabel('Organ or person').last().fill('Managing director');
  await inDialog('Add a rule').click();
  await dialog().getByLabel('Above').last().fill('900000');
  await dialog().getByLabel('Organ or person').last().fill('Board');
  await shown(dialog().getByText('Two rules of one party answer the same amount'));
  expect(await inDialog('Save').isDisabled()).toBe(true);
  await dialog().getByLabel('Above').last().fill('1000000');
  await dialog().getByLabel('Up to and with').last().fill('5000000');
  await save();
  await page.getByLabel('Amount in TWD').fill('1000000');
  await shown(page.getByRole('definition').getByText('Managing director'));
  await page.getByLabel('Amount in TWD').fill('1000000.01');
  await shown(page.getByRole('definition').getByText('Board', { exact: true }));
  await page.getByLabel('Amount in TWD').fill('6000000');
  await shown(page.getByText('nobody: no rule covers this amount'));
  expect(new URL(page.url()).searchParams.get('amount')).toBe('6000000');
  await page.reload();
  await shown(page.getByText('nobody: no rule covers this amount'));
});

test('a plan of controls and a ladder say what nothing answers, and who has the matter', async () => {
  await page.goto(`${AXLES}/design`);
  await button('Plan controls…').click();
  await inDialog('Add a risk').click();
  await field(/^What may go wrong/).fill('Models come late');
  await field('Kind of risk').selectOption('performance');
  await inDialog('Add a control').click();
  await field(/^What is done/).fill('Visit of the line');
  await field('Kind of control').selectOption('behaviour');
  await save();
  await shown(page.getByText('no control of the right kind'));

  await button('Set up the ladder…').click();
  await inDialog('Add a level').click();
  await field(/^Level/).fill('Chairs of both sides');
  await inDialog('Tell of a deadlock').click();
  await field(/^Matter/).fill('Budget of the year');
  await field('Arose').fill('2020-01-01');
  await field(/^Settled$/).fill('2019-12-31');
  await shown(dialog().getByText(/comes before/));
  expect(await inDialog('Save').isDisabled()).toBe(true);
  await field(/^Settled$/).fill('');
  await save();
  await shown(page.getByText('the ladder is at its end'));
  await page.goto(`${AXLES}/design?asOf=2020-01-30`);
  await shown(page.getByRole('button', { name: /Chairs of both sides, by/ }));
});

test('an exclusivity is told against the other alliance on the page of segmentation', async () => {
  await page.goto(`${AXLES}/design`);
  await button('Add an exclusivity…').click();
  await field(/^What is exclusive/).fill('Axles with the partner alone');
  await pick('Who is bound', 'The firm');
  await pick('With whom they may still do it', 'The partner');
  await save();
  await shown(page.getByText('Axles with the partner alone'));
  await page.goto(`${HOME}/organisations/firm/portfolio/segmentation?population=all`);
  const entry = page.getByRole('region', { name: /^Exclusivities/ });
  await shown(entry.getByRole('link', { name: 'Alliance of gears' }));
  await shown(entry.getByRole('link', { name: 'The rival' }));
  await entry.getByRole('button', { name: /possible/ }).click();
  await shown(page.getByText(/neither bound nor one of those with whom it may/));
  expect(await axeFindings(page)).toEqual([]);
  await entry.getByRole('link', { name: 'Alliance of axles' }).click();
  await page.waitForURL((url) => url.pathname === `${AXLES}/design`);
});

test('obligations are overdue, are due again once met, stand apart without a date, and go out as they are shown', async () => {
  await page.goto(`${AXLES}/obligations`);
  await shown(page.getByText(/No obligation is recorded/));
  await button('Add an obligation…').click();
  await field(/^What has to be done/).fill('Royalty on axles');
  await field('Category').first().selectOption('royalty');
  await field('It is financial').check();
  await field('Amount').fill('1,200.50');
  await shown(dialog().getByText('The amount has no currency'));
  expect(await inDialog('Save').isDisabled()).toBe(true);
  await field('Currency').fill('TWD');
  await field('Recurs').selectOption('monthly');
  await field('Due for the first time').fill('2026-01-31');
  await save();
  const open = page.getByRole('region', { name: /^To be met/ });
  await shown(open.getByText('overdue'));
  await button('What became of it: Royalty on axles').click();
  await shown(dialog().getByText(/For the day on which it was due/));
  await save();
  await shown(open.getByText('met once'));
  await shown(open.getByText(/Feb 28, 2026/));
  await button('Add an obligation…').click();
  await field(/^What has to be done/).fill('Hand over the drawings');
  await field('Whose it is').selectOption('theirs');
  await save();
  await shown(page.getByRole('region', { name: /^Without a date/ }).getByText('Hand over the drawings'));

  await page.getByRole('link', { name: 'Obligations of every alliance' }).click();
  await shown(page.getByText('1,200.5 TWD').first());
  await page.getByLabel('Whose').selectOption('ours');
  await page.getByText('Hand over the drawings').waitFor({ state: 'detached' });
  const [download] = await Promise.all([page.waitForEvent('download'), button('CSV').click()]);
  const file = await readFile(await download.path(), 'utf8');
  expect(file).toContain('Royalty on axles,Alliance of axles,overdue,2026-02-28,monthly,');
  expect(file).toContain(',1200.50,TWD,');
  expect(file).not.toContain('Hand over the drawings');
  await page.getByLabel('State').selectOption('completed');
  await shown(page.getByText('No obligation with a date is of this kind.'));
});

test('what was taken away comes back by the notice', async () => {
  await page.goto(`${AXLES}/obligations`);
  await button('Take away: Hand over the drawings').click();
  await page.getByText('Hand over the drawings').waitFor({ state: 'detached' });
  await button('Undo').last().click();
  await shown(page.getByText('Hand over the drawings'));
});

test('the pages are looked at in every language, theme and width', async () => {
  for (const language of LANGUAGES)
    for (const theme of THEMES) {
      const reader = await visitor(browser, inject('address'), { language, theme });
      for (const address of [`${AXLES}/design`, `${AXLES}/obligations`, `${HOME}/obligations`]) {
        await reader.page.goto(address);
        await shown(reader.page.getByRole('heading', { level: 1 }));
        for (const width of WIDTHS) {
          await reader.page.setViewportSize({ width, height: 800 });
          await settled(reader.page);
          const found = { address, language, width, tooWide: await overflowOf(reader.page) };
          expect(found).toEqual({ address, language, width, tooWide: 0 });
        }
        expect(await axeFindings(reader.page)).toEqual([]);
      }
      expect(reader.complaints).toEqual([]);
      await reader.leave();
    }
});
