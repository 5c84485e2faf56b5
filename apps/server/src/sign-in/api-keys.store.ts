import type { Action } from '@entente/core/accounts';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';

export type ApiKeyRow = {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
};

const columns = sql`id, name, start, scopes, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt"`;

type Owner = { readonly accountId: string; readonly workspaceId: string };

/** Keys that work, newest first. */
export async function findApiKeys(database: Database, owner: Owner): Promise<readonly ApiKeyRow[]> {
  const { rows } = await sql<ApiKeyRow>`
    select ${columns} from auth.api_key
    where user_id = ${owner.accountId} and workspace_id = ${owner.workspaceId} and expires_at > now()
    order by created_at desc, id`.execute(database);
  return rows;
}

export async function insertApiKey(
  database: Database,
  owner: Owner,
  key: {
    readonly name: string;
    readonly start: string;
    readonly digest: Buffer;
    readonly scopes: readonly string[];
    readonly days: number;
  },
): Promise<ApiKeyRow | null> {
  const { rows } = await sql<ApiKeyRow>`
    insert into auth.api_key (user_id, workspace_id, name, start, token_digest, scopes, expires_at)
    values (${owner.accountId}, ${owner.workspaceId}, ${key.name}, ${key.start}, ${key.digest}, ${key.scopes},
      now() + make_interval(days => ${key.days}))
    returning ${columns}`.execute(database);
  return rows[0] ?? null;
}

/** @returns whether the owner had this key */
export async function removeApiKey(database: Database, owner: Owner, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from auth.api_key
    where id = ${id} and user_id = ${owner.accountId} and workspace_id = ${owner.workspaceId} returning id`.execute(
    database,
  );
  return rows.length > 0;
}

export type FoundApiKey = {
  readonly keyId: string;
  readonly accountId: string;
  readonly workspaceId: string;
  readonly scopes: readonly Action[];
  readonly isUsedLately: boolean;
};

/** The key with this digest, while it holds. */
export async function findApiKey(database: Database, digest: Buffer): Promise<FoundApiKey | null> {
  const { rows } = await sql<FoundApiKey>`
    select id as "keyId", user_id as "accountId", workspace_id as "workspaceId", scopes,
      coalesce(last_used_at > now() - interval '1 minute', false) as "isUsedLately"
    from auth.api_key where token_digest = ${digest} and expires_at > now()`.execute(database);
  return rows[0] ?? null;
}

export async function updateApiKeyUsed(database: Database, id: string): Promise<void> {
  await sql`update auth.api_key set last_used_at = now() where id = ${id}`.execute(database);
}
