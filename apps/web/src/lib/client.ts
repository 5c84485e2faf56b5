import type { z } from 'zod';
import { problemFrom, RequestFailure } from './problem.ts';

/** One request: which schema its answer must meet, and what goes with it. */
type Request<S extends z.ZodType> = {
  readonly answer: S;
  readonly query?: Readonly<Record<string, string | number | null | undefined>>;
  readonly signal?: AbortSignal;
};

type Write<S extends z.ZodType> = Request<S> & {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** The version that the writer has seen; the server refuses when the record has moved on. */
  readonly version?: number;
  /** The same key for every attempt at one action, so that a repeated send is done once. */
  readonly idempotencyKey: string;
};

const addressOf = (path: string, query: Request<z.ZodType>['query'] = {}): string => {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  const text = new URLSearchParams(given).toString();
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`;
};

async function exchange<S extends z.ZodType>(
  path: string,
  request: Request<S>,
  init: RequestInit,
): Promise<z.output<S>> {
  const response = await fetch(addressOf(path, request.query), { ...init, signal: request.signal ?? null }).catch(
    (cause: unknown) => {
      if (request.signal?.aborted) throw cause;
      throw new RequestFailure('unreachable', null, cause);
    },
  );
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new RequestFailure('refused', problemFrom(response.status, response.statusText, body));
  const parsed = request.answer.safeParse(body);
  if (!parsed.success) throw new RequestFailure('unreadable', null, parsed.error);
  return parsed.data;
}

/** Reads from the API. @throws RequestFailure */
export function read<S extends z.ZodType>(path: string, request: Request<S>): Promise<z.output<S>> {
  return exchange(path, request, { headers: { accept: 'application/json' } });
}

/** Changes something through the API. @throws RequestFailure */
export function write<S extends z.ZodType>(path: string, request: Write<S>): Promise<z.output<S>> {
  const headers = new Headers({ accept: 'application/json', 'idempotency-key': request.idempotencyKey });
  if (request.version !== undefined) headers.set('if-match', `"${request.version}"`);
  if (request.body === undefined) return exchange(path, request, { method: request.method, headers });
  headers.set('content-type', 'application/json');
  return exchange(path, request, { method: request.method, headers, body: JSON.stringify(request.body) });
}
