import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { post } from './api.ts';
import { openBrowser, type Visitor, visitor } from './visitor.ts';

const WORKSPACE = '/workspaces/demo';

let browser: Browser;
let reader: Visitor;
beforeAll(async () => {
  browser = await openBrowser();
  for (const [slug, name] of [
    ['tellus', 'Tellus Motors'],
    ['lumen', 'Lumen Cars'],
    ['umbra', 'Umbra Trading'],
  ])
    await post(`${WORKSPACE}/organisations`, { slug, name });
  await post(`${WORKSPACE}/alliances`, {
    slug: 'tellus-lumen',
    name: 'Tellus-Lumen',
    form: 'minority-stake',
    start: '1979',
  });
  for (const organisation of ['tellus', 'lumen', 'umbra'])
    await post(`${WORKSPACE}/memberships`, { alliance: 'tellus-lumen', organisation, from: '1979' });
  const stake = { alliance: 'tellus-lumen', issuer: 'lumen', holder: 'tellus' };
  await post(`${WORKSPACE}/stakes`, { ...stake, share: '25', from: '1979', to: '1996' });
});
afterAll(() => browser.close());
beforeEach(async () => {
  reader = await visitor(browser, inject('address'));
});
afterEach(async () => {
  await reader.leave();
  expect(reader.complaints).toEqual([]);
});

