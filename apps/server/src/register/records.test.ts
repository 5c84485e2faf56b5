import { describe, expect, test } from 'vitest';
import { BODIES, prepared, tag } from './test-records.ts';
import { testServer } from './test-server.ts';

const server = await testServer();
const { ask } = server;
const path = await prepared(server, 'records');
const version = async (): Promise<number> => Number((await ask('GET', path)).body['version']);

/** A field of each kind to change, with a new value. */
const CHANGES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  organisations: { founded: '1971-05' },
  'organisation-names': { to: '2001' },
  houses: { name: 'Yulon Group' },
  'house-memberships': { from: '1972' },
  alliances: { stage: 'mature' },
  memberships: { role: null },
  stakes: { share: '13' },
  resources: { property: 'property' },
  domains: { to: 'unknown' },
  people: { level: 'middle' },
  events: { date: '2003-04', about: [{ kind: 'organisation', id: 'venture' }] },
  measures: { value: '1451.5' },
  conditions: { kind: 'funding' },
  workforces: { number: '4' },
  sources: { venue: 'A journal' },
};

describe.each(Object.entries(BODIES))('%s', (collection, body) => {
  const list = `${path}/${collection}`;

  test('are added, read, changed and removed, each time with a new version of record and workspace', async () => {
    const before = await version();
    const added = await ask('POST', list, body);
    expect({ status: added.status, body: added.body }).toMatchObject({
      status: 201,
      body: { version: 1, class: 'INTERNAL' },
    });
    expect(await version()).toBe(before + 1);
    const address = `${list}/${added.id}`;
    expect(added.headers['location']).toBe(`/api/v1${address}`);
    expect(added.headers['etag']).toBe('"1"');

    const read = await ask('GET', address);
    expect(read.body).toEqual(added.body);
    const listed = await ask('GET', `${list}?limit=200`);
    expect(listed.body['items']).toContainEqual(added.body);

    const changed = await ask('PATCH', address, CHANGES[collection], tag(read));
    expect({ status: changed.status, body: changed.body }).toMatchObject({ status: 200, body: { version: 2 } });
    for (const [field, value] of Object.entries(CHANGES[collection] ?? {})) {
      if (typeof value === 'string') expect(changed.body[field]).toBe(value);
    }
    expect(await version()).toBe(before + 2);

    const removed = await ask('DELETE', address, undefined, tag(changed));
    expect(removed.status).toBe(204);
    expect((await ask('GET', address)).status).toBe(404);
    expect(await version()).toBe(before + 3);
  });

  test('ask for the version they are changed at, and refuse one that is past', async () => {
    const added = await ask('POST', list, {
      ...body,
      ...('slug' in body ? { slug: `${String(body['slug'])}-2` } : {}),
      ...(collection === 'sources' ? { key: 'another' } : {}),
    });
    const address = `${list}/${added.id}`;
    const before = await version();
    for (const method of ['PATCH', 'DELETE'] as const) {
      const given = method === 'PATCH' ? CHANGES[collection] : undefined;
      const none = await ask(method, address, given);
      expect({ status: none.status, code: none.body['code'] }).toEqual({ status: 428, code: 'version-required' });
      const stale = await ask(method, address, given, { 'if-match': '"7"' });
      expect(stale.status).toBe(412);
      expect(stale.body).toMatchObject({ code: 'version-stale', yourVersion: 7, currentVersion: 1 });
      const malformed = await ask(method, address, given, { 'if-match': 'yesterday' });
      expect(malformed.body).toMatchObject({ status: 400, code: 'version-malformed' });
    }
    expect(await version()).toBe(before);
    await ask('DELETE', address, undefined, tag(added));
  });

  test('are not there for an unknown id, slug or workspace: every time the same answer', async () => {
    const unknown = ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'nobody'];
    for (const id of unknown) {
      expect((await ask('GET', `${list}/${id}`)).body).toMatchObject({ status: 404, code: 'record-not-found' });
      expect((await ask('PATCH', `${list}/${id}`, {}, { 'if-match': '"1"' })).body).toMatchObject({
        status: 404,
        code: 'record-not-found',
      });
      expect((await ask('DELETE', `${list}/${id}`, undefined, { 'if-match': '"1"' })).body).toMatchObject({
        status: 404,
        code: 'record-not-found',
      });
    }
    expect((await ask('GET', `/workspaces/elsewhere/${collection}`)).body).toMatchObject({
      status: 404,
      code: 'workspace-not-found',
    });
    expect((await ask('POST', `/workspaces/elsewhere/${collection}`, body)).body).toMatchObject({
      status: 404,
      code: 'workspace-not-found',
    });
  });
});

