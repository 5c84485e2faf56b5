import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { post } from './api.ts';
import { formActs, shown } from './form-acts.ts';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { LANGUAGES, openBrowser, THEMES, type Visitor, visitor, WIDTHS } from './visitor.ts';

const HOME = '/w/management-works';
const MANAGED = `${HOME}/alliances/lathes/management`;

let browser: Browser;
let manager: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  const at = '/workspaces/management-works';
  await post('/workspaces', { name: 'Management Works' });
  await post(`${at}/organisations`, { name: 'Kita Lathes', slug: 'kita' });
  await post(`${at}/organisations`, { name: 'Minami Tools', slug: 'minami' });
  await post(`${at}/alliances`, { name: 'Lathes alliance', slug: 'lathes', form: 'joint-venture' });
  await post(`${at}/memberships`, { alliance: 'lathes', organisation: 'kita' });
  await post(`${at}/memberships`, { alliance: 'lathes', organisation: 'minami' });
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
const section = (name: RegExp) => page.getByRole('region', { name });

/** Sends the form that is open, and waits until the page has what became of it. */
async function save(): Promise<void> {
  await inDialog('Save').click();
  await dialog().waitFor({ state: 'detached' });
}

test('a meeting is called on the clocks of its place; an hour that is not there or comes twice is told before it is sent', async () => {
  await page.goto(MANAGED);
  await shown(page.getByText('No meeting is recorded.'));
  await button('Call a meeting…').click();
  await field(/^Title/).fill('Steering committee');
  await field('Time zone').selectOption('Europe/Berlin');
  await field(/^Start/).fill('2031-03-30T02:30');
  await shown(dialog().getByText(/never show this time on this day/));
  expect(await inDialog('Save').isDisabled()).toBe(true);
  await field(/^Start/).fill('2031-10-26T02:30');
  await shown(dialog().getByText(/show this time twice/));
  expect(await inDialog('Save').isDisabled()).toBe(true);
  await field('Which of the two hours').selectOption('later');
  await dialog()
    .getByText(/show this time twice/)
    .waitFor({ state: 'detached' });
  await field(/^Start/).fill('2031-11-24T09:00');
  expect(await field('Which of the two hours').count()).toBe(0);

  await inDialog('Add an item').click();
  await field('Topic').fill('Quality of the spindles');
  await dialog().getByRole('textbox', { name: 'Minutes' }).last().fill('75');
  await shown(dialog().getByText(/15 minutes too many/));
  await inDialog('Add a person').click();
  await field(/^Name/).fill('Mr Tanaka');
  await field('Organisation').selectOption({ label: 'Minami Tools' });
  await field('Minami Tools').selectOption('Asia/Tokyo');
  expect(await axeFindings(page)).toEqual([]);
  await save();

  const meetings = section(/^Meetings/);
  await shown(meetings.getByText('Steering committee'));
  await shown(meetings.getByText(/Mon, Nov 24, 2031, 09:00/));
  await shown(meetings.getByText(/Minami Tools: Mon, Nov 24, 2031, 17:00/));
  await meetings.getByRole('button', { name: /75 of 60 minutes/ }).click();
  await shown(page.getByRole('region', { name: 'Time budget of the agenda' }).getByText(/counts as none/));
  await page.keyboard.press('Escape');
});

