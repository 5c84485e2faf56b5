import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { configurationFrom } from '../platform/configuration.ts';
import { type App, createApp, type Room } from '../platform/http.ts';
import { type Identify, nobodySignsIn } from '../platform/identity.ts';
import { type FreshDatabase, freshDatabase } from '../platform/test-database.ts';
import { registerRoom } from './register.routes.ts';

const PORT = 15_500;

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** An answer as it was sent. */
export type RawReply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly bytes: Buffer;
};

export type Reply = RawReply & {
  readonly body: Readonly<Record<string, unknown>>;
  /** The id in the body. */
  readonly id: string;
};

type Asking<R> = (method: Method, path: string, body?: unknown, headers?: Record<string, string>) => Promise<R>;

export type TestServer = {
  readonly app: App;
  readonly database: FreshDatabase;
  /** A request to `/api/v1` + path, as the browser would send it. */
  readonly ask: Asking<Reply>;
  /** The same for what may answer with a file. */
  readonly askRaw: Asking<RawReply>;
  /** The same for an answer without end: the first of it, and then whoever asked goes. */
  readonly askBeginning: (path: string, headers: Record<string, string>) => Promise<RawReply>;
};

const payloadOf = (body: unknown) =>
  body === undefined
    ? {}
    : { payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) };

/** The API on a database of its own, until it is closed. */
export async function openTestServer(
  rooms: readonly Room[] = [registerRoom],
  identify: Identify = nobodySignsIn,
): Promise<TestServer & { readonly close: () => Promise<void> }> {
  const database = await freshDatabase();
  // Keys that are made on the way lie in a folder of its own, whatever stands on this machine.
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-server-'));
  const configuration = configurationFrom({
    PORT: String(PORT),
    ENTENTE_DATA: folder,
    // Without a sign-in everybody is the local user.
    ...(identify === nobodySignsIn ? { ENTENTE_DEMO: '1' } : {}),
  });
  if (!configuration.ok) throw new Error(configuration.problems[0]?.message);
  const parts = { databases: database, configuration: configuration.value, identify, logger: false };
  const app = await createApp(parts, rooms);
  const askRaw: TestServer['askRaw'] = async (method, address, body, headers = {}) => {
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const {
      statusCode,
      headers: sent,
      body: text,
      rawPayload: bytes,
    } = await app.inject({
      method,
      url: `/api/v1${address}`,
      headers: { host: `localhost:${PORT}`, ...type, ...headers },
      ...payloadOf(body),
    });
    return { status: statusCode, headers: sent, text, bytes };
  };
  const askBeginning: TestServer['askBeginning'] = async (address, headers) => {
    const going = new AbortController();
    const answer = await app.inject({
      method: 'GET',
      url: `/api/v1${address}`,
      headers: { host: `localhost:${PORT}`, ...headers },
      payloadAsStream: true,
      signal: going.signal,
    });
    const body = answer.stream();
    const text = await new Promise<string>((resolve) => {
      body.once('data', (chunk: Buffer) => resolve(chunk.toString()));
      body.once('end', () => resolve(''));
    });
    body.once('error', () => undefined);
    going.abort();
    return { status: answer.statusCode, headers: answer.headers, text, bytes: Buffer.from(text) };
  };
  return {
    app,
    database,
    askRaw,
    askBeginning,
    ask: async (...asked) => {
      const reply = await askRaw(...asked);
      const json = (reply.text === '' ? {} : JSON.parse(reply.text)) as Readonly<Record<string, unknown>>;
      return { ...reply, body: json, id: String(json['id']) };
    },
    close: async () => {
      await app.close();
      await database.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
