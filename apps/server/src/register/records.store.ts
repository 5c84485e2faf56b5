import { invariant, type SubjectRef } from '@entente/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { AccessClass } from '@entente/core/accounts';
import { CUSTOM_PREFIX } from '@entente/core/register';
import { type Column, RECORD_TABLES, type RecordTable, type RowKind } from './record-tables.ts';

/** A value of a column: text for dates and numbers, the id for a reference. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | Readonly<Record<string, string>>
  | SubjectRef
  | readonly SubjectRef[];
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** A row of any kind, with its fields by their names on the wire. */
export type RecordRow = {
  readonly id: string;
  readonly version: number;
  readonly class: AccessClass;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly fields: FieldValues;
};

type RawRow = Readonly<Record<string, unknown>> & {
  readonly row_id: string;
  readonly row_version: number;
  readonly row_class: AccessClass;
  readonly row_created: Date;
  readonly row_updated: Date;
};

export const tableOf = (kind: RowKind): RawBuilder<unknown> => sql.table(`app.${RECORD_TABLES[kind].table}`);

function selected({ field, column, as }: Column): RawBuilder<unknown> {
  const name = sql.id(field);
  if (as === 'subject') {
    return sql`json_build_object('kind', ${sql.ref(`t.${column}_kind`)}, 'id', ${sql.ref(`t.${column}_id`)}) as ${name}`;
  }
  const ref = sql.ref(`t.${column}`);
  if (as === 'share') return sql`trim_scale(${ref})::text as ${name}`;
  return as === 'decimal' ? sql`${ref}::text as ${name}` : sql`${ref} as ${name}`;
}

/** What an event is about stands in a table of its own. */
const about = sql`(select coalesce(json_agg(json_build_object('kind', s.subject_kind, 'id', s.subject_id) order by s.position), '[]')
  from app.event_subject s where s.workspace_id = t.workspace_id and s.event_id = t.id) as about`;

/** The columns of `t` that make a `RecordRow`. */
export function recordColumns(table: RecordTable): RawBuilder<unknown> {
  const columns = [
    sql`t.id as row_id, t.version as row_version, t.class as row_class, t.created_at as row_created, t.updated_at as row_updated`,
    ...table.columns.map(selected),
    ...(table.kind === 'event' ? [about] : []),
  ];
  return sql.join(columns);
}

