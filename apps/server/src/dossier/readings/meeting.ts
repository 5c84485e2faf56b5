import type { PaperOf, PaperReading } from '@entente/contract/dossier';
import { agendaBudget, contactByLevel, meetingClocks, meetingTime } from '@entente/core/lifecycle';
import type { ReadingContext } from '../reading-context.ts';

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** When a meeting is for everybody, whether its agenda fits, and how long ago the two sides last met. */
export function meetingReading(
  meeting: PaperOf<'meeting'>,
  { papers, today }: ReadingContext,
): Extract<PaperReading, { kind: 'meeting' }> {
  const time = meetingTime(meeting);
  const meetings = [meeting, ...papers.filter((paper) => paper.kind === 'meeting')];
  return {
    kind: 'meeting',
    start: time && instant(time.start),
    end: time && instant(time.end),
    clocks: meetingClocks(meeting),
    agenda: agendaBudget(meeting),
    contact: contactByLevel(meetings, today),
  };
}
