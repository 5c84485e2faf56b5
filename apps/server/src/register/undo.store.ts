import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { ChangeSetRow } from './changes.store.ts';

/** What a change set did to each row: what it was before the first change, and whether it is there after the last. */
const netMarks = (changeSet: string, table: string): RawBuilder<unknown> => sql`
  select workspace_id, row_id, (array_agg(before order by position))[1] as before,
    not (array_agg(removes order by position desc))[1] as stands
  from app.marks_of_changes(array[${changeSet}::uuid]) where table_name = ${table}
  group by workspace_id, row_id`;

export type LaterChange = Pick<ChangeSetRow, 'id' | 'at' | 'command' | 'reason'>;

/** Marks of a row that say nothing of what it holds. */
const MARKS = sql`array['version', 'created_at', 'updated_at']::text[]`;

/**
 * The later changes that stand in the way of undoing: those that left one of its rows other than it did, and those whose
 * rows now refer to a row that it added.
 */
export async function findLaterChanges(transaction: DatabaseTransaction, changeSet: string): Promise<LaterChange[]> {
  const after = await sql<{ id: string }>`
    select s.id from app.change_set s
    where s.workspace_version > (select workspace_version from app.change_set where id = ${changeSet})`.execute(
    transaction,
  );
  if (after.rows.length === 0) return [];
  const { rows } = await sql<LaterChange>`
    with net as (
      select row_id, (array_agg(before order by position))[1] as before,
        (array_agg(after order by position desc))[1] as after, max(position) as position
      from app.lines_of_changes(array[${changeSet}::uuid]) group by row_id
    ),
    later as (
      select c.*, row_number() over (partition by c.row_id order by c.position desc) = 1 as is_last
      from app.lines_of_changes(${after.rows.map(({ id }) => id)}::uuid[]) c
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
    from (${netMarks(changeSet, logged.table)}) net, jsonb_populate_record(null::${named(logged)}, net.before) was
    where net.before is not null and not net.stands
    order by was.position`.execute(transaction);
}

/**
 * Gives rows that the change set altered the values they had. They are found by their ids and then matched all at once: the
 * planner takes a log to have few rows, and would go through it anew for each of many.
 */
export async function restoreAltered(
  transaction: DatabaseTransaction,
  changeSet: string,
  logged: LoggedTable,
): Promise<void> {
  const columns = ['class', ...logged.columns];
  await sql`set local enable_nestloop = off`.execute(transaction);
  await sql`
    with net as materialized (
      select * from (${netMarks(changeSet, logged.table)}) net where net.before is not null and net.stands
    )
    update ${named(logged)} t
    set ${sql.join(columns.map((column) => sql`${sql.id(column)} = ${sql.ref(`was.${column}`)}`))}
    from net, jsonb_populate_record(null::${named(logged)}, net.before) was
    where t.id = any (array(select row_id from net)) and t.workspace_id = net.workspace_id and t.id = net.row_id`.execute(
    transaction,
  );
  await sql`set local enable_nestloop to default`.execute(transaction);
}

/** Removes rows that the change set added: found one by one by their ids, however few rows the planner takes a log to have. */
export async function removeAdded(
  transaction: DatabaseTransaction,
  changeSet: string,
  logged: LoggedTable,
): Promise<void> {
  await sql`
    delete from ${named(logged)} t where t.id = any (array(
      select row_id from (${netMarks(changeSet, logged.table)}) net where net.before is null and net.stands
    ))`.execute(transaction);
}
