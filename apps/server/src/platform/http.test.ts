import { connect } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Configuration, configurationFrom } from './configuration.ts';
import { type Databases, openDatabase } from './database.ts';
import { type App, createApp, type Room } from './http.ts';
import { ProblemError } from './problems.ts';
import { freshDatabase } from './test-database.ts';
import { nobodySignsIn } from './identity.ts';

const PORT = 15_400;
const HOST = `localhost:${PORT}`;

function testConfiguration(): Configuration {
  const read = configurationFrom({ PORT: String(PORT), ENTENTE_DEMO: '1' });
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return read.value;
}

const echo: Room = (app, { databases }) => {
  app.post(
    '/api/echo',
    {
      schema: {
        body: z.strictObject({
          name: z.string().min(1).max(5),
          share: z.number().max(100).optional(),
          nested: z.strictObject({ kind: z.enum(['a', 'b']) }).optional(),
        }),
        response: { 200: z.object({ name: z.string() }) },
      },
    },
    (request) => request.body,
  );
  app.get(
    '/api/items/:id',
    { schema: { params: z.object({ id: z.uuid() }), querystring: z.strictObject({ q: z.string().optional() }) } },
    () => ({}),
  );
  app.get('/api/bug', () => {
    throw new Error('password=hunter2 in a message of ours');
  });
  app.get('/api/refused', () => {
    throw new ProblemError({ status: 409, code: 'stale-version', detail: 'Stale.', extensions: { current: 3 } });
  });
  app.get(
    '/api/wrong-answer',
    { schema: { response: { 200: z.object({ n: z.number() }) } } },
    () => ({ n: 'x' }) as unknown as { n: number },
  );
  app.get('/api/long', () => 'long '.repeat(2000));
  app.get('/api/full', async () => {
    await sql`do $$ begin raise exception 'full' using errcode = '53100'; end $$`.execute(databases.app);
  });
  return Promise.resolve();
};

const database = await freshDatabase();
let app: App;
beforeAll(async () => {
  app = await createApp(
    { databases: database, configuration: testConfiguration(), identify: nobodySignsIn, logger: false },
    [echo],
  );
});
afterAll(async () => {
  await app.close();
  await database.remove();
});

const json = { host: HOST, 'content-type': 'application/json' };
const post = (payload: string | Buffer, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/api/echo', headers: { ...json, ...headers }, payload });
const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { host: HOST, ...headers } });

describe('a problem', () => {
  // @asvs V2.2.1 V15.3.3
  test('is an RFC 9457 document with a page and every fault by place, rule and mend', async () => {
    const answer = await post('{"name":"","share":101,"nested":{"kind":"c"},"extra/field":1}');
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toEqual({
      type: '/docs/errors/request-invalid',
      title: 'Bad Request',
      status: 400,
      detail: 'The request does not have the documented shape.',
      code: 'request-invalid',
      instance: '/api/echo',
      errors: [
        expect.objectContaining({ pointer: '/name', code: 'too-small', fix: 'Send at least 1.' }),
        expect.objectContaining({ pointer: '/share', code: 'too-big', fix: 'Send at most 100.' }),
        expect.objectContaining({ pointer: '/nested/kind', code: 'invalid-value', fix: 'Send one of a, b.' }),
        expect.objectContaining({ pointer: '/extra~1field', code: 'unrecognized-keys' }),
      ],
    });
    const page = await get('/docs/errors/request-invalid');
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test('of a parameter names it', async () => {
    const answer = await get('/api/items/nonsense?size=1');
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ parameter: 'id' }] });
  });

  test('carries its own members', async () => {
    expect((await get('/api/refused')).json()).toMatchObject({ status: 409, code: 'stale-version', current: 3 });
  });

  test('never repeats the query, which may hold a search', async () => {
    const answer = await get('/api/nothing?q=secret');
    expect(answer.json()).toMatchObject({ status: 404, code: 'not-found', instance: '/api/nothing' });
    expect(answer.body).not.toContain('secret');
  });

  // @asvs V13.4.2 V16.5.1
  test.each(['/api/bug', '/api/wrong-answer'])('of ours (%s) says nothing of its cause', async (url) => {
    const answer = await get(url);
    expect(answer.json()).toMatchObject({ status: 500, code: 'internal-error', errors: [] });
    expect(answer.body).not.toMatch(/hunter2|number|ZodError|stack/);
  });

  test('of a full disk says that nothing was changed', async () => {
    expect((await get('/api/full')).json()).toMatchObject({ status: 507, code: 'storage-full' });
  });
});

