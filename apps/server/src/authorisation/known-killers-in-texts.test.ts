import { describe, expect, test } from 'vitest';
import { rooms } from '../rooms.ts';
import { sharing } from '../sharing/test-rooms.ts';

// Known killers that come in as a text, by name; the others stand in known-killers.

const world = await sharing('firm', rooms);
const { asOwner, guestOf, publish, server } = world;
const anna = await guestOf('rival-a', 'Anna of A');

// @asvs V1.2.4
describe('sort column and time zone as SQL', () => {
  const PAYLOADS = [
    "name'; drop table app.organisation; --",
    'name desc; select pg_sleep(3)',
    '(select class from app.organisation limit 1)',
    'class',
    'workspace_id',
    'case when true then name else slug end',
  ];

  test.each(PAYLOADS)('%s', async (payload) => {
    const asked = encodeURIComponent(payload);
    const begun = performance.now();
    for (const query of [
      `sort=${asked}`,
      `filter=${asked}:is:x`,
      `filter=name:${asked}:x`,
      `columns=${asked}`,
      `timeZone=${asked}`,
      `timezone=${asked}`,
      `asOf=${asked}`,
      `limit=${asked}`,
      `offset=${asked}`,
    ]) {
      const answer = await asOwner('GET', `/organisations?${query}`);
      expect([query, answer.status]).toEqual([query, 400]);
      expect(answer.text.replaceAll(payload, '')).not.toMatch(/syntax error|app\.|pg_|relation/);
    }
    expect((await asOwner('GET', `/organisations/summary?group=${asked}`)).status).toBe(400);
    expect((await asOwner('GET', '/organisations', undefined, { 'time-zone': payload, tz: payload })).status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(30_000);
    expect(Number((await asOwner('GET', '/organisations')).body['total'])).toBeGreaterThan(3);
  });

  // @asvs V15.3.7
  test('a parameter that stands twice is not taken for one of the two', async () => {
    for (const query of ['limit=1&limit=2', 'sort=name&sort=slug', 'q=a&q=b'])
      expect([query, (await asOwner('GET', `/organisations?${query}`)).status]).toEqual([query, 400]);
  });

  test('a value is a value, whatever stands in it', async () => {
    const name = "Robert'); drop table app.organisation; --";
    expect((await asOwner('POST', '/organisations', { name, slug: 'robert' })).status).toBe(201);
    const found = await asOwner('GET', `/organisations?filter=name:is:${encodeURIComponent(name)}`);
    expect(found.body['items']).toMatchObject([{ name }]);
  });
});

describe('CSV formulas', () => {
  const STARTS = ['=1+1', '+1+1', '-1+1', '@SUM(1)', '\t=1+1', '\r=1+1', '=cmd|calc!A1', '＝1+1'];

  test('no cell of a file begins as one: of a list and of a room', async () => {
    for (const [nth, start] of STARTS.entries()) {
      const made = await asOwner('POST', '/organisations', { name: `${start} firm ${nth}`, slug: `formula-${nth}` });
      expect([start, made.status === 201 || made.status === 400]).toEqual([start, true]);
    }
    await asOwner('POST', '/memberships', { alliance: 'alliance', organisation: 'formula-0', role: '@role' });
    const room = (await publish([{ partner: 'rival-a' }], { title: '+title' })).id;
    for (const [path, who] of [
      ['/workspaces/firm/organisations/table?format=csv&columns=name,slug', world.owner],
      [`/rooms/${room}/file`, anna],
    ] as const) {
      const { status, text } = await server.askRaw('GET', path, undefined, who.headers);
      expect(status).toBe(200);
      const cells = text.replace('\uFEFF', '').split(/\r\n|,/);
      expect(cells.filter((cell) => /^"?[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
      expect(text).toContain("'=1+1 firm 0");
    }
  });
});

// @asvs V1.2.1 V1.3.4 V1.3.5 V3.2.1 V4.1.1 V5.4.1
describe('SVG and Markdown script', () => {
  const TEXTS = [
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '![x](javascript:alert(1)) [y](data:text/html,<script>alert(1)</script>)',
    '"><img src=x onerror=alert(1)>',
  ];

  test.each(TEXTS)('%s is a text of a record, and no answer holds it as a document', async (name) => {
    const made = await asOwner('POST', '/organisations', { name });
    expect(made.status).toBe(201);
    for (const accept of ['text/html', 'image/svg+xml', '*/*']) {
      const answer = await asOwner('GET', `/organisations/${made.id}`, undefined, { accept });
      expect(answer.body['name']).toBe(name);
      expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    }
    const file = await server.askRaw(
      'GET',
      '/workspaces/firm/organisations/table?format=csv',
      undefined,
      world.owner.headers,
    );
    expect(file.headers['content-disposition']).toMatch(/^attachment;/);
    for (const path of [`/docs/errors/${encodeURIComponent(name)}`, `/${encodeURIComponent(name)}`]) {
      const page = await server.app.inject({ url: path, headers: { host: 'localhost:15500', accept: 'text/html' } });
      expect(page.statusCode).toBe(404);
      expect(page.body).not.toMatch(/alert\(1\)/);
      expect(String(page.headers['content-security-policy'])).not.toContain('unsafe');
    }
  });

  test('an image is no table to import, whatever it is called', async () => {
    const body = `--b\r\ncontent-disposition: form-data; name="file"; filename="<svg onload=alert(1)>.svg"\r\ncontent-type: image/svg+xml\r\n\r\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>\r\n--b--\r\n`;
    const answer = await asOwner('POST', '/imports', body, { 'content-type': 'multipart/form-data; boundary=b' });
    expect(String(answer.headers['content-type'])).toMatch(/json/);
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
  });
});

// @asvs V1.5.2 V15.3.6
describe('prototype pollution', () => {
  const KEYS = ['__proto__', 'constructor', 'prototype'];
  const isClean = (): boolean => !('polluted' in {}) && Object.keys(Object.prototype).length === 0;

  test.each(KEYS)('by the key %s in a body, at any depth', async (key) => {
    for (const body of [
      `{"name":"x","${key}":{"polluted":true}}`,
      `{"title":"x","date":"2000","about":[{"kind":"alliance","id":"alliance","${key}":{"polluted":true}}]}`,
      `{"name":"x","custom":{"${key}":{"polluted":true}}}`,
    ]) {
      for (const path of ['/organisations', '/events', '/alliances', '/views', '/imports', '/publications'])
        expect((await asOwner('POST', path, body)).status).toBe(400);
    }
    expect(isClean()).toBe(true);
  });

  test.each(KEYS)('by the key %s in a query, a header, an address and as a name of a field', async (key) => {
    expect((await asOwner('GET', `/organisations?${key}[polluted]=1`)).status).toBe(400);
    expect((await asOwner('GET', `/organisations?${key}=1`)).status).toBe(400);
    expect((await asOwner('GET', `/organisations?sort=${key}`)).status).toBe(400);
    expect((await asOwner('GET', `/organisations?filter=${key}:is:x`)).status).toBe(400);
    for (const path of [`/${key}`, `/organisations/${key}`])
      expect([400, 404]).toContain((await asOwner('GET', path)).status);
    expect((await asOwner('GET', '/organisations', undefined, { [key]: 'x' })).status).toBe(200);
    const field = await asOwner('POST', '/custom-fields', { kind: 'alliance', key, as: 'line', labels: { en: 'x' } });
    expect([201, 400, 422]).toContain(field.status);
    const shown = await publish([{ partner: 'rival-a' }], { selection: [{ kind: 'stake', fields: [key] }] });
    expect(shown.status).toBeGreaterThanOrEqual(400);
    expect(shown.status).toBeLessThan(500);
    expect(isClean()).toBe(true);
  });
});
