import { describe, expect, test } from 'vitest';
import { prepared, tag } from './test-records.ts';
import { type Reply, testServer } from './test-server.ts';

const server = await testServer();
const { ask } = server;
const path = await prepared(server, 'custom-fields');

const PRIORITY = {
  kind: 'alliance',
  key: 'priority',
  as: 'term',
  labels: { en: 'Priority', ja: '優先度', 'zh-Hant': '優先順序' },
  terms: [
    { term: 'high', labels: { en: 'high', ja: '高' } },
    { term: 'low', labels: { en: 'low' } },
  ],
};
const field = (more: object): object => ({ kind: 'alliance', as: 'line', labels: { en: 'A field' }, ...more });
const define = (body: object): Promise<Reply> => ask('POST', `${path}/custom-fields`, body);
type Problem = { readonly pointer: string; readonly code: string };
const problemsIn = (reply: Reply): Problem[] =>
  (reply.body['errors'] as Problem[]).map(({ pointer, code }) => ({ pointer, code }));

const priority = await define(PRIORITY);
await define(field({ key: 'due', as: 'date' }));
await define(field({ key: 'budget', as: 'decimal' }));
await define(field({ kind: 'source', key: 'shelf' }));
await define(field({ kind: 'stake', key: 'basis' }));

let made = 0;
const alliance = async (custom: object): Promise<Reply> => {
  made += 1;
  return ask('POST', `${path}/alliances`, { name: `Alliance ${made}`, slug: `custom-${made}`, custom });
};

