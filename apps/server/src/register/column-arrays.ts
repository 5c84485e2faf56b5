import type { SubjectRef } from '@entente/core/kernel';
import { type ColumnKind, RECORD_TABLES, type RowKind } from './record-tables.ts';
import type { EventSubject, NewRow } from './load-rows.ts';
import type { FieldValue } from './records.store.ts';

/**
 * One column of many rows on their way to a table: its name, how its texts become values, and the texts as one array. Where
 * all rows have the same text, `array` is null and `same` is that text.
 */
export type ColumnArray = { readonly column: string; readonly as: ColumnKind | 'id' | 'word' } & (
  | { readonly array: string }
  | { readonly array: null; readonly same: string | null }
);

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

/** Texts as PostgreSQL writes an array: one parameter, whatever it holds. One text where all are the same. */
function columnArray<T>(
  column: string,
  as: ColumnArray['as'],
  rows: readonly T[],
  textIn: (row: T) => string | null,
): ColumnArray {
  const [first] = rows;
  const same = first === undefined ? null : textIn(first);
  // What rows are told apart by stands as an array of as many.
  if (as !== 'id' && rows.every((row) => textIn(row) === same)) return { column, as, array: null, same };
  let array = '{';
  for (const row of rows) array += array.length === 1 ? elementOf(textIn(row)) : `,${elementOf(textIn(row))}`;
  return { column, as, array: `${array}}` };
}

/** Rows of a kind, column by column. */
export function columnArrays(kind: RowKind, rows: readonly NewRow[]): ColumnArray[] {
  const id = columnArray('id', 'id', rows, (row) => row.id);
  const others = RECORD_TABLES[kind].columns.flatMap(({ field, column, as }): ColumnArray[] => {
    if (as !== 'subject') return [columnArray(column, as, rows, ({ fields }) => textOf(as, fields[field]))];
    const subjectIn = ({ fields }: NewRow): SubjectRef => fields[field] as SubjectRef;
    return [
      columnArray(`${column}_kind`, 'word', rows, (row) => subjectIn(row).kind),
      columnArray(`${column}_id`, 'id', rows, (row) => subjectIn(row).id),
    ];
  });
  return [id, ...others];
}

/** What events are about, column by column. */
export function eventSubjectArrays(subjects: readonly EventSubject[]): ColumnArray[] {
  return [
    columnArray('id', 'id', subjects, ({ id }) => id),
    columnArray('event_id', 'id', subjects, ({ event }) => event),
    columnArray('subject_kind', 'word', subjects, ({ subject }) => subject.kind),
    columnArray('subject_id', 'id', subjects, ({ subject }) => subject.id),
  ];
}
