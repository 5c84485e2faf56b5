import { ATTENDANCES, CONTACT_LEVELS, MEETING_SIDES, MEETING_STATES, OCCURRENCES } from '@entente/core/lifecycle';
import { z } from 'zod';
import { day, line, memberId, note, organisationId, partKey } from './parts.ts';

const MOST = 100;
const timeZone = line.max(60).describe('A name of the IANA database, e.g. `Asia/Taipei`.');
const level = z.enum(CONTACT_LEVELS);
const localTime = z.iso
  .datetime({ local: true, offset: false, precision: -1 })
  .describe('What the clock of that place shows, to the minute: `2026-11-23T10:00`.');
const minutes = z.number().int().min(1).max(10_080);

/** People of both sides at one time, in one place or on one line. */
export const meeting = z
  .strictObject({
    kind: z.literal('meeting'),
    title: line,
    body: line.nullable().describe('The body that meets.'),
    level: level.nullable(),
    start: localTime,
    timeZone,
    occurrence: z
      .enum(OCCURRENCES)
      .nullable()
      .describe('Which hour is meant where the clock shows the start twice; null everywhere else.'),
    minutes,
    place: line.nullable(),
    link: z
      .url({ protocol: /^https$/ })
      .max(2000)
      .nullable()
      .describe('Where it is joined from elsewhere.'),
    convener: memberId.nullable().describe('Who calls it and sees that it is held.'),
    agenda: z
      .array(z.strictObject({ key: partKey, topic: line, minutes: minutes.nullable(), owner: memberId.nullable() }))
      .max(MOST),
    attendees: z
      .array(
        z.strictObject({
          key: partKey,
          member: memberId.nullable().describe('Null: somebody from outside, by name.'),
          name: line.nullable(),
          organisation: organisationId.nullable(),
          side: z.enum(MEETING_SIDES),
          level: level.nullable(),
          attendance: z.enum(ATTENDANCES),
        }),
      )
      .max(MOST),
    decisions: z
      .array(
        z.strictObject({
          key: partKey,
          text: note,
          by: line.nullable(),
          isReserved: z.boolean().describe('A matter that the owners have reserved to themselves.'),
        }),
      )
      .max(MOST),
    notes: note.nullable(),
    state: z.enum(MEETING_STATES),
    zones: z
      .array(z.strictObject({ organisation: organisationId, timeZone }))
      .max(20)
      .describe('On whose clocks the start is told as well.'),
  })
  .meta({ id: 'MeetingPaper' });

const contact = z
  .object({
    level,
    meetings: z.number().int(),
    last: day.nullable(),
    days: z
      .number()
      .int()
      .nullable()
      .describe('Null: both sides have met at this level in no meeting that is recorded.'),
  })
  .meta({ id: 'ContactAtLevel' });

export const meetingReading = z
  .object({
    kind: z.literal('meeting'),
    start: z.iso.datetime().nullable().describe('Null: the clocks of that place do not show this time once.'),
    end: z.iso.datetime().nullable(),
    clocks: z
      .array(z.object({ organisation: organisationId, timeZone: z.string(), local: localTime }))
      .readonly()
      .describe('What the clocks of the organisations show when it begins.'),
    agenda: z.object({
      planned: z.number().int().describe('Minutes that are spoken for.'),
      unknown: z.number().int().describe('Items of which nobody says how long.'),
      over: z.number().int().nullable().describe('Minutes beyond the meeting; null: it fits, as far as is known.'),
    }),
    contact: z.array(contact).readonly().describe('By level, when both sides last met in any meeting of the alliance.'),
  })
  .meta({ id: 'MeetingReading' });
