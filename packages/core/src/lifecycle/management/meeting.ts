import type { Problem } from '../../kernel/index.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';
import { instantsOf, isTimeZone, type LocalTime, localTimeAt, type Occurrence } from './zoned-time.ts';

/** Levels of hierarchy at which the two sides meet, the highest first. */
export const CONTACT_LEVELS = ['executive', 'management', 'operational'] as const;
export type ContactLevel = (typeof CONTACT_LEVELS)[number];

export const MEETING_STATES = ['planned', 'held', 'cancelled'] as const;
export const MEETING_SIDES = ['ours', 'theirs', 'other'] as const;
export const ATTENDANCES = ['expected', 'attended', 'excused', 'absent'] as const;

export type AgendaItem = {
  readonly key: string;
  readonly topic: string;
  /** Null: nobody says how long. */
  readonly minutes: number | null;
  /** A member of the workspace. */
  readonly owner: string | null;
};

export type Attendee = {
  readonly key: string;
  /** A member of the workspace; null: somebody from outside, by name. */
  readonly member: string | null;
  readonly name: string | null;
  readonly organisation: string | null;
  readonly side: (typeof MEETING_SIDES)[number];
  readonly level: ContactLevel | null;
  readonly attendance: (typeof ATTENDANCES)[number];
};

/** People of both sides at one time, in one place or on one line. */
export type Meeting = {
  readonly title: string;
  /** The body that meets. */
  readonly body: string | null;
  readonly level: ContactLevel | null;
  readonly start: LocalTime;
  readonly timeZone: string;
  /** Which hour is meant where the clock shows the start twice; null elsewhere. */
  readonly occurrence: Occurrence | null;
  readonly minutes: number;
  readonly place: string | null;
  readonly link: string | null;
  /** A member who calls the meeting and sees that it is held. */
  readonly convener: string | null;
  readonly agenda: readonly AgendaItem[];
  readonly attendees: readonly Attendee[];
  readonly decisions: readonly {
    readonly key: string;
    readonly text: string;
    readonly by: string | null;
    readonly isReserved: boolean;
  }[];
  readonly notes: string | null;
  readonly state: (typeof MEETING_STATES)[number];
  /** On whose clocks the start is told as well. */
  readonly zones: readonly { readonly organisation: string; readonly timeZone: string }[];
};

const MINUTE = 60_000;

const timeZoneUnknown = (pointer: string): Problem => ({
  code: 'time-zone-unknown',
  message: 'There is no such time zone',
  fix: 'Give a name of the IANA database, such as Asia/Taipei.',
  pointer,
});
const notThere: Problem = {
  code: 'time-not-there',
  message: 'The clocks of that place never show this time on this day: they are put forward past it',
  fix: 'Give a time before or after the hour that is left out.',
  pointer: '/start',
};
const twice: Problem = {
  code: 'time-twice',
  message: 'The clocks of that place show this time twice on this day: they are put back through it',
  fix: 'Say whether the earlier or the later of the two is meant.',
  pointer: '/occurrence',
};
const once: Problem = {
  code: 'value-refused',
  message: 'The clocks of that place show this time once',
  fix: 'Leave out which of two hours is meant.',
  pointer: '/occurrence',
};

function startProblems({ start, timeZone, occurrence }: Meeting): readonly Problem[] {
  if (!isTimeZone(timeZone)) return [timeZoneUnknown('/timeZone')];
  const { length } = instantsOf(start, timeZone);
  if (length === 0) return [notThere];
  if (length > 1) return occurrence === null ? [twice] : [];
  return occurrence === null ? [] : [once];
}

function attendeeProblems({ member, name, side }: Attendee, nth: number): readonly Problem[] {
  const pointer = `/attendees/${nth}`;
  if ((member === null) === (name === null))
    return [
      {
        code: 'value-refused',
        message: 'Somebody who attends is a member or a name, not both and not neither',
        fix: 'Choose a member, or type a name.',
        pointer,
      },
    ];
  if (member === null || side === 'ours') return [];
  return [
    { code: 'value-refused', message: 'A member of the workspace is of our side', fix: 'Choose our side.', pointer },
  ];
}

const partRepeated: Problem = {
  code: 'value-refused',
  message: 'Two parts of the paper have one key',
  fix: 'Give each part a key of its own.',
};

