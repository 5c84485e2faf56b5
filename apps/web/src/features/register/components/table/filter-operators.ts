import { type FilterOperator, type ListFilter, OPERATORS_OF } from '@entente/core/register';
import { isCoded, type TableField } from './table-fields.ts';

const OF_WORDS: readonly FilterOperator[] = ['has', 'lacks'];
const OF_VALUES: readonly FilterOperator[] = ['is', 'not'];

/** Whether a coded field is compared with recorded values, which are chosen, not typed. */
export const isChosen = (field: TableField, operator: FilterOperator): boolean =>
  isCoded(field) && OF_VALUES.includes(operator);

/**
 * How a field may be compared, the most asked for first. Words of a coded field are not what is recorded, so that no words are
 * looked for in it; a filter that came so with an address stays as it is.
 */
export function operatorsOf(field: TableField, filter: ListFilter | null): readonly FilterOperator[] {
  const all = OPERATORS_OF[field.shape.as];
  if (!isCoded(field)) return all;
  const kept = OF_WORDS.filter((operator) => operator === filter?.operator);
  return [...all.filter((operator) => !OF_WORDS.includes(operator)), ...kept];
}
