import type { SignedHead } from '@entente/contract/audit';
import { invariant } from '@entente/core/kernel';
import { sql } from 'kysely';
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

/** Entries before one, last to first. */
export async function findEntriesBefore(
  transaction: DatabaseTransaction,
  sequence: number | null,
  limit: number,
): Promise<EntryRow[]> {
  const { rows } = await sql<RawEntry>`
    select ${entryColumns} from app.audit_entry
    where ${sequence}::bigint is null or sequence < ${sequence}::bigint
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

/** The heads that were signed, first to last. */
export async function findHeads(transaction: DatabaseTransaction): Promise<SignedHead[]> {
  const { rows } = await sql<Omit<SignedHead, 'sequence' | 'signedAt'> & { sequence: string; at: Date }>`
    select workspace_id as workspace, sequence, encode(digest, 'hex') as digest, key, signature, signed_at as at
    from app.audit_head order by sequence, signed_at`.execute(transaction);
  return rows.map(({ at, sequence, ...row }) => ({ ...row, sequence: Number(sequence), signedAt: at.toISOString() }));
}

/** Keeps a signed head; the first of a key for an entry stays. */
export async function insertHead(transaction: DatabaseTransaction, head: SignedHead): Promise<SignedHead> {
  await sql`
    insert into app.audit_head (workspace_id, sequence, digest, key, signature, signed_at)
    values (current_setting('entente.workspace')::uuid, ${head.sequence}, decode(${head.digest}, 'hex'), ${head.key},
      ${head.signature}, ${head.signedAt})
    on conflict do nothing`.execute(transaction);
  const kept = (await findHeads(transaction)).find(
    ({ sequence, key }) => sequence === head.sequence && key === head.key,
  );
  invariant(kept, 'a head that was kept is there');
  return kept;
}
