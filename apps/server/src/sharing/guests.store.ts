import { sql } from 'kysely';
import { invariant } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';

export type GuestRow = {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly since: Date;
  readonly endedAt: Date | null;
};

/** The guests of the workspace at hand, those who left last. */
export async function findGuests(transaction: DatabaseTransaction): Promise<readonly GuestRow[]> {
  const { rows } = await sql<GuestRow>`
    select person_id as "personId", name, email, partner_id as "partnerId", partner_name as "partnerName", since,
      ended_at as "endedAt"
    from room.guest where workspace_id = current_setting('entente.workspace')::uuid
    order by ended_at is not null, partner_name, name, person_id`.execute(transaction);
  return rows;
}

/** Sends a guest off; whether there was one. */
export async function endGuest(transaction: DatabaseTransaction, person: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update app.member set ended_at = now()
    where workspace_id = current_setting('entente.workspace')::uuid and person_id = ${person}
      and role = 'guest' and ended_at is null`.execute(transaction);
  return numAffectedRows === 1n;
}

/** Makes the actor a guest of a partner as the link says; false when they are a member of the workspace. */
export async function joinAsGuest(transaction: DatabaseTransaction, partner: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into app.member as m (workspace_id, person_id, role, partner_id)
    values (current_setting('entente.workspace')::uuid, current_setting('entente.actor')::uuid, 'guest', ${partner})
    on conflict (workspace_id, person_id) do update
      set role = 'guest', partner_id = excluded.partner_id, clean_team = false, ended_at = null
      where m.ended_at is not null`.execute(transaction);
  return numAffectedRows === 1n;
}

export type GuestInvitationRow = {
  readonly id: string;
  readonly workspaceId: string;
  readonly email: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly firmName: string;
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly state: 'sent' | 'accepted' | 'withdrawn' | 'expired';
};

const columns = sql`i.id, i.workspace_id as "workspaceId", i.email, i.partner_id as "partnerId",
  i.partner_name as "partnerName", i.firm_name as "firmName", i.inviter_name as "invitedBy", i.created_at as "createdAt", i.expires_at as "expiresAt",
  case when i.accepted_at is not null then 'accepted' when i.withdrawn_at is not null then 'withdrawn'
    when i.expires_at <= now() then 'expired' else 'sent' end as state`;

export async function findGuestInvitations(transaction: DatabaseTransaction): Promise<readonly GuestInvitationRow[]> {
  const { rows } = await sql<GuestInvitationRow>`
    select ${columns} from app.guest_invitation i
    where i.workspace_id = current_setting('entente.workspace')::uuid order by i.created_at desc, i.id`.execute(
    transaction,
  );
  return rows;
}

export async function insertGuestInvitation(
  transaction: DatabaseTransaction,
  { email, partner, days, token }: { email: string; partner: string; days: number; token: string },
): Promise<GuestInvitationRow> {
  const { rows } = await sql<GuestInvitationRow>`
    insert into app.guest_invitation as i (workspace_id, email, partner_id, token_digest, invited_by, expires_at)
    values (current_setting('entente.workspace')::uuid, ${email}, ${partner}, sha256(convert_to(${token}, 'UTF8')),
      current_setting('entente.actor')::uuid, now() + make_interval(days => ${days}))
    returning ${columns}`.execute(transaction);
  invariant(rows[0], 'an inserted invitation is returned');
  return rows[0];
}

export async function withdrawGuestInvitation(transaction: DatabaseTransaction, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update app.guest_invitation set withdrawn_at = now()
    where workspace_id = current_setting('entente.workspace')::uuid and id = ${id}
      and accepted_at is null and withdrawn_at is null`.execute(transaction);
  return numAffectedRows === 1n;
}

/** The transaction holds this link: row-level security shows it the invitation. The invitation, while it holds. */
export async function enterGuestInvitation(
  transaction: DatabaseTransaction,
  token: string,
): Promise<GuestInvitationRow | null> {
  await sql`select set_config('entente.invitation', ${token}, true)`.execute(transaction);
  const { rows } = await sql<GuestInvitationRow>`
    select ${columns} from app.guest_invitation i
    where i.token_digest = sha256(convert_to(${token}, 'UTF8'))
      and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()`.execute(transaction);
  return rows[0] ?? null;
}

export async function markGuestAccepted(transaction: DatabaseTransaction, id: string): Promise<void> {
  await sql`
    update app.guest_invitation set accepted_at = now(), accepted_by = current_setting('entente.actor')::uuid
    where workspace_id = current_setting('entente.workspace')::uuid and id = ${id}`.execute(transaction);
}

/** Whether somebody with this address is a member of the workspace at hand. */
export async function isMemberAddress(transaction: DatabaseTransaction, email: string): Promise<boolean> {
  const { rows } = await sql`
    select from app.member m join app.person p on p.id = m.person_id
    where m.workspace_id = current_setting('entente.workspace')::uuid and m.role <> 'guest' and m.ended_at is null
      and lower(p.email) = lower(${email})`.execute(transaction);
  return rows.length > 0;
}