describe('a body is refused', () => {
  test.each([
    ['malformed', '{"name":', 400, 'json-malformed'],
    ['empty', '', 400, 'json-malformed'],
    ['with a key twice', '{"name":"a","name":"b"}', 400, 'duplicate-key'],
    ['with a prototype key', '{"name":"a","__proto__":{"isAdmin":true}}', 400, 'forbidden-key'],
    ['with half a character', String.raw`{"name":"\ud800"}`, 400, 'text-malformed'],
  ])('%s', async (_, payload, status, code) => {
    expect((await post(payload)).json()).toMatchObject({ status, code });
  });

  test('with broken UTF-8, instead of storing a replacement character', async () => {
    const answer = await post(Buffer.from([...Buffer.from('{"name":"'), 0xff, ...Buffer.from('"}')]));
    expect(answer.json()).toMatchObject({ status: 400, code: 'text-malformed' });
  });

  test('over 1 MiB', async () => {
    const answer = await post(`{"name":"${'x'.repeat(10 * 1024 * 1024)}"}`);
    expect(answer.json()).toMatchObject({ status: 413, code: 'body-too-large' });
  });

  // @asvs V3.5.2
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
    'as %s',
    async (type) => {
      expect((await post('{"name":"a"}', { 'content-type': type })).json()).toMatchObject({
        status: 415,
        code: 'media-type-unsupported',
      });
    },
  );

  test('and the next one is read', async () => {
    const answer = await post('{"name":"麗偉"}', { 'content-type': 'application/json; charset=utf-8' });
    expect([answer.statusCode, answer.json()]).toEqual([200, { name: '麗偉' }]);
  });
});

describe('an address is refused', () => {
  test.each(['/api/items/%ff', '/api/items/%', '/api/nothing?q=%ff', '/api/nothing?q=%E0%A4%A', '/w/%c0%af'])(
    '%s',
    async (url) => {
      const answer = await get(url);
      expect(answer.json()).toMatchObject({ status: 400, code: 'address-malformed' });
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
    },
  );

  test.each([
    '/docs/errors/..%2f..%2fpackage',
    '/docs/errors/no-such-code',
    '/docs/errors/not-found.md',
    '/assets/../../package.json',
  ])('%s', async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  });

  test.each(['/nowhere', '/docs/errors/no-such-code'])(
    '%s, in words and in three languages to a browser',
    async (url) => {
      const answer = await get(url, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      expect(answer.body).toMatch(/There is nothing.*何もありません.*沒有任何內容/s);
    },
  );

  test('of the API as a problem, whoever asks', async () => {
    const answer = await get('/api/nothing', { accept: 'text/html' });
    expect(answer.json()).toMatchObject({ status: 404, code: 'not-found' });
  });
});

describe('the list of pages', () => {
  test('leads to guides, methods and problems, and each of its links is answered', async () => {
    const list = await get('/docs');
    const links = [...list.body.matchAll(/href="(\/docs\/(?!api)[^"]+)"/g)].map(([, link]) => link ?? '');
    expect(links).toEqual(expect.arrayContaining(['/docs/using/import', '/docs/glossary', '/docs/errors/not-found']));
    for (const link of links) expect([link, (await get(link)).statusCode]).toEqual([link, 200]);
  });
});

