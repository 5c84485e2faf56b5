import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';

/** At most `most` attempts of one kind by one account or address within `minutes`. */
export type Limit = { readonly kind: string; readonly most: number; readonly minutes: number };

const keyOf = ({ kind }: Limit, whose: string): Buffer => createHash('sha256').update(`${kind}\n${whose}`).digest();

/**
 * Counts an attempt before it is made, so that many at once are counted too. In the database, so that all servers of an
 * installation count together.
 * @returns null, or how many seconds the attempt must wait
 */
export async function insertAttempt(database: Database, limit: Limit, whose: string): Promise<number | null> {
  const { rows } = await sql<{ count: number; seconds: number }>`
    insert into auth.attempt as a (key, count, window_ends_at)
    values (${keyOf(limit, whose)}, 1, now() + make_interval(mins => ${limit.minutes}))
    on conflict (key) do update set
      count = case when a.window_ends_at < now() then 1 else least(a.count, 1000000) + 1 end,
      window_ends_at = case when a.window_ends_at < now() then excluded.window_ends_at else a.window_ends_at end
    returning count, greatest(1, ceil(extract(epoch from window_ends_at - now())))::int as seconds`.execute(database);
  const { count, seconds } = rows[0] ?? { count: 1, seconds: 0 };
  if (count === 1) await removeOldAttempts(database);
  return count > limit.most ? seconds : null;
}

async function removeOldAttempts(database: Database): Promise<void> {
  await sql`delete from auth.attempt where key in (
    select key from auth.attempt where window_ends_at < now() - interval '1 hour' limit 100 for update skip locked)`.execute(
    database,
  );
}

/** What succeeded does not count; an address gets back this one attempt, an account all. */
export async function forgiveAttempts(
  database: Database,
  limit: Limit,
  whose: string,
  howMany: 'one' | 'all',
): Promise<void> {
  const key = keyOf(limit, whose);
  await (howMany === 'all'
    ? sql`delete from auth.attempt where key = ${key}`
    : sql`update auth.attempt set count = greatest(count - 1, 0) where key = ${key}`
  ).execute(database);
}
