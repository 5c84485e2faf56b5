import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { enrol, person } from '../authorisation/test-people.store.ts';
import { type DatabaseTransaction, inWorkspace } from '../platform/database.ts';
import { prepared, tag } from './test-records.ts';
import { testServer } from './test-server.ts';
import { findOwnView, findView, findViews } from './views.store.ts';

const server = await testServer();
const { ask, database } = server;
const path = await prepared(server, 'views');
const views = `${path}/views`;
await ask('POST', `${path}/custom-fields`, {
  kind: 'alliance',
  key: 'priority',
  as: 'line',
  labels: { en: 'Priority' },
});

const definition = {
  columns: ['name', 'form', 'custom.priority', 'updatedAt'],
  filters: ['form:is:licence|oem', 'start:in:2005', 'custom.priority:filled'],
  sort: '-start,name',
  group: 'organisation',
  q: '六和',
  opened: { all: false, but: ['is:lioho', 'empty'] },
};
const plain = { columns: ['name'], filters: [], sort: 'entered', group: null, q: null, opened: null };
const body = { name: 'Licences of 2005', collection: 'alliances', definition };

/** The same workspace for somebody else. */
const { id: other } = await person(database, 'Another');
const workspaceId = String((await ask('GET', path)).body['id']);
await enrol(database, workspaceId, other, 'contributor');
const asOther = <T>(run: (transaction: DatabaseTransaction) => Promise<T>): Promise<T> =>
  inWorkspace(database.app, { workspaceId, actorId: other }, run);

describe('a view', () => {
  test('is saved, listed by name, changed at its version, and removed', async () => {
    const made = await ask('POST', views, body);
    expect(made.status).toBe(201);
    expect(made.headers['location']).toBe(`/api/v1${views}/${made.id}`);
    expect(made.body).toEqual({
      id: made.id,
      version: 1,
      name: 'Licences of 2005',
      collection: 'alliances',
      shared: false,
      mine: true,
      definition,
      abilities: { change: true, remove: true },
    });
    const second = await ask('POST', views, {
      ...body,
      name: 'all stakes',
      collection: 'stakes',
      definition: { ...plain, columns: ['share'] },
    });
    const listed = await ask('GET', views);
    expect((listed.body['items'] as { name: string }[]).map(({ name }) => name)).toEqual([
      'all stakes',
      'Licences of 2005',
    ]);
    expect((await ask('GET', `${views}?collection=alliances`)).body['items']).toHaveLength(1);

    const changed = await ask('PATCH', `${views}/${made.id}`, { name: 'Renamed', shared: true }, tag(made));
    expect(changed.body).toMatchObject({ version: 2, name: 'Renamed', shared: true, definition });
    const stale = await ask('PATCH', `${views}/${made.id}`, { name: 'Late' }, tag(made));
    expect([stale.status, stale.body['code']]).toEqual([412, 'version-stale']);
    const blind = await ask('DELETE', `${views}/${made.id}`);
    expect([blind.status, blind.body['code']]).toEqual([428, 'version-required']);
    expect((await ask('DELETE', `${views}/${made.id}`, undefined, tag(made))).status).toBe(412);
    expect((await ask('DELETE', `${views}/${made.id}`, undefined, tag(changed))).status).toBe(204);
    expect((await ask('DELETE', `${views}/${second.id}`, undefined, tag(second))).status).toBe(204);
    expect((await ask('GET', views)).body['items']).toEqual([]);
  });

  test('that was saved before groups were part of views has none turned, and keeps those that are', async () => {
    const { opened: _, ...older } = definition;
    const made = await ask('POST', views, { ...body, definition: older });
    await database.superuser.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ definition: object }>`
        update app.view set definition = definition - 'opened' where id = ${made.id} returning definition`.execute(
        transaction,
      );
      expect(rows[0]?.definition).not.toHaveProperty('opened');
    });
    const [read] = (await ask('GET', views)).body['items'] as { definition: unknown; version: number }[];
    expect(read?.definition).toEqual({ ...older, opened: null });
    const turned = { ...older, opened: { all: true, but: ['is:toyota'] } };
    const changed = await ask(
      'PATCH',
      `${views}/${made.id}`,
      { definition: turned },
      { 'if-match': `"${read?.version}"` },
    );
    expect(changed.body).toMatchObject({ definition: turned });
    const wrong = await ask(
      'PATCH',
      `${views}/${made.id}`,
      { definition: { ...older, opened: { all: true, but: ['x'] } } },
      tag(changed),
    );
    expect([wrong.status, wrong.body['code']]).toEqual([400, 'request-invalid']);
    expect((await ask('DELETE', `${views}/${made.id}`, undefined, tag(changed))).status).toBe(204);
  });

  test('is saved once when it is sent twice under one key, and is no part of the history', async () => {
    const before = (await ask('GET', `${path}/changes`)).body['total'];
    const version = (await ask('GET', path)).body['version'];
    const first = await ask('POST', views, body, { 'idempotency-key': 'once' });
    const again = await ask('POST', views, body, { 'idempotency-key': 'once' });
    expect(again.id).toBe(first.id);
    expect((await ask('GET', views)).body['items']).toHaveLength(1);
    expect((await ask('GET', `${path}/changes`)).body['total']).toBe(before);
    expect((await ask('GET', path)).body['version']).toBe(version);
    await ask('DELETE', `${views}/${first.id}`, undefined, tag(first));
  });

  test('of another workspace is not there', async () => {
    const elsewhere = await prepared(server, 'elsewhere');
    const made = await ask('POST', `${elsewhere}/views`, { ...body, definition: plain, shared: true });
    expect((await ask('GET', views)).body['items']).toEqual([]);
    const changed = await ask('PATCH', `${views}/${made.id}`, { name: 'x' }, tag(made));
    expect([changed.status, changed.body['code']]).toEqual([404, 'record-not-found']);
  });
});

