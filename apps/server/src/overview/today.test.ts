import { type TodayAnswer, todayRoutes } from '@entente/contract/overview';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { plantReadableNeverPaper } from '../authorisation/test-papers.store.ts';
import type { TestPerson } from '../authorisation/test-people.store.ts';
import { type Asked, BEGUN, judged, testFirm } from '../lifecycle/test-lifecycles.ts';
import { daysAhead, sharing } from '../sharing/test-rooms.ts';
import { rooms } from '../rooms.ts';

const firm = await testFirm();
const { server, workspaceId, people, member, ask, alliance, idOf, take } = firm;
const { owner, manager, mei, reader, stranger } = people;

const TODAY = '2026-11-23';
const paper = (text: string, due: string | null, holder: TestPerson | null = null, state = 'open') => ({
  kind: 'action',
  text,
  due,
  holder: holder?.id ?? null,
  organisation: null,
  state,
  outcome: null,
});

async function added(slug: string, content: object, who = manager): Promise<string> {
  const reply = await ask(who, 'POST', `/alliances/${slug}/papers`, content);
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.id;
}
async function today(who: TestPerson = manager, query = `?asOf=${TODAY}`): Promise<TodayAnswer> {
  const reply = await ask(who, 'GET', `/today${query}`);
  if (reply.status !== 200) throw new Error(reply.text);
  return todayRoutes.today.answer.parse(reply.body);
}
/** What is told of one alliance. */
const of = ({ items }: TodayAnswer, slug: string) => items.filter((item) => item.alliance.slug === slug);
const titles = (answer: TodayAnswer, slug: string) =>
  of(answer, slug).map(({ matter }) => (matter.what === 'paper' ? matter.title : matter.what));

describe('today is refused', () => {
  it('to whoever is of another workspace, and of days that there are not', async () => {
    expect((await ask(stranger, 'GET', '/today')).status).toBe(404);
    for (const query of ['?asOf=2026-02-30', '?horizon=-1', '?horizon=367', '?horizon=soon', '?kind=action'])
      expect((await ask(manager, 'GET', `/today${query}`)).status).toBe(400);
  });
});

