import { parentPort } from 'node:worker_threads';
import { invariant } from '@entente/core/kernel';
import { type FiguresQuestion, networkFigures } from '@entente/engine/network';
import type { FiguresReply } from './figures-desk.ts';

/* Computes networks beside the server's own thread. */

type Asked = { readonly nth: number; readonly question: FiguresQuestion };

invariant(parentPort, 'this file runs in a worker');
const port = parentPort;
port.on('message', ({ nth, question }: Asked) => {
  try {
    port.postMessage({ nth, figures: networkFigures(question) } satisfies FiguresReply);
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    port.postMessage({ nth, fault } satisfies FiguresReply);
  }
});
