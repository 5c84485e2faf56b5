import type { AccessClass } from '@entente/core/accounts';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

export type ChainRow = { readonly sequence: number; readonly digest: string; readonly earlier: number };
export type EntryRow = {
  readonly sequence: number;
  readonly content: string;
  readonly digest: string;
  readonly changeSet: string | null;
};

/** The end of the workspace's chain; null before its first entry. */
export async function findChain(transaction: DatabaseTransaction): Promise<ChainRow | null> {
  const { rows } = await sql<{ sequence: string; digest: string; earlier: string }>`
    select sequence, encode(digest, 'hex') as digest, earlier from app.audit_chain`.execute(transaction);
  const [row] = rows;
  return row === undefined ? null : { ...row, sequence: Number(row.sequence), earlier: Number(row.earlier) };
}

const entryColumns = sql`sequence, content, encode(digest, 'hex') as digest, change_set_id as "changeSet"`;
type RawEntry = Omit<EntryRow, 'sequence'> & { readonly sequence: string };
const entryOf = (row: RawEntry): EntryRow => ({ ...row, sequence: Number(row.sequence) });

/** Entries after one, first to last. */
export async function findEntriesAfter(
  transaction: DatabaseTransaction,
  sequence: number,
  limit: number,
): Promise<EntryRow[]> {
  const { rows } = await sql<RawEntry>`
    select ${entryColumns} from app.audit_entry where sequence > ${sequence} order by sequence limit ${limit}`.execute(
    transaction,
  );
  return rows.map(entryOf);
}

/** Which actions are asked for: some, or all but some; null: all. */
export type ActionFilter = { readonly actions: readonly string[]; readonly isOthers: boolean } | null;

function admitted(filter: ActionFilter): RawBuilder<unknown> {
  if (filter === null) return sql`true`;
  const among = sql`action = any (${[...filter.actions]}::text[])`;
  return filter.isOthers ? sql`not (${among})` : among;
}

export async function countEntries(transaction: DatabaseTransaction, filter: ActionFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.audit_entry where ${admitted(filter)}`.execute(transaction);
  return rows[0]?.n ?? 0;
}

/** Entries before one, last to first. */
export async function findEntriesBefore(
  transaction: DatabaseTransaction,
  filter: ActionFilter,
  sequence: number | null,
  limit: number,
): Promise<EntryRow[]> {
  const { rows } = await sql<RawEntry>`
    select ${entryColumns} from app.audit_entry
    where (${sequence}::bigint is null or sequence < ${sequence}::bigint) and ${admitted(filter)}
    order by sequence desc limit ${limit}`.execute(transaction);
  return rows.map(entryOf);
}

/** A part of the log as its digest covers it: a line, or a bundle of lines. */
export type LogText = { readonly position: string; readonly text: string };

/** Lines of the log of one change that stand by themselves, in order, after a position. */
export async function findLineTexts(
  transaction: DatabaseTransaction,
  changeSet: string,
  after: string,
  limit: number,
): Promise<LogText[]> {
  const { rows } = await sql<LogText>`
    select position, jsonb_build_array(table_name, row_id, record_kind, record_id, class, before, after)::text as text
    from app.change where change_set_id = ${changeSet} and position > ${after} order by position limit ${limit}`.execute(
    transaction,
  );
  return rows;
}

/** Bundles of lines of one change, in order, after a position. */
export async function findBundleTexts(
  transaction: DatabaseTransaction,
  changeSet: string,
  after: string,
  limit: number,
): Promise<LogText[]> {
  const { rows } = await sql<LogText>`
    select position, app.bundle_text(table_name, record_kind, class, row_ids, record_ids, content) as text
    from app.change_bundle where change_set_id = ${changeSet} and position > ${after} order by position limit ${limit}`.execute(
    transaction,
  );
  return rows;
}

/** The classes of records that whoever acts may read. */
export async function findReadableClasses(transaction: DatabaseTransaction): Promise<AccessClass[]> {
  const { rows } = await sql<{ classes: AccessClass[] }>`select app.readable_classes() as classes`.execute(transaction);
  return rows[0]?.classes ?? [];
}

/** The records of the class CLEAN of whose values the log tells; whoever watches the transaction is told them. */
export async function findCleanInLog(transaction: DatabaseTransaction): Promise<void> {
  await sql`
    select record_id as id, class from app.change where class = 'CLEAN'
    union select unnest(record_ids), class from app.change_bundle where class = 'CLEAN'`.execute(transaction);
}

/** Changes that no entry tells of. */
export async function countUnlisted(transaction: DatabaseTransaction): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from app.change_set s
    where not exists (
      select from app.audit_entry e where e.workspace_id = s.workspace_id and e.change_set_id = s.id)`.execute(
    transaction,
  );
  return Number(rows[0]?.count ?? 0);
}
