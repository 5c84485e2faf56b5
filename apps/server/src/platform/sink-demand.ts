import { once } from 'node:events';
import type { PassThrough } from 'node:stream';

/** How long a reader may take nothing before what is sent is given up, so that it does not keep a connection. */
const LONGEST_STALL_MS = 60_000;

/** Waits until the sink takes more; false when nobody will. */
export async function takesMore(sink: PassThrough): Promise<boolean> {
  if (sink.destroyed) return false;
  if (!sink.writableNeedDrain) return true;
  const waiting = new AbortController();
  const stalled = setTimeout(() => sink.destroy(), LONGEST_STALL_MS);
  const { signal } = waiting;
  await Promise.race([once(sink, 'drain', { signal }), once(sink, 'close', { signal })]);
  clearTimeout(stalled);
  waiting.abort();
  return !sink.destroyed;
}
