import { Worker } from 'node:worker_threads';
import { type FiguresQuestion, type NetworkFigures, networkFigures } from '@entente/engine/network';

export type FiguresReply =
  | { readonly nth: number; readonly figures: NetworkFigures }
  | { readonly nth: number; readonly fault: string };

/** Memberships up to which the server's own thread computes: some hundredth of a second. */
const AT_ONCE = 1_000;
/** How long the worker waits for another question. */
const KEPT_MS = 60_000;

type Waiting = {
  readonly resolve: (figures: NetworkFigures) => void;
  readonly reject: (error: Error) => void;
};

/** Computes networks: small ones at once, large ones one after the other in a worker, so that others are answered meanwhile. */
export class FiguresDesk {
  readonly #waiting = new Map<number, Waiting>();
  readonly #atOnce: number;
  #worker: Worker | null = null;
  #timer: NodeJS.Timeout | null = null;
  #asked = 0;

  constructor(atOnce = AT_ONCE) {
    this.#atOnce = atOnce;
  }

  figuresOf(question: FiguresQuestion): Promise<NetworkFigures> {
    if (question.memberships.length <= this.#atOnce) return Promise.resolve(networkFigures(question));
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const worker = (this.#worker ??= this.#started());
    const nth = (this.#asked += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(nth, { resolve, reject });
      worker.postMessage({ nth, question });
    });
  }

  #started(): Worker {
    const worker = new Worker(new URL('figures-start.mjs', import.meta.url), { execArgv: [] });
    worker.unref();
    worker.on('message', (reply: FiguresReply) => {
      const waiting = this.#waiting.get(reply.nth);
      this.#waiting.delete(reply.nth);
      if ('figures' in reply) waiting?.resolve(reply.figures);
      else waiting?.reject(new Error(`A network could not be computed: ${reply.fault}`));
      if (this.#waiting.size === 0) this.#rest();
    });
    worker.on('error', (error) => this.#end(worker, error));
    worker.on('exit', () => this.#end(worker, new Error('The worker ended before it answered')));
    return worker;
  }

  #rest(): void {
    this.#timer = setTimeout(() => this.close(), KEPT_MS);
    this.#timer.unref();
  }

  #end(worker: Worker, error: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(error instanceof Error ? error : new Error(String(error)));
    this.#waiting.clear();
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    void this.#worker?.terminate();
  }
}
