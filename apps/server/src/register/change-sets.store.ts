import { invariant } from '@entente/core/kernel';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

export type Intent = {
  /** What is done, e.g. `change-stake`. */
  readonly command: string;
  readonly reason: string | null;
  /** The change set that this one takes back. */
  readonly undoes?: string;
  /** False where no stake can be among what is written, so that no sum of stakes waits to be judged. */
  readonly hasStakes?: boolean;
};

/**
 * Opens a change set; what is written from now on in this transaction belongs to it. The commit closes it: it raises the
 * workspace's version, which whoever changes the same workspace waits for.
 */
export async function openChangeSet(transaction: DatabaseTransaction, intent: Intent): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with opened as (
      insert into app.change_set (workspace_id, actor_id, command, reason, undoes)
      values (current_setting('entente.workspace')::uuid, current_setting('entente.actor')::uuid,
        ${intent.command}, ${intent.reason}, ${intent.undoes ?? null})
      returning id
    )
    select id, set_config('entente.change_set', id::text, true) from opened`.execute(transaction);
  const id = rows[0]?.id;
  invariant(id, 'an opened change set has an id');
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
