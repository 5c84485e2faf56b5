import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { openBrowser, type Visitor, visitor } from './visitor.ts';

let browser: Browser;
let reader: Visitor;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  reader = await visitor(browser, inject('address'));
});
afterEach(async () => {
  await reader.leave();
  expect(reader.complaints).toEqual([]);
});

test('somebody is invited by a link that is shown once, and the invitation is withdrawn', async () => {
  const { page } = reader;
  await page.goto('/w/demo/members');
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Invite…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill('aiko@example.org');
  await dialog.getByRole('button', { name: 'Make the invitation' }).click();
  const link = await dialog.getByText('/invitation#').innerText();
  expect(link).toMatch(new RegExp(`^${inject('address')}/invitation#[\\w-]{43}$`));
  await dialog.getByRole('button', { name: 'Done' }).click();
  const invitations = main.getByRole('region', { name: 'Invitations' });
  const line = invitations.getByRole('row', { name: 'aiko@example.org' });
  await line.getByText('not taken up yet').waitFor();
  await page.reload();
  await line.waitFor();
  expect(await page.content()).not.toContain(link.split('#')[1]);

  await page.goto(link.replace(inject('address'), ''));
  await page.getByText('invites you to the workspace').waitFor();
  await page.getByText('aiko@example.org').waitFor();
  expect(page.url()).toBe(`${inject('address')}/invitation`);

  await page.goto('/w/demo/members');
  await line.getByRole('button', { name: 'Withdraw the invitation of aiko@example.org' }).click();
  await line.getByText('withdrawn').waitFor();
  reader.expectStatus(404);
  await page.goto(link.replace(inject('address'), ''));
  await page.getByRole('alert').getByText('does not hold any more').waitFor();
});

test('the table of roles says who may what, with the reader’s own role marked', async () => {
  const { page } = reader;
  await page.goto('/w/demo/members');
  const table = page.getByRole('region', { name: 'Who may what' }).getByRole('table');
  await table.getByRole('columnheader', { name: 'Owner (you)' }).waitFor();
  const answers = async (line: string): Promise<string[]> =>
    (await table.getByRole('row', { name: line }).getByRole('cell').allInnerTexts()).map((text) =>
      text.replace(/\s+/g, ' ').trim(),
    );
  expect(await answers('Add, change, import and remove records')).toEqual([
    '✓ yes',
    '✓ yes',
    '✓ yes',
    '✓ yes',
    '– no',
    '– no',
  ]);
  expect(await answers('Make owners and name the clean team')).toEqual([
    '✓ yes',
    ...Array.from({ length: 5 }, () => '– no'),
  ]);
});

test('the demo asks nobody who they are, and says so', async () => {
  const { page } = reader;
  await page.goto('/w/demo');
  await page.getByRole('banner').getByRole('button', { name: 'Account' }).click();
  await page.getByText('Demo: no account needed').waitFor();
  await page.getByRole('menuitem', { name: 'Mailbox of the demo' }).click();
  await page.getByText('aiko@example.org').first().waitFor();
});
