import { describe, expect, test } from 'vitest';
import { prepared, tag } from './test-records.ts';
import { type Reply, testServer } from './test-server.ts';

const server = await testServer();
const { ask } = server;
const path = await prepared(server, 'domain-terms');
const add = (term: string, broader: string | null = null, dimension = 'region'): Promise<Reply> =>
  ask('POST', `${path}/domain-terms`, { dimension, term, broader });
const change = (reply: Reply, body: object): Promise<Reply> =>
  ask('PATCH', `${path}/domain-terms/${reply.id}`, body, tag(reply));
const codes = (reply: Reply): unknown[] => (reply.body['errors'] as { code: string }[]).map(({ code }) => code);
const tree = async (): Promise<string[]> => {
  const { items } = (await ask('GET', `${path}/domain-terms`)).body as {
    items: { term: string; broader: string | null }[];
  };
  return items.map(({ term, broader }) => `${term} < ${broader ?? '-'}`);
};

await add('china');
const jiangsu = await add('jiangsu', 'china');
const kunshan = await add('kunshan', 'jiangsu');

describe('a term of a domain', () => {
  test('stands below another, and may stand in several dimensions', async () => {
    expect([jiangsu.status, jiangsu.body['broader'], jiangsu.body['abilities']]).toEqual([
      201,
      'china',
      { change: true, remove: true },
    ]);
    expect((await add('china', null, 'market')).status).toBe(201);
    expect(await tree()).toEqual(['china < -', 'china < -', 'jiangsu < china', 'kunshan < jiangsu']);
  });

  test.each([
    ['twice in a dimension', 'china', null, 409, 'domain-term-taken'],
    ['below one that is not there', 'suzhou', 'nowhere', 422, 'domain-term-unknown'],
    ['below itself', 'suzhou', 'suzhou', 409, 'domain-term-circular'],
  ])('is refused %s', async (_case, term, broader, status, code) => {
    const reply = await add(term, broader);
    expect([reply.status, codes(reply)]).toEqual([status, [code]]);
  });

  test('is renamed with all that lies below it, and put elsewhere', async () => {
    const renamed = await change(jiangsu, { term: 'kiangsu' });
    expect([renamed.status, await tree()]).toEqual([
      200,
      ['china < -', 'china < -', 'kiangsu < china', 'kunshan < kiangsu'],
    ]);
    const moved = await change(kunshan, { broader: 'china' });
    expect([moved.status, moved.body['broader']]).toEqual([200, 'china']);
    const back = await change(moved, { broader: 'kiangsu' });
    expect(back.body['broader']).toBe('kiangsu');
    const below = await change(renamed, { broader: 'kunshan' });
    expect([below.status, codes(below)]).toEqual([409, ['domain-term-circular']]);
  });

  test('is not changed by whoever read an earlier one', async () => {
    expect((await change(kunshan, { term: 'late' })).status).toBe(412);
  });

  test('is removed when nothing lies below it', async () => {
    const parent = await add('hubei', 'china');
    const child = await add('wuhan', 'hubei');
    const early = await ask('DELETE', `${path}/domain-terms/${parent.id}`, undefined, tag(parent));
    expect([early.status, early.body['code']]).toEqual([409, 'domain-term-in-use']);
    expect((await ask('DELETE', `${path}/domain-terms/${child.id}`, undefined, tag(child))).status).toBe(204);
    expect((await ask('DELETE', `${path}/domain-terms/${parent.id}`, undefined, tag(parent))).status).toBe(204);
    expect((await tree()).join()).not.toContain('wuhan');
  });

  test('of one workspace is not there in another', async () => {
    const other = await prepared(server, 'other-terms');
    expect((await ask('GET', `${other}/domain-terms`)).body['items']).toEqual([]);
    expect(
      (await ask('PATCH', `${other}/domain-terms/${kunshan.id}`, { term: 'x' }, { 'if-match': '"1"' })).status,
    ).toBe(404);
  });
});
