import type { Day } from '../../kernel/index.ts';
import { daysBetween } from '../days.ts';
import { CONTACT_LEVELS, type ContactLevel, type Meeting } from './meeting.ts';

/** The last time that both sides met at a level. */
export type Contact = {
  readonly level: ContactLevel;
  /** How many meetings by that day had both sides of this level in the room. */
  readonly meetings: number;
  readonly last: Day | null;
  /** Days from the last one to the day that is read; null: none is recorded. */
  readonly days: number | null;
};

type Attended = Pick<Meeting, 'start' | 'state' | 'attendees'>;

/** Whether somebody of that level of that side was there. */
const wasThere = ({ attendees }: Attended, side: 'ours' | 'theirs', of: ContactLevel): boolean =>
  attendees.some(({ side: theirs, level, attendance }) => theirs === side && level === of && attendance === 'attended');

/**
 * How long ago the two sides last met at each level: a meeting counts at a level when it was held by the day that is read and
 * somebody of that level of our side and of theirs attended. Levels after the interaction matrix of source 003 (upper, middle,
 * lower management). A level at which nobody met is told as such, and not as zero days.
 * @param day the day that is read
 * @example contactByLevel([], '2026-11-23')[0] // => { level: 'executive', meetings: 0, last: null, days: null }
 */
export function contactByLevel(meetings: readonly Attended[], day: Day): readonly Contact[] {
  const held = meetings.filter(({ state, start }) => state === 'held' && start.slice(0, 10) <= day);
  return CONTACT_LEVELS.map((level) => {
    const both = held.filter((meeting) => wasThere(meeting, 'ours', level) && wasThere(meeting, 'theirs', level));
    const last = both.reduce<Day | null>((latest, { start }) => {
      const on = start.slice(0, 10);
      return latest === null || on > latest ? on : latest;
    }, null);
    return { level, meetings: both.length, last, days: last === null ? null : daysBetween(last, day) };
  });
}
