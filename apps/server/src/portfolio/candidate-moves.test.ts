import { candidateMoveRoutes, type KeptMoveAnswer, type KeptMovesAnswer } from '@entente/contract/portfolio';
import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditRoom } from '../audit/audit.routes.ts';
import { enrol, identifyByHeader, person, type TestPerson } from '../authorisation/test-people.store.ts';
import { configurationFrom } from '../platform/configuration.ts';
import { inWorkspace } from '../platform/database.ts';
import { shippedLibrary } from '../register/case-library.ts';
import { createDemoWorkspace, localCaller } from '../register/demo.commands.ts';
import { registerRoom } from '../register/register.routes.ts';
import { testServer } from '../register/test-server.ts';
import { portfolioRoom } from './portfolio.routes.ts';

const server = await testServer([registerRoom, portfolioRoom, auditRoom], identifyByHeader);
const { app, superuser } = server.database;
let workspaceId = '';
let manager: TestPerson;
let contributor: TestPerson;
let reader: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  const configuration = configurationFrom({ ENTENTE_DEMO: '1' });
  if (!configuration.ok) throw new Error('the default configuration holds');
  const { rows } = shippedLibrary(configuration.value.projectFolder);
  await createDemoWorkspace(
    await localCaller(app, '2026-11-22'),
    () => Promise.resolve(rows),
    () => Promise.resolve(),
  );
  [manager, contributor, reader, stranger] = (await Promise.all(
    ['Manager', 'Contributor', 'Reader', 'Stranger'].map((name) => person(server.database, name)),
  )) as [TestPerson, TestPerson, TestPerson, TestPerson];
  const found = await sql<{ id: string }>`select id from app.workspace where slug = 'demo'`.execute(superuser);
  workspaceId = found.rows[0]?.id ?? '';
  await enrol(server.database, workspaceId, manager.id, 'manager');
  await enrol(server.database, workspaceId, contributor.id, 'contributor');
  await enrol(server.database, workspaceId, reader.id, 'reader');
});

type Method = Parameters<typeof server.ask>[0];
const ask = (who: TestPerson, method: Method, path: string, body?: unknown, version?: number) =>
  server.ask(method, `/workspaces/demo${path}`, body, {
    ...who.headers,
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  });
const moveOf = (body: unknown): KeptMoveAnswer => candidateMoveRoutes.keep.answer.parse(body);
const listed = async (who: TestPerson, firm = 'cmc'): Promise<KeptMovesAnswer> =>
  candidateMoveRoutes.list.answer.parse((await ask(who, 'GET', `/candidate-moves?organisation=${firm}`)).body);
/** Past the API: a statement as somebody of the workspace. */
const as = <T>(who: { readonly id: string }, statement: RawBuilder<T>) =>
  inWorkspace(app, { workspaceId, actorId: who.id }, (transaction) => statement.execute(transaction));

const MOVE = {
  partner: { organisation: 'gaig' },
  form: 'joint-venture',
  start: '2027-04',
  ownShare: '40',
  partnerShare: '60',
  resources: [
    { kind: 'technology', subject: 'suv-models' },
    { kind: 'capital', subject: 'equity-capital' },
  ],
  domain: { product: 'suv', market: 'china', region: null },
};

async function kept(move: Record<string, unknown> = {}, more: Record<string, unknown> = {}): Promise<KeptMoveAnswer> {
  const reply = await ask(manager, 'POST', '/candidate-moves', {
    firm: { organisation: 'cmc' },
    move: { ...MOVE, ...move },
    ...more,
  });
  if (reply.status !== 201) throw new Error(reply.text);
  return moveOf(reply.body);
}

const turned = (move: KeptMoveAnswer, body: unknown = {}, who = manager) =>
  ask(who, 'POST', `/candidate-moves/${move.id}/alliance`, body, move.version);

