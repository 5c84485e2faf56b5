import type { AccessClass } from '@entente/core/accounts';
import type { StepKind } from '@entente/core/lifecycle';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

/** A step as it was recorded. */
export type StepRow = {
  readonly allianceId: string;
  /** Which step of its lifecycle, from 1; null: a word of a partner's approver, which is no step of ours. */
  readonly nth: number | null;
  readonly kind: StepKind;
  readonly day: string;
  /** What the step says, but for its kind and day; a source by its id. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly recordedAt: Date;
};

const here = sql`workspace_id = current_setting('entente.workspace')::uuid`;

const found = async (transaction: DatabaseTransaction, rest: RawBuilder<unknown>): Promise<readonly StepRow[]> =>
  (
    await sql<StepRow>`
      select alliance_id as "allianceId", nth, kind, day::text, content, actor_id as "actorId", actor_name as "actorName",
        recorded_at as "recordedAt"
      from app.lifecycle_step where ${here} ${rest}`.execute(transaction)
  ).rows;

/** What a step says, without when and under which name it was recorded. */
export type SaidStepRow = Pick<StepRow, 'allianceId' | 'nth' | 'kind' | 'day' | 'content' | 'actorId'>;

/**
 * The steps of every alliance that the actor may see by which it stands where it does, those of one together and in their order:
 * all but the decisions and deliverables.
 */
export async function findStandingSteps(transaction: DatabaseTransaction): Promise<readonly SaidStepRow[]> {
  const { rows } = await sql<SaidStepRow>`
    select alliance_id as "allianceId", nth, kind, day::text, content, actor_id as "actorId"
    from app.lifecycle_step where ${here} and kind <> 'recorded' order by alliance_id, nth`.execute(transaction);
  return rows;
}

/** The steps of one alliance in their order. */
export const findStepsOf = (transaction: DatabaseTransaction, alliance: string): Promise<readonly StepRow[]> =>
  found(transaction, sql`and alliance_id = ${alliance}::uuid order by nth`);

/** Nobody else takes a step with this alliance until the transaction ends; the same lock as the database's own. */
export async function lockSteps(transaction: DatabaseTransaction, alliance: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(
    'lifecycle ' || current_setting('entente.workspace') || ' ' || ${alliance}::text, 0))`.execute(transaction);
}

/** Takes a step; who and when, the database says, and that it is the next. */
export async function insertStep(
  transaction: DatabaseTransaction,
  {
    allianceId,
    nth,
    kind,
    day,
    content,
  }: Pick<StepRow, 'allianceId' | 'kind' | 'day' | 'content'> & {
    readonly nth: number;
  },
): Promise<void> {
  await sql`
    insert into app.lifecycle_step (workspace_id, alliance_id, nth, kind, day, content)
    values (current_setting('entente.workspace')::uuid, ${allianceId}::uuid, ${nth}, ${kind}, ${day}::date,
      ${JSON.stringify(content)}::jsonb)`.execute(transaction);
}

/** An alliance as far as its development asks for it. */
export type DevelopedRow = {
  readonly id: string;
  readonly slug: string;
  readonly name: string | null;
  readonly class: AccessClass;
  /** Whether it had ended by the day, however vaguely that day is known. */
  readonly isOver: boolean;
  readonly ending: string | null;
};

const developed = (asOf: string): RawBuilder<unknown> => sql`
  select id, slug, name, class, ending,
    end_date::text <> '..' and coalesce(end_date_earliest <= ${asOf}::date, true) as "isOver"
  from app.alliance where ${here}`;

/** Every alliance that the actor may see, by name: those that go on before those that have ended by a day. */
export async function findDeveloped(transaction: DatabaseTransaction, asOf: string): Promise<readonly DevelopedRow[]> {
  const { rows } = await sql<DevelopedRow>`
    ${developed(asOf)} and stated order by "isOver", coalesce(search, slug), slug`.execute(transaction);
  return rows;
}

/** One alliance by its id. */
export async function findDevelopedOne(
  transaction: DatabaseTransaction,
  id: string,
  asOf: string,
): Promise<DevelopedRow | null> {
  const { rows } = await sql<DevelopedRow>`${developed(asOf)} and id = ${id}::uuid`.execute(transaction);
  return rows[0] ?? null;
}

/** The keys of sources by their ids: of those that the actor may see. */
export async function findSourceKeys(
  transaction: DatabaseTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; key: string; class: AccessClass }>`
    select id, key, class from app.source where ${here} and id = any (${[...ids]}::uuid[])`.execute(transaction);
  return new Map(rows.map(({ id, key }) => [id, key]));
}
