import type { Membership } from '@entente/core/accounts';
import { invariant } from '@entente/core/kernel';
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../platform/database.ts';

/** The one user of an installation without accounts. */
export async function getLocalPerson(database: Database): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from app.person where is_local`.execute(database);
  const id = rows[0]?.id;
  invariant(id, 'the first migration makes the local person');
  return id;
}

/** What the actor of the transaction is in each workspace. */
export async function findMemberships(transaction: DatabaseTransaction): Promise<readonly Membership[]> {
  const { rows } = await sql<Membership>`
    select h.workspace_id as "workspaceId", coalesce(w.slug, '') as slug, h.role, h.clean_team as "cleanTeam"
    from app.role_held h left join app.workspace w on w.id = h.workspace_id
    where h.person_id = current_setting('entente.actor')::uuid`.execute(transaction);
  return rows;
}

export type OwnMembership = Pick<Membership, 'workspaceId' | 'role'> & { readonly apart: boolean };

/** Where the actor of the transaction is a member, also where that is to be worked in apart. */
export async function findOwnMemberships(transaction: DatabaseTransaction): Promise<readonly OwnMembership[]> {
  const { rows } = await sql<OwnMembership>`
    select workspace_id as "workspaceId", role, apart from app.member
    where person_id = nullif(current_setting('entente.actor'), '')::uuid and ended_at is null and role <> 'guest'`.execute(
    transaction,
  );
  return rows;
}

export type AccountPerson = { readonly accountId: string; readonly name: string; readonly email: string };

/** The transaction speaks for this account: it sees and makes its person. */
async function enterAccount(transaction: DatabaseTransaction, accountId: string): Promise<void> {
  await sql`select set_config('entente.account', ${accountId}, true)`.execute(transaction);
}

/** From here on the transaction is of a session or key for this workspace and no other; null: without such a limit. */
export async function enterOnly(transaction: DatabaseTransaction, only: string | null): Promise<void> {
  await sql`select set_config('entente.only', ${only ?? ''}, true)`.execute(transaction);
}

/** The person of an account, who acts in the transaction from here on; null before they have one. */
export async function enterPersonOfAccount(
  transaction: DatabaseTransaction,
  accountId: string,
  only: string | null,
): Promise<string | null> {
  await enterAccount(transaction, accountId);
  await enterOnly(transaction, only);
  const { rows } = await sql<{ id: string }>`
    select id, set_config('entente.actor', id::text, true) from app.person where account_id = ${accountId}`.execute(
    transaction,
  );
  return rows[0]?.id ?? null;
}

/** Makes the person of an account, or finds the one that another request just made. */
export async function insertPerson(database: Database, { accountId, name, email }: AccountPerson): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await enterAccount(transaction, accountId);
    await sql`
      insert into app.person (name, account_id, email) values (${name}, ${accountId}, ${email})
      on conflict (account_id) do nothing`.execute(transaction);
  });
}

/** The address that the actor's account has. */
export async function findOwnEmail(transaction: DatabaseTransaction): Promise<string | null> {
  const { rows } = await sql<{ email: string | null }>`
    select email from app.person where id = current_setting('entente.actor')::uuid`.execute(transaction);
  return rows[0]?.email ?? null;
}

/** What the actor is called. */
export async function findOwnName(transaction: DatabaseTransaction): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from app.person where id = current_setting('entente.actor')::uuid`.execute(transaction);
  invariant(rows[0], 'an actor sees themselves');
  return rows[0].name;
}

/** The transaction speaks for the account of its actor, too. */
export async function enterOwnAccount(transaction: DatabaseTransaction): Promise<void> {
  await sql`
    select set_config('entente.account', coalesce(account_id, ''), true) from app.person
    where id = current_setting('entente.actor')::uuid`.execute(transaction);
}
