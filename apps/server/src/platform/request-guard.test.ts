import http from 'node:http';
import Fastify from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
import { configurationFrom } from './configuration.ts';
import { guardRequest, localHosts } from './request-guard.ts';

test.each([
  [4400, ['localhost:4400', '127.0.0.1:4400', '[::1]:4400']],
  [80, ['localhost', 'localhost:80', '127.0.0.1', '127.0.0.1:80', '[::1]', '[::1]:80']],
])('the local names on port %d', (port, hosts) => {
  expect(localHosts(port)).toEqual(hosts);
});

describe('with a public address', () => {
  const read = configurationFrom({ PORT: '4400', HOST: '0.0.0.0', ENTENTE_URL: 'https://entente.example' });
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const app = Fastify();
  app.addHook('onRequest', async (request, reply) => guardRequest(request, reply, read.value) ?? undefined);
  app.post('/', () => 'let in');
  afterAll(() => app.close());
  const post = (headers: Record<string, string>, remoteAddress: string) =>
    app.inject({ method: 'POST', url: '/', headers, remoteAddress });

  test.each([
    ['its own pages', { host: 'entente.example', origin: 'https://entente.example' }, '192.0.2.9', 'let in'],
    ['programs that send no origin', { host: 'ENTENTE.example' }, '192.0.2.9', 'let in'],
    ['this machine itself', { host: 'localhost:4400', origin: 'http://localhost:4400' }, '127.0.0.1', 'let in'],
    ['a local name from elsewhere', { host: 'localhost:4400' }, '192.0.2.9', 'foreign-host'],
    ['another name', { host: 'evil.example' }, '192.0.2.9', 'foreign-host'],
    ['its own name at another port', { host: 'entente.example:8443' }, '192.0.2.9', 'foreign-host'],
    [
      'its own name without https',
      { host: 'entente.example', origin: 'http://entente.example' },
      '192.0.2.9',
      'foreign-origin',
    ],
    [
      'a page of this machine',
      { host: 'entente.example', origin: 'http://localhost:4400' },
      '127.0.0.1',
      'foreign-origin',
    ],
    [
      'a name that ends alike',
      { host: 'entente.example', origin: 'https://x.entente.example' },
      '192.0.2.9',
      'foreign-origin',
    ],
  ])('%s', async (_who, headers, from, answer) => {
    expect((await post(headers, from)).body).toContain(answer);
  });
});

test('without one, the address that was reached is a name of ours, and no other machine’s is', async () => {
  const app = Fastify();
  app.addHook(
    'onRequest',
    async (request, reply) => guardRequest(request, reply, { port: 0, publicUrl: null }) ?? undefined,
  );
  app.get('/', () => 'let in');
  await app.listen({ host: '127.0.0.2', port: 0 });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const get = (host: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const request = http.get({ host: '127.0.0.2', port, headers: { host } }, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () => resolve(text));
      });
      request.on('error', reject);
    });
  expect(await get(`127.0.0.2:${port}`)).toBe('let in');
  expect(await get(`127.0.0.3:${port}`)).toContain('foreign-host');
  await app.close();
});
