import { createRequire } from 'node:module';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { freePort, freshFolder, serveProduct } from '../e2e/served-product.ts';
import { openBrowser, visitor } from '../e2e/visitor.ts';
import { settled } from '../e2e/looks.ts';
import { type Figure, median, type Workload } from './figures.ts';

const PAGE = '/';
const PORTFOLIO = '/w/demo/organisations/lioho/portfolio';
const RUNS = 3;
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

/** Each category's median over some runs: the score swings with what else the machine does. */
async function scores(address: string): Promise<readonly Figure[]> {
  const installed = installedLighthouse();
  if (installed === null) {
    const peer = 'lighthouse is absent: npm install --prefix bench';
    return [{ workload: 'Lighthouse (desktop)', value: null, unit: 'points', goal: 95, atLeast: true, peer }];
  }
  const { default: run, desktopConfig } = (await import(installed.entry)) as {
    default: Lighthouse;
    desktopConfig: object;
  };
  const port = await freePort();
  const browser = await openBrowser([`--remote-debugging-port=${port}`]);
  const flags = { port, logLevel: 'error', onlyCategories: [...CATEGORIES] };
  const peer = `lighthouse ${installed.version}, median of ${RUNS}`;
  try {
    const figures: Figure[] = [];
    for (const page of [PAGE, PORTFOLIO]) {
      const runs: Readonly<Record<string, number | undefined>>[] = [];
      for (let count = 0; count < RUNS; count++) {
        const categories = (await run(`${address}${page}`, flags, desktopConfig))?.lhr.categories ?? {};
        runs.push(Object.fromEntries(CATEGORIES.map((name) => [name, (categories[name]?.score ?? Number.NaN) * 100])));
      }
      for (const name of CATEGORIES) {
        const value = median(runs.map((scored) => scored[name] ?? Number.NaN));
        const workload = `Lighthouse (desktop) ${page} ${name}`;
        figures.push({
          workload,
          value: Number.isNaN(value) ? null : value,
          unit: 'points',
          goal: 95,
          atLeast: true,
          peer,
        });
      }
    }
    return figures;
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
