import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { StepRow } from './lifecycles.store.ts';

const here = (table: string): RawBuilder<unknown> =>
  sql`${sql.ref(table)}.workspace_id = current_setting('entente.workspace')::uuid`;

/** A guest to whom a room of an alliance is open, and the room that is open longest. */
export type AskableRow = {
  readonly id: string;
  readonly name: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly publicationId: string;
};

/** The guests who can be asked about a gate of an alliance; none for whoever does not see what is shared. */
export async function findAskable(transaction: DatabaseTransaction, alliance: string): Promise<readonly AskableRow[]> {
  const { rows } = await sql<AskableRow>`
    select distinct on (u.person_id) u.person_id as id, u.name, u.partner_id as "partnerId", u.partner_name as "partnerName",
      p.id as "publicationId"
    from room.publication p
    join room.grant g on g.workspace_id = p.workspace_id and g.publication_id = p.id
      and g.withdrawn_at is null and g.suspended_at is null and g.expires_at > clock_timestamp()
    join room.guest u on u.workspace_id = p.workspace_id and u.ended_at is null
      and (u.partner_id = g.partner_id or u.person_id = g.person_id)
    where ${here('p')} and p.alliance_id = ${alliance}::uuid and p.edition is not null
    order by u.person_id, g.expires_at desc, p.id`.execute(transaction);
  return rows;
}

/** What a guest is asked about a gate. */
export type AskedGate = {
  readonly publicationId: string;
  readonly personId: string;
  readonly stage: string;
  /** By language. */
  readonly stageName: object;
  readonly words: string | null;
  readonly due: string | null;
  /** The number of the step by which they are asked, and its day. */
  readonly nth: number;
  readonly on: string;
};

export async function insertGate(transaction: DatabaseTransaction, gate: AskedGate): Promise<void> {
  await sql`
    insert into room.gate (workspace_id, publication_id, person_id, stage, stage_name, words, due, asked_by_step, asked_on)
    values (current_setting('entente.workspace')::uuid, ${gate.publicationId}::uuid, ${gate.personId}::uuid, ${gate.stage},
      ${JSON.stringify(gate.stageName)}::jsonb, ${gate.words}, ${gate.due}::date, ${gate.nth}, ${gate.on}::date)`.execute(
    transaction,
  );
}

/** Who is asked about a gate of an alliance now. */
export async function findAskedNow(transaction: DatabaseTransaction, alliance: string): Promise<readonly string[]> {
  const { rows } = await sql<{ person: string }>`
    select g.person_id as person from room.gate g
    where ${here('g')} and g.alliance_id = ${alliance}::uuid and g.closed_at is null`.execute(transaction);
  return rows.map(({ person }) => person);
}

/** Asks nobody any more about gates of an alliance, but those who are kept. */
export async function closeGates(
  transaction: DatabaseTransaction,
  alliance: string,
  kept: readonly string[],
): Promise<void> {
  await sql`
    update room.gate g set closed_at = clock_timestamp()
    where ${here('g')} and g.alliance_id = ${alliance}::uuid and g.closed_at is null
      and g.person_id <> all (${[...kept]}::uuid[])`.execute(transaction);
}

/** What a partner's approver said of a gate, as a step that was taken; `after` is the number of the step that asked them. */
export type PartnerWordRow = StepRow & { readonly after: number };

/** The words of partners' approvers on the gates of one alliance, or of all that the actor sees; of each, first to last. */
export async function findPartnerWords(
  transaction: DatabaseTransaction,
  alliance: string | null,
): Promise<readonly PartnerWordRow[]> {
  const { rows } = await sql<PartnerWordRow>`
    select g.alliance_id as "allianceId", g.asked_by_step as after, null as nth, 'gate-judged' as kind, w.day::text,
      jsonb_build_object('stage', g.stage, 'approver', w.person_id, 'verdict', w.verdict, 'comment', w.words) as content,
      w.person_id as "actorId", w.person_name as "actorName", w.said_at as "recordedAt"
    from room.gate_word w
    join room.gate g on g.workspace_id = w.workspace_id and g.id = w.gate_id
    where ${here('w')} and (${alliance}::uuid is null or g.alliance_id = ${alliance}::uuid)
    order by w.said_at, w.id`.execute(transaction);
  return rows;
}
