import type { ImportAnswer } from '@entente/contract/register';

/** Stands for no field, which a choice cannot. */
export const LEFT_OUT = '-';

const LETTERS = 26;

/** What a spreadsheet calls a column. @example columnLetter(27) // => 'AB' */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % LETTERS));
  return index < LETTERS ? last : columnLetter(Math.floor(index / LETTERS) - 1) + last;
}

type Choice = { readonly value: string; readonly label: string };

/** The fields that a column can be read as; those the layout needs first, none of them last. */
export function fieldChoices(
  { fields }: Pick<ImportAnswer, 'fields'>,
  label: (field: string) => string,
  leaveOut: string,
): readonly Choice[] {
  const choiceOf = ({ field }: ImportAnswer['fields'][number]): Choice => ({ value: field, label: label(field) });
  const needed = fields.filter(({ required }) => required).map(choiceOf);
  const others = fields.filter(({ required }) => !required).map(choiceOf);
  return [{ value: LEFT_OUT, label: leaveOut }, ...needed, ...others];
}
