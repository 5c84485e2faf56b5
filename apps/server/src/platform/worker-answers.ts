import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { invariant } from '@entente/core/kernel';
import type { WorkerReply, WorkerTask } from './worker-desk.ts';

type Parts<P> = Iterable<P> | AsyncIterable<P>;

async function answer<Q, P>({ question, port }: WorkerTask<Q>, partsOf: (question: Q) => Parts<P>): Promise<void> {
  const say = (reply: WorkerReply<P>): void => port.postMessage(reply);
  let isLeft = false;
  const left = once(port, 'close').then(() => (isLeft = true));
  try {
    for await (const part of partsOf(question)) {
      // A part is worked out when the one before it was taken.
      const taken = once(port, 'message');
      say({ kind: 'part', part });
      await Promise.race([taken, left]);
      if (isLeft) return;
    }
    say({ kind: 'end' });
  } catch (error) {
    say({ kind: 'fault', fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

/** Answers what a `WorkerDesk` asks, in the worker that it started. */
export function answerQuestions<Q, P>(partsOf: (question: Q) => Parts<P>): void {
  invariant(parentPort, 'this runs in a worker');
  parentPort.on('message', (task: WorkerTask<Q>) => void answer(task, partsOf));
}
