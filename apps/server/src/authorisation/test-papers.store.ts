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

type Planted = Readonly<Record<'workspaceId' | 'allianceId' | 'text', string>>;

async function planted(database: Database, kind: string, paper: Planted): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into app.paper (workspace_id, alliance_id, id, version, kind, class, content, due, is_open)
    values (${paper.workspaceId}::uuid, ${paper.allianceId}::uuid, gen_random_uuid(), 1, ${kind}, 'NEVER',
      ${JSON.stringify(paperSaying(paper.text))}::jsonb, '2031-04-01', true)
    returning id`.execute(database);
  return rows[0]?.id ?? '';
}

/** A paper of a kind that is NEVER, beside an alliance, written past the API and past every rule of who may. */
export const plantNeverPaper = (superuser: Database, paper: Planted): Promise<string> =>
  planted(superuser, 'negotiation', paper);

/**
 * The same, to be read by those who may: of a kind that anybody adds, so that the rule which class is whose kind's gives way
 * while it is written.
 */
export const plantReadableNeverPaper = (superuser: Database, paper: Planted): Promise<string> =>
  superuser.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ rule: string }>`
      select pg_get_constraintdef(oid) as rule from pg_constraint
      where conrelid = 'app.paper'::regclass and conname = 'paper_class'`.execute(transaction);
    const rule = (rows[0]?.rule ?? '').replace(/ NOT VALID$/, '');
    await sql`alter table app.paper drop constraint paper_class`.execute(transaction);
    const id = await planted(transaction, 'action', paper);
    await sql`alter table app.paper add constraint paper_class ${sql.raw(rule)} not valid`.execute(transaction);
    return id;
  });

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
