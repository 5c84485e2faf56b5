import type { Day } from '../kernel/index.ts';

/** When something is: from one instant to another (milliseconds since 1970-01-01T00:00Z), or on a day as a whole. */
export type CalendarTime = { readonly start: number; readonly end: number } | { readonly day: Day };

/** One entry of a calendar file. */
export type CalendarEntry = {
  /** The same for the same thing in every file, so that programs know it again. */
  readonly uid: string;
  /** When it was written last; milliseconds since 1970-01-01T00:00Z. */
  readonly written: number;
  /** How often it was written before. */
  readonly revision: number;
  readonly time: CalendarTime;
  /** Not empty. */
  readonly summary: string;
  readonly description: string | null;
  readonly location: string | null;
  /** An absolute address. */
  readonly url: string | null;
  readonly categories: readonly string[];
  readonly isCancelled: boolean;
  /** How many minutes before its start a program reminds of it; null: not at all. */
  readonly remindMinutes: number | null;
};

const MOST_OCTETS = 75;
const MILLISECONDS_A_DAY = 86_400_000;

const octetsOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** A line in pieces of at most 75 octets, none of which ends within a character (RFC 5545, section 3.1). */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > MOST_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += more;
  }
  return `${text}\r\n`;
}

const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

/** TEXT as RFC 5545, section 3.3.11, has it. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, ' ')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\n/g, '\\n');

const utc = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
const dayText = (day: Day): string => day.replaceAll('-', '');
const dayAfter = (day: Day): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + MILLISECONDS_A_DAY).toISOString().slice(0, 10);

/** An address stands as it is, and so must hold nothing that ends a line. */
const address = (url: string): string => url.replace(/[\s"<>\\^`{|}]/g, (mark) => encodeURIComponent(mark));

const timeLines = (time: CalendarTime): readonly string[] =>
  'day' in time
    ? [
        `DTSTART;VALUE=DATE:${dayText(time.day)}`,
        `DTEND;VALUE=DATE:${dayText(dayAfter(time.day))}`,
        'TRANSP:TRANSPARENT',
      ]
    : [`DTSTART:${utc(time.start)}`, `DTEND:${utc(time.end)}`];

/** A property, or none where it would be empty: programs take that for a fault. */
const told = (property: string, value: string): readonly string[] => (value === '' ? [] : [`${property}:${value}`]);

function entryLines(entry: CalendarEntry): readonly string[] {
  const { uid, written, revision, summary, description, location, url, categories, remindMinutes } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(written)}`,
    `LAST-MODIFIED:${utc(written)}`,
    `SEQUENCE:${revision}`,
    ...timeLines(entry.time),
    `SUMMARY:${escaped(summary)}`,
    ...told('DESCRIPTION', escaped(description ?? '')),
    ...told('LOCATION', escaped(location ?? '')),
    ...told('URL', address(url ?? '')),
    ...told('CATEGORIES', categories.filter(Boolean).map(escaped).join(',')),
    `STATUS:${entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(remindMinutes === null || entry.isCancelled
      ? []
      : [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${escaped(summary)}`,
          `TRIGGER:-PT${remindMinutes}M`,
          'END:VALARM',
        ]),
    'END:VEVENT',
  ];
}

/**
 * A calendar as RFC 5545 writes it. Times are told in UTC, which every program shows on its reader's own clock: no time zone
 * has to be described with them. Whole days have no zone. It is no message of a scheduling method (RFC 5546), which would need an
 * organiser of each entry.
 * @example calendarText('Alliances', []).split('\r\n')[0] // => 'BEGIN:VCALENDAR'
 */
export function calendarText(name: string, entries: readonly CalendarEntry[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Entente//Calendar of alliances//EN',
    'CALSCALE:GREGORIAN',
    ...told('X-WR-CALNAME', escaped(name)),
    ...entries.flatMap(entryLines),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('');
}
