import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';

export async function hasAccounts(database: Database): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`select exists (select from auth."user") as any`.execute(database);
  return rows[0]?.any ?? false;
}

/** Replaces the set-up link; earlier ones stop working. */
export async function replaceSetUpLink(database: Database, digest: Buffer): Promise<void> {
  await sql`
    insert into auth.set_up_link (token_digest) values (${digest})
    on conflict (is_only) do update set token_digest = excluded.token_digest, created_at = now()`.execute(database);
}

export async function removeSetUpLink(database: Database): Promise<void> {
  await sql`delete from auth.set_up_link`.execute(database);
}

/** Takes the set-up link away if it is this one and no account exists; of two at once, one gets it. */
export async function takeSetUpLink(database: Database, digest: Buffer): Promise<boolean> {
  const { rows } = await sql`
    delete from auth.set_up_link where token_digest = ${digest} and not exists (select from auth."user")
    returning is_only`.execute(database);
  return rows.length > 0;
}

export type StoredAccount = {
  readonly email: string;
  readonly name: string;
  readonly emailVerified: boolean;
  readonly createdAt: Date;
};

export async function findAccount(database: Database, id: string): Promise<StoredAccount | null> {
  const { rows } = await sql<StoredAccount>`
    select email, name, email_verified as "emailVerified", created_at as "createdAt"
    from auth."user" where id = ${id}`.execute(database);
  return rows[0] ?? null;
}

/** Its e-mail was shown to reach whoever the account is of. */
export async function updateEmailVerified(database: Database, id: string): Promise<void> {
  await sql`update auth."user" set email_verified = true, updated_at = now() where id = ${id}`.execute(database);
}

/** Ends what waits for a link or a second factor of this account. */
export async function removePending(database: Database, accountId: string): Promise<void> {
  await sql`delete from auth.verification where value = ${accountId}`.execute(database);
}

export type StoredTotp = { readonly secret: string; readonly isOn: boolean };

export async function findTotp(database: Database, accountId: string): Promise<StoredTotp | null> {
  const { rows } = await sql<StoredTotp>`
    select t.secret, coalesce(t.verified, false) and coalesce(u.two_factor_enabled, false) as "isOn"
    from auth.two_factor t join auth."user" u on u.id = t.user_id where u.id = ${accountId}`.execute(database);
  return rows[0] ?? null;
}

/** Uses up a step of the clock and all before it; false when a code of it or of a later one was used already. */
export async function takeTotpStep(database: Database, accountId: string, step: number): Promise<boolean> {
  const { rows } = await sql`
    insert into auth.totp_step as t (user_id, step) values (${accountId}, ${step})
    on conflict (user_id) do update set step = excluded.step where t.step < excluded.step
    returning step`.execute(database);
  return rows.length > 0;
}

/** For a new secret no step has been used. */
export async function removeTotpStep(database: Database, accountId: string): Promise<void> {
  await sql`delete from auth.totp_step where user_id = ${accountId}`.execute(database);
}

export async function countPasskeys(database: Database, accountId: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from auth.passkey where user_id = ${accountId}`.execute(database);
  return rows[0]?.total ?? 0;
}

export type ListedAccount = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: Date;
  readonly lastSeen: Date | null;
  readonly asksForCode: boolean;
  readonly passkeys: number;
  /** Of an account of an identity provider: what that is called, and the one workspace that it opens. */
  readonly provider: string | null;
  readonly onlyWorkspaceId: string | null;
};

/** Every account, by e-mail; with one e-mail, those with a password first. */
export async function findAccounts(database: Database): Promise<readonly ListedAccount[]> {
  const { rows } = await sql<ListedAccount>`
    select u.id, u.name, coalesce(i.email, u.email) as email, u.created_at as "createdAt",
      (select max(s.updated_at) from auth.session s where s.user_id = u.id) as "lastSeen",
      coalesce(u.two_factor_enabled, false) as "asksForCode",
      (select count(*)::int from auth.passkey k where k.user_id = u.id) as passkeys,
      p.name as provider, p.workspace_id as "onlyWorkspaceId"
    from auth."user" u
    left join auth.sign_on_identity i on i.user_id = u.id left join auth.sign_on_provider p on p.id = i.provider_id
    order by 3, p.id nulls first, u.created_at`.execute(database);
  return rows;
}
