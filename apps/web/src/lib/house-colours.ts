import { portfolioAnswer } from '@entente/contract/portfolio';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { read } from './client.ts';
import { useFocal } from './focal.ts';
import { useWorkspace } from './workspace.ts';

/** Where a partner stands among the partners of the firm in focus, counted from 0 in the order of first ties; null for strangers. */
export type HouseOrder = (slug: string | null) => number | null;

/** The order by slug of house and of each organisation in it; an organisation without a house is its own. */
export function houseOrder(
  lanes: readonly { readonly slug: string; readonly organisations: readonly string[] }[],
): HouseOrder {
  const order = new Map<string, number>();
  lanes.forEach(({ slug, organisations }, at) => {
    for (const key of [slug, ...organisations]) if (!order.has(key)) order.set(key, at);
  });
  return (slug) => (slug === null ? null : (order.get(slug) ?? null));
}

/** The order of houses as the firm in focus came to know them, over all its alliances: it gives a house its colour on every page. */
export function useHouseOrder(): HouseOrder {
  const workspace = useWorkspace();
  const focal = useFocal();
  const { data } = useQuery({
    queryKey: ['workspace', workspace, 'house-order', focal],
    queryFn: ({ signal }) =>
      read(`/workspaces/${encodeURIComponent(workspace)}/organisations/${encodeURIComponent(focal ?? '')}/portfolio`, {
        answer: portfolioAnswer,
        query: { population: 'all' },
        signal,
      }),
    enabled: focal !== null,
    staleTime: 300_000,
  });
  return useMemo(() => {
    const organisations = new Map(
      data?.report.explanation.partners.map(({ slug, ties }) => [slug, ties.map(({ organisation }) => organisation)]),
    );
    return houseOrder(
      (data?.milestones.lanes ?? []).map(({ slug }) => ({ slug, organisations: organisations.get(slug) ?? [] })),
    );
  }, [data]);
}
