import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { whatIfRoutes } from '@entente/contract/portfolio';
import { searchRoutes } from '@entente/contract/register';
import type { Aims } from '@entente/core/portfolio';
import { ask, read } from '../../../lib/client.ts';
import { candidateOf, type PlannedMove } from '../components/what-if/move-address.ts';

type Request = {
  readonly workspace: string;
  readonly firm: string;
  readonly search: Readonly<Record<string, string>>;
  readonly asOf: string;
  readonly moves: readonly PlannedMove[];
  readonly aims: Aims;
};

/** Moves side by side against today; nothing is written. */
export const whatIfQuery = ({ workspace, firm, search, asOf, moves, aims }: Request) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'what-if', firm, search, asOf, moves, aims],
    queryFn: ({ signal }) =>
      ask(`/workspaces/${encodeURIComponent(workspace)}/organisations/${encodeURIComponent(firm)}/what-if`, {
        answer: whatIfRoutes.organisation.answer,
        query: { ...search, asOf },
        body: { candidates: moves.map(candidateOf), aims },
        signal,
      }),
    enabled: moves.length > 0,
    placeholderData: keepPreviousData,
  });

/** A partner that may be chosen. */
export type PartnerFound = { readonly kind: 'organisation' | 'house'; readonly slug: string; readonly name: string };

/** Organisations and houses by any of their names. */
export const partnersQuery = (workspace: string, q: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'what-if-partners', q],
    queryFn: async ({ signal }): Promise<readonly PartnerFound[]> => {
      const { items } = await read(`/workspaces/${encodeURIComponent(workspace)}/search`, {
        answer: searchRoutes.search.answer,
        query: { q, limit: 30 },
        signal,
      });
      return items.flatMap(({ kind, slug, name }) =>
        kind === 'organisation' || kind === 'house' ? [{ kind, slug, name: name ?? slug }] : [],
      );
    },
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
  });
