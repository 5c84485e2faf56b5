import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { type Database, type DatabaseTransaction, inWorkspace } from '../platform/database.ts';
import type { FreshDatabase } from '../platform/test-database.ts';
import { seedPapers } from './test-papers.store.ts';

/** Somebody at the database itself, with the API out of the way. */
export type Probe = {
  readonly name: string;
  readonly personId: string;
  readonly workspaceId: string;
  /** What a key of theirs is limited to; null: nothing. */
  readonly scopes: readonly string[] | null;
};
export type ProbedTable = {
  readonly name: string;
  readonly column: string;
  /** A row of it as JSON, to be written again. */
  readonly row: string | null;
  /** Columns that may be written, in order. */
  readonly columns: readonly string[];
};

/** Every table of the workspace, with one of its rows and a column that the application may write. */
export async function probedTables({ superuser }: FreshDatabase, workspaceId: string): Promise<readonly ProbedTable[]> {
  const { rows } = await sql<{ name: string; column: string; columns: string[] }>`
    select c.relname as name, a.attname as column, w.columns
    from pg_class c
    join lateral (
      select attname from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
        and has_column_privilege('entente_app', c.oid, attnum, 'update')
      order by attname = 'version' desc, attnum limit 1) a on true
    join lateral (
      select array_agg(attname::text order by attnum) as columns from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') w on true
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
    union all
    select c.relname, '', w.columns from pg_class c
    join lateral (
      select array_agg(attname::text order by attnum) as columns from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') w on true
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
      and not has_any_column_privilege('entente_app', c.oid, 'update')
    order by 1`.execute(superuser);
  const tables: ProbedTable[] = [];
  for (const { name, column, columns } of rows) {
    const key = columns.includes('workspace_id') ? sql`workspace_id = ${workspaceId}` : sql`true`;
    const found = await sql<{ row: string }>`
      select to_jsonb(t)::text as row from ${sql.table(`app.${name}`)} t
      where ${key} order by to_jsonb(t)->>'class' = 'INTERNAL' desc, to_jsonb(t)->>'shared' = 'true' desc limit 1`.execute(
      superuser,
    );
    tables.push({ name, column, columns, row: found.rows[0]?.row ?? null });
  }
  return tables;
}

/** What became of a statement: how many rows, or why not. It leaves no trace. */
async function outcomeOf(
  transaction: DatabaseTransaction,
  run: () => Promise<{ readonly count: string }>,
): Promise<string> {
  await sql`savepoint probe`.execute(transaction);
  try {
    const { count } = await run();
    return count;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    // A policy's message names the policy or the table that refused, which is what is asked for.
    return error.code === '42501' ? `42501 ${error.message}` : `${error.code ?? ''} ${error.constraint ?? ''}`;
  } finally {
    await sql`rollback to savepoint probe`.execute(transaction);
  }
}

const touched = async (query: Promise<{ readonly numAffectedRows?: bigint | undefined }>) => ({
  count: `${(await query).numAffectedRows ?? 0n} touched`,
});

/** A row like one that is there, as this person would write it: of their own where rows are somebody's, under a new id. */
function ownRow({ row, columns }: ProbedTable, personId: string): string {
  const own =
    personId === ''
      ? []
      : ['owner_id', 'actor_id', 'invited_by', 'proposed_by'].filter((name) => columns.includes(name));
  const fresh = {
    ...(columns.includes('id') ? { id: randomUUID() } : {}),
    ...Object.fromEntries(own.map((name) => [name, personId])),
  };
  return JSON.stringify({ ...(JSON.parse(row ?? '{}') as object), ...fresh });
}

/** What one actor gets from one table by each kind of statement, as a line of text. */
export async function probeTable(
  app: Database,
  { personId, workspaceId, scopes }: Probe,
  table: ProbedTable,
): Promise<string> {
  const name = sql.table(`app.${table.name}`);
  return inWorkspace(app, { workspaceId, actorId: personId, scopes }, async (transaction) => {
    const read = await outcomeOf(transaction, async () => {
      const { rows } = await sql<{ n: string }>`select count(*) as n from ${name}`.execute(transaction);
      return { count: `${rows[0]?.n ?? ''} read` };
    });
    const column = sql.ref(table.column);
    const changed =
      table.column === ''
        ? '-'
        : await outcomeOf(transaction, () =>
            touched(sql`update ${name} set ${column} = ${column}`.execute(transaction)),
          );
    const removed = await outcomeOf(transaction, () => touched(sql`delete from ${name}`.execute(transaction)));
    const columns = sql.join(table.columns.map((each) => sql.ref(each)));
    const added =
      table.row === null
        ? '-'
        : await outcomeOf(transaction, () =>
            touched(
              sql`insert into ${name} (${columns}) overriding system value
                select ${columns} from jsonb_populate_record(null::${name}, ${ownRow(table, personId)}::jsonb)`.execute(
                transaction,
              ),
            ),
          );
    return `read ${read}; changed ${changed}; removed ${removed}; added ${added}`;
  });
}

