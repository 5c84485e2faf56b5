import type { HealthRatingsSaid, RoomDraft } from '@entente/contract/sharing';
import { invariant } from '@entente/core/kernel';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

export type AnswerRow = {
  readonly id: string;
  readonly side: 'firm' | 'partner';
  readonly person: string;
  readonly verdict: RoomDraft['verdict'];
  readonly words: string | null;
  readonly ratings: HealthRatingsSaid | null;
  readonly sentAt: string;
  /** Whether the reader sent it. */
  readonly own: boolean;
};
/** One rating or comment that is nobody's. */
type UnnamedRow = {
  readonly side: 'firm' | 'partner';
  readonly dimension: HealthRatingsSaid[number]['dimension'];
  readonly score: number | null;
  readonly comment: string | null;
};
type SignatureRow = { readonly person: string; readonly signedAt: string };

export type RequestRow = {
  readonly id: string;
  readonly kind: 'venture-stakes' | 'health-check';
  readonly partnerId: string;
  readonly number: number;
  readonly digest: string;
  readonly askedAt: Date;
  /** Of a health check. */
  readonly closesAt: Date | null;
  readonly isClosed: boolean;
  /** Whether the edition asked about is the one that stands; a health check is about none. */
  readonly stands: boolean;
  readonly answers: readonly AnswerRow[];
  /** As they are asked again, in order. */
  readonly criteria: readonly string[];
  readonly anonymous: boolean;
  /** How many answered an anonymous check that is over; null until its answers were opened. */
  readonly tally: { readonly firm: number; readonly partner: number } | null;
  /** In random order. */
  readonly unnamed: readonly UnnamedRow[];
  readonly firm: SignatureRow | null;
  readonly partner: SignatureRow | null;
};

const signed = (side: 'firm' | 'partner') => sql`(
  select json_build_object('person', s.person_name, 'signedAt', s.signed_at) from room.signature s
  where s.workspace_id = r.workspace_id and s.request_id = r.id and s.side = ${side})`;

/** The requests of a publication that the reader may see, first to last, with what was sent. */
export async function findRequests(
  transaction: DatabaseTransaction,
  publication: string,
): Promise<readonly RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select r.id, r.kind, r.partner_id as "partnerId", r.edition_number as number, encode(r.digest, 'hex') as digest,
      r.asked_at as "askedAt", r.closes_at as "closesAt",
      (r.closed_at is not null or r.closes_at <= clock_timestamp()) is true as "isClosed",
      (p.edition = r.edition_number or r.kind = 'health-check') as stands,
      (select coalesce(json_agg(json_build_object('id', a.id, 'side', a.side, 'person', a.person_name, 'verdict', a.verdict,
          'words', a.words, 'ratings', a.ratings, 'sentAt', a.sent_at,
          'own', a.person_id = current_setting('entente.actor')::uuid) order by a.sent_at), '[]')
        from room.answer a where a.workspace_id = r.workspace_id and a.request_id = r.id and a.sent_at is not null) as answers,
      r.criteria, r.anonymous,
      (select json_build_object('firm', t.firm, 'partner', t.partner) from room.tally t
        where t.workspace_id = r.workspace_id and t.request_id = r.id) as tally,
      (select coalesce(json_agg(json_build_object('side', u.side, 'dimension', u.dimension, 'score', u.score,
          'comment', u.comment) order by u.id), '[]')
        from room.unnamed_rating u where u.workspace_id = r.workspace_id and u.request_id = r.id) as unnamed,
      ${signed('firm')} as firm, ${signed('partner')} as partner
    from room.request r
    join room.publication p on p.workspace_id = r.workspace_id and p.id = r.publication_id
    where r.workspace_id = current_setting('entente.workspace')::uuid and r.publication_id = ${publication}
    order by r.asked_at, r.id`.execute(transaction);
  return rows;
}

/** Has the database take the names from the answers of anonymous checks that are over, once. */
export async function openAnswers(transaction: DatabaseTransaction, publication: string): Promise<void> {
  await sql`
    insert into room.tally (workspace_id, request_id)
    select r.workspace_id, r.id from room.request r
    where r.workspace_id = current_setting('entente.workspace')::uuid and r.publication_id = ${publication}
      and room.is_unsealed(r.workspace_id, r.id)
      and not exists (select from room.tally t where t.workspace_id = r.workspace_id and t.request_id = r.id)
    on conflict do nothing`.execute(transaction);
}

/** Which criteria of the choice of partners the requests of a publication ask again, by request; members alone read it. */
export async function findCriterionKeys(
  transaction: DatabaseTransaction,
  publication: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ id: string; keys: readonly string[] }>`
    select id, criterion_keys as keys from room.request
    where workspace_id = current_setting('entente.workspace')::uuid and publication_id = ${publication}`.execute(
    transaction,
  );
  return new Map(rows.map(({ id, keys }) => [id, keys]));
}

export async function findRequest(
  transaction: DatabaseTransaction,
  publication: string,
  id: string,
): Promise<RequestRow | null> {
  return (await findRequests(transaction, publication)).find((request) => request.id === id) ?? null;
}

/** Asks about the edition that stands, or both sides how the alliance does until a moment. */
export async function insertRequest(
  transaction: DatabaseTransaction,
  publication: string,
  {
    kind,
    partner,
    closesAt,
    anonymous,
    criteria,
  }: Pick<RequestRow, 'kind' | 'anonymous'> & {
    readonly partner: string;
    readonly closesAt: string | null;
    readonly criteria: readonly { readonly criterion: string; readonly name: string }[];
  },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into room.request (workspace_id, publication_id, edition_id, partner_id, kind, closes_at, anonymous, criteria, criterion_keys, asked_by)
    select p.workspace_id, p.id, e.id, ${partner}::uuid, ${kind}, ${closesAt}::timestamptz, ${anonymous},
      ${JSON.stringify(criteria.map(({ name }) => name))}::jsonb, ${criteria.map(({ criterion }) => criterion)}::text[],
      current_setting('entente.actor')::uuid
    from room.publication p
    join room.edition e on e.workspace_id = p.workspace_id and e.publication_id = p.id and e.number = p.edition
    where p.workspace_id = current_setting('entente.workspace')::uuid and p.id = ${publication}
    returning id`.execute(transaction);
  const id = rows[0]?.id;
  invariant(id, 'a request is about an edition that stands');
  return id;
}

