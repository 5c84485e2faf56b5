import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

export type GrantRow = {
  readonly id: string;
  readonly publicationId: string;
  readonly grantee: string;
  readonly partner: string | null;
  readonly person: string | null;
  readonly grantedAt: Date;
  readonly expiresAt: Date;
  readonly state: 'open' | 'expired' | 'withdrawn' | 'suspended';
  readonly version: number;
};

const columns = sql`g.id, g.publication_id as "publicationId", g.grantee_name as grantee, g.partner_id as partner,
  g.person_id as person, g.granted_at as "grantedAt", g.expires_at as "expiresAt", g.version,
  case when g.withdrawn_at is not null then 'withdrawn' when g.suspended_at is not null then 'suspended'
    when g.expires_at <= clock_timestamp() then 'expired' else 'open' end as state`;
const here = sql`g.workspace_id = current_setting('entente.workspace')::uuid`;

/** The grants of these publications, first to last. */
export async function findGrants(
  transaction: DatabaseTransaction,
  publications: readonly string[],
): Promise<readonly GrantRow[]> {
  const { rows } = await sql<GrantRow>`
    select ${columns} from room.grant g where ${here} and g.publication_id = any (${[...publications]}::uuid[])
    order by g.granted_at, g.id`.execute(transaction);
  return rows;
}

export async function lockGrant(
  transaction: DatabaseTransaction,
  publication: string,
  id: string,
): Promise<GrantRow | null> {
  const { rows } = await sql<GrantRow>`
    select ${columns} from room.grant g where ${here} and g.publication_id = ${publication} and g.id = ${id}
    for update`.execute(transaction);
  return rows[0] ?? null;
}

export type Grantee = { readonly partner: string | null; readonly person: string | null };

/** @param until the last day, in UTC */
export async function insertGrant(
  transaction: DatabaseTransaction,
  publication: string,
  { partner, person }: Grantee,
  until: string,
): Promise<void> {
  await sql`
    insert into room.grant (workspace_id, publication_id, partner_id, person_id, granted_by, expires_at)
    values (current_setting('entente.workspace')::uuid, ${publication}, ${partner}, ${person},
      current_setting('entente.actor')::uuid, (${until}::date + 1)::timestamptz)`.execute(transaction);
}

export async function updateExpiry(transaction: DatabaseTransaction, id: string, until: string): Promise<void> {
  await sql`update room.grant g set expires_at = (${until}::date + 1)::timestamptz where ${here} and g.id = ${id}`.execute(
    transaction,
  );
}

export async function confirmGrant(transaction: DatabaseTransaction, id: string): Promise<void> {
  await sql`update room.grant g set suspended_at = null where ${here} and g.id = ${id}`.execute(transaction);
}

export async function withdrawGrant(transaction: DatabaseTransaction, id: string): Promise<void> {
  await sql`
    update room.grant g set withdrawn_at = clock_timestamp()
    where ${here} and g.id = ${id} and g.withdrawn_at is null`.execute(transaction);
}

export async function withdrawGrants(transaction: DatabaseTransaction, publication: string): Promise<void> {
  await sql`
    update room.grant g set withdrawn_at = clock_timestamp()
    where ${here} and g.publication_id = ${publication} and g.withdrawn_at is null`.execute(transaction);
}
