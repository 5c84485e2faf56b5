import type { AccessClass } from '@entente/core/accounts';
import { groupedBy, type SubjectKind, type SubjectRef } from '@entente/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { LoggedColumns } from './logged-rows.ts';
import { RECORD_TABLES } from './record-tables.ts';

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
  readonly id: string;
  readonly position: string;
  readonly tableName: string;
  readonly rowId: string;
  readonly recordKind: SubjectKind;
  readonly recordId: string;
  readonly class: AccessClass;
  readonly before: LoggedColumns | null;
  readonly after: LoggedColumns | null;
};

// Why it was made is in somebody's words, and may speak of any record that was changed.
const columns = sql`s.id, s.position, s.at, s.actor_id as "actorId", p.name as "actorName", s.command, s.undoes,
  case when coalesce(s.classes, '{}') <@ (select app.readable_classes()) then s.reason end as reason,
  app.seen_version(s.workspace_version, s.seen_versions) as "workspaceVersion", (select count(*)::int from app.change c
    where c.workspace_id = s.workspace_id and c.change_set_id = s.id)
    + (select coalesce(sum(b.lines), 0)::int from app.change_bundle b
      where b.workspace_id = s.workspace_id and b.change_set_id = s.id) as rows`;

export type HistoryQuery = {
  /** Ids of the records whose history is asked for; null for all. */
  readonly records: readonly string[] | null;
  readonly actor: string | null;
  readonly command: string | null;
  /** Instants; the second is outside. */
  readonly from: string | null;
  readonly until: string | null;
  /** Id of the change before which the page begins. */
  readonly before: string | null;
  readonly limit: number;
};

