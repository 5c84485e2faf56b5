import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { openBrowser, type Visitor, visitor } from './visitor.ts';

const API = '/api/v1/workspaces/demo/network';
const NETWORK = '/w/demo/network?asOf=2005';

let browser: Browser;
let reader: Visitor;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
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

type Network = {
  readonly nodes: { readonly slug: readonly string[] };
  readonly measures: Readonly<Record<string, readonly (number | null)[]>>;
  readonly ties: { readonly source: readonly number[] };
};
const networkOf = async (query: string): Promise<Network> =>
  (await (await page.request.get(`${API}?${query}`)).json()) as Network;

const inspector = (): Locator => page.getByRole('complementary', { name: 'Inspector' });
const shown = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'visible', timeout: 30_000 });
const drawn = (): Promise<void> => shown(page.locator('[data-drawn]'));

/** Finds a firm by its name and opens it in the inspector. */
async function find(name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Find in the network' }).fill(name);
  await page.getByRole('option', { name }).first().click();
  await shown(inspector().getByRole('heading', { name }));
}

test('a firm is found, its measures open to rule, inputs and source, and its ties to alliances', async () => {
  const { nodes, measures } = await networkOf('asOf=2005');
  const constraint = measures['constraint']?.[nodes.slug.indexOf('lioho')] ?? 0;
  await page.goto(NETWORK);
  await drawn();
  await find('Lioho Machine Works');
  const value = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 }).format(constraint);
  await inspector().getByRole('row', { name: 'Constraint' }).getByRole('button', { name: value }).click();
  await shown(inspector().getByText('Burt, Structural Holes (1992)'));
  await shown(inspector().getByRole('columnheader', { name: 'c_ij' }));
  await inspector().getByRole('button', { name: 'Kunshan Liufeng' }).first().click();
  await shown(inspector().getByText('Alliances together'));
  await shown(inspector().getByRole('link', { name: '000' }));
});

test('the surroundings of a firm are one step of looking, which goes back and forth', async () => {
  await page.goto(NETWORK);
  await drawn();
  await find('Lioho Machine Works');
  await inspector().getByRole('button', { name: 'Its partners alone' }).click();
  await shown(page.getByText('Lioho Machine Works and its partners alone.'));
  expect(page.url()).toContain('focus=organisation%3Alioho');
  await page.getByRole('button', { name: 'Step back' }).click();
  await expect.poll(() => page.url()).not.toContain('focus=');
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => page.url()).toContain('focus=');
});

test('colours follow a measure, and a year of change is one press away', async () => {
  await page.goto(NETWORK);
  await drawn();
  await page.getByRole('combobox', { name: 'Colour by' }).click();
  await page.getByRole('option', { name: 'Constraint' }).click();
  await shown(page.getByText('not defined'));
  expect(page.url()).toContain('colour=constraint');
  await page.getByRole('button', { name: 'Earlier change' }).click();
  await expect.poll(() => page.url()).toContain('asOf=2004');
  const { nodes } = await networkOf('asOf=2004');
  await shown(page.getByText(`${nodes.slug.length} firms`));
});

test('the table twin holds the same nodes, and opens them', async () => {
  const { nodes } = await networkOf('asOf=2005');
  await page.goto(NETWORK);
  await drawn();
  await page.keyboard.press('t');
  const table = page.getByRole('region', { name: 'Nodes of the network' });
  await shown(table);
  expect(await table.locator('tbody tr').count()).toBe(nodes.slug.length);
  await table.getByRole('button', { name: 'Lioho Machine Works' }).click();
  await shown(inspector().getByRole('heading', { name: 'Lioho Machine Works' }));
});

test('files hold what the interface answers', async () => {
  const { nodes, measures, ties } = await networkOf('asOf=2005');
  await page.goto(NETWORK);
  await drawn();
  const saved = async (item: string): Promise<Buffer> => {
    await page.getByRole('button', { name: 'Save as…' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ]);
    return readFileSync(await file.path());
  };
  /** Nodes, ties and the constraint of one firm, as the browser's own reader of XML finds them. */
  const parsed = (text: string, value: string) =>
    page.evaluate(
      ([xml, path]) => {
        const document = new DOMParser().parseFromString(xml, 'text/xml');
        const wanted = document.querySelector(`node[id="organisation:lioho"] ${path}`);
        return {
          faults: document.querySelectorAll('parsererror').length,
          nodes: document.querySelectorAll('node').length,
          ties: document.querySelectorAll('edge').length,
          constraint: wanted?.getAttribute('value') ?? wanted?.textContent,
        };
      },
      [text, value] as const,
    );
  const expected = {
    faults: 0,
    nodes: nodes.slug.length,
    ties: ties.source.length,
    constraint: String(measures['constraint']?.[nodes.slug.indexOf('lioho')]),
  };
  const gexf = (await saved('GEXF')).toString();
  expect(gexf).toContain('2005-12-31');
  // Markup in a text is nothing that the page itself would take; a page without scripts reads it.
  const blank = await page.context().newPage();
  await blank.goto('about:blank');
  [page] = [blank];
  expect(await parsed(gexf, 'attvalue[for="constraint"]')).toEqual(expected);
  page = reader.page;
  const graphml = (await saved('GraphML')).toString();
  page = blank;
  expect(await parsed(graphml, 'data[key="node.constraint"]')).toEqual(expected);
  page = reader.page;
  expect((await saved('Drawing as PNG')).subarray(1, 4).toString()).toBe('PNG');
  expect((await saved('Drawing as SVG')).toString()).toContain('Lioho Machine Works');
  const rows = (await saved('Nodes and measures')).toString().trim().split('\r\n');
  expect(rows).toHaveLength(nodes.slug.length + 1);
});
