import { sql } from 'kysely';
import pg from 'pg';
import type { Database } from '../platform/database.ts';
import type { FreshDatabase } from '../platform/test-database.ts';
import type { Login } from './policy-steps.store.ts';

/** Tables of a schema, in order. */
export async function tablesOf({ superuser }: FreshDatabase, schema: 'auth' | 'room'): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = ${schema}::regnamespace and relkind in ('r', 'p') order by 1`.execute(superuser);
  return rows.map(({ name }) => name);
}

/** Views of our schemas, which read with somebody's rights: their owner's unless they say otherwise. */
export async function viewsOf({ superuser }: FreshDatabase): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select oid::regclass::text as name from pg_class
    where relnamespace::regnamespace::text in ('app', 'room', 'auth') and relkind in ('v', 'm')`.execute(superuser);
  return rows.map(({ name }) => name);
}

/** Whether a login reads a table, as it finds out by asking. */
export async function isReadBy(database: Database, table: string): Promise<boolean> {
  try {
    await sql`select from ${sql.table(table)}`.execute(database);
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501') return false;
    throw error;
  }
}

/** Runs something while a login has a right that it has not; without it afterwards. */
export async function withRight<T>(
  { superuser }: FreshDatabase,
  { table, login }: { readonly table: string; readonly login: Login },
  run: () => Promise<T>,
): Promise<T> {
  const [schema = ''] = table.split('.');
  const role = sql.ref(`entente_${login}`);
  await sql`grant usage on schema ${sql.ref(schema)} to ${role}`.execute(superuser);
  await sql`grant select on ${sql.table(table)} to ${role}`.execute(superuser);
  try {
    return await run();
  } finally {
    await sql`revoke select on ${sql.table(table)} from ${role}`.execute(superuser);
    await sql`revoke usage on schema ${sql.ref(schema)} from ${role}`.execute(superuser);
  }
}
