import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { RoomHead, RoomItem } from './room-items.ts';

/*
 * Read as entente_room: row-level security shows a guest what is granted to them and holds by the database's clock.
 * Nothing here filters by guest, and nothing needs to.
 */

export type RoomRow = RoomHead & {
  readonly id: string;
  readonly editionId: string;
  readonly number: number;
  readonly digest: string;
  readonly publishedAt: Date;
  readonly expiresAt: Date;
};

const columns = sql`p.id, p.title, p.alliance_name as alliance, p.firm_name as firm, e.id as "editionId", e.number,
  encode(e.digest, 'hex') as digest, e.sealed_at as "publishedAt",
  (select max(g.expires_at) from room.grant g where g.workspace_id = p.workspace_id and g.publication_id = p.id)
    as "expiresAt"`;
const from = sql`room.publication p join room.edition e on e.workspace_id = p.workspace_id and e.publication_id = p.id`;

/** The rooms that are open to the guest of the transaction. */
export async function findRooms(transaction: DatabaseTransaction): Promise<readonly RoomRow[]> {
  const { rows } = await sql<RoomRow>`
    select ${columns} from ${from} order by e.sealed_at desc, p.id`.execute(transaction);
  return rows;
}

export async function findRoom(transaction: DatabaseTransaction, id: string): Promise<RoomRow | null> {
  const { rows } = await sql<RoomRow>`select ${columns} from ${from} where p.id = ${id}`.execute(transaction);
  return rows[0] ?? null;
}

export async function findItems(transaction: DatabaseTransaction, edition: string): Promise<readonly RoomItem[]> {
  const { rows } = await sql<RoomItem>`
    select id, form, kind, payload from room.item where edition_id = ${edition} order by position`.execute(transaction);
  return rows;
}

/** Tells that the guest reads this edition; part of the transaction that reads it. */
export async function tellReading(
  transaction: DatabaseTransaction,
  { id, number, digest, title }: RoomRow,
  channel: 'screen' | 'file',
): Promise<void> {
  const details = JSON.stringify({ channel, edition: number, editionDigest: digest, title });
  await sql`select room.tell('read', ${id}, ${details}::jsonb)`.execute(transaction);
}

/** Who the guest of the transaction is. */
export async function findOwnGuest(
  transaction: DatabaseTransaction,
): Promise<{ readonly name: string; readonly partner: string; readonly now: Date } | null> {
  const { rows } = await sql<{ name: string; partner: string; now: Date }>`
    select name, partner_name as partner, clock_timestamp() as now from room.guest`.execute(transaction);
  return rows[0] ?? null;
}
