import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { read } from './client.ts';
import { useWorkspace } from './workspace.ts';

const sourceList = z.object({ items: z.array(z.object({ key: z.string(), title: z.string() })) });

/** The sources on record, by key and title; none until they are read. */
export function useKnownSources(): z.infer<typeof sourceList>['items'] {
  const workspace = useWorkspace();
  const { data = [] } = useQuery({
    queryKey: ['workspace', workspace, 'source keys'],
    queryFn: async ({ signal }) => {
      const path = `/workspaces/${encodeURIComponent(workspace)}/sources`;
      return (await read(path, { answer: sourceList, query: { limit: 200 }, signal })).items;
    },
  });
  return data;
}
