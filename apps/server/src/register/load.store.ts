import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type ColumnArray, columnArrays, eventSubjectArrays } from './column-arrays.ts';
import { RECORD_TABLES, type RowKind } from './record-tables.ts';
import type { EventSubject, NewRow } from './load-rows.ts';
import { tableOf } from './records.store.ts';

/** The texts of one column as SQL values of its type. */
const VALUE_OF: Readonly<Record<ColumnArray['as'], (texts: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
  id: (texts) => sql`${texts}::uuid`,
  word: (texts) => texts,
  text: (texts) => texts,
  date: (texts) => texts,
  end: (texts) => texts,
  share: (texts) => sql`${texts}::numeric`,
  decimal: (texts) => sql`${texts}::numeric`,
  integer: (texts) => sql`${texts}::integer`,
  flag: (texts) => sql`${texts}::boolean`,
  reference: (texts) => sql`${texts}::uuid`,
  subject: (texts) => texts,
  texts: (texts) => sql`array(select jsonb_array_elements_text(${texts}::jsonb))`,
  map: (texts) => sql`${texts}::jsonb`,
};

async function insertColumns(
  transaction: DatabaseTransaction,
  table: RawBuilder<unknown>,
  columns: readonly ColumnArray[],
): Promise<void> {
  const names = columns.map(({ column }) => sql.id(column));
  const arrays = columns.flatMap(({ column, array }) => (array === null ? [] : [{ name: sql.id(column), array }]));
  // What is the same in all rows is worked out once, by a subselect of its own.
  const values = columns.map((each) =>
    each.array === null
      ? sql`(select ${VALUE_OF[each.as](sql`${each.same}::text`)})`
      : VALUE_OF[each.as](sql.ref(`r.${each.column}`)),
  );
  await sql`
    insert into ${table} (workspace_id, ${sql.join(names)})
    select (select current_setting('entente.workspace')::uuid), ${sql.join(values)}
    from unnest(${sql.join(arrays.map(({ array }) => sql`${array}::text[]`))})
      with ordinality as r (${sql.join(arrays.map(({ name }) => name))}, nth_row)
    order by r.nth_row`.execute(transaction);
}

/**
 * Makes the database plan anew what it checks for each row. Its plans for references may date from when tables were all but
 * empty and any index was as good as another; a hundred thousand rows in one transaction take hours by such a plan.
 */
export async function planAnew(transaction: DatabaseTransaction): Promise<void> {
  await sql`discard plans`.execute(transaction);
}

/** Writes many rows of a kind in their order, by one statement. */
export async function insertRows(
  transaction: DatabaseTransaction,
  kind: RowKind,
  rows: readonly NewRow[],
): Promise<void> {
  if (rows.length > 0) await insertColumns(transaction, tableOf(kind), columnArrays(kind, rows));
}

/** The same for rows that were made ready elsewhere. */
export async function insertArrays(
  transaction: DatabaseTransaction,
  kind: RowKind | 'event-subject',
  columns: readonly ColumnArray[],
): Promise<void> {
  const table = kind === 'event-subject' ? sql.table('app.event_subject') : tableOf(kind);
  await insertColumns(transaction, table, columns);
}

export async function insertEventSubjects(
  transaction: DatabaseTransaction,
  subjects: readonly EventSubject[],
): Promise<void> {
  if (subjects.length > 0) await insertArrays(transaction, 'event-subject', eventSubjectArrays(subjects));
}

/** Removes every row of the workspace's register, those first that refer to others. */
export async function removeAllRows(transaction: DatabaseTransaction): Promise<void> {
  const kinds = (Object.keys(RECORD_TABLES) as RowKind[]).reverse();
  await sql`delete from app.claim`.execute(transaction);
  await sql`delete from app.event_subject`.execute(transaction);
  for (const kind of kinds.filter((each) => each !== 'claim'))
    await sql`delete from ${tableOf(kind)}`.execute(transaction);
}
