import type { PlacedRecord } from '@entente/contract/evidence';
import { groupedBy, type SubjectKind, type SubjectRef } from '@entente/core/kernel';
import { type NamelessRow, rowName } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { findLastRows } from './changes.store.ts';
import { type Link, linkKey } from './links.store.ts';
import { loggedFields, loggedTable } from './logged-rows.ts';
import { homeOf } from './record-homes.ts';
import { RECORD_TABLES } from './record-tables.ts';
import { type FieldValues, findRecordsBy } from './records.store.ts';

/** What is known of records that an answer mentions, also of those that were removed meanwhile. */
export type KnownRecords = {
  /** Its name and slug; both null when the record was never there. */
  readonly link: (subject: SubjectRef) => Link;
  readonly placed: (subject: SubjectRef) => PlacedRecord;
};

type Rows = Map<string, FieldValues>;

async function addRows(transaction: DatabaseTransaction, rows: Rows, subjects: Iterable<SubjectRef>): Promise<void> {
  const wanted = new Map([...subjects].map((subject) => [linkKey(subject.kind, subject.id), subject]));
  for (const key of rows.keys()) wanted.delete(key);
  for (const [kind, group] of groupedBy([...wanted.values()], (subject) => subject.kind)) {
    const ids = group.map(({ id }) => id);
    for (const row of await findRecordsBy(transaction, kind, 'id', ids)) rows.set(linkKey(kind, row.id), row.fields);
  }
  const missing = [...wanted].filter(([key]) => !rows.has(key));
  if (missing.length === 0) return;
  for (const { tableName, rowId, columns } of await findLastRows(
    transaction,
    missing.map(([, { id }]) => id),
  )) {
    const table = loggedTable(tableName);
    if (table !== null) rows.set(linkKey(table.kind, rowId), loggedFields(table, columns));
  }
}

/** The records that a row names. */
function named(kind: SubjectKind, fields: FieldValues): SubjectRef[] {
  return RECORD_TABLES[kind].columns.flatMap(({ field, as, to }): SubjectRef[] => {
    const value = fields[field];
    if (as === 'subject') return value === null || value === undefined ? [] : [value as SubjectRef];
    return to === null || to === 'claim' || typeof value !== 'string' ? [] : [{ kind: to, id: value }];
  });
}

/** Reads what records are called and where they stand: one query a kind, twice at most. */
export async function knownRecords(
  transaction: DatabaseTransaction,
  subjects: readonly SubjectRef[],
): Promise<KnownRecords> {
  const rows: Rows = new Map();
  await addRows(transaction, rows, subjects);
  const mentioned = subjects.flatMap(({ kind, id }) => {
    const fields = rows.get(linkKey(kind, id));
    if (fields === undefined) return [];
    return RECORD_TABLES[kind].label === null
      ? [homeOf(kind, id, fields), ...named(kind, fields)]
      : [homeOf(kind, id, fields)];
  });
  await addRows(transaction, rows, mentioned);

  const link = ({ kind, id }: SubjectRef): Link => {
    const fields = rows.get(linkKey(kind, id));
    if (fields === undefined) return { slug: null, name: null };
    const { slug, label } = RECORD_TABLES[kind];
    const text = (field: string | null): string | null =>
      field === null ? null : ((fields[field] ?? null) as string | null);
    return { slug: text(slug), name: label === null ? nameOf(kind, fields) : text(label) };
  };
  const nameOf = (kind: SubjectKind, fields: FieldValues): string | null => {
    const links = named(kind, fields).map((subject) => [subject.id, link(subject)] as const);
    const byId = new Map(links);
    const shown = Object.entries(fields).map(([field, value]) => {
      const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
      return [field, typeof id === 'string' ? (byId.get(id) ?? value) : value];
    });
    const name = rowName(Object.fromEntries(shown) as NamelessRow);
    return name === '' ? null : name;
  };
  return {
    link,
    placed: (subject) => {
      const fields = rows.get(linkKey(subject.kind, subject.id));
      const home = fields === undefined ? null : homeOf(subject.kind, subject.id, fields);
      return { ...subject, ...link(subject), home: home === null ? null : { ...home, ...link(home) } };
    },
  };
}
