import { Outcome, type Problem, type SubjectKind, type SubjectRef } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { RECORD_TABLES, type RowKind } from './record-tables.ts';
import { type FieldValue, type FieldValues, findRecordId } from './records.store.ts';

export const unknownRecord = (kind: string, reference: string, pointer: string): Problem => ({
  code: 'record-unknown',
  message: `There is no ${kind} "${reference}" in this workspace`,
  fix: `Give the slug or id of a record that is there, or add the ${kind} first.`,
  pointer,
});

type Named = { readonly kind: SubjectKind; readonly id: string };

async function subjectIn(
  transaction: DatabaseTransaction,
  { kind, id }: Named,
  pointer: string,
): Promise<Outcome<SubjectRef>> {
  const found = await findRecordId(transaction, kind, id);
  return found === null ? Outcome.refuse(unknownRecord(kind, id, pointer)) : Outcome.of({ kind, id: found });
}

/** The value of a field with ids in place of slugs. */
async function resolved(
  transaction: DatabaseTransaction,
  kind: RowKind,
  field: string,
  value: unknown,
): Promise<Outcome<FieldValue>> {
  if (field === 'about') {
    const outcomes = await Promise.all(
      (value as readonly Named[]).map((named, index) => subjectIn(transaction, named, `/about/${index}/id`)),
    );
    const problems = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.problems));
    return problems.length > 0
      ? Outcome.refuse(...problems)
      : Outcome.of(outcomes.flatMap((it) => (it.ok ? [it.value] : [])));
  }
  const column = RECORD_TABLES[kind].columns.find((candidate) => candidate.field === field);
  if (column?.as === 'subject') return subjectIn(transaction, value as Named, `/${field}/id`);
  if (column?.as !== 'reference' || column.to === null || typeof value !== 'string')
    return Outcome.of(value as FieldValue);
  const id = await findRecordId(transaction, column.to, value);
  return id === null ? Outcome.refuse(unknownRecord(column.to, value, `/${field}`)) : Outcome.of(id);
}

/** A request's fields with the ids of the records they name; every unknown one is a problem. */
export async function withIds(
  transaction: DatabaseTransaction,
  kind: RowKind,
  fields: Readonly<Record<string, unknown>>,
): Promise<Outcome<FieldValues>> {
  const values: Record<string, FieldValue> = {};
  const problems: Problem[] = [];
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const outcome = await resolved(transaction, kind, field, value);
    if (outcome.ok) values[field] = outcome.value;
    else problems.push(...outcome.problems);
  }
  return problems.length > 0 ? Outcome.refuse(...problems) : Outcome.of(values);
}
