import { sql } from 'kysely';
import type { FreshDatabase } from '../platform/test-database.ts';

/** Every table of the product, quoted as SQL names it. */
async function productTables({ superuser }: FreshDatabase): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select oid::regclass::text as name from pg_class
    where relkind = 'r' and relnamespace::regnamespace::text in ('app', 'room', 'auth', 'handover') order by 1`.execute(
    superuser,
  );
  return rows.map(({ name }) => name);
}

/** The tables of which some row, written out as text, holds a word. */
export async function tablesHolding(database: FreshDatabase, word: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await productTables(database)) {
    const { rows } = await sql`
      select from ${sql.raw(name)} t where strpos(t::text, ${word}) > 0 limit 1`.execute(database.superuser);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

/** The tables of which some row was written by a transaction. */
export async function tablesWrittenBy(database: FreshDatabase, transaction: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await productTables(database)) {
    const { rows } = await sql`
      select from ${sql.raw(name)} t where t.xmin::text = ${transaction} limit 1`.execute(database.superuser);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

/** What stands in the database of the answers of an anonymous check, in the order in which it stands there. */
export async function unnamedRows({ superuser }: FreshDatabase, request: string) {
  const { rows } = await sql<{
    readonly id: string;
    readonly transaction: string;
    readonly command: string;
    readonly row: Readonly<Record<string, unknown>>;
  }>`
    select id, xmin::text as transaction, cmin::text as command, to_jsonb(t) as row from room.unnamed_rating t
    where request_id = ${request} order by ctid`.execute(superuser);
  return rows;
}

/** How many answers of a request still have a name. */
export async function namedRows({ superuser }: FreshDatabase, request: string): Promise<number> {
  const { rows } = await sql`select from room.answer where request_id = ${request}`.execute(superuser);
  return rows.length;
}

/** By which transaction answers of a person were told to the audit or to the deeds. */
export async function tellingTransactions({ superuser }: FreshDatabase, request: string): Promise<readonly string[]> {
  const { rows } = await sql<{ transaction: string }>`
    select xmin::text as transaction from app.audit_entry where strpos(audit_entry::text, ${request}) > 0
    union select xmin::text from room.deed where strpos(deed::text, ${request}) > 0`.execute(superuser);
  return rows.map(({ transaction }) => transaction);
}
