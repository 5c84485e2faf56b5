import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { post } from './api.ts';
import { shown } from './form-acts.ts';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { LANGUAGES, openBrowser, THEMES, type Visitor, visitor, WIDTHS } from './visitor.ts';

const HOME = '/w/ending-works';
const LATHES = `${HOME}/alliances/lathes/termination`;

let browser: Browser;
let manager: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  const works = '/workspaces/ending-works';
  await post('/workspaces', { name: 'Ending Works' });
  for (const [name, slug] of [
    ['The firm', 'firm'],
    ['The partner', 'partner'],
    ['The venture', 'venture'],
  ])
    await post(`${works}/organisations`, { name, slug });
  await post(`${works}/alliances`, {
    name: 'Alliance of lathes',
    slug: 'lathes',
    form: 'joint-venture',
    venture: 'venture',
    start: '2003-10',
  });
  for (const [holder, share] of [
    ['firm', '40'],
    ['partner', '60'],
  ])
    await post(`${works}/stakes`, { alliance: 'lathes', issuer: 'venture', holder, share, from: '2003-10' });
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
const inDialog = (): Locator => page.getByRole('dialog');

async function saved(within: Locator): Promise<void> {
  await pressed(within, 'Save');
  await within.getByRole('button', { name: 'Save', exact: true }).waitFor({ state: 'detached' });
}

test('a plan names what would end the alliance; a trigger is told from its day, and once it is met', async () => {
  const plan = section(/^Termination plan/);
  await pressed(plan, 'Begin the plan');
  await pressed(plan, 'Add a trigger');
  const triggers = plan.getByRole('group', { name: 'What would end it' });
  await triggers.getByLabel('Trigger').selectOption('term-ended');
  await triggers.getByLabel('What exactly').fill('Twenty years from the contract');
  await triggers.getByLabel('Day').fill('2023-10-01');
  await pressed(plan, 'Add a task');
  const tasks = plan.getByRole('group', { name: 'What is to be settled' });
  await tasks.getByLabel('Task').fill('Tell the people of the plant');
  await tasks.getByLabel('Settles').selectOption('people');
  await tasks.getByLabel('By').fill('2024-01-31');
  await pressed(plan, 'Add a stake');
  const stakes = plan.getByRole('group', { name: 'What becomes of the stakes' });
  await stakes.getByLabel('Whose stake').selectOption({ label: 'The firm' });
  await stakes.getByLabel('To whom').selectOption({ label: 'The partner' });
  await stakes.getByLabel('By').fill('2024-03-31');
  await saved(plan);
  await shown(plan.getByText('▲ Its day has come: The agreed term ends'));
  await shown(plan.getByText('1 late'));
  await shown(plan.getByText(/^The plan says nothing of: Value to extract/));
  await pressed(plan, 'Edit');
  await triggers.getByLabel('State').selectOption('met');
  await saved(plan);
  await shown(plan.getByText('▲ Met: The agreed term ends'));
  await pressed(plan, 'Tasks: 1 open, 0 done');
  await shown(page.getByText(/told until somebody says that it is past/));
  expect(await axeFindings(page)).toEqual([]);
});

test('a stake of the plan ends in the register on its day, goes to the other side, and is as it was when that is undone', async () => {
  const plan = section(/^Termination plan/);
  await shown(plan.getByRole('row', { name: /The firm.*The partner.*40%/ }));
  await pressed(plan, 'End it in the register…');
  await shown(inDialog().getByText('From the next day The partner holds 100%.'));
  await inDialog().getByLabel('Last day').fill('2003-01-01');
  manager.expectStatus(422);
  await pressed(inDialog(), 'End the stake');
  await shown(page.getByRole('alert'));
  await shown(inDialog());
  await inDialog().getByLabel('Last day').fill('2024-03-31');
  await inDialog().getByLabel('Reason (optional)').fill('The term ended');
  expect(await axeFindings(page)).toEqual([]);
  await pressed(inDialog(), 'End the stake');
  await shown(plan.getByText('✓ ended Mar 31, 2024'));
  await page.getByRole('button', { name: 'Undo' }).click();
  await shown(plan.getByRole('button', { name: 'End it in the register…' }));
  await pressed(plan, 'End it in the register…');
  await inDialog().getByLabel('Last day').fill('2024-03-31');
  await pressed(inDialog(), 'End the stake');
  await shown(plan.getByText('✓ ended Mar 31, 2024'));

  await page.getByRole('link', { name: 'All stakes of the venture' }).click();
  await shown(page.getByRole('heading', { level: 1, name: 'Alliance of lathes' }));
  await shown(page.getByText('100%'));
  await page.goto(`${HOME}/history`);
  await shown(page.getByText('The term ended'));
});

test('a report is handed in, a lesson is kept, taken away, brought back, and found among those of every alliance', async () => {
  const report = section(/^Completion report/);
  await pressed(report, 'Begin the report');
  await report.getByLabel('Ended on').fill('2024-03-31');
  await report.getByLabel('What was achieved').fill('Lathes for the Chinese market');
  await report.getByLabel('Handed in by').selectOption({ index: 1 });
  await report.getByLabel('Handed in on').fill('2024-04-15');
  await saved(report);
  await shown(report.getByText('Lathes for the Chinese market'));
  await shown(report.getByText('Apr 15, 2024'));

  const lessons = section(/^Lessons/);
  await pressed(lessons, 'Add a lesson');
  await inDialog().getByLabel('Lesson in one line').fill('Name who disengages before signing');
  await inDialog().getByLabel('Stage it is about').selectOption('negotiation');
  await inDialog().getByLabel('Tags, with commas between').fill('exit, people');
  await pressed(inDialog(), 'Save');
  await shown(lessons.getByRole('heading', { name: 'Name who disengages before signing' }));
  await pressed(lessons, 'Take away');
  await lessons.getByRole('heading', { name: 'Name who disengages before signing' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await shown(lessons.getByRole('heading', { name: 'Name who disengages before signing' }));

  await page.getByRole('navigation').getByRole('link', { name: 'Lessons', exact: true }).click();
  await page.waitForURL((url) => url.pathname === `${HOME}/lessons`);
  await shown(page.getByText('1 of 1 lessons'));
  await page.getByLabel('Look for').fill('weather');
  await shown(page.getByText('0 of 1 lessons'));
  await page.getByLabel('Look for').fill('DISENGAGES people');
  await page.getByLabel('Stage').selectOption('negotiation');
  await shown(page.getByText('1 of 1 lessons'));
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: 'Alliance of lathes' }).click();
  await page.waitForURL((url) => url.pathname === LATHES);
});

test('the pages are looked at in every language, theme and width', async () => {
  for (const language of LANGUAGES)
    for (const theme of THEMES) {
      const reader = await visitor(browser, inject('address'), { language, theme });
      for (const address of [LATHES, `${HOME}/lessons`]) {
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
