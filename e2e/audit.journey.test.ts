import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { freshFolder } from './served-product.ts';
import { openBrowser, type Visitor, visitor } from './visitor.ts';

let browser: Browser;
let reader: Visitor;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  reader = await visitor(browser, inject('address'));
});
afterEach(async () => {
  await reader.leave();
  expect(reader.complaints).toEqual([]);
});

test('the audit agrees, also with a head that was saved and kept, and not with one that was tampered with', async () => {
  const { page } = reader;
  await page.goto('/w/demo/audit');
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Verify now' }).click();
  await main.getByText('The chain agrees').waitFor();
  const saved = page.waitForEvent('download');
  await main.getByRole('button', { name: 'Sign the head and save it' }).click();
  const head = path.join(freshFolder(), 'head.json');
  await (await saved).saveAs(head);
  const chooser = main.locator('input[type=file]');
  await chooser.setInputFiles(head);
  await main.getByText('The chain agrees').waitFor();
  await main.getByText('A head that a partner keeps').waitFor({ state: 'hidden' });
  const kept = JSON.parse(readFileSync(head, 'utf8')) as { sequence: number };
  writeFileSync(head, JSON.stringify({ ...kept, sequence: kept.sequence + 1 }));
  await chooser.setInputFiles(head);
  await main.getByText('A signed head does not belong to this chain').waitFor();
  writeFileSync(head, 'something else');
  await chooser.setInputFiles(head);
  await main.getByText('holds no signed head').waitFor();
});
