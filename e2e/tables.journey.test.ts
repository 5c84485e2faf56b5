import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { post } from './api.ts';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { openBrowser, type Visitor, visitor } from './visitor.ts';

const WORKSPACE = `tables-${Date.now()}`;
const TABLE = `/w/${WORKSPACE}/alliances`;
const ROWS = 120;
const FORMS = ['joint-venture', 'licence', 'oem'] as const;

let browser: Browser;
let reader: Visitor;
let page: Page;

const nameOf = (at: number): string => `Venture ${String(at).padStart(3, '0')}`;

beforeAll(async () => {
  browser = await openBrowser();
  await post('/workspaces', { slug: WORKSPACE, name: 'Tables' });
  const changes = Array.from({ length: ROWS }, (_, at) => ({
    collection: 'alliances',
    create: { name: nameOf(at), form: FORMS[at % FORMS.length], start: String(1990 + (at % 30)) },
  }));
  await post(`/workspaces/${WORKSPACE}/changes`, { changes });
  const organisations = ['Alpha Seiki', '六和機械'].map((name, at) => ({
    collection: 'organisations',
    as: `firm-${at}`,
    create: { name, slug: `firm-${at}` },
  }));
  const stakes = ['60', '40'].map((share, at) => ({
    collection: 'stakes',
    create: { issuer: '@firm-0', holder: at === 0 ? '@firm-1' : '@firm-0', share, from: '2001' },
  }));
  await post(`/workspaces/${WORKSPACE}/changes`, { changes: [...organisations, ...stakes] });
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

const grid = (): Locator => page.getByRole('grid');
const cell = (line: number, column: number): Locator => page.locator(`[data-place="${line}:${column}"]`);
const rowCount = (): Promise<string | null> => grid().getAttribute('aria-rowcount');

async function open(address: string): Promise<void> {
  await page.goto(address);
  await cell(0, 0).getByText(/\w/).waitFor();
}

/** Grids count their heads and their totals as rows. */
async function showsRows(rows: number): Promise<void> {
  await page.waitForFunction(
    (count) => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === String(count),
    rows + 2,
  );
}

async function paste(text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((block) => navigator.clipboard.writeText(block), text);
  await page.keyboard.press('Control+v');
}

describe('a table', () => {
  test('is filtered by its chips and words, and its address brings it back', async () => {
    await open(TABLE);
    await showsRows(ROWS);
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('dialog', { name: 'Add filter' }).getByRole('button', { name: 'Form' }).click();
    await page.getByRole('checkbox', { name: 'licence' }).check();
    await page.getByRole('button', { name: 'Apply' }).click();
    await showsRows(ROWS / 3);
    await page.getByRole('searchbox').fill('Venture 00');
    // 001, 004, 007 and 100.
    await showsRows(4);
    await page.waitForURL('**filter=form%3Ais%3Alicence**');
    await page.reload();
    await showsRows(4);
    await page.getByRole('button', { name: /Form\s+is\s+licence/ }).waitFor();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await showsRows(ROWS);
  });

  test('is sorted by its heads, and grouped with counts', async () => {
    await open(TABLE);
    await page.getByRole('columnheader', { name: 'Start' }).getByRole('button').click();
    await page.getByRole('columnheader', { name: 'Start' }).getByRole('button').click();
    await page.waitForURL('**sort=-start**');
    await cell(0, 3).getByText('2019').waitFor();
    await page.getByRole('button', { name: 'Group', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Form', exact: true }).click();
    await page.waitForURL('**group=form**');
    await showsRows(ROWS + FORMS.length);
    await cell(0, 0).focus();
    await page.keyboard.press('Enter');
    await showsRows(ROWS + FORMS.length - ROWS / FORMS.length);
  });

  test('shows what is chosen in a view that is kept and opened by its link', async () => {
    await open(`${TABLE}?filter=form:is:oem`);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Venture company' }).uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Standard view' }).click();
    await page.getByRole('menuitem', { name: 'Save as a new view' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('OEM only');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(/\?view=[0-9a-f-]{36}$/);
    const link = page.url();
    await page.goto(TABLE);
    await showsRows(ROWS);
    await page.goto(link);
    await showsRows(ROWS / 3);
    expect(await page.getByRole('columnheader', { name: 'Venture company' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Remove the filter on Form' }).click();
    await page.getByRole('button', { name: /OEM only.*changed/ }).waitFor();
    await page.getByRole('button', { name: /OEM only/ }).click();
    await page.getByRole('menuitem', { name: 'Delete this view' }).click();
    await page.getByRole('button', { name: 'Standard view' }).waitFor();
  });
});

describe('cells', () => {
  test('are edited from the keyboard, saved at once, and undone', async () => {
    await open(`${TABLE}?sort=name`);
    await cell(0, 3).click();
    await page.keyboard.type('Apr 2003');
    await page.keyboard.press('Enter');
    await cell(0, 3).getByText('Apr 2003').waitFor();
    await page.getByText('Saved.').waitFor();
    expect(await cell(1, 3).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Undo' }).click();
    await cell(0, 3).getByText('1990').waitFor();
  });

  test('that are refused keep what was typed, say why, and let it go', async () => {
    await open(`${TABLE}?sort=name`);
    await cell(2, 3).click();
    await page.keyboard.type('31/04/2010');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('April 2010 has 30 days').waitFor();
    expect(await cell(2, 3).getAttribute('aria-invalid')).toBe('true');
    expect(await cell(2, 3).innerText()).toContain('31/04/2010');
    await page.keyboard.press('Escape');
    await cell(2, 3).getByText('1992').waitFor();
  });

  test('changed by somebody else meanwhile show both versions and ask', async () => {
    reader.expectStatus(412);
    await open(`${TABLE}?sort=name&q=${encodeURIComponent(nameOf(7))}`);
    const list = await fetch(`${inject('address')}/api/v1/workspaces/${WORKSPACE}/alliances?q=${nameOf(7)}`);
    const { items } = (await list.json()) as { items: { id: string; version: number }[] };
    const [row] = items;
    const theirs = await fetch(`${inject('address')}/api/v1/workspaces/${WORKSPACE}/alliances/${row?.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': `"${row?.version}"` },
      body: JSON.stringify({ start: '2001' }),
    });
    expect(theirs.status).toBe(200);
    await cell(0, 3).click();
    await page.keyboard.type('2005');
    await page.keyboard.press('Enter');
    await cell(0, 3).click();
    await page.getByRole('alert').getByText('2001').waitFor();
    await page.getByRole('button', { name: 'Save mine over it' }).click();
    await page.getByText('Saved.').waitFor();
    await page.reload();
    await cell(0, 3).getByText('2005').waitFor();
  });

  test('are walked to the end of the table and back', async () => {
    await open(`${TABLE}?sort=name`);
    await cell(0, 1).click();
    await page.keyboard.press('Control+End');
    await page.getByText(nameOf(ROWS - 1)).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-place'))).toBe(`${ROWS - 1}:5`);
    await page.keyboard.press('Control+Home');
    await page.getByText(nameOf(0)).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-place'))).toBe('0:0');
  });
});

describe('many rows', () => {
  test('are changed as one, and undone as one', async () => {
    await open(`${TABLE}?sort=name`);
    await cell(0, 1).click();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('3 chosen').waitFor();
    await page.getByRole('button', { name: 'End…' }).click();
    await page.getByRole('dialog').getByLabel('End', { exact: true }).fill('2015');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('3 records saved.').waitFor();
    for (const line of [0, 1, 2]) await cell(line, 4).getByText('2015').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    for (const line of [0, 1, 2]) await cell(line, 4).getByText('open').waitFor();
  });

  test('leave as a CSV file that holds exactly what is shown', async () => {
    await open(`${TABLE}?filter=form:is:licence&sort=-name&columns=name,form,start`);
    await showsRows(ROWS / 3);
    const shown = await page.evaluate(() =>
      Array.from(document.querySelectorAll('[role=row]'))
        .filter((row) => row.querySelector('input') && !row.querySelector('[role=columnheader]'))
        .slice(0, 10)
        .map((row) =>
          Array.from(row.querySelectorAll('[data-place]')).map((one) => (one as HTMLElement).innerText.trim()),
        ),
    );
    await page.getByRole('button', { name: 'Export' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV' }).first().click(),
    ]);
    const stream = await file.createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    const lines = Buffer.concat(parts).toString('utf8').replace('\ufeff', '').trimEnd().split('\r\n');
    expect(lines[0]?.toLowerCase()).toBe('name,form,start');
    expect(lines).toHaveLength(ROWS / 3 + 1);
    expect(lines.slice(1, 11).map((line) => line.split(','))).toEqual(shown);
  });

  test('are pasted as a block that is looked at before it is written', async () => {
    await open(`${TABLE}?sort=name`);
    await cell(4, 1).click();
    await paste('supply agreement\t\tApr 2011\nfriendship\t\t2012');
    const dialog = page.getByRole('dialog', { name: 'Paste into the table' });
    await dialog.getByText('1 problem').waitFor();
    expect(await dialog.getByRole('button', { name: 'Save all' }).isDisabled()).toBe(true);
    await dialog.getByRole('checkbox', { name: 'Leave out what cannot be read' }).check();
    await dialog.getByRole('button', { name: 'Save all' }).click();
    await cell(4, 1).getByText('supply agreement').waitFor();
    await cell(5, 3).getByText('2012').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await cell(5, 3).getByText('1995').waitFor();
  });
});

describe('every table', () => {
  test.each(['alliances', 'partners', 'houses', 'stakes', 'people', 'events', 'measures', 'sources'])(
    '%s gives axe nothing to find, also grouped and chosen, and fits a telephone',
    async (name) => {
      await page.goto(`/w/demo/${name}`);
      await cell(0, 0).waitFor();
      await settled(page);
      await cell(0, 1).focus();
      await page.keyboard.press('Space');
      expect(await axeFindings(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 800 });
      await settled(page);
      expect(await overflowOf(page)).toBe(0);
    },
  );

  test('a field of codes is filtered by choosing from what is recorded, in the reader’s words', async () => {
    const japanese = await visitor(browser, inject('address'), { language: 'ja' });
    const { page: at } = japanese;
    await at.goto('/w/demo/measures');
    await at.locator('[data-place="0:0"]').waitFor();
    await at.getByRole('button', { name: '絞り込みを追加' }).click();
    await at.getByRole('dialog', { name: '絞り込みを追加' }).getByRole('button', { name: '測定項目' }).click();
    await at.getByRole('combobox', { name: '測定項目' }).fill('従業員');
    await at.getByRole('option', { name: '従業員数' }).click();
    await at.getByRole('button', { name: '適用' }).click();
    await at.waitForURL('**filter=quantity%3Ais%3Aemployees**');
    await at
      .getByRole('button', { name: /測定項目.*従業員数/ })
      .first()
      .waitFor();
    await at.locator('[data-place="0:1"]').getByText('従業員数').waitFor();
    expect(japanese.complaints).toEqual([]);
    await japanese.leave();
  });

  test('totals tell their unit and what is unknown', async () => {
    await page.goto(`/w/${WORKSPACE}/stakes?group=issuer`);
    await page.getByText('Σ 100%').waitFor();
    expect(await rowCount()).toBe('5');
  });

  test('an empty one says what to do', async () => {
    await page.goto(`/w/${WORKSPACE}/people`);
    await page.getByText('Record the first person', { exact: false }).waitFor();
  });
});
