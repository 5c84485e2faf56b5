import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../platform/database.ts';

export type SignOnProvider = {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Enciphered. */
  readonly clientSecret: string;
  /** The short name of the workspace by which the provider is found from the page of signing in, where that is wanted. */
  readonly foundBy: string | null;
  readonly createdAt: Date;
};

const columns = sql`id, workspace_id as "workspaceId", name, issuer, client_id as "clientId",
  client_secret as "clientSecret", found_by as "foundBy", created_at as "createdAt"`;

export async function findProviders(database: Database, workspaceId: string): Promise<readonly SignOnProvider[]> {
  const { rows } = await sql<SignOnProvider>`
    select ${columns} from auth.sign_on_provider where workspace_id = ${workspaceId} order by created_at, id`.execute(
    database,
  );
  return rows;
}

export async function findProvider(database: Database, id: string): Promise<SignOnProvider | null> {
  const { rows } = await sql<SignOnProvider>`
    select ${columns} from auth.sign_on_provider where id = ${id}`.execute(database);
  return rows[0] ?? null;
}

/** Who sets up or takes away what is nobody's account's, for the audit. */
async function enterActor(transaction: DatabaseTransaction, personId: string): Promise<void> {
  await sql`select set_config('entente.actor', ${personId}, true)`.execute(transaction);
}

export async function insertProvider(
  database: Database,
  provider: Omit<SignOnProvider, 'id' | 'createdAt'>,
  personId: string,
): Promise<SignOnProvider | null> {
  const { workspaceId, name, issuer, clientId, clientSecret, foundBy } = provider;
  return database.transaction().execute(async (transaction) => {
    await enterActor(transaction, personId);
    const { rows } = await sql<SignOnProvider>`
      insert into auth.sign_on_provider (workspace_id, name, issuer, client_id, client_secret, found_by)
      values (${workspaceId}, ${name}, ${issuer}, ${clientId}, ${clientSecret}, ${foundBy}) returning ${columns}`.execute(
      transaction,
    );
    return rows[0] ?? null;
  });
}

/** The providers that are found by the short name of their workspace. */
export async function findProvidersNamed(database: Database, shortName: string): Promise<readonly SignOnProvider[]> {
  const { rows } = await sql<SignOnProvider>`
    select ${columns} from auth.sign_on_provider where found_by = ${shortName} order by created_at, id`.execute(
    database,
  );
  return rows;
}

/** The provider as it is now; null when it is gone. */
export async function updateProvider(
  database: Database,
  { id, workspaceId, name, clientId, clientSecret, foundBy }: SignOnProvider,
  personId: string,
): Promise<SignOnProvider | null> {
  return database.transaction().execute(async (transaction) => {
    await enterActor(transaction, personId);
    const { rows } = await sql<SignOnProvider>`
      update auth.sign_on_provider
      set name = ${name}, client_id = ${clientId}, client_secret = ${clientSecret}, found_by = ${foundBy}
      where id = ${id} and workspace_id = ${workspaceId} returning ${columns}`.execute(transaction);
    return rows[0] ?? null;
  });
}

/** With the accounts of those who came by it, and so their sessions and keys. @returns whether the workspace had it */
export async function removeProvider(
  database: Database,
  workspaceId: string,
  id: string,
  personId: string,
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    await enterActor(transaction, personId);
    const { rows } = await sql`
      select from auth.sign_on_provider where id = ${id} and workspace_id = ${workspaceId} for update`.execute(
      transaction,
    );
    if (rows.length === 0) return false;
    await sql`delete from auth."user" where id in (
      select user_id from auth.sign_on_identity where provider_id = ${id})`.execute(transaction);
    await sql`delete from auth.sign_on_provider where id = ${id}`.execute(transaction);
    return true;
  });
}

export type SignOnAttempt = {
  readonly providerId: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
};

export async function insertAttemptToSignOn(
  database: Database,
  stateDigest: Buffer,
  { providerId, nonce, codeVerifier, redirectUri }: SignOnAttempt,
): Promise<void> {
  await sql`delete from auth.sign_on_attempt where expires_at < now()`.execute(database);
  await sql`
    insert into auth.sign_on_attempt (state_digest, provider_id, nonce, code_verifier, redirect_uri)
    values (${stateDigest}, ${providerId}, ${nonce}, ${codeVerifier}, ${redirectUri})`.execute(database);
}

/** Takes an attempt away; of two at once, one gets it. */
export async function takeAttemptToSignOn(database: Database, stateDigest: Buffer): Promise<SignOnAttempt | null> {
  const { rows } = await sql<SignOnAttempt & { isOpen: boolean }>`
    delete from auth.sign_on_attempt where state_digest = ${stateDigest}
    returning provider_id as "providerId", nonce, code_verifier as "codeVerifier", redirect_uri as "redirectUri",
      expires_at > now() as "isOpen"`.execute(database);
  return rows[0]?.isOpen === true ? rows[0] : null;
}

/** Who somebody is to a provider. */
export type Bearer = { readonly providerId: string; readonly issuer: string; readonly subject: string };

export async function findBearer(database: Database, { providerId, issuer, subject }: Bearer): Promise<string | null> {
  const { rows } = await sql<{ accountId: string }>`
    select user_id as "accountId" from auth.sign_on_identity
    where provider_id = ${providerId} and issuer = ${issuer} and subject = ${subject}`.execute(database);
  return rows[0]?.accountId ?? null;
}

/**
 * Makes the account of somebody who came by a provider. The e-mail that the provider tells is kept with the identity: as
 * the account's own it could be taken for one that was shown to arrive here.
 */
export async function insertBearer(
  database: Database,
  { providerId, issuer, subject }: Bearer,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<void> {
  await sql`
    with made as (
      insert into auth."user" (name, email, email_verified)
      values (${name}, ${`${randomUUID()}@sign-on.invalid`}, false) returning id
    )
    insert into auth.sign_on_identity (provider_id, issuer, subject, user_id, email)
    select ${providerId}, ${issuer}, ${subject}, id, ${email} from made`.execute(database);
}
