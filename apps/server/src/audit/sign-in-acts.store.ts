import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

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

/** Letters to the actor are written in this language from now on. */
export async function rememberLanguage(transaction: DatabaseTransaction, language: string): Promise<void> {
  await sql`
    update app.person set language = ${language}
    where account_id = nullif(current_setting('entente.account', true), '') and language is distinct from ${language}`.execute(
    transaction,
  );
}
