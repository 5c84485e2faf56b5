import { afterAll } from 'vitest';
import { openTestServer, type TestServer } from './test-app.ts';

export type { Reply, TestServer } from './test-app.ts';

/** The API on a database of its own, for one test file. */
export async function testServer(...parts: Parameters<typeof openTestServer>): Promise<TestServer> {
  const { close, ...server } = await openTestServer(...parts);
  afterAll(close);
  return server;
}
