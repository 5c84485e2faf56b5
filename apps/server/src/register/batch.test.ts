import { describe, expect, test } from 'vitest';
import { BODIES, prepared } from './test-records.ts';
import { type Reply, testServer } from './test-server.ts';

const server = await testServer();
const { ask } = server;
const path = await prepared(server, 'batch');

type Write = Readonly<Record<string, unknown>>;
const apply = (changes: readonly Write[], reason?: string): Promise<Reply> =>
  ask('POST', `${path}/changes`, { changes, ...(reason === undefined ? {} : { reason }) });

type Problem = { readonly pointer: string; readonly code: string };
const problemsIn = (reply: Reply): Problem[] =>
  (reply.body['errors'] as Problem[]).map(({ pointer, code }) => ({ pointer, code }));
type Written = { readonly id: string; readonly slug: string | null; readonly version: number | null };
const recordsIn = (reply: Reply): Written[] => reply.body['records'] as Written[];

const total = async (collection: string): Promise<number> =>
  Number((await ask('GET', `${path}/${collection}?exists=any`)).body['total']);
const stake = (holder: string, share: string): Write => ({
  collection: 'stakes',
  create: { alliance: 'alliance', holder, share, from: '1994' },
});

describe('a batch', () => {
  test('adds a record of every kind as one change, and undoes as one', async () => {
    const before = await ask('GET', path);
    const changes = Object.entries(BODIES).map(([collection, create]) => ({ collection, create }));
    const made = await apply(changes, 'All at once');
    expect(made.text).toContain('"records"');
    expect(made.status).toBe(201);
    expect(recordsIn(made)).toHaveLength(changes.length);
    const after = await ask('GET', path);
    expect(after.body['version']).toBe(Number(before.body['version']) + 1);
    const change = String(made.headers['entente-change']);
    expect((made.body['change'] as { id: string }).id).toBe(change);
    expect((await ask('POST', `${path}/changes/${change}/undo`, {})).status).toBe(201);
    expect((await ask('GET', `${path}/alliances/fresh-alliance`)).status).toBe(404);
  });

  test('writes nothing for an empty change, and still refuses it on a version that is stale', async () => {
    const made = await ask('POST', `${path}/organisations`, { name: 'Held still' });
    const [record, version] = [String(made.body['id']), Number(made.body['version'])];
    const held = { collection: 'organisations', record, version, change: {} };
    const claim = {
      collection: 'claims',
      create: {
        subject: { kind: 'organisation', id: record },
        field: 'place',
        value: 'Kunshan',
        source: 'article',
        place: 'p. 2',
      },
    };
    const alone = await apply([held]);
    expect(recordsIn(alone)).toMatchObject([{ version }]);
    const beside = await apply([held, claim]);
    expect(recordsIn(beside)[0]).toMatchObject({ version: version + 1 });
    const stale = await apply([held, claim]);
    expect(stale.status).toBe(412);
    expect(problemsIn(stale)).toEqual([{ pointer: '/changes/0/change', code: 'version-stale' }]);
  });

  test('lets a later write refer to a record that an earlier one adds', async () => {
    const made = await apply([
      { collection: 'organisations', as: 'venture', create: { name: 'New venture', kind: 'venture' } },
      { collection: 'alliances', as: 'pact', create: { name: 'Pact', form: 'joint-venture', venture: '@venture' } },
      { collection: 'memberships', create: { alliance: '@pact', organisation: 'parent' } },
      { collection: 'stakes', create: { alliance: '@pact', holder: 'parent', share: '60' } },
      { collection: 'measures', create: { of: { kind: 'organisation', id: '@venture' }, quantity: 'employees' } },
      {
        collection: 'claims',
        create: {
          subject: { kind: 'alliance', id: '@pact' },
          field: 'start',
          value: '2001',
          source: 'article',
          place: 'p. 1',
        },
      },
    ]);
    expect(made.text).not.toContain('problem');
    const [venture, pact] = recordsIn(made);
    const alliance = await ask('GET', `${path}/alliances/${pact?.slug ?? ''}`);
    expect(alliance.body).toMatchObject({ start: '2001', venture: { id: venture?.id } });
    expect(recordsIn(made)[1]?.version).toBe(alliance.body['version']);
  });

  test('lets two stakes change places, which one by one would pass 100 %', async () => {
    const organisation = { collection: 'organisations', create: { name: 'Other', slug: 'other' } };
    const [, one, two] = recordsIn(await apply([organisation, stake('parent', '70'), stake('other', '30')]));
    const swapped = (share: string, written?: Written): Write => ({
      collection: 'stakes',
      record: written?.id,
      version: written?.version,
      change: { share },
    });
    expect((await apply([swapped('70', two), swapped('30', one)])).status).toBe(201);
    const over = await apply([{ ...swapped('70', two), version: 2, change: { share: '80' } }]);
    expect(problemsIn(over)).toEqual([{ pointer: '/changes/0/change/share', code: 'stakes-over-100' }]);
  });

  test.each<[string, Write, Problem]>([
    [
      'an unknown reference',
      { collection: 'memberships', create: { alliance: '@nowhere', organisation: 'parent' } },
      { pointer: '/changes/1/create/alliance', code: 'record-unknown' },
    ],
    [
      'a malformed date',
      { collection: 'alliances', create: { name: 'A', start: '31/04/2010' } },
      { pointer: '/changes/1/create/start', code: 'date-malformed' },
    ],
    [
      'an end before the beginning',
      { collection: 'alliances', create: { name: 'A', start: '2010', end: '2001' } },
      { pointer: '/changes/1/create/end', code: 'period-reversed' },
    ],
    [
      'a name in addresses that is taken',
      { collection: 'alliances', create: { name: 'A', slug: 'alliance' } },
      { pointer: '/changes/1/create/slug', code: 'slug-taken' },
    ],
    [
      'a record that is not there',
      { collection: 'alliances', record: 'nothing', version: 1, remove: true },
      { pointer: '/changes/1', code: 'record-not-found' },
    ],
    [
      'a version that is stale',
      { collection: 'alliances', record: 'alliance', version: 99, change: { stage: 'x' } },
      { pointer: '/changes/1/change', code: 'version-stale' },
    ],
    [
      'a change without the version it was made on',
      { collection: 'alliances', record: 'alliance', change: { stage: 'x' } },
      { pointer: '/changes/1/version', code: 'field-required' },
    ],
    [
      'a write that does two things',
      { collection: 'alliances', record: 'alliance', version: 1, change: { stage: 'x' }, remove: true },
      { pointer: '/changes/1', code: 'field-required' },
    ],
    [
      'stakes over the whole',
      { collection: 'stakes', create: { alliance: 'alliance', holders: 'others', share: '1', from: '1994' } },
      { pointer: '/changes/1/create/share', code: 'stakes-over-100' },
    ],
  ])('with %s changes nothing, and tells the place', async (_, wrong, problem) => {
    const before = await total('organisations');
    const refused = await apply([{ collection: 'organisations', create: { name: 'Never kept' } }, wrong]);
    expect({ status: refused.status >= 400 && refused.status < 500, text: refused.text }).toMatchObject({
      status: true,
    });
    expect(problemsIn(refused)).toContainEqual(problem);
    expect(await total('organisations')).toBe(before);
  });

  test('is repeated under its idempotency key without a second effect', async () => {
    const body = { changes: [{ collection: 'houses', create: { name: 'Once' } }] };
    const before = await total('houses');
    const once = await ask('POST', `${path}/changes`, body, { 'idempotency-key': 'batch-1' });
    const again = await ask('POST', `${path}/changes`, body, { 'idempotency-key': 'batch-1' });
    expect(again.text).toBe(once.text);
    expect(await total('houses')).toBe(before + 1);
  });

  test.each([[[]], [Array.from({ length: 501 }, () => ({ collection: 'houses', create: { name: 'x' } }))]])(
    'holds 1 to 500 writes',
    async (changes) => {
      expect((await apply(changes)).status).toBe(400);
    },
  );
});
