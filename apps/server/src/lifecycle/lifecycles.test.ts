import {
  type AllianceLifecycleAnswer,
  type LifecycleBoardAnswer,
  lifecycleRoutes,
  type LifecycleStepCreation,
} from '@entente/contract/lifecycle';
import type { Role } from '@entente/core/accounts';
import { SEVEN_STAGES } from '@entente/core/lifecycle';
import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditRoom } from '../audit/audit.routes.ts';
import { dismiss, enrol, identifyByHeader, person, type TestPerson } from '../authorisation/test-people.store.ts';
import { inWorkspace } from '../platform/database.ts';
import { registerRoom } from '../register/register.routes.ts';
import type { Reply } from '../register/test-app.ts';
import { testServer } from '../register/test-server.ts';
import { lifecycleRoom } from './lifecycle.routes.ts';

const server = await testServer([registerRoom, lifecycleRoom, auditRoom], identifyByHeader);
const { app, superuser } = server.database;
let workspaceId = '';
let owner: TestPerson;
let manager: TestPerson;
let mei: TestPerson;
let reader: TestPerson;
let stranger: TestPerson;

async function member(name: string, role: Role): Promise<TestPerson> {
  const one = await person(server.database, name);
  await enrol(server.database, workspaceId, one.id, role);
  return one;
}

beforeAll(async () => {
  owner = await person(server.database, 'Owner');
  stranger = await person(server.database, 'Stranger');
  const made = await server.ask('POST', '/workspaces', { name: 'Firm', slug: 'firm' }, owner.headers);
  workspaceId = String(made.body['id']);
  manager = await member('Manager', 'manager');
  mei = await member('Mei', 'contributor');
  reader = await member('Reader', 'reader');
});

type Method = Parameters<typeof server.ask>[0];
const ask = (who: TestPerson, method: Method, path: string, body?: unknown, version?: number): Promise<Reply> =>
  server.ask(method, `/workspaces/firm${path}`, body, {
    ...who.headers,
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  });
/** Past the API: a statement as somebody of the workspace. */
const as = <T>(who: { readonly id: string }, statement: RawBuilder<T>) =>
  inWorkspace(app, { workspaceId, actorId: who.id }, (transaction) => statement.execute(transaction));

let count = 0;
async function alliance(more: Record<string, unknown> = {}, who: TestPerson = manager): Promise<string> {
  count += 1;
  const name = `Alliance ${count}`;
  const made = await ask(who, 'POST', '/alliances', { name, start: '2003', end: '..', ...more });
  if (made.status !== 201) throw new Error(made.text);
  return String(made.body['slug']);
}

type Asked = Partial<LifecycleStepCreation> & { readonly kind: string };
const lifecycleIn = (body: unknown): AllianceLifecycleAnswer => lifecycleRoutes.get.answer.parse(body);
const read = async (who: TestPerson, slug: string, query = ''): Promise<AllianceLifecycleAnswer> =>
  lifecycleIn((await ask(who, 'GET', `/alliances/${slug}/lifecycle${query}`)).body);
const post = (who: TestPerson, slug: string, step: Asked, version: number): Promise<Reply> =>
  ask(who, 'POST', `/alliances/${slug}/lifecycle/steps`, step, version);

/** Takes steps one after another as the manager, on from where the alliance stands. */
async function take(slug: string, ...steps: readonly Asked[]): Promise<AllianceLifecycleAnswer> {
  let now = await read(manager, slug);
  for (const step of steps) {
    const reply = await post(manager, slug, step, now.version);
    if (reply.status !== 201) throw new Error(reply.text);
    now = lifecycleIn(reply.body);
  }
  return now;
}

/** What becomes of the next step. */
async function outcome(slug: string, step: Asked, who: TestPerson = manager): Promise<readonly unknown[]> {
  const { version } = await read(manager, slug);
  const reply = await post(who, slug, step, version);
  expect((await read(manager, slug)).version).toBe(version + (reply.status === 201 ? 1 : 0));
  return [reply.status, reply.body['code']];
}

