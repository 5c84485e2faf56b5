import type { SubjectKind } from '@entente/core/kernel';
import { emptyValues, type FormValue } from './form-values.ts';
import { readValues } from './record-body.ts';

/** Whether two values of a form's field come to the same in the register; what cannot be read is compared as typed. */
export function isSameValue(kind: SubjectKind, name: string, one: FormValue, other: FormValue): boolean {
  const [first, second] = [one, other].map((value) => readValues(kind, { ...emptyValues(kind), [name]: value }));
  const isUnread = [first, second].some((read) =>
    read?.problems.some(({ field, code }) => field === name && code !== 'field-required'),
  );
  return isUnread
    ? JSON.stringify(one) === JSON.stringify(other)
    : JSON.stringify(first?.body) === JSON.stringify(second?.body);
}
