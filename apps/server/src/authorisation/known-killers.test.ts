import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../register/test-server.ts';
import { rooms } from '../rooms.ts';
import { shiftExpiry } from '../sharing/test-clock.store.ts';
import { daysAhead, type Method, sharing, visit } from '../sharing/test-rooms.ts';
import { testProvider } from '../sign-in/test-provider.ts';
import { type Browser, invitesAnybody, PASSWORD, signedUp, signInServer } from '../sign-in/test-sign-in.ts';
import { enrol, person, type TestPerson } from './test-people.store.ts';

// Each way in which systems that share records are known to have failed, by its name, asked over the API. Rooms and their
// grants, sign-in and the matrix have tests of their own, which ask the same in more variants.

const world = await sharing('firm', rooms);
const { asOwner, guestOf, publish, server, workspaceId, idOf } = world;
const anna = await guestOf('rival-a', 'Anna of A');
const alma = await guestOf('rival-a', 'Alma of A');
const bert = await guestOf('rival-b', 'Bert of B');
const contributor = await person(server.database, 'A contributor');
await enrol(server.database, workspaceId, contributor.id, 'contributor');
const ABSENT = '00000000-0000-4000-8000-000000000000';
const HIDDEN = 'Candidate of ours';
const secrets = [HIDDEN, '7.25'];

const as = (who: TestPerson, method: Method, path: string, body?: unknown): Promise<Reply> =>
  server.ask(method, path, body, who.headers);
const firm = (who: TestPerson, path: string, method: Method = 'GET', body?: unknown): Promise<Reply> =>
  as(who, method, `/workspaces/firm${path}`, body);

/** What an answer tells, but for the ids and words that were asked with. */
function told(
  { status, text, headers }: Reply,
  ...asked: readonly string[]
): readonly [status: number, text: string, headers: unknown] {
  const kept = Object.entries(headers).filter(([name]) => !/^(date|x-request-id|etag|content-length)$/.test(name));
  return [status, asked.reduce((rest, each) => rest.replaceAll(each, 'ASKED'), text), kept];
}

const both = [{ partner: 'rival-a' }, { partner: 'rival-b' }];
async function askedOf(partner: string): Promise<{ readonly room: string; readonly request: string }> {
  const room = (await publish(both)).id;
  const asked = await asOwner('POST', `/publications/${room}/requests`, { kind: 'venture-stakes', partner });
  expect(asked.status).toBe(201);
  return { room, request: asked.id };
}
const draft = (who: TestPerson, { room, request }: { room: string; request: string }, words: string) =>
  as(who, 'POST', `/rooms/${room}/requests/${request}/draft`, { verdict: 'comment', words });

const slugs = new Map<string, string>();
const signIn = await signInServer({
  environment: { ENTENTE_PRIVATE_NETWORK: '1' },
  invitationOf: async (token) => {
    const [, email = '', slug] = /^invited:([^>]+)>(.+)$/.exec(token) ?? [];
    if (slug === undefined) return invitesAnybody(token);
    return { email, workspaceId: slugs.get(slug) ?? '', isProofOfEmail: true };
  },
});
const owner = await signedUp(signIn, 'invited:owner@lioho.example');