const BEGUN = { kind: 'begun', on: '2003-10-01', stage: 'strategy-formation', earlier: 'skipped' } as const;
const CRITERIA: readonly string[] = SEVEN_STAGES.stages[0]?.exitCriteria.map(({ key }) => key) ?? [];
const judged = (criterion: string, more: Record<string, unknown> = {}): Asked => ({
  kind: 'judged',
  on: '2003-11-01',
  stage: 'strategy-formation',
  criterion,
  verdict: 'met',
  evidence: 'Minutes of the board',
  ...more,
});
const MET = CRITERIA.map((key) => judged(key));
const waivedStage = (stage: string, more: Record<string, unknown> = {}): Asked => ({
  kind: 'waived',
  on: '2003-11-01',
  stage,
  criterion: null,
  reason: 'Met at a fair',
  until: '2005-01-01',
  ...more,
});
const named = (...who: readonly TestPerson[]): Asked => ({
  kind: 'approvers-named',
  on: '2003-11-02',
  stage: 'strategy-formation',
  approvers: who.map(({ id }) => id),
});
const word = (verdict: 'approved' | 'refused'): Asked => ({
  kind: 'gate-judged',
  on: '2003-11-03',
  stage: 'strategy-formation',
  verdict,
});
const advanced = (stage: string, on = '2003-12-01'): Asked => ({ kind: 'advanced', on, stage });

describe('a step is refused, and nothing is written,', () => {
  it.each<readonly [string, readonly unknown[], readonly Asked[], Asked]>([
    ['before the lifecycle began', [409, 'lifecycle-not-there'], [], advanced('negotiation')],
    ['that begins it again', [409, 'lifecycle-not-there'], [BEGUN], BEGUN],
    ['into a stage that is none', [422, 'stage-unknown'], [], { ...BEGUN, stage: 'courtship' } as Asked],
    ['while the gate is shut', [409, 'gate-shut'], [BEGUN], advanced('partner-selection')],
    ['past a stage that was not gone through', [409, 'stage-skipped'], [BEGUN, ...MET], advanced('negotiation')],
    ['about a criterion of another stage', [422, 'stage-item-unknown'], [BEGUN], judged('consensus')],
    [
      'with a source that is not there',
      [422, 'record-unknown'],
      [BEGUN],
      judged('strategy-formulated', { source: 'nothing' }),
    ],
    [
      'that waives until a day that is past',
      [422, 'waiver-past'],
      [BEGUN],
      waivedStage('negotiation', { until: '2003-11-01' }),
    ],
    [
      'dated before the stage was entered',
      [422, 'step-before-stage'],
      [BEGUN],
      judged('strategy-formulated', { on: '2003-09-30' }),
    ],
    [
      'that moves before what it rests on',
      [422, 'step-before-others'],
      [BEGUN, ...MET],
      advanced('partner-selection', '2003-10-31'),
    ],
    ['dated in the future', [422, 'step-in-future'], [], { ...BEGUN, on: '2999-01-01' } as Asked],
    ['of somebody who is not named for the gate', [409, 'approver-unnamed'], [BEGUN], word('approved')],
    [
      'after the end',
      [409, 'lifecycle-not-there'],
      [BEGUN, { kind: 'given-up', on: '2003-11-01', reason: 'No partner' }],
      advanced('partner-selection'),
    ],
  ])('%s', async (_name, refusal, before, step) => {
    const slug = await alliance();
    await take(slug, ...before);
    expect(await outcome(slug, step)).toEqual(refusal);
  });

  it('that is not the next of what was read, and says where the alliance is by now', async () => {
    const slug = await alliance();
    await take(slug, BEGUN);
    const stale = await post(manager, slug, MET[0] ?? BEGUN, 0);
    expect([stale.status, stale.body['code'], stale.body['currentVersion']]).toEqual([412, 'version-stale', 1]);
    const ahead = await post(manager, slug, MET[0] ?? BEGUN, 2);
    expect(ahead.status).toBe(412);
    const without = await ask(manager, 'POST', `/alliances/${slug}/lifecycle/steps`, MET[0]);
    expect([without.status, without.body['code']]).toEqual([428, 'version-required']);
    expect((await read(manager, slug)).version).toBe(1);
  });

  it('that judges without evidence', async () => {
    const slug = await alliance();
    await take(slug, BEGUN);
    const reply = await post(manager, slug, judged('strategy-formulated', { evidence: '  ' }), 1);
    expect([reply.status, reply.body['errors']]).toMatchObject([
      400,
      [{ pointer: '/evidence', code: 'evidence-missing' }],
    ]);
    expect((await read(manager, slug)).version).toBe(1);
  });

  it('that names as approver a stranger, a reader who may not write, or somebody twice', async () => {
    const slug = await alliance();
    await take(slug, BEGUN);
    expect(await outcome(slug, named(stranger))).toEqual([422, 'approver-unknown']);
    expect(await outcome(slug, named(mei, reader))).toEqual([422, 'approver-unknown']);
    expect(await outcome(slug, named(mei, mei))).toEqual([422, 'approver-repeated']);
  });

  it('from a reader, a stranger, and about an alliance that is not there', async () => {
    const slug = await alliance();
    expect((await post(reader, slug, BEGUN, 0)).status).toBe(404);
    expect((await post(stranger, slug, BEGUN, 0)).status).toBe(404);
    expect((await post(manager, 'nothing', BEGUN, 0)).status).toBe(404);
    expect((await ask(stranger, 'GET', `/alliances/${slug}/lifecycle`)).status).toBe(404);
    const seen = await read(reader, slug);
    expect(seen.abilities).toEqual({ begin: false, step: false, judgeGate: false, end: false, giveUp: false });
  });

  it('whose approver or author the sender would choose', async () => {
    const slug = await alliance();
    await take(slug, BEGUN, named(mei));
    const forged = await post(manager, slug, { ...word('approved'), approver: mei.id } as Asked, 2);
    expect(forged.status).toBe(400);
    expect((await post(manager, slug, { ...word('approved'), by: mei.id } as Asked, 2)).status).toBe(400);
    expect((await read(manager, slug)).version).toBe(2);
  });
});

