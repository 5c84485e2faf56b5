import type { AccessClass } from '@entente/core/accounts';
import type { SubjectKind } from '@entente/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

export type ChangeSetRow = {
  readonly id: string;
  readonly position: string;
  readonly at: Date;
  readonly actorId: string;
  readonly actorName: string;
  readonly command: string;
  readonly reason: string | null;
  readonly undoes: string | null;
  readonly workspaceVersion: string;
  readonly rows: number;
};

export type RowChangeRow = {
  readonly tableName: string;
  readonly rowId: string;
  readonly recordKind: SubjectKind;
  readonly recordId: string;
  readonly class: AccessClass;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
};

const columns = sql`s.id, s.position, s.at, s.actor_id as "actorId", p.name as "actorName", s.command, s.reason, s.undoes,
  s.workspace_version as "workspaceVersion", (select count(*)::int from app.change c
    where c.workspace_id = s.workspace_id and c.change_set_id = s.id) as rows`;

export type HistoryQuery = {
  /** Id of the record whose history is asked for. */
  readonly record: string | null;
  readonly before: string | null;
  readonly limit: number;
};

/** Change sets, latest first. */
export async function findChangeSets(
  transaction: DatabaseTransaction,
  { record, before, limit }: HistoryQuery,
): Promise<{ readonly items: readonly ChangeSetRow[]; readonly total: number }> {
  const touching =
    record === null
      ? sql`true`
      : sql`exists (select from app.change c
          where c.workspace_id = s.workspace_id and c.change_set_id = s.id and c.record_id = ${record}::uuid)`;
  const { rows } = await sql<ChangeSetRow>`
    select ${columns} from app.change_set s join app.person p on p.id = s.actor_id
    where ${touching} and (${before}::bigint is null or s.position < ${before}::bigint)
    order by s.position desc limit ${limit}`.execute(transaction);
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from app.change_set s where ${touching}`.execute(transaction);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

export async function findChangeSet(transaction: DatabaseTransaction, id: string): Promise<ChangeSetRow | null> {
  const { rows } = await sql<ChangeSetRow>`
    select ${columns} from app.change_set s join app.person p on p.id = s.actor_id where s.id = ${id}`.execute(
    transaction,
  );
  return rows[0] ?? null;
}

export async function findRowChanges(transaction: DatabaseTransaction, changeSet: string): Promise<RowChangeRow[]> {
  const { rows } = await sql<RowChangeRow>`
    select table_name as "tableName", row_id as "rowId", record_kind as "recordKind", record_id as "recordId", class,
      before, after
    from app.change where change_set_id = ${changeSet} order by position`.execute(transaction);
  return rows;
}

/** What a change set did to each row, from before its first change to after its last. */
const netChanges = (changeSet: string, table: string | null = null): RawBuilder<unknown> => sql`
  select workspace_id, table_name, row_id, (array_agg(before order by position))[1] as before,
    (array_agg(after order by position desc))[1] as after, max(position) as position
  from app.change where change_set_id = ${changeSet} and (${table}::text is null or table_name = ${table})
  group by workspace_id, table_name, row_id`;

export type LaterChange = Pick<ChangeSetRow, 'id' | 'at' | 'command' | 'reason'>;

/** Marks of a row that say nothing of what it holds. */
const MARKS = sql`array['version', 'created_at', 'updated_at']::text[]`;

/**
 * The later changes that stand in the way of undoing: those that left one of its rows other than it did, and those whose
 * rows now refer to a row that it added.
 */
export async function findLaterChanges(transaction: DatabaseTransaction, changeSet: string): Promise<LaterChange[]> {
  const { rows } = await sql<LaterChange>`
    with net as (${netChanges(changeSet)}),
    later as (
      select c.*, row_number() over (partition by c.row_id order by c.position desc) = 1 as is_last
      from app.change c
      where c.position > (select min(position) from net) and c.change_set_id <> ${changeSet}
    ),
    altered as (
      select l.change_set_id from net join later l on l.row_id = net.row_id and l.position > net.position
      where exists (select from later now where now.row_id = net.row_id and now.is_last and now.position > net.position
        and (now.after - ${MARKS}) is distinct from (net.after - ${MARKS}))
    ),
    referring as (
      select l.change_set_id from later l
      where l.is_last and l.after is not null and l.row_id not in (select row_id from net) and exists (
        select from jsonb_each_text(l.after) as held (name, value) join net on net.row_id::text = held.value
        where net.before is null and net.after is not null)
    )
    select s.id, s.at, s.command, s.reason from app.change_set s
    where s.id in (select change_set_id from altered union select change_set_id from referring)
    order by s.position`.execute(transaction);
  return rows;
}

const DEFERRED = sql`app.source_key_unique, app.organisation_slug_unique, app.house_slug_unique, app.alliance_slug_unique,
  app.person_record_slug_unique, app.event_slug_unique, app.measure_slug_unique, app.condition_slug_unique,
  app.workforce_slug_unique, app.event_subject_once, app.stake_economic_overlap, app.stake_voting_overlap`;

/** Lets rows of one transaction pass through states that no committed row may be in. */
export async function postponeRules(transaction: DatabaseTransaction): Promise<void> {
  await sql`set constraints ${DEFERRED} deferred`.execute(transaction);
}

export async function judgeRules(transaction: DatabaseTransaction): Promise<void> {
  await sql`set constraints ${DEFERRED} immediate`.execute(transaction);
}

/** A table and the columns that hold what was entered into it. */
export type LoggedTable = { readonly table: string; readonly columns: readonly string[] };

const named = ({ table }: LoggedTable): RawBuilder<unknown> => sql.table(`app.${table}`);

/** Puts back rows that the change set removed. */
export async function restoreRemoved(
  transaction: DatabaseTransaction,
  changeSet: string,
  logged: LoggedTable,
): Promise<void> {
  const columns = ['workspace_id', 'id', 'position', 'version', 'class', 'created_at', ...logged.columns];
  await sql`
    insert into ${named(logged)} (${sql.join(columns.map((column) => sql.id(column)))})
    select ${sql.join(columns.map((column) => sql.ref(`was.${column}`)))}
    from (${netChanges(changeSet, logged.table)}) net, jsonb_populate_record(null::${named(logged)}, net.before) was
    where net.before is not null and net.after is null
    order by was.position`.execute(transaction);
}

/** Gives rows that the change set altered the values they had. */
export async function restoreAltered(
  transaction: DatabaseTransaction,
  changeSet: string,
  logged: LoggedTable,
): Promise<void> {
  const columns = ['class', ...logged.columns];
  await sql`
    update ${named(logged)} t
    set ${sql.join(columns.map((column) => sql`${sql.id(column)} = ${sql.ref(`was.${column}`)}`))}
    from (${netChanges(changeSet, logged.table)}) net, jsonb_populate_record(null::${named(logged)}, net.before) was
    where net.before is not null and net.after is not null
      and t.workspace_id = net.workspace_id and t.id = net.row_id`.execute(transaction);
}

/** Removes rows that the change set added. */
export async function removeAdded(
  transaction: DatabaseTransaction,
  changeSet: string,
  logged: LoggedTable,
): Promise<void> {
  await sql`
    delete from ${named(logged)} t using (${netChanges(changeSet, logged.table)}) net
    where net.before is null and net.after is not null
      and t.workspace_id = net.workspace_id and t.id = net.row_id`.execute(transaction);
}
