import { paperRoutes, type PaperWithVersionsAnswer } from '@entente/contract/dossier';
import { describe, expect, it } from 'vitest';
import { testFirm } from '../lifecycle/test-lifecycles.ts';
import type { Reply } from '../register/test-app.ts';

const { people, ask, alliance } = await testFirm();
const { manager, mei, stranger } = people;

const MEETING = {
  kind: 'meeting',
  title: 'Steering committee',
  body: null,
  level: 'management',
  start: '2026-11-23T10:00',
  timeZone: 'Asia/Tokyo',
  occurrence: null,
  minutes: 60,
  place: null,
  link: null,
  convener: mei.id,
  agenda: [],
  attendees: [],
  decisions: [],
  notes: null,
  state: 'planned',
  zones: [],
};
const ISSUE = {
  kind: 'issue',
  title: 'Late drawings',
  text: null,
  raised: '2020-01-01',
  by: null,
  holder: mei.id,
  severity: 'high',
  ladder: [
    { key: 'team', name: 'Team', days: 7 },
    { key: 'board', name: 'Board', days: null },
  ],
  rung: 'team',
  since: '2020-01-01',
  state: 'open',
  resolution: null,
  settled: null,
};
const ITEM = { key: 'contract', text: null, state: 'open', holder: null, done: null, note: null };
const PACK = { kind: 'hand-over', from: manager.id, to: mei.id, due: '2020-01-10', items: [ITEM] };

const post = (slug: string, content: Record<string, unknown>): Promise<Reply> =>
  ask(manager, 'POST', `/alliances/${slug}/papers`, content);
async function added(slug: string, content: Record<string, unknown>): Promise<PaperWithVersionsAnswer> {
  const reply = await post(slug, content);
  if (reply.status !== 201) throw new Error(reply.text);
  return paperRoutes.get.answer.parse(reply.body);
}

describe('a paper of management is refused:', () => {
  it.each<readonly [string, Record<string, unknown>, number, string]>([
    [
      'a meeting in the hour that spring leaves out',
      { start: '2026-03-29T02:30', timeZone: 'Europe/Berlin' },
      422,
      'time-not-there',
    ],
    [
      'a meeting in an hour that comes twice',
      { start: '2026-11-01T01:30', timeZone: 'America/New_York' },
      422,
      'time-twice',
    ],
    ['a meeting in a zone that there is not', { timeZone: 'Asia/Atlantis' }, 422, 'time-zone-unknown'],
    ['a meeting that says its offset', { start: '2026-11-23T10:00+09:00' }, 400, 'request-invalid'],
    ['a meeting on a day that there is not', { start: '2026-02-30T10:00' }, 400, 'request-invalid'],
    ['a meeting joined by a script', { link: 'javascript:alert(1)' }, 400, 'request-invalid'],
    ['a meeting called by somebody of another firm', { convener: stranger.id }, 422, 'record-unknown'],
    ['an issue on a rung that there is not', { ...ISSUE, rung: 'parliament' }, 422, 'value-refused'],
    ['a hand-over with an item without words', { ...PACK, items: [{ ...ITEM, key: 'own' }] }, 422, 'value-refused'],
  ])('%s', async (_name, more, status, code) => {
    const slug = await alliance();
    const reply = await post(slug, more['kind'] === undefined ? { ...MEETING, ...more } : more);
    expect([reply.status, reply.body['code']]).toEqual([status, code]);
    const list = await ask(manager, 'GET', `/alliances/${slug}/papers`);
    expect(list.body['items']).toEqual([]);
  });

  it('a second hand-over', async () => {
    const slug = await alliance();
    await added(slug, PACK);
    const reply = await post(slug, PACK);
    expect([reply.status, reply.body['code']]).toEqual([409, 'paper-there']);
  });
});

describe('a meeting is read', () => {
  it('in UTC and on the clocks of each organisation, with its agenda against its minutes', async () => {
    const slug = await alliance();
    const firm = await ask(manager, 'POST', '/organisations', { name: 'Far firm', slug: 'far-firm' });
    const zones = [{ organisation: firm.id, timeZone: 'America/New_York' }];
    const agenda = [
      { key: 'a', topic: 'Quality', minutes: 45, owner: mei.id },
      { key: 'b', topic: 'Plant', minutes: 30, owner: null },
      { key: 'c', topic: 'Any other', minutes: null, owner: null },
    ];
    const { reading, due, isOpen, people: named } = await added(slug, { ...MEETING, zones, agenda });
    expect(reading).toMatchObject({
      start: '2026-11-23T01:00:00.000Z',
      end: '2026-11-23T02:00:00.000Z',
      clocks: [{ organisation: firm.id, local: '2026-11-22T20:00' }],
      agenda: { planned: 75, unknown: 1, over: 15 },
    });
    expect([due, isOpen, named.map(({ id }) => id)]).toEqual(['2026-11-23', true, [mei.id]]);
  });

  it('twice in autumn, once for each hour that is meant', async () => {
    const slug = await alliance();
    const autumn = { ...MEETING, start: '2026-10-25T02:30', timeZone: 'Europe/Berlin' };
    const starts = [];
    for (const occurrence of ['earlier', 'later']) {
      const { reading } = await added(slug, { ...autumn, occurrence });
      starts.push(reading?.kind === 'meeting' && reading.start);
    }
    expect(starts).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']);
  });

  it('with how long ago both sides met, in any meeting of this alliance and of no other', async () => {
    const [slug, other] = [await alliance(), await alliance()];
    const there = { organisation: null, level: 'executive', attendance: 'attended' };
    const both = [
      { ...there, key: 'a', member: manager.id, name: null, side: 'ours' },
      { ...there, key: 'b', member: null, name: 'Mr Tanaka', side: 'theirs' },
    ];
    await added(slug, { ...MEETING, start: '2020-02-03T10:00', state: 'held', attendees: both });
    await added(other, { ...MEETING, start: '2021-02-03T10:00', state: 'held', attendees: both });
    const { reading } = await added(slug, MEETING);
    expect(reading).toMatchObject({
      contact: [
        { level: 'executive', meetings: 1, last: '2020-02-03' },
        { level: 'management', meetings: 0, last: null, days: null },
        { level: 'operational', meetings: 0 },
      ],
    });
  });
});

describe('an issue and a hand-over', () => {
  it('are read as late as they are', async () => {
    const slug = await alliance();
    const issue = await added(slug, ISSUE);
    expect(issue).toMatchObject({ due: '2020-01-08', isOpen: true, reading: { rung: 'board', due: '2020-01-08' } });
    const pack = await added(slug, PACK);
    expect(pack).toMatchObject({ isOpen: true, reading: { done: 0, needed: 1 } });
    expect(pack.reading?.kind === 'hand-over' && pack.reading.daysOverdue).toBeGreaterThan(2000);
    const done = { ...PACK, items: [{ ...ITEM, state: 'done', done: '2020-01-09' }] };
    const path = `/alliances/${slug}/papers/${pack.id}`;
    const after = paperRoutes.get.answer.parse((await ask(mei, 'PATCH', path, done, 1)).body);
    expect(after).toMatchObject({ isOpen: false, due: null, reading: { done: 1, daysOverdue: null } });
  });

  it('an action tells from which meeting it comes', async () => {
    const slug = await alliance();
    const { id } = await added(slug, MEETING);
    const act = { kind: 'action', text: 'Send the drawings', due: null, holder: null, organisation: null };
    const { content } = await added(slug, { ...act, state: 'open', outcome: null, meeting: id });
    expect(content).toMatchObject({ meeting: id });
  });
});