describe('an alliance', () => {
  it('goes from stage to stage through its gates, and back, and the register follows', async () => {
    const slug = await alliance();
    const stageNow = async () => (await ask(reader, 'GET', `/alliances/${slug}`)).body['stage'];
    const fresh = await ask(manager, 'GET', `/alliances/${slug}/lifecycle`);
    expect([fresh.headers['etag'], lifecycleIn(fresh.body).lifecycle]).toEqual(['"0"', null]);
    await take(slug, BEGUN, ...MET, named(mei));
    expect(await stageNow()).toBe('strategy-formation');
    expect(await outcome(slug, advanced('partner-selection'))).toEqual([409, 'gate-shut']);
    expect(await outcome(slug, word('refused'), mei)).toEqual([201, undefined]);
    expect(await outcome(slug, advanced('partner-selection'))).toEqual([409, 'gate-shut']);
    expect((await read(mei, slug)).abilities.judgeGate).toBe(true);
    expect(await outcome(slug, word('approved'), mei)).toEqual([201, undefined]);
    const now = await take(
      slug,
      {
        kind: 'recorded',
        on: '2003-11-04',
        stage: 'strategy-formation',
        item: 'charter',
        text: 'Three pages, signed by both',
      },
      waivedStage('partner-selection'),
      advanced('negotiation'),
    );
    expect(await stageNow()).toBe('negotiation');
    const { lifecycle } = now;
    expect(lifecycle?.standing).toMatchObject({ stage: 'negotiation', skipped: ['partner-selection'], loops: 0 });
    const [first, second] = lifecycle?.stages ?? [];
    expect(first?.items.find(({ key }) => key === 'charter')?.record).toMatchObject({
      text: 'Three pages, signed by both',
      by: { id: manager.id, name: 'Manager' },
      on: '2003-11-04',
    });
    expect(first?.criteria.map(({ state, verdict }) => [state, verdict?.evidence])).toEqual(
      CRITERIA.map(() => ['met', 'Minutes of the board']),
    );
    expect(first?.approvers).toMatchObject([{ key: mei.id, name: 'Mei', state: 'approved', hasLeft: false }]);
    expect(second?.waiver).toMatchObject({ reason: 'Met at a fair', until: '2005-01-01', isOfStage: true });
    expect(second?.criteria.map(({ state }) => state)).toEqual(['lapsed', 'lapsed']);
    const back = await take(slug, {
      kind: 'revisited',
      on: '2004-02-01',
      stage: 'strategy-formation',
      reason: 'The market has changed',
    });
    expect(await stageNow()).toBe('strategy-formation');
    expect(back.lifecycle?.visits.map(({ stage, from, to }) => [stage, from, to])).toEqual([
      ['strategy-formation', '2003-10-01', '2003-12-01'],
      ['negotiation', '2003-12-01', '2004-02-01'],
      ['strategy-formation', '2004-02-01', null],
    ]);
    expect(back.lifecycle?.standing.loops).toBe(1);
    expect(back.lifecycle?.reported).toContainEqual({ vocabulary: 'sdc', stages: [{ key: 'S', name: 'Seeking' }] });
  });

  it('is read as it stood on a day', async () => {
    const slug = await alliance();
    const now = await take(slug, BEGUN, ...MET, advanced('partner-selection'));
    expect((await read(reader, slug, '?asOf=2003-09-30')).lifecycle).toBeNull();
    const then = await read(reader, slug, '?asOf=2003-10-11');
    expect(then.version).toBe(now.version);
    expect(then.lifecycle?.standing).toMatchObject({ stage: 'strategy-formation', daysInStage: 10, isOpen: false });
    expect(then.lifecycle?.steps.map(({ kind }) => kind)).toEqual(['begun']);
    const later = await read(reader, slug, '?asOf=2003-12-05');
    expect(later.lifecycle?.standing).toMatchObject({ stage: 'partner-selection', daysInStage: 4 });
  });

  it('ends in its last stage through its gate, and nothing more is said of it', async () => {
    const slug = await alliance();
    await take(slug, { ...BEGUN, stage: 'termination', earlier: 'unknown' });
    expect(await outcome(slug, { kind: 'ended', on: '2004-01-01' })).toEqual([409, 'gate-shut']);
    const now = await take(slug, waivedStage('termination'), { kind: 'ended', on: '2004-01-01' });
    expect(now.lifecycle?.state).toBe('ended');
    expect(now.abilities).toMatchObject({ begin: false, step: false, end: false });
    expect(now.lifecycle?.standing.unrecorded).toHaveLength(6);
    expect(await outcome(slug, waivedStage('termination', { on: '2004-01-02' }))).toEqual([409, 'lifecycle-not-there']);
  });

  it('gets the answer of a step again under the same idempotency key, and one step', async () => {
    const slug = await alliance();
    const once = () =>
      server.ask('POST', `/workspaces/firm/alliances/${slug}/lifecycle/steps`, BEGUN, {
        ...manager.headers,
        'if-match': '"0"',
        'idempotency-key': slug,
      });
    const [one, again] = [await once(), await once()];
    expect([one.status, again.status, again.text]).toEqual([201, 201, one.text]);
    expect((await read(manager, slug)).version).toBe(1);
  });
});

