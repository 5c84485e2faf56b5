import type { RoomSection } from '@entente/contract/sharing';
import type { ShareableKind } from '@entente/core/accounts';
import { recordField } from '@entente/core/register';
import type { I18n } from '@lingui/core';
import { plainWords } from '../../../lib/plain-words.ts';
import { firstDay } from '../../../lib/reading.ts';
import type { Words } from '../../../lib/use-words.ts';
import { dateWords, endWords } from '../../../ui/date-text.tsx';

export type RoomFields = RoomSection['items'][number]['fields'];
export type RoomValue = RoomFields[string];

/** A value of a copied field in the reader's language; empty where it is not stated. */
export function roomValueWords(
  kind: ShareableKind,
  field: string,
  value: RoomValue | undefined,
  words: Words,
  i18n: I18n,
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return value.name ?? '';
  if (typeof value === 'number') return words.count(value);
  const shape = recordField(kind, field);
  switch (shape?.as) {
    case 'date':
      return dateWords(value, i18n);
    case 'end':
      return endWords(value, i18n);
    case 'share':
      return words.percent(value);
    case 'decimal':
      return words.number(value);
    case 'country':
      return words.country(value);
    case 'term':
      return words.term(shape.list, value);
    case 'slug':
      return plainWords(value);
    default:
      return plainFieldWords(field, value, words);
  }
}

function plainFieldWords(field: string, value: string, words: Words): string {
  if (field === 'quantity') return words.quantity(value);
  if (field === 'unit') return words.unit(value);
  return field === 'item' ? plainWords(value) : value;
}

const NUMBERS = ['share', 'decimal', 'whole'];
export const isNumberField = (kind: ShareableKind, field: string): boolean =>
  NUMBERS.includes(recordField(kind, field)?.as ?? '');

/** What rows are put in order by: days and figures as such, everything else as it is read. */
export function roomSortValue(
  kind: ShareableKind,
  field: string,
  value: RoomValue | undefined,
  shown: string,
): string | number | null {
  if (value === null || value === undefined || shown === '') return null;
  const as = recordField(kind, field)?.as;
  if (as === 'date') return firstDay(String(value));
  return isNumberField(kind, field) ? Number(value) : shown;
}
