import { EVENT_KINDS, type EventKind } from '@entente/core/register';
import type { MilestoneEvent } from '@entente/core/portfolio';
import { clusters } from './lane-rows.ts';
import type { TimeScale } from './time-scale.ts';

/** Events so near each other that one mark stands for them. */
export type EventMark = {
  readonly events: readonly MilestoneEvent[];
  readonly x: number;
  /** How far the days reach that the dates may mean. */
  readonly until: number;
};

export type EventRow = { readonly kind: EventKind | null; readonly marks: readonly EventMark[] };

const REACH = 16;
/** Room drawn for a date without upper bound. */
const OPEN = 28;

const firstDay = ({ date }: MilestoneEvent): string => date.earliest ?? date.latest ?? '';

function markOf(events: readonly MilestoneEvent[], scale: TimeScale): EventMark {
  const x = Math.min(...events.map((event) => scale.x(firstDay(event))));
  const until = Math.max(
    ...events.map((event) =>
      event.date.latest === null ? scale.x(firstDay(event)) + OPEN : scale.x(event.date.latest),
    ),
  );
  return { events, x, until: Math.min(scale.right, until) };
}

/** Dated events in rows by kind, in the order of the code book; those before the axis begins stand apart. */
export function eventRows(
  events: readonly MilestoneEvent[],
  scale: TimeScale,
): { readonly rows: readonly EventRow[]; readonly earlier: readonly MilestoneEvent[] } {
  const dated = events.filter((event) => firstDay(event) !== '');
  const begins = `${scale.fromYear}-01-01`;
  const within = dated.filter((event) => firstDay(event) >= begins);
  const rows = [...EVENT_KINDS, null].flatMap((kind): EventRow[] => {
    const ofKind = within.filter((event) => event.kind === kind);
    if (ofKind.length === 0) return [];
    const groups = clusters(ofKind, (event) => scale.x(firstDay(event)), REACH);
    return [{ kind, marks: groups.map((group) => markOf(group, scale)) }];
  });
  return { rows, earlier: dated.filter((event) => firstDay(event) < begins) };
}
