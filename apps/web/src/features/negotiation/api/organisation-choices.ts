import { COLLECTIONS, recordPageRoutes } from '@entente/contract/register';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { addressOf, read } from '../../../lib/client.ts';

const pathOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;

export type OrganisationChoice = { readonly id: string; readonly name: string };

/** The organisations that take part in an alliance, as the register has it. */
export const membersOfQuery = (workspace: string, slug: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'negotiation members', slug],
    queryFn: ({ signal }) =>
      read(pathOf(workspace, `/alliances/${encodeURIComponent(slug)}/record`), {
        answer: recordPageRoutes.alliance.answer,
        signal,
      }),
    select: ({ members }): readonly OrganisationChoice[] =>
      members.map(({ organisation: { id, name, slug: called } }) => ({ id, name: name ?? called ?? '' })),
  });

/** Organisations of the register by any of their names. */
export const organisationsQuery = (workspace: string, q: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'negotiation organisations', q],
    queryFn: async ({ signal }): Promise<readonly OrganisationChoice[]> => {
      const { items } = await read(pathOf(workspace, '/organisations'), {
        answer: COLLECTIONS.organisations.routes.list.answer,
        query: { q, limit: 20 },
        signal,
      });
      return items.map(({ id, name, slug }) => ({ id, name: name ?? slug }));
    },
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
  });

/** Where the term sheet of an alliance is had as a file. */
export const termSheetAddress = (
  workspace: string,
  slug: string,
  query: { readonly format: 'docx' | 'pdf'; readonly language: string },
): string => addressOf(pathOf(workspace, `/alliances/${encodeURIComponent(slug)}/term-sheet`), query);
