import type { MilestoneEvent } from '@entente/core/portfolio';
import { EVENT_KINDS, type EventKind } from '@entente/core/register';

const firstDay = ({ date }: MilestoneEvent): string => date.earliest ?? date.latest ?? '';

/**
 * Where the inspector shows these events: one by its name, several by kind and the days they begin on, so that the
 * address stays short and means the same on a screen of another width.
 */
export function eventsAddress(events: readonly MilestoneEvent[]): string {
  const [first] = events;
  if (events.length === 1 && first) return `portfolio.event.${first.event}`;
  const days = events.map(firstDay).sort();
  const kinds = new Set(events.map(({ kind }) => kind));
  const kind = kinds.size === 1 ? (first?.kind ?? 'other') : 'any';
  return `portfolio.events.${kind}.${days[0] ?? ''}~${days.at(-1) ?? ''}`;
}

/** The events of an address without its `portfolio.events.`. */
export function eventsAt(address: string, events: readonly MilestoneEvent[]): MilestoneEvent[] {
  const [wanted = '', days = ''] = address.split('.');
  const [from = '', to = ''] = days.split('~');
  const kind = EVENT_KINDS.find((each): each is EventKind => each === wanted) ?? null;
  return events.filter((event) => {
    const day = firstDay(event);
    return (wanted === 'any' || event.kind === kind) && day !== '' && from <= day && day <= to;
  });
}
