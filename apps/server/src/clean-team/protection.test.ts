import { type RawBuilder, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { enrol, person } from '../authorisation/test-people.store.ts';
import { inWorkspace } from '../platform/database.ts';
import { cleanWorld } from './test-team.ts';

const world = await cleanWorld();
const { ask, counsel, manager, owner, propose, sales, workspaceId } = world;
const { app, superuser } = world.server.database;
const records: string[] = [];
for (const [nth, firm] of ['a', 'b', 'c', 'd', 'e', 'f'].entries()) records.push(await sales(firm, String(10 + nth)));
const auditor = await person(world.server.database, 'An auditor');
await enrol(world.server.database, workspaceId, auditor.id, 'auditor', { cleanTeam: true });

/** Past the API: a statement as somebody of the workspace. */
const as = <T>(who: { readonly id: string }, statement: RawBuilder<T>, scopes: readonly string[] | null = null) =>
  inWorkspace(app, { workspaceId, actorId: who.id, scopes }, (transaction) => statement.execute(transaction));
const decide = (state: string, id: string) =>
  sql`update app.release set state = ${state}, reason = case when ${state} = 'released' then null else 'x' end where id = ${id}`;

/** A proposal written past the server's own judgement, of some records. */
async function written(
  who: { readonly id: string },
  chosen: readonly string[],
  more: { readonly statistic?: string; readonly contributor?: string; readonly records?: number } = {},
): Promise<string> {
  return inWorkspace(app, { workspaceId, actorId: who.id }, async (transaction) => {
    const number = more.records ?? Math.max(3, chosen.length);
    const { rows } = await sql<{ id: string }>`
      insert into app.release (workspace_id, state, class, title, purpose, kind, field, quantity, unit, statistic, value, records,
        contributors, unknown, threshold, largest_percent, proposed_by, decided_by)
      values (${workspaceId}, 'released', 'INTERNAL', 'Past the server', 'None', 'measure', 'value', 'sales', 'million JPY',
        ${more.statistic ?? 'sum'}, 1, ${number}, ${number}, 0, 3, 50, ${manager.id}, ${manager.id}) returning id`.execute(
      transaction,
    );
    const id = rows[0]?.id ?? '';
    for (const [position, record] of chosen.entries()) {
      await sql`insert into app.release_input (workspace_id, release_id, record_id, position, organisation_id, contributor_id, value)
        values (${workspaceId}, ${id}, ${record}, ${position}, gen_random_uuid(),
          coalesce(${more.contributor ?? null}::uuid, gen_random_uuid()), 1)`.execute(transaction);
    }
    return id;
  });
}

describe('the database', () => {
  test('begins every release as a proposal of whoever writes it, of figures as they are', async () => {
    const id = await written(owner, records.slice(0, 3));
    const { rows } = await as(
      owner,
      sql`
      select r.state, r.class, r.proposed_by, r.decided_by, array_agg(trim_scale(i.value)::text order by i.position) as figures
      from app.release r join app.release_input i on i.release_id = r.id where r.id = ${id} group by r.workspace_id, r.id`,
    );
    expect(rows).toEqual([
      { state: 'proposed', class: 'CLEAN', proposed_by: owner.id, decided_by: null, figures: ['10', '11', '12'] },
    ]);
  });

  test('lets no one person release, whoever runs the statement', async () => {
    const id = await written(owner, records.slice(0, 3));
    await expect(as(owner, decide('released', id))).rejects.toMatchObject({ constraint: 'release_by_two' });
    expect((await as(manager, decide('released', id))).numAffectedRows).toBe(0n);
    await expect(as(auditor, decide('released', id))).resolves.toMatchObject({ numAffectedRows: 0n });
    const alone = sql`update app.release set state = 'released', class = 'INTERNAL', decided_by = proposed_by, decided_by_name = 'x',
      decided_at = now() where id = ${id}`;
    await sql`alter table app.release disable trigger user`.execute(superuser);
    await expect(alone.execute(superuser)).rejects.toMatchObject({ constraint: 'release_by_two' });
    await sql`alter table app.release enable trigger user`.execute(superuser);
    await expect(as(owner, decide('refused', id))).resolves.toMatchObject({ numAffectedRows: 1n });
    await expect(as(counsel, decide('released', id))).rejects.toMatchObject({ constraint: 'release_decided' });
  });

  test('releases nothing of too few, of one house told as several, or of what one dominates', async () => {
    const large = await sales('g', '1000');
    const few = await written(owner, records.slice(0, 2));
    await expect(as(counsel, decide('released', few))).rejects.toMatchObject({ constraint: 'release_stale' });
    const one = await written(owner, records.slice(0, 3), { contributor: counsel.id });
    await expect(as(counsel, decide('released', one))).rejects.toMatchObject({ constraint: 'release_stale' });
    const dominated = await written(owner, [...records.slice(0, 3), large]);
    await expect(as(counsel, decide('released', dominated))).rejects.toMatchObject({ constraint: 'release_dominance' });
    await ask(owner, 'POST', '/houses', { name: 'The Group', slug: 'group' });
    for (const firm of ['d', 'e'])
      await ask(owner, 'POST', '/house-memberships', { house: 'group', organisation: firm, from: '1990' });
    const house = await written(owner, records.slice(3, 6));
    await expect(as(counsel, decide('released', house))).rejects.toMatchObject({ constraint: 'release_threshold' });
  });

  test('releases nothing that differs from an earlier release by too few', async () => {
    const first = await propose(owner, records.slice(0, 3));
    await as(counsel, decide('released', first.id));
    const one = await written(owner, records.slice(0, 4));
    await expect(as(counsel, decide('released', one))).rejects.toMatchObject({ constraint: 'release_difference' });
    await as(counsel, decide('withdrawn', first.id));
    await expect(as(counsel, decide('released', one))).rejects.toMatchObject({ constraint: 'release_difference' });
  });

  test('adds nothing to a proposal afterwards, nor changes it, and takes no record but the team’s', async () => {
    const { id } = await propose(owner, records.slice(0, 3), { statistic: 'mean' });
    const open = await sales('h', '12', { class: 'INTERNAL' });
    const added = (record: string) => sql`
      insert into app.release_input (workspace_id, release_id, record_id, position, organisation_id, contributor_id)
      values (${workspaceId}, ${id}, ${record}, 9, gen_random_uuid(), gen_random_uuid())`;
    await expect(as(owner, added(records[4] ?? ''))).rejects.toMatchObject({ constraint: 'release_inputs_fixed' });
    await expect(written(owner, [open])).rejects.toMatchObject({ constraint: 'release_of_clean_records' });
    for (const change of [sql`value = 99`, sql`class = 'INTERNAL'`, sql`proposed_by = ${counsel.id}`, sql`title = 'x'`])
      await expect(as(owner, sql`update app.release set ${change} where id = ${id}`)).rejects.toMatchObject({
        code: '42501',
      });
    for (const change of [
      sql`update app.release_input set value = 1`,
      sql`delete from app.release_input`,
      sql`delete from app.release`,
    ])
      await expect(as(owner, change)).rejects.toMatchObject({ code: '42501' });
  });

  test('shows proposals and what entered them to the team alone, and only to keys that are for it', async () => {
    await propose(owner, records.slice(0, 3), { statistic: 'count' });
    const seen = async (
      ...who: Parameters<typeof as> extends [infer W, ...unknown[]] ? [W, (readonly string[])?] : never
    ) => {
      const [somebody, scopes = null] = who;
      const count = async (table: string) =>
        (await as(somebody, sql`select from ${sql.table(`app.${table}`)}`, scopes)).rows.length > 0;
      const { rows } = await as(
        somebody,
        sql<{ n: number }>`select count(*)::int as n from app.release where state = 'proposed'`,
        scopes,
      );
      return [(rows[0]?.n ?? 0) > 0, await count('release_input')];
    };
    expect(await seen(counsel)).toEqual([true, true]);
    expect(await seen(manager)).toEqual([false, false]);
    expect(await seen(auditor)).toEqual([true, false]);
    expect(await seen(owner, ['releases.read'])).toEqual([true, false]);
    expect(await seen(owner, ['register.read'])).toEqual([false, false]);
    expect(await seen(manager, ['releases.read', 'releases.write'])).toEqual([false, false]);
  });

  test('keeps the rule to owners, and at three at the least', async () => {
    const rule = (threshold: number) => sql`
      insert into app.clean_team_rule (workspace_id, threshold) values (${workspaceId}, ${threshold})
      on conflict (workspace_id) do update set threshold = excluded.threshold`;
    await expect(as(counsel, rule(4))).rejects.toMatchObject({ code: '42501' });
    await expect(as(owner, rule(2))).rejects.toMatchObject({ code: '23514' });
    await expect(as(owner, rule(4))).resolves.toBeDefined();
  });
});
