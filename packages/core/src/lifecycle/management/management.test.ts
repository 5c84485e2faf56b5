import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agendaBudget,
  contactByLevel,
  DEFAULT_LADDER,
  escalationOf,
  HAND_OVER,
  HAND_OVER_ITEMS,
  type HandOver,
  handOverProgress,
  ISSUE,
  type Issue,
  MEETING,
  type Meeting,
  meetingClocks,
  meetingTime,
  workloadOf,
  type WorkPaper,
} from '../index.ts';

const MEET: Meeting = {
  title: 'Steering committee',
  body: null,
  level: 'management',
  start: '2026-11-23T10:00',
  timeZone: 'Asia/Tokyo',
  occurrence: null,
  minutes: 90,
  place: null,
  link: null,
  convener: 'mei',
  agenda: [],
  attendees: [],
  decisions: [],
  notes: null,
  state: 'planned',
  zones: [],
};
const SOMEBODY = {
  key: 'a',
  member: null,
  name: 'Tanaka',
  organisation: 'tm',
  side: 'theirs',
  level: 'management',
  attendance: 'attended',
} as const;
const OURS = { ...SOMEBODY, key: 'b', member: 'mei', name: null, organisation: 'ffg', side: 'ours' } as const;
const codes = (meeting: Partial<Meeting>) => MEETING.problems({ ...MEET, ...meeting }, null).map(({ code }) => code);

describe('a meeting is refused', () => {
  it.each<readonly [string, Partial<Meeting>, string]>([
    ['in a time zone that there is not', { timeZone: 'Asia/Atlantis' }, 'time-zone-unknown'],
    ['told on clocks that there are not', { zones: [{ organisation: 'tm', timeZone: 'TM' }] }, 'time-zone-unknown'],
    ['in the hour that spring leaves out', { start: '2026-03-29T02:30', timeZone: 'Europe/Berlin' }, 'time-not-there'],
    ['in an hour that autumn has twice', { start: '2026-11-01T01:30', timeZone: 'America/New_York' }, 'time-twice'],
    ['with one of two hours where there is one', { occurrence: 'later' }, 'value-refused'],
    ['with somebody who is nobody', { attendees: [{ ...SOMEBODY, name: null }] }, 'value-refused'],
    ['with a member under another name', { attendees: [{ ...SOMEBODY, member: 'mei' }] }, 'value-refused'],
    ['with a member of the other side', { attendees: [{ ...OURS, side: 'theirs' }] }, 'value-refused'],
    ['with two of one key', { attendees: [SOMEBODY, { ...OURS, key: 'a' }] }, 'value-refused'],
  ])('%s', (_name, more, code) => expect(codes(more)).toEqual([code]));
});

describe('a meeting', () => {
  it('in an hour that comes twice is at the one that is meant', () => {
    const autumn = { ...MEET, start: '2026-10-25T02:30', timeZone: 'Europe/Berlin' };
    expect(codes({ ...autumn, occurrence: 'later' })).toEqual([]);
    expect(meetingTime({ ...autumn, occurrence: 'earlier' })?.start).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(meetingTime({ ...autumn, occurrence: 'later' })?.start).toBe(Date.UTC(2026, 9, 25, 1, 30));
    expect(meetingTime(autumn)).toBeNull();
  });

  it('is told on the clock of each organisation, the day before or after where it is', () => {
    const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York'].map((timeZone) => ({
      organisation: timeZone,
      timeZone,
    }));
    expect(meetingClocks({ ...MEET, zones }).map(({ local }) => local)).toEqual([
      '2026-11-23T09:00',
      '2026-11-23T02:00',
      '2026-11-22T20:00',
    ]);
  });

  it('that lasts through a change of clocks ends after its minutes, whatever the clocks show', () => {
    const night = { ...MEET, start: '2026-03-29T01:30', timeZone: 'Europe/Berlin', minutes: 60 };
    expect(meetingTime(night)?.end).toBe(Date.UTC(2026, 2, 29, 1, 30));
  });

  it('says by how much its agenda is too long, and how many items have no time', () => {
    const item = (key: string, minutes: number | null) => ({ key, topic: key, minutes, owner: null });
    expect(agendaBudget({ minutes: 60, agenda: [item('a', 45), item('b', 30), item('c', null)] })).toEqual({
      planned: 75,
      unknown: 1,
      over: 15,
    });
    expect(agendaBudget({ minutes: 75, agenda: [item('a', 45), item('b', 30)] }).over).toBeNull();
  });
});

