import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';

/** Tells what changes no row of the sign-in's own; whatever does is told by triggers. */
export async function insertRefusedFactor(database: Database, accountId: string): Promise<void> {
  await sql`
    insert into handover.sign_in_act (account_id, act) values (${accountId}, 'second-factor-refused')`.execute(
    database,
  );
}

/** Whose acts wait to be put into the audit, by account, or by person where it is no account's. */
export type ActsOf = { readonly accountId: string } | { readonly personId: string };

/** Acts that wait for longer than an answer takes: something failed, or was no request. */
export async function findWaitingActs(database: Database): Promise<readonly ActsOf[]> {
  const { rows } = await sql<{ accountId: string | null; personId: string | null }>`
    select distinct account_id as "accountId", person_id as "personId" from handover.sign_in_act
    where chained_at is null and done_at < now() - interval '10 seconds'`.execute(database);
  return rows.flatMap(({ accountId, personId }): ActsOf[] => {
    if (accountId !== null) return [{ accountId }];
    return personId === null ? [] : [{ personId }];
  });
}
