import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { post } from './api.ts';
import { formActs, shown } from './form-acts.ts';
import { axeFindings, overflowOf, settled } from './looks.ts';
import { LANGUAGES, openBrowser, THEMES, type Visitor, visitor, WIDTHS } from './visitor.ts';

const HOME = '/w/judged-works';
const EVALUATION = `${HOME}/alliances/lathes/evaluation`;

let browser: Browser;
let manager: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  await post('/workspaces', { name: 'Judged Works' });
  await post('/workspaces/judged-works/alliances', { name: 'Lathe alliance', slug: 'lathes', form: 'joint-venture' });
  await post('/workspaces/judged-works/organisations', { name: 'Minami Drives', slug: 'minami' });
  await post('/workspaces/judged-works/memberships', { alliance: 'lathes', organisation: 'minami' });
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
const field = (name: string | RegExp) => dialog().getByLabel(name, { exact: typeof name === 'string' });

async function save(): Promise<void> {
  await dialog().getByRole('button', { name: 'Save', exact: true }).click();
  await dialog().waitFor({ state: 'detached' });
}

async function readOn(day: string, value: string): Promise<void> {
  await button('Add a reading: Orders on time').click();
  await field(/^Value/).fill(value);
  await field('Day').fill(day);
  await field('Where the figure comes from').fill('Dispatch ledger');
  await save();
}

test('a manager sets a metric with a target, reads it, opens its figures, corrects one, and decides on the course', async () => {
  await page.goto(EVALUATION);
  await shown(page.getByRole('heading', { level: 1, name: 'Evaluation Lathe alliance' }));
  expect(await axeFindings(page)).toEqual([]);
  await button('Add a metric…').click();
  await field(/^What is measured/).fill('Orders on time');
  await field('Quadrant').selectOption('operational');
  await field('Leading or lagging').selectOption('leading');
  await field('Unit').fill('%');
  await field('Target').fill('95');
  await field('To be reached by').fill('2020-12-31');
  await field('A reading every … days').fill('30');
  await save();
  const card = page.getByRole('article', { name: 'Orders on time' });
  await shown(card.getByText('No reading yet.'));
  await readOn('2020-10-31', '88');
  await readOn('2020-11-30', '90');
  await readOn('2020-12-31', '93');
  await shown(card.getByText(/getting better/));
  await shown(card.getByText(/target missed: 95 %/));
  await shown(card.getByText(/2 % are missing/));
  await shown(card.getByText(/A reading has been due for/));
  await button('93 %').click();
  await shown(page.getByText('Missing to the target'));
  await shown(page.getByText(/over 3 readings/));
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await card.getByRole('button', { name: 'Table (T)' }).click();
  await button('Correct the reading of 2020-12-31').click();
  await field('Day').fill('2020-11-30');
  await shown(dialog().getByText('Two readings are of 2020-11-30'));
  await field('Day').fill('2020-12-31');
  await field(/^Value/).fill('96');
  await save();
  await shown(card.getByText(/target reached: 95 %/));

  await button('Record a decision…').click();
  await field('Course').selectOption('adapt');
  await field('Decided on').fill('2021-01-15');
  await field(/^Reasons/).fill('Deliveries kept, exports did not come');
  await dialog().getByRole('combobox', { name: 'It rests on' }).click();
  await page.getByRole('option', { name: 'Orders on time' }).click();
  await field(/^Reasons/).click();
  await save();
  await shown(page.getByText('Deliveries kept, exports did not come'));
  await shown(page.getByText('It rests on: Orders on time'));
  await button('Take away the decision of Jan 15, 2021').or(button('Take away the decision of 15 Jan 2021')).click();
  await page.getByText('Deliveries kept, exports did not come').waitFor({ state: 'detached' });
  await button('Undo').click();
  await shown(page.getByText('Deliveries kept, exports did not come'));

  // Before its first reading nothing of it is known.
  await page.goto(`${EVALUATION}?asOf=2020-10-01`);
  await shown(page.getByRole('article', { name: 'Orders on time' }).getByText('No reading yet.'));
});

