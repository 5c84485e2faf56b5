import type { ReleaseRule } from '@entente/core/accounts';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { ReleaseRow } from './releases.store.ts';

/** The figure of a CLEAN record. */
export type FigureRow = {
  readonly record: string;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  /** Exact decimal text; null where none is stated exactly. */
  readonly value: string | null;
  readonly label: string | null;
  readonly date: string | null;
};

type Field = Pick<ReleaseRow, 'kind' | 'field'>;

/** The figures of CLEAN records, of the given ones or of all, by organisation and date. */
export async function findFigures(
  transaction: DatabaseTransaction,
  { kind, field }: Field,
  records: readonly string[] | null,
): Promise<readonly FigureRow[]> {
  const { rows } = await sql<FigureRow>`
    select f.record_id as record, f.organisation_id as "organisationId", coalesce(o.name, o.slug) as "organisationName",
      f.quantity, f.unit, trim_scale(f.value)::text as value, f.label, f.on_date as date
    from app.figures_of(${kind}, ${field}) f
    left join app.organisation o
      on o.workspace_id = current_setting('entente.workspace')::uuid and o.id = f.organisation_id
    where f.class = 'CLEAN' and (${records === null}::boolean or f.record_id = any (${[...(records ?? [])]}::uuid[]))
    order by f.quantity, f.unit, coalesce(o.name, o.slug), f.on_date, f.record_id`.execute(transaction);
  return rows;
}

/** The figures of some records that everybody may read by now. */
export async function findOpenFigures(
  transaction: DatabaseTransaction,
  { kind, field }: Field,
  records: readonly string[],
): Promise<readonly { readonly record: string; readonly value: string }[]> {
  const { rows } = await sql<{ record: string; value: string }>`
    select f.record_id as record, trim_scale(f.value)::text as value from app.figures_of(${kind}, ${field}) f
    where f.class in ('INTERNAL', 'SHAREABLE') and f.value is not null
      and f.record_id = any (${[...records]}::uuid[])`.execute(transaction);
  return rows;
}

/** Which organisations were ever in which house. */
export async function findHouses(transaction: DatabaseTransaction): Promise<readonly (readonly [string, string])[]> {
  const { rows } = await sql<{ organisation: string; house: string }>`
    select organisation_id as organisation, house_id as house from app.house_membership
    where workspace_id = current_setting('entente.workspace')::uuid order by organisation_id, house_id`.execute(
    transaction,
  );
  return rows.map(({ organisation, house }) => [organisation, house]);
}

/** What the workspace asks of an aggregate; null: nothing of its own. */
export async function findRule(transaction: DatabaseTransaction): Promise<ReleaseRule | null> {
  const { rows } = await sql<ReleaseRule>`
    select threshold, largest_percent as "largestPercent" from app.clean_team_rule
    where workspace_id = current_setting('entente.workspace')::uuid`.execute(transaction);
  return rows[0] ?? null;
}

export async function updateRule(
  transaction: DatabaseTransaction,
  { threshold, largestPercent }: ReleaseRule,
): Promise<void> {
  await sql`
    insert into app.clean_team_rule (workspace_id, threshold, largest_percent)
    values (current_setting('entente.workspace')::uuid, ${threshold}, ${largestPercent})
    on conflict (workspace_id) do update
      set threshold = excluded.threshold, largest_percent = excluded.largest_percent, changed_at = now()`.execute(
    transaction,
  );
}

export type TeamRow = { readonly id: string; readonly name: string };

/** Who is in the clean team now, by name. */
export async function findTeam(transaction: DatabaseTransaction): Promise<readonly TeamRow[]> {
  const { rows } = await sql<TeamRow>`
    select p.id, p.name from app.member m join app.person p on p.id = m.person_id
    where m.workspace_id = current_setting('entente.workspace')::uuid and m.clean_team and m.ended_at is null
    order by p.name, p.id`.execute(transaction);
  return rows;
}
