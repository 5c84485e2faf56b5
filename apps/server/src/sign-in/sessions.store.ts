import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';

/** A session that is not used for so long has ended. */
const IDLE = sql.lit('12 hours');
/** How exactly it is known when a session was last used: a write for every request would be dear. */
const SEEN_EVERY = sql.lit('5 minutes');

export type FoundSession = {
  readonly sessionId: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  /** The workspace that the session is for; of an account of an identity provider, the one that configured it. */
  readonly onlyWorkspaceId: string | null;
  readonly isSeenLately: boolean;
};

const isLive = sql`s.expires_at > now() and s.updated_at > now() - ${IDLE}::interval`;

/** The session of a token, unless it has ended: by its time, by being idle, or because it was taken away. */
export async function findSession(database: Database, token: string): Promise<FoundSession | null> {
  const { rows } = await sql<FoundSession>`
    select s.id as "sessionId", u.id as "accountId", u.name, coalesce(i.email, u.email) as email, u.email_verified as "emailVerified",
      s.updated_at > now() - ${SEEN_EVERY}::interval as "isSeenLately",
      coalesce(p.workspace_id, w.workspace_id) as "onlyWorkspaceId"
    from auth.session s join auth."user" u on u.id = s.user_id
    left join auth.session_workspace w on w.session_id = s.id
    left join auth.sign_on_identity i on i.user_id = u.id left join auth.sign_on_provider p on p.id = i.provider_id
    where s.token = ${token} and ${isLive}`.execute(database);
  return rows[0] ?? null;
}

export async function updateSessionSeen(database: Database, id: string): Promise<void> {
  await sql`update auth.session s set updated_at = now() where id = ${id} and ${isLive}`.execute(database);
}

export type SessionRow = {
  readonly id: string;
  readonly browser: string | null;
  readonly address: string | null;
  readonly onlyWorkspace: string | null;
  readonly firstSeen: Date;
  readonly lastSeen: Date;
  readonly expiresAt: Date;
};

export async function findSessions(database: Database, accountId: string): Promise<readonly SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select s.id, nullif(left(user_agent, 300), '') as browser, nullif(ip_address, '') as address,
      coalesce(p.workspace_id, w.workspace_id) as "onlyWorkspace",
      s.created_at as "firstSeen", updated_at as "lastSeen", expires_at as "expiresAt"
    from auth.session s left join auth.session_workspace w on w.session_id = s.id
    left join auth.sign_on_identity i on i.user_id = s.user_id left join auth.sign_on_provider p on p.id = i.provider_id
    where s.user_id = ${accountId} and ${isLive} order by updated_at desc, s.id`.execute(database);
  return rows;
}

/** From here on the session of the token is for this workspace alone; nothing ever widens it. */
export async function insertSessionWorkspace(database: Database, token: string, workspaceId: string): Promise<void> {
  await sql`
    insert into auth.session_workspace (session_id, workspace_id)
    select id, ${workspaceId} from auth.session where token = ${token}
    on conflict (session_id) do nothing`.execute(database);
}

/** @returns whether the account had this session */
export async function removeSession(database: Database, accountId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from auth.session where user_id = ${accountId} and id = ${id} returning id`.execute(database);
  return rows.length > 0;
}

export async function removeSessionOfToken(database: Database, token: string): Promise<void> {
  await sql`delete from auth.session where token = ${token}`.execute(database);
}

/** Ends every session of the account but the one kept, by its id or its token. */
export async function removeOtherSessions(database: Database, accountId: string, kept: string): Promise<void> {
  await sql`
    delete from auth.session where user_id = ${accountId} and id::text <> ${kept} and token <> ${kept}`.execute(
    database,
  );
}

/** Takes away what is over; nothing reads it any more. */
export async function removeEndedSessions(database: Database): Promise<void> {
  await sql`delete from auth.session s where not (${isLive})`.execute(database);
  await sql`delete from auth.verification where expires_at < now()`.execute(database);
}