describe('papers', () => {
  it('are told by their day, with the days that are left, the reader’s own first', async () => {
    const slug = await alliance();
    await added(slug, paper('Late', '2026-11-20'));
    await added(slug, paper('Now', TODAY));
    await added(slug, paper('This week', '2026-11-29'));
    await added(slug, paper('Later', '2026-12-07'));
    await added(slug, paper('Too far off', '2026-12-08'));
    await added(slug, paper('Mine', '2026-12-01', manager));
    const told = of(await today(), slug);
    expect(
      told.map(({ matter, daysLeft, group, isMine }) => [
        matter.what === 'paper' && matter.title,
        daysLeft,
        group,
        isMine,
      ]),
    ).toEqual([
      ['Mine', 8, 'later', true],
      ['Late', -3, 'overdue', false],
      ['Now', 0, 'today', false],
      ['This week', 6, 'week', false],
      ['Later', 14, 'later', false],
    ]);
    expect(told[0]?.people).toEqual([{ id: manager.id, name: 'Manager' }]);
    expect(told[1]?.people).toEqual([]);
    expect(titles(await today(manager, `?asOf=${TODAY}&horizon=15`), slug)).toContain('Too far off');
    expect(titles(await today(manager, `?asOf=${TODAY}&horizon=0`), slug)).toEqual(['Late', 'Now']);
    expect(of(await today(mei), slug).filter(({ isMine }) => isMine)).toEqual([]);
  });

  it('are told as their latest version has them: none that is done, taken away, or due later by now', async () => {
    const slug = await alliance();
    const change = async (id: string, content: object | null) => {
      const path = `/alliances/${slug}/papers/${id}`;
      const reply =
        content === null
          ? await ask(manager, 'DELETE', path, undefined, 1)
          : await ask(manager, 'PATCH', path, content, 1);
      expect(reply.status).toBe(200);
    };
    await change(await added(slug, paper('Done', TODAY)), paper('Done', TODAY, null, 'done'));
    await change(await added(slug, paper('Away', TODAY)), null);
    await change(await added(slug, paper('Put off', TODAY)), paper('Put off', '2027-11-23'));
    await change(await added(slug, paper('Brought forward', '2027-11-23')), paper('Brought forward', TODAY));
    expect(titles(await today(), slug)).toEqual(['Brought forward']);
  });

  it('without a day are counted, and no day is made up', async () => {
    const before = (await today()).undated.papers;
    const slug = await alliance();
    await added(slug, paper('Some day', null));
    await added(slug, paper('Some day of mine', null, manager));
    await added(slug, paper('Never mind', null, manager, 'dropped'));
    const after = await today();
    expect(of(after, slug)).toEqual([]);
    expect(after.undated.papers).toEqual({ mine: before.mine + 1, all: before.all + 2 });
  });

  it('that the reader may not see are neither told nor counted', async () => {
    const hidden = await alliance({ name: 'Hidden', class: 'NEVER' }, owner);
    await added(hidden, paper('Of a hidden alliance', TODAY), owner);
    const slug = await alliance();
    const text = 'What we would walk away at';
    await plantReadableNeverPaper(server.database.superuser, { workspaceId, allianceId: await idOf(slug), text });
    const far = `?asOf=2031-04-01&horizon=0`;
    const [seen, unseen] = [await today(owner, far), await today(reader, far)];
    expect(titles(seen, hidden)).toEqual(['Of a hidden alliance']);
    expect(titles(seen, slug)).toEqual([text]);
    expect([of(unseen, hidden), of(unseen, slug)]).toEqual([[], []]);
    expect(seen.groups.today.all).toBe(unseen.groups.today.all + 1);
    expect(seen.groups.overdue.all).toBe(unseen.groups.overdue.all + 1);
  });

  it('over two hundred are counted, the reader’s own among those that are told', async () => {
    const slug = await alliance();
    const id = await idOf(slug);
    await sql`
      insert into app.paper (workspace_id, alliance_id, id, version, kind, content, due, is_open)
      select ${workspaceId}::uuid, ${id}::uuid, gen_random_uuid(), 1, 'action',
        ${JSON.stringify(paper('One of many', '2020-01-01'))}::jsonb, '2020-01-01', true
      from generate_series(1, 250)`.execute(server.database.superuser);
    await added(slug, paper('Mine', '2020-01-02', mei));
    const { items, groups } = await today(mei, '?asOf=2020-01-03');
    expect(items).toHaveLength(200);
    expect(items[0]).toMatchObject({ isMine: true, matter: { title: 'Mine' } });
    expect(groups.overdue).toMatchObject({ mine: 1, all: 251 });
    await sql`alter table app.paper disable trigger keep_paper`.execute(server.database.superuser);
    await sql`delete from app.paper where alliance_id = ${id}::uuid`.execute(server.database.superuser);
    await sql`alter table app.paper enable trigger keep_paper`.execute(server.database.superuser);
  });
});

