import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { IdempotencyKey, StoredAnswer } from './stored-answer.ts';

/** Requests with one key take turns, so that the second finds the answer of the first. */
export async function lockKey(transaction: DatabaseTransaction, { route, key }: IdempotencyKey): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(
    'answer ' || current_setting('entente.actor') || ' ' || ${route}::text || ' ' || ${key}::text, 0))`.execute(
    transaction,
  );
}

/** The answer given under this key in the last 48 hours; `same` when the request was the same. */
export async function findAnswer(
  transaction: DatabaseTransaction,
  { route, key, digest }: IdempotencyKey,
): Promise<{ readonly same: boolean; readonly answer: StoredAnswer } | null> {
  const { rows } = await sql<{ same: boolean; status: number; headers: Record<string, string>; body: string }>`
    select request_digest = ${Buffer.from(digest)} as same, status, headers, body from app.idempotency_key
    where actor_id = current_setting('entente.actor')::uuid and route = ${route} and key = ${key}
      and created_at > now() - interval '48 hours'`.execute(transaction);
  const row = rows[0];
  if (!row) return null;
  return {
    same: row.same,
    answer: { status: row.status, headers: row.headers, body: JSON.parse(row.body) as unknown },
  };
}

/** Keeps the answer with the change it tells of, and forgets those that are past their time. */
export async function insertAnswer(
  transaction: DatabaseTransaction,
  workspace: string,
  { route, key, digest }: IdempotencyKey,
  { status, headers, body }: StoredAnswer,
): Promise<void> {
  await sql`delete from app.idempotency_key
    where workspace_id = ${workspace} and created_at <= now() - interval '48 hours'`.execute(transaction);
  await sql`
    insert into app.idempotency_key (workspace_id, actor_id, route, key, request_digest, status, headers, body)
    values (${workspace}, current_setting('entente.actor')::uuid, ${route}, ${key}, ${Buffer.from(digest)}, ${status},
      ${JSON.stringify(headers)}::jsonb, ${JSON.stringify(body)})`.execute(transaction);
}
