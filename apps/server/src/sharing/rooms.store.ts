import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { RoomHead, RoomItem } from './room-items.ts';

/*
 * Read as entente_room: row-level security shows a guest what is granted to them and holds by the database's clock.
 * Nothing here filters by guest, and nothing needs to.
 */

export type RoomRow = RoomHead & {
  readonly id: string;
  /** As whose guest it is seen. */
  readonly partner: string;
  readonly editionId: string;
  readonly number: number;
  readonly digest: string;
  readonly publishedAt: Date;
  readonly expiresAt: Date;
};

const columns = sql`p.id, p.title, p.alliance_name as alliance, p.firm_name as firm,
  (select partner_name from room.guest) as partner, e.id as "editionId", e.number,
  encode(e.digest, 'hex') as digest, e.sealed_at as "publishedAt",
  (select max(g.expires_at) from room.grant g where g.workspace_id = p.workspace_id and g.publication_id = p.id)
    as "expiresAt"`;
const from = sql`room.publication p join room.edition e on e.workspace_id = p.workspace_id and e.publication_id = p.id`;

/** The rooms that are open to the guest of the transaction, with how many requests wait for an answer. */
export async function findRooms(
  transaction: DatabaseTransaction,
): Promise<readonly (RoomRow & { readonly waiting: number })[]> {
  const { rows } = await sql<RoomRow & { waiting: number }>`
    select ${columns}, (
        select count(*)::integer from room.request r
        where r.publication_id = p.id and room.is_asked_now(r.workspace_id, r.id)
          and not exists (select from room.answer a where a.request_id = r.id and a.sent_at is not null))
        + (select count(*)::integer from room.gate g
          where g.publication_id = p.id and not exists (select from room.gate_word w where w.gate_id = g.id)) as waiting
    from ${from} order by e.sealed_at desc, p.id`.execute(transaction);
  return rows;
}

export async function findRoom(transaction: DatabaseTransaction, id: string): Promise<RoomRow | null> {
  const { rows } = await sql<RoomRow>`select ${columns} from ${from} where p.id = ${id}`.execute(transaction);
  return rows[0] ?? null;
}

export type Standing = { readonly id: string; readonly standing: string };

/** Each room that is open to the guest, with a text that is another as soon as what they may see of it is. */
export async function findStandings(transaction: DatabaseTransaction): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`
    with asked as (
      select r.publication_id, jsonb_agg(jsonb_build_array(r.id, r.closed_at,
        r.closes_at <= clock_timestamp(), a.sent, s.signed) order by r.id) as said
      from room.request r
      left join (
        select request_id, count(*) as sent from room.answer where sent_at is not null group by request_id
      ) a on a.request_id = r.id
      left join (select request_id, count(*) as signed from room.signature group by request_id) s on s.request_id = r.id
      group by r.publication_id
    ), gates as (
      select g.publication_id, jsonb_agg(jsonb_build_array(g.id, w.said) order by g.id) as asked
      from room.gate g
      left join (select gate_id, count(*) as said from room.gate_word group by gate_id) w on w.gate_id = g.id
      group by g.publication_id
    )
    select p.id, jsonb_build_array(p.edition, g.until, asked.said, gates.asked)::text as standing
    from room.publication p
    join (select publication_id, max(expires_at) as until from room.grant group by publication_id) g
      on g.publication_id = p.id
    left join asked on asked.publication_id = p.id
    left join gates on gates.publication_id = p.id`.execute(transaction);
  return rows;
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
