import type { Role } from '@entente/core/accounts';
import { invariant } from '@entente/core/kernel';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

export type InvitationRow = {
  readonly id: string;
  readonly email: string;
  readonly role: Exclude<Role, 'guest'>;
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly withdrawnAt: Date | null;
};

const columns = sql`i.id, i.email, i.role, i.inviter_name as "invitedBy", i.created_at as "createdAt", i.expires_at as "expiresAt",
  i.accepted_at as "acceptedAt", i.withdrawn_at as "withdrawnAt"`;

/** The invitations to the workspace at hand, latest first. */
export async function findInvitations(transaction: DatabaseTransaction): Promise<readonly InvitationRow[]> {
  const { rows } = await sql<InvitationRow>`
    select ${columns} from app.invitation i
    where i.workspace_id = current_setting('entente.workspace')::uuid order by i.created_at desc, i.id`.execute(
    transaction,
  );
  return rows;
}

export async function insertInvitation(
  transaction: DatabaseTransaction,
  { email, role, days, token }: { email: string; role: Role; days: number; token: string },
): Promise<InvitationRow> {
  const { rows } = await sql<{ id: string }>`
    insert into app.invitation (workspace_id, email, role, token_digest, invited_by, expires_at)
    values (current_setting('entente.workspace')::uuid, ${email}, ${role}, sha256(convert_to(${token}, 'UTF8')),
      current_setting('entente.actor')::uuid, now() + make_interval(days => ${days}))
    returning id`.execute(transaction);
  const made = (await findInvitations(transaction)).find(({ id }) => id === rows[0]?.id);
  invariant(made, 'an invitation that was made is listed');
  return made;
}

/** Withdraws an invitation that still holds; whether there was one. */
export async function withdrawInvitation(transaction: DatabaseTransaction, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update app.invitation set withdrawn_at = now()
    where workspace_id = current_setting('entente.workspace')::uuid and id = ${id}
      and accepted_at is null and withdrawn_at is null`.execute(transaction);
  return numAffectedRows === 1n;
}

export type OpenInvitation = {
  readonly id: string;
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly email: string;
  readonly role: Exclude<Role, 'guest'>;
  readonly invitedBy: string;
  readonly expiresAt: Date;
};

/** The transaction holds this link: row-level security shows it the invitation. The invitation, while it holds. */
export async function enterInvitation(transaction: DatabaseTransaction, token: string): Promise<OpenInvitation | null> {
  await sql`select set_config('entente.invitation', ${token}, true)`.execute(transaction);
  const { rows } = await sql<OpenInvitation>`
    select i.id, i.workspace_id as "workspaceId", w.name as "workspaceName", i.email, i.role,
      i.inviter_name as "invitedBy", i.expires_at as "expiresAt"
    from app.invitation i join app.workspace w on w.id = i.workspace_id
    where i.token_digest = sha256(convert_to(${token}, 'UTF8'))
      and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()`.execute(transaction);
  return rows[0] ?? null;
}

export async function markAccepted(transaction: DatabaseTransaction, id: string): Promise<void> {
  await sql`
    update app.invitation set accepted_at = now(), accepted_by = current_setting('entente.actor')::uuid
    where workspace_id = current_setting('entente.workspace')::uuid and id = ${id}`.execute(transaction);
}
