import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { post } from './api.ts';
import { shown } from './form-acts.ts';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { LANGUAGES, openBrowser, THEMES, type Visitor, visitor, WIDTHS } from './visitor.ts';

const HOME = '/w/strategy-works';
const LATHES = `${HOME}/alliances/lathes/strategy`;
const MARKS = [
  'The relationship is voluntary',
  'It is meant for the long term',
  'It rests on a contract',
  'Two or more firms take part that stay autonomous and independent',
  'It serves objectives that the firms share',
  'It serves objectives of each firm',
  'Resources are shared or created',
];

let browser: Browser;
let manager: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  await post('/workspaces', { name: 'Strategy Works' });
  await post('/workspaces/strategy-works/alliances', { name: 'Alliance of lathes', slug: 'lathes' });
});
afterAll(() => browser.close());
beforeEach(async () => {
  manager = await visitor(browser, inject('address'));
  page = manager.page;
  await page.goto(LATHES);
});
afterEach(async () => {
  await manager.leave();
  expect(manager.complaints).toEqual([]);
});

const section = (name: string | RegExp): Locator => page.getByRole('region', { name });
const pressed = (within: Locator, name: string): Promise<void> =>
  within.getByRole('button', { name, exact: true }).click();

/** Saves the form of a part, and waits until the part is read again. */
async function saved(within: Locator): Promise<void> {
  await pressed(within, 'Save');
  await within.getByRole('button', { name: 'Save', exact: true }).waitFor({ state: 'detached' });
}

test('what is planned is held against the definition: one mark that fails says what it is instead', async () => {
  const part = section(/^Is it an alliance/);
  await pressed(part, 'Begin the test');
  for (const mark of MARKS) await part.getByLabel(mark, { exact: true }).selectOption('yes');
  await part.getByLabel('It rests on a contract', { exact: true }).selectOption('unknown');
  await saved(part);
  await shown(part.getByText('Not judged: It rests on a contract.'));
  await pressed(part, 'Edit');
  await part.getByLabel(MARKS[3] ?? '', { exact: true }).selectOption('no');
  await part.getByLabel(`${MARKS[3]}: Reason`).fill('The partner would be merged into the firm');
  await saved(part);
  await shown(part.getByText('It looks like a merger or an acquisition.'));
  await pressed(part, 'It is no alliance');
  await shown(page.getByText(/One that fails is enough for “no”/));
  await page.keyboard.press('Escape');
  await pressed(part, 'Edit');
  for (const mark of MARKS) await part.getByLabel(mark, { exact: true }).selectOption('yes');
  await saved(part);
  await shown(part.getByRole('button', { name: 'It is an alliance' }));
  expect(await axeFindings(page)).toEqual([]);
});

test('four ways to the objective are compared, opened to their weights, and decided on', async () => {
  const part = section(/^Buy, make, merge or ally/);
  await pressed(part, 'Begin the comparison');
  await part.getByLabel('Objective').fill('Small lathes for the Chinese market');
  await saved(part);
  await shown(part.getByText(/Nothing can be ranked yet/));
  await shown(part.getByText('Nothing is decided yet.'));
  await pressed(part, 'Edit');
  for (const gone of [
    'Low cost and risk of ours',
    'Learning',
    'Flexibility, also to leave',
    'Decisions stay ours',
    'Protection of proprietary information',
  ])
    await pressed(part, `Take away ${gone}`);
  await part.getByLabel('Weight of Access to the resources that are missing').fill('3');
  for (const [way, access, speed] of [
    ['Market exchange', '1', '5'],
    ['Internal growth', '2', '1'],
    ['Alliance', '5', '4'],
  ] as const) {
    await part.getByLabel(`Access to the resources that are missing: ${way}`, { exact: true }).selectOption(access);
    await part.getByLabel(`Speed to market: ${way}`, { exact: true }).selectOption(speed);
  }
  await part.getByLabel('It is decided').check();
  await part.getByLabel('Chosen').selectOption('alliance');
  await part.getByLabel('Day').fill('2003-11-03');
  await part.getByRole('textbox', { name: 'Reason', exact: true }).fill('The partner has the plant');
  await saved(part);
  await shown(part.getByText('Alliance comes first by these scores.'));
  await shown(part.getByText('Merger or acquisition is not ranked: it is not judged on every criterion.'));
  await shown(part.getByText(/^Decided on/).getByText('Nov 3, 2003'));
  await pressed(part, '1. Alliance 0.94 · 2. Market exchange 0.25 · 3. Internal growth 0.19');
  await shown(page.getByText('weight 0.75, the first stays first from 0.20 to 1.00'));
  expect(await axeFindings(page)).toEqual([]);
});

test('what was expected is counted against what came', async () => {
  const part = section(/^What is expected/);
  await pressed(part, 'Fill the checklist');
  await part.getByLabel('Learning', { exact: true }).check();
  await part.getByLabel('Learning: why it is expected').fill('Lathes were new to the firm');
  await part.getByLabel('Reputation', { exact: true }).check();
  await part.getByLabel('Learning: whether it came', { exact: true }).selectOption('came');
  await part.getByLabel('Flexibility: whether it came', { exact: true }).selectOption('partly');
  await saved(part);
  await shown(part.getByText('Expected 2: came 1, partly 0, did not come 0, not known yet 1. Came unexpected: 1.'));
  await shown(part.getByText('Lathes were new to the firm'));
});

test('a charter tells its gaps; taken away it comes back by the notice, and an older version by its list', async () => {
  const part = section(/^Alliance charter/);
  await pressed(part, 'Begin the charter');
  await part.getByLabel('Purpose').fill('Lathes for China');
  await saved(part);
  await shown(part.getByText(/^Nothing is said yet of: Our objectives, .*, Alliance manager/));
  await pressed(part, 'Edit');
  await part.getByLabel('Purpose').fill('Lathes for all of Asia');
  await saved(part);
  await shown(part.getByText('Lathes for all of Asia'));
  await pressed(part, 'Take away');
  await shown(part.getByRole('button', { name: 'Begin the charter' }));
  await page.getByRole('button', { name: 'Undo' }).click();
  await shown(part.getByText('Lathes for all of Asia'));
  await part.getByRole('button', { name: /^Versions/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bring back' }).last().click();
  await shown(part.getByText('Lathes for China'));
});

test('the page is looked at in every language, theme and width', async () => {
  for (const language of LANGUAGES)
    for (const theme of THEMES) {
      const reader = await visitor(browser, inject('address'), { language, theme });
      await reader.page.goto(LATHES);
      await shown(reader.page.getByRole('heading', { level: 1 }));
      for (const width of WIDTHS) {
        await reader.page.setViewportSize({ width, height: 800 });
        await settled(reader.page);
        const found = { language, width, tooWide: await overflowOf(reader.page) };
        expect(found).toEqual({ language, width, tooWide: 0 });
      }
      expect(await axeFindings(reader.page)).toEqual([]);
      expect(reader.complaints).toEqual([]);
      await reader.leave();
    }
});
