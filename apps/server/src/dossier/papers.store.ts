import type { PaperContent, PaperKind } from '@entente/contract/dossier';
import type { AccessClass } from '@entente/core/accounts';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

/** A version of a paper. */
export type PaperRow = {
  readonly id: string;
  readonly allianceId: string;
  readonly version: number;
  readonly kind: PaperKind;
  readonly class: AccessClass;
  readonly content: PaperContent | null;
  readonly due: string | null;
  readonly isOpen: boolean;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly recordedAt: Date;
};

const here = sql`p.workspace_id = current_setting('entente.workspace')::uuid`;
const isLatest = sql`not exists (
  select from app.paper later where later.workspace_id = p.workspace_id and later.id = p.id and later.version = p.version + 1)`;

const found = async (transaction: DatabaseTransaction, rest: RawBuilder<unknown>): Promise<readonly PaperRow[]> =>
  (
    await sql<PaperRow>`
      select p.id, p.alliance_id as "allianceId", p.version, p.kind, p.class, p.content, p.due::text, p.is_open as "isOpen",
        p.actor_id as "actorId", p.actor_name as "actorName", p.recorded_at as "recordedAt"
      from app.paper p where ${here} ${rest}`.execute(transaction)
  ).rows;

/** Which papers are asked for. */
export type PapersAsked = {
  readonly alliance?: string;
  readonly kinds?: readonly PaperKind[] | undefined;
  readonly isOpen?: boolean;
  readonly until?: string | undefined;
};

/** The papers that the actor may read as they stand now: those that are due first, then in the order in which they were written. */
export const findPapers = (
  transaction: DatabaseTransaction,
  { alliance, kinds, isOpen = false, until }: PapersAsked,
): Promise<readonly PaperRow[]> =>
  found(
    transaction,
    sql`and p.content is not null
      ${alliance === undefined ? sql`` : sql`and p.alliance_id = ${alliance}::uuid`}
      ${kinds === undefined ? sql`` : sql`and p.kind = any (${[...kinds]}::text[])`}
      ${isOpen ? sql`and p.is_open` : sql``}
      ${until === undefined ? sql`` : sql`and p.due <= ${until}::date`}
      and ${isLatest} order by p.due nulls last, p.recorded_at, p.id`,
  );

/** Every version of a paper of an alliance, latest first. */
export const findVersions = (
  transaction: DatabaseTransaction,
  { alliance, paper }: { readonly alliance: string; readonly paper: string },
): Promise<readonly PaperRow[]> =>
  found(transaction, sql`and p.alliance_id = ${alliance}::uuid and p.id = ${paper}::uuid order by p.version desc`);

/** Nobody else writes a paper of this alliance until the transaction ends; the same lock as the database's own. */
export async function lockPapers(transaction: DatabaseTransaction, alliance: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(
    'paper ' || current_setting('entente.workspace') || ' ' || ${alliance}::text, 0))`.execute(transaction);
}

export type PaperVersion = Pick<PaperRow, 'id' | 'allianceId' | 'version' | 'kind' | 'content' | 'due' | 'isOpen'> & {
  readonly class: 'NEVER' | 'INTERNAL';
  readonly holder: string | null;
  readonly isSingle: boolean;
};

/** Writes a version; who and when, the database says, and that it is the next. */
export async function insertVersion(transaction: DatabaseTransaction, version: PaperVersion): Promise<void> {
  const { id, allianceId, kind, content, due, isOpen, holder, isSingle } = version;
  await sql`
    insert into app.paper (workspace_id, alliance_id, id, version, kind, class, content, due, is_open, holder_id, is_single)
    values (current_setting('entente.workspace')::uuid, ${allianceId}::uuid, ${id}::uuid, ${version.version}, ${kind},
      ${version.class}, ${content === null ? null : JSON.stringify(content)}::jsonb, ${due}::date, ${isOpen}, ${holder}::uuid,
      ${isSingle})`.execute(transaction);
}

/** The names of people who are or were members. */
export async function findPeopleNamed(
  transaction: DatabaseTransaction,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from app.person p where p.id = any (${[...ids]}::uuid[])`.execute(transaction);
  return rows;
}
