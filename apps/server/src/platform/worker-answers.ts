import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { invariant } from '@entente/core/kernel';
import type { WorkerReply, WorkerTask } from './worker-desk.ts';

/** Which questions come, whoever started the worker knows. */
type Task = WorkerTask<never>;
type Answering = (question: never) => Iterable<unknown> | AsyncIterable<unknown>;

async function answer({ question, port }: Task, partsOf: Answering): Promise<void> {
  const say = (reply: WorkerReply<unknown>): void => port.postMessage(reply);
  const left = once(port, 'close').then(() => 'left' as const);
  try {
    for await (const part of partsOf(question)) {
      // A part is worked out when the one before it was taken.
      const taken = once(port, 'message').then(() => 'taken' as const);
      say({ kind: 'part', part });
      if ((await Promise.race([taken, left])) === 'left') return;
    }
    say({ kind: 'end' });
  } catch (error) {
    say({ kind: 'fault', fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

/** Answers what a `WorkerDesk` asks, in the worker that it started. */
export function answerQuestions(partsOf: Answering): void {
  invariant(parentPort, 'this runs in a worker');
  parentPort.on('message', (task: Task) => void answer(task, partsOf));
}
