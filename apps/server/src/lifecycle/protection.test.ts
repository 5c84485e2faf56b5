import type { AllianceLifecycleAnswer } from '@entente/contract/lifecycle';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { advanced, BEGUN, judged, MET, named, testFirm, waivedStage } from './test-lifecycles.ts';

const { superuser, workspaceId, people, ask, as, alliance, idOf, read, post, take } = await testFirm();
const { owner, manager, mei, reader } = people;

describe('what is hidden', () => {
  it('of an alliance of the clean team is seen by nobody else, on no page', async () => {
    const slug = await alliance({ name: 'Hidden venture', class: 'CLEAN' }, owner);
    const id = await idOf(slug);
    expect((await post(owner, slug, BEGUN, 0)).status).toBe(201);
    for (const who of [manager, mei, reader]) {
      expect((await ask(who, 'GET', `/alliances/${slug}/lifecycle`)).status).toBe(404);
      expect((await post(who, slug, MET[0] ?? BEGUN, 1)).status).toBe(404);
      expect((await ask(who, 'GET', '/lifecycles')).text).not.toContain('Hidden venture');
      const { rows } = await as(who, sql`select from app.lifecycle_step where alliance_id = ${id}::uuid`);
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
    const id = await idOf(slug);
    const { rows: claims } = await sql<{ value: string }>`
      select value from app.claim where subject_id = ${id}::uuid and field = 'stage'`.execute(superuser);
    expect(claims.map(({ value }) => value)).toEqual(['negotiation']);
    const changes = (await ask(manager, 'GET', `/changes?record=alliance:${slug}`)).body['items'];
    expect((changes as { command: string }[]).map(({ command }) => command)).toEqual([
      'take-lifecycle-step',
      'take-lifecycle-step',
      'create-alliance',
    ]);
    const { rows: steps } = await sql<{ id: string; kind: string }>`
      select id, kind from app.lifecycle_step where alliance_id = ${id}::uuid order by nth`.execute(superuser);
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
    const id = await idOf(slug);
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
    const id = await idOf(slug);
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
