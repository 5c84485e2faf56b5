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
        subject: { kind: 'organisation', id: added.id, slug: 'told', name: 'Retold' },
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
});
