import type { ChangeSetDetailAnswer, ChangeSetPageAnswer } from '@entente/contract/register';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { BODIES, prepared, tag } from './test-records.ts';
import { type Reply, testServer } from './test-server.ts';

const server = await testServer();
const { ask, database } = server;
const path = await prepared(server, 'undo');
const changeOf = (reply: Reply): string => String(reply.headers['entente-change']);
const undo = (change: string) => ask('POST', `${path}/changes/${change}/undo`, { reason: 'By mistake' });

/** All rows of the register as they are, without the marks that every write leaves. */
async function everything(): Promise<unknown> {
  const tables = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_trigger t on t.tgrelid = c.oid and t.tgname = 'touch'`.execute(
    database.superuser,
  );
  const rows: Record<string, unknown> = {};
  for (const { name } of tables.rows) {
    const held = await sql<{ row: unknown }>`
      select to_jsonb(t) - 'version' - 'updated_at' as row from ${sql.table(`app.${name}`)} t order by id`.execute(
      database.superuser,
    );
    rows[name] = held.rows;
  }
  return rows;
}

describe.each(Object.entries(BODIES))('undo of %s', (collection, body) => {
  test('takes back an addition, a change and a removal, and an undo itself', async () => {
    const empty = await everything();
    const added = await ask('POST', `${path}/${collection}`, body);
    const full = await everything();
    const address = `${path}/${collection}/${added.id}`;
    const first = await undo(changeOf(added));
    expect({ status: first.status, body: first.body }).toMatchObject({
      status: 201,
      body: { command: 'undo', undoes: changeOf(added), reason: 'By mistake' },
    });
    expect(await everything()).toEqual(empty);
    const second = await undo(changeOf(first));
    expect(second.status).toBe(201);
    expect(await everything()).toEqual(full);

    const removed = await ask('DELETE', address, undefined, tag(await ask('GET', address)));
    expect(await everything()).toEqual(empty);
    expect((await undo(changeOf(removed))).status).toBe(201);
    expect(await everything()).toEqual(full);

    const again = await ask('GET', address);
    const classed = await ask('PATCH', address, { class: 'CLEAN' }, tag(again));
    expect(classed.body['class']).toBe('CLEAN');
    expect((await undo(changeOf(classed))).status).toBe(201);
    expect(await everything()).toEqual(full);
    const last = await ask('GET', address);
    expect(Number(last.body['version'])).toBeGreaterThan(Number(classed.body['version']));
    await ask('DELETE', address, undefined, tag(last));
  });
});

describe('undo', () => {
  test('is refused with the later changes in the way, and possible when they are undone', async () => {
    const stake = await ask('POST', `${path}/stakes`, {
      alliance: 'alliance',
      holder: 'parent',
      share: '60',
      from: '1995',
    });
    const address = `${path}/stakes/${stake.id}`;
    const lower = await ask('PATCH', address, { share: '50' }, tag(stake));
    const lowest = await ask('PATCH', address, { share: '40' }, tag(lower));
    const blocked = await undo(changeOf(lower));
    expect(blocked.body).toMatchObject({
      status: 409,
      code: 'undo-blocked',
      later: [{ id: changeOf(lowest), command: 'change-stake' }],
    });
    expect((await ask('GET', address)).body['share']).toBe('40');
    expect((await undo(changeOf(lowest))).status).toBe(201);
    expect((await undo(changeOf(lower))).status).toBe(201);
    expect((await ask('GET', address)).body['share']).toBe('60');
    expect((await undo(changeOf(stake))).status).toBe(201);
    expect((await ask('GET', address)).status).toBe(404);
  });

  test('of an addition is refused while later records refer to it', async () => {
    const added = await ask('POST', `${path}/organisations`, { name: 'Referred to', slug: 'referred' });
    const member = await ask('POST', `${path}/memberships`, { alliance: 'alliance', organisation: 'referred' });
    expect((await undo(changeOf(added))).body).toMatchObject({
      code: 'undo-blocked',
      later: [{ id: changeOf(member) }],
    });
    expect((await undo(changeOf(member))).status).toBe(201);
    expect((await undo(changeOf(added))).status).toBe(201);
  });

  test('is whole or not at all: where the past no longer fits, nothing is changed', async () => {
    const first = await ask('POST', `${path}/stakes`, {
      alliance: 'alliance',
      holder: 'parent',
      share: '60',
      from: '1995',
    });
    const gone = await ask('DELETE', `${path}/stakes/${first.id}`, undefined, tag(first));
    const other = await ask('POST', `${path}/stakes`, {
      alliance: 'alliance',
      holders: 'others',
      share: '70',
      from: '1995',
    });
    const before = await everything();
    expect((await undo(changeOf(gone))).body).toMatchObject({ status: 422, code: 'stakes-over-100' });
    expect(await everything()).toEqual(before);
    await ask('DELETE', `${path}/stakes/${other.id}`, undefined, tag(other));
    expect((await undo(changeOf(gone))).status).toBe(201);
  });

  test('of one entry does not meet the next entry, though both rest on one source', async () => {
    const one = await ask('POST', `${path}/organisations`, { name: 'One' });
    await ask('POST', `${path}/organisations`, { name: 'Two' });
    expect((await undo(changeOf(one))).status).toBe(201);
  });

  test('restores a number letter by letter', async () => {
    const value = '12345678901234567890.0123456789';
    const measure = await ask('POST', `${path}/measures`, {
      of: { kind: 'organisation', id: 'parent' },
      quantity: 'x',
      value,
    });
    const removed = await ask('DELETE', `${path}/measures/${measure.id}`, undefined, tag(measure));
    expect((await undo(changeOf(removed))).status).toBe(201);
    expect((await ask('GET', `${path}/measures/${measure.id}`)).body['value']).toBe(value);
  });
});

describe('history', () => {
  test('tells each change with its rows before and after, latest first, of a workspace or one record', async () => {
    const added = await ask('POST', `${path}/organisations`, {
      name: 'Told',
      slug: 'told',
      reason: 'From the annual report',
    });
    await ask('PATCH', `${path}/organisations/told`, { name: 'Retold' }, tag(added));
    const all = await ask('GET', `${path}/changes?limit=1`);
    expect(all.body).toMatchObject({
      items: [{ command: 'change-organisation', actor: { name: 'Local user' }, abilities: { undo: true } }],
    });
    const own = (await ask('GET', `${path}/changes?record=organisation:told`)).body['items'] as {
      id: string;
      reason: string | null;
    }[];
    expect(own).toMatchObject([
      { command: 'change-organisation', rows: 2 },
      { command: 'create-organisation', reason: 'From the annual report' },
    ]);
    const detail = await ask('GET', `${path}/changes/${String(own[0]?.id)}`);
    expect(detail.body['changes']).toContainEqual(
      expect.objectContaining({
        row: 'organisation',
        action: 'changed',
        subject: expect.objectContaining({
          kind: 'organisation',
          id: added.id,
          slug: 'told',
          name: 'Retold',
        }) as unknown,
        fields: [{ field: 'name', before: 'Told', after: 'Retold' }],
      }),
    );
  });

  test('is read page by page', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await ask('GET', `${path}/changes?limit=40${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...(page.body['items'] as { id: string }[]).map(({ id }) => id));
      expect(page.body['total']).toBeGreaterThan(40);
      cursor = (page.body['nextCursor'] as string | null) ?? '';
    } while (cursor !== '');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await ask('GET', `${path}/changes?limit=1`)).body['total']);
  });

  test('of a record outlives the record', async () => {
    const added = await ask('POST', `${path}/houses`, { name: 'Gone' });
    await ask('DELETE', `${path}/houses/${added.id}`, undefined, tag(added));
    expect((await ask('GET', `${path}/changes?record=house:${added.id}`)).body['total']).toBe(2);
  });

  const historyOf = async (query: string) =>
    (await ask('GET', `${path}/changes?${query}`)).body as unknown as ChangeSetPageAnswer;

  test('of a record holds what was done to those that name it, removed ones too', async () => {
    const body = { name: 'With parts', slug: 'with-parts', form: 'licence', start: '1994' };
    await ask('POST', `${path}/alliances`, body);
    const member = await ask('POST', `${path}/memberships`, { alliance: 'with-parts', organisation: 'parent' });
    const event = await ask('POST', `${path}/events`, {
      title: 'Signed',
      about: [{ kind: 'alliance', id: 'with-parts' }],
    });
    await ask('DELETE', `${path}/memberships/${member.id}`, undefined, tag(member));
    const { items } = await historyOf('record=alliance:with-parts');
    expect(items.map(({ command }) => command)).toEqual([
      'remove-membership',
      'create-event',
      'create-membership',
      'create-alliance',
    ]);
    expect(items[0]?.records).toMatchObject([
      {
        kind: 'membership',
        name: 'Parent · With parts',
        removed: true,
        home: { kind: 'alliance', slug: 'with-parts' },
      },
    ]);
    expect(items[1]?.records).toMatchObject([{ id: event.id, name: 'Signed', home: { slug: 'with-parts' } }]);
  });

  test('is narrowed by what was done, by whom and when', async () => {
    const { items, total, actors, commands } = await historyOf('limit=200');
    const [me] = actors;
    expect([actors.length, me?.name]).toEqual([1, 'Local user']);
    expect(new Set(commands)).toEqual(new Set(items.map(({ command }) => command)));
    expect((await historyOf(`actor=${me?.id}`)).total).toBe(total);
    expect((await historyOf('actor=3f2504e0-4f89-41d3-9a0c-0305e82c3301')).total).toBe(0);
    const undos = await historyOf('command=undo&limit=200');
    expect(undos.total).toBe(items.filter(({ command }) => command === 'undo').length);
    expect(undos.total).toBeGreaterThan(0);
    const today = new Date().toISOString().slice(0, 10);
    const counted = [`from=${today}`, `to=${today}`, `from=${today.slice(0, 4)}`, 'to=2001-02'].map(
      async (query) => (await historyOf(query)).total,
    );
    expect(await Promise.all(counted)).toEqual([total, total, total, 0]);
    const middle = items[Math.floor(items.length / 2)]?.at ?? '';
    const [since, until] = [await historyOf(`from=${middle}`), await historyOf(`to=${middle}`)];
    expect(since.total + until.total).toBe(total);
    expect(since.items.every(({ at }) => at >= middle)).toBe(true);
  });

  test('says what undid a change, until that is undone itself', async () => {
    const added = await ask('POST', `${path}/houses`, { name: 'To and fro' });
    const state = async () => {
      const { items } = await historyOf(`record=house:${added.id}`);
      return items.map(({ command, undoneBy, abilities }) => [command, undoneBy !== null, abilities.undo]);
    };
    const first = await undo(changeOf(added));
    expect(await state()).toEqual([
      ['undo', false, true],
      ['create-house', true, false],
    ]);
    await undo(changeOf(first));
    expect(await state()).toEqual([
      ['undo', false, true],
      ['undo', true, false],
      ['create-house', false, true],
    ]);
  });

  test('tells claims by source and field, and records that are mentioned by name', async () => {
    const subject = { kind: 'organisation', id: 'parent' };
    const claim = await ask('POST', `${path}/claims`, {
      subject,
      field: 'founded',
      value: '1950',
      source: 'article',
      place: 'p. 2',
    });
    const stake = await ask('POST', `${path}/stakes`, { alliance: 'alliance', holder: 'parent', share: '12.50' });
    const changes = async (reply: Reply) =>
      ((await ask('GET', `${path}/changes/${changeOf(reply)}`)).body as unknown as ChangeSetDetailAnswer).changes;
    const [claimed] = (await changes(claim)).filter(({ row }) => row === 'claim');
    expect(claimed).toMatchObject({
      action: 'added',
      subject: { kind: 'organisation', slug: 'parent', name: 'Parent' },
      claim: { field: 'founded', value: '1950', source: { slug: 'article', name: 'Article' } },
    });
    const [staked] = await changes(stake);
    expect(staked?.fields).toContainEqual({
      field: 'holder',
      before: null,
      after: { kind: 'organisation', id: expect.any(String) as string, slug: 'parent', name: 'Parent', removed: false },
    });
    expect(staked?.fields).toContainEqual({ field: 'share', before: null, after: '12.5' });
    await ask('DELETE', `${path}/stakes/${stake.id}`, undefined, tag(stake));
  });

  test('of one large change is read row by row, page by page', async () => {
    const added = await ask('POST', `${path}/alliances`, BODIES['alliances']);
    const whole = (await ask('GET', `${path}/changes/${changeOf(added)}`)).body as unknown as ChangeSetDetailAnswer;
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await ask('GET', `${path}/changes/${changeOf(added)}?limit=3${cursor}`);
      const { changes, nextCursor } = page.body as unknown as ChangeSetDetailAnswer;
      seen.push(...changes.map(({ rowId }) => rowId));
      cursor = nextCursor === null ? '' : `&cursor=${nextCursor}`;
    } while (cursor !== '');
    expect(seen).toEqual(whole.changes.map(({ rowId }) => rowId));
    expect(seen.length).toBe(whole.rows);
  });

  test.each([
    ['record=alliance:nowhere', 422, 'record-unknown'],
    ['record=alliance', 400, 'request-invalid'],
    ['record=planet:earth', 400, 'request-invalid'],
    ['actor=somebody', 400, 'request-invalid'],
    ['command=Drop%20Table', 400, 'request-invalid'],
    ['from=yesterday', 400, 'request-invalid'],
    ['from=2026-02-30', 400, 'request-invalid'],
    ['to=2026-13', 400, 'request-invalid'],
    ['to=2026-11-22T10:00', 400, 'request-invalid'],
    ['cursor=nowhere', 400, 'cursor-malformed'],
  ])('is not read by %s', async (query, status, code) => {
    expect((await ask('GET', `${path}/changes?${query}`)).body).toMatchObject({ status, code });
  });

  test('is not read by the cursor of another list', async () => {
    const other = (await ask('GET', `${path}/organisations?limit=1`)).body['nextCursor'];
    const [set] = (await historyOf('limit=1')).items;
    const cursor = (await historyOf('limit=1')).nextCursor;
    expect((await ask('GET', `${path}/changes?cursor=${String(other)}`)).body['code']).toBe('cursor-malformed');
    expect((await ask('GET', `${path}/changes/${set?.id}?cursor=${cursor}`)).body['code']).toBe('cursor-malformed');
  });
});