test('what came of a meeting is recorded, an action is done and undone, and the level has been in contact', async () => {
  await page.goto(MANAGED);
  await shown(section(/^Contact/).getByText('no meeting of both sides recorded'));
  await button('Change: Steering committee').click();
  await field(/^Start/).fill('2024-11-25T09:00');
  await field('State').selectOption('held');
  await field('Attendance').selectOption('attended');
  await dialog().getByLabel('Level').last().selectOption('management');
  await inDialog('Add a person').click();
  await dialog().getByLabel('Member').last().selectOption({ index: 1 });
  await dialog().getByLabel('Level').last().selectOption('management');
  await dialog().getByLabel('Attendance').last().selectOption('attended');
  await inDialog('Add a decision').click();
  await field(/^What was decided/).fill('Spindles are measured by both sides');
  await field('A reserved matter').check();
  await save();
  await shown(page.getByText('Spindles are measured by both sides'));
  await section(/^Contact/)
    .getByRole('button', { name: /days ago/ })
    .click();
  await shown(page.getByRole('region', { name: 'Last contact: Management level' }).getByText('Nov 25, 2024'));
  await page.keyboard.press('Escape');

  await button('Add an action from: Steering committee').click();
  await field(/^What is to be done/).fill('Send the measuring plan');
  await field('Due').fill('2025-01-10');
  await save();
  const actions = section(/^Actions/);
  await shown(actions.getByText('from Steering committee'));
  await shown(actions.getByText(/days overdue/));
  await button('Done: Send the measuring plan').click();
  await shown(page.getByText('1 action is over'));
  await button('Undo').click();
  await shown(button('Done: Send the measuring plan'));
  await button('Take away: Send the measuring plan').click();
  await actions.getByText('Nothing is to be done.').waitFor();
  await button('Undo').last().click();
  await shown(button('Done: Send the measuring plan'));
});

test('an issue says on which rung it should be; the hand-over names the manager, who then holds the alliance', async () => {
  await page.goto(MANAGED);
  await button('Raise an issue…').click();
  await field(/^Title/).fill('Late drawings');
  await field(/^Raised on/).fill('2025-02-03');
  await save();
  const issues = section(/^Issue log/);
  await shown(issues.getByText('Should be with Board by now'));
  await issues.getByRole('button', { name: /with Working level since/ }).click();
  await shown(page.getByRole('region', { name: 'Escalation: Late drawings' }).getByText(/rung by rung/));
  await page.keyboard.press('Escape');
  await button('Take to Alliance managers: Late drawings').click();
  await shown(issues.getByText(/with Alliance managers since/));
  await issues.getByText('Should be with Board by now').waitFor({ state: 'detached' });

  await button('Begin the hand-over…').click();
  await field('Alliance manager who takes it on').selectOption({ index: 1 });
  await save();
  await shown(page.getByText('0 of 12 items handed over'));
  await button('Handed over: Signed contract and its clauses explained').click();
  await shown(page.getByText('1 of 12 items handed over'));
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);

  await page.goto(`${HOME}/workload`);
  await page.getByRole('row').filter({ hasText: '1' }).first().getByRole('button').first().click();
  await shown(page.getByText(/Every open paper counts for its holder/));
  await shown(page.getByRole('link', { name: 'Lathes alliance' }));
});

test('the calendar shows what is due by month and in a list; its address is read by a program until it is withdrawn', async () => {
  await page.goto(`${HOME}/calendar?month=2025-01`);
  await shown(page.getByRole('heading', { name: 'January 2025' }));
  await shown(page.getByRole('link', { name: 'Send the measuring plan' }));
  await button('Month before').click();
  await button('Month before').click();
  await shown(page.getByRole('link', { name: 'Steering committee' }));
  await button('List').click();
  expect(new URL(page.url()).searchParams.get('view')).toBe('list');
  await shown(page.getByRole('link', { name: 'Send the measuring plan' }));

  await button('Make an address').click();
  const address = await page.locator('code').innerText();
  const read = async (): Promise<readonly [number, string]> => {
    const reply = await fetch(address.replace(/^https?:\/\/[^/]+/, inject('address')));
    return [reply.status, await reply.text()];
  };
  const [status, text] = await read();
  expect([status, text.includes('SUMMARY:Send the measuring plan · Lathes alliance')]).toEqual([200, true]);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('region', { name: 'In your own calendar' }).getByRole('button', { name: 'Done' }).click();
  await shown(page.getByText(/You have had an address since/));
  await button('Withdraw the address').click();
  await page.getByText(/You have had an address since/).waitFor({ state: 'detached' });
  expect((await read())[0]).toBe(404);
});

test('management, calendar and workload are looked at in every language, theme and width', async () => {
  for (const language of LANGUAGES)
    for (const theme of THEMES) {
      const reader = await visitor(browser, inject('address'), { language, theme });
      const addresses = [MANAGED, `${HOME}/calendar?month=2025-01`, `${HOME}/calendar?view=list`, `${HOME}/workload`];
      for (const address of addresses) {
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
