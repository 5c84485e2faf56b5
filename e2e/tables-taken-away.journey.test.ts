import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { post } from './api.ts';
import { axeFindings } from './looks.ts';
import { textsOf } from './pdf-text.ts';
import { openBrowser, type Visitor, visitor } from './visitor.ts';
import { sheetRows } from './workbook-text.ts';

const WORKSPACE = `taken-${Date.now()}`;
const TABLE = `/w/${WORKSPACE}/alliances`;
const ROWS = 230;
const FORMS = ['joint-venture', 'licence'] as const;

let browser: Browser;
let reader: Visitor;
let page: Page;

const nameOf = (at: number): string => `Venture ${String(at).padStart(3, '0')}`;

beforeAll(async () => {
  browser = await openBrowser();
  await post('/workspaces', { slug: WORKSPACE, name: 'Taken away' });
  const alliances = Array.from({ length: ROWS }, (_, at) => ({
    collection: 'alliances',
    create: { name: nameOf(at), slug: `venture-${at}`, form: FORMS[at % 2], objectives: 'one\ntwo' },
  }));
  const others = [
    { collection: 'organisations', as: 'jv', create: { name: 'Joint Works', slug: 'jv' } },
    { collection: 'organisations', as: 'one', create: { name: 'Alpha Seiki', slug: 'one' } },
    { collection: 'stakes', create: { issuer: '@jv', holder: '@one', share: '60', from: '1995', to: '2003' } },
    { collection: 'stakes', create: { issuer: '@jv', holder: '@one', share: '45', from: '2003' } },
    { collection: 'events', create: { title: 'Signed', date: '1995' } },
    { collection: 'sources', create: { title: 'Talk', kind: 'interview', key: 's', details: { method: 'visit' } } },
  ];
  await post(`/workspaces/${WORKSPACE}/changes`, { changes: alliances });
  await post(`/workspaces/${WORKSPACE}/changes`, { changes: others });
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

const cell = (line: number, column: number): Locator => page.locator(`[data-place="${line}:${column}"]`);
const focused = (): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-place') ?? null);

async function open(address: string): Promise<void> {
  await page.goto(address);
  await cell(0, 0).getByText(/\w/).first().waitFor();
}

async function download(press: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  const parts: Buffer[] = [];
  for await (const part of await file.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

describe('chosen rows', () => {
  test('leave as CSV and as Excel: those alone, in the order and the columns of the table', async () => {
    await open(`${TABLE}?columns=name,form&sort=-name`);
    for (const line of [3, 0]) {
      await cell(line, 1).click();
      await page.keyboard.press('Space');
    }
    await page.getByText('2 chosen').waitFor();
    const take = (format: string) =>
      download(async () => {
        await page.getByRole('button', { name: 'Export chosen' }).click();
        await page.getByRole('menuitem', { name: format }).click();
      });
    const expected = [
      ['name', 'form'],
      [nameOf(229), 'licence'],
      [nameOf(226), 'joint venture'],
    ];
    expect(sheetRows(await take('Excel (XLSX)'))).toEqual(expected);
    const csv = (await take('CSV')).toString('utf8').replace('\ufeff', '').trimEnd();
    expect(csv.split('\r\n').map((line) => line.split(','))).toEqual(expected);
  });
});

describe('groups', () => {
  test('stay open and closed in the address, and in a view', async () => {
    await open(`${TABLE}?group=form`);
    const rows = (count: number) =>
      page.waitForFunction(
        (wanted) => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === String(wanted + 2),
        count,
      );
    await rows(ROWS + 2);
    await cell(0, 0).click();
    await rows(ROWS / 2 + 2);
    await page.waitForURL('**open=all**but=is**');
    await page.reload();
    await rows(ROWS / 2 + 2);
    await page.getByRole('button', { name: 'Grouped by Form' }).click();
    await page.getByRole('menuitem', { name: 'Close all groups' }).click();
    await rows(2);
    await page.getByRole('button', { name: 'Standard view' }).click();
    await page.getByRole('menuitem', { name: 'Save as a new view' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Closed');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(/\?view=[0-9a-f-]{36}$/);
    await page.reload();
    await rows(2);
  });
});

describe('paper', () => {
  test('holds all rows of the table, those never seen on screen, too', async () => {
    await open(`${TABLE}?sort=name`);
    expect(await page.getByText(nameOf(ROWS - 1)).count()).toBe(0);
    const printed = page.evaluate(() =>
      new Promise((resolve) => window.addEventListener('beforeprint', resolve, { once: true })).then(() => true),
    );
    await page.keyboard.press('Control+p');
    expect(await printed).toBe(true);
    const pdf = await page.pdf();
    const wanted = [0, 57, ROWS - 1].map((at) => nameOf(at).replace(' ', ''));
    const found = textsOf(pdf).some((text) => wanted.every((name) => text.includes(name)));
    expect(found).toBe(true);
    // Drawn for paper alone.
    await page.waitForFunction(() => document.querySelectorAll('[role=row]').length < 100);
  });

  test('says what is missing where the browser printed before the rows were read', async () => {
    await open(`${TABLE}?sort=name`);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page
      .getByText('130 rows had not been read when this was printed', { exact: false })
      .waitFor({ state: 'attached' });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await page.getByText('had not been read', { exact: false }).count()).toBe(0);
  });
});

describe('cells that take more than a line', () => {
  test('notes are written by keyboard, saved by Ctrl+Enter and left by Escape', async () => {
    await open(`${TABLE}?columns=name,objectives,form&sort=name`);
    await cell(0, 2).click();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    const box = page.getByRole('textbox', { name: 'Objectives' });
    expect(await box.inputValue()).toBe('one\ntwo');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.type('\nthree');
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
    expect(await focused()).toBe('0:1');
    expect(await cell(0, 1).innerText()).not.toContain('three');
    await page.keyboard.type('New words\nin two lines');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Saved.').waitFor();
    expect(await focused()).toBe('0:1');
    await page.reload();
    await cell(0, 1).getByText('New words').waitFor();
    expect(await cell(0, 1).getAttribute('title')).toBe('New words\nin two lines');
  });

  /** Opens the editor of the cell in focus; answers the role of what holds the focus as soon as its list of records stands there. */
  const roleWhereOneTypes = (): Promise<string | null> =>
    page.evaluate(
      () =>
        new Promise<string | null>((resolve) => {
          new MutationObserver((_, watcher) => {
            if (document.querySelector('[role=dialog] [role=combobox]') === null) return;
            watcher.disconnect();
            resolve(document.activeElement?.getAttribute('role') ?? null);
          }).observe(document.body, { childList: true, subtree: true });
          const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
          document.activeElement?.dispatchEvent(enter);
        }),
    );

  test('what an event is about is chosen by name and taken off by Backspace', async () => {
    await open(`/w/${WORKSPACE}/events`);
    await cell(0, 2).click();
    await page.keyboard.press('ArrowRight');
    expect(await roleWhereOneTypes()).toBe('combobox');
    for (const name of ['Alpha', 'Venture 007']) {
      await page.keyboard.type(name);
      await page.getByRole('option', { name }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.mantine-Pill-root').filter({ hasText: name }).waitFor();
    }
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Saved.').waitFor();
    await page.reload();
    await cell(0, 3).getByText('Alpha Seiki; Venture 007').waitFor();
    await cell(0, 2).click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Saved.').waitFor();
    expect(await cell(0, 3).innerText()).toBe('Alpha Seiki');
  });

  test('details are refused at their cell and mended there', async () => {
    await open(`/w/${WORKSPACE}/sources?columns=title,details,kind&filter=key:is:s`);
    await cell(0, 2).click();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.keyboard.type('\na long day');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText('A line here has no name').waitFor();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('textbox', { name: 'Details' }).inputValue()).toBe('method: visit\na long day');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('method: call\nduration: 1 h');
    await page.keyboard.press('Control+Enter');
    await cell(0, 1).getByText('method: call; duration: 1 h').waitFor();
  });
});

test('a total of stakes is of the day of the page', async () => {
  await open(`/w/${WORKSPACE}/stakes?group=issuer`);
  const total = page.getByText(/^Σ 45%/).first();
  await total.waitFor();
  await open(`/w/${WORKSPACE}/stakes?group=issuer&asOf=2000`);
  await page
    .getByText(/^Σ 60%/)
    .first()
    .waitFor();
  expect(await total.count()).toBe(0);
});
