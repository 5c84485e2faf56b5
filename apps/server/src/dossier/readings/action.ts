import type { PaperOf, PaperReading } from '@entente/contract/dossier';
import { daysLate } from '@entente/core/lifecycle';
import type { ReadingContext } from '../paper-kinds.ts';

/** How many days an action is late. */
export const actionReading = (
  { due, state }: PaperOf<'action'>,
  { today }: ReadingContext,
): Extract<PaperReading, { kind: 'action' }> => ({
  kind: 'action',
  daysOverdue: state === 'open' ? daysLate(due, today) : null,
});
