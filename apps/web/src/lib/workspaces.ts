import { type WorkspaceAnswer, workspaceRoutes } from '@entente/contract/register';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { read } from './client.ts';
import { useWorkspace } from './workspace.ts';

const AT_ONCE = 200;

/** The workspaces that the reader belongs to, with what they are in each. */
export const workspacesQuery = queryOptions({
  queryKey: ['workspaces'],
  queryFn: ({ signal }) =>
    read('/workspaces', { answer: workspaceRoutes.list.answer, query: { limit: AT_ONCE }, signal }),
});

export type Abilities = WorkspaceAnswer['abilities'];

const NONE: Abilities = {
  write: false,
  configure: false,
  undo: false,
  manageMembers: false,
  readSharing: false,
  publish: false,
  readAudit: false,
};

/** The workspace of the page as the reader finds it; null until the list is read. */
export function useOwnWorkspace(): WorkspaceAnswer | null {
  const slug = useWorkspace();
  const { data } = useQuery(workspacesQuery);
  return data?.items.find((workspace) => workspace.slug === slug) ?? null;
}

/** What the reader may do in the workspace of the page; nothing until that is known. */
export const useAbilities = (): Abilities => useOwnWorkspace()?.abilities ?? NONE;
