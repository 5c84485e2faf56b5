import { domainTermRoutes } from '@entente/contract/register';
import { queryOptions } from '@tanstack/react-query';
import { read } from '../../../lib/client.ts';

/** The terms in which the workspace tells products, markets and regions. */
export const termsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'domain-terms'],
    queryFn: async ({ signal }) => {
      const path = `/workspaces/${encodeURIComponent(workspace)}/domain-terms`;
      return (await read(path, { answer: domainTermRoutes.list.answer, signal })).items;
    },
  });
