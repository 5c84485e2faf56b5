import type { PaperOf, PaperReading } from '@entente/contract/dossier';
import { exitProgress } from '@entente/core/lifecycle';

/** How far a plan to leave has come. */
export const exitPlanReading = (
  content: PaperOf<'exit-plan'>,
  { today }: { readonly today: string },
): Extract<PaperReading, { kind: 'exit-plan' }> => ({ kind: 'exit-plan', ...exitProgress(content, today) });
