import { type NetworkAnswer, networkAnswer, type NodeMeasure } from '@entente/contract/network';
import { networkTiesRoutes } from '@entente/contract/portfolio';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read } from '../../../lib/client.ts';

/** Which network: on which day (null: all that is recorded), of which nodes, as which sources tell it (null: all). */
export type NetworkRequest = {
  readonly workspace: string;
  readonly asOf: string | null;
  readonly level: NetworkAnswer['level'];
  readonly sources: string | null;
};

const at = (workspace: string): string => `/workspaces/${encodeURIComponent(workspace)}`;

/** A network with the measures of its nodes. While another day is read, the former one stays on the page. */
export const networkQuery = (request: NetworkRequest, measures: readonly NodeMeasure[] | null = null) =>
  queryOptions({
    queryKey: ['workspace', request.workspace, 'network', request, measures],
    queryFn: ({ signal }) =>
      read(`${at(request.workspace)}/network`, {
        answer: networkAnswer,
        query: {
          asOf: request.asOf,
          level: request.level,
          sources: request.sources,
          measures: measures === null ? null : measures.join(','),
        },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

export type NodeAddress = { readonly kind: NetworkAnswer['level']; readonly slug: string };

/** The partners of one node, and the alliances in which it meets them. */
export const networkTiesQuery = ({ workspace, asOf, level, sources }: NetworkRequest, { kind, slug }: NodeAddress) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'network-ties', kind, slug, asOf, level, sources],
    queryFn: ({ signal }) =>
      read(
        `${at(workspace)}/${kind === 'house' ? 'houses' : 'organisations'}/${encodeURIComponent(slug)}/network-ties`,
        { answer: networkTiesRoutes.organisation.answer, query: { asOf, level, sources }, signal },
      ),
  });
