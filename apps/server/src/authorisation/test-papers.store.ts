import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';

/** A paper that everybody who writes may add, with the words that a test looks for. */
export const paperSaying = (text: string) =>
  ({
    kind: 'action',
    text,
    due: '2031-04-01',
    holder: null,
    organisation: null,
    state: 'open',
    outcome: null,
  }) as const;

/**
 * A paper of the class NEVER beside an alliance, written past the API and past every rule of who may. It says what a paper of
 * another kind would, so that the rule which class is whose kind's gives way while it is written.
 */
export async function plantNeverPaper(
  superuser: Database,
  { workspaceId, allianceId, text }: Readonly<Record<'workspaceId' | 'allianceId' | 'text', string>>,
): Promise<string> {
  return superuser.transaction().execute(async (transaction) => {
    const { rows: rules } = await sql<{ rule: string }>`
      select pg_get_constraintdef(oid) as rule from pg_constraint
      where conrelid = 'app.paper'::regclass and conname = 'paper_class'`.execute(transaction);
    const rule = (rules[0]?.rule ?? '').replace(/ NOT VALID$/, '');
    await sql`alter table app.paper drop constraint paper_class`.execute(transaction);
    const { rows } = await sql<{ id: string }>`
      insert into app.paper (workspace_id, alliance_id, id, version, kind, class, content, due, is_open)
      values (${workspaceId}::uuid, ${allianceId}::uuid, gen_random_uuid(), 1, 'action', 'NEVER',
        ${JSON.stringify(paperSaying(text))}::jsonb, '2031-04-01', true)
      returning id`.execute(transaction);
    await sql`alter table app.paper add constraint paper_class ${sql.raw(rule)} not valid`.execute(transaction);
    return rows[0]?.id ?? '';
  });
}

/** A paper of each class that has one, beside an alliance of each class, written by somebody who is nobody here. */
export async function seedPapers(superuser: Database, workspaceId: string): Promise<void> {
  await superuser.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    await sql`
      insert into app.paper (workspace_id, alliance_id, id, version, kind, class, content, actor_name)
      select a.workspace_id, a.id, gen_random_uuid(), 1, c.kind, c.class::app.class, '{}', 'Somebody'
      from (select distinct on (class) * from app.alliance where workspace_id = ${workspaceId} order by class, id) a,
        (values ('action', 'INTERNAL'), ('exit-plan', 'NEVER')) c (kind, class)`.execute(transaction);
  });
}
