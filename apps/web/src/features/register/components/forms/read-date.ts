import { readTypedDate, type TypedDate } from '@entente/core/kernel';

const STARTS = ['from', 'start'];
const ENDS = ['to', 'end'];

/** Reads what was typed for a date by the part it plays in its record: a start, an end, or a date. */
export function readDate(field: string, text: string): TypedDate {
  return readTypedDate(text, { as: ENDS.includes(field) ? 'end' : STARTS.includes(field) ? 'start' : 'date' });
}
