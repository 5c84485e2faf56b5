import { useQuery } from '@tanstack/react-query';
import { papersOfQuery } from '../../../lib/papers.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { membersOfQuery } from '../api/organisation-choices.ts';
import type { Negotiation } from './negotiation-words.ts';

/** What organisations at the table are called, by id: those of the paper, and the members of the alliance. */
export function usePartyNames(slug: string, { parties }: Pick<Negotiation, 'parties'>): ReadonlyMap<string, string> {
  const workspace = useWorkspace();
  const { data: papers } = useQuery(papersOfQuery(workspace, slug, ['negotiation']));
  const { data: members } = useQuery(membersOfQuery(workspace, slug));
  const named = (papers?.items ?? []).flatMap(({ organisations }) => organisations);
  return new Map([
    ...parties.map(({ organisation }) => [organisation, organisation] as const),
    ...(members ?? []).map(({ id, name }) => [id, name] as const),
    ...named.map(({ id, name, slug: short }) => [id, name ?? short ?? id] as const),
  ]);
}
