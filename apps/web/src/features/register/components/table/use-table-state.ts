import type { ViewAnswer, ViewDefinition } from '@entente/contract/register';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { type TableSearch, tableSearchFrom } from '../../../../lib/table-search.ts';
import { viewsQuery } from '../../api/table-queries.ts';
import type { TableName } from './table-kinds.ts';
import { isSameTable, plainTable, searchOfTable, tableFrom } from './table-state.ts';

const CLEARED = {
  filter: undefined,
  sort: undefined,
  group: undefined,
  open: undefined,
  but: undefined,
  columns: undefined,
  view: undefined,
  q: undefined,
};

/** What a table shows, as its address holds it, and how to show something else. */
export function useTableState(workspace: string, table: TableName) {
  const given: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const { data: views } = useQuery(viewsQuery(workspace, table));
  const text = JSON.stringify({ ...tableSearchFrom(given), q: given['q'] });
  const search = useMemo(() => JSON.parse(text) as TableSearch, [text]);
  const view = views?.find(({ id }) => id === search.view) ?? null;
  const plain = useMemo(() => plainTable(table), [table]);
  const definition = useMemo(() => tableFrom(search, view?.definition ?? null, plain), [search, view, plain]);

  const show = useCallback(
    (next: ViewDefinition, of: ViewAnswer | null, replace = true) =>
      void navigate({
        to: '.',
        search: (before) => ({ ...before, ...CLEARED, ...searchOfTable(next, of, plain) }),
        replace,
        resetScroll: false,
      }),
    [navigate, plain],
  );
  const change = useCallback(
    (part: Partial<ViewDefinition>) => show({ ...definition, ...part }, view),
    [show, definition, view],
  );
  return {
    definition,
    views: views ?? [],
    view,
    plain,
    /** Whether a named view was asked for whose definition is still on its way. */
    isWaiting: search.view !== undefined && views === undefined,
    isChanged: !isSameTable(definition, view?.definition ?? plain),
    change,
    show,
  };
}

export type TableState = ReturnType<typeof useTableState>;
