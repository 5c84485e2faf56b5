import { useParams } from '@tanstack/react-router';

/** The slug of the workspace that the address names. */
export function useWorkspace(): string {
  const slug = useParams({ strict: false, select: (params: { workspace?: string | undefined }) => params.workspace });
  if (slug === undefined) throw new Error('useWorkspace is used outside a workspace page');
  return slug;
}
