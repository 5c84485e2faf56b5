import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';

const here = `workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)`;
const self = `(select g.person_id from room.guest g)`;
const partner = `(select g.partner_id from room.guest g)`;

/** Policies with a condition forgotten: what each is then. */
const WIDENED = {
  'rooms of everybody': { policy: 'own_that_hold', table: 'room.grant', using: here },
  'rooms that are over': {
    policy: 'own_that_hold',
    table: 'room.grant',
    using: `${here} and withdrawn_at is null and suspended_at is null and (partner_id = ${partner} or person_id = ${self})`,
  },
  'rooms that were withdrawn': {
    policy: 'own_that_hold',
    table: 'room.grant',
    using: `${here} and suspended_at is null and expires_at > clock_timestamp() and (partner_id = ${partner} or person_id = ${self})`,
  },
  'requests to others': {
    policy: 'of_own_partner',
    table: 'room.request',
    using: `${here} and publication_id in (select p.id from room.publication p)`,
  },
  'drafts of colleagues': {
    policy: 'own_or_sent',
    table: 'room.answer',
    using: `${here} and request_id in (select r.id from room.request r)`,
  },
  'answers before a health check is over': {
    policy: 'own_or_sent',
    table: 'room.answer',
    using: `${here} and (sent_at is not null or person_id = ${self}) and request_id in (select r.id from room.request r)`,
  },
  'changes of every class': { policy: 'class_reads', table: 'app.change_set', using: 'true' },
} as const;
export type WidenedPolicy = keyof typeof WIDENED;
export const WIDENED_POLICIES = Object.keys(WIDENED) as readonly WidenedPolicy[];

/** Forgets a condition of a policy. @returns puts it back */
export async function widenPolicy(superuser: Database, name: WidenedPolicy): Promise<() => Promise<void>> {
  const { policy, table, using } = WIDENED[name];
  const [schema, relation] = table.split('.') as [string, string];
  const { rows } = await sql<{ policy: string; using: string }>`
    select policyname as policy, qual as using from pg_policies
    where schemaname = ${schema} and tablename = ${relation} and policyname = ${policy}`.execute(superuser);
  const [before] = rows;
  if (before === undefined) throw new Error(`There is no policy ${policy} on ${table}`);
  const set = (condition: string) =>
    sql`alter policy ${sql.ref(before.policy)} on ${sql.table(table)} using (${sql.raw(condition)})`.execute(superuser);
  await set(using);
  return async () => {
    await set(before.using);
  };
}

/** How many grants there are, whoever they are to: what a counter beside the rooms would tell. */
export async function countGrants(superuser: Database): Promise<number> {
  const { rows } = await sql<{ grants: number }>`select count(*)::int as grants from room.grant`.execute(superuser);
  return rows[0]?.grants ?? 0;
}

/** How often all workspaces were changed. */
export async function sumVersions(superuser: Database): Promise<number> {
  const { rows } = await sql<{ sum: number }>`select sum(version)::int as sum from app.workspace`.execute(superuser);
  return rows[0]?.sum ?? 0;
}

/** What a publication is called, whoever may see it. */
export async function findTitle(superuser: Database, id: string): Promise<string | null> {
  const { rows } = await sql<{ title: string }>`select title from room.publication where id::text = ${id}`.execute(
    superuser,
  );
  return rows[0]?.title ?? null;
}

/** An anonymous health check of somebody else that is over, with a comment that is nobody's. */
export async function plantUnnamed(superuser: Database, workspace: string): Promise<void> {
  await superuser.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    await sql`
      with asked as (
        insert into room.request (workspace_id, publication_id, edition_id, edition_number, digest, partner_id, kind, closes_at,
          anonymous, asked_by)
        select workspace_id, publication_id, edition_id, edition_number, digest, gen_random_uuid(), kind, asked_at, true, asked_by
        from room.request where workspace_id = ${workspace}::uuid and kind = 'health-check' limit 1 returning workspace_id, id
      ), told as (
        insert into room.tally (workspace_id, request_id, firm, partner) select workspace_id, id, 3, 3 from asked
      )
      insert into room.unnamed_rating (workspace_id, id, request_id, side, dimension, comment)
      select workspace_id, gen_random_uuid(), id, 'partner', 'fairness', 'x' from asked`.execute(transaction);
  });
}
