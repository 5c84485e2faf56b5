import axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** What axe finds on the page as it stands, one line a rule and place; WCAG 2.2 AA and good practice. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, { resultTypes: ['violations'] });
    return found.map(({ id, help, nodes }) => ({ id, help, places: nodes.map((node) => node.target.join(' ')) }));
  });
  return violations.map(
    ({ id, help, places }) => `${id}: ${help}: ${places.slice(0, 3).join(' · ')} (${places.length})`,
  );
}

/** By how many pixels the page is wider than the window; 0 when it fits. Elements that scroll by themselves may be wider. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}

/** Waits until the page has what it asked for and has drawn it. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
