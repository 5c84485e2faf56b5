import { invariant } from '../../kernel/index.ts';

/** A time on the clock of a place, to the minute: `2026-03-29T02:30`. */
export type LocalTime = string;

/** Which of two hours is meant where the clock runs through the same hour twice. */
export const OCCURRENCES = ['earlier', 'later'] as const;
export type Occurrence = (typeof OCCURRENCES)[number];

const MINUTE = 60_000;
const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  // Offsets such as `+09:00` are taken by some engines and say nothing of summer time.
  if (!/^[A-Za-z]/.test(timeZone)) return null;
  try {
    const format = new Intl.DateTimeFormat('en-CA-u-ca-iso8601-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
    return format;
  } catch {
    return null;
  }
}

/**
 * Whether this is a name of a time zone in the IANA database that the engine holds.
 * @example isTimeZone('Asia/Taipei') // => true
 */
export const isTimeZone = (name: string): boolean => formatOf(name) !== null;

/**
 * What the clocks of a place show at an instant, to the minute.
 * @param instant milliseconds since 1970-01-01T00:00Z
 * @throws where there is no such time zone: ask `isTimeZone` first
 * @example localTimeAt(Date.UTC(2026, 10, 23, 1), 'Asia/Tokyo') // => '2026-11-23T10:00'
 */
export function localTimeAt(instant: number, timeZone: string): LocalTime {
  const format = formatOf(timeZone);
  invariant(format, `there is a time zone ${timeZone}`);
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const { year = '', month = '', day = '', hour = '', minute = '' } = parts;
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}`;
}

const asIfUtc = (local: LocalTime): number => Date.parse(`${local}:00Z`);

/**
 * The instants at which the clocks of a place show a time: one; none where clocks are put forward past it; two, the earlier
 * first, where they are put back through it. The offsets that hold a day before and a day after are both tried (RFC 5545,
 * section 3.3.5, speaks of the two cases), so it is enough that a zone changes its offset at most once in two days.
 * @returns milliseconds since 1970-01-01T00:00Z
 * @example instantsOf('2026-03-29T02:30', 'Europe/Berlin').length // => 0
 */
export function instantsOf(local: LocalTime, timeZone: string): readonly number[] {
  const naive = asIfUtc(local);
  invariant(Number.isFinite(naive), 'a local time is a day and a time');
  const offsets = [naive - DAY, naive + DAY].map((near) => {
    const whole = Math.floor(near / MINUTE) * MINUTE;
    return asIfUtc(localTimeAt(whole, timeZone)) - whole;
  });
  const found = [...new Set(offsets)].map((offset) => naive - offset);
  return found.filter((instant) => localTimeAt(instant, timeZone) === local).sort((one, other) => one - other);
}
