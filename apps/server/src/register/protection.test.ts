import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../platform/test-database.ts';
import { organisation, testWorkspace } from './test-workspace.store.ts';

const database = await freshDatabase();
afterAll(() => database.remove());
const here = await testWorkspace(database, 'here');
const there = await testWorkspace(database, 'there');
await organisation(here, 'ours');
await organisation(there, 'theirs');

/** Tables without a workspace: people, workspaces, the kinds of records, what roles may, and the ledger of migrations. */
const WITHOUT_WORKSPACE = [
  'app.migration',
  'app.person',
  'app.record_kind',
  'app.role_class',
  'app.role_permission',
  'app.shareable_field',
  'app.workspace',
];
/** Tables that say what a role may, or that an actor has to themselves: no role is asked for them. */
const WITHOUT_ROLE = ['app.guest_invitation', 'app.idempotency_key', 'app.invitation', 'app.member', 'app.role_held'];

const catalog = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
  (await query.execute(database.superuser)).rows;

describe('the catalogue', () => {
  test('knows our five schemas, what PostgreSQL brings, and no other', async () => {
    const rows = await catalog(sql<{ nspname: string }>`
      select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' order by 1`);
    expect(rows.map((row) => row.nspname)).toEqual(['app', 'auth', 'graphile_worker', 'handover', 'public', 'room']);
    const inPublic = await catalog(sql<{ n: number }>`
      select count(*)::int as n from pg_class where relnamespace = 'public'::regnamespace`);
    expect(inPublic).toEqual([{ n: 0 }]);
  });

  test('puts the workspace first in every table and every primary and foreign key', async () => {
    const tables = await catalog(sql<{ name: string; first: string }>`
      select c.oid::regclass::text as name, a.attname as first from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum = 1
      where c.relnamespace in ('app'::regnamespace, 'room'::regnamespace) and c.relkind in ('r', 'p')`);
    expect(
      tables
        .filter(({ first }) => first !== 'workspace_id')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(WITHOUT_WORKSPACE);
    const keys = await catalog(sql<{ name: string }>`
      select conrelid::regclass || ' ' || conname as name from pg_constraint k
      where k.connamespace in ('app'::regnamespace, 'room'::regnamespace) and k.contype in ('p', 'u', 'f', 'x')
        and k.conrelid::regclass::text <> all (${WITHOUT_WORKSPACE}) and k.conrelid <> 0
        and (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) <> 'workspace_id'
        and k.confrelid::regclass::text <> all (${WITHOUT_WORKSPACE})`);
    expect(keys).toEqual([]);
  });

  test('forces row-level security on every table, with a policy that asks for the workspace or the actor', async () => {
    const unprotected = await catalog(sql<{ name: string }>`
      select oid::regclass::text as name from pg_class
      where relnamespace in ('app'::regnamespace, 'room'::regnamespace, 'handover'::regnamespace) and relkind in ('r', 'p')
        and not (relrowsecurity and relforcerowsecurity)`);
    expect(unprotected).toEqual([{ name: 'app.migration' }]);
    const policies = await catalog(sql<{ tablename: string; rule: string }>`
      select schemaname || '.' || tablename as tablename, coalesce(qual, with_check) as rule from pg_policies
      where permissive = 'PERMISSIVE'
        and coalesce(qual, '') !~ 'entente.(workspace|actor)' and coalesce(with_check, '') !~ 'entente.(workspace|actor)'
        and 'entente_auth' <> all (roles)
      order by 1`);
    expect(policies).toEqual([
      { tablename: 'app.record_kind', rule: 'true' },
      { tablename: 'app.role_class', rule: 'true' },
      { tablename: 'app.role_permission', rule: 'true' },
      { tablename: 'app.shareable_field', rule: 'true' },
    ]);
  });

  test('asks for a role before every table of a workspace is read or written', async () => {
    const unasked = await catalog(sql<{ name: string; command: string }>`
      select c.oid::regclass::text as name, command from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and a.attnum > 0
      cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) command
      where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
        and c.oid::regclass::text <> all (${WITHOUT_ROLE})
        and has_table_privilege('entente_app', c.oid, command)
        and not exists (
          select from pg_policies p
          where p.schemaname || '.' || p.tablename = c.oid::regclass::text and p.permissive = 'RESTRICTIVE'
            and p.cmd = command and coalesce(p.qual, p.with_check) ~ 'app\\.may\\(')
      order by 1, 2`);
    // The chain of digests is written by triggers alone, whoever it is whose change it tells.
    expect(unasked).toEqual([
      { name: 'app.audit_chain', command: 'INSERT' },
      { name: 'app.audit_chain', command: 'UPDATE' },
      { name: 'app.audit_entry', command: 'INSERT' },
    ]);
    const classes = await catalog(sql<{ name: string }>`
      select c.oid::regclass::text as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'class' and a.attnum > 0
      join pg_attribute w on w.attrelid = c.oid and w.attname = 'workspace_id' and w.attnum > 0
      where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and not exists (
        select from pg_policies p
        where p.schemaname || '.' || p.tablename = c.oid::regclass::text and p.permissive = 'RESTRICTIVE'
          and p.cmd = 'ALL' and p.qual ~ 'app\\.readable_classes\\(')`);
    expect(classes).toEqual([]);
  });

  test('shows a row of a room by a policy for one login, which asks members for a role and guests for a grant', async () => {
    const unasked = await catalog(sql<{ name: string; roles: string; rule: string }>`
      select tablename || ' ' || policyname as name, roles::text, coalesce(qual, '') || coalesce(with_check, '') as rule
      from pg_policies where schemaname = 'room' and (
        roles not in ('{entente_app}', '{entente_room}')
        or roles = '{entente_app}' and coalesce(qual, '') || coalesce(with_check, '') !~ 'app\\.may\\(|pg_trigger_depth'
        or roles = '{entente_room}' and tablename <> 'guest' and coalesce(qual, '') || coalesce(with_check, '') !~ 'room\\.|FROM')`);
    expect(unasked).toEqual([]);
    const reachable = await catalog(sql<{ name: string }>`
      select c.oid::regclass::text as name from pg_class c
      where c.relnamespace in ('app'::regnamespace, 'auth'::regnamespace) and c.relkind in ('r', 'p', 'S')
        and (has_table_privilege('entente_room', c.oid, 'select, insert, update, delete')
          or has_any_column_privilege('entente_room', c.oid, 'select, insert, update'))`);
    expect(reachable).toEqual([]);
    const keys = await catalog(sql<{ name: string }>`
      select conname as name from pg_constraint
      where connamespace = 'room'::regnamespace and contype = 'f'
        and confrelid not in (select oid from pg_class where relnamespace = 'room'::regnamespace)`);
    expect(keys).toEqual([{ name: 'item_kind_class_fkey' }]);
  });

  test('has no function with its owner’s rights, no view and no materialised view', async () => {
    const rows = await catalog(sql<{ name: string }>`
      select p.oid::regprocedure::text as name from pg_proc p
      where p.prosecdef and p.pronamespace in ('app'::regnamespace, 'room'::regnamespace, 'auth'::regnamespace)
      union all
      select oid::regclass::text from pg_class
      where relkind in ('v', 'm') and relnamespace in ('app'::regnamespace, 'room'::regnamespace)`);
    expect(rows).toEqual([]);
  });

  test('gives the serving roles nothing to own and each only its schemas', async () => {
    const owned = await catalog(sql<{ n: number }>`
      select count(*)::int as n from pg_class c join pg_roles r on r.oid = c.relowner
      where r.rolname in ('entente_app', 'entente_room', 'entente_auth', 'entente_worker')`);
    expect(owned).toEqual([{ n: 0 }]);
    const usage = await catalog(sql<{ role: string; schemas: string }>`
      select r.rolname as role, string_agg(n.nspname, ' ' order by n.nspname) as schemas
      from pg_roles r cross join pg_namespace n
      where r.rolname in ('entente_app', 'entente_room', 'entente_auth', 'entente_worker')
        and n.nspname in ('app', 'room', 'auth', 'graphile_worker', 'handover') and has_schema_privilege(r.oid, n.oid, 'usage')
      group by 1 order by 1`);
    expect(usage).toEqual([
      { role: 'entente_app', schemas: 'app handover room' },
      { role: 'entente_auth', schemas: 'auth handover' },
      { role: 'entente_room', schemas: 'room' },
      { role: 'entente_worker', schemas: 'graphile_worker' },
    ]);
  });
});

describe('rows', () => {
  const slugs = sql<{ slug: string }>`select slug from app.organisation order by slug`;

  test('of another workspace are not there: to read, to change, to remove, to add', async () => {
    expect((await here.inside((transaction) => slugs.execute(transaction))).rows).toEqual([{ slug: 'ours' }]);
    const changed = await here.change((transaction) =>
      sql`update app.organisation set name = 'x' where slug = 'theirs'`.execute(transaction),
    );
    expect(changed.numAffectedRows).toBe(0n);
    const removed = await here.change((transaction) =>
      sql`delete from app.organisation where slug = 'theirs'`.execute(transaction),
    );
    expect(removed.numAffectedRows).toBe(0n);
    const added = here.change((transaction) =>
      sql`insert into app.organisation (workspace_id, slug) values (${there.id}, 'smuggled')`.execute(transaction),
    );
    await expect(added).rejects.toMatchObject({ code: '42501' });
    const moved = here.change((transaction) =>
      sql`update app.organisation set workspace_id = ${there.id}`.execute(transaction),
    );
    await expect(moved).rejects.toThrow();
  });

  test('are none without a workspace in the transaction, for the owner too', async () => {
    expect((await slugs.execute(database.app)).rows).toEqual([]);
    expect((await slugs.execute(database.owner)).rows).toEqual([]);
    expect((await slugs.execute(database.superuser)).rows).toHaveLength(2);
  });

  test('are not to be had by switching row security off', async () => {
    const { rows } = await here.inside(async (transaction) => {
      await sql`set local row_security = on`.execute(transaction);
      return slugs.execute(transaction);
    });
    expect(rows).toEqual([{ slug: 'ours' }]);
    const off = here.inside(async (transaction) => {
      await sql`set local row_security = off`.execute(transaction);
      return slugs.execute(transaction);
    });
    await expect(off).rejects.toMatchObject({ code: '42501' });
  });

  test('of the register, the sign-in and the ledger are closed to guests', async () => {
    await expect(slugs.execute(database.room)).rejects.toMatchObject({ code: '42501' });
    await expect(sql`select * from app.person`.execute(database.room)).rejects.toMatchObject({ code: '42501' });
    await expect(slugs.execute(database.auth)).rejects.toMatchObject({ code: '42501' });
    await expect(sql`select * from app.migration`.execute(database.app)).rejects.toMatchObject({ code: '42501' });
  });

  test('of a workspace that the actor did not make are not listed', async () => {
    const stranger = '0d6cf3c1-93d8-4d0a-8d2c-5a7a6f6b8f10';
    const { rows } = await database.app.transaction().execute(async (transaction) => {
      await sql`select set_config('entente.actor', ${stranger}, true)`.execute(transaction);
      return sql`select slug from app.workspace`.execute(transaction);
    });
    expect(rows).toEqual([]);
  });
});