/** Change sets, latest first. */
export async function findChangeSets(
  transaction: DatabaseTransaction,
  { records, actor, command, from, until, before, limit }: HistoryQuery,
): Promise<{ readonly items: readonly ChangeSetRow[]; readonly total: number }> {
  const conditions = [
    sql`true`,
    ...(records === null ? [] : [sql`s.id in (select app.change_sets_of_records(${[...records]}::uuid[]))`]),
    ...(actor === null ? [] : [sql`s.actor_id = ${actor}::uuid`]),
    ...(command === null ? [] : [sql`s.command = ${command}`]),
    ...(from === null ? [] : [sql`s.at >= ${from}::timestamptz`]),
    ...(until === null ? [] : [sql`s.at < ${until}::timestamptz`]),
  ];
  const admitted = sql.join(conditions, sql` and `);
  const { rows } = await sql<ChangeSetRow>`
    select ${columns} from app.change_set s join app.person p on p.id = s.actor_id
    where ${admitted} and (${before}::uuid is null or s.position < (
      select b.position from app.change_set b where b.workspace_id = s.workspace_id and b.id = ${before}::uuid))
    order by s.position desc limit ${limit}`.execute(transaction);
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from app.change_set s where ${admitted}`.execute(transaction);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

export type HistoryNames = {
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly commands: readonly string[];
};

/** Who changed anything in the workspace, and what was done there. */
export async function findHistoryNames(transaction: DatabaseTransaction): Promise<HistoryNames> {
  const actors = await sql<{ id: string; name: string }>`
    select p.id, p.name from app.person p where p.id in (select actor_id from app.change_set) order by p.name, p.id`.execute(
    transaction,
  );
  const commands = await sql<{ command: string }>`
    select distinct command from app.change_set order by command`.execute(transaction);
  return { actors: actors.rows, commands: commands.rows.map(({ command }) => command) };
}

/** The first records that each of the change sets touched, four at most. */
export async function findTouched(
  transaction: DatabaseTransaction,
  changeSets: readonly string[],
): Promise<ReadonlyMap<string, readonly SubjectRef[]>> {
  const { rows } = await sql<SubjectRef & { set: string }>`
    select s.id as set, r.record_kind as kind, r.record_id as id
    from app.change_set s cross join lateral (
      select f.record_kind, f.record_id, min(f.position) as position from (
        (select c.record_kind, c.record_id, c.position from app.change c
          where c.workspace_id = s.workspace_id and c.change_set_id = s.id order by c.position limit 60)
        union all
        (select b.record_kind, line.record_id, line.position from (
          select * from app.change_bundle b
          where b.workspace_id = s.workspace_id and b.change_set_id = s.id order by b.position_last limit 20
        ) b cross join lateral unnest(b.record_ids, b.positions) as line (record_id, position) order by line.position limit 60)
      ) f group by f.record_kind, f.record_id order by 3 limit 4
    ) r where s.id = any (${[...changeSets]}::uuid[]) order by s.id, r.position`.execute(transaction);
  const grouped = groupedBy(rows, ({ set }) => set);
  return new Map([...grouped].map(([set, touched]) => [set, touched.map(({ kind, id }) => ({ kind, id }))]));
}

/** Every undo that goes back to one of the change sets, undos of undos too; earliest first. */
export async function findUndos(
  transaction: DatabaseTransaction,
  changeSets: readonly string[],
): Promise<readonly { readonly id: string; readonly undoes: string }[]> {
  const { rows } = await sql<{ id: string; undoes: string }>`
    with recursive undo as (
      select s.id, s.undoes, s.position from app.change_set s where s.undoes = any (${[...changeSets]}::uuid[])
      union
      select s.id, s.undoes, s.position from undo u join app.change_set s on s.undoes = u.id
    )
    select id, undoes from undo order by position`.execute(transaction);
  return rows;
}

export async function findChangeSet(transaction: DatabaseTransaction, id: string): Promise<ChangeSetRow | null> {
  const { rows } = await sql<ChangeSetRow>`
    select ${columns} from app.change_set s join app.person p on p.id = s.actor_id where s.id = ${id}`.execute(
    transaction,
  );
  return rows[0] ?? null;
}

/** A logged row with its numbers as their digits, which JavaScript's numbers would not all keep. */
const digits = (row: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select jsonb_object_agg(e.key, case jsonb_typeof(e.value) when 'number' then to_jsonb(e.value::text) else e.value end)
  from jsonb_each(${row}) e)`;

/** How many lines a part of the log has at most: bundles of different parts never lie within each other. */
const PART = 1_000;

/**
 * Bundles of a change set that hold its first lines after a position. Beside the lines asked for they are opened for those of
 * the part that lie before the position, and for those of the last part that lie between the lines of other bundles.
 */
function bundlesAfter(changeSet: string, after: string | null, limit: number): RawBuilder<unknown> {
  const enough = limit + 2 * PART;
  return sql`
    select workspace_id, position from (
      select b.workspace_id, b.position, sum(b.lines) over (order by b.position_last) - b.lines as before_it from (
        select workspace_id, position, position_last, lines from app.change_bundle
        where change_set_id = ${changeSet} and (${after}::bigint is null or position_last > ${after}::bigint)
        order by position_last limit ${enough}
      ) b
    ) b where before_it < ${enough}`;
}

/** One page of what a change set did, in order. */
export async function findRowChanges(
  transaction: DatabaseTransaction,
  changeSet: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<RowChangeRow[]> {
  const { rows } = await sql<RowChangeRow>`
    select id, position, table_name as "tableName", row_id as "rowId", record_kind as "recordKind", record_id as "recordId",
      class, ${digits(sql`c.before`)} as before, ${digits(sql`c.after`)} as after
    from (
      select * from (
        (select * from app.change where change_set_id = ${changeSet}
          and (${after}::bigint is null or position > ${after}::bigint) order by position limit ${limit})
        union all
        select line.* from app.change_bundle b cross join lateral app.unbundled(b) line
        where (b.workspace_id, b.position) in (${bundlesAfter(changeSet, after, limit)})
          and (${after}::bigint is null or line.position > ${after}::bigint)
      ) l order by position limit ${limit}
    ) c order by position`.execute(transaction);
  return rows;
}

/** Rows that were removed, as they last were: the line of a removal stands by itself. */
export async function findLastRows(
  transaction: DatabaseTransaction,
  rowIds: readonly string[],
): Promise<readonly { readonly tableName: string; readonly rowId: string; readonly columns: LoggedColumns }[]> {
  const { rows } = await sql<{ tableName: string; rowId: string; columns: LoggedColumns }>`
    select distinct on (c.row_id) c.table_name as "tableName", c.row_id as "rowId", c.record_id as "recordId", c.class,
      ${digits(sql`coalesce(c.after, c.before)`)} as columns
    from app.change c where c.row_id = any (${[...rowIds]}::uuid[]) order by c.row_id, c.position desc`.execute(
    transaction,
  );
  return rows;
}

/** Ids of the records that name this one or did when they were removed; what an event is about included. */
export async function findNaming(transaction: DatabaseTransaction, { kind, id }: SubjectRef): Promise<string[]> {
  const live = Object.values(RECORD_TABLES)
    .filter((table) => table.kind !== 'claim')
    .flatMap(({ table, columns: all }) =>
      all
        .filter(({ as, to }) => to === kind || as === 'subject')
        .map(({ column, as }) => sql.ref(`t.${as === 'subject' ? `${column}_id` : column}`))
        .map((naming) => sql`select t.id from ${sql.table(`app.${table}`)} t where ${naming} = ${id}::uuid`),
    );
  const removed = sql`
    select c.record_id as id from app.change c where c.after is null and c.table_name <> 'claim'
      and exists (select from jsonb_each_text(c.before) as held (name, value) where held.value = ${id})`;
  const events = sql`select s.event_id as id from app.event_subject s where s.subject_id = ${id}::uuid`;
  const { rows } = await sql<{ id: string }>`
    ${sql.join([...live, events, removed], sql` union `)}`.execute(transaction);
  return rows.map((row) => row.id);
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
