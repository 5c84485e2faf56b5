import type { ViewDefinition } from '@entente/contract/register';
import type { FileWishes } from '../../api/table-queries.ts';
import type { TableField } from './table-fields.ts';

const MOST_KEYS = 3;

/** A file has no groups: their rows stand together by its order. */
function sortWithin(group: string, sort: string): string {
  const keys = sort.split(',').filter((key) => key.replace(/^-/, '') !== group && key !== 'entered');
  return [group, ...keys].slice(0, MOST_KEYS).join(',');
}

/** What a file of a table holds and in which order, as the table shows it; columns that are no longer there are left out. */
export function fileOfTable(
  { columns, group, sort }: ViewDefinition,
  fields: readonly TableField[],
  language: string,
): Pick<FileWishes, 'columns' | 'language'> & { readonly sort: string } {
  const known = new Set(fields.flatMap(({ name, isShown }) => (isShown ? [name] : [])));
  const isOrdered = fields.some(({ name, isSorted }) => name === group && isSorted);
  return {
    columns: columns.filter((name) => known.has(name)),
    sort: group === null || !isOrdered ? sort : sortWithin(group, sort),
    language,
  };
}
