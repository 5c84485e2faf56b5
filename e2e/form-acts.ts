import type { Locator, Page } from 'playwright-core';

export const shown = (locator: Locator): Promise<void> =>
  locator.first().waitFor({ state: 'visible', timeout: 20_000 });

/** What a person does with the forms of the register, on the page that is theirs at that moment. */
export function formActs(pageNow: () => Page) {
  const dialog = (at = pageNow()): Locator => at.getByRole('dialog');
  const save = (at: Page | Locator = pageNow()): Promise<void> =>
    at.getByRole('button', { name: 'Save', exact: true }).click();
  const field = (label: string, at: Page | Locator = pageNow()): Locator =>
    at.getByRole('textbox', { name: label, exact: true });

  /** Types into a field that looks records up, and takes the first choice of that name. */
  async function choose(box: Locator, words: string, choice: RegExp | string): Promise<void> {
    await box.click();
    await box.fill(words);
    await pageNow().getByRole('option', { name: choice }).first().click();
  }

  /** Adds an alliance by its form; answers the address of its page. */
  async function addAlliance(name: string): Promise<string> {
    const page = pageNow();
    await page.goto('/w/demo/alliances/new');
    await field('Name').fill(name);
    await field('Start').fill('Apr 2003');
    await save();
    await page.waitForURL((url) => !url.pathname.endsWith('/new'));
    await shown(page.getByRole('heading', { level: 1, name }));
    return new URL(page.url()).pathname;
  }
  return { dialog, save, field, choose, addAlliance };
}