// @asvs V3.5.1
describe('another site is refused', () => {
  test.each([
    ['a rebound name', { host: `evil.example:${PORT}` }, 'foreign-host'],
    ['another port', { host: 'localhost:1' }, 'foreign-host'],
    ['no port', { host: 'localhost' }, 'foreign-host'],
    ['a name that begins like ours', { host: `localhost.evil.example:${PORT}` }, 'foreign-host'],
    ['a user before the host', { host: `localhost:${PORT}@evil.example` }, 'foreign-host'],
    ['a foreign origin', { origin: 'https://evil.example' }, 'foreign-origin'],
    ['an origin that is hidden', { origin: 'null' }, 'foreign-origin'],
    ['another port of this machine', { origin: 'http://localhost:3000' }, 'foreign-origin'],
    ['the same place over https', { origin: `https://${HOST}` }, 'foreign-origin'],
    ['a form of another site', { 'sec-fetch-site': 'cross-site' }, 'foreign-origin'],
    ['a form of another port', { 'sec-fetch-site': 'same-site' }, 'foreign-origin'],
  ])('%s', async (_, headers, code) => {
    expect((await post('{"name":"a"}', headers)).json()).toMatchObject({ status: 403, code });
  });

  test('also at addresses that do not exist', async () => {
    expect((await get('/nothing', { host: 'evil.example' })).statusCode).toBe(403);
  });

  test.each([`localhost:${PORT}`, `127.0.0.1:${PORT}`, `[::1]:${PORT}`])('but not this machine as %s', async (host) => {
    const answer = await post('{"name":"a"}', { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' });
    expect(answer.statusCode).toBe(200);
  });

  test('but a link from elsewhere may be followed', async () => {
    expect((await get('/api/health', { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(200);
  });
});

describe('every answer', () => {
  // @asvs V3.4.2 V3.4.3 V3.4.4 V3.4.5 V3.4.6
  test('forbids framing, sniffing, inline code and foreign readers', async () => {
    for (const answer of [await get('/api/health'), await get('/nothing'), await get('/api/bug')]) {
      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toContain(`frame-ancestors 'none'`);
      expect(policy).toContain(`object-src 'none'; base-uri 'none'`);
      expect(policy).toContain(`require-trusted-types-for 'script'; trusted-types 'none'`);
      expect(policy).not.toContain('unsafe');
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
  });

  // @asvs V3.4.1
  test('over https keeps browsers on it for a year; over http it promises nothing', async () => {
    const read = configurationFrom({ HOST: '0.0.0.0', ENTENTE_URL: 'https://entente.example' });
    if (!read.ok) throw new Error(read.problems[0]?.message);
    const parts = { databases: database, configuration: read.value, identify: nobodySignsIn, logger: false };
    const secure = await createApp(parts, []);
    for (const url of ['/api/health', '/nothing', '/docs']) {
      const answer = await secure.inject({ url, headers: { host: 'entente.example' } });
      expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
      expect((await get(url)).headers['strict-transport-security']).toBeUndefined();
    }
    await secure.close();
  });

  test('of some length is compressed for those who ask', async () => {
    const plain = await get('/api/long');
    const zipped = await get('/api/long', { 'accept-encoding': 'gzip' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(zipped.rawPayload.length).toBeLessThan(plain.rawPayload.length / 10);
  });
});

describe('health', () => {
  test('names product and database when the database answers', async () => {
    expect((await get('/api/health')).json()).toEqual({
      status: 'ok',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
      database: expect.stringMatching(/^PostgreSQL \d+\.\d+$/) as string,
    });
    expect((await get('/api/ready')).json()).toEqual({ status: 'ready' });
  });

  // @asvs V16.5.2
  test('is a 503 problem when it does not', async () => {
    const away: Databases = {
      app: openDatabase('postgres://entente_app:x@127.0.0.1:1/entente', { role: 'app' }),
      room: database.room,
      auth: database.auth,
    };
    const without = await createApp(
      { databases: away, configuration: testConfiguration(), identify: nobodySignsIn, logger: false },
      [],
    );
    for (const url of ['/api/health', '/api/ready']) {
      const answer = await without.inject({ url, headers: { host: HOST } });
      expect(answer.json()).toMatchObject({ status: 503, code: 'database-unavailable' });
    }
    await without.close();
    await away.app.destroy();
  });
});

describe('the wire', () => {
  test('noise instead of HTTP is answered with 400 and the server lives on', async () => {
    const other = await createApp(
      { databases: database, configuration: testConfiguration(), identify: nobodySignsIn, logger: false },
      [],
    );
    await other.listen({ port: PORT, host: '127.0.0.1' });
    const said = await new Promise<string>((resolve, reject) => {
      const socket = connect(PORT, '127.0.0.1', () => socket.write('\x16\x03\x01 noise\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
    expect((await fetch(`http://127.0.0.1:${PORT}/api/health`)).status).toBe(200);
    await other.close();
  });
});
