import { type LocalTime, localTimeAt, meetingTime } from '@entente/core/lifecycle';
import type { PaperOf } from '@entente/contract/dossier';

/** The time zone of the reader's own clock. */
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Where the firms of the field mostly are; they are offered before all others. */
const OFTEN = ['Asia/Tokyo', 'Asia/Taipei', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York'];

const named = (zone: string): string => zone.replaceAll('_', ' ');

/** Time zones to choose from: those at hand first, then every other. */
export function zoneOptions(atHand: readonly string[], labels: { readonly near: string; readonly all: string }) {
  const near = [...new Set([...atHand, ownTimeZone(), ...OFTEN])];
  const all = Intl.supportedValuesOf('timeZone').filter((zone) => !near.includes(zone));
  const items = (zones: readonly string[]) => zones.map((zone) => ({ value: zone, label: named(zone) }));
  return [
    { group: labels.near, items: items(near) },
    { group: labels.all, items: items(all) },
  ];
}

type Timed = Pick<PaperOf<'meeting'>, 'start' | 'timeZone' | 'occurrence' | 'minutes'>;

/** A local time as a day and a time of the reader's language. */
export function localWords(local: LocalTime, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(Date.parse(`${local}:00Z`));
}

/** When a meeting is, on the clocks of its place and on the reader's where those show another time. */
export function meetingWhen(meeting: Timed, locale: string) {
  const time = meetingTime(meeting);
  const own = ownTimeZone();
  const mine = time === null ? null : localTimeAt(time.start, own);
  return {
    time,
    there: localWords(meeting.start, locale),
    zone: named(meeting.timeZone),
    until: time === null ? null : localTimeAt(time.end, meeting.timeZone).slice(11),
    mine: mine === null || mine === meeting.start ? null : localWords(mine, locale),
  };
}
