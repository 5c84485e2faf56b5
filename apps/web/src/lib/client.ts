import type { z } from 'zod';
import { problemFrom, RequestFailure } from './problem.ts';

/** One request: which schema its answer must meet, and what goes with it. */
type Request<S extends z.ZodType> = {
  readonly answer: S;
  /** Several texts under one name are sent one after the other. */
  readonly query?: Readonly<Record<string, string | number | readonly string[] | null | undefined>>;
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

/** The address of a path of the API with its query, as `read` asks for it. */
export const addressOf = (path: string, query: Request<z.ZodType>['query'] = {}): string => {
  const given = Object.entries(query).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === '') return [];
    return typeof value === 'object' ? value.map((one) => [name, one]) : [[name, String(value)]];
  });
  const text = new URLSearchParams(given).toString();
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`;
};

type Exchanged<S extends z.ZodType> = { readonly answer: z.output<S>; readonly headers: Headers };

async function exchange<S extends z.ZodType>(
  path: string,
  request: Request<S>,
  init: RequestInit,
): Promise<Exchanged<S>> {
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
  return { answer: parsed.data, headers: response.headers };
}

/** Reads from the API. @throws RequestFailure */
export async function read<S extends z.ZodType>(path: string, request: Request<S>): Promise<z.output<S>> {
  return (await exchange(path, request, { headers: { accept: 'application/json' } })).answer;
}

/** Asks the API a question that takes a body and changes nothing. @throws RequestFailure */
export async function ask<S extends z.ZodType>(
  path: string,
  request: Request<S> & { readonly body: unknown },
): Promise<z.output<S>> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  return (await exchange(path, request, { method: 'POST', headers, body: JSON.stringify(request.body) })).answer;
}

/** Reads from the API what is shown in parts, with the version of the workspace that the part is of. @throws RequestFailure */
export async function readVersioned<S extends z.ZodType>(
  path: string,
  request: Request<S>,
): Promise<{ readonly answer: z.output<S>; readonly version: string | null }> {
  const { answer, headers } = await exchange(path, request, { headers: { accept: 'application/json' } });
  return { answer, version: headers.get('entente-version') };
}

/** A file that the API makes of what is sent, which changes nothing. @throws RequestFailure */
export async function readFile(path: string, body: unknown): Promise<{ readonly name: string; readonly bytes: Blob }> {
  const response = await fetch(addressOf(path), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new RequestFailure('unreachable', null, cause);
  });
  if (!response.ok) {
    const problem: unknown = await response.json().catch(() => null);
    throw new RequestFailure('refused', problemFrom(response.status, response.statusText, problem));
  }
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'file';
  return { name, bytes: await response.blob() };
}

/** Changes something through the API. @throws RequestFailure */
export async function write<S extends z.ZodType>(path: string, request: Write<S>): Promise<z.output<S>> {
  return (await writeExchange(path, request)).answer;
}

/** Changes something and tells under which id the change can be undone. @throws RequestFailure */
export async function writeUndoably<S extends z.ZodType>(
  path: string,
  request: Write<S>,
): Promise<{ readonly answer: z.output<S>; readonly change: string | null }> {
  const { answer, headers } = await writeExchange(path, request);
  return { answer, change: headers.get('entente-change') };
}

function writeExchange<S extends z.ZodType>(path: string, request: Write<S>): Promise<Exchanged<S>> {
  const headers = new Headers({ accept: 'application/json', 'idempotency-key': request.idempotencyKey });
  if (request.version !== undefined) headers.set('if-match', `"${request.version}"`);
  if (request.body === undefined) return exchange(path, request, { method: request.method, headers });
  headers.set('content-type', 'application/json');
  return exchange(path, request, { method: request.method, headers, body: JSON.stringify(request.body) });
}