export type PolicySchema = 'app' | 'room';
export type PolicyRow = {
  readonly schema: PolicySchema;
  readonly table: string;
  readonly name: string;
  /** Makes it again. */
  readonly statement: string;
  /** Makes it admit everything. */
  readonly opening: string;
};

/** Every policy on the tables of a schema, with the statement that makes it again. */
export async function findPolicies({ superuser }: FreshDatabase, schema: PolicySchema): Promise<readonly PolicyRow[]> {
  const { rows } = await sql<PolicyRow>`
    select ${schema} as schema, c.relname as "table", p.polname as name,
      format('create policy %I on %I.%I as %s for %s%s%s%s', p.polname, ${schema}::text, c.relname,
        case when p.polpermissive then 'permissive' else 'restrictive' end,
        case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
        case when p.polroles = '{0}' then '' else ' to ' || (select string_agg(quote_ident(rolname), ', ') from pg_roles where oid = any (p.polroles)) end,
        coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', ''),
        coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')) as statement,
      format('alter policy %I on %I.%I%s%s', p.polname, ${schema}::text, c.relname,
        case when p.polqual is null then '' else ' using (true)' end,
        case when p.polwithcheck is null then '' else ' with check (true)' end) as opening
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace = ${schema}::regnamespace order by 2, 3`.execute(superuser);
  return rows;
}

const drop = ({ superuser }: FreshDatabase, { schema, table, name }: PolicyRow) =>
  sql`drop policy ${sql.ref(name)} on ${sql.table(`${schema}.${table}`)}`.execute(superuser);

/** Runs something without a policy, which is there again afterwards. */
export async function withoutPolicy<T>(database: FreshDatabase, policy: PolicyRow, run: () => Promise<T>): Promise<T> {
  await drop(database, policy);
  try {
    return await run();
  } finally {
    await sql.raw(policy.statement).execute(database.superuser);
  }
}

/** Runs something while a policy admits whatever is asked; it is as it was afterwards. */
export async function withOpenPolicy<T>(database: FreshDatabase, policy: PolicyRow, run: () => Promise<T>): Promise<T> {
  await sql.raw(policy.opening).execute(database.superuser);
  try {
    return await run();
  } finally {
    await drop(database, policy);
    await sql.raw(policy.statement).execute(database.superuser);
  }
}

/** Runs something while row-level security does not bind the owner of a table, by its qualified name. */
export async function withoutForce<T>({ superuser }: FreshDatabase, table: string, run: () => Promise<T>): Promise<T> {
  await sql`alter table ${sql.table(table)} no force row level security`.execute(superuser);
  try {
    return await run();
  } finally {
    await sql`alter table ${sql.table(table)} force row level security`.execute(superuser);
  }
}

/** How many rows of a table its owner sees. */
export async function ownerSees({ owner }: FreshDatabase, table: string): Promise<string> {
  const { rows } = await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(owner);
  return rows[0]?.n ?? '';
}

/** A review of each class that has one, decided and signed by somebody who is nobody here. */
async function seedSignedReviews(superuser: Database, workspaceId: string): Promise<void> {
  await superuser.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    await sql`
      insert into app.review (workspace_id, class, alliance_id, date, illustrative, content, state, decision, decided_by_name,
        decided_at, digest)
      select a.workspace_id, c.class::app.class, a.id, '2015-06-30', false, '{}', 'decided', 'As it is', 'Somebody', now(), '\\x00'
      from app.alliance a, (values ('INTERNAL'), ('NEVER')) c (class)
      where a.workspace_id = ${workspaceId} and a.class = 'INTERNAL' and a.slug = 'alliance'`.execute(transaction);
    await sql`
      update app.review r set digest = app.review_digest(r) where workspace_id = ${workspaceId} and state = 'decided'`.execute(
      transaction,
    );
    await sql`
      insert into app.review_signature (workspace_id, review_id, person_id, person_name, digest)
      select workspace_id, id, gen_random_uuid(), 'Somebody', digest from app.review
      where workspace_id = ${workspaceId} and state = 'decided'`.execute(transaction);
    // A review may have been shown to fewer before, and to more.
    await sql`
      insert into app.review_version (workspace_id, review_id, version, class, date, state, content)
      select r.workspace_id, r.id, v.version, v.class::app.class, r.date, r.state, r.content
      from app.review r, (values (1, 'NEVER'), (2, 'INTERNAL')) v (version, class)
      where r.workspace_id = ${workspaceId} and r.state = 'decided'`.execute(transaction);
  });
}

