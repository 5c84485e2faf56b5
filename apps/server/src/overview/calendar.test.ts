import ICAL from 'ical.js';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { dismiss, enrol, person, type TestPerson } from '../authorisation/test-people.store.ts';
import { testFirm } from '../lifecycle/test-lifecycles.ts';
import { pathOf } from '../platform/logging.ts';

const firm = await testFirm();
const { server, workspaceId, people, member, ask, as, alliance, take } = firm;
const { owner, manager, mei, reader, stranger } = people;

const MEETING = {
  kind: 'meeting',
  title: 'Steering committee',
  body: null,
  level: null,
  start: '2040-11-23T10:00',
  timeZone: 'Asia/Tokyo',
  occurrence: null,
  minutes: 90,
  place: 'Hall; second floor, left',
  link: null,
  convener: null,
  agenda: [],
  attendees: [],
  decisions: [],
  notes: null,
  state: 'planned',
  zones: [],
};
const ACT = {
  kind: 'action',
  text: 'Send the drawings',
  due: '2040-12-01',
  holder: null,
  organisation: null,
  state: 'open',
  outcome: null,
};

async function added(slug: string, content: Record<string, unknown>, who = manager): Promise<string> {
  const reply = await ask(who, 'POST', `/alliances/${slug}/papers`, content);
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.id;
}
const feedOf = async (who: TestPerson, covers: 'all' | 'own' = 'all'): Promise<string> => {
  const reply = await ask(who, 'POST', '/calendar-feed', { covers, language: 'en' });
  if (reply.status !== 201) throw new Error(reply.text);
  return String(reply.body['path']).replace('/api/v1', '');
};
/** Read as a calendar program does: without a session. */
const fetched = (path: string) => server.askRaw('GET', path);
function eventsIn(text: string): readonly ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each, { strictExceptions: true }));
}
const titlesAt = async (path: string): Promise<readonly string[]> =>
  eventsIn((await fetched(path)).text).map(({ summary }) => summary.split(' · ')[0] ?? '');

const ABSENT = '/calendar/nothing-that-anybody-made.ics';

const codeIn = (text: string): unknown => (JSON.parse(text) as { readonly code?: unknown }).code;

