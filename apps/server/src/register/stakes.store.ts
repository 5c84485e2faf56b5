import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

/** Takes the lock of the database's own rule on the sum of stakes in one organisation: that of its row. */
export async function lockStakesIn(transaction: DatabaseTransaction, issuer: string): Promise<void> {
  await sql`select from app.organisation where id = ${issuer} for no key update`.execute(transaction);
}

const OVERLAPS = sql`app.stake_economic_overlap, app.stake_voting_overlap`;

/** Lets stakes of one transaction overlap until `judgeOverlaps`, so that they can change places. */
export async function postponeOverlaps(transaction: DatabaseTransaction): Promise<void> {
  await sql`set constraints ${OVERLAPS} deferred`.execute(transaction);
}

export async function judgeOverlaps(transaction: DatabaseTransaction): Promise<void> {
  await sql`set constraints ${OVERLAPS} immediate`.execute(transaction);
}
