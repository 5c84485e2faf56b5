import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import { RECORD_TABLES, type RowKind } from '../register/record-tables.ts';
import { recordColumns, recordOf, type RecordRow, tableOf } from '../register/records.store.ts';

/** Every row of a kind in the workspace, in the order they came in. */
export async function findRowsOf(transaction: DatabaseTransaction, kind: RowKind): Promise<RecordRow[]> {
  const { rows } = await sql<object>`
    select ${recordColumns(RECORD_TABLES[kind])} from ${tableOf(kind)} t order by t.position`.execute(transaction);
  return rows.map(recordOf);
}
