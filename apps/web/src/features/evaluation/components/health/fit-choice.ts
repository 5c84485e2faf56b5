import type { PaperOf } from '@entente/contract/dossier';
import { useQuery } from '@tanstack/react-query';
import { ofKind, papersOfQuery } from '../../../../lib/papers.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { useDossier } from '../../../../dossier/dossier-context.ts';

export type FitChoice = PaperOf<'partner-choice'>;

/** The choice by which the partner came; null where there is none that the reader may read. */
export function useFitChoice(): FitChoice | null {
  const workspace = useWorkspace();
  const { slug } = useDossier();
  const { data } = useQuery(papersOfQuery(workspace, slug, ['partner-choice']));
  return ofKind(data?.items ?? [], 'partner-choice')[0]?.content ?? null;
}