/** What a guest asks of the API, signed in in a browser of their own. */
type Guest = (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<{ status: number; body: unknown }>;

/** Makes the account that a link invites one to, and accepts. */
async function guestBy(token: string, name: string): Promise<Guest> {
  const origin = inject('address');
  let cookie = '';
  const ask: Guest = async (method, path, body) => {
    const headers: Record<string, string> = { origin, cookie };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await fetch(`${origin}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
    const given = response.headers.getSetCookie().map((each) => each.split(';')[0]);
    if (given.length > 0) cookie = given.join('; ');
    return { status: response.status, body: await response.json().catch(() => null) };
  };
  expect((await ask('POST', '/sign-up', { token, name, password: 'copper lantern octopus 9' })).status).toBe(201);
  expect((await ask('POST', '/guest-invitations/accept', { token })).status).toBe(200);
  return ask;
}

const room = (page: Page) => page.getByRole('main');

test('a guest is invited, shown stakes, asked, shown a correction, and shut out at once', async () => {
  const { page } = reader;
  const main = room(page);
  const dialog = page.getByRole('dialog');

  await page.goto('/w/demo/partner-rooms/guests');
  await main.getByRole('button', { name: 'Invite a guest…' }).click();
  await dialog.getByLabel('Partner organisation').fill('Lumen');
  await page.getByRole('option', { name: 'Lumen Cars' }).click();
  await dialog.getByLabel('E-mail').fill('aiko@lumen.example');
  await dialog.getByRole('button', { name: 'Make the invitation' }).click();
  const link = await dialog.getByText('/invitation#').innerText();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await main.getByRole('row', { name: 'aiko@lumen.example' }).getByText('not taken up yet').waitFor();
  const aiko = await guestBy(link.split('#')[1] ?? '', 'Aiko Sato');

  await page.goto('/w/demo/alliances/tellus-lumen');
  await main.getByRole('link', { name: 'Share with partners…' }).click();
  await main.getByText('Choose to whom.').waitFor();
  const preview = main.getByRole('region', { name: 'What they will see' });
  await preview.getByText('minority stake').waitFor();
  expect(await preview.getByText('25%').count()).toBe(0);
  await main.getByRole('group', { name: 'Stakes' }).getByText('Fields', { exact: true }).click();
  await preview.getByText('25%').waitFor();
  await main.getByRole('group', { name: 'Members' }).getByText('How many').click();
  await preview.getByText('3 records; only the number is shared.').waitFor();
  await main.getByText('no guest yet: nobody sees it until you invite somebody').first().waitFor();
  await main.getByRole('checkbox', { name: 'Lumen Cars' }).check();
  await main.getByLabel('Title').fill('Stakes for Lumen');
  await main.getByRole('button', { name: 'Publish' }).click();

  await main.getByRole('heading', { name: 'Stakes for Lumen', level: 1 }).waitFor();
  const grants = main.getByRole('region', { name: 'To whom' });
  await grants.getByRole('row', { name: 'Lumen Cars' }).getByText('open').waitFor();
  const id = page.url().split('/').at(-1) ?? '';
  const seen = main.getByRole('region', { name: 'What they see' });
  await seen.getByLabel('See as').click();
  await page.getByRole('option', { name: 'Aiko Sato' }).click();
  await seen.getByText('This is what Aiko Sato of Lumen Cars gets now').waitFor();
  await seen.getByRole('cell', { name: '25%' }).waitFor();
  await page.reload();
  await seen.getByRole('cell', { name: '25%' }).waitFor();

  expect((await aiko('GET', `/rooms/${id}`)).body).toMatchObject({ title: 'Stakes for Lumen', edition: { number: 1 } });
  await page.reload();
  await main.getByRole('region', { name: 'What guests did' }).getByRole('row', { name: 'Aiko Sato' }).waitFor();

  const stake = { alliance: 'tellus-lumen', issuer: 'lumen', holder: 'tellus', share: '33.4', from: '1996' };
  await post(`${WORKSPACE}/stakes`, stake);
  await main.getByRole('button', { name: 'Publish again…' }).click();
  await dialog.getByText('comes in:').waitFor();
  await dialog.getByText('33.4%').waitFor();
  await dialog.getByRole('button', { name: 'Publish edition 2' }).click();
  await main.getByText('2, published on').waitFor();
  await seen.getByRole('cell', { name: '33.4%' }).waitFor();
  await main.getByRole('button', { name: 'Publish again…' }).click();
  await dialog.getByText('Nothing has changed since').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  const requests = main.getByRole('region', { name: 'Confirmation of the stakes' });
  await requests.getByRole('button', { name: 'Ask a partner…' }).click();
  await page.getByRole('menuitem', { name: 'Lumen Cars' }).click();
  const request = requests.getByRole('article', { name: 'Request to Lumen Cars, edition 2' });
  await request.getByText('waits for an answer').waitFor();
  const [asked] = ((await aiko('GET', `/rooms/${id}`)).body as { requests: { id: string }[] }).requests;
  const answers = `/rooms/${id}/requests/${asked?.id ?? ''}`;
  expect((await aiko('POST', `${answers}/draft`, { verdict: 'confirm' })).status).toBe(200);
  expect((await aiko('POST', `${answers}/answers`)).status).toBe(200);
  await page.reload();
  await request.getByText('Aiko Sato confirms').waitFor();
  await request.getByRole('button', { name: 'Sign with Lumen Cars' }).click();
  await dialog.getByRole('button', { name: 'Sign for the firm' }).click();
  await request.getByText('For us').locator('..').getByText('signed by').waitFor();

  await main.getByRole('button', { name: 'Withdraw from everybody…' }).click();
  await dialog.getByText('This cannot be undone').waitFor();
  await dialog.getByRole('button', { name: 'Withdraw for good' }).click();
  await grants.getByRole('row', { name: 'Lumen Cars' }).getByText('withdrawn').waitFor();
  expect((await aiko('GET', `/rooms/${id}`)).status).toBe(404);
  await seen.getByText('Aiko Sato of Lumen Cars gets nothing').waitFor();
  expect(await main.getByRole('button', { name: 'Withdraw from everybody…' }).count()).toBe(0);

  await page.goto('/w/demo/partner-rooms');
  const line = main.getByRole('row', { name: 'Stakes for Lumen' });
  await line.getByText('Lumen Cars (withdrawn)').waitFor();

  await page.goto('/w/demo/partner-rooms/guests');
  await main.getByRole('button', { name: 'Send Aiko Sato off' }).click();
  await dialog.getByRole('button', { name: 'Send off', exact: true }).click();
  await main.getByRole('region', { name: 'Those who were sent off' }).getByText('Aiko Sato').waitFor();
});

test('one grant is withdrawn, another has its day changed, and a third comes in', async () => {
  const { page } = reader;
  const main = room(page);
  const dialog = page.getByRole('dialog');
  await page.goto('/w/demo/partner-rooms/new?alliance=tellus-lumen');
  for (const name of ['Tellus Motors', 'Umbra Trading']) await main.getByRole('checkbox', { name }).check();
  await main.getByLabel('Title').fill('The alliance alone');
  await main.getByLabel('Last day').fill('2020-01-01');
  expect(await main.getByLabel('Last day').evaluate((input: HTMLInputElement) => input.checkValidity())).toBe(false);
  const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await main.getByLabel('Last day').fill(day);
  await main.getByRole('button', { name: 'Publish' }).click();
  await main.getByRole('heading', { name: 'The alliance alone', level: 1 }).waitFor();
  await main.getByText('This edition shows no stakes with their fields').waitFor();
  const grants = main.getByRole('region', { name: 'To whom' });

  await grants.getByRole('button', { name: 'Withdraw from Umbra Trading' }).click();
  await dialog.getByText('The room is closed to Umbra Trading at once.').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await grants.getByRole('row', { name: 'Umbra Trading' }).getByText('open').waitFor();
  await grants.getByRole('button', { name: 'Withdraw from Umbra Trading' }).click();
  await dialog.getByRole('button', { name: 'Withdraw for good' }).click();
  await grants.getByRole('row', { name: 'Umbra Trading' }).getByText('withdrawn').waitFor();
  await grants.getByRole('row', { name: 'Tellus Motors' }).getByText('open').waitFor();

  await grants.getByRole('button', { name: 'Change the day of Tellus Motors' }).click();
  await dialog.getByLabel('Last day').fill(new Date(Date.now() + 400 * 86_400_000).toISOString().slice(0, 10));
  const before = await grants.getByRole('row', { name: 'Tellus Motors' }).getByRole('time').first().innerText();
  await dialog.getByRole('button', { name: 'Change the day' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await grants.getByRole('row', { name: 'Tellus Motors' }).getByRole('time').first().innerText()).not.toBe(
    before,
  );

  await grants.getByRole('button', { name: 'Show to more…' }).click();
  expect(await dialog.getByRole('checkbox', { name: 'Tellus Motors' }).isDisabled()).toBe(true);
  await dialog.getByRole('checkbox', { name: 'Lumen Cars' }).check();
  await dialog.getByRole('button', { name: 'Show it to them' }).click();
  await grants.getByRole('row', { name: 'Lumen Cars' }).getByText('open').waitFor();

  await page.goto('/w/demo/alliances/tellus-lumen');
  await main.getByText('Shown to Tellus Motors, Lumen Cars until').waitFor();
  await main.getByRole('link', { name: 'Its partner rooms' }).click();
  await main.getByText('Of the alliance Tellus-Lumen alone.').waitFor();
  await main.getByRole('link', { name: 'The alliance alone' }).waitFor();
});
