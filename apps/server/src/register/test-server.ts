import { afterAll } from 'vitest';
import { configurationFrom } from '../platform/configuration.ts';
import { type App, createApp, type Room } from '../platform/http.ts';
import { type FreshDatabase, freshDatabase } from '../platform/test-database.ts';
import { type Identify, nobodySignsIn } from '../platform/identity.ts';
import { registerRoom } from './register.routes.ts';

const PORT = 15_500;

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The id in the body. */
  readonly id: string;
};

export type TestServer = {
  readonly app: App;
  readonly database: FreshDatabase;
  /** A request to `/api/v1` + path, as the browser would send it. */
  readonly ask: (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Reply>;
};

/** The API on a database of its own, for one test file. */
export async function testServer(
  rooms: readonly Room[] = [registerRoom],
  identify: Identify = nobodySignsIn,
): Promise<TestServer> {
  const database = await freshDatabase();
  const configuration = configurationFrom({
    PORT: String(PORT),
    // Without a sign-in everybody is the local user.
    ...(identify === nobodySignsIn ? { ENTENTE_DEMO: '1' } : {}),
  });
  if (!configuration.ok) throw new Error(configuration.problems[0]?.message);
  const app = await createApp(
    { databases: database, configuration: configuration.value, identify, logger: false },
    rooms,
  );
  afterAll(async () => {
    await app.close();
    await database.remove();
  });
  return {
    app,
    database,
    ask: async (method, path, body, headers = {}) => {
      const payload =
        body === undefined
          ? {}
          : { payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) };
      const reply = await app.inject({
        method,
        url: `/api/v1${path}`,
        headers: {
          host: `localhost:${PORT}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...payload,
      });
      const text = reply.body;
      const json = (text === '' ? {} : JSON.parse(text)) as Readonly<Record<string, unknown>>;
      return { status: reply.statusCode, headers: reply.headers, text, body: json, id: String(json['id']) };
    },
  };
}
