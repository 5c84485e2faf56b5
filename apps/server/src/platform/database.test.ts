import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { databaseVersion, inWorkspace } from './database.ts';
import { freshDatabase } from './test-database.ts';

const database = await freshDatabase();
afterAll(() => database.remove());

const context = {
  workspaceId: '4f9c1a0e-7a52-4a53-9a6c-0a4d8f1f3b11',
  actorId: '0d6cf3c1-93d8-4d0a-8d2c-5a7a6f6b8f10',
};
const settings = sql<{ workspace: string | null; actor: string | null }>`
  select nullif(current_setting('entente.workspace', true), '') as workspace,
    nullif(current_setting('entente.actor', true), '') as actor`;

describe('inWorkspace', () => {
  test('tells the database workspace and actor, inside the transaction only', async () => {
    const inside = await inWorkspace(database.app, context, (transaction) => settings.execute(transaction));
    expect(inside.rows).toEqual([{ workspace: context.workspaceId, actor: context.actorId }]);
    const after = await Promise.all(Array.from({ length: 12 }, () => settings.execute(database.app)));
    for (const { rows } of after) expect(rows).toEqual([{ workspace: null, actor: null }]);
  });

  // @asvs V2.3.3 V16.5.3
  test('reads committed and rolls back when the work throws', async () => {
    const isolation = await inWorkspace(database.app, context, (transaction) =>
      sql`show transaction_isolation`.execute(transaction),
    );
    expect(isolation.rows).toEqual([{ transaction_isolation: 'read committed' }]);
    await sql`create table app.scratch (n integer)`.execute(database.owner);
    await sql`grant insert, select on app.scratch to entente_app`.execute(database.owner);
    const failing = inWorkspace(database.app, context, async (transaction) => {
      await sql`insert into app.scratch values (1)`.execute(transaction);
      throw new Error('after the write');
    });
    await expect(failing).rejects.toThrow('after the write');
    expect((await sql`select * from app.scratch`.execute(database.app)).rows).toEqual([]);
  });
});

describe('a connection that ends between two statements of a transaction', () => {
  test('is told by the next statement, and the pool goes on', async () => {
    const broken = inWorkspace(database.app, context, async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
      await sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`.execute(database.superuser);
      await pause(100);
      await settings.execute(transaction);
    });
    await expect(broken).rejects.toThrow(/not queryable|terminat/);
    expect(await databaseVersion(database.app)).toMatch(/^PostgreSQL/);
  });
});

describe('the plan of a statement', () => {
  const plans = sql<{ statement: string; times: string }>`
    select statement, generic_plans + custom_plans as times from pg_prepared_statements order by prepare_time`;

  test('is kept by a connection that is sent it often, but not those of statements that vary', async () => {
    const kept = await database.app.connection().execute(async (connection) => {
      for (let time = 0; time < 10; time += 1) await sql`select ${time}::int4 as often`.execute(connection);
      for (let time = 0; time < 600; time += 1)
        await sql`select ${time}::int4 as ${sql.ref(`once_${time}`)}`.execute(connection);
      return (await plans.execute(connection)).rows.filter(({ statement }) => /often|once/.test(statement));
    });
    expect(kept).toEqual([{ statement: 'select $1::int4 as often', times: '7' }]);
  });

  test('is made anew when what it rests on changes: rows that a policy takes away are gone', async () => {
    await sql`create table app.kept (n integer)`.execute(database.owner);
    await sql`insert into app.kept values (1), (2)`.execute(database.owner);
    await sql`grant select on app.kept to entente_app`.execute(database.owner);
    const found = await database.app.connection().execute(async (connection) => {
      const rows = async () =>
        (await sql<{ n: number }>`select n from app.kept where n < ${9} order by n`.execute(connection)).rows;
      for (let time = 0; time < 10; time += 1) await rows();
      await sql`alter table app.kept enable row level security`.execute(database.owner);
      const none = await rows();
      await sql`create policy one on app.kept using (n = 2)`.execute(database.owner);
      return [none, await rows()];
    });
    expect(found).toEqual([[], [{ n: 2 }]]);
  });

  test('is not kept beyond a bound', async () => {
    const kept = await database.app.connection().execute(async (connection) => {
      for (let text = 0; text < 200; text += 1)
        for (let time = 0; time < 5; time += 1)
          await sql`select ${time}::int4 as ${sql.ref(`bound_${text}`)}`.execute(connection);
      return (await plans.execute(connection)).rows.length;
    });
    expect(kept).toBe(64);
  });
});

describe('values from the database', () => {
  test('a date and an int8 stay text, so that no time zone and no rounding touches them', async () => {
    const { rows } =
      await sql`select date '1994-03-01' as day, 9007199254740993::int8 as big, 7::int4 as small`.execute(database.app);
    expect(rows).toEqual([{ day: '1994-03-01', big: '9007199254740993', small: 7 }]);
  });

  test('the version is the one the server tells', async () => {
    expect(await databaseVersion(database.app)).toMatch(/^PostgreSQL \d+\.\d+$/);
  });
});

describe('serving roles', () => {
  // @asvs V13.2.2
  test('own nothing, create nothing and bypass no policy', async () => {
    const { rows } = await sql`
      select rolname from pg_roles
      where rolname in ('entente_app', 'entente_room', 'entente_auth', 'entente_worker', 'entente_owner')
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`.execute(database.superuser);
    expect(rows).toEqual([]);
    await expect(sql`create table app.mine (n integer)`.execute(database.app)).rejects.toThrow('permission denied');
    await expect(sql`create table public.mine (n integer)`.execute(database.app)).rejects.toThrow('permission denied');
    await expect(sql`create temporary table mine (n integer)`.execute(database.app)).rejects.toThrow(
      'permission denied',
    );
    await expect(sql`set role entente_owner`.execute(database.app)).rejects.toThrow('permission denied');
  });
});
