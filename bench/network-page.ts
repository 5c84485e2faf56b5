import { rmSync } from 'node:fs';
import path from 'node:path';
import { freshFolder, serveProduct } from '../e2e/served-product.ts';
import { openBrowser, visitor } from '../e2e/visitor.ts';
import { type Figure, median, type Workload } from './figures.ts';
import { fill } from './filled-product.ts';
import { type Answered, answered, type Page, type Taken, watched, type Work, workOf } from './watched-page.ts';

const SEED = 20_261_123;
const WORKSPACE = 'bench';
/** Of which the generated register makes 9,900 firms. */
const ALLIANCES = 16_500;
const ROUNDS = 5;
const PATIENCE = 240_000;
const GOAL = 100;

type Reaction = {
  readonly said: string;
  readonly goal?: number;
  readonly answer: Answered;
  /** Brings the page to where the input is one press away. */
  readonly ready?: (page: Page, round: number) => Promise<void>;
  readonly act: (page: Page, round: number) => Promise<void>;
};

const field = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Opens a list of choices, and presses one of them. */
const opened =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await field(page, name).click();
    await page.getByRole('option').first().waitFor();
  };
const chosen =
  (...options: readonly (string | RegExp)[]) =>
  (page: Page, round: number): Promise<void> =>
    page
      .getByRole('option', { name: options[round % options.length] ?? '' })
      .first()
      .click();

/** Finds the firm of this number, so that the inspector shows it. */
async function found(page: Page, round: number): Promise<void> {
  await field(page, 'Find in the network').fill(` ${500 + round}`);
  await page.getByRole('option').first().click();
  await button(page, 'Its partners alone').waitFor();
}

/** Each last letter changes what the list holds. */
const TYPED = ['k', 'ka', 'to', 'works 9', 'steel 1'];

/** In this order: each leaves the page so that the next can begin. */
const REACTIONS: readonly Reaction[] = [
  {
    said: 'a letter typed into the search',
    goal: GOAL,
    answer: 'list',
    ready: (page, round) => field(page, 'Find in the network').fill(TYPED[round]?.slice(0, -1) ?? ''),
    act: (page, round) => field(page, 'Find in the network').press(TYPED[round]?.slice(-1) ?? ''),
  },
  {
    said: 'a firm found and shown with its partners',
    goal: GOAL,
    answer: 'drawing',
    ready: (page, round) => field(page, 'Find in the network').fill(` ${500 + round}`),
    act: (page) => page.getByRole('option').first().click(),
  },
  {
    said: 'its partners alone (focus)',
    goal: GOAL,
    answer: 'drawing',
    ready: async (page, round) => {
      const all = button(page, 'The whole network').first();
      if (await all.isVisible()) await all.click();
      await found(page, round);
    },
    act: (page) => button(page, 'Its partners alone').click(),
  },
  {
    said: 'the whole network again',
    goal: GOAL,
    answer: 'drawing',
    ready: async (page, round) => {
      const all = button(page, 'The whole network').first();
      if (await all.isVisible()) return;
      await found(page, round);
      await button(page, 'Its partners alone').click();
      await all.waitFor();
    },
    act: (page) => button(page, 'The whole network').first().click(),
  },
  {
    said: 'another colour',
    goal: GOAL,
    answer: 'drawing',
    ready: opened('Colour by'),
    act: chosen('Constraint', 'Country', 'Community', 'Betweenness', 'House'),
  },
  {
    said: 'another size',
    goal: GOAL,
    answer: 'drawing',
    ready: opened('Size by'),
    act: chosen('Betweenness', 'Constraint', 'k-core', 'Effective size', 'Partners'),
  },
  {
    said: 'another country (filter)',
    goal: GOAL,
    answer: 'drawing',
    ready: async (page) => {
      const country = field(page, 'Country');
      if (!(await country.isVisible())) await page.locator('summary').first().click();
      await opened('Country')(page);
    },
    act: chosen(/^Japan/, /^France/, /^Germany/, /^United States/, /^Taiwan/),
  },
  { said: 'undo', goal: GOAL, answer: 'drawing', act: (page) => button(page, 'Step back').click() },
  {
    said: 'another year (slider): asked of the server, measured and drawn',
    answer: 'drawing',
    ready: (page) => page.getByRole('slider', { name: 'Year of the network' }).focus(),
    act: (page) => page.keyboard.press('ArrowLeft'),
  },
  {
    said: 'the table in the place of the drawing',
    answer: 'table',
    ready: async (page) => {
      if (await button(page, 'Drawing (T)').isVisible()) await button(page, 'Drawing (T)').click();
    },
    act: (page) => button(page, 'Table (T)').click(),
  },
];

async function figureOf(page: Page, work: Work, { said, goal, answer, ready, act }: Reaction): Promise<Figure> {
  const times: Taken[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await ready?.(page, round);
    times.push(await answered(page, work, answer, () => act(page, round)));
  }
  await picture(page, said);
  const waited = times.map((taken) => taken.waited);
  const worked = median(times.map((taken) => taken.worked));
  const peer = `${ROUNDS} inputs, the slowest ${Math.max(...waited).toFixed(0)} ms; the page's thread worked ${worked.toFixed(0)} ms`;
  return { workload: `${said}, to the frame that shows it`, value: median(waited), unit: 'ms', goal, peer };
}

/** What the page looks like then, where somebody wants to see it: `ENTENTE_BENCH_PICTURES` names a folder. */
async function picture(page: Page, said: string): Promise<void> {
  const folder = process.env['ENTENTE_BENCH_PICTURES'];
  if (folder === undefined) return;
  const name = said.replaceAll(/[^a-z]+/gi, '-');
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

async function measure(): Promise<readonly Figure[]> {
  const folder = freshFolder();
  const dataFolder = path.join(folder, 'data');
  const product = await serveProduct(dataFolder);
  const browser = await openBrowser();
  try {
    await fill(product, dataFolder, {
      workspace: WORKSPACE,
      alliances: ALLIANCES,
      seed: SEED,
      program: 'network-register.mjs',
    });
    const { page } = await visitor(browser, product.address);
    page.setDefaultTimeout(PATIENCE);
    await watched(page);
    const begun = performance.now();
    await page.goto(`/w/${WORKSPACE}/network`);
    await page.getByRole('heading', { name: 'Network' }).waitFor();
    const named = (performance.now() - begun) / 1000;
    await page.locator('[data-drawn]').waitFor();
    const drawn = (performance.now() - begun) / 1000;
    const firms = await page.locator('[data-drawn]').getAttribute('data-drawn');
    const peer = `${firms} firms, no graphics card`;
    const figures: Figure[] = [
      { workload: 'from the address to the page with its progress', value: named, unit: 's', peer },
      {
        workload: 'from the address to the drawn network, places found for the first time',
        value: drawn,
        unit: 's',
        peer,
      },
    ];
    const work = await workOf(page);
    for (const reaction of REACTIONS) figures.push(await figureOf(page, work, reaction));
    return figures;
  } finally {
    await browser.close();
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What somebody waits for who looks at the network of ten thousand firms, in a real browser. */
export const networkPage: Workload = { name: 'network-page', measure };