/** What stands against parts of one paper that have one key. */
export const repeatedParts = (...lists: readonly (readonly { readonly key: string }[])[]): readonly Problem[] =>
  lists.some((parts) => new Set(parts.map(({ key }) => key)).size < parts.length) ? [partRepeated] : [];

const given = (...ids: readonly (string | null)[]): readonly string[] => [
  ...new Set(ids.filter((id): id is string => id !== null)),
];

/** Meetings are open while they are planned; they have a time that there is, once. */
export const MEETING: PaperRule<Meeting> = {
  stage: 'management',
  class: 'INTERNAL',
  isSingle: false,
  facts: ({ start, state, convener, agenda, attendees, zones }) => ({
    ...NO_FACTS,
    due: start.slice(0, 10),
    isOpen: state === 'planned',
    holder: convener,
    people: given(convener, ...agenda.map(({ owner }) => owner), ...attendees.map(({ member }) => member)),
    organisations: given(...attendees.map((each) => each.organisation), ...zones.map((each) => each.organisation)),
  }),
  problems: (meeting) => [
    ...startProblems(meeting),
    ...meeting.zones.flatMap(({ timeZone }, nth) =>
      isTimeZone(timeZone) ? [] : [timeZoneUnknown(`/zones/${nth}/timeZone`)],
    ),
    ...meeting.attendees.flatMap(attendeeProblems),
    ...repeatedParts(meeting.agenda, meeting.attendees, meeting.decisions),
  ],
};

/** When a meeting begins and ends. */
export type MeetingTime = {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly start: number;
  readonly end: number;
};

/**
 * The instants of a meeting; null where its local time is none or more than one, which a change of the time zone database can
 * bring about after it was written.
 * @example meetingTime({ start: '2026-11-23T10:00', timeZone: 'Asia/Tokyo', occurrence: null, minutes: 90 })?.end // => 1795401000000
 */
export function meetingTime({
  start,
  timeZone,
  occurrence,
  minutes,
}: Pick<Meeting, 'start' | 'timeZone' | 'occurrence' | 'minutes'>): MeetingTime | null {
  if (!isTimeZone(timeZone)) return null;
  const instants = instantsOf(start, timeZone);
  const [first] = instants;
  const instant = occurrence === 'later' ? instants.at(-1) : instants.length > 1 && occurrence === null ? null : first;
  return instant === null || instant === undefined ? null : { start: instant, end: instant + minutes * MINUTE };
}

/**
 * What the clock of each organisation shows when a meeting begins, in the order in which they were given.
 * @example
 * meetingClocks({ start: '2026-11-23T10:00', timeZone: 'Asia/Tokyo', occurrence: null, minutes: 90,
 *   zones: [{ organisation: 'ffg', timeZone: 'Asia/Taipei' }] })[0]?.local // => '2026-11-23T09:00'
 */
export function meetingClocks(
  meeting: Pick<Meeting, 'start' | 'timeZone' | 'occurrence' | 'minutes' | 'zones'>,
): readonly { readonly organisation: string; readonly timeZone: string; readonly local: LocalTime }[] {
  const time = meetingTime(meeting);
  if (time === null) return [];
  return meeting.zones
    .filter(({ timeZone }) => isTimeZone(timeZone))
    .map((zone) => ({ ...zone, local: localTimeAt(time.start, zone.timeZone) }));
}

/** The minutes of an agenda against those of its meeting. */
export type AgendaBudget = {
  /** Minutes that are spoken for. */
  readonly planned: number;
  /** Items of which nobody says how long. */
  readonly unknown: number;
  /** Minutes that the agenda takes beyond the meeting; null: it fits, as far as is known. */
  readonly over: number | null;
};

/**
 * Whether an agenda fits its meeting. Items without a time count as nothing and are told, so what fits may still turn out too long.
 * @example agendaBudget({ minutes: 60, agenda: [{ key: 'a', topic: 'Quality', minutes: 75, owner: null }] }).over // => 15
 */
export function agendaBudget({ minutes, agenda }: Pick<Meeting, 'minutes' | 'agenda'>): AgendaBudget {
  const planned = agenda.reduce((sum, item) => sum + (item.minutes ?? 0), 0);
  return {
    planned,
    unknown: agenda.filter((item) => item.minutes === null).length,
    over: planned > minutes ? planned - minutes : null,
  };
}
