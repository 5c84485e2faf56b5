import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { dismiss } from '../authorisation/test-people.store.ts';
import {
  advanced,
  type Asked,
  BEGUN,
  CRITERIA,
  judged,
  MET,
  named,
  testFirm,
  waivedStage,
  word,
} from './test-lifecycles.ts';

const { server, workspaceId, people, member, ask, as, alliance, idOf, read, post, take, outcome } = await testFirm();
const { owner, manager, mei, reader, stranger } = people;

describe('a step is refused, and nothing is written,', () => {
  it.each<readonly [string, readonly unknown[], readonly Asked[], Asked]>([
    ['before the lifecycle began', [409, 'lifecycle-not-there'], [], advanced('negotiation')],
    ['that begins it again', [409, 'lifecycle-not-there'], [BEGUN], BEGUN],
    ['into a stage that is none', [422, 'stage-unknown'], [], { ...BEGUN, stage: 'courtship' }],
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
    ['dated in the future', [422, 'step-in-future'], [], { ...BEGUN, on: '2999-01-01' }],
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
    const forged = await post(manager, slug, { ...word('approved'), approver: mei.id } as object as Asked, 2);
    expect(forged.status).toBe(400);
    expect((await post(manager, slug, { ...word('approved'), by: mei.id } as object as Asked, 2)).status).toBe(400);
    expect((await read(manager, slug)).version).toBe(2);
  });
});

describe('an alliance', () => {
  it('goes from stage to stage through its gates, and back, and the register follows', async () => {
    const slug = await alliance();
    const stageNow = async () => (await ask(reader, 'GET', `/alliances/${slug}`)).body['stage'];
    const fresh = await ask(manager, 'GET', `/alliances/${slug}/lifecycle`);
    expect([fresh.headers['etag'], fresh.body['lifecycle']]).toEqual(['"0"', null]);
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
    ['that move', { kind: 'revisited', on: '2003-12-01', stage: 'partner-selection', reason: 'No agreement' }],
    ['that end', { kind: 'given-up', on: '2003-12-01', reason: 'No agreement' }],
    ['that say something', judged('strategy-formulated')],
  ])('%s: exactly one wins', async (_name, step) => {
    const slug = await alliance();
    await take(slug, { ...BEGUN, stage: 'negotiation' });
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
    const id = await idOf(slug);
    const insert = (kind: string, nth: number) =>
      as(
        manager,
        sql`insert into app.lifecycle_step (workspace_id, alliance_id, nth, kind, day, content)
          values (${workspaceId}, ${id}::uuid, ${nth}, ${kind}, '2003-10-01', '{}')`,
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
