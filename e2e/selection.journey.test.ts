import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { post } from './api.ts';
import { shown } from './form-acts.ts';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { LANGUAGES, openBrowser, THEMES, type Visitor, visitor, WIDTHS } from './visitor.ts';

const CHOICE = '/w/selection-works/alliances/gearbox/selection';
const TM = '/w/demo/alliances/ft-china/selection?asOf=2003';

let browser: Browser;
let manager: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  await post('/workspaces', { name: 'Selection Works' });
  await post('/workspaces/selection-works/alliances', { name: 'Gearbox alliance', slug: 'gearbox', form: 'licence' });
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

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const field = (name: string) => page.getByLabel(name, { exact: true });

async function save(): Promise<void> {
  await button('Save').click();
  await page.getByText('Not saved yet').waitFor({ state: 'detached' });
}

test('a manager begins a choice, lists candidates, rates them by keyboard, and sees who is first and how surely', async () => {
  await page.goto(CHOICE);
  await button('Begin the choice').click();
  await shown(field('Name of the criterion Complementarity'));
  for (const name of [
    'Compatibility',
    'Commitment',
    'Similar values',
    'Government relations',
    'Conflict with partners',
  ])
    await button(`Remove the criterion ${name}`).click();
  for (const name of ['Alpha Gears', 'Beta Gears', 'Go alone']) {
    await field('Somebody new, or another way to go').fill(name);
    await button('Add to the long list').click();
  }
  for (const name of ['Alpha Gears', 'Beta Gears']) await field(`Where ${name} stands`).selectOption('short-list');
  await field('Name').fill('Rita');
  await button('Add the rater').click();
  await field('Alpha Gears by Complementarity').fill('5');
  await page.keyboard.press('Enter');
  await page.keyboard.type('3');
  await field('Alpha Gears by Capability').fill('9');
  expect(await field('Alpha Gears by Capability').getAttribute('aria-invalid')).toBe('true');
  await field('Alpha Gears by Capability').fill('2');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('4');
  expect(await axeFindings(page)).toEqual([]);
  await save();

  const ranking = page.getByRole('region', { name: 'Ranking', exact: true });
  await shown(ranking.getByText('Go alone: long list'));
  await shown(ranking.getByRole('heading', { name: 'How far each weight can move' }));
  await shown(ranking.getByText('10,000 weights drawn evenly'));
  await ranking
    .getByRole('button', { name: /rank 1/ })
    .first()
    .click();
  await shown(page.getByRole('link', { name: 'Method card: partner selection' }));
  await page.keyboard.press('Escape');
  expect(await axeFindings(page)).toEqual([]);
});

test('pairs that contradict each other are told as they are typed, with the one to look at first', async () => {
  await page.goto(CHOICE);
  for (const name of ['Criterion 3', 'Criterion 4']) {
    await button('Add a criterion').click();
    await shown(field(`Name of the criterion ${name}`));
  }
  await page.getByText('Compare in pairs').click();
  await shown(page.getByText('6 pairs are open', { exact: false }));
  const pair = (one: string, other: string, value: string) => field(`${one} against ${other}`).fill(value);
  await pair('Complementarity', 'Capability', '2');
  await pair('Complementarity', 'Criterion 3', '4');
  await pair('Capability', 'Criterion 3', '2');
  await pair('Capability', 'Criterion 4', '4');
  await pair('Criterion 3', 'Criterion 4', '2');
  await pair('Complementarity', 'Criterion 4', '1/2');
  await shown(page.getByText(/▲ Consistency ratio/));
  await shown(page.getByText(/Look first at “Complementarity” against “Criterion 4”/));
  await button('Take 1.65').click();
  // One such judgement drags the others along: what would agree is told anew.
  await button(/^Take (?!1\.65)\d/).click();
  await shown(page.getByText(/✓ Consistency ratio/));
  await button('Discard').click();
  expect(await page.getByText('Not saved yet').count()).toBe(0);
});

test('what cannot be saved is told while it is typed, and whoever goes is asked first', async () => {
  await page.goto(CHOICE);
  await field('Where Beta Gears stands').selectOption('dropped');
  await shown(page.getByText('Nobody says why "Beta Gears" was dropped'));
  expect(await button('Save').isDisabled()).toBe(true);
  await page.getByRole('link', { name: 'Gearbox alliance' }).click();
  await shown(page.getByText('What you typed is not saved yet.'));
  await button('Stay').click();
  expect(await field('Where Beta Gears stands').inputValue()).toBe('dropped');
  await page.getByRole('link', { name: 'Gearbox alliance' }).click();
  await button('Leave without saving').click();
  await page.waitForURL(/\/alliances\/gearbox$/);
  await page.goto(CHOICE);
  await shown(field('Where Beta Gears stands'));
  expect(await field('Where Beta Gears stands').inputValue()).toBe('short-list');
});

test('of two who save at once the second is told, and loses nothing', async () => {
  const other = await visitor(browser, inject('address'));
  await page.goto(CHOICE);
  await other.page.goto(CHOICE);
  await field('Question').fill('Mine?');
  await other.page.getByLabel('Question', { exact: true }).fill('Theirs?');
  await other.page.getByRole('button', { name: 'Save' }).click();
  await other.page.getByText('Not saved yet').waitFor({ state: 'detached' });
  await other.leave();
  manager.expectStatus(412);
  await button('Save').click();
  await shown(page.getByText('Somebody else saved this choice meanwhile.'));
  expect(await field('Question').inputValue()).toBe('Mine?');
  await button('Keep mine, to save over it').click();
  await save();
  await page.reload();
  await shown(field('Question'));
  expect(await field('Question').inputValue()).toBe('Mine?');
});

test('one is chosen with a reason, and the decision is taken away as a file', async () => {
  await page.goto(CHOICE);
  await field('Who is chosen').selectOption({ label: 'Alpha Gears' });
  await page.getByRole('textbox', { name: 'Reason', exact: true }).fill('It has what we lack');
  await button('Decide').click();
  await save();
  await shown(page.getByText('It has what we lack'));
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  const file = await readFile(await (await coming).path(), 'utf8');
  expect(file).toContain('decision,Alpha Gears');
  expect(file).toContain('Go alone,long-list');
});

test('the choice of Takamatsu Machinery says that its figures are made up, and screens open to what they rest on', async () => {
  await page.goto(TM);
  await shown(page.getByText(/Every rating and every weight is made up/));
  await button('no collision known').first().click();
  await shown(page.getByRole('link', { name: 'Method card: screens of candidates' }));
  await page.keyboard.press('Escape');
  await page.getByText('Look for candidates in the register').click();
  await field('Country').selectOption('JP');
  await shown(button('Add Aisin Takaoka to the long list'));
  await button('Add Aisin Takaoka to the long list').click();
  await shown(field('Where Aisin Takaoka stands'));
  await button('Discard').click();
});

test('the page is looked at in every language, theme and width', async () => {
  for (const language of LANGUAGES)
    for (const theme of THEMES) {
      const reader = await visitor(browser, inject('address'), { language, theme });
      for (const address of [CHOICE, TM]) {
        await reader.page.goto(address);
        await shown(reader.page.locator('#decision'));
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