describe('a field of the workspace’s own', () => {
  test('is defined with words in several languages, and listed in order', async () => {
    expect(priority.status).toBe(201);
    const { items } = (await ask('GET', `${path}/custom-fields`)).body as { items: { key: string }[] };
    expect(items.map(({ key }) => key)).toEqual(['budget', 'due', 'priority', 'shelf', 'basis']);
    expect(items[2]).toMatchObject({ ...PRIORITY, place: 0, retired: false, abilities: { change: true } });
  });

  test.each([
    ['a key that is taken', PRIORITY, 409, { pointer: '/key', code: 'custom-field-taken' }],
    ['no label', field({ key: 'none', labels: {} }), 400, { pointer: '/labels' }],
    ['terms where nothing is chosen', field({ key: 'none', terms: PRIORITY.terms }), 422, { pointer: '/terms' }],
    ['nothing to choose from', field({ key: 'none', as: 'term' }), 422, { pointer: '/terms' }],
    ['a key like a sentence', field({ key: 'A key' }), 400, { pointer: '/key' }],
    [
      'a term twice',
      { ...PRIORITY, key: 'none', terms: [PRIORITY.terms[0], PRIORITY.terms[0]] },
      400,
      { pointer: '/terms/1/term' },
    ],
    [
      'control characters in a label',
      field({ key: 'none', labels: { en: 'a\u0007b' } }),
      400,
      { pointer: '/labels/en', code: 'text-unreadable' },
    ],
  ])('is refused with %s', async (_, body, status, problem) => {
    const reply = await define(body);
    expect(reply.status).toBe(status);
    expect(problemsIn(reply)).toMatchObject([problem]);
  });

  test('takes values that rest on claims, and gives them up again', async () => {
    const added = await alliance({ priority: 'high', due: '2026-04', budget: '12.50' });
    expect(added.body['custom']).toEqual({ priority: 'high', due: '2026-04', budget: '12.50' });
    const address = `${path}/alliances/${added.id}`;
    const read = await ask('GET', `${address}?include=claims`);
    const claims = read.body['claims'] as { field: string; value: string }[];
    expect(claims.map(({ field: name }) => name).sort()).toEqual(
      ['custom.budget', 'custom.due', 'custom.priority', 'name'].concat('exists').sort(),
    );
    const changed = await ask('PATCH', address, { custom: { priority: 'low', due: null } }, tag(read));
    expect(changed.body['custom']).toEqual({ priority: 'low', budget: '12.50' });
    const undone = await ask('POST', `${path}/changes/${String(changed.headers['entente-change'])}/undo`, {});
    expect(undone.status).toBe(201);
    expect((await ask('GET', address)).body['custom']).toEqual(added.body['custom']);
  });

  test('holds what a better-ranked rival claim says, and shows that they differ', async () => {
    const added = await alliance({ priority: 'high' });
    const rival = {
      subject: { kind: 'alliance', id: added.id },
      field: 'custom.priority',
      value: 'low',
      source: 'article',
      place: 'p. 4',
      rank: 'preferred',
      reason: 'Read again',
    };
    expect((await ask('POST', `${path}/claims`, rival)).status).toBe(201);
    const read = await ask('GET', `${path}/alliances/${added.id}?include=claims`);
    expect(read.body['custom']).toEqual({ priority: 'low' });
    expect(read.body['discrepancies']).toMatchObject([{ field: 'custom.priority' }]);
    const wrong = await ask('POST', `${path}/claims`, { ...rival, value: 'urgent' });
    expect(problemsIn(wrong)).toEqual([{ pointer: '/value', code: 'term-unknown' }]);
  });

  test('of sources and stakes holds values too', async () => {
    const source = await ask('POST', `${path}/sources`, { kind: 'web', title: 'A page', custom: { shelf: 'B 2' } });
    expect(source.body['custom']).toEqual({ shelf: 'B 2' });
    const change = { custom: { shelf: 'C 1' } };
    const moved = await ask('PATCH', `${path}/sources/${source.id}`, change, tag(source));
    expect(moved.body['custom']).toEqual({ shelf: 'C 1' });
    const body = { alliance: 'alliance', holder: 'parent', share: '50', custom: { basis: 'votes' } };
    expect((await ask('POST', `${path}/stakes`, body)).body['custom']).toEqual({ basis: 'votes' });
  });

  test.each([
    ['a key that nobody defined', { nothing: 'x' }, { pointer: '/custom/nothing', code: 'field-unknown' }],
    ['a field of another kind', { shelf: 'x' }, { pointer: '/custom/shelf', code: 'field-unknown' }],
    ['a term that is not offered', { priority: 'urgent' }, { pointer: '/custom/priority', code: 'term-unknown' }],
    ['an impossible date', { due: '2026-13' }, { pointer: '/custom/due', code: 'date-malformed' }],
    ['a number with separators', { budget: '1,450' }, { pointer: '/custom/budget', code: 'number-malformed' }],
  ])('refuses %s, and keeps nothing', async (_, custom, problem) => {
    const before = (await ask('GET', path)).body['version'];
    expect(problemsIn(await alliance(custom))).toEqual([problem]);
    expect((await ask('GET', path)).body['version']).toBe(before);
  });

  test('keeps terms and itself while records hold them, and can be retired', async () => {
    const added = await define({ ...PRIORITY, key: 'rating' });
    const address = `${path}/custom-fields/${added.id}`;
    await alliance({ rating: 'high' });
    const fewer = await ask('PATCH', address, { terms: [PRIORITY.terms[1]] }, tag(added));
    expect(problemsIn(fewer)).toEqual([{ pointer: '/terms', code: 'custom-field-in-use' }]);
    expect((await ask('DELETE', address, undefined, tag(added))).status).toBe(409);
    const retired = await ask('PATCH', address, { retired: true, terms: [PRIORITY.terms[0]] }, tag(added));
    expect(retired.body).toMatchObject({ retired: true, version: 2, terms: [PRIORITY.terms[0]] });
    expect((await ask('PATCH', address, { place: 3 }, tag(added))).status).toBe(412);
    const unused = await define(field({ key: 'unused' }));
    expect((await ask('DELETE', `${path}/custom-fields/${unused.id}`, undefined, tag(unused))).status).toBe(204);
  });

  test('stays in its workspace', async () => {
    const other = await prepared(server, 'custom-fields-other');
    expect((await ask('GET', `${other}/custom-fields`)).body['items']).toEqual([]);
    expect((await ask('PATCH', `${other}/custom-fields/${priority.id}`, { place: 1 }, tag(priority))).status).toBe(404);
    expect((await ask('POST', `${other}/alliances`, { name: 'x', custom: { priority: 'high' } })).status).toBe(422);
  });
});
