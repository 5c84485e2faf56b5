import { collectionNamed, domainTermRoutes } from '@entente/contract/register';
import { queryOptions } from '@tanstack/react-query';
import { read } from '../../../lib/client.ts';

const pathOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;
const keyOf = (workspace: string, ...rest: readonly unknown[]) => ['workspace', workspace, 'design', ...rest];

/** An organisation that takes part in the alliance. */
export type Party = { readonly id: string; readonly name: string };
const MOST_PARTIES = 200;

/** An alliance by its slug. */
export const allianceQuery = (workspace: string, slug: string) =>
  queryOptions({
    queryKey: keyOf(workspace, 'alliance', slug),
    queryFn: ({ signal }) =>
      read(pathOf(workspace, `/alliances/${encodeURIComponent(slug)}`), {
        answer: collectionNamed('alliances').routes.get.answer,
        signal,
      }),
  });

/** The organisations that take part in an alliance, each once. */
export const partiesQuery = (workspace: string, slug: string) =>
  queryOptions({
    queryKey: keyOf(workspace, 'parties', slug),
    queryFn: async ({ signal }): Promise<readonly Party[]> => {
      const { answer } = collectionNamed('memberships').routes.list;
      const query = { alliance: slug, limit: MOST_PARTIES };
      const { items } = await read(pathOf(workspace, '/memberships'), { answer, query, signal });
      const named = items.map(
        ({ organisation: { id, name, slug: by } }) => [id, { id, name: name ?? by ?? id }] as const,
      );
      return [...new Map(named).values()];
    },
  });

/** The terms in which the workspace tells products, markets and regions. */
export const termsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'domain-terms'],
    queryFn: async ({ signal }) =>
      (await read(pathOf(workspace, '/domain-terms'), { answer: domainTermRoutes.list.answer, signal })).items,
  });
