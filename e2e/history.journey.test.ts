import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { openBrowser, type Visitor, visitor } from './visitor.ts';

const API = '/api/v1/workspaces/demo';
const HISTORY = '/w/demo/history';
const ALLIANCE = '/w/demo/alliances/kunshan-liufeng';

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

type Stake = { readonly id: string; readonly version: number; readonly share: string };
const shown = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'visible', timeout: 20_000 });
const main = (): Locator => page.getByRole('main');
const shareOf = async ({ id }: Stake): Promise<string> =>
  ((await (await page.request.get(`${API}/stakes/${id}`)).json()) as Stake).share;

/** Changes the share of a stake in the venture, as a colleague's program would. */
async function changedStake(
  share: string,
  reason: string,
): Promise<{ readonly stake: Stake; readonly change: string }> {
  const listed = await page.request.get(`${API}/stakes?alliance=kunshan-liufeng`);
  const { items } = (await listed.json()) as { items: Stake[] };
  const stake = items.find((each) => each.share === '10');
  if (!stake) throw new Error('the venture has a stake of 10 %');
  const reply = await page.request.patch(`${API}/stakes/${stake.id}`, {
    headers: { 'if-match': `"${stake.version}"` },
    data: { share, reason },
  });
  expect(reply.status()).toBe(200);
  return { stake, change: reply.headers()['entente-change'] ?? '' };
}

