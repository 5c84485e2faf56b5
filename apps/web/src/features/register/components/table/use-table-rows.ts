import type { ViewDefinition } from '@entente/contract/register';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import {
  type RowsAsked,
  rowsKey,
  type RowWindow,
  summaryQuery,
  type TableRow,
  WINDOW,
  windowQuery,
} from '../../api/table-queries.ts';
import { groupsTurned, isOpenGroup, type OpenedGroups } from './table-groups.ts';
import type { TableName } from './table-kinds.ts';
import { linesIn, type LinePlace, type Section } from './table-lines.ts';

/** The line of the table, as far as it has come. */
export type TableLine =
  | { readonly kind: 'row'; readonly row: TableRow | null; readonly key: string }
  | { readonly kind: 'group'; readonly section: number };

/** Windows that are asked for at once where many are needed. */
const AT_ONCE = 4;

type Window = { readonly section: number; readonly offset: number };

/** What is asked of the server for a table, the same object while it is the same. */
function useAsked({ filters, q, sort }: ViewDefinition): RowsAsked {
  const text = JSON.stringify({ filters, q, sort });
  return useMemo(() => JSON.parse(text) as RowsAsked, [text]);
}

const groupFilter = (group: string, value: string | null): string =>
  value === null ? `${group}:empty` : `${group}:is:${value}`;

type Shown = { readonly asked: RowsAsked; readonly group: string | null };

/** What is on screen: what was asked last, once its first part has come; until then what was asked before. */
function useShown(workspace: string, table: TableName, asked: RowsAsked, group: string | null, addedOn: string | null) {
  const wanted = useMemo<Shown>(() => ({ asked, group }), [asked, group]);
  const first = useQuery({ ...windowQuery(workspace, table, asked, 0), enabled: group === null });
  const summary = useQuery(summaryQuery(workspace, table, asked, group, addedOn));
  const ready = group === null ? first : summary;
  const [shown, setShown] = useState<Shown | null>(null);
  if (ready.data !== undefined && shown !== wanted) setShown(wanted);
  const error = ready.data === undefined ? ready.error : null;
  return { shown, error, busy: shown !== null && shown !== wanted, retry: ready.refetch };
}

