import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { formActs, shown } from './form-acts.ts';
import { axeFindings } from './looks.ts';
import { openBrowser, type Visitor, visitor } from './visitor.ts';

let browser: Browser;
let manager: Visitor;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
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

const { dialog, save, field, choose, addAlliance } = formActs(() => page);

type Made = { readonly id: string; readonly slug: string; readonly version: number; readonly custom?: unknown };
const API = '/api/v1/workspaces/demo';
/** Adds or reads a record, as a colleague's program would. */
const posted = async (path: string, data: object): Promise<Made> =>
  (await (await page.request.post(`${API}/${path}`, { data })).json()) as Made;
const got = async (path: string): Promise<Made> => (await (await page.request.get(`${API}/${path}`)).json()) as Made;

describe('two people who edit one record', () => {
  test('meet both versions, and nothing of either is lost', async () => {
    const address = await addAlliance('Shared Works');
    const other = await visitor(browser, inject('address'));
    manager.expectStatus(412);
    for (const reader of [page, other.page]) {
      await reader.goto(address);
      await reader.getByRole('button', { name: 'Edit: Shared Works', exact: true }).click();
      await shown(dialog(reader));
    }
    await field('Stage', dialog(other.page)).fill('operation');
    await field('Objectives', dialog(other.page)).fill('Theirs');
    await save(dialog(other.page));
    await dialog(other.page).waitFor({ state: 'hidden' });

    await field('Status', dialog()).fill('growing');
    await field('Objectives', dialog()).fill('Mine');
    await save(dialog());
    const merge = page.getByRole('table', { name: 'Three versions' });
    await shown(merge);
    const row = (name: string): Locator => merge.getByRole('row').filter({ hasText: name });
    expect(await row('Stage').getByRole('radio', { name: 'Theirs' }).isChecked()).toBe(true);
    expect(await row('Status').getByRole('radio', { name: 'Mine' }).isChecked()).toBe(true);
    const take = page.getByRole('button', { name: 'Save the choice' });
    expect(await take.isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await row('Objectives').getByRole('radio', { name: 'Both' }).check();
    await take.click();
    await dialog().waitFor({ state: 'hidden' });
    for (const text of ['operation', 'growing', /Theirs\s+Mine/]) await shown(page.getByRole('main').getByText(text));
    await other.leave();
  });

  test('meet as well where what was typed stands on a source', async () => {
    const made = await posted('alliances', { name: 'Sourced Works', start: '2003', status: 'planned' });
    await page.goto(`/w/demo/alliances/${made.slug}`);
    await page.getByRole('button', { name: 'Edit: Sourced Works', exact: true }).click();
    await field('Start', dialog()).fill('2004');
    await field('Status', dialog()).fill('running');
    await choose(dialog().getByRole('combobox', { name: 'Source' }), 'Interviews', /^Interviews with Lioho/);
    await field('Place in the source', dialog()).fill('Table 7');
    await page.request.patch(`${API}/alliances/${made.slug}`, {
      data: { start: '2001' },
      headers: { 'if-match': `"${made.version}"` },
    });
    manager.expectStatus(412);
    await save(dialog());
    const merge = page.getByRole('table', { name: 'Three versions' });
    const row = (name: string): Locator => merge.getByRole('row').filter({ hasText: name });
    await shown(merge);
    expect(await row('Status').getByRole('radio', { name: 'Mine' }).isChecked()).toBe(true);
    await row('Start').getByRole('radio', { name: 'Mine' }).check();
    await page.getByRole('button', { name: 'Save the choice' }).click();
    await dialog().waitFor({ state: 'hidden' });
    for (const text of ['2004', 'running']) await shown(page.getByRole('main').getByText(text, { exact: true }));
    const { claims } = (await got(`alliances/${made.slug}?include=claims`)) as Made & {
      claims: { value: string; field: string }[];
    };
    const stated = claims.filter((claim) => claim.field === 'start').map(({ value }) => value);
    expect(stated).toEqual(expect.arrayContaining(['2001', '2004']));
  });

  test('meet at a field of the workspace’s own, under its name and in its words', async () => {
    await page.request.post(`${API}/custom-fields`, {
      data: {
        kind: 'alliance',
        key: 'urgency',
        as: 'term',
        labels: { en: 'Urgency', ja: '緊急度' },
        terms: [
          { term: 'can-wait', labels: { en: 'it can wait' } },
          { term: 'at-once', labels: { en: 'at once' } },
          { term: 'this-year', labels: { en: 'this year' } },
        ],
      },
    });
    const data = { name: 'Urgent Works', custom: { urgency: 'can-wait' } };
    const alliance = await posted('alliances', data);
    await page.goto(`/w/demo/alliances/${alliance.slug}`);
    await page.getByRole('button', { name: 'Edit: Urgent Works', exact: true }).click();
    await dialog().getByRole('combobox', { name: 'Urgency' }).click();
    await page.getByRole('option', { name: 'at once' }).click();
    await page.request.patch(`${API}/alliances/${alliance.slug}`, {
      data: { custom: { urgency: 'this-year' } },
      headers: { 'if-match': `"${alliance.version}"` },
    });
    manager.expectStatus(412);
    await save(dialog());
    const row = page.getByRole('table', { name: 'Three versions' }).getByRole('row').filter({ hasText: 'Urgency' });
    await shown(row);
    for (const text of ['it can wait', 'at once', 'this year']) await shown(row.getByText(text));
    expect(await page.getByRole('button', { name: 'Save the choice' }).isDisabled()).toBe(true);
    await row.getByRole('radio', { name: 'Mine' }).check();
    await page.getByRole('button', { name: 'Save the choice' }).click();
    await dialog().waitFor({ state: 'hidden' });
    const { custom } = await got(`alliances/${alliance.slug}`);
    expect(custom).toEqual({ urgency: 'at-once' });
  });

  test('meet at all stakes of a table at once, and choose for each', async () => {
    const venture = await posted('organisations', { name: 'Met Castings Ltd' });
    const alliance = await posted('alliances', { name: 'Met Castings', form: 'joint-venture', venture: venture.slug });
    const stakeOf = (holder: string, share: string) =>
      posted('stakes', { alliance: alliance.slug, holders: holder, share, from: '2003' });
    const first = await stakeOf('first partner', '50');
    const second = await stakeOf('second partner', '30');
    await stakeOf('third partner', '10');
    await page.goto(`/w/demo/alliances/${alliance.slug}`);
    await page.getByRole('button', { name: 'Edit as a table' }).click();
    const table = page.getByRole('table', { name: 'Stakes in Met Castings Ltd' });
    await table.getByLabel('Share, row 1').fill('45');
    await table.getByLabel('From, row 2').fill('May 2003');

    for (const [stake, data] of [
      [first, { share: '40' }],
      [second, { share: '35' }],
    ] as const) {
      await page.request.patch(`${API}/stakes/${stake.id}`, { data, headers: { 'if-match': '"1"' } });
    }
    manager.expectStatus(412);
    await page.getByRole('button', { name: 'Save the stakes' }).click();
    const merge = page.getByRole('table', { name: 'Three versions' });
    await shown(merge);
    await shown(page.getByText('2 stakes were changed by somebody else'));
    const choice = (of: RegExp, whose: string): Locator =>
      merge.getByRole('radiogroup', { name: of }).getByRole('radio', { name: whose });
    const take = page.getByRole('button', { name: 'Take the choice into the table' });
    expect(await take.isDisabled()).toBe(true);
    expect(await choice(/second partner.*From/, 'Mine').isChecked()).toBe(true);
    expect(await choice(/second partner.*Share/, 'Theirs').isChecked()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await choice(/first partner.*Share/, 'Mine').check();
    await take.click();
    expect(await table.getByLabel('Share, row 1').inputValue()).toBe('45');
    expect(await table.getByLabel('Share, row 2').inputValue()).toBe('35');
    await page.getByRole('button', { name: 'Save the stakes' }).click();
    const stakes = page.getByRole('table', { name: 'Stakes', exact: true });
    for (const text of [/^45\s?%/, /^35\s?%/, 'May 2003']) await shown(stakes.getByText(text));
  });

  test('meet at one statement, and what stands now is shown above what was typed', async () => {
    const address = await addAlliance('Twice-corrected Works');
    const other = await visitor(browser, inject('address'));
    manager.expectStatus(412);
    const inspectorOf = (at: Page): Locator => at.getByRole('complementary', { name: 'Inspector' });
    for (const reader of [page, other.page]) {
      await reader.goto(address);
      await reader.getByRole('button', { name: 'Apr 2003' }).click();
      await inspectorOf(reader).getByRole('button', { name: 'Correct: ', exact: false }).click();
    }
    await field('Start', inspectorOf(other.page)).fill('2001');
    await save(inspectorOf(other.page));
    await shown(other.page.getByText('The statement is corrected.'));
    await field('Start', inspectorOf(page)).fill('2002');
    await save(inspectorOf(page));
    await shown(inspectorOf(page).getByRole('alert').getByText('2001'));
    expect(await field('Start', inspectorOf(page)).inputValue()).toBe('2002');
    await save(inspectorOf(page));
    await shown(page.getByRole('main').getByRole('button', { name: '2002' }));
    await other.leave();
  });

  test('are told that the record is gone, and keep what they typed', async () => {
    const address = await addAlliance('Short-lived Works');
    const other = await visitor(browser, inject('address'));
    manager.expectStatus(404);
    await page.getByRole('button', { name: 'Edit: Short-lived Works', exact: true }).click();
    await field('Stage', dialog()).fill('typed');
    await other.page.goto(address);
    await other.page.getByRole('button', { name: 'More: Short-lived Works', exact: true }).click();
    await other.page.getByRole('menuitem', { name: 'Remove' }).click();
    await other.page.waitForURL('**/w/demo/alliances**');
    await save(dialog());
    await shown(dialog().getByText('Somebody removed this record', { exact: false }));
    expect(await field('Stage', dialog()).inputValue()).toBe('typed');
    await other.leave();
  });
});