/** A move of each class that has one, of a firm of each class, kept by somebody who is nobody here. */
async function seedCandidateMoves(superuser: Database, workspaceId: string): Promise<void> {
  await superuser.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    await sql`
      insert into app.candidate_move (workspace_id, class, organisation_id, content, kept_by_name)
      select o.workspace_id, c.class::app.class, o.id, '{}', 'Somebody'
      from (select distinct on (class) * from app.organisation where workspace_id = ${workspaceId} order by class, id) o,
        (values ('INTERNAL'), ('NEVER')) c (class)`.execute(transaction);
  });
}

/** A step of each class that has one, of an alliance of each class, taken by somebody who is nobody here. */
async function seedLifecycleSteps(superuser: Database, workspaceId: string): Promise<void> {
  await superuser.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    await sql`
      insert into app.lifecycle_step (workspace_id, alliance_id, nth, class, kind, day, content, actor_name)
      select a.workspace_id, a.id, c.nth, c.class::app.class, 'planned', '2003-10-02', '{}', 'Somebody'
      from (select distinct on (class) * from app.alliance
          where workspace_id = ${workspaceId} and slug <> 'alliance' order by class, id) a,
        (values (101, 'INTERNAL'), (102, 'NEVER')) c (nth, class)`.execute(transaction);
  });
}

/** Things that are somebody's own, for everybody, a bundle of each class, and a signed head: so that no table is empty when it is asked. */
export async function seedOwnThings(
  { superuser }: FreshDatabase,
  workspaceId: string,
  people: readonly string[],
): Promise<void> {
  for (const person of people) {
    await sql`
      insert into app.view (workspace_id, owner_id, name, collection, shared, definition)
      values (${workspaceId}, ${person}, 'Own', 'alliances', false, '{}'), (${workspaceId}, ${person}, 'Shared', 'alliances', true, '{}')`.execute(
      superuser,
    );
    await sql`
      insert into app.import (workspace_id, actor_id, name, bytes, choices, reading)
      values (${workspaceId}, ${person}, 'a.csv', '\\x00', '{}', '{}')`.execute(superuser);
    await sql`
      insert into app.import_mapping (workspace_id, actor_id, name, headings, layout, mapping, shared)
      values (${workspaceId}, ${person}, 'Own', '["a"]', 'flat', '{}', false), (${workspaceId}, ${person}, 'Shared', '["b"]', 'flat', '{}', true)`.execute(
      superuser,
    );
    await sql`
      insert into app.idempotency_key (workspace_id, actor_id, route, key, request_digest, status, headers, body)
      values (${workspaceId}, ${person}, 'post /', 'one', '\\x00', 201, '{}', '')`.execute(superuser);
  }
  await sql`
    insert into app.calendar_feed (workspace_id, owner_id, token_digest, own_only, language)
    select workspace_id, person_id, sha256(person_id::text::bytea), false, 'en' from app.role_held
    where workspace_id = ${workspaceId}`.execute(superuser);
  await sql`
    insert into app.change_bundle (workspace_id, position, position_last, lines, change_set_id, table_name, record_kind, class,
      positions, row_ids, record_ids, row_first, row_last, record_first, record_last, content, digest)
    select distinct on (class) workspace_id, position, position, 1, change_set_id, table_name, record_kind, class,
      array[position], array[row_id], array[record_id], row_id, row_id, record_id, record_id, '{"id": []}', sha256('')
    from app.change where workspace_id = ${workspaceId} order by class, position`.execute(superuser);
  await sql`
    insert into app.clean_reading (workspace_id, actor_id, operation, records)
    values (${workspaceId}, ${people[0] ?? ''}, 'probe', array[gen_random_uuid()])`.execute(superuser);
  await sql`
    insert into app.notice (workspace_id, kind, publication_id, title, slug, email, name, language)
    values (${workspaceId}, 'opened', gen_random_uuid(), 'A room', 'ours', 'a@example.org', 'A', 'en')`.execute(
    superuser,
  );
  await seedSignedReviews(superuser, workspaceId);
  await seedCandidateMoves(superuser, workspaceId);
  await seedLifecycleSteps(superuser, workspaceId);
  await seedPapers(superuser, workspaceId);
  await sql`
    insert into app.audit_head (workspace_id, sequence, digest, key, signature, signed_at)
    select workspace_id, sequence, digest, repeat('k', 43), repeat('s', 86), now() from app.audit_entry
    where workspace_id = ${workspaceId} order by sequence limit 1`.execute(superuser);
}
