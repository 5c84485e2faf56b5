import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../platform/database.ts';

/**
 * Runs a reading transaction that sees one instant throughout, however many statements it takes and whoever writes
 * meanwhile. Its first statement fixes the instant.
 */
export function atOneInstant<T>(
  database: Database,
  {
    personId,
    scopes,
    only,
  }: { readonly personId: string; readonly scopes: readonly string[] | null; readonly only: string | null },
  run: (transaction: DatabaseTransaction) => Promise<T>,
): Promise<T> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      await sql`select set_config('entente.workspace', '', true), set_config('entente.actor', ${personId}, true),
        set_config('entente.scopes', ${scopes?.join(' ') ?? ''}, true),
        set_config('entente.only', ${only ?? ''}, true),
        set_config('TimeZone', 'UTC', true)`.execute(transaction);
      return run(transaction);
    });
}
