import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { post } from './api.ts';
import { shown } from './form-acts.ts';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { textsOf } from './pdf-text.ts';
import { LANGUAGES, openBrowser, THEMES, type Visitor, visitor, WIDTHS } from './visitor.ts';

const TABLE = '/w/table-works/alliances/lathe/negotiation';

let browser: Browser;
let manager: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  await post('/workspaces', { name: 'Table Works' });
  const firm = '/workspaces/table-works';
  await post(`${firm}/organisations`, { name: 'Own Lathes', slug: 'own-lathes', kind: 'firm' });
  await post(`${firm}/organisations`, { name: 'Other Lathes', slug: 'other-lathes', kind: 'firm' });
  await post(`${firm}/alliances`, { name: 'Lathe alliance', slug: 'lathe', form: 'joint-venture' });
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

const section = (name: string) => page.getByRole('region', { name });
const negotiation = () => section('Issues, proposals and joint gains');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const group = (name: string) => negotiation().getByRole('group', { name, exact: true });

async function party(nth: number, name: string, side: string): Promise<void> {
  await button('Add a party').click();
  const box = negotiation().getByPlaceholder('Type a name').nth(nth);
  await box.click();
  await box.fill(name);
  await page.getByRole('option', { name }).first().click();
  await negotiation().getByLabel('Side').nth(nth).selectOption(side);
}

async function aims(nth: number, side: string, [target, reservation, weight]: readonly string[]): Promise<void> {
  const aim = group(side).nth(nth);
  await aim.getByLabel('Target').fill(target ?? '');
  await aim.getByLabel('Reservation').fill(reservation ?? '');
  await aim.getByLabel('Weight').fill(weight ?? '');
}

async function issue(nth: number, name: string, ours: readonly string[], theirs: readonly string[]): Promise<void> {
  await button('Add an issue').click();
  await negotiation().getByRole('textbox', { name: 'Issue' }).nth(nth).fill(name);
  await aims(nth, 'Our side', ours);
  await aims(nth, 'Their side, as we estimate', theirs);
}

const bytesOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

async function downloaded(link: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
  return bytesOf(download);
}

/** The words of the document in a DOCX file, which is the third of its parts. */
function documentIn(docx: Buffer): string {
  const name = docx.indexOf('word/document.xml');
  const packed = docx.readUInt32LE(name - 12);
  const start = name + 'word/document.xml'.length;
  return inflateRawSync(docx.subarray(start, start + packed)).toString('utf8');
}

test('a manager says what both sides want, and is told the zone, the worth of each proposal and the frontier', async () => {
  await page.goto(TABLE);
  await shown(page.getByText(/Nobody of the partner’s side ever reads them/));
  await button('Begin the negotiation').click();
  await party(0, 'Own Lathes', 'ours');
  await shown(page.getByText('Name one organisation at least on each side.'));
  await party(1, 'Other Lathes', 'theirs');
  await issue(0, 'Share', ['60', '40', '3'], ['30', '50', '1']);
  await shown(page.getByText('Share: say what the estimate of the other side rests on.'));
  expect(await axeFindings(page)).toEqual([]);
  await negotiation().getByLabel('What the estimate of their side rests on').nth(0).fill('Their letter of May');
  await issue(1, 'Royalty', ['5', '2', '1'], ['1', '4', '3']);
  await negotiation().getByLabel('What the estimate of their side rests on').nth(1).fill('What others pay');
  await shown(page.getByRole('button', { name: 'Save' }));
  expect(await page.getByText(/say what the estimate/).count()).toBe(0);

  await button('Add a proposal').click();
  const proposals = group('Proposals');
  await proposals.getByLabel('Day').fill('2026-03-02');
  await proposals.getByLabel('Share').fill('50');
  await proposals.getByLabel('Royalty').fill('4');
  await button('Save').click();

  await shown(negotiation().getByRole('button', { name: '40 to 50' }));
  await shown(negotiation().getByRole('button', { name: '2 to 4' }));
  // Weights 3 to 1: 0.75 x 0.5 + 0.25 x 2/3 for us, nothing for them at both of their reservations.
  const row = negotiation().getByRole('row', { name: /Own Lathes/ });
  await shown(row.getByRole('button', { name: '0.54' }));
  await row.getByRole('button', { name: '0.54' }).click();
  await shown(page.getByText('50: for us 75% × 0.50, for them 25% × 0.00'));
  await page.keyboard.press('Escape');
  await shown(negotiation().getByText(/greatest product of both utilities/));
  expect(await axeFindings(page)).toEqual([]);
});

test('what was accepted becomes a term sheet, whose files have its terms and nothing that anybody wants', async () => {
  await page.goto(TABLE);
  await negotiation().getByRole('button', { name: 'Edit' }).click();
  await negotiation().getByLabel('Accepted by both sides').selectOption({ index: 1 });
  await button('Save').click();
  await button('Begin it from the accepted proposal').click();
  const sheet = section('Term sheet');
  await shown(sheet.getByRole('group', { name: 'Terms' }));
  await sheet.getByLabel('Binding').first().selectOption('false');
  await button('Save').click();
  await shown(sheet.getByText('Share: 50'));
  await shown(sheet.getByText(/agreed · not binding/));

  const docx = documentIn(await downloaded('Download as DOCX'));
  expect(docx).toContain('Term sheet: Lathe alliance');
  expect(docx).toContain('Own Lathes; Other Lathes');
  expect(docx).toContain('Royalty: 4');
  expect(docx).not.toMatch(/Their letter|What others pay|\b(?:30|40|60)\b/);
  const pdf = await downloaded('Download as PDF');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(textsOf(pdf).length).toBeGreaterThan(0);
});

test('is looked at in every language, theme and width', async () => {
  for (const language of LANGUAGES)
    for (const theme of THEMES) {
      const reader = await visitor(browser, inject('address'), { language, theme });
      await reader.page.goto(TABLE);
      await shown(reader.page.locator('figure svg'));
      for (const width of WIDTHS) {
        await reader.page.setViewportSize({ width, height: 800 });
        await settled(reader.page);
        expect({ language, width, tooWide: await overflowOf(reader.page) }).toEqual({ language, width, tooWide: 0 });
      }
      expect(await axeFindings(reader.page)).toEqual([]);
      expect(reader.complaints).toEqual([]);
      await reader.leave();
    }
});