test('a change of a field of the workspace’s own reads by its name, in the words of its terms', async () => {
  await page.request.post(`${API}/custom-fields`, {
    data: {
      kind: 'alliance',
      key: 'priority',
      as: 'term',
      labels: { en: 'Priority', ja: '優先度' },
      terms: [
        { term: 'low', labels: { en: 'low', ja: '低' } },
        { term: 'high', labels: { en: 'high', ja: '高' } },
      ],
    },
  });
  const data = { name: 'Prior Works', custom: { priority: 'low' } };
  const made = await page.request.post(`${API}/alliances`, { data });
  const alliance = (await made.json()) as { readonly slug: string; readonly version: number };
  const reply = await page.request.patch(`${API}/alliances/${alliance.slug}`, {
    data: { custom: { priority: 'high' } },
    headers: { 'if-match': `"${alliance.version}"` },
  });
  const japanese = await visitor(browser, inject('address'), { language: 'ja' });
  for (const [at, line] of [
    [page, /Priority\s+low\s*→\s*high/],
    [japanese.page, /優先度\s+低\s*→\s*高/],
  ] as const) {
    await at.goto(`${HISTORY}/${reply.headers()['entente-change'] ?? ''}`);
    await expect.poll(() => at.getByRole('main').innerText(), { timeout: 20_000 }).toMatch(line);
    expect(await at.getByRole('main').innerText()).not.toMatch(/custom|priority"/i);
  }
  expect(japanese.complaints).toEqual([]);
  await japanese.leave();
});

describe('a change of a stake', () => {
  test('is found from the alliance’s page, read field by field, undone with a reason and seen back', async () => {
    const { stake } = await changedStake('9', 'Annual report of 2020');
    await page.goto(ALLIANCE);
    await page.getByRole('link', { name: 'What was changed here, by whom and why' }).click();
    await page.waitForURL(`**${HISTORY}?**record=alliance**`);
    const line = main().getByRole('listitem').filter({ hasText: 'Annual report of 2020' }).first();
    await shown(line);
    expect(await line.innerText()).toContain('Local user');
    await line.getByRole('link', { name: 'stake changed' }).click();
    await shown(page.getByRole('heading', { level: 1, name: 'stake changed' }));
    const share = main().locator('dl').filter({ hasText: '→' });
    expect(await share.innerText()).toMatch(/10\s?%\s*→\s*9\s?%/);
    await page.getByLabel('Reason for the undo (optional)').fill('The report was of another year');
    await page.getByRole('button', { name: 'Undo this change' }).click();
    await shown(page.getByText('The change is undone.'));
    expect(await shareOf(stake)).toBe('10');
    await main().getByRole('link', { name: 'a later change' }).click();
    await shown(main().getByText('The report was of another year'));
    await shown(main().getByRole('link', { name: 'an earlier change' }));
  });

  test('on which another stands is not undone before that one, which the refusal leads to', async () => {
    reader.expectStatus(409);
    const first = await changedStake('8', 'First thought');
    const version = ((await (await page.request.get(`${API}/stakes/${first.stake.id}`)).json()) as Stake).version;
    await page.request.patch(`${API}/stakes/${first.stake.id}`, {
      headers: { 'if-match': `"${version}"` },
      data: { share: '7', reason: 'Second thought' },
    });
    await page.goto(`${HISTORY}/${first.change}`);
    await page.getByRole('button', { name: 'Undo this change' }).click();
    const refusal = page.getByRole('alert').filter({ hasText: 'Undo these first' });
    await shown(refusal);
    expect(await shareOf(first.stake)).toBe('7');
    await refusal.getByRole('link', { name: 'stake changed' }).click();
    await shown(main().getByText('Second thought'));
    await page.getByRole('button', { name: 'Undo this change' }).click();
    await shown(page.getByText('The change is undone.'));
    await page.goto(`${HISTORY}/${first.change}`);
    await page.getByRole('button', { name: 'Undo this change' }).click();
    await shown(main().getByRole('link', { name: 'a later change' }));
    expect(await shareOf(first.stake)).toBe('10');
  });

  test('is found by what was done, and the address keeps the filter', async () => {
    await page.goto(HISTORY);
    await page.getByRole('combobox', { name: 'What was done' }).click();
    await page.getByRole('option', { name: 'records imported' }).click();
    await page.waitForURL('**command=import**');
    await page.reload();
    await shown(main().getByText('The case library, as it comes with the product'));
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.waitForURL((url) => !url.searchParams.has('command'));
  });
});

test('the history of a record that came with many others says which record it is', async () => {
  const { items } = (await (await page.request.get(`${API}/people?limit=1`)).json()) as {
    items: { id: string; name: string }[];
  };
  const [person] = items;
  await page.goto(`${HISTORY}?record=person:${person?.id}`);
  const filter = page.getByRole('combobox', { name: 'Record', exact: true });
  await expect.poll(() => filter.inputValue(), { timeout: 20_000 }).toBe(person?.name);
});

describe('a discrepancy', () => {
  test('is settled by preferring one claim with a reason, and open again when that is undone', async () => {
    await page.goto('/w/demo/discrepancies?record=alliance:ft-japan&open=true');
    const item = main()
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { level: 3, name: /^start/i }) })
      .first();
    await shown(item);
    const claim = item.getByRole('listitem').filter({ hasText: '2008' }).first();
    await claim.getByRole('button', { name: /^Prefer this/ }).click();
    const dialog = page.getByRole('dialog', { name: /Prefer a claim/ });
    await dialog.getByRole('button', { name: 'Prefer' }).click();
    expect(await dialog.count()).toBe(1);
    await dialog.getByLabel('Why this one?').fill('The parties opened in 2008');
    await dialog.getByRole('button', { name: 'Prefer' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await item.waitFor({ state: 'detached' });
    await page.goto('/w/demo/discrepancies?record=alliance:ft-japan&open=false');
    const settled = main().getByRole('listitem').filter({ hasText: 'The parties opened in 2008' }).first();
    await shown(settled);
    await settled.getByRole('link', { name: /^Settled by Local user/ }).click();
    await shown(page.getByRole('heading', { level: 1, name: 'record edited' }));
    await page.getByRole('button', { name: 'Undo this change' }).click();
    await shown(page.getByText('The change is undone.'));
    await page.goto('/w/demo/discrepancies?record=alliance:ft-japan&open=true');
    await shown(item);
  });
});
