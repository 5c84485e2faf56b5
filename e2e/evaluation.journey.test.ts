import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { post } from './api.ts';
import { formActs, shown } from './form-acts.ts';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { LANGUAGES, openBrowser, THEMES, type Visitor, visitor, WIDTHS } from './visitor.ts';

const HOME = '/w/judged-works';
const EVALUATION = `${HOME}/alliances/lathes/evaluation`;

let browser: Browser;
let manager: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  await post('/workspaces', { name: 'Judged Works' });
  await post('/workspaces/judged-works/alliances', { name: 'Lathe alliance', slug: 'lathes', form: 'joint-venture' });
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
const field = (name: string | RegExp) => dialog().getByLabel(name, { exact: typeof name === 'string' });

async function save(): Promise<void> {
  await dialog().getByRole('button', { name: 'Save', exact: true }).click();
  await dialog().waitFor({ state: 'detached' });
}

async function readOn(day: string, value: string): Promise<void> {
  await button('Add a reading: Orders on time').click();
  await field(/^Value/).fill(value);
  await field('Day').fill(day);
  await field('Where the figure comes from').fill('Dispatch ledger');
  await save();
}

test('a manager sets a metric with a target, reads it, opens its figures, corrects one, and decides on the course', async () => {
  await page.goto(EVALUATION);
  await shown(page.getByRole('heading', { level: 1, name: 'Evaluation Lathe alliance' }));
  expect(await axeFindings(page)).toEqual([]);
  await button('Add a metric…').click();
  await field(/^What is measured/).fill('Orders on time');
  await field('Quadrant').selectOption('operational');
  await field('Leading or lagging').selectOption('leading');
  await field('Unit').fill('%');
  await field('Target').fill('95');
  await field('To be reached by').fill('2020-12-31');
  await field('A reading every … days').fill('30');
  await save();
  const card = page.getByRole('article', { name: 'Orders on time' });
  await shown(card.getByText('No reading yet.'));
  await readOn('2020-10-31', '88');
  await readOn('2020-11-30', '90');
  await readOn('2020-12-31', '93');
  await shown(card.getByText(/getting better/));
  await shown(card.getByText(/target missed: 95 %/));
  await shown(card.getByText(/2 % are missing/));
  await shown(card.getByText(/A reading has been due for/));
  await button('93 %').click();
  await shown(page.getByText('Missing to the target'));
  await shown(page.getByText(/over 3 readings/));
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await card.getByRole('button', { name: 'Table (T)' }).click();
  await button('Correct the reading of 2020-12-31').click();
  await field('Day').fill('2020-11-30');
  await shown(dialog().getByText('Two readings are of 2020-11-30'));
  await field('Day').fill('2020-12-31');
  await field(/^Value/).fill('96');
  await save();
  await shown(card.getByText(/target reached: 95 %/));

  await button('Record a decision…').click();
  await field('Course').selectOption('adapt');
  await field('Decided on').fill('2021-01-15');
  await field(/^Reasons/).fill('Deliveries kept, exports did not come');
  await dialog().getByRole('combobox', { name: 'It rests on' }).click();
  await page.getByRole('option', { name: 'Orders on time' }).click();
  await field(/^Reasons/).click();
  await save();
  await shown(page.getByText('Deliveries kept, exports did not come'));
  await shown(page.getByText('It rests on: Orders on time'));
  await button('Take away the decision of Jan 15, 2021').or(button('Take away the decision of 15 Jan 2021')).click();
  await page.getByText('Deliveries kept, exports did not come').waitFor({ state: 'detached' });
  await button('Undo').click();
  await shown(page.getByText('Deliveries kept, exports did not come'));

  // Before its first reading nothing of it is known.
  await page.goto(`${EVALUATION}?asOf=2020-10-01`);
  await shown(page.getByRole('article', { name: 'Orders on time' }).getByText('No reading yet.'));
});

test('the evaluation of an alliance fits in three languages, two themes and two widths', async () => {
  for (const language of LANGUAGES)
    for (const theme of THEMES)
      for (const width of WIDTHS) {
        const seer = await visitor(browser, inject('address'), { language, theme, width });
        await seer.page.goto(EVALUATION);
        await shown(seer.page.getByRole('article', { name: 'Orders on time' }));
        await settled(seer.page);
        expect(await overflowOf(seer.page), `${language} ${theme} ${width}`).toBe(0);
        expect(await axeFindings(seer.page), `${language} ${theme} ${width}`).toEqual([]);
        const folder = process.env['SHOTS'];
        if (folder) await seer.page.screenshot({ path: `${folder}/${language}.${theme}.${width}.png`, fullPage: true });
        await seer.leave();
        expect(seer.complaints).toEqual([]);
      }
});
