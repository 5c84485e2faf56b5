import type { CalendarFeedMaking } from '@entente/contract/calendar';
import type { PaperContent } from '@entente/contract/dossier';
import { invariant } from '@entente/core/kernel';
import { sql } from 'kysely';
import type { StepRow } from '../lifecycle/lifecycles.store.ts';
import type { DatabaseTransaction } from '../platform/database.ts';

export type FeedRow = {
  readonly ownOnly: boolean;
  readonly language: CalendarFeedMaking['language'];
  readonly madeAt: Date;
};

const here = sql`workspace_id = current_setting('entente.workspace')::uuid
  and owner_id = current_setting('entente.actor')::uuid`;
const columns = sql`own_only as "ownOnly", language, made_at as "madeAt"`;

/** The actor's own feed of the workspace at hand. */
export async function findFeed(transaction: DatabaseTransaction): Promise<FeedRow | null> {
  const { rows } = await sql<FeedRow>`select ${columns} from app.calendar_feed where ${here}`.execute(transaction);
  return rows[0] ?? null;
}

export async function removeFeed(transaction: DatabaseTransaction): Promise<void> {
  await sql`delete from app.calendar_feed where ${here}`.execute(transaction);
}

/** Makes the actor's feed; only the digest of its token is kept. */
export async function insertFeed(
  transaction: DatabaseTransaction,
  { token, ownOnly, language }: Pick<FeedRow, 'ownOnly' | 'language'> & { readonly token: string },
): Promise<FeedRow> {
  const { rows } = await sql<FeedRow>`
    insert into app.calendar_feed (workspace_id, owner_id, token_digest, own_only, language)
    values (current_setting('entente.workspace')::uuid, current_setting('entente.actor')::uuid,
      sha256(convert_to(${token}, 'UTF8')), ${ownOnly}, ${language})
    returning ${columns}`.execute(transaction);
  const [made] = rows;
  invariant(made, 'a feed that was made is returned');
  return made;
}

export type AddressedFeed = FeedRow & { readonly workspaceId: string; readonly ownerId: string };

/** The transaction holds this address: row-level security shows it the feed there. */
export async function enterFeed(transaction: DatabaseTransaction, token: string): Promise<AddressedFeed | null> {
  await sql`select set_config('entente.calendar', ${token}, true)`.execute(transaction);
  const { rows } = await sql<AddressedFeed>`
    select workspace_id as "workspaceId", owner_id as "ownerId", ${columns} from app.calendar_feed
    where token_digest = sha256(convert_to(${token}, 'UTF8'))`.execute(transaction);
  return rows[0] ?? null;
}

/** A paper with a time, of an alliance that may stand in a calendar. */
export type DatedRow = {
  readonly id: string;
  readonly version: number;
  readonly content: PaperContent;
  readonly due: string;
  readonly isOpen: boolean;
  readonly recordedAt: Date;
  readonly alliance: string | null;
  readonly slug: string;
};

/** What leaves the house in a feed is of these classes alone, whatever its owner reads. */
const told = sql`a.class in ('INTERNAL', 'SHAREABLE') and a.stated`;
const MOST = 5000;

/** Meetings of whatever state from a day on, and everything that is open and has a day, as the actor may read it. */
export async function findDated(transaction: DatabaseTransaction, from: string): Promise<readonly DatedRow[]> {
  const { rows } = await sql<DatedRow>`
    select p.id, p.version, p.content, p.due::text, p.is_open as "isOpen", p.recorded_at as "recordedAt",
      a.name as alliance, a.slug
    from app.paper p join app.alliance a on a.workspace_id = p.workspace_id and a.id = p.alliance_id
    where p.workspace_id = current_setting('entente.workspace')::uuid and p.class = 'INTERNAL' and ${told}
      and p.content is not null and (p.is_open and p.due is not null or p.kind = 'meeting' and p.due >= ${from}::date)
      and not exists (
        select from app.paper later
        where later.workspace_id = p.workspace_id and later.id = p.id and later.version = p.version + 1)
    order by p.due, p.id limit ${MOST}`.execute(transaction);
  return rows;
}

/** A step of the development of an alliance that may stand in a calendar. */
export type DevelopingRow = StepRow & { readonly alliance: string | null; readonly slug: string };

/** The steps of alliances that go on, those of one together and in their order. */
export async function findDeveloping(transaction: DatabaseTransaction, day: string): Promise<readonly DevelopingRow[]> {
  const { rows } = await sql<DevelopingRow>`
    select s.alliance_id as "allianceId", s.nth, s.kind, s.day::text, s.content, s.actor_id as "actorId",
      s.actor_name as "actorName", s.recorded_at as "recordedAt", a.name as alliance, a.slug
    from app.lifecycle_step s join app.alliance a on a.workspace_id = s.workspace_id and a.id = s.alliance_id
    where s.workspace_id = current_setting('entente.workspace')::uuid and s.class = 'INTERNAL' and ${told}
      and (a.end_date::text = '..' or a.end_date_earliest > ${day}::date)
    order by s.alliance_id, s.nth`.execute(transaction);
  return rows;
}
