import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../platform/test-database.ts';
import { openChangeSet } from './change-sets.store.ts';
import { RECORD_TABLES } from './record-tables.ts';
import { organisation, testWorkspace } from './test-workspace.store.ts';

const database = await freshDatabase();
afterAll(() => database.remove());
const here = await testWorkspace(database, 'history');

type Logged = {
  table_name: string;
  record_kind: string;
  record_id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};
const changesOf = async (row: string): Promise<Logged[]> =>
  (
    await sql<Logged>`select table_name, record_kind, record_id, before, after from app.change where row_id = ${row} order by position`.execute(
      database.superuser,
    )
  ).rows;

describe('the change log', () => {
  test('holds every insert, update and removal with what was before and after', async () => {
    const id = await organisation(here, 'logged');
    await here.write(sql`update app.organisation set name = 'Renamed' where id = ${id}`);
    await here.write(sql`delete from app.organisation where id = ${id}`);
    expect(await changesOf(id)).toMatchObject([
      {
        table_name: 'organisation',
        record_kind: 'organisation',
        record_id: id,
        before: null,
        after: { name: 'logged', version: 1 },
      },
      { before: { name: 'logged', version: 1 }, after: { name: 'Renamed', version: 2 } },
      { before: { name: 'Renamed', version: 2 }, after: null },
    ]);
  });

  test('holds no derived column, so that a row can be written again from it', async () => {
    const id = await here.write(sql`
      insert into app.organisation (workspace_id, slug, name, founded) values (${here.id}, 'derived', 'N', '1971') returning id`);
    const [logged] = await changesOf(id);
    expect(logged?.after).toMatchObject({ founded: '1971' });
    expect(
      Object.keys(logged?.after ?? {}).filter((column) => /_earliest|_latest|search|certain/.test(column)),
    ).toEqual([]);
  });

  test('hangs on every table of the register', async () => {
    const { rows } = await sql<{ name: string; triggers: string }>`
      select c.relname as name, string_agg(t.tgname, ' ' order by t.tgname) as triggers from pg_trigger t
      join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'app'::regnamespace and t.tgname in ('touch', 'log_insert', 'log_update', 'log_delete')
      group by 1 order by 1`.execute(database.superuser);
    const tables = [...Object.values(RECORD_TABLES).map(({ table }) => table), 'event_subject'].sort();
    expect(rows).toEqual(tables.map((name) => ({ name, triggers: 'log_delete log_insert log_update touch' })));
  });

  test('files a claim under the record it is about, with the class of its row', async () => {
    const subject = await organisation(here, 'subject');
    const source = await here.write(
      sql`insert into app.source (workspace_id, key, kind, title) values (${here.id}, 's', 'web', 'S') returning id`,
    );
    const claim = await here.write(sql`
      insert into app.claim (workspace_id, class, subject_kind, subject_id, field, value, source_id, place)
      values (${here.id}, 'CLEAN', 'organisation', ${subject}, 'name', 'x', ${source}, 'p. 1') returning id`);
    const { rows } = await sql`select record_kind, record_id, class from app.change where row_id = ${claim}`.execute(
      database.superuser,
    );
    expect(rows).toEqual([{ record_kind: 'organisation', record_id: subject, class: 'CLEAN' }]);
  });

  test('cannot be left out: without an open change set nothing is written', async () => {
    const write = here.inside((transaction) =>
      sql`insert into app.house (workspace_id, slug) values (${here.id}, 'unlogged')`.execute(transaction),
    );
    await expect(write).rejects.toMatchObject({ constraint: 'change_needs_change_set' });
    const earlier = await here.change((transaction) =>
      sql<{ id: string }>`select current_setting('entente.change_set') as id`.execute(transaction),
    );
    const reuse = here.inside(async (transaction) => {
      await sql`select set_config('entente.change_set', ${earlier.rows[0]?.id}, true)`.execute(transaction);
      await sql`insert into app.house (workspace_id, slug) values (${here.id}, 'unlogged')`.execute(transaction);
    });
    await expect(reuse).rejects.toMatchObject({ constraint: 'change_needs_change_set' });
  });

  test('cannot be written, altered or cut by the application itself', async () => {
    await organisation(here, 'kept');
    const statements = [
      sql`update app.change set before = '{}'`,
      sql`delete from app.change`,
      sql`delete from app.change_set`,
      sql`truncate app.change`,
      sql`update app.change_set set reason = 'another'`,
      sql`insert into app.record (workspace_id, id, kind) values (${here.id}, gen_random_uuid(), 'house')`,
      sql`insert into app.change (workspace_id, change_set_id, table_name, row_id, record_kind, record_id, class, after)
        select workspace_id, id, 'house', gen_random_uuid(), 'house', gen_random_uuid(), 'INTERNAL', '{}' from app.change_set limit 1`,
    ];
    for (const statement of statements) {
      await expect(here.inside((transaction) => statement.execute(transaction))).rejects.toMatchObject({
        code: '42501',
      });
    }
    const removed = await here.inside((transaction) => sql`delete from app.record`.execute(transaction));
    expect(removed.numAffectedRows).toBe(0n);
  });

  test('is signed by who acts, and by nobody else', async () => {
    const other = here.inside((transaction) =>
      sql`insert into app.change_set (workspace_id, actor_id, command)
        values (${here.id}, '0d6cf3c1-93d8-4d0a-8d2c-5a7a6f6b8f10', 'forged')`.execute(transaction),
    );
    await expect(other).rejects.toMatchObject({ code: '42501' });
  });
});

