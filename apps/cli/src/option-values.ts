import { InvalidArgumentError } from 'commander';
import { ColumnNames } from '@entente/core/member-tables';
import { type Day, EdtfDate } from '@entente/core/kernel';

/** Reads an option that takes a whole number between two bounds. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most)
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return number;
  };

/** Reads the last day of a year, month or day. */
export function dayOf(text: string): Day {
  const outcome = EdtfDate.asOf(text);
  if (!outcome.ok) throw new InvalidArgumentError(outcome.problems.map((problem) => problem.fix).join(' '));
  return outcome.value;
}

/** Reads which columns of a table are which: alliance=deal,member=company. */
export function columnNamesOf(text: string): ColumnNames {
  const outcome = ColumnNames.parse(text);
  if (!outcome.ok)
    throw new InvalidArgumentError(outcome.problems.map(({ message, fix }) => `${message}. ${fix}`).join(' '));
  return outcome.value;
}