describe('two steps at once', () => {
  it.each<readonly [string, Asked]>([
    ['that move', { kind: 'given-up', on: '2003-12-01', reason: 'No partner' }],
    ['that say something', judged('strategy-formulated')],
  ])('%s: exactly one wins', async (_name, step) => {
    const slug = await alliance();
    await take(slug, BEGUN);
    const replies = await Promise.all([manager, mei, owner, manager].map((who) => post(who, slug, step, 1)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 412, 412, 412]);
    expect((await read(manager, slug)).version).toBe(2);
  });

  it('that begin: exactly one wins', async () => {
    const slug = await alliance();
    const replies = await Promise.all([manager, mei, owner].map((who) => post(who, slug, BEGUN, 0)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 412, 412]);
  });

  it('that get past the API: the database takes one', async () => {
    const slug = await alliance();
    const { body } = await ask(manager, 'GET', `/alliances/${slug}`);
    const insert = (kind: string, nth: number) =>
      as(
        manager,
        sql`insert into app.lifecycle_step (workspace_id, alliance_id, nth, kind, day, content)
          values (${workspaceId}, ${String(body['id'])}::uuid, ${nth}, ${kind}, '2003-10-01', '{}')`,
      );
    await insert('begun', 1);
    const settled = await Promise.allSettled([1, 2, 3].map(() => insert('planned', 2)));
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    await expect(insert('planned', 4)).rejects.toThrow('Another step was taken meanwhile');
  });
});