describe('versions', () => {
  test('of a row grow with each change and cannot be set', async () => {
    const id = await organisation(here, 'versioned');
    await here.write(sql`update app.organisation set name = 'B', version = 77 where id = ${id}`);
    const { rows } = await sql<{ version: number }>`select version from app.organisation where id = ${id}`.execute(
      database.superuser,
    );
    expect(rows).toEqual([{ version: 2 }]);
  });

  test('a row keeps its id', async () => {
    const id = await organisation(here, 'identity');
    const write = here.write(sql`update app.organisation set id = gen_random_uuid() where id = ${id}`);
    await expect(write).rejects.toThrow('keeps its id');
  });

  test('of the workspace grow by one with each committed change, and not with one that is undone', async () => {
    const before = await here.version();
    await organisation(here, 'counted');
    expect(await here.version()).toBe(before + 1);
    await expect(organisation(here, 'counted')).rejects.toThrow();
    expect(await here.version()).toBe(before + 1);
  });

  test('a change that is committed elsewhere than where it was made raises no version there, and does not commit', async () => {
    const elsewhere = await testWorkspace(database, 'versions-elsewhere');
    const before = [await here.version(), await elsewhere.version()];
    const write = here.change(async (transaction) => {
      await sql`insert into app.house (workspace_id, slug) values (${here.id}, 'quiet')`.execute(transaction);
      await sql`select set_config('entente.workspace', ${elsewhere.id}, true)`.execute(transaction);
    });
    await expect(write).rejects.toMatchObject({ constraint: 'change_set_raises_version' });
    expect([await here.version(), await elsewhere.version()]).toEqual(before);
  });

  test('a change in a workspace that is not there does not commit, whoever makes it', async () => {
    const nowhere = randomUUID();
    const write = database.superuser.transaction().execute(async (transaction) => {
      const actor = sql`(select id from app.person where is_local)`;
      await sql`select set_config('entente.workspace', ${nowhere}, true)`.execute(transaction);
      await sql`
        with opened as (
          insert into app.change_set (workspace_id, actor_id, command) values (${nowhere}, ${actor}, 'test') returning id)
        select set_config('entente.change_set', id::text, true) from opened`.execute(transaction);
      await sql`insert into app.house (workspace_id, slug) values (${nowhere}, 'nowhere')`.execute(transaction);
    });
    await expect(write).rejects.toMatchObject({ constraint: 'change_set_raises_version' });
    const { rows } = await sql`select from app.house where workspace_id = ${nowhere}`.execute(database.superuser);
    expect(rows).toEqual([]);
  });

  test('change sets of one transaction share one version', async () => {
    const before = await here.version();
    const opened = await here.change(async (transaction) => [
      await openChangeSet(transaction, { command: 'test', reason: null }),
      await openChangeSet(transaction, { command: 'test', reason: null }),
    ]);
    const { rows } = await here.inside((transaction) =>
      sql<{ version: string }>`
        select workspace_version as version from app.change_set where id = any (${opened}::uuid[])`.execute(
        transaction,
      ),
    );
    expect(await here.version()).toBe(before + 1);
    expect(rows.map(({ version }) => Number(version))).toEqual([before + 1, before + 1]);
  });

  test('twenty changes at once are counted one by one', async () => {
    const before = await here.version();
    await Promise.all(Array.from({ length: 20 }, (_, at) => organisation(here, `at-once-${at}`)));
    expect(await here.version()).toBe(before + 20);
    const { rows } = await here.inside((transaction) =>
      sql<{ n: number }>`
      select count(distinct workspace_version)::int as n from app.change_set where workspace_version > ${before}`.execute(
        transaction,
      ),
    );
    expect(rows).toEqual([{ n: 20 }]);
  });
});
