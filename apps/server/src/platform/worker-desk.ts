import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { invariant } from '@entente/core/kernel';

/** What a worker is sent: a question, and where its answer goes, part by part. */
export type WorkerTask<Q> = { readonly question: Q; readonly port: MessagePort };

export type WorkerReply<P> =
  | { readonly kind: 'part'; readonly part: P }
  | { readonly kind: 'end' }
  | { readonly kind: 'fault'; readonly fault: string };

/** How long the worker waits for another question. */
const KEPT_MS = 60_000;

const ended = (): Error => new Error('The worker ended before it answered');

/** What comes through a port, one after the other; the far end waits until it is asked for more. */
async function* replies<P>(port: MessagePort): AsyncGenerator<WorkerReply<P>> {
  const come: WorkerReply<P>[] = [];
  const state = { isClosed: false };
  let wake: (() => void) | null = null;
  port.on('message', (reply: WorkerReply<P>) => {
    come.push(reply);
    wake?.();
  });
  port.on('close', () => {
    state.isClosed = true;
    wake?.();
  });
  for (;;) {
    const reply = come.shift();
    if (reply !== undefined) yield reply;
    else if (state.isClosed) throw ended();
    else await new Promise<void>((resolve) => (wake = resolve));
  }
}

/** Has long questions answered by a worker, so that others are answered meanwhile; the worker goes when nobody asks. */
export class WorkerDesk<Q, P> {
  readonly #start: URL;
  #worker: Worker | null = null;
  #timer: NodeJS.Timeout | null = null;
  #open = 0;

  /** @param start the module with which a worker begins; it calls `answerQuestions` */
  constructor(start: URL) {
    this.#start = start;
  }

  /** The answer, part by part as they are taken; an answer that is left is not worked out to its end. */
  async *partsOf(question: Q): AsyncGenerator<P> {
    const { port1, port2 } = new MessageChannel();
    this.#open += 1;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    try {
      const worker = (this.#worker ??= this.#started());
      worker.postMessage({ question, port: port2 } satisfies WorkerTask<Q>, [port2]);
      for await (const reply of replies<P>(port1)) {
        if (reply.kind === 'end') return;
        if (reply.kind === 'fault') throw new Error(`A worker could not answer: ${reply.fault}`);
        yield reply.part;
        port1.postMessage('more');
      }
    } finally {
      port1.close();
      this.#open -= 1;
      if (this.#open === 0) this.#rest();
    }
  }

  /** The answer to a question that has one part. */
  async answerTo(question: Q): Promise<P> {
    for await (const part of this.partsOf(question)) return part;
    invariant(false, 'a question is answered');
  }

  #started(): Worker {
    const worker = new Worker(this.#start, { execArgv: [] });
    worker.unref();
    const forget = (): void => {
      if (this.#worker === worker) this.#worker = null;
    };
    // Whoever waits for it hears from the port that it is gone.
    worker.on('error', forget);
    worker.on('exit', forget);
    return worker;
  }

  #rest(): void {
    this.#timer = setTimeout(() => this.close(), KEPT_MS);
    this.#timer.unref();
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    void this.#worker?.terminate();
  }
}
