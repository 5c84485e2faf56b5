import type { SubjectRef } from '@entente/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type ColumnKind, RECORD_TABLES, type RecordTable, type RowKind } from './record-tables.ts';
import type { EventSubject, NewRow } from './load-rows.ts';
import { type FieldValue, tableOf } from './records.store.ts';

/** One column of a statement: its name, how its texts become values, and the texts. */
type ColumnTexts = {
  readonly column: string;
  readonly as: ColumnKind | 'id' | 'word';
  readonly texts: (string | null)[];
};

/** The texts of one column as SQL values of its type. */
const VALUE_OF: Readonly<Record<ColumnTexts['as'], (texts: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
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

function textOf(as: ColumnKind, value: FieldValue | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (as === 'texts' || as === 'map') return JSON.stringify(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function columnTexts(table: RecordTable, rows: readonly NewRow[]): ColumnTexts[] {
  const id: ColumnTexts = { column: 'id', as: 'id', texts: rows.map((row) => row.id) };
  const others = table.columns.flatMap(({ field, column, as }): ColumnTexts[] => {
    if (as !== 'subject') return [{ column, as, texts: rows.map(({ fields }) => textOf(as, fields[field])) }];
    const subjects = rows.map(({ fields }) => fields[field] as SubjectRef);
    return [
      { column: `${column}_kind`, as: 'word', texts: subjects.map(({ kind }) => kind) },
      { column: `${column}_id`, as: 'id', texts: subjects.map((subject) => subject.id) },
    ];
  });
  return [id, ...others];
}

const ESCAPED = /["\\]/g;

/** A list of texts as PostgreSQL writes an array: one parameter, whatever it holds. */
const arrayText = (texts: readonly (string | null)[]): string =>
  `{${texts.map((text) => (text === null ? 'NULL' : `"${text.replace(ESCAPED, '\\$&')}"`)).join(',')}}`;

async function insertColumns(
  transaction: DatabaseTransaction,
  table: RawBuilder<unknown>,
  columns: readonly ColumnTexts[],
): Promise<void> {
  const names = columns.map(({ column }) => sql.id(column));
  await sql`
    insert into ${table} (workspace_id, ${sql.join(names)})
    select current_setting('entente.workspace')::uuid,
      ${sql.join(columns.map(({ column, as }) => VALUE_OF[as](sql.ref(`r.${column}`))))}
    from unnest(${sql.join(columns.map(({ texts }) => sql`${arrayText(texts)}::text[]`))})
      with ordinality as r (${sql.join(names)}, nth_row)
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
  if (rows.length > 0) await insertColumns(transaction, tableOf(kind), columnTexts(RECORD_TABLES[kind], rows));
}

export async function insertEventSubjects(
  transaction: DatabaseTransaction,
  subjects: readonly EventSubject[],
): Promise<void> {
  if (subjects.length === 0) return;
  await insertColumns(transaction, sql.table('app.event_subject'), [
    { column: 'id', as: 'id', texts: subjects.map(({ id }) => id) },
    { column: 'event_id', as: 'id', texts: subjects.map(({ event }) => event) },
    { column: 'subject_kind', as: 'word', texts: subjects.map(({ subject }) => subject.kind) },
    { column: 'subject_id', as: 'id', texts: subjects.map(({ subject }) => subject.id) },
  ]);
}

/** Removes every row of the workspace's register, those first that refer to others. */
export async function removeAllRows(transaction: DatabaseTransaction): Promise<void> {
  const kinds = (Object.keys(RECORD_TABLES) as RowKind[]).reverse();
  await sql`delete from app.claim`.execute(transaction);
  await sql`delete from app.event_subject`.execute(transaction);
  for (const kind of kinds.filter((each) => each !== 'claim'))
    await sql`delete from ${tableOf(kind)}`.execute(transaction);
}
