import { type CollectionName, COLLECTIONS, KIND_OF, sortKeysOf } from '@entente/contract/register';
import { describe, expect, test } from 'vitest';
import { filterQuery, type Item, named, preparedLists } from './test-lists.ts';
import { testServer } from './test-server.ts';

const server = await testServer();
const { ask } = server;
const path = await preparedLists(server, 'orders');
describe('an order', () => {
  test('every key of every list, both ways, gives each record once, page by page and window by window', async () => {
    for (const collection of Object.keys(COLLECTIONS) as CollectionName[]) {
      for (const key of sortKeysOf(KIND_OF[collection])) {
        for (const sort of [key, `-${key}`]) {
          const ids = async (tail: string): Promise<{ ids: string[]; cursor: string | null }> => {
            const { status, body, text } = await ask('GET', `${path}/${collection}?sort=${sort}&${tail}`);
            if (status !== 200) throw new Error(`${collection} ${sort} ${text}`);
            return {
              ids: (body['items'] as { id: string }[]).map(({ id }) => id),
              cursor: body['nextCursor'] as string,
            };
          };
          const whole = await ids('limit=500');
          expect(new Set(whole.ids).size, `${collection} ${sort}`).toBe(whole.ids.length);
          const half = Math.ceil(whole.ids.length / 2);
          if (half === 0 || half === whole.ids.length) continue;
          const first = await ids(`limit=${half}`);
          const second = await ids(`limit=${half}&cursor=${first.cursor}`);
          expect([...first.ids, ...second.ids], `${collection} ${sort}`).toEqual(whole.ids);
          expect((await ids(`limit=2&offset=${half - 1}`)).ids).toEqual(whole.ids.slice(half - 1, half + 1));
        }
      }
    }
  }, 180_000);

  test('puts what has no value last in both directions, and goes by several keys', async () => {
    const slugs = async (sort: string): Promise<unknown[]> =>
      ((await ask('GET', `${path}/alliances?sort=${sort}`)).body['items'] as Item[]).map(named);
    expect(await slugs('form')).toEqual(['alliance', 'a-1', 'a-3', 'a-2']);
    expect(await slugs('-form')).toEqual(['a-3', 'a-1', 'alliance', 'a-2']);
    expect(await slugs('end')).toEqual(['a-1', 'a-3', 'alliance', 'a-2']);
    expect(await slugs('-end')).toEqual(['a-3', 'a-1', 'alliance', 'a-2']);
    expect(await slugs('ending,-start')).toEqual(['a-1', 'a-3', 'alliance', 'a-2']);
    expect(await slugs('ending,start,name')).toEqual(['a-1', 'a-2', 'alliance', 'a-3']);
    expect(await slugs('-custom.own-whole')).toEqual(['a-2', 'a-1', 'alliance', 'a-3']);
    expect(await slugs('custom.own-decimal,-entered')).toEqual(['a-2', 'a-1', 'a-3', 'alliance']);
    expect(await slugs('venture,-name')).toEqual(['alliance', 'a-3', 'a-2', 'a-1']);
  });

  test('goes on by a cursor through records without a value', async () => {
    const seen: unknown[] = [];
    let cursor = '';
    for (let page = 0; page < 4; page += 1) {
      const { body } = await ask('GET', `${path}/alliances?sort=-ending,-custom.own-whole&limit=1${cursor}`);
      seen.push(...(body['items'] as Item[]).map(named));
      cursor = `&cursor=${String(body['nextCursor'])}`;
    }
    expect(seen).toEqual(['a-1', 'a-2', 'alliance', 'a-3']);
  });

  test('tells the version of the workspace, which a change raises', async () => {
    const before = Number((await ask('GET', `${path}/houses`)).headers['entente-version']);
    await ask('POST', `${path}/houses`, { name: 'One more' });
    const after = await ask('GET', `${path}/houses`);
    expect(Number(after.headers['entente-version'])).toBe(before + 1);
    expect(after.body['total']).toBe(2);
  });

  test('has an empty window beyond its end, and still tells how many there are', async () => {
    const { body } = await ask('GET', `${path}/alliances?offset=1000`);
    expect(body).toEqual({ items: [], nextCursor: null, total: 4 });
  });
});

