import { collectionNamed } from '@entente/contract/register';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read } from '../../../lib/client.ts';

/** An alliance or an organisation to choose. */
export type Choice = { readonly id: string; readonly name: string };

const LISTED = 20;
const MEMBERS = 200;

const pathOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;

/** Records whose names hold the words; the first by name where nothing is typed. */
export const choicesQuery = (workspace: string, collection: 'alliances' | 'organisations', q: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'sharing-choices', collection, q],
    queryFn: async ({ signal }): Promise<readonly Choice[]> => {
      const { answer } = collectionNamed(collection).routes.list;
      const query = { q, sort: 'name', limit: LISTED };
      const { items } = await read(pathOf(workspace, `/${collection}`), { answer, query, signal });
      return items.map(({ id, name, slug }) => ({ id, name: name ?? slug }));
    },
    placeholderData: keepPreviousData,
  });

/** An alliance by its slug or id. */
export const allianceQuery = (workspace: string, reference: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'sharing-alliance', reference],
    queryFn: async ({ signal }) => {
      const { answer } = collectionNamed('alliances').routes.get;
      return read(pathOf(workspace, `/alliances/${encodeURIComponent(reference)}`), { answer, signal });
    },
  });

/** The organisations that take part in an alliance, each once. */
export const membersQuery = (workspace: string, alliance: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'sharing-members', alliance],
    queryFn: async ({ signal }): Promise<readonly Choice[]> => {
      const { answer } = collectionNamed('memberships').routes.list;
      const query = { alliance, limit: MEMBERS };
      const { items } = await read(pathOf(workspace, '/memberships'), { answer, query, signal });
      const named = items.map(
        ({ organisation: { id, name, slug } }) => [id, { id, name: name ?? slug ?? id }] as const,
      );
      return [...new Map(named).values()];
    },
  });