describe('contact at a level', () => {
  const held = { ...MEET, state: 'held', start: '2026-10-01T10:00', attendees: [SOMEBODY, OURS] } as const;
  const management = (...meetings: readonly Meeting[]) => contactByLevel(meetings, '2026-11-23')[1];

  it('counts what both sides attended at that level, by the day that is read', () => {
    expect(management(held)).toEqual({ level: 'management', meetings: 1, last: '2026-10-01', days: 53 });
    expect(contactByLevel([held], '2026-11-23')[0]).toEqual({
      level: 'executive',
      meetings: 0,
      last: null,
      days: null,
    });
  });

  it.each<readonly [string, Partial<Meeting>]>([
    ['is planned', { state: 'planned' }],
    ['was cancelled', { state: 'cancelled' }],
    ['lies after the day', { start: '2026-11-24T10:00' }],
    ['had one side alone', { attendees: [OURS] }],
    ['had the other side excused', { attendees: [OURS, { ...SOMEBODY, attendance: 'excused' }] }],
    ['had the sides at different levels', { attendees: [OURS, { ...SOMEBODY, level: 'executive' }] }],
  ])('does not count what %s', (_name, more) => expect(management({ ...held, ...more })?.days).toBeNull());
});

const ISSUED: Issue = {
  title: 'Late drawings',
  text: null,
  raised: '2026-11-01',
  by: null,
  holder: null,
  severity: 'medium',
  ladder: DEFAULT_LADDER.map(({ key, name, days }) => ({ key, name: name.en, days })),
  rung: 'working-level',
  since: '2026-11-01',
  state: 'open',
  resolution: null,
  settled: null,
};

describe('an issue', () => {
  it.each<readonly [string, Partial<Issue>]>([
    ['on a rung that there is not', { rung: 'parliament' }],
    ['on its rung before it was raised', { since: '2026-10-31' }],
    ['open and settled', { settled: '2026-11-02' }],
    ['settled before it was raised', { state: 'resolved', settled: '2026-10-31' }],
    ['with two rungs of one key', { ladder: [...ISSUED.ladder, { key: 'board', name: 'Again', days: null }] }],
  ])('is refused %s', (_name, more) => expect(ISSUE.problems({ ...ISSUED, ...more }, null)).toHaveLength(1));

  it.each<readonly [string, string | undefined, string | null]>([
    ['2026-11-07', 'working-level', null],
    ['2026-11-08', 'alliance-managers', '2026-11-08'],
    ['2026-11-21', 'alliance-managers', '2026-11-08'],
    ['2026-11-22', 'sponsors', '2026-11-08'],
    ['2026-12-13', 'board', '2026-11-08'],
    ['2030-01-01', 'board', '2026-11-08'],
  ])('by %s belongs to %s', (today, rung, due) => expect(escalationOf(ISSUED, today)).toMatchObject({ rung, due }));

  it('that went up early has the days of its rung from then on', () => {
    const early = { ...ISSUED, rung: 'sponsors', since: '2026-11-03' };
    expect(escalationOf(early, '2026-11-23')).toEqual({ rung: 'sponsors', due: null, daysOverdue: null });
    expect(escalationOf(early, '2026-11-25')).toEqual({ rung: 'board', due: '2026-11-24', daysOverdue: 1 });
  });

  it('that is settled belongs to no rung, and is due on no day', () => {
    const settled = { ...ISSUED, state: 'resolved', settled: '2026-11-05' } as const;
    expect(escalationOf(settled, '2026-12-01')).toBeNull();
    expect(ISSUE.facts(settled)).toMatchObject({ isOpen: false, due: null });
    expect(ISSUE.facts(ISSUED)).toMatchObject({ isOpen: true, due: '2026-11-08' });
  });

  it('never goes down by itself: a later day is on the same rung or a higher one', () => {
    const day = (offset: number): string => new Date(Date.UTC(2026, 10, 1 + offset)).toISOString().slice(0, 10);
    const ladder = fc
      .array(fc.option(fc.nat({ max: 30 })), { minLength: 1, maxLength: 6 })
      .map((all) => all.map((days, nth) => ({ key: `r${nth}`, name: 'Rung', days })));
    fc.assert(
      fc.property(ladder, fc.nat({ max: 200 }), fc.nat({ max: 50 }), (rungs, offset, more) => {
        const at = (days: number) =>
          rungs.findIndex(({ key }) => key === escalationOf({ ...ISSUED, ladder: rungs, rung: 'r0' }, day(days))?.rung);
        expect(at(offset + more)).toBeGreaterThanOrEqual(at(offset));
      }),
    );
  });
});

