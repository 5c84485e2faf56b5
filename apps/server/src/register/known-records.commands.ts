import { groupedBy, type SubjectKind, type SubjectRef } from '@entente/core/kernel';
import { type NamelessRow, rowName } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { findLastRows } from './changes.store.ts';
import type { KnownRecords } from './known-records.ts';
import { type Link, linkKey } from './links.store.ts';
import { loggedFields, loggedTable } from './logged-rows.ts';
import { homeOf } from './record-homes.ts';
import { RECORD_TABLES } from './record-tables.ts';
import { type FieldValues, findRecordsBy } from './records.store.ts';

type KnownRow = { readonly fields: FieldValues; readonly removed: boolean };
type Rows = Map<string, KnownRow>;

async function addRows(transaction: DatabaseTransaction, rows: Rows, subjects: Iterable<SubjectRef>): Promise<void> {
  const wanted = new Map([...subjects].map((subject) => [linkKey(subject.kind, subject.id), subject]));
  for (const key of rows.keys()) wanted.delete(key);
  for (const [kind, group] of groupedBy([...wanted.values()], (subject) => subject.kind)) {
    const ids = group.map(({ id }) => id);
    for (const row of await findRecordsBy(transaction, kind, 'id', ids))
      rows.set(linkKey(kind, row.id), { fields: row.fields, removed: false });
  }
  const missing = [...wanted].filter(([key]) => !rows.has(key));
  if (missing.length === 0) return;
  for (const { tableName, rowId, columns } of await findLastRows(
    transaction,
    missing.map(([, { id }]) => id),
  )) {
    const table = loggedTable(tableName);
    if (table === null || table.kind === 'claim') continue;
    const fields = loggedFields(table, columns);
    rows.set(linkKey(table.kind, rowId), { fields, removed: true });
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

const keyOf = ({ kind, id }: SubjectRef): string => linkKey(kind, id);

/** Gives a row without a name of its own the one that its content makes. */
function nameOf(kind: SubjectKind, fields: FieldValues, rows: Rows): string | null {
  const byId = new Map(named(kind, fields).map((subject) => [subject.id, linkIn(rows, subject)]));
  const shown = Object.entries(fields).map(([field, value]) => {
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
    return [field, typeof id === 'string' ? (byId.get(id) ?? value) : value];
  });
  const name = rowName(Object.fromEntries(shown) as NamelessRow);
  return name === '' ? null : name;
}

function linkIn(rows: Rows, subject: SubjectRef): Link & { readonly removed: boolean } {
  const row = rows.get(keyOf(subject));
  if (row === undefined) return { slug: null, name: null, removed: true };
  const { slug, label } = RECORD_TABLES[subject.kind];
  const text = (field: string): string | null => (row.fields[field] ?? null) as string | null;
  return {
    slug: slug === null ? null : text(slug),
    name: label === null ? nameOf(subject.kind, row.fields, rows) : text(label),
    removed: row.removed,
  };
}

/** Reads what records are called and where they stand: one query a kind, twice at most. */
export async function knownRecords(
  transaction: DatabaseTransaction,
  subjects: readonly SubjectRef[],
): Promise<KnownRecords> {
  const rows: Rows = new Map();
  const homeIn = (subject: SubjectRef): SubjectRef | null => {
    const row = rows.get(keyOf(subject));
    return row === undefined ? null : homeOf(subject.kind, subject.id, row.fields);
  };
  await addRows(transaction, rows, subjects);
  const mentioned = subjects.flatMap((subject) => {
    const home = homeIn(subject);
    if (home === null) return [];
    const isNameless = RECORD_TABLES[subject.kind].label === null;
    return isNameless ? [home, ...named(subject.kind, rows.get(keyOf(subject))?.fields ?? {})] : [home];
  });
  await addRows(transaction, rows, mentioned);
  return {
    link: (subject) => linkIn(rows, subject),
    placed: (subject) => {
      const home = homeIn(subject);
      return {
        ...subject,
        ...linkIn(rows, subject),
        home: home === null ? null : { kind: home.kind, id: home.id, ...linkIn(rows, home) },
      };
    },
  };
}
