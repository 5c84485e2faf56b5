import { RECORD_TABLES, type RecordTable } from './record-tables.ts';
import type { FieldValue, FieldValues } from './records.store.ts';

/** A row as the change log holds it: columns by name, numbers as their digits. */
export type LoggedColumns = Readonly<Record<string, unknown>>;

export const loggedTable = (name: string): RecordTable | null =>
  Object.values(RECORD_TABLES).find(({ table }) => table === name) ?? null;

const trimmed = (digits: string): string => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits);

/** The fields of a logged row by the names they have on the wire; references stay ids. */
export function loggedFields(table: RecordTable, columns: LoggedColumns): FieldValues {
  return Object.fromEntries(
    table.columns.map(({ field, column, as }): [string, FieldValue] => {
      if (as === 'subject') {
        const [kind, id] = [columns[`${column}_kind`], columns[`${column}_id`]];
        return [field, typeof id === 'string' ? ({ kind, id } as FieldValue) : null];
      }
      const value = (columns[column] ?? null) as FieldValue;
      if (as === 'share' && typeof value === 'string') return [field, trimmed(value)];
      return [field, as === 'integer' && typeof value === 'string' ? Number(value) : value];
    }),
  );
}
