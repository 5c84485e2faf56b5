import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../register/test-server.ts';
import { rooms } from '../rooms.ts';
import { shiftExpiry } from '../sharing/test-clock.store.ts';
import { daysAhead, type Method, sharing, visit } from '../sharing/test-rooms.ts';
import { testProvider } from '../sign-in/test-provider.ts';
import { type Browser, invitesAnybody, PASSWORD, signedUp, signInServer } from '../sign-in/test-sign-in.ts';
import { paperSaying } from './test-papers.store.ts';
import { enrol, person, type TestPerson } from './test-people.store.ts';

// Each way in which systems that share records are known to have failed, by its name, asked over the API: here those by which
// somebody sees too much, in known-killers-in-texts those that a text does. Rooms and their grants, sign-in and the matrix
// have tests of their own, which ask the same in more variants.

const world = await sharing('firm', rooms);
const { asOwner, guestOf, publish, server, workspaceId } = world;
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

  test('an alliance of ours with a paper of another one', async () => {
    const aside = (await asOwner('POST', '/alliances', { name: 'Aside', start: '2003', end: '..' })).id;
    const { id } = await asOwner('POST', `/alliances/${aside}/papers`, paperSaying('Beside the other'));
    for (const [method, body] of [
      ['GET', undefined],
      ['PATCH', paperSaying('Moved')],
      ['DELETE', undefined],
    ] as const) {
      const at = async (paper: string) =>
        told(await asOwner(method, `/alliances/alliance/papers/${paper}`, body, { 'if-match': '"1"' }), paper);
      const absent = await at(ABSENT);
      expect(absent[0]).toBe(404);
      expect(await at(id)).toEqual(absent);
    }
    expect((await asOwner('GET', `/alliances/${aside}/papers/${id}`)).body).toMatchObject({ version: 1 });
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
    '/organisations/rival-a/network-ties',
    '/network',
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
    expect((await visit(world, late, '')).body).toMatchObject({ items: [] });
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
    expect((await visit(world, leaver, '')).body).toMatchObject({ items: [] });
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
