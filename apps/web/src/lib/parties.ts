import { collectionNamed } from '@entente/contract/register';
import { queryOptions } from '@tanstack/react-query';
import { read } from './client.ts';

/** An organisation that takes part in an alliance. */
export type Party = { readonly id: string; readonly name: string };
const MOST_PARTIES = 200;

/** The organisations that take part in an alliance, each once. */
export const partiesQuery = (workspace: string, slug: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'parties', slug],
    queryFn: async ({ signal }): Promise<readonly Party[]> => {
      const { answer } = collectionNamed('memberships').routes.list;
      const query = { alliance: slug, limit: MOST_PARTIES };
      const path = `/workspaces/${encodeURIComponent(workspace)}/memberships`;
      const { items } = await read(path, { answer, query, signal });
      const named = items.map(
        ({ organisation: { id, name, slug: by } }) => [id, { id, name: name ?? by ?? id }] as const,
      );
      return [...new Map(named).values()];
    },
  });
