import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerWebFiles } from './web-files.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'entente-pages-'));
const script = 'console.log("pages");'.repeat(200);
let app: FastifyInstance;

beforeAll(async () => {
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(
    path.join(folder, 'index.html'),
    '<meta name="csp-nonce" content="__CSP_NONCE__"><script nonce="__CSP_NONCE__" src="/assets/main-1a2b.js"></script>',
  );
  writeFileSync(path.join(folder, 'assets/main-1a2b.js'), script);
  writeFileSync(path.join(folder, 'assets/main-1a2b.js.gz'), gzipSync(script));
  writeFileSync(path.join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(path.join(folder, '.made'), '');
  app = Fastify();
  await registerWebFiles(app, folder);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const nonceOf = (policy: unknown): string | undefined => /script-src 'self' 'nonce-([\w-]+)'/.exec(String(policy))?.[1];

describe('the page', () => {
  test.each([
    '/',
    '/w',
    '/w/demo/organisations/lioho?asOf=2001',
    '/sign-in?to=/w',
    '/sign-on?code=x',
    '/set-up',
    '/account',
  ])('is answered at %s, with a nonce of its own', async (url) => {
    const [one, two] = [await app.inject({ url }), await app.inject({ url })];
    const nonces = [nonceOf(one.headers['content-security-policy']), nonceOf(two.headers['content-security-policy'])];
    expect(nonces[0]).toMatch(/^[\w-]{22}$/);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(one.body.split(nonces[0] ?? '').length).toBe(3);
    expect(one.body).not.toContain('__CSP_NONCE__');
    expect(one.headers['content-security-policy']).toMatch(
      /require-trusted-types-for 'script'; trusted-types default$/,
    );
    expect(one.headers['cache-control']).toBe('no-store');
  });

  test.each(['/index.html', '/workspace', '/api/nothing'])('is not answered at %s', async (url) => {
    expect((await app.inject({ url })).statusCode).toBe(404);
  });
});

describe('a file', () => {
  test('with a hash in its name lasts, compressed for those who ask', async () => {
    const plain = await app.inject({ url: '/assets/main-1a2b.js' });
    const zipped = await app.inject({ url: '/assets/main-1a2b.js', headers: { 'accept-encoding': 'gzip, br' } });
    for (const answer of [plain, zipped]) {
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(answer.headers['content-type']).toMatch(/javascript/);
    }
    expect(plain.body).toBe(script);
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(script);
  });

  test('without one is asked for anew', async () => {
    const answer = await app.inject({ url: '/favicon.svg' });
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache']);
  });

  // @asvs V13.4.1 V13.4.3
  test.each(['/.made', '/assets/main-1a2b.js.gz', '/assets/', '/assets/..%2f..%2fetc/passwd', '/assets/nothing.js'])(
    'is not answered at %s',
    async (url) => {
      expect((await app.inject({ url })).statusCode).toBe(404);
    },
  );
});
