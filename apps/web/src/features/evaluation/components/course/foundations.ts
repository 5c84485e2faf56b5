import type { PaperAnswer } from '@entente/contract/dossier';
import type { Basis } from '@entente/core/lifecycle';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ofKind } from '../../../../lib/papers.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { useAbilities } from '../../../../lib/workspaces.ts';
import { dateWords } from '../../../../ui/date-text.tsx';
import { healthRoundsQuery } from '../../api/health-requests.ts';
import { useDossier } from '../../../../dossier/dossier-context.ts';

const ISO_DAY_LENGTH = 10;
type Foundation = Basis & { readonly name: string };

const metricsIn = (papers: readonly PaperAnswer[]): readonly Foundation[] =>
  ofKind(papers, 'metric').map(({ id, content }) => ({ kind: 'paper', id, name: content.name }));

/** What a decision on the course can rest on, as far as the reader sees it, by what it is called. */
export function useFoundations(): readonly Foundation[] {
  const { t, i18n } = useLingui();
  const workspace = useWorkspace();
  const { slug, papers } = useDossier();
  const { readSharing } = useAbilities();
  const { data } = useQuery({ ...healthRoundsQuery(workspace, slug), enabled: readSharing });
  const rounds = (data?.rounds ?? []).map(({ request: { id, askedAt }, partner }): Foundation => {
    const day = dateWords(askedAt.slice(0, ISO_DAY_LENGTH), i18n);
    return { kind: 'health-check', id, name: t`Health check with ${partner}, ${day}` };
  });
  return [...metricsIn(papers), ...rounds];
}