describe('an approver who leaves the workspace', () => {
  it('holds the gate shut until others are named', async () => {
    const ken = await member('Ken', 'contributor');
    const slug = await alliance();
    await take(slug, BEGUN, ...MET, named(mei, ken));
    await outcome(slug, word('approved'), mei);
    await dismiss(server.database, workspaceId, ken.id);
    const [first] = (await read(manager, slug)).lifecycle?.stages ?? [];
    expect(first?.approvers.map(({ state, hasLeft }) => [state, hasLeft])).toEqual([
      ['approved', false],
      ['awaited', true],
    ]);
    expect((await post(ken, slug, word('approved'), 5)).status).toBe(404);
    expect(await outcome(slug, advanced('partner-selection'))).toEqual([409, 'gate-shut']);
    expect(await outcome(slug, named(mei, ken))).toEqual([422, 'approver-unknown']);
    await take(slug, named(mei));
    expect(await outcome(slug, advanced('partner-selection'))).toEqual([201, undefined]);
  });
});

describe('what is hidden', () => {
  it('of an alliance of the clean team is seen by nobody else, on no page', async () => {
    const slug = await alliance({ name: 'Hidden venture', class: 'CLEAN' }, owner);
    const hidden = await ask(owner, 'GET', `/alliances/${slug}`);
    expect((await post(owner, slug, BEGUN, 0)).status).toBe(201);
    for (const who of [manager, mei, reader]) {
      expect((await ask(who, 'GET', `/alliances/${slug}/lifecycle`)).status).toBe(404);
      expect((await post(who, slug, MET[0] ?? BEGUN, 1)).status).toBe(404);
      expect((await ask(who, 'GET', '/lifecycles')).text).not.toContain('Hidden venture');
      const { rows } = await as(
        who,
        sql`select from app.lifecycle_step where alliance_id = ${String(hidden.body['id'])}::uuid`,
      );
      expect(rows).toEqual([]);
    }
    const board = await ask(owner, 'GET', '/lifecycles');
    expect(board.text).toContain('Hidden venture');
    const refused = await post(owner, slug, named(mei), 1);
    expect([refused.status, refused.body['code']]).toEqual([422, 'approver-unknown']);
  });

  it('is a source that the reader may not see, with the place in it', async () => {
    const made = await ask(manager, 'POST', '/sources', {
      key: 'board-paper',
      kind: 'document',
      title: 'Board paper',
      class: 'NEVER',
    });
    expect(made.status).toBe(201);
    const slug = await alliance();
    const now = await take(slug, BEGUN, judged('strategy-formulated', { source: 'board-paper', place: 'p. 3' }));
    const verdictIn = ({ lifecycle }: AllianceLifecycleAnswer) =>
      lifecycle?.stages[0]?.criteria.find(({ key }) => key === 'strategy-formulated')?.verdict;
    expect(verdictIn(now)).toMatchObject({ source: 'board-paper', place: 'p. 3' });
    const seen = await read(reader, slug);
    expect(verdictIn(seen)).toMatchObject({ source: null, place: null, evidence: 'Minutes of the board' });
    expect(JSON.stringify(seen)).not.toContain('p. 3');
  });
});

