import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

/** The transaction speaks for an account. */
export async function enterAccount(transaction: DatabaseTransaction, accountId: string): Promise<void> {
  await sql`select set_config('entente.account', ${accountId}, true)`.execute(transaction);
}

/** The transaction speaks for the account of its actor, too. */
export async function enterOwnAccount(transaction: DatabaseTransaction): Promise<void> {
  await sql`
    select set_config('entente.account', coalesce(account_id, ''), true) from app.person
    where id = current_setting('entente.actor')::uuid`.execute(transaction);
}

/** Puts what waits of the account and the actor into the chains of their workspaces, in order. */
export async function chainSignInActs(transaction: DatabaseTransaction): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from handover.sign_in_act where chained_at is null order by position`.execute(transaction);
  for (const { id } of rows)
    await sql`
      update handover.sign_in_act set chained_at = clock_timestamp() where id = ${id} and chained_at is null`.execute(
      transaction,
    );
}
