import type { ReviewAnswer, ReviewContributionAnswer, ReviewDecision } from '@entente/contract/portfolio';
import { invariant } from '@entente/core/kernel';
import type { CoalitionValue, ReviewCriterion, ReviewMember, ReviewState } from '@entente/core/portfolio';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

/** What a review holds: one document, which is signed as one. */
export type ReviewContentRow = {
  readonly criteria: readonly ReviewCriterion[];
  readonly members: readonly (ReviewMember & { readonly organisation: string | null })[];
  readonly contributions: readonly ReviewContributionAnswer[];
  readonly coalitions: readonly CoalitionValue[];
  readonly proposals: ReviewAnswer['proposals'];
};

export type ReviewRow = {
  readonly id: string;
  readonly class: 'NEVER' | 'INTERNAL';
  readonly allianceId: string;
  readonly date: string;
  readonly state: ReviewState;
  readonly version: number;
  readonly illustrative: boolean;
  readonly content: ReviewContentRow;
  readonly decision: string | null;
  readonly decisionShares: ReviewDecision['shares'];
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly digest: string | null;
  readonly reason: string | null;
};

export type SignatureRow = {
  readonly review: string;
  readonly person: string;
  readonly name: string;
  readonly digest: string;
  readonly signedAt: Date;
};

const here = sql`workspace_id = current_setting('entente.workspace')::uuid`;
const columns = sql`id, class, alliance_id as "allianceId", date::text, state, version, illustrative, content, decision,
  decision_shares as "decisionShares", decided_by as "decidedBy", decided_by_name as "decidedByName",
  decided_at as "decidedAt", encode(digest, 'hex') as digest, reason`;

const found = async (transaction: DatabaseTransaction, rest: RawBuilder<unknown>): Promise<readonly ReviewRow[]> =>
  (await sql<ReviewRow>`select ${columns} from app.review where ${here} ${rest}`.execute(transaction)).rows;

/** The reviews that the actor may read, by date. */
export const findReviews = (transaction: DatabaseTransaction): Promise<readonly ReviewRow[]> =>
  found(transaction, sql`order by date, created_at, id`);

/** One review; locked, nobody else writes it until the transaction ends. */
export async function findReview(
  transaction: DatabaseTransaction,
  id: string,
  lock: 'lock' | 'read' = 'read',
): Promise<ReviewRow | null> {
  const [row] = await found(transaction, sql`and id = ${id}::uuid ${lock === 'lock' ? sql`for update` : sql``}`);
  return row ?? null;
}

/** The signatures of a review, first to last. */
export async function findSignatures(
  transaction: DatabaseTransaction,
  review: string,
): Promise<readonly SignatureRow[]> {
  const { rows } = await sql<SignatureRow>`
    select review_id as review, person_id as person, person_name as name, encode(digest, 'hex') as digest, signed_at as "signedAt"
    from app.review_signature where ${here} and review_id = ${review}::uuid order by signed_at, person_id`.execute(
    transaction,
  );
  return rows;
}

type ReviewDraft = Pick<ReviewRow, 'class' | 'allianceId' | 'date' | 'illustrative' | 'content'>;

/** Begins a review; the database makes it a draft. */
export async function insertReview(transaction: DatabaseTransaction, draft: ReviewDraft): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into app.review (workspace_id, class, alliance_id, date, illustrative, content)
    values (current_setting('entente.workspace')::uuid, ${draft.class}, ${draft.allianceId}::uuid, ${draft.date}::date,
      ${draft.illustrative}, ${JSON.stringify(draft.content)}::jsonb)
    returning id`.execute(transaction);
  const id = rows[0]?.id;
  invariant(id, 'an inserted review has an id');
  return id;
}

/** Why a step is taken, and which one it takes back. */
export type StepTold = { readonly reason?: string | null; readonly undoes?: number | null };

/** Writes what a draft holds. */
export async function updateDraft(
  transaction: DatabaseTransaction,
  id: string,
  { class: reviewClass, date, content }: Pick<ReviewRow, 'class' | 'date' | 'content'>,
  { reason = null, undoes = null }: StepTold = {},
): Promise<void> {
  await sql`update app.review set class = ${reviewClass}, date = ${date}::date, content = ${JSON.stringify(content)}::jsonb,
      step_reason = ${reason}, undoes = ${undoes}
    where ${here} and id = ${id}::uuid`.execute(transaction);
}

/** Takes a review one step further; who and when, the database says. */
export async function updateState(
  transaction: DatabaseTransaction,
  id: string,
  state: ReviewState,
  given: { readonly decision?: ReviewDecision; readonly reason?: string } = {},
): Promise<void> {
  const { decision, reason } = given;
  const decided =
    decision &&
    sql`, decision = ${decision.text},
    decision_shares = ${decision.shares === null ? null : JSON.stringify(decision.shares)}::jsonb`;
  await sql`update app.review set state = ${state}, step_reason = null, undoes = null ${decided ?? sql``} ${reason === undefined ? sql`` : sql`, reason = ${reason}`}
    where ${here} and id = ${id}::uuid`.execute(transaction);
}

/** Takes the last step back; the database holds it to the state before, and clears what was decided. */
export async function updateStateBack(
  transaction: DatabaseTransaction,
  id: string,
  state: ReviewState,
  { reason = null, undoes }: StepTold & { readonly undoes: number },
): Promise<void> {
  await sql`update app.review set state = ${state}, step_reason = ${reason}, undoes = ${undoes}
    where ${here} and id = ${id}::uuid`.execute(transaction);
}

/** Signs what the digest names; the database says who signs, and refuses what is not what was decided. */
export async function insertSignature(transaction: DatabaseTransaction, review: string, digest: string): Promise<void> {
  await sql`insert into app.review_signature (workspace_id, review_id, person_id, person_name, digest)
    values (current_setting('entente.workspace')::uuid, ${review}::uuid, current_setting('entente.actor')::uuid, '-',
      decode(${digest}, 'hex'))`.execute(transaction);
}
