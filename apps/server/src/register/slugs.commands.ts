import { Slug } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { RECORD_TABLES, type RowKind } from './record-tables.ts';
import { type FieldValues, isSlugFree } from './records.store.ts';

const MADE_FROM = ['name', 'title', 'quantity', 'origin', 'text'] as const;

/** A free slug for a record that was given none, close to what the record is called. */
async function freeSlug(transaction: DatabaseTransaction, kind: RowKind, fields: FieldValues): Promise<string> {
  const called = MADE_FROM.map((field) => fields[field]).find((value) => typeof value === 'string');
  const base = Slug.from(typeof called === 'string' ? called.slice(0, 60) : kind, kind);
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? base : `${base}-${count}`;
    if (await isSlugFree(transaction, kind, slug)) return slug;
  }
}

/** The fields, with a slug where the kind has one and none was given. */
export async function withSlug(
  transaction: DatabaseTransaction,
  kind: RowKind,
  fields: FieldValues,
): Promise<FieldValues> {
  const { slug } = RECORD_TABLES[kind];
  if (slug === null || fields[slug] !== undefined) return fields;
  return { ...fields, [slug]: await freeSlug(transaction, kind, fields) };
}