describe('two ids in a request with only one authorised', () => {
  // @asvs V8.2.2
  test('a guest’s own room with a request of another room or of a rival, and the other way round', async () => {
    const [ofA, otherOfA, ofB] = [await askedOf('rival-a'), await askedOf('rival-a'), await askedOf('rival-b')];
    for (const [what, method, body] of [
      ['draft', 'POST', { verdict: 'confirm' }],
      ['draft', 'DELETE', undefined],
      ['answers', 'POST', undefined],
      ['signature', 'POST', { digest: '0'.repeat(64) }],
    ] as const) {
      const at = async (room: string, request: string) =>
        told(await as(anna, method, `/rooms/${room}/requests/${request}/${what}`, body), room, request);
      const absent = await at(ofA.room, ABSENT);
      expect(absent[0]).toBe(404);
      for (const [room, request] of [
        [ofA.room, otherOfA.request],
        [ofA.room, ofB.request],
        [ofB.room, ofB.request],
        [ABSENT, ofA.request],
      ] as const)
        expect(await at(room, request)).toEqual(absent);
    }
  });

  test('a publication of ours with a request or a grant of another one', async () => {
    const [one, two] = [await askedOf('rival-a'), await askedOf('rival-a')];
    const grants = (await asOwner('GET', `/publications/${two.room}`)).body['grants'] as { id: string }[];
    const grant = grants[0]?.id ?? '';
    const change = async (id: string) =>
      told(
        await asOwner(
          'PATCH',
          `/publications/${one.room}/grants/${id}`,
          { until: daysAhead(60) },
          { 'if-match': '"1"' },
        ),
        id,
      );
    expect(await change(grant)).toEqual(await change(ABSENT));
    const end = async (id: string) => told(await asOwner('DELETE', `/publications/${one.room}/requests/${id}`), id);
    expect(await end(two.request)).toEqual(await end(ABSENT));
    expect((await visit(world, anna, `/${two.room}`)).body['requests']).toHaveLength(1);
  });

  test('a workspace of ours with a record of another one, in the address and in the body', async () => {
    const rival = await person(server.database, 'Rival');
    await as(rival, 'POST', '/workspaces', { name: 'Rival', slug: 'rival' });
    const theirs = (await as(rival, 'POST', '/workspaces/rival/organisations', { name: 'Theirs' })).id;
    const read = async (id: string) => told(await asOwner('GET', `/organisations/${id}`), id);
    expect(await read(theirs)).toEqual(await read(ABSENT));
    const join = async (id: string) =>
      told(await asOwner('POST', '/memberships', { alliance: 'alliance', organisation: id, role: 'x' }), id);
    expect(await join(theirs)).toEqual(await join(ABSENT));
    const filter = async (id: string) => told(await asOwner('GET', `/memberships?organisation=${id}`), id);
    expect(await filter(theirs)).toEqual(await filter(ABSENT));
  });
});

describe('charts and activity feeds without the check', () => {
  const FEEDS = [
    '/organisations/rival-a/portfolio',
    '/alliances/alliance/record',
    '/organisations/summary?group=kind',
    '/stakes/summary',
    '/memberships/summary',
    '/changes?limit=200',
    '/discrepancies',
    '/audit',
  ];
  // @asvs V14.2.2 V14.3.2
  test.each(FEEDS)('%s, and nothing on the way keeps the answer', async (path) => {
    expect(await asOwner('GET', path)).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    const { text } = await server.askRaw('GET', `/workspaces/firm${path}`, undefined, contributor.headers);
    for (const secret of secrets) expect(text).not.toContain(secret);
    for (const outsider of [anna, bert]) {
      const [here, nowhere] = await Promise.all([
        firm(outsider, path),
        as(outsider, 'GET', `/workspaces/nowhere${path}`),
      ]);
      expect(here.status).toBe(404);
      expect(told(here, 'firm')).toEqual(told(nowhere, 'nowhere'));
    }
  });
});

describe('restored drafts', () => {
  test('words of a guest that were thrown away or written anew are nobody else’s, and come back with nothing', async () => {
    const place = await askedOf('rival-a');
    await draft(anna, place, 'First thought');
    await as(anna, 'DELETE', `/rooms/${place.room}/requests/${place.request}/draft`);
    await draft(anna, place, 'Second thought');
    await asOwner('POST', `/publications/${place.room}/editions`);
    await asOwner('DELETE', `/publications/${place.room}`);
    await asOwner('POST', `/publications/${place.room}/grants`, { to: [{ partner: 'rival-a' }], until: daysAhead(30) });
    const again = await visit(world, alma, `/${place.room}`);
    expect(again.status).toBe(200);
    const seen = [
      again,
      await visit(world, bert, `/${place.room}`),
      await asOwner('GET', `/publications/${place.room}`),
      await asOwner('GET', `/publications/${place.room}/seen?guest=${anna.id}`),
      await asOwner('GET', '/changes?limit=200'),
    ];
    for (const { text } of seen) expect(text).not.toMatch(/First thought|Second thought/);
    expect((await visit(world, anna, `/${place.room}`)).text).toMatch(/Second thought/);
  });

  test('a record of the class NEVER that is removed and brought back stays unseen', async () => {
    const made = await asOwner('POST', '/organisations', { name: 'Walk away', slug: 'walk-away', class: 'NEVER' });
    await asOwner('DELETE', `/organisations/${made.id}`, undefined, { 'if-match': '"1"' });
    const [last] = (await asOwner('GET', '/changes?limit=1')).body['items'] as { id: string }[];
    expect((await asOwner('POST', `/changes/${last?.id}/undo`, {})).status).toBe(201);
    expect((await asOwner('GET', `/organisations/${made.id}`)).body).toMatchObject({ class: 'NEVER' });
    expect((await firm(contributor, `/organisations/${made.id}`)).status).toBe(404);
    expect((await firm(contributor, '/changes?limit=200')).text).not.toContain('Walk away');
  });
});

