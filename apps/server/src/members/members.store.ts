import type { Role } from '@entente/core/accounts';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

export type MemberRow = {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly cleanTeam: boolean;
  /** Works here in a session for this workspace alone. */
  readonly apart: boolean;
  /** The local user has none, and signs in nowhere. */
  readonly hasAccount: boolean;
  readonly since: Date;
  readonly endedAt: Date | null;
  readonly version: number;
};

const columns = sql`m.person_id as "personId", p.name, p.email, m.role, m.clean_team as "cleanTeam", m.apart, p.account_id is not null as "hasAccount", m.since,
  m.ended_at as "endedAt", m.version`;
const from = sql`app.member m join app.person p on p.id = m.person_id
  where m.workspace_id = current_setting('entente.workspace')::uuid and m.role <> 'guest'`;

/** The members of the workspace at hand, those who left last, each by name. */
export async function findMembers(transaction: DatabaseTransaction): Promise<readonly MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select ${columns} from ${from} order by m.ended_at is not null, p.name, p.id`.execute(transaction);
  return rows;
}

/** A member whom nobody else changes until the transaction ends. */
export async function lockMember(transaction: DatabaseTransaction, personId: string): Promise<MemberRow | null> {
  const { rows } = await sql<MemberRow>`
    select ${columns} from ${from} and m.person_id = ${personId} for update of m`.execute(transaction);
  return rows[0] ?? null;
}

export async function updateMember(
  transaction: DatabaseTransaction,
  {
    personId,
    role,
    cleanTeam,
    apart,
    ended,
  }: Pick<MemberRow, 'personId' | 'role' | 'cleanTeam' | 'apart'> & { readonly ended: boolean },
): Promise<void> {
  await sql`
    update app.member set role = ${role}, clean_team = ${cleanTeam}, apart = ${apart},
      ended_at = case when ${ended}::boolean then now() end
    where workspace_id = current_setting('entente.workspace')::uuid and person_id = ${personId}`.execute(transaction);
}

/** Makes the actor a member as they were invited, again if they had left. */
export async function joinAs(transaction: DatabaseTransaction, role: Role): Promise<void> {
  await sql`
    insert into app.member as m (workspace_id, person_id, role)
    values (current_setting('entente.workspace')::uuid, current_setting('entente.actor')::uuid, ${role})
    on conflict (workspace_id, person_id) do update set role = excluded.role, partner_id = null, clean_team = false, ended_at = null`.execute(
    transaction,
  );
}