/** Somebody of the partner, invited and with an account of their own, in a browser of their own. */
async function guestOfMinami(name = 'Aiko Sato', email = 'aiko@minami.example'): Promise<Visitor> {
  const origin = inject('address');
  const ask = async (path: string, body: unknown, cookie = ''): Promise<Response> => {
    const headers = { origin, cookie, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const answer = await fetch(`${origin}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const invited = await ask('/workspaces/judged-works/guest-invitations', {
    email,
    partner: 'minami',
  });
  const { token } = (await invited.json()) as { token: string };
  const made = await ask('/sign-up', { token, name, password: 'copper lantern octopus 9' });
  const cookies = made.headers.getSetCookie().flatMap((each) => each.split(';')[0] ?? []);
  await ask('/guest-invitations/accept', { token }, cookies.join('; '));
  const guest = await visitor(browser, origin);
  await guest.page.context().addCookies(
    cookies.map((each) => ({
      name: each.slice(0, each.indexOf('=')),
      value: each.slice(each.indexOf('=') + 1),
      url: origin,
    })),
  );
  return guest;
}

test('both sides answer a health check, each for themselves, and read the gap once it is over', async () => {
  const guest = await guestOfMinami();
  const until = new Date(Date.now() + 864_000_000).toISOString().slice(0, 10);
  await post('/workspaces/judged-works/publications', {
    alliance: 'lathes',
    title: 'For Minami',
    selection: [{ kind: 'alliance', fields: ['name'] }],
    to: [{ partner: 'minami' }],
    until,
  });
  await page.goto(EVALUATION);
  await button('Ask both sides…').click();
  await shown(field('Last day to answer'));
  expect(await axeFindings(page)).toEqual([]);
  await dialog().getByRole('button', { name: 'Ask both sides', exact: true }).click();
  await shown(page.getByText('You have not answered yet.'));
  await button('Answer for our side…').click();
  await dialog().getByRole('radiogroup', { name: 'Fairness' }).getByLabel('5').check();
  await dialog().getByRole('radiogroup', { name: 'Learning' }).getByLabel('4').check();
  await dialog().getByLabel('Comment: Fairness').fill('We get what we came for');
  expect(await axeFindings(page)).toEqual([]);
  await dialog().getByRole('button', { name: 'Send', exact: true }).click();
  await shown(page.getByText('Who answered what is read when it is over.'));

  await guest.page.goto('/rooms');
  await guest.page.getByRole('link', { name: 'For Minami' }).click();
  const asked = guest.page.getByRole('article', { name: 'Health check' });
  await shown(asked.getByText('waits for your answer'));
  await asked.getByRole('radiogroup', { name: 'Fairness' }).getByLabel('2').check();
  await asked.getByRole('radiogroup', { name: 'Leadership' }).getByLabel('cannot say').check();
  await asked.getByRole('button', { name: 'Keep as a draft' }).click();
  await shown(asked.getByText(/Draft kept at/));
  expect(await axeFindings(guest.page)).toEqual([]);
  expect(await guest.page.getByText('We get what we came for').count()).toBe(0);
  await guest.page.reload();
  expect(await asked.getByRole('radiogroup', { name: 'Fairness' }).getByLabel('2').isChecked()).toBe(true);
  await asked.getByLabel('Comment: Fairness').fill('Parts are priced above the market');
  await asked.getByRole('button', { name: 'Send' }).click();
  await shown(asked.getByText('you have answered'));

  await page.goto(EVALUATION);
  expect(await page.getByText('Parts are priced above the market').count()).toBe(0);
  await page.getByRole('link', { name: 'its room' }).click();
  await button(/^Close the request to Minami Drives/).click();
  await dialog().getByRole('button', { name: 'Close the request' }).click();
  await shown(page.getByText('closed', { exact: true }));
  await page.goto(EVALUATION);
  await button('Widest gap: Fairness').click();
  await shown(page.getByText('5.00 − 2.00 = 3.00'));
  await shown(page.getByText('Aiko Sato: Parts are priced above the market'));
  await shown(page.getByText(/: We get what we came for/));
  expect(await axeFindings(page)).toEqual([]);

  await button('Add an action: health check with Minami Drives').click();
  await field(/^What is to be done/).fill('Compare prices of parts together');
  await field('Due').fill('2020-03-01');
  await save();
  await shown(page.getByText('Compare prices of parts together'));
  await shown(page.getByText(/days overdue/));
  await button('Done: Compare prices of parts together').click();
  await page.getByText(/days overdue/).waitFor({ state: 'detached' });

  await guest.page.reload();
  await shown(asked.getByText('2 people answered'));
  await shown(asked.getByText(/: We get what we came for/));
  for (const width of WIDTHS) {
    await guest.page.setViewportSize({ width, height: 800 });
    await settled(guest.page);
    expect(await overflowOf(guest.page)).toBe(0);
  }
  expect(await axeFindings(guest.page)).toEqual([]);
  expect(guest.complaints).toEqual([]);
  await guest.leave();
});

/** A choice of a partner that is decided, with a criterion of its own name. */
const CHOICE = {
  kind: 'partner-choice',
  question: 'Who mills with us?',
  firm: null,
  candidates: [{ key: 'minami', organisation: null, name: 'Minami Drives', stage: 'chosen', reason: null }],
  groups: [],
  criteria: ['Capability', 'Secret ambition'].map((name, nth) => ({
    key: `criterion-${nth}`,
    name,
    group: null,
    direction: 'max',
    weight: null,
    unit: null,
    preference: { shape: 'usual', indifference: null, preference: null, spread: null },
  })),
  weighing: { by: 'entered', rater: null },
  raters: [{ key: 'x', member: null, name: 'Rater', left: null }],
  ratings: [
    { rater: 'x', candidate: 'minami', values: [{ criterion: 'criterion-0', value: 4.5, comment: 'Hidden words' }] },
  ],
  judgements: [],
  method: 'wsm',
  normalisation: null,
  seed: 1,
  decision: { chosen: 'minami', by: [], on: '2019-04-01', reason: 'It mills best' },
  illustrative: null,
};

/** Closes the health check with Minami in its room, and comes back to the page of evaluation. */
async function closeRound(evaluation: string): Promise<void> {
  await page.getByRole('link', { name: 'its room' }).first().click();
  await button(/^Close the request to Minami Drives/).click();
  await dialog().getByRole('button', { name: 'Close the request' }).click();
  await page.getByRole('button', { name: /^Close the request to Minami Drives/ }).waitFor({ state: 'detached' });
  await page.goto(evaluation);
}

test('a criterion of selection is asked again, and an anonymous round tells nobody who said what', async () => {
  const mills = `${HOME}/alliances/mills/evaluation`;
  const until = new Date(Date.now() + 864_000_000).toISOString().slice(0, 10);
  await post('/workspaces/judged-works/alliances', { name: 'Mill alliance', slug: 'mills', form: 'joint-venture' });
  await post('/workspaces/judged-works/memberships', { alliance: 'mills', organisation: 'minami' });
  await post('/workspaces/judged-works/alliances/mills/papers', CHOICE);
  await post('/workspaces/judged-works/publications', {
    alliance: 'mills',
    title: 'Mills for Minami',
    selection: [{ kind: 'alliance', fields: ['name'] }],
    to: [{ partner: 'minami' }],
    until,
  });
  const guest = await guestOfMinami('Ken Abe', 'ken@minami.example');
  const asked = guest.page.getByRole('article', { name: 'Health check' });

  await page.goto(mills);
  await button('Ask both sides…').click();
  await field('Capability').check();
  await dialog().getByLabel('What the partner reads: Capability').fill('Ability to mill');
  expect(await axeFindings(page)).toEqual([]);
  await dialog().getByRole('button', { name: 'Ask both sides', exact: true }).click();
  await button('Answer for our side…').click();
  await dialog().getByRole('radiogroup', { name: 'Ability to mill' }).getByLabel('3').check();
  await dialog().getByRole('button', { name: 'Send', exact: true }).click();
  await shown(page.getByText('Who answered what is read when it is over.'));
  await guest.page.goto('/rooms');
  await guest.page.getByRole('link', { name: 'Mills for Minami' }).click();
  await asked.getByRole('radiogroup', { name: 'Ability to mill' }).getByLabel('5').check();
  for (const hidden of ['Capability', 'Secret ambition', 'Hidden words', '4.5'])
    expect(await guest.page.locator('body').innerText()).not.toContain(hidden);
  await asked.getByRole('button', { name: 'Send' }).click();
  await shown(asked.getByText('you have answered'));
  await page.goto(mills);
  await closeRound(mills);
  const drift = page.getByRole('row', { name: /Ability to mill/ }).filter({ hasText: '4.50' });
  await shown(drift.getByText('3.00 · −1.50 · worse'));
  await shown(drift.getByText('5.00 · +0.50 · better'));
  await button('How it is worked out').click();
  await shown(page.getByText('3.00 − 4.50 = −1.50'));
  expect(await axeFindings(page)).toEqual([]);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await settled(page);
    expect(await overflowOf(page)).toBe(0);
    const folder = process.env['SHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/drift.${width}.png`, fullPage: true });
  }
  await guest.page.reload();
  await shown(asked.getByText('2 people answered'));
  expect(await guest.page.getByText('Drift of fit').count()).toBe(0);

  await button('Ask both sides…').click();
  await field(/^Anonymous/).check();
  expect(await axeFindings(page)).toEqual([]);
  await dialog().getByRole('button', { name: 'Ask both sides', exact: true }).click();
  await button('Answer for our side…').click();
  await dialog().getByRole('radiogroup', { name: 'Fairness' }).getByLabel('1').check();
  await dialog().getByLabel('Comment: Fairness').fill('Said in confidence');
  await dialog().getByRole('button', { name: 'Send', exact: true }).click();
  await shown(page.getByText('What was said is read without names when it is over.'));
  await closeRound(mills);
  await shown(page.getByText('1 of us answered · 0 of theirs answered'));
  await shown(page.getByText(/^Anonymous: no name is kept/));
  expect(await page.getByText('Said in confidence').count()).toBe(0);
  await guest.page.reload();
  await shown(guest.page.getByText('1 person answered · anonymous'));
  expect(await guest.page.getByText('Said in confidence').count()).toBe(0);
  expect(await axeFindings(guest.page)).toEqual([]);
  expect(guest.complaints).toEqual([]);
  await guest.leave();
});

test('the evaluation of an alliance fits in three languages, two themes and two widths', async () => {
  for (const language of LANGUAGES)
    for (const theme of THEMES)
      for (const width of WIDTHS) {
        const seer = await visitor(browser, inject('address'), { language, theme, width });
        await seer.page.goto(EVALUATION);
        await shown(seer.page.getByRole('article', { name: 'Orders on time' }));
        await settled(seer.page);
        expect(await overflowOf(seer.page), `${language} ${theme} ${width}`).toBe(0);
        expect(await axeFindings(seer.page), `${language} ${theme} ${width}`).toEqual([]);
        await seer.leave();
        expect(seer.complaints).toEqual([]);
      }
});