test.each([
  ['two', ['owner@lioho.example', 'thief@elsewhere.example']],
  ['one within', ['owner@lioho.example']],
  ['keys', { 0: 'owner@lioho.example', 1: 'thief@elsewhere.example' }],
])('e-mail as an array in reset: %s', async (_what, email) => {
  const before = signIn.letters().length;
  const answer = await signIn.browser().ask('POST', '/password-reset-requests', { email });
  await signIn.signIn.settled();
  expect([answer.status, answer.code, signIn.letters().length]).toEqual([400, 'request-invalid', before]);
  for (const [path, body] of [
    ['/session', { email, password: PASSWORD }],
    ['/password-resets', { token: ['a', 'b'], password: PASSWORD }],
  ] as const)
    expect((await signIn.browser().ask('POST', path, body)).status).toBe(400);
});

test('another organisation’s identity provider: leads to nobody of ours, whatever subject and e-mail it states', async () => {
  const [ours, theirs] = [
    await testProvider('http://localhost:15502/sign-on'),
    await testProvider('http://localhost:15502/sign-on'),
  ];
  const rival = await signedUp(signIn, 'invited:rival@elsewhere.example');
  const configured = async (browser: Browser, slug: string, { issuer, client }: typeof ours) => {
    slugs.set(slug, String((await browser.ask('POST', '/workspaces', { name: slug, slug })).body['id']));
    const made = await browser.ask('POST', `/workspaces/${slug}/sign-on-providers`, { name: slug, issuer, ...client });
    expect(made.status).toBe(201);
    return String(made.body['id']);
  };
  const ourProvider = await configured(owner, 'ours', ours);
  const theirProvider = await configured(rival, 'theirs', theirs);
  const come = async (provider: string, through: typeof ours, sub: string, invitation?: string) => {
    const browser = signIn.browser();
    const begun = await browser.ask('POST', '/session/sign-on', { provider });
    const query = await through.passThrough(String(begun.body['url']), sub);
    return browser.ask('POST', '/session/sign-on/completion', {
      query,
      ...(invitation === undefined ? {} : { invitation }),
    });
  };
  const hanako = await come(ourProvider, ours, 'hanako', 'invited:hanako@lioho.example>ours');
  expect(hanako.status).toBe(200);
  // The rival's provider states the same subject, and with it the same e-mail.
  expect(await come(theirProvider, theirs, 'hanako')).toMatchObject({ status: 403, code: 'sign-on-uninvited' });
  expect(await come(theirProvider, theirs, 'hanako', 'invited:hanako@lioho.example>ours')).toMatchObject({
    status: 403,
  });
  const own = await come(theirProvider, theirs, 'hanako', 'invited:hanako@elsewhere.example>theirs');
  expect(own.body['account']).not.toEqual(hanako.body['account']);
  expect((await come(theirProvider, theirs, 'owner')).status).toBe(403);
});

describe('expiry not checked', () => {
  test('a grant that is over answers like none, in the list, the room, its file and everything that is done there', async () => {
    const place = await askedOf('rival-a');
    await draft(anna, place, 'In time');
    expect((await visit(world, anna, `/${place.room}`)).status).toBe(200);
    await shiftExpiry(server.database, place.room, '-1 millisecond');
    const asked: readonly (readonly [Method, string, unknown?])[] = [
      ['GET', ''],
      ['GET', '/file'],
      ['POST', `/requests/${place.request}/draft`, { verdict: 'confirm' }],
      ['DELETE', `/requests/${place.request}/draft`],
      ['POST', `/requests/${place.request}/answers`],
      ['POST', `/requests/${place.request}/signature`, { digest: '0'.repeat(64) }],
    ];
    for (const [method, tail, body] of asked) {
      const [over, absent] = [
        await as(anna, method, `/rooms/${place.room}${tail}`, body),
        await as(anna, method, `/rooms/${ABSENT}${tail}`, body),
      ];
      expect(over.status).toBe(404);
      expect(told(over, place.room)).toEqual(told(absent, ABSENT));
    }
    expect((await visit(world, anna, '')).text).not.toContain(place.room);
  });

  test('an invitation that is over lets nobody in', async () => {
    const late = await person(server.database, 'Late Guest');
    const sent = await asOwner('POST', '/guest-invitations', { email: late.email, partner: 'rival-a' });
    await sql`update app.guest_invitation set created_at = now() - interval '99 days', expires_at = now() - interval '1 second'
      where email = ${late.email}`.execute(server.database.superuser);
    const { token } = sent.body;
    const [over, none] = [
      await as(late, 'POST', '/guest-invitations/accept', { token }),
      await as(late, 'POST', '/guest-invitations/accept', { token: 'x'.repeat(String(token).length) }),
    ];
    expect(over.status).toBeGreaterThanOrEqual(400);
    expect(told(over)).toEqual(told(none));
    expect((await visit(world, late, '')).body).toEqual({ items: [] });
  });
});

