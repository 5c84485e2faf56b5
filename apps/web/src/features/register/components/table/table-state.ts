import type { ViewDefinition } from '@entente/contract/register';
import { ENTERED } from '@entente/core/register';
import type { GridSort } from '../../../../ui/grid/grid-model.ts';
import type { TableSearch } from '../../../../lib/table-search.ts';
import { isSameOpened, type OpenedGroups } from './table-groups.ts';
import { TABLE_KINDS, type TableName } from './table-kinds.ts';

/** What a table shows before anything is chosen. */
export function plainTable(table: TableName): ViewDefinition {
  const { columns, sort } = TABLE_KINDS[table];
  return { columns: [...columns], filters: [], sort, group: null, q: null, opened: null };
}

const sameTexts = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other[at]);

/** Whether two tables show the same. */
export const isSameTable = (one: ViewDefinition, other: ViewDefinition): boolean =>
  sameTexts(one.columns, other.columns) &&
  sameTexts(one.filters, other.filters) &&
  one.sort === other.sort &&
  one.group === other.group &&
  one.q === other.q &&
  isSameOpened(one.opened, other.opened);

/**
 * What the address says a table shows. A view alone stands for all that it holds; an address that names columns says
 * everything itself, so that a view with its last filter taken away is not that view again.
 */
export function tableFrom(search: TableSearch, view: ViewDefinition | null, plain: ViewDefinition): ViewDefinition {
  const ground = view === null || search.columns !== undefined ? plain : view;
  return {
    columns: search.columns === undefined ? ground.columns : search.columns.split(','),
    filters: search.filter === undefined ? ground.filters : [...search.filter],
    sort: search.sort ?? ground.sort,
    group: search.group ?? ground.group,
    q: search.q ?? ground.q,
    opened: search.open === undefined ? ground.opened : { all: search.open === 'all', but: [...(search.but ?? [])] },
  };
}

const openedSearch = ({ all, but }: NonNullable<OpenedGroups>): TableSearch => ({
  open: all ? 'all' : 'none',
  ...(but.length === 0 ? {} : { but }),
});

/** The address of a table: what differs from the plain one, or the view that it is. */
export function searchOfTable(
  table: ViewDefinition,
  view: { readonly id: string; readonly definition: ViewDefinition } | null,
  plain: ViewDefinition,
): TableSearch {
  if (view !== null && isSameTable(table, view.definition)) return { view: view.id };
  return {
    ...(view === null ? {} : { view: view.id }),
    ...(view === null && sameTexts(table.columns, plain.columns) ? {} : { columns: table.columns.join(',') }),
    ...(table.filters.length === 0 ? {} : { filter: table.filters }),
    ...(table.sort === plain.sort ? {} : { sort: table.sort }),
    ...(table.group === null ? {} : { group: table.group }),
    ...(table.opened === null ? {} : openedSearch(table.opened)),
    ...(table.q === null || table.q === '' ? {} : { q: table.q }),
  };
}

/** The keys of a sort, the first deciding first; the order in which records came in has no column. */
export function sortKeys(sort: string): readonly GridSort[] {
  return sort
    .split(',')
    .filter((key) => key !== '' && key !== ENTERED)
    .map((key) => ({ id: key.replace(/^-/, ''), descending: key.startsWith('-') }));
}

const sortText = (keys: readonly GridSort[]): string =>
  keys.length === 0 ? ENTERED : keys.map(({ id, descending }) => (descending ? `-${id}` : id)).join(',');

const MOST_KEYS = 3;

/** The sort after a head was pressed: up, down, then none; `beside` keeps what sorts already. */
export function sortAfter(sort: string, column: string, beside: boolean): string {
  const keys = sortKeys(sort);
  const found = keys.find(({ id }) => id === column);
  const next = found === undefined ? [{ id: column, descending: false }] : [];
  const turned = found !== undefined && !found.descending ? [{ id: column, descending: true }] : next;
  if (!beside) return sortText(turned);
  if (found === undefined) return sortText([...keys, ...turned].slice(-MOST_KEYS));
  return sortText(keys.flatMap((key) => (key.id === column ? turned : [key])));
}

/** The columns with one moved to another's place. */
export function columnsMoved(columns: readonly string[], column: string, to: number): string[] {
  const others = columns.filter((each) => each !== column);
  return [...others.slice(0, to), column, ...others.slice(to)];
}
