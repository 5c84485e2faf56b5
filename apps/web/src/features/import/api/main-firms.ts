import { collectionNamed, type ImportAnswer } from '@entente/contract/register';
import { queryOptions } from '@tanstack/react-query';
import { read } from '../../../lib/client.ts';

/** A firm whose portfolio is worth opening. */
type MainFirm = { readonly slug: string; readonly name: string };

const MOST = 3;
/** Ventures are members of nothing; whoever is in most alliances stands first. */
const LOOKED_AT = 60;

/** The firms of an import that are in most alliances. */
export const mainFirmsQuery = (workspace: string, draft: ImportAnswer) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'imports', 'firms', draft.id, draft.version],
    queryFn: async ({ signal }): Promise<readonly MainFirm[]> => {
      const path = `/workspaces/${encodeURIComponent(workspace)}`;
      const { answer } = collectionNamed('memberships').routes.summary;
      const { groups } = await read(`${path}/memberships/summary`, {
        answer,
        query: { group: 'organisation' },
        signal,
      });
      const known = new Set(draft.matches.flatMap(({ name, choice }) => [name, choice]));
      const counted = groups
        .slice(0, LOOKED_AT)
        .flatMap(({ value, name }) => (value === null ? [] : [{ value, name }]));
      const own = counted.filter(({ value, name }) => known.has(name) || known.has(value));
      return (own.length > 0 ? own : counted)
        .slice(0, MOST)
        .map(({ value, name }) => ({ slug: value, name: name ?? value }));
    },
  });
