import { sql } from 'kysely';
import type { SubjectRef } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { RECORD_TABLES, type RowKind } from './record-tables.ts';
import { type RecordRow, tableOf } from './records.store.ts';

/** What a record is called where another mentions it. */
export type Link = { readonly slug: string | null; readonly name: string | null };
/** Links by `kind id`. */
export type Links = ReadonlyMap<string, Link>;

export const linkKey = (kind: string, id: string): string => `${kind} ${id}`;

function isSubject(value: unknown): value is SubjectRef {
  return typeof value === 'object' && value !== null && 'kind' in value && 'id' in value;
}

function mentions(kind: RowKind, row: RecordRow): SubjectRef[] {
  const own = RECORD_TABLES[kind].columns.flatMap(({ field, to }): SubjectRef[] => {
    const value = row.fields[field];
    if (isSubject(value)) return [value];
    return to === null || to === 'claim' || typeof value !== 'string' ? [] : [{ kind: to, id: value }];
  });
  const about = row.fields['about'];
  return Array.isArray(about) ? [...own, ...about.filter(isSubject)] : own;
}

/** The names of all records that the rows mention: one query a kind. */
export async function findLinks(
  transaction: DatabaseTransaction,
  groups: readonly { readonly kind: RowKind; readonly rows: readonly RecordRow[] }[],
  also: readonly SubjectRef[] = [],
): Promise<Links> {
  const wanted = new Map<RowKind, Set<string>>();
  const all = [...also, ...groups.flatMap(({ kind, rows }) => rows.flatMap((row) => mentions(kind, row)))];
  for (const { kind, id } of all) wanted.set(kind, (wanted.get(kind) ?? new Set()).add(id));
  const links = new Map<string, Link>();
  for (const [kind, ids] of wanted) {
    const table = RECORD_TABLES[kind];
    if (table.slug === null && table.label === null) continue;
    const { rows } = await sql<Link & { id: string }>`
      select t.id, ${table.slug === null ? sql`null` : sql.ref(`t.${table.slug}`)} as slug,
        ${table.label === null ? sql`null` : sql.ref(`t.${table.label}`)} as name, t.class
      from ${tableOf(kind)} t where t.id = any (${[...ids]}::uuid[])`.execute(transaction);
    for (const { id, slug, name } of rows) links.set(linkKey(kind, id), { slug, name });
  }
  return links;
}
