import { COLLECTIONS } from '@entente/contract/register';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { read } from '../../../lib/client.ts';

const PAGE = 200;
/** Of one document fewer at a time: each row without a name costs a look-up. */
const PAGE_OF_SOURCE = 50;

export type Page<R> = { readonly items: readonly R[]; readonly nextCursor: string | null; readonly total: number };

const addressOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;

/** All documents of the workspace, page after page. */
export const sourcesQuery = (workspace: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ['workspace', workspace, 'sources', q],
    queryFn: ({ signal, pageParam }) => {
      const { answer } = COLLECTIONS.sources.routes.list;
      const query = { q, sort: 'key', limit: PAGE, cursor: pageParam };
      return read(addressOf(workspace, '/sources'), { answer, query, signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** One document. */
export const sourceQuery = (workspace: string, key: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'source', key],
    queryFn: ({ signal }) => {
      const { answer } = COLLECTIONS.sources.routes.get;
      return read(addressOf(workspace, `/sources/${encodeURIComponent(key)}`), { answer, signal });
    },
  });

/** What one document states, or, without one, every statement of the workspace; page after page. */
export const claimsQuery = (workspace: string, source: string | null) =>
  infiniteQueryOptions({
    queryKey: ['workspace', workspace, 'claims', source],
    queryFn: ({ signal, pageParam }) => {
      const { answer } = COLLECTIONS.claims.routes.list;
      const query = { source, limit: source === null ? PAGE : PAGE_OF_SOURCE, cursor: pageParam };
      return read(addressOf(workspace, '/claims'), { answer, query, signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
