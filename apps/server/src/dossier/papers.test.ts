import { paperRoutes, type PaperWithVersionsAnswer } from '@entente/contract/dossier';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { dismiss } from '../authorisation/test-people.store.ts';
import { testFirm } from '../lifecycle/test-lifecycles.ts';
import type { Reply } from '../register/test-app.ts';

const { server, workspaceId, people, member, ask, as, alliance, idOf } = await testFirm();
const { owner, manager, mei, reader, stranger } = people;

const ACT = {
  kind: 'action',
  text: 'Send the drawings',
  due: '2026-12-01',
  holder: null,
  organisation: null,
  state: 'open',
  outcome: null,
} as const;
const NOBODY = '00000000-0000-4000-8000-000000000000';
const paperIn = (reply: Reply): PaperWithVersionsAnswer => paperRoutes.get.answer.parse(reply.body);

async function added(slug: string, content: Record<string, unknown> = ACT): Promise<PaperWithVersionsAnswer> {
  const reply = await ask(manager, 'POST', `/alliances/${slug}/papers`, content);
  if (reply.status !== 201) throw new Error(reply.text);
  return paperIn(reply);
}
const listed = async (path: string, who = manager): Promise<readonly unknown[]> =>
  paperRoutes.list.answer.parse((await ask(who, 'GET', path)).body).items.map(({ content }) => content);

describe('a paper is refused, and nothing is written,', () => {
  it.each<readonly [string, Record<string, unknown>, number, string]>([
    ['of a kind that there is not', { ...ACT, kind: 'poem' }, 400, 'request-invalid'],
    ['that names somebody who is no member', { ...ACT, holder: stranger.id }, 422, 'record-unknown'],
    ['that names an organisation that is not there', { ...ACT, organisation: NOBODY }, 422, 'record-unknown'],
    ['with a day that there is not', { ...ACT, due: '2026-02-30' }, 400, 'request-invalid'],
  ])('%s', async (_name, content, status, code) => {
    const slug = await alliance();
    const reply = await ask(manager, 'POST', `/alliances/${slug}/papers`, content);
    expect([reply.status, reply.body['code']]).toEqual([status, code]);
    expect(await listed(`/alliances/${slug}/papers`)).toEqual([]);
  });

  it('of a reader, and of whoever is of another workspace', async () => {
    const slug = await alliance();
    expect((await ask(reader, 'POST', `/alliances/${slug}/papers`, ACT)).status).toBe(404);
    expect((await ask(stranger, 'POST', `/alliances/${slug}/papers`, ACT)).status).toBe(404);
    expect(await listed(`/alliances/${slug}/papers`)).toEqual([]);
  });

  it('on a version that is not the latest, of two at once one', async () => {
    const slug = await alliance();
    const { id } = await added(slug);
    const path = `/alliances/${slug}/papers/${id}`;
    const replies = await Promise.all(['One', 'Other'].map((text) => ask(manager, 'PATCH', path, { ...ACT, text }, 1)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await ask(manager, 'PATCH', path, ACT)).status).toBe(428);
    expect(paperIn(await ask(manager, 'GET', path)).version).toBe(2);
  });

  it('past the API: changed, taken out, moved to another alliance, of a class that its kind has not', async () => {
    const [slug, other] = [await alliance(), await alliance()];
    const { id } = await added(slug);
    const refused = { code: '42501' };
    await expect(as(manager, sql`update app.paper set due = null where id = ${id}`)).rejects.toMatchObject(refused);
    await expect(as(manager, sql`delete from app.paper where id = ${id}`)).rejects.toMatchObject(refused);
    const write = (more: { of?: string; kind?: string; class?: string; version?: number }) =>
      as(
        manager,
        sql`insert into app.paper (workspace_id, alliance_id, id, version, kind, class, content)
          values (${workspaceId}, ${more.of ?? NOBODY}, ${id}, ${more.version ?? 2}, ${more.kind ?? 'action'},
            ${more.class ?? 'INTERNAL'}::app.class, '{}')`,
      );
    const [here, there] = [await idOf(slug), await idOf(other)];
    await expect(write({ of: there })).rejects.toMatchObject({ constraint: 'paper_kept' });
    await expect(write({ of: here, version: 4 })).rejects.toMatchObject({ constraint: 'paper_next' });
    await expect(write({ of: here, class: 'NEVER' })).rejects.toMatchObject({ constraint: 'paper_class' });
    await expect(write({ of: NOBODY, version: 1 })).rejects.toThrow();
    await expect(
      server.database.superuser
        .insertInto('app.paper' as never)
        .values({ workspace_id: workspaceId, alliance_id: here, id: NOBODY, version: 1, kind: 'negotiation' } as never)
        .execute(),
    ).rejects.toMatchObject({ constraint: 'paper_class' });
  });
});