describe('a candidate move', () => {
  it('is kept with who and when, as it was told, and is never shared', async () => {
    const { id } = await kept();
    const found = (await listed(manager)).items.find((move) => move.id === id);
    expect(found).toMatchObject({
      class: 'NEVER',
      state: 'kept',
      partner: { kind: 'organisation', record: { slug: 'gaig' } },
      ownShare: '40',
      resources: MOVE.resources,
      domain: MOVE.domain,
      by: { id: manager.id, name: 'Manager' },
      abilities: { change: true, turn: true },
    });
    expect((await listed(manager, 'lioho')).items).toEqual([]);
  });

  it('is there for nobody who does not read its class, and changed by nobody who does not write', async () => {
    const secret = await kept();
    const internal = await kept({}, { class: 'INTERNAL' });
    const idsOf = async (who: TestPerson) => (await listed(who)).items.map(({ id }) => id);
    expect(await idsOf(contributor)).toContain(internal.id);
    expect(await idsOf(contributor)).not.toContain(secret.id);
    expect((await listed(reader)).abilities).toEqual({ keep: false, classes: [] });
    expect((await listed(contributor)).abilities).toEqual({ keep: true, classes: ['INTERNAL'] });
    const change = (who: TestPerson, { id }: KeptMoveAnswer) =>
      ask(who, 'PATCH', `/candidate-moves/${id}`, { state: 'discarded' }, 1);
    expect((await change(reader, internal)).status).toBe(404);
    expect((await change(contributor, secret)).status).toBe(404);
    expect((await ask(stranger, 'GET', '/candidate-moves')).status).toBe(404);
    expect((await turned(secret, {}, contributor)).status).toBe(404);
    const refused = await ask(contributor, 'POST', '/candidate-moves', {
      firm: { organisation: 'cmc' },
      move: MOVE,
      class: 'NEVER',
    });
    expect([refused.status, refused.body['code']]).toEqual([422, 'value-refused']);
  });

  it('is discarded, and the discarding taken back; each step on the version that was read', async () => {
    const { id } = await kept();
    const change = (state: string, version: number) =>
      ask(manager, 'PATCH', `/candidate-moves/${id}`, { state }, version);
    expect(moveOf((await change('discarded', 1)).body)).toMatchObject({ state: 'discarded', version: 2 });
    expect((await change('kept', 1)).body['code']).toBe('version-stale');
    expect((await ask(manager, 'POST', `/candidate-moves/${id}/alliance`, {}, 2)).body['code']).toBe(
      'candidate-settled',
    );
    expect(moveOf((await change('kept', 2)).body)).toMatchObject({ state: 'kept', version: 3 });
  });

  it('names a partner outside the firm, and one that is there', async () => {
    const keep = (firm: unknown, partner: unknown) =>
      ask(manager, 'POST', '/candidate-moves', { firm, move: { ...MOVE, partner } });
    const own = await keep({ organisation: 'cmc' }, { organisation: 'cmc' });
    expect([own.status, own.body['code']]).toEqual([422, 'candidate-own']);
    expect((await keep({ organisation: 'cmc' }, { organisation: 'nobody' })).body['code']).toBe('record-unknown');
    expect((await keep({ organisation: 'nobody' }, { organisation: 'gaig' })).body['code']).toBe('record-unknown');
  });
});

