import { type SearchAnswer, searchRoutes } from '@entente/contract/register';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read } from '../../lib/client.ts';

const MOST = 12;

/** Records of every kind by name, other name or reading. */
export const searchQuery = (workspace: string, q: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'search', q],
    queryFn: ({ signal }): Promise<SearchAnswer> =>
      read(`/workspaces/${encodeURIComponent(workspace)}/search`, {
        answer: searchRoutes.search.answer,
        // An empty text is sent too: the server asks for the parameter.
        query: { q: q === '' ? ' ' : q, limit: MOST },
        signal,
      }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
