import { lifecycleRoutes } from '@entente/contract/lifecycle';
import { useQuery } from '@tanstack/react-query';
import { read } from './client.ts';
import { useWorkspace } from './workspace.ts';

/** What an alliance is called, and whether it is there; for the rooms that work on it. */
export function useAllianceName(slug: string) {
  const workspace = useWorkspace();
  const { data, error, refetch } = useQuery({
    queryKey: ['workspace', workspace, 'alliance name', slug],
    queryFn: ({ signal }) =>
      read(`/workspaces/${encodeURIComponent(workspace)}/alliances/${encodeURIComponent(slug)}/lifecycle`, {
        answer: lifecycleRoutes.get.answer,
        signal,
      }),
    select: ({ alliance }) => alliance.name ?? slug,
  });
  return { name: data ?? null, error, refetch: () => void refetch() };
}