describe('somebody else in the workspace', () => {
  test('sees what is shared and nothing of what is not, whatever they ask', async () => {
    const own = await ask('POST', views, { ...body, name: 'Secret' });
    const shared = await ask('POST', views, { ...body, name: 'Open', shared: true });
    await asOther(async (transaction) => {
      const seen = await findViews(transaction, null);
      expect(seen.map(({ name, mine }) => [name, mine])).toEqual([['Open', false]]);
      expect(await findView(transaction, own.id)).toBeNull();
      expect(await findOwnView(transaction, own.id)).toBeNull();
      expect((await findView(transaction, shared.id))?.name).toBe('Open');
      expect(await findOwnView(transaction, shared.id)).toBeNull();
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from app.view where definition::text like '%licence%' or true`.execute(transaction);
      expect(rows).toEqual([{ n: 1 }]);
    });
    await asOther(async (transaction) => {
      const changed = await sql`update app.view set name = 'Taken', shared = true`.execute(transaction);
      expect(changed.numAffectedRows).toBe(0n);
      const removed = await sql`delete from app.view`.execute(transaction);
      expect(removed.numAffectedRows).toBe(0n);
    });
    for (const statement of [
      sql`insert into app.view (workspace_id, owner_id, name, collection, definition)
        select ${workspaceId}::uuid, id, 'Planted', 'alliances', '{}' from app.person where is_local`,
      sql`update app.view set owner_id = ${other}::uuid`,
    ]) {
      await expect(asOther((transaction) => statement.execute(transaction))).rejects.toMatchObject({ code: '42501' });
    }
    expect((await ask('GET', views)).body['items']).toHaveLength(2);
    for (const view of [own, shared]) await ask('DELETE', `${views}/${view.id}`, undefined, tag(view));
  });

  test('keeps views that the local user neither sees, changes nor removes, unless they are shared', async () => {
    const insert = (name: string, shared: boolean) =>
      asOther(async (transaction) => {
        const { rows } = await sql<{ id: string }>`
          insert into app.view (workspace_id, owner_id, name, collection, shared, definition)
          values (${workspaceId}::uuid, ${other}::uuid, ${name}, 'alliances', ${shared}, ${JSON.stringify(plain)}::jsonb)
          returning id`.execute(transaction);
        return rows[0]?.id ?? '';
      });
    const hidden = await insert('Hidden', false);
    const shown = await insert('Shown', true);
    const version = { 'if-match': '"1"' };
    expect((await ask('GET', views)).body['items']).toMatchObject([
      { name: 'Shown', mine: false, abilities: { change: false, remove: false } },
    ]);
    expect((await ask('PATCH', `${views}/${hidden}`, { name: 'x' }, version)).body['code']).toBe('record-not-found');
    expect((await ask('DELETE', `${views}/${hidden}`, undefined, version)).status).toBe(404);
    expect((await ask('PATCH', `${views}/${shown}`, { name: 'x' }, version)).body['code']).toBe('view-of-another');
    expect((await ask('DELETE', `${views}/${shown}`, undefined, version)).status).toBe(409);
  });
});

describe('refused is a view', () => {
  test.each([
    ['without a name', { ...body, name: '' }, 'request-invalid', null],
    ['of no collection', { ...body, collection: 'partners' }, 'request-invalid', null],
    [
      'with an unknown column',
      { ...body, definition: { ...plain, columns: ['name', 'colour'] } },
      'list-field-unknown',
      '/definition/columns/1',
    ],
    [
      'with an unknown group',
      { ...body, definition: { ...plain, group: 'objective' } },
      'list-field-unknown',
      '/definition/group',
    ],
    [
      'with an unknown order',
      { ...body, definition: { ...plain, sort: 'name,-colour' } },
      'list-field-unknown',
      '/definition/sort',
    ],
    [
      'with a malformed filter',
      { ...body, definition: { ...plain, filters: ['form:is:oem', 'form'] } },
      'filter-malformed',
      '/definition/filters/1',
    ],
    [
      'with an unknown term',
      { ...body, definition: { ...plain, filters: ['form:is:marriage'] } },
      'term-unknown',
      '/definition/filters/0',
    ],
    [
      'with a field of its own that is none',
      { ...body, definition: { ...plain, columns: ['custom.nothing'] } },
      'list-field-unknown',
      '/definition/columns/0',
    ],
    ['with more than the definition says', { ...body, definition: { ...plain, width: 3 } }, 'request-invalid', null],
    [
      'with a thousand filters',
      { ...body, definition: { ...plain, filters: Array(1000).fill('form:empty') } },
      'request-invalid',
      null,
    ],
    ['of somebody else’s making', { ...body, owner: 'x' }, 'request-invalid', null],
  ])('%s', async (_, given, code, pointer) => {
    const { status, body: answer } = await ask('POST', views, given);
    expect(status).toBe(code === 'request-invalid' || code.startsWith('list') || code.startsWith('filter') ? 400 : 422);
    expect(answer).toMatchObject({ code, ...(pointer === null ? {} : { errors: [{ pointer }] }) });
  });

  test('that cannot be changed to what could not be saved', async () => {
    const made = await ask('POST', views, body);
    const refused = await ask(
      'PATCH',
      `${views}/${made.id}`,
      { definition: { ...plain, filters: ['x:is:y'] } },
      tag(made),
    );
    expect(refused.body['code']).toBe('list-field-unknown');
    expect((await ask('GET', `${views}?collection=alliances`)).body['items']).toMatchObject([{ version: 1 }, {}]);
  });

  test('past the two hundredth of one person', async () => {
    const full = await prepared(server, 'full');
    for (let at = 0; at < 200; at += 1) {
      expect((await ask('POST', `${full}/views`, { ...body, name: `View ${at}`, definition: plain })).status).toBe(201);
    }
    const last = await ask('POST', `${full}/views`, { ...body, definition: plain });
    expect([last.status, last.body['code']]).toEqual([409, 'views-full']);
  });
});
