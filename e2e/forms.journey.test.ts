import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { formActs, shown } from './form-acts.ts';
import { axeFindings, overflowOf, settled } from './looks.ts';
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

describe('an alliance manager', () => {
  test('adds an alliance with its venture, members and stakes, and ends it with all that hangs on it', async () => {
    await page.goto('/w/demo/alliances/new?form=joint-venture');
    await field('Name').fill('Yangtze Castings');
    const venture = page.getByRole('combobox', { name: 'Venture company' });
    await choose(venture, 'Yangtze Castings Kunshan', /^Add “Yangtze/);
    await field('Start').fill('Apr 2003');
    await shown(page.getByText('Read as: Apr 2003 · 2003-04'));
    const members = page.getByRole('combobox', { name: 'Members' });
    await choose(members, 'Lioho', /^Lioho Machine Works/);
    await choose(members, 'Yamato Foundry', /^Add “Yamato/);
    await save();
    await page.waitForURL('**/w/demo/alliances/yangtze-castings**');
    await shown(page.getByRole('table', { name: 'Members' }).getByRole('link', { name: 'Yamato Foundry' }));

    await page.getByRole('button', { name: 'Edit as a table' }).click();
    const stakes = page.getByRole('table', { name: 'Stakes in Yangtze Castings Kunshan' });
    await choose(stakes.getByRole('combobox', { name: 'Holder, row 1' }), 'Lioho', /^Lioho Machine Works/);
    await stakes.getByLabel('Share, row 1').fill('60');
    await stakes.getByLabel('From, row 1').fill('2003-04');
    await choose(stakes.getByRole('combobox', { name: 'Holder, row 2' }), 'Yamato', /^Yamato Foundry/);
    await stakes.getByLabel('Share, row 2').fill('50');
    await stakes.getByLabel('From, row 2').fill('2003-04');
    await shown(page.getByText('over 100 %'));
    await shown(page.getByText(/At most 40 % is free then/));
    expect(await axeFindings(page)).toEqual([]);
    await stakes.getByLabel('Share, row 2').fill('40');
    await page.getByText('over 100 %').waitFor({ state: 'detached' });
    await shown(page.getByText(/since Apr 2003: 100\s?%/));
    await page.getByRole('button', { name: 'Save the stakes' }).click();
    await shown(page.getByRole('table', { name: 'Stakes' }).getByText(/^60\s?%/));

    await page.getByRole('button', { name: 'More: Yangtze Castings', exact: true }).click();
    await page.getByRole('menuitem', { name: 'End…' }).click();
    await shown(dialog());
    expect(await dialog().getByRole('checkbox').count()).toBe(4);
    expect(await axeFindings(page)).toEqual([]);
    await field('End', dialog()).fill('2015');
    await dialog().getByRole('combobox', { name: 'How it ended' }).click();
    await page.getByRole('option', { name: 'dissolved' }).click();
    await save(dialog());
    await dialog().waitFor({ state: 'hidden' });
    await shown(page.getByText('Ended', { exact: true }));
    expect(await page.getByRole('table', { name: 'Stakes' }).getByText('2015').count()).toBe(2);

    await page.getByRole('button', { name: 'Undo' }).last().click();
    await shown(page.getByText('Active; no end is stated'));
  });

  test('is asked which date is meant, and told why a day is none', async () => {
    await page.goto('/w/demo/alliances/new');
    await field('Start').fill('10/11/12');
    await page.getByRole('button', { name: /2012-11-10/ }).click();
    expect(await field('Start').inputValue()).toBe('2012-11-10');
    await field('Start').fill('31/04/2010');
    await field('Stage').focus();
    await shown(page.getByText(/April 2010 has 30 days/));
    await save();
    await shown(page.getByText(/This field is needed/));
    expect(await field('Name').getAttribute('aria-invalid')).toBe('true');
  });

  test('is warned before leaving what is typed, and loses nothing by staying', async () => {
    await page.goto('/w/demo/alliances/new');
    await field('Name').fill('Half-typed');
    await page.getByRole('link', { name: 'Partners' }).first().click();
    await shown(page.getByText('What you typed is not saved.'));
    await page.getByRole('button', { name: 'Keep editing' }).click();
    expect(await field('Name').inputValue()).toBe('Half-typed');
    await page.getByRole('link', { name: 'Partners' }).first().click();
    await page.getByRole('button', { name: 'Discard it' }).click();
    await page.waitForURL('**/w/demo/partners**');
  });

  test('adds a rival claim from a new source, and prefers one with a reason', async () => {
    await addAlliance('Claimed Works');
    await page.getByRole('button', { name: 'Apr 2003' }).click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByRole('button', { name: 'Add another statement' }).click();
    await field('Start', inspector).fill('about 2002');
    await choose(inspector.getByRole('combobox', { name: 'Source' }), 'Annual report 2004', /^Add “Annual/);
    await field('Place in the source', inspector).fill('p. 12');
    expect(await axeFindings(page)).toEqual([]);
    await save(inspector);
    await inspector.getByRole('form', { name: 'A statement of a source' }).waitFor({ state: 'detached' });
    await shown(inspector.getByText('The sources disagree.', { exact: false }));
    await inspector.getByRole('button', { name: 'Prefer: Annual report 2004, p. 12' }).click();
    await field('Why it is preferred', inspector).fill('The document is of that time.');
    await save(inspector);
    await shown(inspector.getByText('Reason: The document is of that time.'));
    await shown(page.getByRole('main').getByRole('button', { name: /about 2002/ }));

    await inspector.getByRole('button', { name: 'Correct: Annual report 2004, p. 12' }).click();
    const correction = inspector.getByRole('form', { name: 'Correct this statement' });
    await field('Place in the source', correction).fill('p. 13');
    await field('Why it is preferred', correction).fill('');
    await save(correction);
    await shown(correction.getByText(/This field is needed/));
    await field('Why it is preferred', correction).fill('It was printed then.');
    await save(correction);
    await shown(inspector.getByText('Reason: It was printed then.'));
    await shown(inspector.getByText('· p. 13'));
  });

  test('corrects a statement by keyboard: value and quotation; the row takes it, and an undo takes it back', async () => {
    await addAlliance('Mistyped Works');
    await page.getByRole('button', { name: 'Apr 2003' }).click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    const correct = inspector.getByRole('button', { name: 'Correct: ', exact: false });
    await correct.focus();
    await page.keyboard.press('Enter');
    const form = inspector.getByRole('form', { name: 'Correct this statement' });
    expect(await field('Start', form).evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(await correct.evaluate((button) => button === document.activeElement)).toBe(true);

    await page.keyboard.press('Enter');
    await page.keyboard.type('May 2004');
    await field('Quotation', form).fill('word '.repeat(26));
    await shown(form.getByText('1 word too many.'));
    expect(await axeFindings(page)).toEqual([]);
    await save(form);
    await shown(form.getByText(/more than 25 words|1 word too many/));
    await field('Quotation', form).fill('began in May 2004');
    await shown(form.getByText('4 of at most 25 words.'));
    await page.keyboard.press('Tab');
    await save(form);
    await form.waitFor({ state: 'detached' });
    await shown(inspector.getByText('began in May 2004'));
    await shown(page.getByRole('main').getByRole('button', { name: 'May 2004' }));
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await shown(page.getByRole('main').getByRole('button', { name: 'Apr 2003' }));
  });

  test('corrects a source on its page, and removes one that nothing rests on', async () => {
    await page.goto('/w/demo/sources/new');
    await field('Title').fill('Annual reprot 2004');
    await page.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'document' }).click();
    await save();
    await page.waitForURL((url) => !url.pathname.endsWith('/new'));
    await page.getByRole('button', { name: 'Edit: Annual reprot 2004', exact: true }).click();
    await field('Title', dialog()).fill('Annual report 2004 of Kasai');
    await save(dialog());
    await dialog().waitFor({ state: 'hidden' });
    await shown(page.getByRole('heading', { level: 1, name: 'Annual report 2004 of Kasai' }));
    expect(await axeFindings(page)).toEqual([]);
    // What the page still asks of the removed source is refused while it leads on.
    for (const status of [404, 422]) manager.expectStatus(status);
    await page.getByRole('button', { name: 'More: Annual report 2004 of Kasai', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.waitForURL('**/w/demo/sources');
  });

  test('is told all that is wrong by one press of Save, also where the field in hand is refused as it is left', async () => {
    await page.goto('/w/demo/measures/new');
    await field('Value').fill('many');
    await save();
    await shown(page.getByText(/This field is needed/));
    await shown(page.getByText(/holds no figure/));
  });

  test('keeps a bound that includes its figure', async () => {
    await page.goto('/w/demo/measures/new');
    await choose(page.getByRole('combobox', { name: 'Measured record' }), 'Lioho', /^Lioho Machine Works/);
    await field('Quantity').fill('plants');
    await field('Value').fill('at least 5 plants');
    await shown(page.getByText('Read as: at least 5 plants'));
    await save();
    await page.waitForURL((url) => !url.pathname.endsWith('/new'));
    await shown(page.getByRole('main').getByText('at least 5 plants'));
  });

  test('gives a person a reading, by which the palette finds them', async () => {
    await page.goto('/w/demo/people/new');
    await field('Name').fill('佐藤 健一');
    await field('Reading').fill('さとう けんいち');
    await save();
    await page.waitForURL((url) => !url.pathname.endsWith('/new'));
    await shown(page.getByRole('main').getByText('さとう けんいち'));
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or command' }).fill('satou');
    await shown(page.getByRole('option', { name: /佐藤 健一/ }));
  });

  test('removes a row and brings it back', async () => {
    await page.goto('/w/demo/alliances/kunshan-liufeng');
    const members = page.getByRole('table', { name: 'Members' });
    await shown(members.getByRole('row').nth(1));
    const before = await members.getByRole('row').count();
    await members
      .getByRole('button', { name: /^More: / })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await shown(page.getByText('Removed: ', { exact: false }));
    expect(await members.getByRole('row').count()).toBe(before - 1);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await shown(page.getByText('Undone.', { exact: false }));
    await expect.poll(() => members.getByRole('row').count()).toBe(before);
  });
});

const FORMS = ['alliances', 'partners', 'stakes', 'measures', 'events', 'sources', 'organisation-names'] as const;

describe.each(FORMS)('the form of %s', (collection) => {
  test.each([
    { language: 'en', theme: 'light', width: 1280 },
    { language: 'ja', theme: 'dark', width: 390 },
    { language: 'zh-Hant', theme: 'light', width: 390 },
  ] as const)('gives axe nothing to find and fits, $language $theme at $width pixels', async (look) => {
    const reader = await visitor(browser, inject('address'), look);
    await reader.page.goto(`/w/demo/${collection}/new`);
    await shown(reader.page.getByRole('textbox'));
    await settled(reader.page);
    expect(await axeFindings(reader.page)).toEqual([]);
    expect(await overflowOf(reader.page)).toBe(0);
    expect(reader.complaints).toEqual([]);
    await reader.leave();
  });
});
