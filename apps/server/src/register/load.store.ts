import type { SubjectRef } from '@entente/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import { RECORD_TABLES, type RecordTable, type RowKind } from './record-tables.ts';
import { type FieldValues, tableOf } from './records.store.ts';

export type NewRow = { readonly id: string; readonly fields: FieldValues };

function columnsOf(table: RecordTable): string[] {
  return table.columns.flatMap(({ column, as }) => (as === 'subject' ? [`${column}_kind`, `${column}_id`] : [column]));
}

function jsonRow(table: RecordTable, { id, fields }: NewRow): Record<string, unknown> {
  const row: Record<string, unknown> = { id };
  for (const { field, column, as } of table.columns) {
    if (as === 'subject') {
      const subject = fields[field] as SubjectRef;
      row[`${column}_kind`] = subject.kind;
      row[`${column}_id`] = subject.id;
    } else row[column] = fields[field];
  }
  return row;
}

async function insertJson(
  transaction: DatabaseTransaction,
  table: RawBuilder<unknown>,
  columns: readonly string[],
  rows: readonly object[],
): Promise<void> {
  const names = ['id', ...columns];
  await sql`
    insert into ${table} (workspace_id, ${sql.join(names.map((name) => sql.id(name)))})
    select current_setting('entente.workspace')::uuid, ${sql.join(names.map((name) => sql.ref(`r.${name}`)))}
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as e (row, place),
      jsonb_populate_record(null::${table}, e.row) r
    order by e.place`.execute(transaction);
}

/** Rows of one statement; a table whose rows refer to each other is written by one. */
const MOST_ROWS = 20_000;
const REFERS_TO_ITSELF: readonly RowKind[] = ['source', 'alliance'];

/** Writes many rows of a kind in their order. */
export async function insertRows(
  transaction: DatabaseTransaction,
  kind: RowKind,
  rows: readonly NewRow[],
): Promise<void> {
  const table = RECORD_TABLES[kind];
  const step = REFERS_TO_ITSELF.includes(kind) ? Math.max(rows.length, 1) : MOST_ROWS;
  for (let start = 0; start < rows.length; start += step) {
    const part = rows.slice(start, start + step).map((row) => jsonRow(table, row));
    await insertJson(transaction, tableOf(kind), columnsOf(table), part);
  }
}

export type EventSubject = { readonly id: string; readonly event: string; readonly subject: SubjectRef };

export async function insertEventSubjects(
  transaction: DatabaseTransaction,
  subjects: readonly EventSubject[],
): Promise<void> {
  if (subjects.length === 0) return;
  const rows = subjects.map(({ id, event, subject }) => ({
    id,
    event_id: event,
    subject_kind: subject.kind,
    subject_id: subject.id,
  }));
  await insertJson(transaction, sql.table('app.event_subject'), ['event_id', 'subject_kind', 'subject_id'], rows);
}

/** Removes every row of the workspace's register, those first that refer to others. */
export async function removeAllRows(transaction: DatabaseTransaction): Promise<void> {
  const kinds = (Object.keys(RECORD_TABLES) as RowKind[]).reverse();
  await sql`delete from app.claim`.execute(transaction);
  await sql`delete from app.event_subject`.execute(transaction);
  for (const kind of kinds.filter((each) => each !== 'claim'))
    await sql`delete from ${tableOf(kind)}`.execute(transaction);
}
