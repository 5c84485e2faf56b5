import type { ChosenKind } from '@entente/core/accounts';
import { invariant } from '@entente/core/kernel';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { ChosenItem } from './room-items.ts';

export type PublicationRow = {
  readonly id: string;
  readonly title: string;
  readonly allianceId: string;
  readonly allianceName: string;
  readonly firmName: string;
  readonly selection: readonly ChosenKind[];
  readonly editionId: string;
  readonly number: number;
  readonly digest: string;
  readonly publishedAt: Date;
  /** When a guest last read it. */
  readonly lastReadAt: Date | null;
};

const columns = sql`p.id, p.title, p.alliance_id as "allianceId", p.alliance_name as "allianceName",
  p.firm_name as "firmName", p.selection, e.id as "editionId", e.number, encode(e.digest, 'hex') as digest,
  e.sealed_at as "publishedAt", (select max(d.done_at) from room.deed d
    where d.workspace_id = p.workspace_id and d.publication_id = p.id and d.action = 'read') as "lastReadAt"`;
const here = sql`p.workspace_id = current_setting('entente.workspace')::uuid`;
const from = sql`room.publication p
  join room.edition e on e.workspace_id = p.workspace_id and e.publication_id = p.id and e.number = p.edition`;

/** What is published, latest first. */
export async function findPublications(
  transaction: DatabaseTransaction,
  alliance: string | null,
): Promise<readonly PublicationRow[]> {
  const { rows } = await sql<PublicationRow>`
    select ${columns} from ${from} where ${here} and (${alliance}::uuid is null or p.alliance_id = ${alliance})
    order by p.made_at desc, p.id`.execute(transaction);
  return rows;
}

/** One publication; locked, no other edition of it is made until the transaction ends. */
export async function findPublication(
  transaction: DatabaseTransaction,
  id: string,
  lock: 'lock' | 'read' = 'read',
): Promise<PublicationRow | null> {
  if (lock === 'lock')
    await sql`select from room.publication p where ${here} and p.id = ${id} for update`.execute(transaction);
  const { rows } = await sql<PublicationRow>`select ${columns} from ${from} where ${here} and p.id = ${id}`.execute(
    transaction,
  );
  return rows[0] ?? null;
}

export async function insertPublication(
  transaction: DatabaseTransaction,
  { title, allianceId, selection }: Pick<PublicationRow, 'title' | 'allianceId' | 'selection'>,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into room.publication (workspace_id, title, alliance_id, selection, made_by)
    values (current_setting('entente.workspace')::uuid, ${title}, ${allianceId}, ${JSON.stringify(selection)}::jsonb,
      current_setting('entente.actor')::uuid) returning id`.execute(transaction);
  const id = rows[0]?.id;
  invariant(id, 'an inserted publication has an id');
  return id;
}

/** Writes a new edition and seals it: from then on it is the one that stands. */
export async function insertEdition(
  transaction: DatabaseTransaction,
  publication: string,
  items: readonly ChosenItem[],
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into room.edition (workspace_id, publication_id, number, made_by)
    select p.workspace_id, p.id, coalesce(p.edition, 0) + 1, current_setting('entente.actor')::uuid
    from room.publication p where ${here} and p.id = ${publication} returning id`.execute(transaction);
  const edition = rows[0]?.id;
  invariant(edition, 'an edition is of a publication that is there');
  const written = items.map((item, position) => ({ ...item, position }));
  await sql`
    insert into room.item (workspace_id, id, edition_id, position, form, kind, class, record_id, payload)
    select current_setting('entente.workspace')::uuid, i.id, ${edition}::uuid, i.position, i.form, i.kind, k.class, i."recordId", i.payload
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
      as i (id uuid, position integer, form text, kind text, "recordId" uuid, payload jsonb)
    join app.record_kind k on k.kind = i.kind`.execute(transaction);
  await sql`
    update room.edition set sealed_at = now()
    where workspace_id = current_setting('entente.workspace')::uuid and id = ${edition}`.execute(transaction);
}

export type DeedRow = {
  readonly person: string;
  readonly partner: string;
  readonly action: 'read' | 'answer' | 'signature' | 'gate-word';
  readonly doneAt: Date;
};

/** What guests did with a publication, latest first. */
export async function findDeeds(transaction: DatabaseTransaction, publication: string): Promise<readonly DeedRow[]> {
  const { rows } = await sql<DeedRow>`
    select said->>'actorName' as person, said->>'partnerName' as partner, action, done_at as "doneAt" from room.deed
    where workspace_id = current_setting('entente.workspace')::uuid and publication_id = ${publication}
    order by done_at desc, position desc limit 100`.execute(transaction);
  return rows;
}

/** Puts what the actor did as a guest into the audit. */
export async function chainDeeds(transaction: DatabaseTransaction): Promise<void> {
  await sql`
    update room.deed set chained_at = clock_timestamp()
    where workspace_id = current_setting('entente.workspace')::uuid
      and person_id = current_setting('entente.actor')::uuid and chained_at is null`.execute(transaction);
}
