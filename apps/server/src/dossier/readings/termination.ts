import type { PaperOf, PaperReading } from '@entente/contract/dossier';
import { exitProgress } from '@entente/core/lifecycle';
import type { ReadingContext } from '../paper-kinds.ts';

/** How far a plan to leave has come. */
export const exitPlanReading = (
  content: PaperOf<'exit-plan'>,
  { today }: ReadingContext,
): Extract<PaperReading, { kind: 'exit-plan' }> => ({ kind: 'exit-plan', ...exitProgress(content, today) });
