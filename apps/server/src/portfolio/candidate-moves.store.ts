import type { KeptMoveAnswer } from '@entente/contract/portfolio';
import { invariant } from '@entente/core/kernel';
import type { Focal } from '@entente/core/portfolio';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

/** What a kept move holds: one document, its records by id. */
export type MoveContentRow = Pick<
  KeptMoveAnswer,
  'form' | 'start' | 'ownShare' | 'partnerShare' | 'resources' | 'domain'
> & {
  readonly partner:
    | { readonly kind: 'organisation' | 'house'; readonly id: string }
    | { readonly kind: 'name'; readonly name: string };
};

export type MoveRow = {
  readonly id: string;
  readonly class: 'NEVER' | 'INTERNAL';
  readonly organisationId: string | null;
  readonly houseId: string | null;
  readonly version: number;
  readonly content: MoveContentRow;
  readonly discarded: boolean;
  /** The alliance that it became, where that is there. */
  readonly allianceId: string | null;
  readonly allianceSlug: string | null;
  readonly allianceName: string | null;
  readonly keptBy: string | null;
  readonly keptByName: string | null;
  readonly keptAt: Date;
};

const found = async (transaction: DatabaseTransaction, rest: RawBuilder<unknown>): Promise<readonly MoveRow[]> =>
  (
    await sql<MoveRow>`
      select m.id, m.class, m.organisation_id as "organisationId", m.house_id as "houseId", m.version, m.content, m.discarded,
        a.id as "allianceId", a.slug as "allianceSlug", a.name as "allianceName", m.kept_by as "keptBy",
        m.kept_by_name as "keptByName", m.kept_at as "keptAt"
      from app.candidate_move m
      left join app.alliance a on a.workspace_id = m.workspace_id and a.id = m.alliance_id
      where m.workspace_id = current_setting('entente.workspace')::uuid ${rest}`.execute(transaction)
  ).rows;

/** The moves of one firm, or of all: those that the actor may read, first kept first. */
export const findMoves = (transaction: DatabaseTransaction, firm: Focal | null): Promise<readonly MoveRow[]> => {
  const of = firm === null ? sql`` : firm.kind === 'house' ? sql`and m.house_id = ${firm.id}::uuid` : null;
  return found(transaction, sql`${of ?? sql`and m.organisation_id = ${firm?.id}::uuid`} order by m.kept_at, m.id`);
};

/** One move; locked, nobody else writes it until the transaction ends. */
export async function findMove(
  transaction: DatabaseTransaction,
  id: string,
  lock: 'lock' | 'read' = 'read',
): Promise<MoveRow | null> {
  const [row] = await found(transaction, sql`and m.id = ${id}::uuid ${lock === 'lock' ? sql`for update of m` : sql``}`);
  return row ?? null;
}

/** Keeps a move; the database says who and when. */
export async function insertMove(
  transaction: DatabaseTransaction,
  { class: moveClass, firm, content }: Pick<MoveRow, 'class' | 'content'> & { readonly firm: Focal },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into app.candidate_move (workspace_id, class, organisation_id, house_id, content)
    values (current_setting('entente.workspace')::uuid, ${moveClass}, ${firm.kind === 'organisation' ? firm.id : null}::uuid,
      ${firm.kind === 'house' ? firm.id : null}::uuid, ${JSON.stringify(content)}::jsonb)
    returning id`.execute(transaction);
  const id = rows[0]?.id;
  invariant(id, 'a kept move has an id');
  return id;
}

const here = sql`workspace_id = current_setting('entente.workspace')::uuid`;

export async function updateDiscarded(transaction: DatabaseTransaction, id: string, discarded: boolean): Promise<void> {
  await sql`update app.candidate_move set discarded = ${discarded} where ${here} and id = ${id}::uuid`.execute(
    transaction,
  );
}

/** Remembers what a move became. */
export async function updateAlliance(transaction: DatabaseTransaction, id: string, alliance: string): Promise<void> {
  await sql`update app.candidate_move set alliance_id = ${alliance}::uuid where ${here} and id = ${id}::uuid`.execute(
    transaction,
  );
}
