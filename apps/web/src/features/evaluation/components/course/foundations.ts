import type { PaperAnswer } from '@entente/contract/dossier';
import { ofKind } from '../../../../lib/papers.ts';

/** What a decision on the course can rest on, by what it is called. */
export const foundations = (
  papers: readonly PaperAnswer[],
): readonly { readonly id: string; readonly name: string }[] =>
  ofKind(papers, 'metric').map(({ id, content }) => ({ id, name: content.name }));