describe('what hangs together', () => {
  test('a slug is made from the name when none is given, and a taken one is refused', async () => {
    const first = await ask('POST', `${path}/organisations`, { name: 'Näme & Söhne' });
    const second = await ask('POST', `${path}/organisations`, { name: 'Name Sohne' });
    expect([first.body['slug'], second.body['slug']]).toEqual(['name-sohne', 'name-sohne-2']);
    const taken = await ask('POST', `${path}/organisations`, { name: 'X', slug: 'name-sohne' });
    expect(taken.body).toMatchObject({ status: 409, code: 'slug-taken', errors: [{ pointer: '/slug' }] });
    const named = await ask('POST', `${path}/organisations`, { name: '高松機械' });
    expect(named.body['slug']).toBe('organisation');
  });

  test('a record is removed with its parts, and not while others refer to it', async () => {
    const alliance = await ask('POST', `${path}/alliances`, { name: 'Whole', slug: 'whole', venture: 'venture' });
    await ask('POST', `${path}/memberships`, { alliance: 'whole', organisation: 'parent' });
    await ask('POST', `${path}/stakes`, { alliance: 'whole', holder: 'parent', share: '1', from: '1950', to: '1951' });
    const event = await ask('POST', `${path}/events`, {
      title: 'Founding',
      about: [{ kind: 'alliance', id: 'whole' }],
    });
    const kept = await ask('DELETE', `${path}/alliances/whole`, undefined, tag(alliance));
    expect(kept.body).toMatchObject({ status: 409, code: 'record-in-use' });
    expect((await ask('GET', `${path}/memberships?alliance=whole`)).body['total']).toBe(1);
    await ask('DELETE', `${path}/events/${event.id}`, undefined, tag(event));
    expect((await ask('DELETE', `${path}/alliances/whole`, undefined, tag(alliance))).status).toBe(204);
    const parent = await ask('GET', `${path}/organisations/parent`);
    const inUse = await ask('POST', `${path}/memberships`, { alliance: 'alliance', organisation: 'parent' });
    expect((await ask('DELETE', `${path}/organisations/parent`, undefined, tag(parent))).body).toMatchObject({
      status: 409,
    });
    await ask('DELETE', `${path}/memberships/${inUse.id}`, undefined, tag(inUse));
  });

  test('the pages of an alliance and of a partner come in one answer, with evidence', async () => {
    const stake = await ask('POST', `${path}/stakes`, {
      alliance: 'alliance',
      holder: 'parent',
      share: '50',
      from: '1994',
    });
    await ask('POST', `${path}/claims`, {
      subject: { kind: 'stake', id: stake.id },
      field: 'share',
      value: '49',
      source: 'article',
      place: 'Table 7',
      quote: '49 %',
    });
    await ask('POST', `${path}/events`, {
      title: 'Founding',
      date: '1994',
      about: [{ kind: 'organisation', id: 'venture' }],
    });
    const page = await ask('GET', `${path}/alliances/alliance/record`);
    expect(page.status).toBe(200);
    expect(page.body).toMatchObject({
      alliance: { slug: 'alliance', venture: { slug: 'venture', name: 'Venture' } },
      stakes: [{ holder: { slug: 'parent', name: 'Parent' }, share: '50', version: 1 }],
      events: [{ title: 'Founding' }],
      discrepancies: [{ subject: { kind: 'stake', id: stake.id }, field: 'share' }],
    });
    const sources = page.body['sources'] as { key: string }[];
    expect(sources.map(({ key }) => key).sort()).toEqual(['article', 'entry-local']);
    const partner = await ask('GET', `${path}/organisations/parent/record`);
    expect(partner.body).toMatchObject({
      organisation: { slug: 'parent' },
      stakesHeld: [{ issuer: { slug: 'venture' }, share: '50' }],
    });
    expect((await ask('GET', `${path}/organisations/venture/record`)).body).toMatchObject({
      alliances: [{ slug: 'alliance' }],
      stakesIn: [{ share: '50' }],
    });
    expect((await ask('GET', `${path}/alliances/nobody/record`)).body).toMatchObject({
      status: 404,
      code: 'record-not-found',
    });
  });
});

describe('workspaces', () => {
  test('are made empty, listed by slug page by page, and one name leads to one workspace', async () => {
    for (const slug of ['b-space', 'a-space']) await ask('POST', '/workspaces', { name: slug, slug });
    expect((await ask('POST', '/workspaces', { name: 'x', slug: 'a-space' })).body).toMatchObject({
      status: 409,
      code: 'slug-taken',
    });
    const first = await ask('GET', '/workspaces?limit=2');
    expect(first.body['items']).toMatchObject([{ slug: 'a-space', version: 0 }, { slug: 'b-space' }]);
    const second = await ask('GET', `/workspaces?limit=2&cursor=${String(first.body['nextCursor'])}`);
    expect(second.body).toMatchObject({ items: [{ slug: 'records' }], nextCursor: null, total: 3 });
    expect((await ask('GET', '/workspaces/a-space/organisations')).body).toEqual({
      items: [],
      nextCursor: null,
      total: 0,
    });
  });
});

test.each(['new', 'summary', 'table'])(
  'no record is called %j in addresses, which means something else there',
  async (slug) => {
    const refused = await ask('POST', `${path}/alliances`, { name: 'Called so', slug });
    expect(refused.body).toMatchObject({ status: 409, code: 'slug-taken', errors: [{ pointer: '/slug' }] });
    const named = await ask('POST', `${path}/alliances`, { name: slug });
    expect(named.body).toMatchObject({ name: slug, slug: `${slug}-2` });
    const renamed = await ask('PATCH', `${path}/alliances/${named.id}`, { slug }, tag(named));
    expect(renamed.status).toBe(409);
  },
);
