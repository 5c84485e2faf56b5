import type { AccessClass } from '@entente/core/accounts';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { IndexedName } from './name-index.ts';

/** Tables whose rows have names to be found by, and which know how they are read; a name of an organisation is found for the organisation. */
const NAMED = [
  { kind: 'organisation', table: 'organisation', text: 'name', read: false },
  { kind: 'organisation-name', table: 'organisation_name', text: 'text', read: true },
  { kind: 'alliance', table: 'alliance', text: 'name', read: false },
  { kind: 'house', table: 'house', text: 'name', read: true },
  { kind: 'person', table: 'person_record', text: 'name', read: true },
  { kind: 'event', table: 'event', text: 'title', read: false },
  { kind: 'source', table: 'source', text: 'title', read: false },
] as const;
type Named = (typeof NAMED)[number];

type NameRow = {
  readonly row: string;
  readonly record: string;
  readonly class: AccessClass;
  readonly text: string;
  readonly reading: string | null;
  readonly search: string;
};

async function namesIn(
  transaction: DatabaseTransaction,
  { kind, table, text, read }: Named,
  condition: RawBuilder<unknown>,
): Promise<IndexedName[]> {
  const other = kind === 'organisation-name';
  const { rows } = await sql<NameRow>`
    select t.id as row, ${other ? sql`t.organisation_id` : sql`t.id`} as record, t.class,
      ${sql.ref(`t.${text}`)} as text, ${read ? sql`t.reading` : sql`null`} as reading, btrim(t.search) as search
    from ${sql.table(`app.${table}`)} t
    where t.stated and t.search <> '' and ${condition} order by t.search`.execute(transaction);
  return rows.map((row) => ({ ...row, kind: other ? 'organisation' : kind, other }));
}

/** Every name of the workspace that can be found, those of a table in order; records that documents deny have none. */
export async function findNames(transaction: DatabaseTransaction): Promise<IndexedName[]> {
  const names: IndexedName[] = [];
  for (const named of NAMED) names.push(...(await namesIn(transaction, named, sql`true`)));
  return names;
}

/** The rows of named tables that changed after a version of the workspace, or null when they are more than `most`. */
export async function findChangedRows(
  transaction: DatabaseTransaction,
  version: string,
  most: number,
): Promise<readonly { readonly table: string; readonly row: string }[] | null> {
  // In two steps: joined, a log of half a million rows may be read from end to end.
  const sets = await sql<{ id: string }>`
    select id from app.change_set where workspace_version > ${version}::bigint`.execute(transaction);
  const { rows } = await sql<{ table: string; row: string }>`
    select table_name as table, row_id as row from app.marks_of_changes(${sets.rows.map(({ id }) => id)}::uuid[])
    where table_name = any (${NAMED.map(({ table }) => table)}::text[])
    limit ${most + 1}`.execute(transaction);
  return rows.length > most ? null : rows;
}

/** The names that these rows hold now; a row that is gone, denied or without a name gives none. */
export async function findNamesOf(
  transaction: DatabaseTransaction,
  rows: readonly { readonly table: string; readonly row: string }[],
): Promise<IndexedName[]> {
  const names: IndexedName[] = [];
  for (const named of NAMED) {
    const ids = rows.flatMap(({ table, row }) => (table === named.table ? [row] : []));
    if (ids.length > 0) names.push(...(await namesIn(transaction, named, sql`t.id = any (${ids}::uuid[])`)));
  }
  return names;
}
