import {
  EdtfDate,
  invariant,
  type Outcome,
  Period,
  type PeriodEnd,
  Share,
  type SubjectRef,
} from '@entente/core/kernel';
import type { RegisterRows } from '@entente/core/register';
import { type Column, RECORD_TABLES, type RowKind } from './record-tables.ts';
import type { FieldValue, FieldValues } from './records.store.ts';

/*
 * Between the core's rows and what columns hold. The core names sources by key where the register refers to them by id;
 * ids are the core's own until `IdMap` gives them others.
 */

/** The id under which a row is stored, by kind and the id it had. */
export type IdMap = (kind: RowKind, id: string) => string;

/** A row of the model, of any kind, field by field. */
export type ModelRow = { readonly id: string } & Readonly<Record<string, unknown>>;

/** References that the model gives by a source's key. */
const isSourceKey = (kind: RowKind, field: string): boolean =>
  (kind === 'source' && field === 'within') || (kind === 'claim' && field === 'source');

function stored(
  kind: RowKind,
  { field, as, to }: Column,
  value: unknown,
  idOf: IdMap,
  idOfKey: (key: string) => string,
): FieldValue {
  if (value === null || value === undefined) return null;
  switch (as) {
    case 'date':
      return (value as EdtfDate).text;
    case 'end':
      return Period.endText(value as PeriodEnd);
    case 'reference':
      invariant(to, 'a reference leads to a kind');
      return isSourceKey(kind, field) ? idOfKey(value as string) : idOf(to, value as string);
    case 'subject': {
      const subject = value as SubjectRef;
      return { kind: subject.kind, id: idOf(subject.kind, subject.id) };
    }
    case 'text':
    case 'share':
    case 'decimal':
    case 'integer':
    case 'flag':
    case 'texts':
    case 'map':
      return value as FieldValue;
  }
}

/** What the columns of a row hold, by field; `isDenied` where the best claim on the record denies it. */
export function storedFields(
  kind: RowKind,
  row: ModelRow,
  isDenied: boolean,
  idOf: IdMap,
  idOfKey: (key: string) => string,
): FieldValues {
  const fields: Record<string, FieldValue> = {};
  for (const column of RECORD_TABLES[kind].columns) {
    fields[column.field] = column.as === 'flag' ? !isDenied : stored(kind, column, row[column.field], idOf, idOfKey);
  }
  return fields;
}

function known<T>(outcome: Outcome<T>): T {
  invariant(outcome.ok, 'what the register holds can be read');
  return outcome.value;
}

function modelled(kind: RowKind, { field, as }: Column, value: FieldValue, keyOf: (id: string) => string): unknown {
  if (value === null) return null;
  if (as === 'date') return known(EdtfDate.parse(value as string));
  if (as === 'end') return known(Period.parseEnd(value as string));
  if (as === 'share') return known(Share.parse(value as string));
  return isSourceKey(kind, field) ? keyOf(value as string) : value;
}

/** A row of the model from what its columns hold. */
export function modelRow(kind: RowKind, id: string, fields: FieldValues, keyOf: (id: string) => string): ModelRow {
  const columns = RECORD_TABLES[kind].columns.filter(({ as, field }) => as !== 'flag' && field !== 'custom');
  const entries = columns.map((column): [string, unknown] => [
    column.field,
    modelled(kind, column, fields[column.field] ?? null, keyOf),
  ]);
  return { id, ...Object.fromEntries(entries), ...(kind === 'event' ? { about: fields['about'] ?? [] } : {}) };
}

/** The lists of `RegisterRows` by the kind of row they hold, in an order in which each row finds what it refers to. */
export const LISTS: readonly (readonly [RowKind, keyof RegisterRows])[] = [
  ['source', 'sources'],
  ['organisation', 'organisations'],
  ['organisation-name', 'organisationNames'],
  ['house', 'houses'],
  ['house-membership', 'houseMemberships'],
  ['alliance', 'alliances'],
  ['membership', 'memberships'],
  ['stake', 'stakes'],
  ['resource', 'resources'],
  ['domain', 'domains'],
  ['person', 'people'],
  ['event', 'events'],
  ['measure', 'measures'],
  ['condition', 'conditions'],
  ['workforce', 'workforces'],
  ['claim', 'claims'],
];
