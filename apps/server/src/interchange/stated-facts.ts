import type { StatedFact } from '@entente/core/interchange';
import { type SubjectKind, type SubjectRef } from '@entente/core/kernel';
import { RECORD_TABLES, type RowKind } from '../register/record-tables.ts';
import type { FieldValue, RecordRow } from '../register/records.store.ts';

/** What a table states of a record that is there, as its column holds it. */
export type OpenFact = { readonly subject: SubjectRef; readonly field: string; readonly value: FieldValue };

/** Facts with the ids under which the records they name are, or will be, stored. */
export function storedFacts(
  facts: readonly StatedFact[],
  idOf: (kind: RowKind, id: string) => string,
): readonly OpenFact[] {
  return facts.map(({ subject, field, value }): OpenFact => {
    if (field === 'about') {
      const about = (value as readonly SubjectRef[]).map(({ kind, id }) => ({ kind, id: idOf(kind, id) }));
      return { subject, field, value: about };
    }
    const column = RECORD_TABLES[subject.kind].columns.find((each) => each.field === field);
    if (column?.as === 'subject') {
      const { kind, id } = value as SubjectRef;
      return { subject, field, value: { kind, id: idOf(kind, id) } };
    }
    const to = column?.as === 'reference' ? column.to : null;
    return { subject, field, value: to === null ? (value as FieldValue) : idOf(to, value as string) };
  });
}

const subjectText = ({ kind, id }: SubjectRef): string => `${kind} ${id}`;

/** A value by what it says: the order of names in a map, and of what an event is about, says nothing. */
function plain(field: string, value: FieldValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  if (field === 'about') return (value as readonly SubjectRef[]).map(subjectText).sort().join();
  if (Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The facts that say otherwise than the rows do. */
export const changedFacts = (facts: readonly OpenFact[], rows: ReadonlyMap<string, RecordRow>): readonly OpenFact[] =>
  facts.filter(({ subject, field, value }) => {
    const row = rows.get(subject.id);
    return row !== undefined && plain(field, row.fields[field]) !== plain(field, value);
  });

/** Facts by the record that they are about. */
export function factsByRecord(
  facts: readonly OpenFact[],
): ReadonlyMap<string, { readonly kind: SubjectKind; readonly fields: Record<string, FieldValue> }> {
  const records = new Map<string, { readonly kind: SubjectKind; readonly fields: Record<string, FieldValue> }>();
  for (const { subject, field, value } of facts) {
    const known = records.get(subject.id) ?? { kind: subject.kind, fields: {} };
    known.fields[field] = value;
    records.set(subject.id, known);
  }
  return records;
}
