import type { SubjectRef } from '@entente/core/kernel';
import { arrayBytes, type ElementType } from './array-bytes.ts';
import { type ColumnKind, RECORD_TABLES, type RowKind } from './record-tables.ts';
import type { EventSubject, NewRow } from './load-rows.ts';
import type { FieldValue } from './records.store.ts';

/**
 * One column of many rows on their way to a table: its name, how its texts become values, and the texts as the bytes of one
 * array. Where all rows have the same text, `array` is null and `same` is that text.
 */
export type ColumnArray = { readonly column: string; readonly as: ColumnKind | 'id' | 'word' } & (
  | { readonly array: Uint8Array<ArrayBuffer>; readonly of: ElementType }
  | { readonly array: null; readonly same: string | null }
);

function textOf(as: ColumnKind, value: FieldValue | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (as === 'texts' || as === 'map') return JSON.stringify(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A column as one parameter. One text where all are the same. */
function columnArray<T>(
  column: string,
  as: ColumnArray['as'],
  rows: readonly T[],
  textIn: (row: T) => string | null,
): ColumnArray {
  const texts = rows.map(textIn);
  const [same = null] = texts;
  // What rows are told apart by stands as an array of as many.
  if (as !== 'id' && texts.every((text) => text === same)) return { column, as, array: null, same };
  const of = as === 'id' || as === 'reference' ? 'uuid' : 'text';
  return { column, as, array: arrayBytes(of, texts), of };
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
