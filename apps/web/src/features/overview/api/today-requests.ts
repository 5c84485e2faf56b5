import { lifecycleRoutes } from '@entente/contract/lifecycle';
import { todayRoutes } from '@entente/contract/overview';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read } from '../../../lib/client.ts';
import { papersKey } from '../../../lib/papers.ts';

const pathOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;

/** What is due from a day on; asked anew whenever somebody comes to the page. */
export const todayQuery = (workspace: string, day: string, horizon: number) =>
  queryOptions({
    queryKey: papersKey(workspace, 'today', day, horizon),
    queryFn: ({ signal }) =>
      read(pathOf(workspace, '/today'), {
        answer: todayRoutes.today.answer,
        query: { asOf: day, horizon: String(horizon) },
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });

/** The stages with the words of their exit criteria; they change with the product alone. */
export const stagesQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['lifecycle template'],
    queryFn: ({ signal }) =>
      read(pathOf(workspace, '/lifecycle-template'), { answer: lifecycleRoutes.template.answer, signal }),
    staleTime: Infinity,
  });
