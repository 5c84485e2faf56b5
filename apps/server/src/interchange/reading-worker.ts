import { getHeapStatistics } from 'node:v8';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { invariant } from '@entente/core/kernel';
import { LoadParts } from './load-parts.ts';
import { type ReadingRequest, tableReading, type TableReading } from './reading.ts';
import { previewOf } from './reading-preview.ts';
import { presentedReading } from './reading.presenter.ts';
import { unpackedProblem } from './workbook-limits.ts';
import type { ToDesk, ToWorker } from './reading-messages.ts';

/*
 * Reads tables beside the server's own thread: what is slow, large or malicious in a file stays here, and ends with the
 * worker. The last table that was read is kept, so that rows of it can be looked at and written.
 */

let reading: TableReading | null = null;
let parts: LoadParts | null = null;
let fresh: ReturnType<LoadParts['freshRows']> | null = null;

async function read(request: ReadingRequest & { readonly today: string }): Promise<ToDesk> {
  const unfit = await unpackedProblem(request.name, request.bytes, request.mostUnpacked);
  if (unfit !== null) return { kind: 'refused', problems: [unfit] };
  const looked = new LoadParts(request.today);
  const outcome = await tableReading(request, (portion, linked) => looked.look(portion, linked));
  if (!outcome.ok) return { kind: 'refused', problems: [...outcome.problems] };
  reading = outcome.value;
  const { imported } = reading;
  parts = imported.problems.length === 0 ? looked : null;
  const shown = presentedReading(reading, request);
  const heapMegabytes = getHeapStatistics().used_heap_size / 2 ** 20;
  return { kind: 'read', shown, load: parts?.load(imported) ?? null, heapMegabytes };
}

function nextRows(): ToDesk {
  invariant(parts && reading, 'a table without problems was read before its rows are asked for');
  fresh ??= parts.freshRows(reading.imported);
  const next = fresh.next();
  return next.done === true ? { kind: 'rows', batch: null } : { kind: 'rows', batch: next.value };
}

async function answer(message: ToWorker): Promise<ToDesk> {
  switch (message.kind) {
    case 'read':
      return read(message.request);
    case 'preview': {
      invariant(reading, 'a table was read before its rows are looked at');
      return { kind: 'preview', page: previewOf(reading, message.query) };
    }
    case 'rewind':
      fresh = null;
      return { kind: 'rows', batch: null };
    case 'next':
      return nextRows();
  }
}

/** The bytes of rows, which nobody asks the worker for again. */
const handedOver = (reply: ToDesk): ArrayBuffer[] =>
  reply.kind === 'rows'
    ? (reply.batch?.columns ?? []).flatMap(({ array }) => (array === null ? [] : [array.buffer]))
    : [];

function serve(port: MessagePort): void {
  port.on('message', (message: ToWorker) => {
    answer(message).then(
      (reply) => port.postMessage(reply, handedOver(reply)),
      (error: unknown) => {
        const { message: text, stack } = error instanceof Error ? error : new Error(String(error));
        port.postMessage({ kind: 'failed', message: text, stack: stack ?? '' } satisfies ToDesk);
      },
    );
  });
}

invariant(parentPort, 'this file runs in a worker');
serve(parentPort);
