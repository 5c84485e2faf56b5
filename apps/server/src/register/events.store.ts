import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import { RECORD_TABLES } from './record-tables.ts';
import { recordColumns, recordOf, type RecordRow } from './records.store.ts';

/** Events about any of these records, by date. */
export async function findEventsAbout(
  transaction: DatabaseTransaction,
  subjects: readonly string[],
): Promise<RecordRow[]> {
  const { rows } = await sql<object>`
    select ${recordColumns(RECORD_TABLES.event)} from app.event t
    where t.id in (select s.event_id from app.event_subject s where s.subject_id = any (${[...subjects]}::uuid[]))
    order by t.date_earliest nulls first, t.position`.execute(transaction);
  return rows.map(recordOf);
}