describe('a calendar feed is not there', () => {
  const bare = async (path: string): Promise<string> => {
    const { status, headers, text } = await fetched(path);
    return JSON.stringify([status, headers['content-type'], headers['cache-control'], text.replaceAll(path, 'PATH')]);
  };

  it('at an address that nobody made, and says so as any address at which there is nothing', async () => {
    const { status, text } = await fetched(ABSENT);
    const elsewhere = await fetched('/nothing-here');
    expect([status, codeIn(text)]).toEqual([404, 'not-found']);
    expect([elsewhere.status, codeIn(elsewhere.text)]).toEqual([404, 'not-found']);
  });

  it.each<readonly [string, (path: string, who: TestPerson) => Promise<unknown>]>([
    ['once it was withdrawn', (_path, who) => ask(who, 'DELETE', '/calendar-feed')],
    ['once another took its place', (_path, who) => feedOf(who)],
    ['once its owner left', (_path, who) => dismiss(server.database, workspaceId, who.id)],
    [
      'once its owner left and came back',
      async (_path, who) => {
        await dismiss(server.database, workspaceId, who.id);
        await sql`update app.member set ended_at = null where person_id = ${who.id}`.execute(firm.superuser);
      },
    ],
  ])('%s', async (_name, happens) => {
    const who = await member('Passing', 'contributor');
    const path = await feedOf(who);
    expect((await fetched(path)).status).toBe(200);
    await happens(path, who);
    expect(await bare(path)).toBe(await bare(ABSENT));
  });

  it('for a guest, for a stranger, and for a key that is for something else', async () => {
    expect((await ask(stranger, 'POST', '/calendar-feed', { covers: 'all', language: 'en' })).status).toBe(404);
    expect((await ask(stranger, 'GET', '/calendar-feed')).status).toBe(404);
  });

  it('in the database: its token is kept as a digest alone, and nobody sees or makes that of another', async () => {
    const path = await feedOf(mei);
    const token = /([\w-]+)\.ics$/.exec(path)?.[1] ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const { rows } = await sql<{ row: string }>`select to_jsonb(f)::text as row from app.calendar_feed f`.execute(
      firm.superuser,
    );
    expect(rows.map(({ row }) => row).join()).not.toContain(token);
    const seen = await as(manager, sql`select 1 from app.calendar_feed where owner_id = ${mei.id}`);
    expect(seen.rows).toEqual([]);
    await expect(
      as(
        manager,
        sql`insert into app.calendar_feed (workspace_id, owner_id, token_digest, own_only, language)
          values (${workspaceId}, ${mei.id}, sha256('mine'), false, 'en')`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
    const gone = await as(manager, sql`delete from app.calendar_feed where owner_id = ${mei.id} returning 1`);
    expect(gone.rows).toEqual([]);
  });

  it('in the log: the path of a request is told without the secret', () => {
    expect(pathOf('/api/v1/calendar/SECRET.ics?x=1')).toBe('/api/v1/calendar/…');
    expect(pathOf('/api/v1/calendar/SECRET')).toBe('/api/v1/calendar/…');
    expect(pathOf('/api/v1/workspaces/firm/calendar-feed?x=1')).toBe('/api/v1/workspaces/firm/calendar-feed');
  });
});

describe('a calendar feed', () => {
  it('is a calendar that nobody keeps and no page learns of', async () => {
    const { status, headers } = await fetched(await feedOf(manager));
    expect([status, headers['content-type'], headers['cache-control'], headers['referrer-policy']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'no-store',
      'no-referrer',
    ]);
  });

  it('holds meetings at their instants, whatever the clocks of their place, and days as days', async () => {
    const slug = await alliance();
    const meeting = await added(slug, MEETING);
    const act = await added(slug, ACT);
    const events = eventsIn((await fetched(await feedOf(manager))).text);
    const at = (id: string) => events.find(({ uid }) => uid.startsWith(id));
    const [met, due] = [at(meeting), at(act)];
    expect(met?.startDate.toJSDate().toISOString()).toBe('2040-11-23T01:00:00.000Z');
    expect(met?.endDate.toJSDate().toISOString()).toBe('2040-11-23T02:30:00.000Z');
    expect(met?.location).toBe('Hall; second floor, left');
    expect([due?.startDate.isDate, due?.startDate.toString()]).toEqual([true, '2040-12-01']);
    expect(met?.component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString()).toBe('-PT30M');
  });

  it('tells a change of a meeting as the same meeting, one revision on; what was called off is called off', async () => {
    const slug = await alliance();
    const id = await added(slug, MEETING);
    const path = await feedOf(manager);
    await ask(manager, 'PATCH', `/alliances/${slug}/papers/${id}`, { ...MEETING, state: 'cancelled' }, 1);
    const event = eventsIn((await fetched(path)).text).find(({ uid }) => uid.startsWith(id));
    expect([event?.sequence, event?.component.getFirstPropertyValue('status')]).toEqual([1, 'CANCELLED']);
    await ask(manager, 'DELETE', `/alliances/${slug}/papers/${id}`, undefined, 2);
    expect((await fetched(path)).text).not.toContain(id);
  });

  it('holds what its owner reads at that moment, of classes that may leave the house', async () => {
    const slugs = { SHAREABLE: '', INTERNAL: '', NEVER: '', CLEAN: '' };
    const own = await person(server.database, 'Of the clean team');
    await enrol(server.database, workspaceId, own.id, 'owner', { cleanTeam: true });
    for (const each of Object.keys(slugs) as (keyof typeof slugs)[]) {
      slugs[each] = await alliance({ class: each }, own);
      await added(slugs[each], { ...MEETING, title: `Of ${each}` }, own);
      await added(slugs[each], { ...ACT, text: `Due of ${each}` }, own);
    }
    const told = ['Of SHAREABLE', 'Of INTERNAL', 'Due of SHAREABLE', 'Due of INTERNAL'];
    for (const who of [own, manager, reader]) {
      const titles = (await titlesAt(await feedOf(who))).filter((title) => /^(Of|Due of) /.test(title));
      expect(titles.toSorted()).toEqual(told.toSorted());
    }
    const path = await feedOf(reader);
    await ask(owner, 'PATCH', `/alliances/${slugs.INTERNAL}`, { class: 'NEVER' }, 1);
    expect((await titlesAt(path)).filter((title) => /^(Of|Due of) /.test(title)).toSorted()).toEqual([
      'Due of SHAREABLE',
      'Of SHAREABLE',
    ]);
  });

  it('holds what its owner holds or is named in, where they asked for that alone', async () => {
    const slug = await alliance();
    const named = { key: 'a', member: mei.id, name: null, organisation: null, side: 'ours', level: null };
    await added(slug, { ...MEETING, title: 'With Mei', attendees: [{ ...named, attendance: 'expected' }] });
    await added(slug, { ...MEETING, title: 'Without Mei' });
    await added(slug, { ...ACT, text: 'Of Mei', holder: mei.id });
    await added(slug, { ...ACT, text: 'Done by Mei', holder: mei.id, state: 'done' });
    expect((await titlesAt(await feedOf(mei, 'own'))).toSorted()).toEqual(['Of Mei', 'With Mei']);
  });

  it('keeps what is open however old, and meetings of the last year', async () => {
    const slug = await alliance();
    await added(slug, { ...ACT, text: 'Long overdue', due: '2001-01-01' });
    await added(slug, { ...MEETING, title: 'Long held', start: '2001-01-01T10:00', state: 'held' });
    const titles = await titlesAt(await feedOf(manager));
    expect([titles.includes('Long overdue'), titles.includes('Long held')]).toEqual([true, false]);
  });

  it('holds the gate that an alliance is to pass', async () => {
    const slug = await alliance();
    await take(
      slug,
      { kind: 'begun', on: '2003-10-01', stage: 'negotiation', earlier: 'unknown' },
      { kind: 'planned', on: '2003-10-02', stage: 'negotiation', due: '2041-01-31' },
    );
    const events = eventsIn((await fetched(await feedOf(reader))).text);
    const gate = events.find(({ uid }) => uid.startsWith('gate-'));
    expect([gate?.summary.split(' · ')[0], gate?.startDate.toString()]).toEqual(['Gate: negotiation', '2041-01-31']);
  });

  it('is told of to its owner without its address, and to the audit without either', async () => {
    const path = await feedOf(reader, 'own');
    const state = await ask(reader, 'GET', '/calendar-feed');
    expect(state.body['feed']).toMatchObject({ covers: 'own', language: 'en' });
    expect(state.text).not.toContain(path.slice(-30));
    await ask(reader, 'DELETE', '/calendar-feed');
    expect((await ask(reader, 'GET', '/calendar-feed')).body['feed']).toBeNull();
    const { body } = await ask(owner, 'GET', '/audit');
    const [last, before] = body['items'] as readonly Record<string, unknown>[];
    expect([last, before]).toMatchObject([
      { action: 'calendar-feed', state: 'withdrawn', actorName: 'Reader' },
      { action: 'calendar-feed', state: 'made', actorName: 'Reader' },
    ]);
    // What a program fetches every few minutes is no reading of anything CLEAN.
    expect(JSON.stringify(body)).not.toContain('clean-read');
  });
});