const PACK: HandOver = {
  from: 'mei',
  to: 'kenji',
  due: '2026-12-01',
  items: HAND_OVER_ITEMS.map(({ key }) => ({ key, text: null, state: 'open', holder: null, done: null, note: null })),
};

describe('a hand-over', () => {
  const [first] = PACK.items;
  it.each([
    ['an item without words that is no default', { ...first, key: 'own' }],
    ['an item done on no day', { ...first, state: 'done' }],
    ['an open item with a day', { ...first, done: '2026-11-01' }],
  ])('is refused with %s', (_name, wrong) =>
    expect(HAND_OVER.problems({ ...PACK, items: [wrong as HandOver['items'][number]] }, null)).toHaveLength(1),
  );

  it('is open until each item is done or not needed', () => {
    const done = PACK.items.map((item, nth) =>
      nth === 0
        ? ({ ...item, state: 'not-needed' } as const)
        : ({ ...item, state: 'done', done: '2026-11-05' } as const),
    );
    expect(HAND_OVER.facts(PACK)).toMatchObject({ isOpen: true, due: '2026-12-01', holder: 'kenji' });
    expect(HAND_OVER.facts({ ...PACK, items: done })).toMatchObject({ isOpen: false, due: null, holder: 'kenji' });
    expect(handOverProgress({ items: done })).toEqual({ done: PACK.items.length - 1, needed: PACK.items.length - 1 });
  });

  it('has words in three languages and a source for every default item', () => {
    for (const { words, source } of HAND_OVER_ITEMS)
      expect([words.en, words.ja, words['zh-Hant'], source]).not.toContain('');
    expect(HAND_OVER.problems(PACK, null)).toEqual([]);
  });
});

describe('workload', () => {
  const paper = (more: Partial<WorkPaper>): WorkPaper => ({
    kind: 'action',
    alliance: 'one',
    holder: 'mei',
    due: '2026-11-20',
    isOpen: true,
    ...more,
  });
  it('is counted by holder; who holds nothing has zeros, what nobody holds comes last', () => {
    const papers = [
      paper({}),
      paper({ kind: 'issue', due: null, alliance: 'two' }),
      paper({ kind: 'meeting', due: '2026-12-01' }),
      paper({ kind: 'meeting', due: '2026-11-01' }),
      paper({ kind: 'hand-over', isOpen: false, due: null, alliance: 'three' }),
      paper({ isOpen: false }),
      paper({ holder: null, due: null }),
    ];
    expect(workloadOf(papers, ['mei', 'kenji'], '2026-11-23')).toEqual([
      { holder: 'mei', alliances: ['three', 'one', 'two'], actions: 1, issues: 1, meetings: 1, others: 0, overdue: 2 },
      { holder: 'kenji', alliances: [], actions: 0, issues: 0, meetings: 0, others: 0, overdue: 0 },
      { holder: null, alliances: ['one'], actions: 1, issues: 0, meetings: 0, others: 0, overdue: 0 },
    ]);
  });
});
