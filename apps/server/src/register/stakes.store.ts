import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

/** Takes the lock of the database's own rule on the sum of stakes in one organisation. */
export async function lockStakesIn(transaction: DatabaseTransaction, issuer: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(
    'stakes ' || current_setting('entente.workspace') || ' ' || ${issuer}::text, 0))`.execute(transaction);
}

const OVERLAPS = sql`app.stake_economic_overlap, app.stake_voting_overlap`;

/** Lets stakes of one transaction overlap until `judgeOverlaps`, so that they can change places. */
export async function postponeOverlaps(transaction: DatabaseTransaction): Promise<void> {
  await sql`set constraints ${OVERLAPS} deferred`.execute(transaction);
}

export async function judgeOverlaps(transaction: DatabaseTransaction): Promise<void> {
  await sql`set constraints ${OVERLAPS} immediate`.execute(transaction);
}