describe('refused, in a sentence that helps, is', () => {
  const many = filterQuery(Array.from({ length: 1000 }, () => 'form:is:oem'));
  test.each([
    ['a filter of an unknown field', 'filter=colour:is:red', 'list-field-unknown'],
    ['SQL for a field', `filter=${encodeURIComponent('name") or true --:is:x')}`, 'list-field-unknown'],
    ['SQL for a custom field', `filter=${encodeURIComponent("custom.x' or true --:is:x")}`, 'list-field-unknown'],
    ['a field of every object', 'filter=constructor:is:x', 'list-field-unknown'],
    ['a column that is no field', 'filter=workspace_id:is:x', 'list-field-unknown'],
    ['an operator of other fields', 'filter=form:least:3', 'filter-malformed'],
    ['SQL for an operator', `filter=${encodeURIComponent('form:is not null or:x')}`, 'filter-malformed'],
    ['a filter without an operator', 'filter=form', 'filter-malformed'],
    ['an empty filter', 'filter=', 'filter-malformed'],
    ['a filter with a null character', 'filter=name:has:a%00b', 'filter-malformed'],
    ['a search with a null character', 'q=a%00b', 'text-unreadable'],
    ['a malformed date', 'filter=start:in:31/04/2010', 'date-malformed'],
    ['a day that no month has', 'filter=start:before:2010-04-31', 'date-malformed'],
    ['a thousand filters', many, 'request-invalid'],
    ['a filter of a megabyte', `filter=name:has:${'x'.repeat(5000)}`, 'request-invalid'],
    ['an unknown sort key', 'sort=colour', 'request-invalid'],
    ['SQL for a sort key', `sort=${encodeURIComponent('name; drop table app.alliance')}`, 'request-invalid'],
    ['an unknown key among known ones', 'sort=name,colour', 'request-invalid'],
    ['one sort key twice', 'sort=name,-name', 'request-invalid'],
    ['four sort keys', 'sort=name,form,start,end', 'request-invalid'],
    ['an unknown field of the workspace’s own as a sort key', 'sort=custom.nothing', 'list-field-unknown'],
    ['an offset before the beginning', 'offset=-1', 'request-invalid'],
    ['an offset of two millions', 'offset=2000000', 'request-invalid'],
    ['half an offset', 'offset=0.5', 'request-invalid'],
    ['a limit over 500', 'limit=501', 'request-invalid'],
    ['an offset and a cursor', 'offset=1&cursor=abc', 'request-invalid'],
    ['a cursor of nowhere', 'cursor=abc', 'cursor-malformed'],
    ['a group by an unknown field', 'group=colour', 'request-invalid'],
  ])('%s', async (_, tail, code) => {
    const { status, body } = await ask('GET', `${path}/alliances?${tail}`);
    expect(body).toMatchObject({ code, errors: [{ fix: expect.stringMatching(/\w/) as unknown }] });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  test('a cursor of another order, of another length, or with values of another kind', async () => {
    const first = await ask('GET', `${path}/alliances?sort=start&limit=1`);
    const cursor = String(first.body['nextCursor']);
    const made = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
    for (const [sort, given] of [
      ['name', cursor],
      ['-start', cursor],
      ['start,name', cursor],
      ['start', made(['start', '2005-01-01'])],
      ['start', made(['start', '2005-01-01', '1', '2'])],
      ['start', made(['start', 'x', '1'])],
      ['start', made(['start', '2005-01-01', 'x'])],
      ['start', made(['start', 5, '1'])],
      ['start', made({})],
    ]) {
      const { body } = await ask('GET', `${path}/alliances?sort=${sort}&cursor=${given}`);
      expect({ sort, given, code: body['code'] }).toEqual({ sort, given, code: 'cursor-malformed' });
    }
  });
});