describe('lifecycles', () => {
  const first = BEGUN.stage;
  const planned = (due: string | null): Asked => ({ kind: 'planned', on: '2003-11-01', stage: first, due });

  it('tell of the gate that is due, and of whose word is awaited', async () => {
    const slug = await alliance();
    await take(slug, BEGUN, planned('2026-11-01'));
    expect(of(await today(), slug)).toMatchObject([
      {
        matter: { what: 'gate', stage: 'strategy-formation' },
        group: 'overdue',
        daysLeft: -22,
        people: [],
        isMine: false,
      },
    ]);
    await take(slug, planned('2026-11-25'), {
      kind: 'approvers-named',
      on: '2003-11-02',
      stage: first,
      approvers: [mei.id],
    });
    expect(of(await today(mei), slug)).toMatchObject([
      { day: '2026-11-25', group: 'week', isMine: true, people: [{ id: mei.id, name: 'Mei' }] },
    ]);
    const before = (await today(mei)).undated.gates;
    await take(slug, planned(null));
    const after = await today(mei);
    expect(of(after, slug)).toEqual([]);
    expect(after.undated.gates).toEqual({ mine: before.mine + 1, all: before.all + 1 });
  });

  it('tell nothing of a gate that was passed, and nothing once they are given up', async () => {
    const slug = await alliance();
    const now = await take(slug, BEGUN, planned('2026-11-01'));
    expect(of(await today(), slug)).toHaveLength(1);
    expect(now.abilities.giveUp).toBe(true);
    await take(slug, { kind: 'given-up', on: '2003-12-01', reason: 'Too dear' });
    expect(of(await today(), slug)).toEqual([]);
  });

  it('tell of a waiver that ends and of what it let go by, until that is met; it is theirs who gave it', async () => {
    const slug = await alliance();
    const criterion = (await take(slug, BEGUN)).lifecycle?.stages[0]?.criteria[0]?.key ?? '';
    const until = '2026-12-07';
    await take(slug, { kind: 'waived', on: '2003-11-01', stage: first, criterion, reason: 'A fair', until });
    expect(of(await today(), slug)).toMatchObject([
      {
        matter: { what: 'waiver', stage: first, criterion },
        day: '2026-12-07',
        isMine: true,
        people: [{ name: 'Manager' }],
      },
    ]);
    expect(of(await today(mei), slug)[0]?.isMine).toBe(false);
    expect(of(await today(manager, `?asOf=2026-12-08`), slug)).toMatchObject([{ group: 'overdue', daysLeft: -1 }]);
    await take(slug, judged(criterion));
    expect(of(await today(), slug)).toEqual([]);
    await take(slug, judged(criterion, { verdict: 'unmet' }));
    expect(of(await today(), slug)).toHaveLength(1);
  });
});

describe('the term of an alliance', () => {
  it('is told when it can end by then, as the register has it', async () => {
    const ends = async (end: string) => {
      const slug = await alliance({ end });
      return of(await today(), slug);
    };
    expect(await ends('2026-12-01')).toMatchObject([
      { matter: { what: 'term', end: '2026-12-01' }, day: '2026-12-01' },
    ]);
    expect(await ends('2026')).toMatchObject([{ matter: { end: '2026' }, day: '2026-12-31', group: 'later' }]);
    expect(await ends('2026-11')).toMatchObject([{ matter: { end: '2026-11' }, day: '2026-11-30' }]);
    for (const end of ['2026-11-22', '2025', '2026-12-08', '2027', '..', 'unknown']) {
      const made = await ask(manager, 'POST', '/alliances', { name: end, start: '2003', end });
      if (made.status === 201) expect(of(await today(), String(made.body['slug']))).toEqual([]);
      else expect([end, made.status]).toEqual(['unknown', 400]);
    }
  });
});

describe('a request to a partner', () => {
  it('is told until it is answered or closed, to whoever sees what is shared', async () => {
    const world = await sharing('sharing-firm', rooms);
    await world.guestOf('rival-a', 'Anna of A');
    const until = daysAhead(9);
    const { id } = await world.publish([{ partner: 'rival-a' }], { until });
    const asked = await world.asOwner('POST', `/publications/${id}/requests`, {
      kind: 'venture-stakes',
      partner: 'rival-a',
    });
    expect(asked.status).toBe(201);
    const read = async () =>
      todayRoutes.today.answer
        .parse((await world.asOwner('GET', '/today?horizon=0')).body)
        .items.filter(({ matter }) => matter.what === 'request');
    expect(await read()).toMatchObject([
      { isMine: true, day: until, matter: { publication: id, kind: 'venture-stakes', partner: { slug: 'rival-a' } } },
    ]);
    expect((await world.asOwner('DELETE', `/publications/${id}/requests/${asked.id}`)).status).toBeLessThan(300);
    expect(await read()).toEqual([]);
  });

  it('is told of to nobody who reads nothing of what is shared', async () => {
    const contributor = await member('Contributor', 'contributor');
    expect((await today(contributor)).items.filter(({ matter }) => matter.what === 'request')).toEqual([]);
  });
});
