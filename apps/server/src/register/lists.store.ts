import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import { RECORD_TABLES, type RecordTable, type RowKind } from './record-tables.ts';
import { recordColumns, recordOf, type RecordRow, tableOf } from './records.store.ts';

/** One condition of a list; references are ids by now. */
export type ListFilter = { readonly field: string; readonly value: string };

export type ListQuery = {
  readonly filters: readonly ListFilter[];
  readonly q: string | null;
  /** A day. */
  readonly asOf: string | null;
  readonly sort: string;
  readonly limit: number;
  /** Sort value and id of the last record of the page before. */
  readonly after: ListPlace | null;
};
export type ListPlace = { readonly value: string; readonly id: string };
export type ListResult = {
  readonly rows: readonly RecordRow[];
  readonly next: ListPlace | null;
  readonly total: number;
};

/** Conditions that are no column of the row itself. */
const JOINED: Readonly<Record<string, (value: string) => RawBuilder<unknown>>> = {
  'alliance organisation': (id) => sql`exists (select from app.membership m
    where m.workspace_id = t.workspace_id and m.alliance_id = t.id and m.organisation_id = ${id}::uuid)`,
  'event organisation': eventAbout,
  'event alliance': eventAbout,
  'event person': eventAbout,
  'measure organisation': (id) => sql`t.subject_id = ${id}::uuid`,
  'measure alliance': (id) => sql`t.subject_id = ${id}::uuid`,
  'condition organisation': (id) => sql`t.subject_id = ${id}::uuid`,
  'condition alliance': (id) => sql`t.subject_id = ${id}::uuid`,
  'claim subject': (id) => sql`t.subject_id = ${id}::uuid`,
};

function eventAbout(id: string): RawBuilder<unknown> {
  return sql`exists (select from app.event_subject s
    where s.workspace_id = t.workspace_id and s.event_id = t.id and s.subject_id = ${id}::uuid)`;
}

function condition(table: RecordTable, { field, value }: ListFilter): RawBuilder<unknown> {
  const joined = JOINED[`${table.kind} ${field}`];
  if (joined) return joined(value);
  const column = table.columns.find((candidate) => candidate.field === field);
  if (column === undefined) return sql`false`;
  const ref = sql.ref(`t.${column.column}`);
  if (column.as === 'flag') return value === 'any' ? sql`true` : sql`${ref} = ${value}::boolean`;
  return column.as === 'reference' ? sql`${ref} = ${value}::uuid` : sql`${ref} = ${value}`;
}

/** Each word must be found in the record's name or, for an organisation, in one of its names or readings. */
function found(table: RecordTable, word: string): RawBuilder<unknown> {
  // A text without letters and digits is found nowhere; without the test it would be found everywhere.
  const pattern = sql`'%' || nullif(app.search_text(${word}), '') || '%'`;
  if (table.kind !== 'organisation') return sql`t.search like ${pattern}`;
  return sql`(t.search like ${pattern} or t.id in (
    select n.organisation_id from app.organisation_name n where n.search like ${pattern}))`;
}

function holdsOn(table: RecordTable, day: string): RawBuilder<unknown> {
  if (table.period === null) return sql`true`;
  const from = sql.ref(`t.${table.period.from}_earliest`);
  const to = sql.ref(`t.${table.period.to}_earliest`);
  return sql`(${from} is null or ${from} <= ${day}::date) and (${to} is null or ${to} > ${day}::date)`;
}

type Order = { readonly expression: RawBuilder<unknown>; readonly cast: RawBuilder<unknown> };

/** A sort key never gives null, so that a place in the list is one comparison. */
function orderBy(table: RecordTable, key: string): Order {
  if (key === 'entered') return { expression: sql`t.position`, cast: sql`bigint` };
  if (key === 'updatedAt') return { expression: sql`t.updated_at`, cast: sql`timestamptz` };
  const column = table.columns.find((candidate) => candidate.field === key);
  if (column === undefined) throw new Error(`${table.kind} cannot be sorted by ${key}`);
  if (column.as === 'date') {
    const earliest = sql.ref(`t.${column.column}_earliest`);
    return { expression: sql`coalesce(${earliest}, '-infinity'::date)`, cast: sql`date` };
  }
  const ref = sql.ref(`t.${column.column}`);
  if (column.as === 'share') return { expression: sql`coalesce(${ref}, -1)`, cast: sql`numeric` };
  return { expression: sql`coalesce(${ref}, '') collate "und-x-icu"`, cast: sql`text` };
}

/** One page of the records that all conditions admit. */
export async function findRecords(
  transaction: DatabaseTransaction,
  kind: RowKind,
  { filters, q, asOf, sort, limit, after }: ListQuery,
): Promise<ListResult> {
  const table = RECORD_TABLES[kind];
  const words = q === null ? [] : q.split(/\s+/u).filter((word) => word !== '');
  const conditions = [
    sql`true`,
    ...filters.map((filter) => condition(table, filter)),
    ...words.map((word) => found(table, word)),
    ...(asOf === null ? [] : [holdsOn(table, asOf)]),
  ];
  const where = sql.join(conditions, sql` and `);
  const descending = sort.startsWith('-');
  const { expression, cast } = orderBy(table, sort.replace(/^-/, ''));
  const beyond =
    after === null
      ? sql`true`
      : sql`(${expression}, t.id) ${descending ? sql`<` : sql`>`} (${after.value}::${cast}, ${after.id}::uuid)`;
  const direction = descending ? sql`desc` : sql`asc`;
  const { rows } = await sql<{ sort_value: string }>`
    select ${recordColumns(table)}, (${expression})::text as sort_value from ${tableOf(kind)} t
    where ${where} and ${beyond} order by ${expression} ${direction}, t.id ${direction}
    limit ${limit + 1}`.execute(transaction);
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from ${tableOf(kind)} t where ${where}`.execute(transaction);
  const page = rows.slice(0, limit).map(({ sort_value, ...row }) => ({ sort_value, record: recordOf(row) }));
  const last = page.at(-1);
  return {
    rows: page.map(({ record }) => record),
    next: rows.length > limit && last ? { value: last.sort_value, id: last.record.id } : null,
    total: counted.rows[0]?.total ?? 0,
  };
}
