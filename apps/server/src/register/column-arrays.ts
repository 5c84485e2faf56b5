import type { SubjectRef } from '@entente/core/kernel';
import { type ColumnKind, RECORD_TABLES, type RowKind } from './record-tables.ts';
import type { EventSubject, NewRow } from './load-rows.ts';
import type { FieldValue } from './records.store.ts';

/** One column of many rows on their way to a table: its name, how its texts become values, and the texts as one array. */
export type ColumnArray = { readonly column: string; readonly as: ColumnKind | 'id' | 'word'; readonly array: string };

function textOf(as: ColumnKind, value: FieldValue | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (as === 'texts' || as === 'map') return JSON.stringify(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const TO_ESCAPE = /["\\]/;
const ESCAPED = /["\\]/g;

function elementOf(text: string | null): string {
  if (text === null) return 'NULL';
  return TO_ESCAPE.test(text) ? `"${text.replace(ESCAPED, '\\$&')}"` : `"${text}"`;
}

/** Texts as PostgreSQL writes an array: one parameter, whatever it holds. */
function arrayOf<T>(rows: readonly T[], textIn: (row: T) => string | null): string {
  let array = '{';
  for (const row of rows) array += array.length === 1 ? elementOf(textIn(row)) : `,${elementOf(textIn(row))}`;
  return `${array}}`;
}

/** Rows of a kind, column by column. */
export function columnArrays(kind: RowKind, rows: readonly NewRow[]): ColumnArray[] {
  const id: ColumnArray = { column: 'id', as: 'id', array: arrayOf(rows, (row) => row.id) };
  const others = RECORD_TABLES[kind].columns.flatMap(({ field, column, as }): ColumnArray[] => {
    if (as !== 'subject') return [{ column, as, array: arrayOf(rows, ({ fields }) => textOf(as, fields[field])) }];
    const subjectIn = ({ fields }: NewRow): SubjectRef => fields[field] as SubjectRef;
    return [
      { column: `${column}_kind`, as: 'word', array: arrayOf(rows, (row) => subjectIn(row).kind) },
      { column: `${column}_id`, as: 'id', array: arrayOf(rows, (row) => subjectIn(row).id) },
    ];
  });
  return [id, ...others];
}

/** What events are about, column by column. */
export function eventSubjectArrays(subjects: readonly EventSubject[]): ColumnArray[] {
  return [
    { column: 'id', as: 'id', array: arrayOf(subjects, ({ id }) => id) },
    { column: 'event_id', as: 'id', array: arrayOf(subjects, ({ event }) => event) },
    { column: 'subject_kind', as: 'word', array: arrayOf(subjects, ({ subject }) => subject.kind) },
    { column: 'subject_id', as: 'id', array: arrayOf(subjects, ({ subject }) => subject.id) },
  ];
}