describe('the board', () => {
  const boardOf = async (who: TestPerson, query = ''): Promise<LifecycleBoardAnswer> =>
    lifecycleRoutes.board.answer.parse((await ask(who, 'GET', `/lifecycles${query}`)).body);

  it('tells of each alliance where it stands and what its gate waits for, and of those that have no lifecycle', async () => {
    const [slug, bare] = [await alliance(), await alliance()];
    await take(slug, BEGUN, named(mei), {
      kind: 'planned',
      on: '2003-11-02',
      stage: 'strategy-formation',
      due: '2003-11-20',
    });
    await take(slug, {
      kind: 'waived',
      on: '2003-11-03',
      stage: 'strategy-formation',
      criterion: 'strategy-formulated',
      reason: 'Later',
      until: '2003-11-25',
    });
    const board = await boardOf(reader, '?asOf=2003-12-01');
    expect(board.alliances.find((card) => card.slug === slug)).toMatchObject({
      state: 'open',
      stage: 'strategy-formation',
      since: '2003-10-01',
      daysInStage: 61,
      due: '2003-11-20',
      daysOverdue: 11,
      open: 2,
      lapsed: 1,
      unmet: 0,
      skipped: [],
      loops: 0,
      gate: { isOpen: false, awaited: [{ key: mei.id, name: 'Mei' }] },
    });
    expect(board.without.alliances.map((one) => one.slug)).toContain(bare);
    expect(board.without.alliances.map((one) => one.slug)).not.toContain(slug);
    const earlier = await boardOf(reader, '?asOf=2003-09-01');
    expect(earlier.without.alliances.map((one) => one.slug)).toContain(slug);
  });

  it('sets endings against skipped stages, without alliances whose beginnings are unrecorded', async () => {
    const before = await boardOf(reader);
    const over = { end: '2004', ending: 'failed' };
    const [one, other, unknown] = [await alliance(over), await alliance(over), await alliance(over)];
    await take(one, { ...BEGUN, stage: 'negotiation' });
    await take(other, { ...BEGUN, stage: 'negotiation' });
    await take(unknown, { ...BEGUN, stage: 'negotiation', earlier: 'unknown' });
    const failedOf = ({ endings }: LifecycleBoardAnswer, skipped: number): number =>
      endings.find((row) => row.skipped === skipped)?.endings.failed ?? 0;
    const after = await boardOf(reader);
    expect([failedOf(after, 2) - failedOf(before, 2), failedOf(after, 0) - failedOf(before, 0)]).toEqual([2, 0]);
  });
});

describe('the template', () => {
  it('is read with its words, its sources and the cross-walk', async () => {
    const reply = await ask(reader, 'GET', '/lifecycle-template');
    const { template, vocabularies, crossWalk } = lifecycleRoutes.template.answer.parse(reply.body);
    expect(template.stages).toHaveLength(7);
    expect(template.stages.every(({ source }) => source.source === '002')).toBe(true);
    expect(vocabularies.map(({ key }) => key)).toEqual(['asap', 'iso-44001', 'sdc']);
    expect(crossWalk['design']?.['asap']).toEqual(['planning', 'structuring']);
    expect((await ask(stranger, 'GET', '/lifecycle-template')).status).toBe(404);
  });
});

describe('every transition', () => {
  it('is in the history of the alliance, and in the audit without its words', async () => {
    const slug = await alliance();
    await take(
      slug,
      BEGUN,
      ...MET,
      waivedStage('partner-selection', { reason: 'Secret reason' }),
      advanced('negotiation'),
    );
    const { id } = (await ask(manager, 'GET', `/alliances/${slug}`)).body;
    const { rows: claims } = await sql<{ value: string }>`
      select value from app.claim where subject_id = ${String(id)}::uuid and field = 'stage'`.execute(superuser);
    expect(claims.map(({ value }) => value)).toEqual(['negotiation']);
    const changes = (await ask(manager, 'GET', `/changes?record=alliance:${slug}`)).body['items'];
    expect((changes as { command: string }[]).map(({ command }) => command)).toEqual([
      'take-lifecycle-step',
      'take-lifecycle-step',
      'create-alliance',
    ]);
    const { rows: steps } = await sql<{ id: string; kind: string }>`
      select id, kind from app.lifecycle_step where alliance_id = ${String(id)}::uuid order by nth`.execute(superuser);
    const { rows } = await sql<{ content: string }>`
      select content from app.audit_entry where action = 'lifecycle' order by sequence`.execute(superuser);
    const entries = rows.map(({ content }) => JSON.parse(content) as Record<string, unknown>);
    const ours = entries.filter(({ lifecycleStep }) => steps.some((step) => step.id === lifecycleStep));
    expect(ours.map(({ stepKind }) => stepKind)).toEqual(steps.map(({ kind }) => kind));
    expect(ours.map(({ stage }) => stage)).toEqual([
      'strategy-formation',
      'strategy-formation',
      'strategy-formation',
      'partner-selection',
      'negotiation',
    ]);
    expect(rows.map(({ content }) => content).join()).not.toContain('Secret reason');
    const audited = await ask(owner, 'GET', '/audit?limit=500');
    expect(audited.status).toBe(200);
    const proof = await ask(owner, 'POST', '/audit/verification', {});
    expect(proof.body['faults']).toEqual([]);
  });
});

