import type { ImportAnswer } from '@entente/contract/register';
import { targetParts } from './targets.ts';

/** Stands for no field, which a choice cannot. */
export const LEFT_OUT = '-';

const LETTERS = 26;

/** What a spreadsheet calls a column. @example columnLetter(27) // => 'AB' */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % LETTERS));
  return index < LETTERS ? last : columnLetter(Math.floor(index / LETTERS) - 1) + last;
}

type Choice = { readonly value: string; readonly label: string };
type ChoiceGroup = { readonly group: string; readonly items: Choice[] };

type GroupWords = {
  readonly field: (field: string) => string;
  readonly leaveOut: string;
  readonly needed: string;
  readonly alliance: string;
  readonly partner: (number: number | null) => string;
  readonly own: string;
  readonly others: string;
};

function groupOf({ field, about, required }: ImportAnswer['fields'][number], words: GroupWords): string {
  switch (about) {
    case 'own':
      return words.own;
    case 'record':
      return required ? words.needed : words.others;
    case 'partner':
      return words.partner(targetParts(field).partner);
    case 'alliance':
      return words.alliance;
  }
}

/** The fields that a column can be read as, by what they are about; `present` too where it is several in one. */
export function fieldChoices(
  { fields }: Pick<ImportAnswer, 'fields'>,
  present: string | null,
  words: GroupWords,
): readonly (Choice | ChoiceGroup)[] {
  const groups = new Map<string, Choice[]>();
  for (const field of fields) {
    const group = groupOf(field, words);
    const items = groups.get(group) ?? [];
    items.push({ value: field.field, label: words.field(field.field) });
    groups.set(group, items);
  }
  const isListed = present === null || fields.some(({ field }) => field === present);
  return [
    { value: LEFT_OUT, label: words.leaveOut },
    ...(isListed ? [] : [{ value: present, label: words.field(present) }]),
    ...[...groups].map(([group, items]) => ({ group, items })),
  ];
}
