import type { PaperOf, PaperReading } from '@entente/contract/dossier';
import { escalationOf } from '@entente/core/lifecycle';
import type { ReadingContext } from '../reading-context.ts';

/** On which rung of its ladder an issue should be today. */
export function issueReading(
  issue: PaperOf<'issue'>,
  { today }: ReadingContext,
): Extract<PaperReading, { kind: 'issue' }> {
  const escalation = escalationOf(issue, today);
  return {
    kind: 'issue',
    rung: escalation?.rung ?? null,
    due: escalation?.due ?? null,
    daysOverdue: escalation?.daysOverdue ?? null,
  };
}