export function recordOf(raw: object): RecordRow {
  const { row_id, row_version, row_class, row_created, row_updated, ...fields } = raw as RawRow;
  return {
    id: row_id,
    version: row_version,
    class: row_class,
    createdAt: row_created,
    updatedAt: row_updated,
    fields: fields as FieldValues,
  };
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Matches a record by its id or slug. */
function named(table: RecordTable, reference: string): RawBuilder<unknown> {
  if (ID.test(reference)) return sql`t.id = ${reference}`;
  return table.slug === null ? sql`false` : sql`${sql.ref(`t.${table.slug}`)} = ${reference}`;
}

/** The id of the record with this slug or id, or null. */
export async function findRecordId(
  transaction: DatabaseTransaction,
  kind: RowKind,
  reference: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select t.id from ${tableOf(kind)} t where ${named(RECORD_TABLES[kind], reference)}`.execute(transaction);
  return rows[0]?.id ?? null;
}

/** One record by slug or id; `lock` keeps others from changing it until the transaction ends. */
export async function findRecord(
  transaction: DatabaseTransaction,
  kind: RowKind,
  reference: string,
  lock: 'lock' | 'read' = 'read',
): Promise<RecordRow | null> {
  const table = RECORD_TABLES[kind];
  const { rows } = await sql<object>`
    select ${recordColumns(table)} from ${tableOf(kind)} t
    where ${named(table, reference)} ${lock === 'lock' ? sql`for update of t` : sql``}`.execute(transaction);
  return rows[0] === undefined ? null : recordOf(rows[0]);
}

export async function getRecord(transaction: DatabaseTransaction, kind: RowKind, id: string): Promise<RecordRow> {
  const record = await findRecord(transaction, kind, id);
  invariant(record, `${kind} ${id} is there`);
  return record;
}

/** Records whose reference or subject `field` is one of `ids`, in the order they came in. */
export async function findRecordsBy(
  transaction: DatabaseTransaction,
  kind: RowKind,
  field: string,
  ids: readonly string[],
): Promise<RecordRow[]> {
  const table = RECORD_TABLES[kind];
  const column = table.columns.find((candidate) => candidate.field === field);
  invariant(field === 'id' || column !== undefined, `${kind} has the field ${field}`);
  const name = column === undefined ? 'id' : column.as === 'subject' ? `${column.column}_id` : column.column;
  if (ids.length === 0) return [];
  const { rows } = await sql<object>`
    select ${recordColumns(table)} from ${tableOf(kind)} t
    where ${sql.ref(`t.${name}`)} = any (${[...ids]}::uuid[]) order by t.position`.execute(transaction);
  return rows.map(recordOf);
}

/** The values of the workspace's own fields after the given ones are laid over those held; null when none is left. */
function customAfter(fields: FieldValues, held: RawBuilder<unknown>): { column: string; value: RawBuilder<unknown> }[] {
  const given = Object.entries(fields).filter(([field]) => field.startsWith(CUSTOM_PREFIX));
  if (given.length === 0) return [];
  const json = JSON.stringify(
    Object.fromEntries(given.map(([field, value]) => [field.slice(CUSTOM_PREFIX.length), value])),
  );
  const value = sql`nullif(jsonb_strip_nulls(coalesce(${held}, '{}'::jsonb) || ${json}::jsonb), '{}'::jsonb)`;
  return [{ column: 'custom', value }];
}

/**
 * Columns and values that write the given fields; fields that the table does not have are left out.
 * @param held what the row holds of the workspace's own fields
 */
function written(
  table: RecordTable,
  fields: FieldValues,
  held: RawBuilder<unknown>,
): { column: string; value: RawBuilder<unknown> }[] {
  const own = table.columns.flatMap(({ field, column, as }) => {
    const value = fields[field];
    if (value === undefined) return [];
    if (as === 'subject') {
      const { kind, id } = value as SubjectRef;
      return [
        { column: `${column}_kind`, value: sql`${kind}` },
        { column: `${column}_id`, value: sql`${id}::uuid` },
      ];
    }
    if (as === 'map') return [{ column, value: sql`${JSON.stringify(value)}::jsonb` }];
    if (as === 'texts') return [{ column, value: sql`${value}::text[]` }];
    if (as === 'reference') return [{ column, value: sql`${value}::uuid` }];
    return [{ column, value: as === 'share' || as === 'decimal' ? sql`${value}::numeric` : sql`${value}` }];
  });
  return [...own, ...customAfter(fields, held)];
}

/** What inserts records of the same fields into the workspace of the transaction; null where there are none. */
function insertion(
  kind: RowKind,
  records: readonly FieldValues[],
  recordClass: AccessClass,
): RawBuilder<unknown> | null {
  const each = records.map((fields) => written(RECORD_TABLES[kind], fields, sql`null::jsonb`));
  const [first] = each;
  if (first === undefined) return null;
  const rows = each.map(
    (values) =>
      sql`(current_setting('entente.workspace')::uuid, ${recordClass}, ${sql.join(values.map(({ value }) => value))})`,
  );
  return sql`insert into ${tableOf(kind)} as t (workspace_id, class, ${sql.join(first.map(({ column }) => sql.id(column)))})
    values ${sql.join(rows)}`;
}

/** Inserts a record and answers its row; what an event is about is written apart, and not in it. */
export async function insertRecord(
  transaction: DatabaseTransaction,
  kind: RowKind,
  fields: FieldValues,
  recordClass: AccessClass,
): Promise<RecordRow> {
  const { rows } = await sql<object>`
    ${insertion(kind, [fields], recordClass)} returning ${recordColumns(RECORD_TABLES[kind])}`.execute(transaction);
  invariant(rows[0], 'an inserted row is answered');
  return recordOf(rows[0]);
}

/** Inserts records of the same fields with one statement, in their order. */
export async function insertRecords(
  transaction: DatabaseTransaction,
  kind: RowKind,
  records: readonly FieldValues[],
  recordClass: AccessClass,
): Promise<void> {
  const statement = insertion(kind, records, recordClass);
  if (statement !== null) await statement.execute(transaction);
}

/** Writes the given fields; the row's version grows even when none is given. */
export async function updateRecord(
  transaction: DatabaseTransaction,
  kind: RowKind,
  id: string,
  fields: FieldValues,
  recordClass: AccessClass | null = null,
): Promise<void> {
  const changes = written(RECORD_TABLES[kind], fields, sql.ref('custom')).map(
    ({ column, value }) => sql`${sql.id(column)} = ${value}`,
  );
  if (recordClass !== null) changes.push(sql`class = ${recordClass}`);
  const { numAffectedRows } = await sql`
    update ${tableOf(kind)} set updated_at = now() ${sql.join(
      changes.map((change) => sql`, ${change}`),
      sql``,
    )}
    where id = ${id}`.execute(transaction);
  invariant(numAffectedRows === 1n, `${kind} ${id} is there to be changed`);
}

export async function removeRecords(
  transaction: DatabaseTransaction,
  kind: RowKind,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from ${tableOf(kind)} where id = any (${[...ids]}::uuid[])`.execute(transaction);
}

/** What events are about, written anew; it travels no further than the event. */
export async function replaceEventSubjects(
  transaction: DatabaseTransaction,
  event: string,
  subjects: readonly SubjectRef[],
): Promise<void> {
  await sql`delete from app.event_subject where event_id = ${event}`.execute(transaction);
  if (subjects.length === 0) return;
  await sql`
    insert into app.event_subject (workspace_id, event_id, class, subject_kind, subject_id)
    select current_setting('entente.workspace')::uuid, ${event}::uuid,
      (select class from app.event where id = ${event}::uuid), s.kind, s.id
    from unnest(${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ id }) => id)}::uuid[])
      with ordinality as s (kind, id, place) order by s.place`.execute(transaction);
}

/** Whether a slug is free among the records of a kind. */
export async function isSlugFree(transaction: DatabaseTransaction, kind: RowKind, slug: string): Promise<boolean> {
  return (await findRecordId(transaction, kind, slug)) === null;
}

/** The highest number that a slug made of `base` and a number has among the records of a kind; 1 when there is none. */
export async function findHighestNumber(
  transaction: DatabaseTransaction,
  kind: RowKind,
  base: string,
): Promise<number> {
  const { slug } = RECORD_TABLES[kind];
  invariant(slug, `${kind} has slugs`);
  const column = sql.ref(`t.${slug}`);
  const { rows } = await sql<{ highest: number | null }>`
    select max(substr(${column}, char_length(${base}) + 2)::int) as highest from ${tableOf(kind)} t
    where ${column} ~ ('^' || ${base} || '-[0-9]{1,8}$')`.execute(transaction);
  return rows[0]?.highest ?? 1;
}

/** What hangs on a record travels no further than the record itself. */
export async function setClassOfParts(
  transaction: DatabaseTransaction,
  record: string,
  recordClass: AccessClass,
): Promise<void> {
  await sql`update app.claim set class = ${recordClass} where subject_id = ${record}`.execute(transaction);
  await sql`update app.event_subject set class = ${recordClass} where event_id = ${record}`.execute(transaction);
}
