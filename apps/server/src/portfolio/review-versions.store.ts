import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { ReviewRow } from './reviews.store.ts';

/** What a review held after one of its steps. */
export type ReviewVersionRow = Pick<
  ReviewRow,
  'version' | 'class' | 'date' | 'state' | 'content' | 'decision' | 'reason'
> & {
  readonly undoes: number | null;
  readonly madeBy: string | null;
  readonly madeByName: string | null;
  readonly madeAt: Date;
};

/** The versions of a review that the actor may read, first to last. */
export async function findReviewVersions(
  transaction: DatabaseTransaction,
  review: string,
): Promise<readonly ReviewVersionRow[]> {
  const { rows } = await sql<ReviewVersionRow>`
    select version, class, date::text, state, content, decision, reason, undoes, made_by as "madeBy",
      made_by_name as "madeByName", made_at as "madeAt"
    from app.review_version
    where workspace_id = current_setting('entente.workspace')::uuid and review_id = ${review}::uuid
    order by version`.execute(transaction);
  return rows;
}
