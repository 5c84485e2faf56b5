import { createRequire } from 'node:module';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { freePort, freshFolder, serveProduct } from '../e2e/served-product.ts';
import { openBrowser, visitor } from '../e2e/visitor.ts';
import { settled } from '../e2e/looks.ts';
import type { Figure, Workload } from './figures.ts';

const PAGE = '/';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What is used of lighthouse, which is installed in this folder or not at all. */
type Lighthouse = (
  address: string,
  flags: object,
  config: object,
) => Promise<{ lhr: { categories: Readonly<Record<string, { score: number | null }>> } } | undefined>;

async function measure(): Promise<readonly Figure[]> {
  const folder = freshFolder();
  const product = await serveProduct(path.join(folder, 'data'));
  try {
    return [await scriptSize(product.address), ...(await scores(product.address))];
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All script the first page loads, each file compressed as a server would. */
async function scriptSize(address: string): Promise<Figure> {
  const browser = await openBrowser();
  try {
    const { page } = await visitor(browser, address);
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') bodies.push(response.body());
    });
    await page.goto(PAGE);
    await settled(page);
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length);
    const value = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    return {
      workload: `script of the first page, gzip, ${sizes.length} files`,
      value,
      unit: 'kB',
      goal: 350,
      peer: 'none',
    };
  } finally {
    await browser.close();
  }
}

async function scores(address: string): Promise<readonly Figure[]> {
  const figure = (category: string, value: number | null, peer: string): Figure => ({
    workload: `Lighthouse (desktop) ${category}`,
    value,
    unit: 'points',
    goal: 95,
    atLeast: true,
    peer,
  });
  const installed = installedLighthouse();
  if (installed === null) {
    return CATEGORIES.map((category) => figure(category, null, 'lighthouse is absent: npm install --prefix bench'));
  }
  const { default: run, desktopConfig } = (await import(installed.entry)) as {
    default: Lighthouse;
    desktopConfig: object;
  };
  const port = await freePort();
  const browser = await openBrowser([`--remote-debugging-port=${port}`]);
  try {
    const result = await run(
      `${address}${PAGE}`,
      { port, logLevel: 'error', onlyCategories: [...CATEGORIES] },
      desktopConfig,
    );
    const categories = result?.lhr.categories ?? {};
    return CATEGORIES.map((name) => {
      const score = categories[name]?.score;
      return figure(
        name,
        score === null || score === undefined ? null : score * 100,
        `lighthouse ${installed.version}`,
      );
    });
  } finally {
    await browser.close();
  }
}

function installedLighthouse(): { readonly entry: string; readonly version: string } | null {
  const require = createRequire(import.meta.url);
  try {
    const { version } = require('lighthouse/package.json') as { version: string };
    return { entry: pathToFileURL(require.resolve('lighthouse')).href, version };
  } catch {
    return null;
  }
}

/** How heavy the first page is, and what Lighthouse makes of it. */
export const firstPage: Workload = { name: 'first-page', measure };