describe('a paper', () => {
  it('is written, changed, taken away and brought back; every version stays', async () => {
    const slug = await alliance();
    const { id, version, content } = await added(slug);
    expect([version, content]).toMatchObject([1, { text: 'Send the drawings', state: 'open' }]);
    const path = `/alliances/${slug}/papers/${id}`;
    const done = { ...ACT, state: 'done', outcome: 'Sent' };
    expect(paperIn(await ask(mei, 'PATCH', path, done, 1))).toMatchObject({ version: 2, isOpen: false });
    expect(paperIn(await ask(manager, 'DELETE', path, undefined, 2))).toMatchObject({ version: 3, content: null });
    expect(await listed(`/alliances/${slug}/papers`)).toEqual([]);
    const back = paperIn(await ask(manager, 'PATCH', path, ACT, 3));
    expect(back.versions.map((each) => [each.version, each.content?.kind ?? null, each.by.name])).toEqual([
      [4, 'action', 'Manager'],
      [3, null, 'Manager'],
      [2, 'action', 'Mei'],
      [1, 'action', 'Manager'],
    ]);
    expect(await listed(`/alliances/${slug}/papers`)).toMatchObject([{ state: 'open' }]);
  });

  it('keeps naming who has left, and says that they have', async () => {
    const slug = await alliance();
    const leaver = await member('Leaver', 'contributor');
    const { id } = await added(slug, { ...ACT, holder: leaver.id });
    await dismiss(server.database, workspaceId, leaver.id);
    const path = `/alliances/${slug}/papers/${id}`;
    const changed = paperIn(await ask(manager, 'PATCH', path, { ...ACT, text: 'Anew', holder: leaver.id }, 1));
    expect(changed.people).toMatchObject([{ id: leaver.id, hasLeft: true }]);
    const reply = await ask(manager, 'POST', `/alliances/${slug}/papers`, { ...ACT, holder: leaver.id });
    expect([reply.status, reply.body['code']]).toEqual([422, 'record-unknown']);
  });

  it('is listed across alliances by what is due first, those that are open alone where that is asked', async () => {
    const [one, other] = [await alliance(), await alliance()];
    await added(one, { ...ACT, text: 'Later', due: '2030-01-02' });
    await added(other, { ...ACT, text: 'Sooner', due: '2030-01-01' });
    await added(other, { ...ACT, text: 'Done', due: '2029-01-01', state: 'done' });
    await added(other, { ...ACT, text: 'Some day', due: null });
    const texts = (await listed('/papers?open=true&kind=action')).map((each) => (each as { text: string }).text);
    const mine = ['Later', 'Sooner', 'Done', 'Some day'];
    expect(texts.filter((text) => mine.includes(text))).toEqual(['Sooner', 'Later', 'Some day']);
    const until = (await listed('/papers?until=2030-01-01')).map((each) => (each as { text: string }).text);
    expect(until.filter((text) => mine.includes(text))).toEqual(['Done', 'Sooner']);
    expect((await ask(manager, 'GET', '/papers?kind=poem')).status).toBe(400);
  });

  it('is told to the audit by kind and version, without its words', async () => {
    const slug = await alliance();
    const { id } = await added(slug, { ...ACT, text: 'Sentinel of the audit' });
    const { text, body } = await ask(owner, 'GET', '/audit');
    expect(text).not.toContain('Sentinel');
    const [entry] = body['items'] as readonly Record<string, unknown>[];
    expect(entry).toMatchObject({ action: 'paper', paper: id, paperKind: 'action', version: 1, takenAway: false });
  });
});
