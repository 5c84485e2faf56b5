import type { ImportRowsAnswer } from '@entente/contract/register';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useWorkspace } from '../../../lib/workspace.ts';
import { importRowsQuery, type RowsAsked, WINDOW } from '../api/import-queries.ts';

export type ImportRow = ImportRowsAnswer['items'][number];

const SEEN_STEP = 50;

/** Rows of an import in windows around what is in sight; those of the version before stay until the next has come. */
export function useImportRows(asked: RowsAsked) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const { id, version, only } = asked;
  const wanted = useMemo<RowsAsked>(() => ({ id, version, only }), [id, version, only]);
  const first = useQuery(importRowsQuery(workspace, wanted, 0));
  const [shown, setShown] = useState<RowsAsked | null>(null);
  if (first.data !== undefined && shown !== wanted) setShown(wanted);
  const now = shown ?? wanted;
  const { data: head } = useQuery(importRowsQuery(workspace, now, 0));
  const total = head?.total ?? 0;

  const [seen, setSeen] = useState({ first: 0, last: SEEN_STEP });
  const offsets = useMemo(() => {
    const all: number[] = [];
    const last = Math.min(seen.last, total - 1);
    for (let offset = Math.floor(seen.first / WINDOW) * WINDOW; offset <= last; offset += WINDOW) all.push(offset);
    return all;
  }, [seen, total]);
  const results = useQueries({ queries: offsets.map((offset) => importRowsQuery(workspace, now, offset)) });
  const stamp = results.map(({ dataUpdatedAt }) => dataUpdatedAt).join(' ');
  const rowAt = useCallback(
    (at: number): ImportRow | null => {
      const offset = Math.floor(at / WINDOW) * WINDOW;
      return client.getQueryData(importRowsQuery(workspace, now, offset).queryKey)?.items[at - offset] ?? null;
    },
    [client, workspace, now, stamp],
  );
  const onLinesSeen = useCallback((from: number, to: number) => {
    const next = { first: Math.floor(from / SEEN_STEP) * SEEN_STEP, last: Math.ceil((to + 1) / SEEN_STEP) * SEEN_STEP };
    setSeen((before) => (before.first === next.first && before.last === next.last ? before : next));
  }, []);
  return {
    total,
    rowAt,
    onLinesSeen,
    busy: shown !== null && shown !== wanted,
    isReady: head !== undefined,
    error: first.data === undefined ? first.error : null,
    retry: first.refetch,
  };
}
