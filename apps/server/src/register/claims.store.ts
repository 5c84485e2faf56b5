import type { Claim, Rank, SourceDates, SubjectKind, SubjectRef } from '@entente/core/kernel';
import { invariant } from '@entente/core/kernel';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

/** A claim as the core reads it, with the id of its source. */
export type HeldClaim = Claim & { readonly sourceId: string };
export type ClaimsHeld = { readonly claims: readonly HeldClaim[]; readonly dates: SourceDates };

type RawClaim = {
  id: string;
  subject_kind: SubjectKind;
  subject_id: string;
  field: string;
  value: string;
  source_id: string;
  source: string;
  date_latest: string | null;
  place: string;
  quote: string | null;
  rank: Rank;
  reason: string | null;
};

/** The claims on records, in the order they came in, with the dates of their sources. */
export async function findClaims(transaction: DatabaseTransaction, subjects: readonly string[]): Promise<ClaimsHeld> {
  if (subjects.length === 0) return { claims: [], dates: new Map() };
  const { rows } = await sql<RawClaim>`
    select c.id, c.subject_kind, c.subject_id, c.field, c.value, c.source_id, s.key as source, s.date_latest, c.place,
      c.quote, c.rank, c.reason
    from app.claim c join app.source s on s.workspace_id = c.workspace_id and s.id = c.source_id
    where c.subject_id = any (${[...subjects]}::uuid[]) order by c.position`.execute(transaction);
  return {
    dates: new Map(rows.map(({ source, date_latest }) => [source, date_latest])),
    claims: rows.map(({ subject_kind, subject_id, source_id, date_latest: _date, ...rest }) => ({
      ...rest,
      sourceId: source_id,
      subject: { kind: subject_kind, id: subject_id },
    })),
  };
}

/** The records that a source's claims are about. */
export async function findSubjectsOf(transaction: DatabaseTransaction, source: string): Promise<SubjectRef[]> {
  const { rows } = await sql<SubjectRef>`
    select distinct subject_kind as kind, subject_id as id from app.claim where source_id = ${source}`.execute(
    transaction,
  );
  return rows;
}

export async function removeClaimsOn(transaction: DatabaseTransaction, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  await sql`delete from app.claim where subject_id = any (${[...subjects]}::uuid[])`.execute(transaction);
}

export type EntrySource = { readonly id: string; readonly key: string; readonly date: string | null };

/** The source that stands for what the actor types in, or null before the first entry. */
export async function findEntrySource(transaction: DatabaseTransaction): Promise<EntrySource | null> {
  const { rows } = await sql<EntrySource>`
    select id, key, date from app.source where kind = 'entry' and key = ${entryKey}`.execute(transaction);
  return rows[0] ?? null;
}

const entryKey = sql`(select case when is_local then 'entry-local' else 'entry-' || left(id::text, 8) end
  from app.person where id = current_setting('entente.actor')::uuid)`;

/** Held by whoever makes the workspace's first entry source for an actor, until the transaction ends. */
export async function lockEntrySource(transaction: DatabaseTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(
    'entry source ' || current_setting('entente.workspace') || ' ' || current_setting('entente.actor'), 0))`.execute(
    transaction,
  );
}

export async function insertEntrySource(transaction: DatabaseTransaction, day: string): Promise<EntrySource> {
  const { rows } = await sql<EntrySource>`
    insert into app.source (workspace_id, key, kind, title, date)
    select current_setting('entente.workspace')::uuid, ${entryKey}, 'entry', 'Entered by ' || p.name, ${day}
    from app.person p where p.id = current_setting('entente.actor')::uuid
    returning id, key, date`.execute(transaction);
  invariant(rows[0], 'the actor is a person');
  return rows[0];
}

/** Documents tie by their date; an entry is as recent as its last day. */
export async function updateEntryDay(transaction: DatabaseTransaction, id: string, day: string): Promise<void> {
  await sql`update app.source set date = ${day} where id = ${id}`.execute(transaction);
}
