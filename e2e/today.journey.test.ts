import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { post } from './api.ts';
import { shown } from './form-acts.ts';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { LANGUAGES, openBrowser, THEMES, type Visitor, visitor, WIDTHS } from './visitor.ts';

const HOME = '/w/due-works';
const API = '/workspaces/due-works';

const dayFrom = (days: number): string => {
  const date = new Date();
  date.setDate(date.getDate() + days);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};
const paper = (text: string, due: string | null, holder: string | null = null) =>
  post(`${API}/alliances/gearbox/papers`, {
    kind: 'action',
    text,
    due,
    holder,
    organisation: null,
    state: 'open',
    outcome: null,
  });
async function step(version: number, content: object): Promise<void> {
  const response = await fetch(`${inject('address')}/api/v1${API}/alliances/gearbox/lifecycle/steps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
    body: JSON.stringify(content),
  });
  if (!response.ok) throw new Error(await response.text());
}
async function ownId(): Promise<string> {
  const response = await fetch(`${inject('address')}/api/v1${API}/members`);
  const { items } = (await response.json()) as { items: readonly { person: { id: string } }[] };
  return items[0]?.person.id ?? '';
}

let browser: Browser;
let manager: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  await post('/workspaces', { name: 'Due Works' });
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

const group = (name: string | RegExp) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name }) });
const choose = (label: string | RegExp) => page.getByText(label, { exact: typeof label === 'string' }).click();

test('who has nothing to do is told what would appear', async () => {
  await page.goto(`${HOME}/today`);
  await shown(page.getByText(/^Nothing is due by/));
  await shown(page.getByRole('link', { name: 'lifecycle', exact: true }));
  expect(await axeFindings(page)).toEqual([]);
});

test('somebody sees their own first, then everybody’s by day, and goes to where each is settled', async () => {
  await post(`${API}/alliances`, { name: 'Gearbox alliance', slug: 'gearbox', form: 'joint-venture' });
  await post(`${API}/alliances`, { name: 'Short alliance', slug: 'short', form: 'licence', end: dayFrom(3) });
  await paper('Send the drawings', dayFrom(-3));
  await paper('Ask the bank', dayFrom(0));
  await paper('Think of a name', null);
  await step(0, { kind: 'begun', on: '2025-01-10', stage: 'strategy-formation', earlier: 'skipped' });
  await step(1, { kind: 'planned', on: '2025-01-10', stage: 'strategy-formation', due: dayFrom(1) });
  await page.goto(`${HOME}/alliances`);
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link').first().click();
  await shown(page.getByRole('heading', { level: 1, name: 'Today' }));
  await shown(page.getByText(/^Nothing of yours is due by/));
  await page.getByRole('link', { name: /^Show everybody’s/ }).click();
  await shown(group(/^Overdue 1$/).getByText('3 days late'));
  await shown(group(/^Today 1$/).getByText('Ask the bank'));
  await shown(group(/^Within seven days 2$/).getByText('Gate of the stage strategy formation'));
  await shown(group(/^Within seven days 2$/).getByText('The alliance ends'));
  await shown(page.getByText('1 open paper, nobody says by when'));
  expect(
    await group(/^Within/)
      .getByRole('listitem')
      .first()
      .textContent(),
  ).toContain('in 1 day');

  await paper('Call the partner', dayFrom(20), await ownId());
  await page.goto(`${HOME}/today`);
  await shown(page.getByText(/^Nothing of yours is due by/));
  await choose('30 days');
  await shown(group(/^Later 1$/).getByText('Call the partner'));
  expect(await page.getByText('Send the drawings').count()).toBe(0);
  await choose(/^Everybody’s/);
  await page.getByRole('link', { name: 'Gate of the stage strategy formation' }).click();
  await shown(page.getByRole('heading', { level: 1, name: 'Gearbox alliance' }));
  await page.goBack();
  await shown(page.getByText('Send the drawings'));
});

test('the pages read well in every language, light and dark, wide and narrow', async () => {
  for (const language of LANGUAGES)
    for (const theme of THEMES) {
      const reader = await visitor(browser, inject('address'), { language, theme });
      for (const address of [`${HOME}/today`, `${HOME}/today?whose=all&days=30`]) {
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
