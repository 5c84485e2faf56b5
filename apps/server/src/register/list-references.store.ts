import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import { RECORD_TABLES, type RowKind } from './record-tables.ts';
import { tableOf } from './records.store.ts';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The ids of records by their slugs or ids; what is not there is not among them. */
export async function findRecordIds(
  transaction: DatabaseTransaction,
  kind: RowKind,
  references: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { slug } = RECORD_TABLES[kind];
  const ids = references.filter((reference) => ID.test(reference));
  const slugs = slug === null ? [] : references.filter((reference) => !ID.test(reference));
  if (ids.length + slugs.length === 0) return new Map();
  const bySlug = slug === null ? sql`false` : sql`${sql.ref(`t.${slug}`)} = any (${slugs}::text[])`;
  const { rows } = await sql<{ id: string; slug: string | null }>`
    select t.id, ${slug === null ? sql`null` : sql.ref(`t.${slug}`)} as slug from ${tableOf(kind)} t
    where t.id = any (${ids}::uuid[]) or ${bySlug}`.execute(transaction);
  return new Map(
    rows.flatMap((row) => [[row.id, row.id] as const, ...(row.slug === null ? [] : [[row.slug, row.id] as const])]),
  );
}
