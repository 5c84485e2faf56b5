import { Outcome, Slug } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { RECORD_TABLES, type RowKind } from './record-tables.ts';
import { type FieldValues, findHighestNumber, isSlugFree } from './records.store.ts';

const MADE_FROM = ['name', 'title', 'quantity', 'origin', 'text'] as const;

/** Words that lead to a part of a collection in addresses, and so to no record of it. */
const RESERVED: ReadonlySet<string> = new Set(['new', 'summary', 'table']);

/** A free slug for a record that was given none, close to what the record is called. */
async function freeSlug(transaction: DatabaseTransaction, kind: RowKind, fields: FieldValues): Promise<string> {
  const called = MADE_FROM.map((field) => fields[field]).find((value) => typeof value === 'string');
  const base = Slug.from(typeof called === 'string' ? called.slice(0, 60) : kind, kind);
  if (!RESERVED.has(base) && (await isSlugFree(transaction, kind, base))) return base;
  return `${base}-${(await findHighestNumber(transaction, kind, base)) + 1}`;
}

/** The fields of a new record, with a slug where the kind has one and none was given. */
export async function withSlug(
  transaction: DatabaseTransaction,
  kind: RowKind,
  fields: FieldValues,
): Promise<FieldValues> {
  const { slug } = RECORD_TABLES[kind];
  if (slug === null || fields[slug] !== undefined) return fields;
  return { ...fields, [slug]: await freeSlug(transaction, kind, fields) };
}

/** Refuses a slug that means something else in addresses. */
export function judgedSlug(kind: RowKind, fields: FieldValues): Outcome<FieldValues> {
  const { slug } = RECORD_TABLES[kind];
  const given = slug === null ? undefined : fields[slug];
  if (typeof given !== 'string' || !RESERVED.has(given)) return Outcome.of(fields);
  return Outcome.refuse({
    code: 'slug-taken',
    message: `"${given}" is a word of the product's own in addresses`,
    fix: 'Choose another.',
    pointer: `/${slug ?? 'slug'}`,
  });
}