describe('a candidate move that is turned into an alliance', () => {
  const rowsOf = async (collection: string, alliance: string) =>
    (await ask(manager, 'GET', `/${collection}?alliance=${alliance}`)).body['items'] as Record<string, unknown>[];

  it('is one change: alliance, venture, members, stakes, resources and domain, in the first stage', async () => {
    const reply = await turned(await kept());
    const move = moveOf(reply.body);
    const slug = move.alliance?.slug ?? '';
    expect([reply.status, move.state, move.abilities.turn]).toEqual([201, 'turned', false]);
    const alliance = (await ask(manager, 'GET', `/alliances/${slug}`)).body;
    expect(alliance).toMatchObject({
      form: 'joint-venture',
      stage: 'strategy-formation',
      status: null,
      start: '2027-04',
      end: '..',
      class: 'NEVER',
      venture: { name: alliance['name'] },
    });
    const members = await rowsOf('memberships', slug);
    expect(members.map((row) => (row['organisation'] as { slug: string }).slug).sort()).toEqual(['cmc', 'gaig']);
    const stakes = await rowsOf('stakes', slug);
    expect(stakes.map((row) => [(row['holder'] as { slug: string }).slug, row['share']]).sort()).toEqual([
      ['cmc', '40'],
      ['gaig', '60'],
    ]);
    expect((await rowsOf('resources', slug)).map((row) => row['subject']).sort()).toEqual([
      'equity-capital',
      'suv-models',
    ]);
    expect((await rowsOf('domains', slug))[0]).toMatchObject({ product: 'suv', market: 'china', region: null });
    const { rows: sources } = await sql<{ kind: string }>`
      select distinct s.kind from app.claim c join app.source s on s.workspace_id = c.workspace_id and s.id = c.source_id
      where c.subject_id = ${String(alliance['id'])}::uuid`.execute(superuser);
    expect(sources).toEqual([{ kind: 'entry' }]);
  });

  it('comes back whole when the change is undone, and can be turned anew', async () => {
    const before = await ask(manager, 'GET', '/organisations?limit=1');
    const move = await kept({ partner: { name: 'A firm of nowhere' } });
    const reply = await turned(move);
    const change = String(reply.headers['entente-change']);
    const again = await turned(moveOf(reply.body));
    expect([again.status, again.body['code']]).toEqual([409, 'candidate-settled']);
    expect((await ask(manager, 'POST', `/changes/${change}/undo`, {})).status).toBe(201);
    const after = await ask(manager, 'GET', '/organisations?limit=1');
    expect(after.body['total']).toEqual(before.body['total']);
    const open = (await listed(manager)).items.find(({ id }) => id === move.id);
    expect(open).toMatchObject({ state: 'kept', alliance: null });
    expect((await turned(open ?? move)).status).toBe(201);
  });

  it('is refused whole where the register refuses a part, and leaves nothing behind', async () => {
    const count = async () => (await ask(manager, 'GET', '/alliances?limit=1')).body['total'];
    const before = await count();
    const move = await kept({ ownShare: '60', partnerShare: '60' });
    const reply = await turned(move);
    expect([reply.status, reply.body['code']]).toEqual([422, 'stakes-over-100']);
    expect(await count()).toEqual(before);
    expect((await listed(manager)).items.find(({ id }) => id === move.id)).toMatchObject({ state: 'kept', version: 1 });
  });

  it('puts minority stakes across, and asks which organisation of a house is the member', async () => {
    const across = await kept({
      form: 'minority-stake',
      ownShare: null,
      partnerShare: '5',
      partner: { name: 'Across' },
    });
    const slug = moveOf((await turned(across)).body).alliance?.slug ?? '';
    const [stake] = await rowsOf('stakes', slug);
    expect(stake).toMatchObject({ issuer: { slug: 'cmc' }, holder: { name: 'Across' }, share: '5' });
    const toyota = await kept({ partner: { house: 'toyota' }, ownShare: null, partnerShare: null });
    expect(toyota.partner.members.length).toBeGreaterThan(1);
    const unclear = await turned(toyota);
    expect([unclear.status, unclear.body['code']]).toEqual([422, 'candidate-member-unclear']);
    const partner = toyota.partner.members[0]?.slug;
    const move = moveOf((await turned(toyota, { partner, class: 'INTERNAL', name: 'With the house' })).body);
    expect(move.alliance?.name).toBe('With the house');
    expect((await ask(contributor, 'GET', `/alliances/${move.alliance?.slug ?? ''}`)).status).toBe(200);
    expect(await rowsOf('stakes', move.alliance?.slug ?? '')).toEqual([]);
  });
});

describe('the database by itself', () => {
  it('takes no candidate move of a class that is shared, and no share that points at one', async () => {
    const insert = (recordClass: string) =>
      as(
        manager,
        sql`insert into app.candidate_move (workspace_id, class, organisation_id, content)
          select workspace_id, ${recordClass}::app.class, id, '{}' from app.organisation where slug = 'cmc'`,
      );
    await expect(insert('SHAREABLE')).rejects.toThrow('candidate_move_class');
    await expect(insert('CLEAN')).rejects.toThrow(/candidate_move_class|row-level security/);
    const { rows } = await sql<{ class: string }>`
      select class from app.record_kind where kind = 'candidate-move'`.execute(superuser);
    expect(rows).toEqual([{ class: 'NEVER' }]);
  });

  it('leaves what a move says as it was kept', async () => {
    const { id } = await kept();
    await expect(as(manager, sql`update app.candidate_move set content = '{}' where id = ${id}::uuid`)).rejects.toThrow(
      'permission denied',
    );
  });

  it('tells the audit who kept, discarded and turned, and nothing of with whom', async () => {
    const move = await kept({ partner: { name: 'Secret partner' }, ownShare: null, partnerShare: null });
    await ask(manager, 'PATCH', `/candidate-moves/${move.id}`, { state: 'discarded' }, 1);
    await ask(manager, 'PATCH', `/candidate-moves/${move.id}`, { state: 'kept' }, 2);
    await turned({ ...move, version: 3 });
    const { rows } = await sql<{ content: string }>`
      select content from app.audit_entry where action = 'candidate' order by sequence`.execute(superuser);
    const states = rows
      .map(({ content }) => JSON.parse(content) as { candidate: string; state: string })
      .filter(({ candidate }) => candidate === move.id)
      .map(({ state }) => state);
    expect(states).toEqual(['kept', 'discarded', 'kept', 'turned']);
    expect(rows.map(({ content }) => content).join()).not.toContain('Secret partner');
  });
});
