import { Worker } from 'node:worker_threads';
import { Outcome, type Problem, unreachable } from '@entente/core/kernel';
import type { ImportRowsAnswer } from '@entente/contract/register';
import type { FreshRows, Load } from './load-parts.ts';
import type { PreviewQuery, ToDesk, ToWorker } from './reading-messages.ts';
import type { ReadingRequest } from './reading.ts';
import type { ShownReading } from './reading.presenter.ts';

/** What one table may take. */
export type ReadingLimits = {
  readonly milliseconds: number;
  readonly heapMegabytes: number;
};

const LIMITS: ReadingLimits = { milliseconds: 180_000, heapMegabytes: 1_500 };
/** What most tables are read in: a worker that may take much lets what it no longer needs lie about. */
const SMALL_HEAP_MEGABYTES = 400;
/** A register of so many names is no small matter for any table. */
const MOST_NAMES_IN_SMALL = 50_000;
/** Tables that are read at a time; others wait their turn. */
const MOST_WORKERS = 2;
/** How long a worker is kept after its last table, for rows of it to be looked at. */
const KEPT_MS = 60_000;
/**
 * Batches of rows that are made ready before they are written, about half of those of a portion. The first of a portion takes
 * as long as reading all of it, for which the database would wait with fewer.
 */
const ROWS_AHEAD = 4;

function startedWorker({ heapMegabytes }: ReadingLimits): Worker {
  const worker = new Worker(new URL('reading-start.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 24 },
    execArgv: [],
  });
  worker.unref();
  return worker;
}

const tooSlow: Problem = {
  code: 'table-too-slow',
  message: 'Reading the table took more time or memory than one file is granted',
  fix: 'Split the table into several files, or save a workbook as CSV.',
};

/** A table that was read and lies open in a worker. `close` ends the worker, when those who look at rows have them. */
export type OpenTable = {
  readonly shown: ShownReading;
  readonly load: Load | null;
  readonly preview: (query: PreviewQuery) => Promise<Outcome<ImportRowsAnswer>>;
  /** The rows that are certainly new, some at a time, from the first. */
  readonly freshRows: () => AsyncGenerator<FreshRows>;
  readonly close: () => void;
};

class Session {
  readonly #worker: Worker;
  readonly #milliseconds: number;
  #ended = false;
  #isOutOfMemory = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits: ReadingLimits) {
    this.#worker = startedWorker(limits);
    this.#milliseconds = limits.milliseconds;
    this.#worker.once('exit', () => {
      this.#ended = true;
    });
  }

  get isEnded(): boolean {
    return this.#ended;
  }

  /** Whether it ended because it took more memory than it was granted. */
  get isOutOfMemory(): boolean {
    return this.#isOutOfMemory;
  }

  /**
   * Asks the worker, one question after another; it is ended when it takes too long, and has ended when it took too much
   * memory.
   */
  ask(message: ToWorker): Promise<Outcome<ToDesk>> {
    const reply = this.#last.then(() => this.#answer(message));
    this.#last = reply.catch(() => undefined);
    return reply;
  }

  #answer(message: ToWorker): Promise<Outcome<ToDesk>> {
    const worker = this.#worker;
    if (this.#ended) return Promise.resolve(Outcome.refuse(tooSlow));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => finish(() => resolve(Outcome.refuse(tooSlow)), true), this.#milliseconds);
      const finish = (end: () => void, isOver: boolean): void => {
        clearTimeout(timer);
        worker.off('message', answered);
        worker.off('error', failed);
        worker.off('exit', exited);
        if (isOver) this.close();
        end();
      };
      const answered = (reply: ToDesk): void => {
        if (reply.kind !== 'failed') return finish(() => resolve(Outcome.of(reply)), false);
        const { message: text, stack } = reply;
        finish(() => reject(Object.assign(new Error(text), { stack })), true);
      };
      const failed = (error: Error & { readonly code?: string }): void => {
        this.#isOutOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        finish(() => (this.#isOutOfMemory ? resolve(Outcome.refuse(tooSlow)) : reject(error)), true);
      };
      const exited = (): void => finish(() => resolve(Outcome.refuse(tooSlow)), true);
      worker.on('message', answered);
      worker.on('error', failed);
      worker.on('exit', exited);
      worker.postMessage(message);
    });
  }

  close(): void {
    this.#ended = true;
    void this.#worker.terminate();
  }
}

const needed = <T extends ToDesk['kind']>(reply: ToDesk, kind: T): Extract<ToDesk, { kind: T }> => {
  if (reply.kind === kind) return reply as Extract<ToDesk, { kind: T }>;
  throw new Error(`The worker answered ${reply.kind} where ${kind} was asked for`);
};

type Read = { readonly session: Session; readonly reply: Outcome<ToDesk> };

/** A table that is kept open, with what else is known of it. */
type Kept<Known> = { readonly known: Known; readonly table: OpenTable; readonly timer: NodeJS.Timeout };

