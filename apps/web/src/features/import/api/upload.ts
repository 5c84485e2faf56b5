import { type ImportAnswer, importRoutes } from '@entente/contract/register';
import { addressOf } from '../../../lib/client.ts';
import { problemFrom, RequestFailure } from '../../../lib/problem.ts';

/** How far an upload is; once all is sent, the server reads the table. */
export type UploadProgress = { readonly sent: number; readonly total: number; readonly bytesPerSecond: number | null };

type Wishes = { readonly onProgress: (progress: UploadProgress) => void; readonly signal: AbortSignal };

/** Shorter spans tell no rate. */
const RATE_AFTER_MS = 300;

/** Bytes a second since the upload began; null while it is too young to tell. */
function rateOf(sent: number, elapsedMs: number): number | null {
  return elapsedMs < RATE_AFTER_MS ? null : Math.round((sent * 1000) / elapsedMs);
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

function answerFrom(request: XMLHttpRequest): ImportAnswer {
  const body = parsed(request.responseText);
  if (request.status < 200 || request.status > 299)
    throw new RequestFailure('refused', problemFrom(request.status, request.statusText, body));
  const draft = importRoutes.create.answer.safeParse(body);
  if (!draft.success) throw new RequestFailure('unreadable', null, draft.error);
  return draft.data;
}

/** Uploads a table; `fetch` does not tell how much of a body has gone. @throws RequestFailure */
export function uploadTable(workspace: string, file: File, { onProgress, signal }: Wishes): Promise<ImportAnswer> {
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress({ sent: loaded, total, bytesPerSecond: rateOf(loaded, performance.now() - begun) });
    request.onload = () => void Promise.resolve(request).then(answerFrom).then(resolve, reject);
    request.onerror = () => reject(new RequestFailure('unreachable', null));
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.open('POST', addressOf(`/workspaces/${encodeURIComponent(workspace)}/imports`));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('idempotency-key', crypto.randomUUID());
    request.send(body);
  });
}
