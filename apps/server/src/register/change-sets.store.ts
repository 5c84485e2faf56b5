import { invariant } from '@entente/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

export type Intent = {
  /** What is done, e.g. `change-stake`. */
  readonly command: string;
  readonly reason: string | null;
  /** The change set that this one takes back. */
  readonly undoes?: string;
};

/** Opens a change set; what is written from now on in this transaction belongs to it. */
export async function openChangeSet(transaction: DatabaseTransaction, intent: Intent): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into app.change_set (workspace_id, actor_id, command, reason, undoes)
    values (current_setting('entente.workspace')::uuid, current_setting('entente.actor')::uuid,
      ${intent.command}, ${intent.reason}, ${intent.undoes ?? null})
    returning id`.execute(transaction);
  const id = rows[0]?.id;
  invariant(id, 'an opened change set has an id');
  await continueChangeSet(transaction, id);
  return id;
}

/** Makes an earlier change set of this transaction the one that is written to. */
export async function continueChangeSet(transaction: DatabaseTransaction, id: string | null): Promise<void> {
  await sql`select set_config('entente.change_set', ${id ?? ''}, true)`.execute(transaction);
}

/** Judges the stakes now, before the workspace's row is locked, and not only at commit. */
export async function judgeStakes(transaction: DatabaseTransaction): Promise<void> {
  await sql`set constraints app.stake_whole, app.stake_economic_overlap, app.stake_voting_overlap immediate`.execute(
    transaction,
  );
}

/** The classes of what a change set wrote. */
const classesOf = (set: RawBuilder<unknown>): RawBuilder<unknown> => sql`coalesce((
  select array_agg(distinct l.class) from (
    select c.class::text from app.change c where c.workspace_id = ${set}.workspace_id and c.change_set_id = ${set}.id
    union select b.class::text from app.change_bundle b
    where b.workspace_id = ${set}.workspace_id and b.change_set_id = ${set}.id) l (class)), '{}')`;

/**
 * The last statement of a change: raises the workspace's version, and writes it to the change sets that made it. Whoever
 * reads none of the classes that were written sees no version raised.
 */
export async function raiseVersion(transaction: DatabaseTransaction): Promise<number> {
  const { rows } = await sql<{ version: string }>`
    with closing as (
      select s.workspace_id, s.id, ${classesOf(sql`s`)} as classes from app.change_set s
      where s.workspace_id = current_setting('entente.workspace')::uuid
        and s.transaction = pg_current_xact_id() and s.workspace_version is null
    ), written as (
      select app.seen_by(coalesce((select array_agg(distinct one) from closing, unnest(closing.classes) one), '{}')) as seen
    ), raised as (
      update app.workspace w set version = version + 1, seen_versions = array[
        seen_versions[1] + written.seen[1], seen_versions[2] + written.seen[2], seen_versions[3] + written.seen[3]]
      from written where w.id = current_setting('entente.workspace')::uuid returning w.id, w.version, w.seen_versions
    ), closed as (
      update app.change_set s
      set workspace_version = raised.version, seen_versions = raised.seen_versions, classes = closing.classes
      from raised, closing where s.workspace_id = closing.workspace_id and s.id = closing.id
    )
    select version from raised`.execute(transaction);
  const version = rows[0]?.version;
  invariant(version !== undefined, 'a change happens in a workspace that is there');
  return Number(version);
}