/** The rows of a table in windows around what is in sight, in groups where the table is grouped. */
export function useTableRows(
  workspace: string,
  table: TableName,
  definition: ViewDefinition,
  /** The page's date, where totals depend on it. */
  addedOn: string | null,
  onOpened: (opened: OpenedGroups) => void,
) {
  const client = useQueryClient();
  const asked = useAsked(definition);
  const { shown, error, busy, retry } = useShown(workspace, table, asked, definition.group, addedOn);
  const now = shown ?? { asked, group: definition.group };
  const { data: summary } = useQuery(summaryQuery(workspace, table, now.asked, now.group, addedOn));
  const { data: first } = useQuery({ ...windowQuery(workspace, table, now.asked, 0), enabled: now.group === null });
  const { opened } = definition;
  const [seen, setSeen] = useState({ first: 0, last: 40 });

  const total = now.group === null ? (first?.total ?? 0) : (summary?.total ?? 0);
  const groups = now.group === null ? null : summary?.groups;
  const sections = useMemo((): readonly Section[] => {
    if (!groups) return [{ value: null, count: total, titled: false, open: true }];
    return groups.map(({ value, count }) => ({
      value,
      count,
      titled: true,
      open: isOpenGroup(opened, value, total),
    }));
  }, [groups, total, opened]);
  const lines = useMemo(() => linesIn(sections), [sections]);

  const windowOf = useCallback(
    ({ section, offset }: Window) => {
      const { asked: base, group } = now;
      const value = sections[section]?.value ?? null;
      const narrowed = group === null ? base : { ...base, filters: [...base.filters, groupFilter(group, value)] };
      return windowQuery(workspace, table, narrowed, offset);
    },
    [now.asked, now.group, sections, workspace, table],
  );
  const wanted = useMemo(() => windowsSeen(seen.first, seen.last, lines), [seen, lines]);
  const results = useQueries({ queries: wanted.map(windowOf) });
  const stamp = results.map(({ dataUpdatedAt }) => dataUpdatedAt).join(' ');
  useSameVersion(
    workspace,
    table,
    results.map(({ data }) => data?.version ?? null),
  );

  const lineAt = useMemo(() => {
    // The same line is the same object while nothing changes, so that scrolling draws only what comes into sight.
    const made = new Map<number, TableLine>();
    const lineMade = (line: number): TableLine => {
      const { section, row } = lines.placeOf(line);
      if (row === 'title') return { kind: 'group', section };
      const offset = Math.floor(row / WINDOW) * WINDOW;
      const found = client.getQueryData(windowOf({ section, offset }).queryKey)?.rows[row - offset] ?? null;
      return { kind: 'row', row: found, key: found?.id ?? `${section}:${row}` };
    };
    return (line: number): TableLine => {
      const known = made.get(line) ?? lineMade(line);
      if (known.kind === 'group' || known.row !== null) made.set(line, known);
      return known;
    };
  }, [client, lines, windowOf, stamp]);
  /** The rows at and below a line, as many as are wanted and there; titles of groups are passed over. */
  const rowsFrom = useCallback(
    async (line: number, most: number): Promise<readonly TableRow[]> => {
      const found: TableRow[] = [];
      for (let at = line; at < lines.count && found.length < most; at++) {
        const { section, row } = lines.placeOf(at);
        if (row === 'title') continue;
        const offset = Math.floor(row / WINDOW) * WINDOW;
        const window = await client.query({ ...windowOf({ section, offset }), staleTime: 'static' });
        const there = window.rows[row - offset];
        if (there !== undefined) found.push(there);
      }
      return found;
    },
    [client, lines, windowOf],
  );
  const windowsTo = useCallback((count: number) => windowsSeen(0, count - 1, lines).map(windowOf), [lines, windowOf]);
  /** Whether the rows of the first lines are all there. */
  const areRead = useCallback(
    (count: number): boolean => windowsTo(count).every(({ queryKey }) => client.getQueryData(queryKey) !== undefined),
    [client, windowsTo],
  );
  /** Reads the rows of the first lines, those that are not there yet. */
  const readLines = useCallback(
    async (count: number): Promise<void> => {
      const windows = windowsTo(count);
      for (let at = 0; at < windows.length; at += AT_ONCE) {
        await Promise.all(
          windows.slice(at, at + AT_ONCE).map((query) => client.query({ ...query, staleTime: 'static' })),
        );
      }
    },
    [client, windowsTo],
  );
  /** Chosen rows as they stand now, after what was typed into them since. */
  const newestOf = useCallback(
    (chosen: readonly TableRow[]): readonly TableRow[] => {
      if (chosen.length === 0) return chosen;
      const windows = client.getQueriesData<RowWindow>({ queryKey: rowsKey(workspace, table) });
      const all = new Map(windows.flatMap(([, window]) => (window?.rows ?? []).map((row) => [row.id, row] as const)));
      return chosen.map((row) => all.get(row.id) ?? row);
    },
    [client, workspace, table, stamp],
  );
  const onLinesSeen = useCallback((from: number, to: number) => {
    // A whole window at a time, so that scrolling draws this part again only now and then.
    const next = { first: Math.floor(from / 50) * 50, last: Math.ceil((to + 1) / 50) * 50 };
    setSeen((before) => (before.first === next.first && before.last === next.last ? before : next));
  }, []);
  const turnGroup = useCallback(
    (value: string | null) => onOpened(groupsTurned(opened, value, total)),
    [onOpened, opened, total],
  );
  return {
    asked: now.asked,
    group: now.group,
    isReady: shown !== null,
    error,
    retry,
    busy,
    total,
    summary,
    sections,
    lineCount: lines.count,
    lineAt,
    onLinesSeen,
    rowsFrom,
    newestOf,
    areRead,
    readLines,
    turnGroup,
  };
}

function windowsSeen(
  first: number,
  last: number,
  { count, placeOf }: { readonly count: number; readonly placeOf: (line: number) => LinePlace },
): readonly Window[] {
  const windows = new Map<string, Window>();
  for (let line = Math.max(0, first); line < Math.min(count, last + 1); line++) {
    const { section, row } = placeOf(line);
    if (row === 'title') continue;
    const offset = Math.floor(row / WINDOW) * WINDOW;
    windows.set(`${section} ${offset}`, { section, offset });
  }
  return [...windows.values()];
}

/** Windows of different versions of the workspace do not fit together: the older ones are read again. */
function useSameVersion(workspace: string, table: TableName, versions: readonly (string | null)[]): void {
  const client = useQueryClient();
  const told = [...new Set(versions.filter((version) => version !== null))];
  const differ = told.length > 1 ? told.join(' ') : null;
  useEffect(() => {
    if (differ !== null) void client.invalidateQueries({ queryKey: rowsKey(workspace, table) });
  }, [differ, client, workspace, table]);
}
