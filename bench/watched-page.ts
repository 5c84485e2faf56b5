import type { Visitor } from '../e2e/visitor.ts';

export type Page = Visitor['page'];
/** A page asked about itself. */
export type Work = Awaited<ReturnType<ReturnType<Page['context']>['newCDPSession']>>;

/** Where an input shows: in what WebGL draws, in a list of choices, or in a table. */
export type Answered = 'drawing' | 'list' | 'table';

type Watch = {
  /** When somebody last pressed something. */
  input: number;
  /** When each place last changed. */
  readonly changed: Record<Answered, number>;
  /** When the page was last seen to wait for the server. */
  busy: number;
};
declare global {
  interface Window {
    ententeWatch: Watch;
  }
}

const QUIET = 400;
const PATIENCE = 120_000;

/** Makes a page note when somebody presses something and when what it shows changes. To be called before the page is opened. */
export async function watched(watchedPage: Page): Promise<void> {
  await watchedPage.addInitScript(() => {
    const watch: Watch = { input: 0, changed: { drawing: 0, list: 0, table: 0 }, busy: 0 };
    window.ententeWatch = watch;
    for (const kind of ['click', 'keydown'])
      document.addEventListener(kind, (event) => (watch.input = event.timeStamp), { capture: true });
    const places = { list: '[role="listbox"]', table: 'table' } as const;
    // Methods of an object: the names that the loader gives to functions of their own are unknown in a page.
    const page = {
      /** A change counts when the frame after it begins: then the browser has handed over what it drew. */
      note(place: Answered): void {
        requestAnimationFrame(() => requestAnimationFrame(() => (watch.changed[place] = performance.now())));
      },
      holds(node: Node, selector: string): boolean {
        return node instanceof Element && (node.closest(selector) ?? node.querySelector(selector)) !== null;
      },
    };
    const prototype = WebGL2RenderingContext.prototype;
    for (const name of ['drawArrays', 'drawArraysInstanced'] as const) {
      const draw = Reflect.get(prototype, name) as (...given: unknown[]) => void;
      const noted = new Proxy(draw, {
        apply(target, context, given: unknown[]) {
          page.note('drawing');
          Reflect.apply(target, context, given);
        },
      });
      Reflect.set(prototype, name, noted);
    }
    new MutationObserver((mutations) => {
      for (const { target, addedNodes } of mutations) {
        for (const place of ['list', 'table'] as const) {
          const changed = [target, ...Array.from(addedNodes)];
          if (changed.some((node) => page.holds(node, places[place]))) page.note(place);
        }
      }
    }).observe(document, { subtree: true, childList: true });
  });
}

/** What an input took, in milliseconds. */
export type Taken = {
  /** From the press to the frame after the last change it brought about. */
  readonly waited: number;
  /** Processor time of the page's own thread meanwhile: what a machine that does other things too leaves as it is. */
  readonly worked: number;
};

/** Asks the browser how long the page's own thread has worked. */
export async function workOf(page: Page): Promise<Work> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

async function workedUntilNow(work: Work): Promise<number> {
  const { metrics } = await work.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

/** What it takes from the last press of `act` until its answer stands there. */
export async function answered(page: Page, work: Work, place: Answered, act: () => Promise<void>): Promise<Taken> {
  await quiet(page);
  const before = await page.evaluate(() => performance.now());
  const worked = await workedUntilNow(work);
  await act();
  await page.waitForFunction(
    ([where, then, rest]) => {
      const { ententeWatch: watch } = window;
      const { input, changed } = watch;
      const now = performance.now();
      if (document.querySelector('[aria-busy="true"]') !== null) watch.busy = now;
      return input > then && changed[where] > input && now - Math.max(changed[where], watch.busy) > rest;
    },
    [place, before, QUIET] as const,
    { timeout: PATIENCE, polling: 50 },
  );
  const waited = await page.evaluate((where) => window.ententeWatch.changed[where] - window.ententeWatch.input, place);
  return { waited, worked: (await workedUntilNow(work)) - worked };
}

/** Waits until nothing has changed anywhere for a while. */
async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    (rest) => performance.now() - Math.max(0, ...Object.values(window.ententeWatch.changed)) > rest,
    QUIET,
    { timeout: PATIENCE, polling: 50 },
  );
}
