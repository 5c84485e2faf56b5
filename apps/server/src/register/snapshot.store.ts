import type { AccessClass } from '@entente/core/accounts';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import { RECORD_TABLES, type RowKind } from './record-tables.ts';
import { recordColumns, recordOf, type RecordRow, tableOf } from './records.store.ts';

/** All rows of a kind that the audience may see, in the order they came in. */
export async function findAllRows(
  transaction: DatabaseTransaction,
  kind: RowKind,
  audience: readonly AccessClass[],
): Promise<RecordRow[]> {
  const { rows } = await sql<object>`
    select ${recordColumns(RECORD_TABLES[kind])} from ${tableOf(kind)} t
    where t.class = any (${[...audience]}::text[]) order by t.position`.execute(transaction);
  return rows.map(recordOf);
}
