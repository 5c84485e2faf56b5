import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

export type NoticeKind = 'opened' | 'republished' | 'asked' | 'answered' | 'signed';
export type NoticeRow = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly publicationId: string;
  readonly title: string;
  /** Of the workspace. */
  readonly slug: string;
  readonly email: string;
  readonly name: string;
  readonly language: 'en' | 'ja' | 'zh-Hant';
  readonly attempts: number;
};

async function enterClockwork(transaction: DatabaseTransaction): Promise<void> {
  await sql`select set_config('entente.clockwork', 'notices', true)`.execute(transaction);
}

/**
 * Takes the notice that is due first, and puts it off in case that sending it fails: by a minute, then twice as long each
 * time. Of two servers, one gets it.
 */
export async function takeNotice(transaction: DatabaseTransaction): Promise<NoticeRow | null> {
  await enterClockwork(transaction);
  const { rows } = await sql<NoticeRow>`
    update app.notice n set attempts = attempts + 1, due_at = clock_timestamp() + interval '1 minute' * 2 ^ n.attempts
    where n.id = (
      select id from app.notice where due_at <= clock_timestamp() order by position limit 1 for update skip locked)
    returning id, kind, publication_id as "publicationId", title, slug, email, name, language, attempts`.execute(
    transaction,
  );
  return rows[0] ?? null;
}

export async function removeNotice(transaction: DatabaseTransaction, id: string): Promise<void> {
  await enterClockwork(transaction);
  await sql`delete from app.notice where id = ${id}`.execute(transaction);
}

/** Whether the actor gets notices. */
export async function findWantsNotices(transaction: DatabaseTransaction): Promise<boolean> {
  const { rows } = await sql<{ wanted: boolean }>`
    select wants_notices as wanted from app.person where id = current_setting('entente.actor')::uuid`.execute(
    transaction,
  );
  return rows[0]?.wanted ?? true;
}

export async function updateWantsNotices(transaction: DatabaseTransaction, wanted: boolean): Promise<void> {
  await sql`
    update app.person set wants_notices = ${wanted} where id = current_setting('entente.actor')::uuid`.execute(
    transaction,
  );
}
