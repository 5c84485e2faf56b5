import type { PaperOf, PaperReading } from '@entente/contract/dossier';
import { daysLate, HAND_OVER, handOverProgress } from '@entente/core/lifecycle';
import type { ReadingContext } from '../reading-context.ts';

/** How far a hand-over is, and how late. */
export const handOverReading = (
  pack: PaperOf<'hand-over'>,
  { today }: ReadingContext,
): Extract<PaperReading, { kind: 'hand-over' }> => ({
  kind: 'hand-over',
  ...handOverProgress(pack),
  daysOverdue: daysLate(HAND_OVER.facts(pack).due, today),
});
