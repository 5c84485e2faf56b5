import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type ColumnArray, columnArrays, eventSubjectArrays } from './column-arrays.ts';
import { RECORD_TABLES, type RowKind } from './record-tables.ts';
import type { EventSubject, NewRow } from './load-rows.ts';
import { tableOf } from './records.store.ts';

/** The types of columns whose texts the database reads as values of them. */
const READ_AS: Partial<Readonly<Record<ColumnArray['as'], RawBuilder<unknown>>>> = {
  id: sql`uuid`,
  share: sql`numeric`,
  decimal: sql`numeric`,
  integer: sql`integer`,
  flag: sql`boolean`,
  reference: sql`uuid`,
  map: sql`jsonb`,
};

/** A value of a column; lists stand in its text as JSON. */
const valueOf = (as: ColumnArray['as'], value: RawBuilder<unknown>): RawBuilder<unknown> =>
  as === 'texts'
    ? sql`array(select jsonb_array_elements_text(${value}::jsonb))`
    : sql`${value}::${READ_AS[as] ?? sql`text`}`;

async function insertColumns(
  transaction: DatabaseTransaction,
  table: RawBuilder<unknown>,
  columns: readonly ColumnArray[],
): Promise<void> {
  const names = columns.map(({ column }) => sql.id(column));
  const arrays = columns.flatMap((each) =>
    each.array === null ? [] : [{ name: sql.id(each.column), array: sql`${each.array}::${sql.raw(each.of)}[]` }],
  );
  // What is the same in all rows is worked out once, by a subselect of its own.
  const values = columns.map((each) =>
    each.array === null
      ? sql`(select ${valueOf(each.as, sql`${each.same}`)})`
      : valueOf(each.as, sql.ref(`r.${each.column}`)),
  );
  await sql`
    insert into ${table} (workspace_id, ${sql.join(names)})
    select (select current_setting('entente.workspace')::uuid), ${sql.join(values)}
    from unnest(${sql.join(arrays.map(({ array }) => array))})
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

/**
 * Keeps the database, until the transaction ends, to plans that hold for any values. Whether a plan for these values is
 * cheaper it would judge by what such plans cost when the tables were all but empty, and then make one for each row.
 */
export async function planForAnyValues(transaction: DatabaseTransaction): Promise<void> {
  await sql`set local plan_cache_mode = force_generic_plan`.execute(transaction);
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
