import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { post } from './api.ts';
import { formActs, shown } from './form-acts.ts';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { LANGUAGES, openBrowser, THEMES, type Visitor, visitor, WIDTHS } from './visitor.ts';

const HOME = '/w/stage-works';
const COURSE = `${HOME}/alliances/gearbox/lifecycle`;

let browser: Browser;
let manager: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  await post('/workspaces', { name: 'Stage Works' });
  await post('/workspaces/stage-works/alliances', { name: 'Gearbox alliance', slug: 'gearbox', form: 'joint-venture' });
  await post('/workspaces/stage-works/alliances', { name: 'Quiet alliance', slug: 'quiet', form: 'licence' });
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
const day = async (date: string) => field('Day').fill(date);

/** Sends the form that is open, and waits until the page has what became of it. */
async function send(name: string): Promise<void> {
  await inDialog(name).click();
  await dialog().waitFor({ state: 'detached' });
}

async function judge(criterion: string, evidence: string, date: string): Promise<void> {
  await button(`Judge: ${criterion}`).click();
  await field(/^Evidence/).fill(evidence);
  await day(date);
  await send('Judge');
  await shown(page.getByText(evidence));
}

test('a manager begins a lifecycle, is told why the gate is shut, and opens it with evidence and an approval', async () => {
  await page.goto(`${HOME}/lifecycles`);
  await page.getByText('2 alliances have no lifecycle yet: choose one to begin').click();
  await page.getByRole('link', { name: 'Gearbox alliance' }).click();
  await button('Begin the lifecycle…').click();
  await day('2025-01-10');
  await send('Begin');
  await shown(page.getByText('The gate is shut'));

  await button('Advance…').click();
  await day('2025-02-01');
  await shown(dialog().getByText('The gate of strategy formation is shut:'));
  await shown(dialog().getByText('The alliance strategy is formulated: not judged yet'));
  expect(await inDialog('Advance').isDisabled()).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
  await inDialog('Cancel').click();

  await judge(
    'An alliance was found to be the most viable option, with reasons',
    'Comparison of four arrangements',
    '2025-02-01',
  );
  await judge('The alliance strategy is formulated', 'Strategy paper of February', '2025-02-03');
  await shown(page.getByText('The gate is open'));
  await button('Name approvers…').click();
  await field(/\(you\)/).check();
  await day('2025-02-04');
  await send('Name approvers');
  await shown(page.getByText('The gate is shut'));
  await shown(page.getByText(/: awaited/));
  await button('Approve…').click();
  await day('2025-02-05');
  await send('Approve');
  await shown(page.getByText('The gate is open'));
});

test('stages are skipped with a waiver alone, which the board warns of; going back leaves a loop', async () => {
  await page.goto(COURSE);
  await button('Advance…').click();
  await field(/^Stage that is entered/).selectOption('negotiation');
  await day('2025-02-06');
  await shown(dialog().getByText(/Stages lie between that were neither gone through nor waived/));
  expect(await inDialog('Advance').isDisabled()).toBe(true);
  await inDialog('Cancel').click();

  await page.getByRole('link', { name: /^partner selection/ }).click();
  await button('Waive the whole stage: partner selection').click();
  await field(/^Reason/).fill('Both met at a fair');
  await field(/^Waived until/).fill('2025-06-30');
  await day('2025-02-06');
  await send('Waive');
  await shown(page.getByText(/Waived as a whole/));
  await button('Advance…').click();
  await field(/^Stage that is entered/).selectOption('negotiation');
  await day('2025-02-07');
  await send('Advance');
  await shown(page.getByText('skipped, waived'));

  await button('Go back…').click();
  await field(/^Stage that is gone back to/).selectOption('strategy-formation');
  await field(/^Reason/).fill('The partner asked for other objectives');
  await day('2025-03-01');
  await send('Go back');
  await shown(page.getByText('gone back: The partner asked for other objectives'));
  expect(await axeFindings(page)).toEqual([]);

  await page.goto(`${HOME}/lifecycles`);
  const column = page.getByRole('region', { name: /^strategy formation/ });
  await shown(column.getByRole('link', { name: 'Gearbox alliance' }));
  await shown(column.getByText('Gone back once'));
  await column.getByRole('button', { name: 'Skipped: partner selection' }).click();
  await shown(page.getByRole('region', { name: 'Stages behind: Gearbox alliance' }).getByText(/often fail/));
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await shown(page.getByRole('row', { name: /Gearbox alliance/ }));
  expect(new URL(page.url()).searchParams.get('view')).toBe('table');
});

test('the past is looked at and not added to; what is not recorded is not called skipped', async () => {
  await page.goto(`${COURSE}?asOf=2025-02-06`);
  await shown(page.getByText(/more was recorded since/));
  expect(await button('Advance…').count()).toBe(0);
  expect(await page.getByText('Gone back to strategy formation').count()).toBe(0);
  await page.getByRole('link', { name: 'Look at today to add to it' }).click();
  await shown(button('Advance…'));

  await page.goto(`${HOME}/alliances/quiet/lifecycle`);
  await button('Begin the lifecycle…').click();
  await field(/^Stage in which/).selectOption('management');
  await day('2020-04-01');
  await send('Begin');
  await shown(page.getByRole('button', { name: '4 earlier stages not recorded' }));
  expect(await page.getByText('Skipped:').count()).toBe(0);
});

test('board and lifecycle are looked at in every language, theme and width', async () => {
  for (const language of LANGUAGES)
    for (const theme of THEMES) {
      const reader = await visitor(browser, inject('address'), { language, theme });
      for (const address of [`${HOME}/lifecycles`, `${HOME}/lifecycles?view=table`, COURSE]) {
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