describe('a withdrawn share alive in a feed', () => {
  test('is gone from the list, the room, its file and a request within the second', async () => {
    const place = await askedOf('rival-a');
    expect((await visit(world, anna, '')).text).toContain(place.room);
    const begun = performance.now();
    expect((await asOwner('DELETE', `/publications/${place.room}`)).status).toBe(204);
    expect((await visit(world, anna, '')).text).not.toContain(place.room);
    for (const tail of ['', '/file']) expect((await visit(world, anna, `/${place.room}${tail}`)).status).toBe(404);
    expect((await draft(anna, place, 'Too late')).status).toBe(404);
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  test('a guest who was sent off finds every list empty at the next request', async () => {
    const leaver = await guestOf('rival-a', 'Leaver of A');
    await publish(both);
    expect((await visit(world, leaver, '')).body['items']).not.toEqual([]);
    await asOwner('DELETE', `/guests/${leaver.id}`);
    expect((await visit(world, leaver, '')).body).toEqual({ items: [] });
  });
});

describe('search, count and autocomplete side channels', () => {
  const WORDS = [HIDDEN, 'candid', 'Candidate'];
  const nothing = 'Zyxwvu';

  test.each([
    ['the palette', '/search?q='],
    ['the search of a list', '/organisations?q='],
    ['a filter', '/organisations?filter=name:has:'],
    ['totals', '/organisations/summary?q='],
    ['a table', '/organisations/table?format=csv&q='],
  ])('%s answers a hidden name as one that is not there', async (_what, path) => {
    const nowhere = await server.askRaw('GET', `/workspaces/firm${path}${nothing}`, undefined, contributor.headers);
    for (const word of WORDS) {
      const asked = encodeURIComponent(word);
      const hidden = await server.askRaw('GET', `/workspaces/firm${path}${asked}`, undefined, contributor.headers);
      expect([hidden.status, hidden.text.replaceAll(word, nothing).replaceAll(asked, nothing)]).toEqual([
        nowhere.status,
        nowhere.text,
      ]);
    }
  });

  test('a filter by what a record refers to answers a hidden short name as one that is not there', async () => {
    const asked = async (slug: string) => told(await firm(contributor, `/memberships?organisation=${slug}`), slug);
    expect(await asked('candidate')).toEqual(await asked('zyxwvu'));
  });

  test('the owner finds it by the same ways, so that they would tell', async () => {
    expect((await asOwner('GET', '/search?q=candid')).text).toContain(HIDDEN);
    expect((await asOwner('GET', '/organisations?q=candid')).text).toContain(HIDDEN);
    const [owners, others] = [
      await asOwner('GET', '/organisations?limit=1'),
      await firm(contributor, '/organisations?limit=1'),
    ];
    expect(Number(owners.body['total'])).toBeGreaterThan(Number(others.body['total']));
  });

  test('a count that a guest is shown counts what may be published, and nothing else', async () => {
    const room = (await publish([{ partner: 'rival-a' }], { selection: [{ kind: 'stake', fields: [] }] })).id;
    const { sections } = (await visit(world, anna, `/${room}`)).body as { sections: { kind: string; count: number }[] };
    const owners = Number((await asOwner('GET', '/stakes')).body['total']);
    expect([sections.find(({ kind }) => kind === 'stake')?.count, owners]).toEqual([1, 3]);
  });
});

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