/** Reads tables in workers, few at a time, and keeps the last ones open for a while, with what was found out about them. */
export class ReadingDesk<Known extends { readonly table: OpenTable }> {
  readonly #limits: ReadingLimits;
  readonly #kept = new Map<string, Kept<Known>>();
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor(limits: ReadingLimits = LIMITS) {
    this.#limits = limits;
  }

  async #turn(): Promise<void> {
    if (this.#busy < MOST_WORKERS) {
      this.#busy += 1;
      return;
    }
    this.#dropOldest();
    if (this.#busy < MOST_WORKERS) {
      this.#busy += 1;
      return;
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #done(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#busy -= 1;
    else next();
  }

  /**
   * Reads in little memory first. A table that fills more than half of it, and could need the rest while it is written, is read
   * anew with all that one may take.
   */
  async #read(request: ReadingRequest & { readonly today: string }): Promise<Read> {
    const { milliseconds, heapMegabytes: most } = this.#limits;
    const isLarge = request.known.records.length > MOST_NAMES_IN_SMALL;
    const heapMegabytes = isLarge ? most : Math.min(SMALL_HEAP_MEGABYTES, most);
    const session = new Session({ milliseconds, heapMegabytes });
    const reply = await session.ask({ kind: 'read', request });
    const filled = reply.ok && reply.value.kind === 'read' ? reply.value.heapMegabytes : 0;
    const isEnough = !session.isOutOfMemory && filled * 2 <= heapMegabytes;
    if (isEnough || heapMegabytes === most) return { session, reply };
    session.close();
    const again = new Session(this.#limits);
    return { session: again, reply: await again.ask({ kind: 'read', request }) };
  }

  /** Reads a table. The caller closes it, or gives it to `keep`. */
  async open(request: ReadingRequest & { readonly today: string }): Promise<Outcome<OpenTable>> {
    await this.#turn();
    const read = await this.#read(request).catch((error: unknown) => {
      this.#done();
      throw error;
    });
    const { session, reply } = read;
    let isClosed = false;
    let looking = 0;
    const end = (): void => {
      session.close();
      this.#done();
    };
    const close = (): void => {
      if (isClosed) return;
      isClosed = true;
      if (looking === 0) end();
    };
    try {
      if (!reply.ok || reply.value.kind === 'refused') {
        close();
        if (!reply.ok) return reply;
        return reply.value.kind === 'refused'
          ? Outcome.refuse(...reply.value.problems)
          : unreachable(reply.value as never);
      }
      const { shown, load } = needed(reply.value, 'read');
      const { preview, freshRows } = asking(session);
      const looked: OpenTable['preview'] = async (query) => {
        looking += 1;
        try {
          return await preview(query);
        } finally {
          looking -= 1;
          if (isClosed && looking === 0) end();
        }
      };
      return Outcome.of({ shown, load, close, preview: looked, freshRows });
    } catch (error) {
      close();
      throw error;
    }
  }

  /** Keeps a table open under a name for a while; one of the same name before it is closed. */
  keep(name: string, known: Known): void {
    this.drop(name);
    const timer = setTimeout(() => this.drop(name), KEPT_MS);
    timer.unref();
    this.#kept.set(name, { known, table: known.table, timer });
    // Whoever waits for a turn takes the place of a table that nobody reads any more.
    if (this.#waiting.length > 0 && this.#kept.size > 1) this.#dropOldest();
  }

  kept(name: string): Known | null {
    const found = this.#kept.get(name);
    found?.timer.refresh();
    return found?.known ?? null;
  }

  /** The same, for the caller to close. */
  taken(name: string): Known | null {
    const found = this.#kept.get(name);
    if (found === undefined) return null;
    clearTimeout(found.timer);
    this.#kept.delete(name);
    return found.known;
  }

  drop(name: string): void {
    const found = this.#kept.get(name);
    if (found === undefined) return;
    clearTimeout(found.timer);
    this.#kept.delete(name);
    found.table.close();
  }

  #dropOldest(): void {
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.drop(oldest);
  }

  close(): void {
    for (const name of [...this.#kept.keys()]) this.drop(name);
  }
}

function asking(session: Session): Pick<OpenTable, 'preview' | 'freshRows'> {
  return {
    preview: async (query) => {
      const reply = await session.ask({ kind: 'preview', query });
      return reply.ok ? Outcome.of(needed(reply.value, 'preview').page) : reply;
    },
    async *freshRows() {
      await session.ask({ kind: 'rewind' });
      const asked: Promise<Outcome<ToDesk>>[] = [];
      for (;;) {
        // The next rows are made ready while these are written.
        while (asked.length < ROWS_AHEAD) {
          const next = session.ask({ kind: 'next' });
          next.catch(() => undefined);
          asked.push(next);
        }
        const reply = await asked.shift();
        if (reply?.ok !== true) throw new Error('The worker ended while its rows were written');
        const { batch } = needed(reply.value, 'rows');
        if (batch === null) return;
        yield batch;
      }
    },
  };
}
