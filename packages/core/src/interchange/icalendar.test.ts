import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, calendarText } from './index.ts';

const ENTRY: CalendarEntry = {
  uid: 'one@entente',
  written: Date.UTC(2026, 10, 23, 9),
  revision: 2,
  time: { start: Date.UTC(2026, 10, 23, 1), end: Date.UTC(2026, 10, 23, 2, 30) },
  summary: 'Steering committee',
  description: null,
  location: null,
  url: null,
  categories: ['meeting'],
  isCancelled: false,
  remindMinutes: 30,
};

/** What ical.js 2.2.1 reads, strictly: a line that is no property, or a value that is none of its type, throws. */
function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component, { strictExceptions: true }));
}

/** What a validator of RFC 5545 asks of lines: CRLF after each, at most 75 octets, nothing that controls (3.1). */
function lineFaults(text: string): readonly string[] {
  const lines = text.split('\r\n');
  return [
    ...(lines.at(-1) === '' ? [] : ['the last line has no end']),
    ...lines.filter((line) => /^[A-Z-]+:$/.test(line)).map((line) => `empty: ${line}`),
    ...lines.filter((line) => line.startsWith('METHOD')).map(() => 'a method, which needs an organiser (RFC 5546)'),
    ...lines.filter((line) => Buffer.byteLength(line) > 75).map((line) => `too long: ${line}`),
    ...lines.filter((line) => /[\u0000-\u0008\u000a-\u001f\u007f\ufffd]/.test(line)).map((line) => `controls: ${line}`),
  ];
}

/** What it asks of an event: UID, DTSTAMP and DTSTART once, DTEND of the type of DTSTART and after it (3.6.1, 3.8.2.2). */
function eventFaults(text: string): readonly string[] {
  return eventsOf(text).flatMap(({ component, startDate, endDate }) => {
    const once = ['uid', 'dtstamp', 'dtstart', 'dtend', 'summary', 'status', 'sequence'].filter(
      (name) => component.getAllProperties(name).length !== 1,
    );
    return [
      ...once.map((name) => `${name} is not there once`),
      ...(startDate.isDate === endDate.isDate ? [] : ['one is a day, the other a time']),
      ...(endDate.compare(startDate) > 0 ? [] : ['ends before it begins']),
      ...(startDate.isDate || startDate.zone.tzid === 'UTC' ? [] : ['a time without its zone']),
      ...component
        .getAllSubcomponents('valarm')
        .flatMap((alarm) => ['action', 'trigger', 'description'].filter((name) => !alarm.hasProperty(name))),
    ];
  });
}

const text = fc.string({ unit: 'grapheme', maxLength: 300 });
const entry: fc.Arbitrary<CalendarEntry> = fc.record({
  uid: fc.uuid(),
  written: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000),
  revision: fc.nat({ max: 99 }),
  time: fc.oneof(
    fc.record({
      day: fc
        .date({ min: new Date(0), max: new Date('2090-01-01'), noInvalidDate: true })
        .map((on) => on.toISOString().slice(0, 10)),
    }),
    fc
      .record({ from: fc.nat({ max: 60_000_000 }), minutes: fc.integer({ min: 1, max: 10_000 }) })
      .map(({ from, minutes }) => ({ start: from * 60_000, end: (from + minutes) * 60_000 })),
  ),
  summary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
  description: fc.option(text),
  location: fc.option(text),
  url: fc.option(fc.webUrl()),
  categories: fc.array(text, { maxLength: 3 }),
  isCancelled: fc.boolean(),
  remindMinutes: fc.option(fc.nat({ max: 10_000 })),
});

describe('a calendar file', () => {
  it('is valid whatever the words are, and gives them back', () => {
    fc.assert(
      fc.property(text, fc.uniqueArray(entry, { maxLength: 4, selector: ({ uid }) => uid }), (name, entries) => {
        const written = calendarText(name, entries);
        expect(lineFaults(written)).toEqual([]);
        expect(eventFaults(written)).toEqual([]);
        const plain = (words: string): string =>
          words.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
        expect(eventsOf(written).map(({ uid, summary }) => [uid, summary])).toEqual(
          entries.map(({ uid, summary }) => [uid, plain(summary)]),
        );
      }),
    );
  });

  it.each(['x', '長', '👩🏽‍🔧', 'é'])('breaks long lines of %s without breaking a character', (character) => {
    const summary = character.repeat(400);
    const written = calendarText('A', [{ ...ENTRY, summary, remindMinutes: null }]);
    expect(lineFaults(written)).toEqual([]);
    expect(eventsOf(written)[0]?.summary).toBe(summary);
  });

  it('marks what would part values (RFC 5545, section 3.3.11)', () => {
    const written = calendarText('A', [{ ...ENTRY, location: 'Hall; second floor, left\\right\nGate 2' }]);
    expect(written).toContain('LOCATION:Hall\\; second floor\\, left\\\\right\\nGate 2\r\n');
  });

  it('tells times in UTC and whole days without a zone, the day after as their end', () => {
    const [timed, whole] = eventsOf(
      calendarText('A', [ENTRY, { ...ENTRY, uid: 'two', time: { day: '2026-12-31' }, remindMinutes: 1440 }]),
    );
    expect(timed?.startDate.toJSDate().toISOString()).toBe('2026-11-23T01:00:00.000Z');
    expect(timed?.endDate.toJSDate().toISOString()).toBe('2026-11-23T02:30:00.000Z');
    expect([whole?.startDate.isDate, whole?.startDate.toString(), whole?.endDate.toString()]).toEqual([
      true,
      '2026-12-31',
      '2027-01-01',
    ]);
  });

  it('holds a reminder before its start, and none for what is cancelled', () => {
    const kept = calendarText('A', [ENTRY]);
    expect(kept).toContain(
      'BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Steering committee\r\nTRIGGER:-PT30M\r\nEND:VALARM\r\n',
    );
    expect(calendarText('A', [{ ...ENTRY, isCancelled: true }])).not.toContain('VALARM');
    expect(calendarText('A', [{ ...ENTRY, remindMinutes: null }])).not.toContain('VALARM');
  });

  it('lets no words begin a line of their own', () => {
    const sly = 'A\r\nATTACH:file:///etc/passwd\nEND:VEVENT\u0085x';
    const [read] = eventsOf(
      calendarText(sly, [{ ...ENTRY, summary: sly, location: sly, url: 'https://a.example/\r\nX:1' }]),
    );
    expect(read?.component.hasProperty('attach')).toBe(false);
    expect(read?.component.hasProperty('x')).toBe(false);
  });

  it('is not taken for valid where it is none: what judges it sees each fault', () => {
    const good = calendarText('A', [ENTRY]);
    expect(lineFaults(good.replace(/\r\n/g, '\n'))).not.toEqual([]);
    expect(lineFaults(good.replace('SUMMARY:', `SUMMARY:${'長'.repeat(30)}`))).not.toEqual([]);
    expect(eventFaults(good.replace(/UID:.*\r\n/, ''))).not.toEqual([]);
    expect(eventFaults(good.replace('DTEND:20261123T023000Z', 'DTEND:20261123T003000Z'))).not.toEqual([]);
    expect(() => eventFaults(good.replace('SUMMARY:', 'SUMMARY'))).toThrow();
  });
});
