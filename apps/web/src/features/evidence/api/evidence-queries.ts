import { COLLECTIONS } from '@entente/contract/register';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { read } from '../../../lib/client.ts';

/** Few at a time: each row without a name costs a look-up. */
const PAGE_OF_SOURCE = 50;

const addressOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;

/** One document. */
export const sourceQuery = (workspace: string, key: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'source', key],
    queryFn: ({ signal }) => {
      const { answer } = COLLECTIONS.sources.routes.get;
      return read(addressOf(workspace, `/sources/${encodeURIComponent(key)}`), { answer, signal });
    },
  });

/** What one document states, page after page. */
export const claimsQuery = (workspace: string, source: string) =>
  infiniteQueryOptions({
    queryKey: ['workspace', workspace, 'claims', source],
    queryFn: ({ signal, pageParam }) => {
      const { answer } = COLLECTIONS.claims.routes.list;
      const query = { source, limit: PAGE_OF_SOURCE, cursor: pageParam };
      return read(addressOf(workspace, '/claims'), { answer, query, signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
