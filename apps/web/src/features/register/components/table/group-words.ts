import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Words } from '../../../../lib/use-words.ts';
import { cellWords } from './cell-words.ts';
import type { TableField } from './table-fields.ts';

/** What the rows of a group have alike, in words. */
export function groupWords(
  field: TableField | null,
  value: string | null,
  name: string | null,
  words: Words,
  i18n: I18n,
): string {
  if (value === null) return i18n._(msg`unknown`);
  return name ?? (field === null ? value : cellWords(field, value, words, i18n));
}
