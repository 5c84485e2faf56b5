import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantsOf, isTimeZone, localTimeAt } from '../index.ts';

const iso = (instants: readonly number[]): readonly string[] =>
  instants.map((instant) => new Date(instant).toISOString().slice(0, 16));

describe('a name', () => {
  it.each(['Asia/Atlantis', '', 'CST6CDT+08:00', '+08:00', 'Europe/Berlin; drop table', '../etc/localtime'])(
    '%j is no time zone',
    (name) => expect(isTimeZone(name)).toBe(false),
  );
  it.each(['Asia/Shanghai', 'Asia/Tokyo', 'Asia/Taipei', 'Europe/Berlin', 'America/New_York', 'UTC'])(
    '%s is a time zone',
    (name) => expect(isTimeZone(name)).toBe(true),
  );
});

describe('a local time', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['2026-11-23T10:00', 'Asia/Shanghai', ['2026-11-23T02:00']],
    ['2026-11-23T10:00', 'Asia/Tokyo', ['2026-11-23T01:00']],
    ['2026-11-23T00:30', 'Asia/Tokyo', ['2026-11-22T15:30']],
    // Spring: the clocks go from 01:59 to 03:00.
    ['2026-03-29T01:59', 'Europe/Berlin', ['2026-03-29T00:59']],
    ['2026-03-29T02:00', 'Europe/Berlin', []],
    ['2026-03-29T02:59', 'Europe/Berlin', []],
    ['2026-03-29T03:00', 'Europe/Berlin', ['2026-03-29T01:00']],
    ['2026-03-08T02:30', 'America/New_York', []],
    // Autumn: an hour comes twice.
    ['2026-10-25T02:30', 'Europe/Berlin', ['2026-10-25T00:30', '2026-10-25T01:30']],
    ['2026-11-01T01:30', 'America/New_York', ['2026-11-01T05:30', '2026-11-01T06:30']],
    ['2026-11-01T02:00', 'America/New_York', ['2026-11-01T07:00']],
    // Shanghai had summer time from 1986 to 1991, Tokyo none since 1951.
    ['1988-07-01T10:00', 'Asia/Shanghai', ['1988-07-01T01:00']],
    ['1988-07-01T10:00', 'Asia/Tokyo', ['1988-07-01T01:00']],
    // Samoa left out a whole day.
    ['2011-12-30T12:00', 'Pacific/Apia', []],
  ])('%s in %s is %j', (local, zone, expected) => expect(iso(instantsOf(local, zone))).toEqual(expected));

  it('is the same instants as the clocks show it: each shows it, and the instant of every clock is among them', () => {
    const zone = fc.constantFrom(
      'Asia/Shanghai',
      'Asia/Tokyo',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
    );
    const minute = fc.integer({ min: Date.UTC(1975, 0) / 60_000, max: Date.UTC(2037, 0) / 60_000 });
    fc.assert(
      fc.property(zone, minute, (timeZone, minutes) => {
        const instant = minutes * 60_000;
        const local = localTimeAt(instant, timeZone);
        const found = instantsOf(local, timeZone);
        expect(found).toContain(instant);
        expect(found.map((each) => localTimeAt(each, timeZone))).toEqual(found.map(() => local));
      }),
      { numRuns: 400 },
    );
  });
});
