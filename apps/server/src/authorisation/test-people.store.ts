import { randomUUID } from 'node:crypto';
import type { Role } from '@entente/core/accounts';
import { sql } from 'kysely';
import type { Identify } from '../platform/identity.ts';
import type { FreshDatabase } from '../platform/test-database.ts';

export type TestPerson = {
  readonly id: string;
  readonly accountId: string;
  readonly email: string;
  /** What makes a request this person's, with `identifyByHeader`. */
  readonly headers: { readonly 'x-account': string };
};

/** Somebody with an account, who belongs to no workspace yet. */
export async function person(database: FreshDatabase, name: string): Promise<TestPerson> {
  const accountId = randomUUID();
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;
  const { rows } = await sql<{ id: string }>`
    insert into app.person (name, account_id, email) values (${name}, ${accountId}, ${email}) returning id`.execute(
    database.superuser,
  );
  return {
    id: rows[0]?.id ?? '',
    accountId,
    email,
    headers: { 'x-account': JSON.stringify({ accountId, email, name }) },
  };
}

/** Makes a person a member, past every rule of who may. */
export async function enrol(
  database: FreshDatabase,
  workspaceId: string,
  personId: string,
  role: Role,
  { cleanTeam = false }: { readonly cleanTeam?: boolean } = {},
): Promise<void> {
  await sql`
    insert into app.member (workspace_id, person_id, role, clean_team)
    values (${workspaceId}, ${personId}, ${role}, ${cleanTeam})`.execute(database.superuser);
}

/** Makes a person a guest of a partner organisation. */
export async function enrolGuest(
  database: FreshDatabase,
  workspaceId: string,
  personId: string,
  partnerId: string,
): Promise<void> {
  await sql`
    insert into app.member (workspace_id, person_id, role, partner_id)
    values (${workspaceId}, ${personId}, 'guest', ${partnerId})`.execute(database.superuser);
}

/** Ends a membership. */
export async function dismiss(database: FreshDatabase, workspaceId: string, personId: string): Promise<void> {
  await sql`
    update app.member set ended_at = now() where workspace_id = ${workspaceId} and person_id = ${personId}`.execute(
    database.superuser,
  );
}

/** Tells requests apart by a header; what sign-in does with a session has tests of its own. */
export const identifyByHeader: Identify = (request) => {
  const told = request.headers['x-account'];
  if (typeof told !== 'string') return Promise.resolve({ kind: 'nobody' });
  const { accountId, email, name } = JSON.parse(told) as { accountId: string; email: string; name: string };
  return Promise.resolve({ kind: 'account', accountId, email, emailVerified: true, name, sessionId: accountId });
};