export async function closeRequest(
  transaction: DatabaseTransaction,
  publication: string,
  id: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update room.request set closed_at = clock_timestamp()
    where workspace_id = current_setting('entente.workspace')::uuid and publication_id = ${publication} and id = ${id}
      and closed_at is null`.execute(transaction);
  return numAffectedRows === 1n;
}

/** Signs for one side; a signature that is there stays. */
export async function insertSignature(
  transaction: DatabaseTransaction,
  request: string,
  { side, digest, person }: { readonly side: 'firm' | 'partner'; readonly digest: string; readonly person: string },
): Promise<void> {
  await sql`
    insert into room.signature (workspace_id, request_id, side, digest, person_id, person_name)
    values (current_setting('entente.workspace')::uuid, ${request}, ${side}, decode(${digest}, 'hex'),
      current_setting('entente.actor')::uuid, ${person})`.execute(transaction);
}

export type DraftRow = {
  readonly requestId: string;
  readonly verdict: RoomDraft['verdict'];
  readonly words: string | null;
  readonly ratings: HealthRatingsSaid | null;
  readonly writtenAt: Date;
};

/** What the actor of the transaction wrote and did not send. */
export async function findDrafts(transaction: DatabaseTransaction): Promise<readonly DraftRow[]> {
  const { rows } = await sql<DraftRow>`
    select request_id as "requestId", verdict, words, ratings, written_at as "writtenAt" from room.answer
    where sent_at is null`.execute(transaction);
  return rows;
}

const asJson = (ratings: HealthRatingsSaid | null): string | null =>
  ratings === null ? null : JSON.stringify(ratings);

/** Keeps what a member would answer to a health check for the firm. */
export async function saveFirmDraft(
  transaction: DatabaseTransaction,
  request: string,
  { person, ratings }: { readonly person: string; readonly ratings: HealthRatingsSaid },
): Promise<void> {
  const changed = await sql`
    update room.answer set ratings = ${asJson(ratings)}::jsonb, written_at = clock_timestamp()
    where workspace_id = current_setting('entente.workspace')::uuid and request_id = ${request} and sent_at is null`.execute(
    transaction,
  );
  if (changed.numAffectedRows === 1n) return;
  await sql`
    insert into room.answer (workspace_id, request_id, side, person_id, person_name, verdict, ratings)
    values (current_setting('entente.workspace')::uuid, ${request}, 'firm', current_setting('entente.actor')::uuid, ${person},
      'rated', ${asJson(ratings)}::jsonb)`.execute(transaction);
}

export async function saveDraft(
  transaction: DatabaseTransaction,
  request: string,
  { verdict, words, ratings }: RoomDraft,
): Promise<void> {
  const changed = await sql`
    update room.answer set verdict = ${verdict}, words = ${words}, ratings = ${asJson(ratings)}::jsonb,
      written_at = clock_timestamp()
    where request_id = ${request} and sent_at is null`.execute(transaction);
  if (changed.numAffectedRows === 1n) return;
  await sql`
    insert into room.answer (workspace_id, request_id, person_id, person_name, verdict, words, ratings)
    select g.workspace_id, ${request}::uuid, g.person_id, g.name, ${verdict}, ${words}, ${asJson(ratings)}::jsonb
    from room.guest g`.execute(transaction);
}

export async function removeDraft(transaction: DatabaseTransaction, request: string): Promise<void> {
  await sql`delete from room.answer where request_id = ${request} and sent_at is null`.execute(transaction);
}

/** Sends the actor's draft; whether there was one. */
export async function sendDraft(transaction: DatabaseTransaction, request: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update room.answer set sent_at = clock_timestamp() where request_id = ${request} and sent_at is null`.execute(
    transaction,
  );
  return numAffectedRows === 1n;
}
