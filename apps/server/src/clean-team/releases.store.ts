import type { AggregatedKind, ReleaseRule, Statistic } from '@entente/core/accounts';
import { invariant } from '@entente/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

export type ReleaseState = 'proposed' | 'released' | 'refused' | 'withdrawn';

export type ReleaseRow = {
  readonly id: string;
  readonly state: ReleaseState;
  readonly title: string;
  readonly purpose: string;
  readonly kind: AggregatedKind;
  readonly field: string;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly statistic: Statistic;
  readonly value: string;
  readonly valueTo: string | null;
  readonly records: number;
  readonly contributors: number;
  readonly unknown: number;
  readonly threshold: number;
  readonly largestPercent: number;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnByName: string | null;
  readonly withdrawnAt: Date | null;
  readonly reason: string | null;
};

/** A chosen record with its figure as it was when the aggregate was proposed. */
export type InputRow = {
  readonly record: string;
  readonly label: string | null;
  readonly organisationId: string;
  readonly organisationName: string | null;
  readonly contributor: string;
  /** Exact decimal text. */
  readonly value: string | null;
  readonly isPart: boolean;
};

const here = sql`workspace_id = current_setting('entente.workspace')::uuid`;
const columns = sql`id, state, title, purpose, kind, field, quantity, unit, statistic, trim_scale(value)::text as value,
  trim_scale(value_to)::text as "valueTo", records, contributors, unknown, threshold, largest_percent as "largestPercent",
  proposed_by as "proposedBy", proposed_by_name as "proposedByName", proposed_at as "proposedAt",
  decided_by as "decidedBy", decided_by_name as "decidedByName", decided_at as "decidedAt",
  withdrawn_by as "withdrawnBy", withdrawn_by_name as "withdrawnByName", withdrawn_at as "withdrawnAt", reason`;

const found = async (transaction: DatabaseTransaction, rest: RawBuilder<unknown>): Promise<readonly ReleaseRow[]> =>
  (await sql<ReleaseRow>`select ${columns} from app.release where ${here} ${rest}`.execute(transaction)).rows;

/** The aggregates that the actor may read, what happened last first. */
export const findReleases = (transaction: DatabaseTransaction): Promise<readonly ReleaseRow[]> =>
  found(transaction, sql`order by coalesce(withdrawn_at, decided_at, proposed_at) desc, id`);

/** One aggregate; locked, nobody else decides on it until the transaction ends. */
export async function findRelease(
  transaction: DatabaseTransaction,
  id: string,
  lock: 'lock' | 'read' = 'read',
): Promise<ReleaseRow | null> {
  const rows = await found(transaction, sql`and id = ${id} ${lock === 'lock' ? sql`for update` : sql``}`);
  return rows[0] ?? null;
}

/** Waits until no other aggregate of the workspace is being released; the next waits for this transaction. */
export async function awaitReleases(transaction: DatabaseTransaction): Promise<void> {
  await sql`select app.await_releases(current_setting('entente.workspace')::uuid)`.execute(transaction);
}

export type ReleaseDraft = Pick<
  ReleaseRow,
  | 'title'
  | 'purpose'
  | 'kind'
  | 'field'
  | 'quantity'
  | 'unit'
  | 'statistic'
  | 'value'
  | 'valueTo'
  | 'records'
  | 'contributors'
  | 'unknown'
> & { readonly rule: ReleaseRule };

/** Writes a proposal with what it is of. */
export async function insertRelease(
  transaction: DatabaseTransaction,
  draft: ReleaseDraft,
  inputs: readonly InputRow[],
): Promise<string> {
  const { title, purpose, kind, field, quantity, unit, statistic, value, valueTo, rule } = draft;
  const { rows } = await sql<{ id: string }>`
    insert into app.release (workspace_id, title, purpose, kind, field, quantity, unit, statistic, value, value_to, records,
      contributors, unknown, threshold, largest_percent)
    values (current_setting('entente.workspace')::uuid, ${title}, ${purpose}, ${kind}, ${field}, ${quantity}, ${unit},
      ${statistic}, ${value}, ${valueTo}, ${draft.records}, ${draft.contributors}, ${draft.unknown}, ${rule.threshold},
      ${rule.largestPercent})
    returning id`.execute(transaction);
  const id = rows[0]?.id;
  invariant(id, 'an inserted release has an id');
  const written = inputs.map((input, position) => ({ ...input, position }));
  await sql`
    insert into app.release_input (workspace_id, release_id, record_id, position, label, organisation_id, organisation_name,
      contributor_id, value, is_part)
    select current_setting('entente.workspace')::uuid, ${id}::uuid, i.record, i.position, i.label, i."organisationId",
      i."organisationName", i.contributor, i.value, i."isPart"
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as i (record uuid, position integer, label text,
      "organisationId" uuid, "organisationName" text, contributor uuid, value numeric, "isPart" boolean)`.execute(
    transaction,
  );
  return id;
}

/** What an aggregate is of, in the order in which it was chosen. */
export async function findInputs(transaction: DatabaseTransaction, release: string): Promise<readonly InputRow[]> {
  const { rows } = await sql<InputRow>`
    select record_id as record, label, organisation_id as "organisationId", organisation_name as "organisationName",
      contributor_id as contributor, trim_scale(value)::text as value, is_part as "isPart"
    from app.release_input where ${here} and release_id = ${release} order by position`.execute(transaction);
  return rows;
}

/** Decides on a proposal or withdraws a release; who and when, the database says. */
export async function updateRelease(
  transaction: DatabaseTransaction,
  id: string,
  { state, reason }: { readonly state: ReleaseState; readonly reason: string | null },
): Promise<void> {
  await sql`update app.release set state = ${state}, reason = ${reason} where ${here} and id = ${id}`.execute(
    transaction,
  );
}

export type ToldRow = {
  readonly release: string;
  readonly statistic: Statistic;
  readonly record: string;
  readonly organisationId: string;
  readonly value: string;
  readonly isPart: boolean;
};

/** Every figure that entered an aggregate of this field which was told to the firm, withdrawn since or not. */
export async function findTold(
  transaction: DatabaseTransaction,
  { kind, field }: Pick<ReleaseRow, 'kind' | 'field'>,
): Promise<readonly ToldRow[]> {
  const { rows } = await sql<ToldRow>`
    select r.id as release, r.statistic, i.record_id as record, i.organisation_id as "organisationId",
      trim_scale(i.value)::text as value, i.is_part as "isPart"
    from app.release r join app.release_input i on i.workspace_id = r.workspace_id and i.release_id = r.id
    where r.workspace_id = current_setting('entente.workspace')::uuid and r.kind = ${kind} and r.field = ${field}
      and r.state in ('released', 'withdrawn') and i.value is not null
    order by r.decided_at, r.id, i.position`.execute(transaction);
  return rows;
}
