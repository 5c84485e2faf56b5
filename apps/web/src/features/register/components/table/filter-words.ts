import type { FilterOperator, ListFilter } from '@entente/core/register';
import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Words } from '../../../../lib/use-words.ts';
import { cellWords } from './cell-words.ts';
import type { TableField } from './table-fields.ts';

/** Operators as they stand between a field and its value; `empty` and `filled` stand alone behind it. */
export const OPERATOR_WORDS: Readonly<Record<FilterOperator, ReturnType<typeof msg>>> = {
  is: msg`is`,
  not: msg`is not`,
  has: msg`contains`,
  lacks: msg`does not contain`,
  least: msg`at least`,
  most: msg`at most`,
  before: msg`before`,
  after: msg`after`,
  in: msg`in`,
  empty: msg`not stated`,
  filled: msg`stated`,
};

/** The operators that need no value. */
export const ALONE: readonly FilterOperator[] = ['empty', 'filled'];

/** The value of a filter in words; records by the names that are known of them. */
export function filterValueWords(
  field: TableField,
  { operator, values }: ListFilter,
  nameOf: (reference: string) => string,
  words: Words,
  i18n: I18n,
): string {
  if (ALONE.includes(operator)) return '';
  const { as } = field.shape;
  const isText = operator === 'has' || operator === 'lacks';
  const isNamed = as === 'reference' || as === 'subject' || as === 'subjects';
  const said = values.map((value) =>
    isText ? `“${value}”` : isNamed ? nameOf(value) : cellWords(field, value, words, i18n),
  );
  return new Intl.ListFormat(i18n.locale, { type: 'disjunction', style: 'short' }).format(said);
}
