import { changeRoutes, type ChangeSetAnswer, searchRoutes } from '@entente/contract/register';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../lib/client.ts';
import type { HistorySearch } from '../evidence-search.ts';

const SETS_AT_ONCE = 40;
const ROWS_AT_ONCE = 100;
const RECORDS_OFFERED = 12;

const addressOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;

/** A day of the reader's own calendar as the instant at which it begins, or the one after it. */
function instantOf(day: string | undefined, side: 'from' | 'to'): string | null {
  if (day === undefined) return null;
  const midnight = new Date(`${day}T00:00:00`);
  if (side === 'to') midnight.setDate(midnight.getDate() + 1);
  return midnight.toISOString();
}

/** What was done in a workspace, latest first, page after page. */
export const historyQuery = (workspace: string, { record, actor, command, from, to }: HistorySearch) =>
  infiniteQueryOptions({
    queryKey: ['workspace', workspace, 'history', record, actor, command, from, to],
    queryFn: ({ signal, pageParam }) =>
      read(addressOf(workspace, '/changes'), {
        answer: changeRoutes.list.answer,
        query: {
          record,
          actor,
          command,
          from: instantOf(from, 'from'),
          to: instantOf(to, 'to'),
          limit: SETS_AT_ONCE,
          cursor: pageParam,
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** One change with what it did to each row, page after page. */
export const changeQuery = (workspace: string, change: string) =>
  infiniteQueryOptions({
    queryKey: ['workspace', workspace, 'change', change],
    queryFn: ({ signal, pageParam }) =>
      read(addressOf(workspace, `/changes/${encodeURIComponent(change)}`), {
        answer: changeRoutes.get.answer,
        query: { limit: ROWS_AT_ONCE, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Records whose name holds the words, to choose one from. */
export const recordsQuery = (workspace: string, q: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'records-named', q],
    queryFn: async ({ signal }) => {
      const query = { q, limit: RECORDS_OFFERED };
      const { items } = await read(addressOf(workspace, '/search'), {
        answer: searchRoutes.search.answer,
        query,
        signal,
      });
      return items;
    },
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
  });

export type Undo = {
  readonly workspace: string;
  readonly change: string;
  readonly reason: string;
  readonly idempotencyKey: string;
};

/** Takes a change back. @throws RequestFailure */
export function undoChange({ workspace, change, reason, idempotencyKey }: Undo): Promise<ChangeSetAnswer> {
  return write(addressOf(workspace, `/changes/${change}/undo`), {
    method: 'POST',
    answer: changeRoutes.undo.answer,
    body: reason.trim() === '' ? {} : { reason: reason.trim() },
    idempotencyKey,
  });
}
