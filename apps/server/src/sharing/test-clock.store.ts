import { sql } from 'kysely';
import type { FreshDatabase } from '../platform/test-database.ts';

/** Moves the end of every grant of a publication, as only time does. */
export async function shiftExpiry({ superuser }: FreshDatabase, publication: string, by: string): Promise<void> {
  await superuser.transaction().execute(async (transaction) => {
    // Past the triggers, which admit no day that is over.
    await sql`set local session_replication_role = replica`.execute(transaction);
    await sql`
      update room.grant set expires_at = clock_timestamp() + ${by}::interval
      where publication_id = ${publication}`.execute(transaction);
  });
}

/** Suspends every grant of a publication, as the restoring of a backup does. */
export async function suspendGrants({ superuser }: FreshDatabase, publication: string): Promise<void> {
  await sql`update room.grant set suspended_at = now() where publication_id = ${publication}`.execute(superuser);
}

/** Moves the end of a health check against now. */
export async function shiftCheck({ superuser }: FreshDatabase, request: string, by: string): Promise<void> {
  await sql`update room.request set closes_at = clock_timestamp() + ${by}::interval where id = ${request}`.execute(
    superuser,
  );
}
