import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import { admitted, type ListScope } from './list-conditions.store.ts';
import { type ListPlace, orderOf, type SortKey } from './list-orders.store.ts';
import { RECORD_TABLES, type RowKind } from './record-tables.ts';
import { recordColumns, recordOf, type RecordRow, tableOf } from './records.store.ts';

/** Where a page begins: after a place, or behind so many records. */
export type ListStart = { readonly after: ListPlace | null; readonly offset: number };

export type ListWindow = ListStart & { readonly sort: readonly SortKey[]; readonly limit: number };

export type ListResult = { readonly rows: readonly RecordRow[]; readonly next: ListPlace | null };

type Placed = { readonly id: string; readonly place: ListPlace };

/** Records of the given ids, in their order. */
async function findInOrder(
  transaction: DatabaseTransaction,
  kind: RowKind,
  ids: readonly string[],
): Promise<RecordRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<object>`
    select ${recordColumns(RECORD_TABLES[kind])}
    from unnest(${[...ids]}::uuid[]) with ordinality as wanted (id, at) join ${tableOf(kind)} t on t.id = wanted.id
    order by wanted.at`.execute(transaction);
  return rows.map(recordOf);
}

/** One page of the records that the scope admits. */
export async function findRecords(
  transaction: DatabaseTransaction,
  scope: ListScope,
  { sort, limit, after, offset }: ListWindow,
): Promise<ListResult> {
  const { joins, columns, places, by, beyond } = orderOf(RECORD_TABLES[scope.kind], sort);
  // Ids first: whole rows would be sorted with all their columns.
  const { rows } = await sql<Placed>`
    select id, ${places} as place from (
      select t.id, ${columns} from ${tableOf(scope.kind)} t ${joins}
      where ${admitted(scope)} and ${after === null ? sql`true` : beyond(after)}
      order by ${by} limit ${limit + 1} offset ${offset}
    ) page`.execute(transaction);
  const page = rows.slice(0, limit);
  const next = rows.length > limit ? (page.at(-1)?.place ?? null) : null;
  const records = await findInOrder(
    transaction,
    scope.kind,
    page.map(({ id }) => id),
  );
  return { rows: records, next };
}

/** How many records the scope admits. */
export async function countRecords(transaction: DatabaseTransaction, scope: ListScope): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from ${tableOf(scope.kind)} t where ${admitted(scope)}`.execute(transaction);
  return rows[0]?.total ?? 0;
}

const ROWS_AT_ONCE = 1000;

/** All records that the scope admits, some at a time, from one sorting. The transaction must stay open meanwhile. */
export async function* eachRecord(
  transaction: DatabaseTransaction,
  scope: ListScope,
  sort: readonly SortKey[],
): AsyncGenerator<readonly RecordRow[]> {
  const { joins, by } = orderOf(RECORD_TABLES[scope.kind], sort);
  await sql`
    declare listed no scroll cursor for
    select t.id from ${tableOf(scope.kind)} t ${joins} where ${admitted(scope)} order by ${by}`.execute(transaction);
  for (;;) {
    const { rows } = await sql<{ id: string }>`fetch forward ${sql.lit(ROWS_AT_ONCE)} from listed`.execute(transaction);
    if (rows.length === 0) return;
    yield await findInOrder(
      transaction,
      scope.kind,
      rows.map(({ id }) => id),
    );
    if (rows.length < ROWS_AT_ONCE) return;
  }
}