describe('the database by itself', () => {
  it('changes and removes no step, whoever asks', async () => {
    const slug = await alliance();
    await take(slug, BEGUN);
    await expect(as(manager, sql`update app.lifecycle_step set day = '2000-01-01'`)).rejects.toThrow(
      'permission denied',
    );
    await expect(as(manager, sql`delete from app.lifecycle_step`)).rejects.toThrow('permission denied');
    const kept = 'A step that was taken stays as it is';
    await expect(sql`update app.lifecycle_step set day = '2000-01-01'`.execute(superuser)).rejects.toThrow(kept);
    await expect(sql`delete from app.lifecycle_step`.execute(superuser)).rejects.toThrow(kept);
  });

  it('says itself who took a step and who approved, whatever the statement says', async () => {
    const slug = await alliance();
    const id = String((await ask(manager, 'GET', `/alliances/${slug}`)).body['id']);
    const insert = (nth: number, kind: string) =>
      as(
        mei,
        sql`insert into app.lifecycle_step (workspace_id, alliance_id, nth, kind, day, content, actor_id, actor_name, recorded_at)
          values (${workspaceId}, ${id}::uuid, ${nth}, ${kind}, '2003-10-01',
            ${JSON.stringify({ stage: 'negotiation', approver: manager.id })}::jsonb, ${manager.id}, 'Manager', '2000-01-01')`,
      );
    await insert(1, 'begun');
    await insert(2, 'gate-judged');
    const { rows } = await sql<{ actor: string; name: string; approver: string; fresh: boolean }>`
      select actor_id as actor, actor_name as name, content->>'approver' as approver, recorded_at > '2020-01-01' as fresh
      from app.lifecycle_step where alliance_id = ${id}::uuid and nth = 2`.execute(superuser);
    expect(rows).toEqual([{ actor: mei.id, name: 'Mei', approver: mei.id, fresh: true }]);
  });

  it('gives every step the class of the first, and none of a class that is shared', async () => {
    const slug = await alliance();
    const id = String((await ask(manager, 'GET', `/alliances/${slug}`)).body['id']);
    const insert = (nth: number, recordClass: string) =>
      as(
        manager,
        sql`insert into app.lifecycle_step (workspace_id, alliance_id, nth, class, kind, day, content)
          values (${workspaceId}, ${id}::uuid, ${nth}, ${recordClass}::app.class, ${nth === 1 ? 'begun' : 'planned'}, '2003-10-01', '{}')`,
      );
    await expect(insert(1, 'SHAREABLE')).rejects.toThrow('lifecycle_step_class');
    await insert(1, 'NEVER');
    await insert(2, 'INTERNAL');
    const { rows } = await sql`select class from app.lifecycle_step where alliance_id = ${id}::uuid`.execute(superuser);
    expect(rows).toEqual([{ class: 'NEVER' }, { class: 'NEVER' }]);
    expect(await ask(mei, 'GET', '/lifecycles').then(({ status }) => status)).toBe(200);
    const again = await post(mei, slug, BEGUN, 0);
    expect([again.status, again.body['code']]).toEqual([412, 'version-stale']);
    const { rows: kinds } = await sql`select class from app.record_kind where kind = 'lifecycle'`.execute(superuser);
    expect(kinds).toEqual([{ class: 'NEVER' }]);
  });
});
