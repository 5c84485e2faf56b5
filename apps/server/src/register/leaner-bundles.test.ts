import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { connect, type Database } from '../platform/database.ts';
import { type Migration, migrationsFolder, migrationsIn } from '../platform/migrations.ts';
import { migrate } from '../platform/migrations.store.ts';
import { freshDatabase } from '../platform/test-database.ts';

const database = await freshDatabase();
const { superuser } = database;
afterAll(() => database.remove());

const shipped = migrationsIn(migrationsFolder);
const STEP = '20261122203000_leaner_bundles';

async function migrateWith(known: readonly Migration[]): Promise<readonly string[]> {
  const owner = await connect(database.urls.owner);
  try {
    return await migrate(owner, known, { productVersion: '1.0.0', place: 'here' });
  } finally {
    await owner.end();
  }
}

const WORKSPACE = '11111111-1111-4111-8111-111111111111';
const PERSON = '22222222-2222-4222-8222-222222222222';
const SOURCE = '33333333-3333-4333-8333-333333333333';
const ROWS = 80;

/** Adds ventures, their stakes and claims on their names as one change, each by one statement. */
async function addVentures(transaction: Database, mark: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into app.change_set (workspace_id, actor_id, command) values (${WORKSPACE}, ${PERSON}, 'import')
    returning id`.execute(transaction);
  await sql`select set_config('entente.change_set', ${rows[0]?.id ?? ''}, true)`.execute(transaction);
  const venture = sql`md5(${`${mark} venture `}::text || nth)::uuid`;
  await sql`
    insert into app.organisation (workspace_id, id, slug, name)
    select ${WORKSPACE}, ${venture}, ${mark}::text || '-' || nth, 'Venture ' || nth
    from generate_series(1, ${ROWS}::int) nth`.execute(transaction);
  await sql`
    insert into app.stake (workspace_id, issuer_id, holders, share, period_from)
    select ${WORKSPACE}, ${venture}, 'others', nth % 90, (1950 + nth)::text
    from generate_series(1, ${ROWS}::int) nth`.execute(transaction);
  await sql`
    insert into app.claim (workspace_id, subject_kind, subject_id, field, value, source_id, place)
    select ${WORKSPACE}, 'organisation', ${venture}, 'name', 'Venture ' || nth, ${SOURCE}, 'row ' || nth
    from generate_series(1, ${ROWS}::int) nth`.execute(transaction);
}

/** Closes a change as the application did then; later the commit does. */
const closeByHand = (transaction: Database): Promise<unknown> =>
  sql`
    with raised as (update app.workspace set version = version + 1 where id = ${WORKSPACE} returning version)
    update app.change_set set workspace_version = raised.version from raised where workspace_version is null`.execute(
    transaction,
  );

const change = (run: (transaction: Database) => Promise<void>): Promise<void> =>
  superuser.transaction().execute(async (transaction) => {
    await sql`select set_config('entente.workspace', ${WORKSPACE}, true), set_config('entente.actor', ${PERSON}, true)`.execute(
      transaction,
    );
    await run(transaction);
  });

const linesAndRows = async (): Promise<{ readonly lines: unknown; readonly rows: unknown; readonly size: number }> => {
  const lines = await sql<{ row_id: string; after: unknown }>`
    select row_id, after from app.lines_of_changes(array(select id from app.change_set)) where table_name <> 'source'
    order by row_id`.execute(superuser);
  const tables = ['organisation', 'stake', 'claim'].map(
    (name) => sql`
      select id as row_id, to_jsonb(t) - array(select attname::text from pg_attribute
        where attrelid = ${`app.${name}`}::regclass and attgenerated <> '') as after
      from ${sql.table(`app.${name}`)} t`,
  );
  const rows = await sql`select * from (${sql.join(tables, sql` union all `)}) held order by row_id`.execute(superuser);
  return { lines: lines.rows, rows: rows.rows, size: lines.rows.length };
};

const digests = async (): Promise<unknown> =>
  (
    await sql`select position, digest = sha256(convert_to(app.bundle_text(table_name, record_kind, class, row_ids, record_ids, content), 'UTF8')) as same
    from app.change_bundle order by position`.execute(superuser)
  ).rows;

test('data that was logged before is read as before, and what is added afterwards tells as much in less', async () => {
  const { rows: schemas } = await sql<{ name: string }>`
    select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('public', 'information_schema')`.execute(
    superuser,
  );
  for (const { name } of schemas) await sql`drop schema ${sql.id(name)} cascade`.execute(superuser);
  await migrateWith(shipped.filter(({ name }) => name < STEP));
  await superuser.transaction().execute(async (transaction) => {
    await sql`select set_config('entente.workspace', ${WORKSPACE}, true), set_config('entente.actor', ${PERSON}, true)`.execute(
      transaction,
    );
    await sql`insert into app.person (id, name) values (${PERSON}, 'Somebody')`.execute(transaction);
    await sql`insert into app.workspace (id, slug, name, created_by) values (${WORKSPACE}, 'kept', 'Kept', ${PERSON})`.execute(
      transaction,
    );
  });
  await change(async (transaction) => {
    const { rows } = await sql<{ id: string }>`
      insert into app.change_set (workspace_id, actor_id, command) values (${WORKSPACE}, ${PERSON}, 'import')
      returning id`.execute(transaction);
    await sql`select set_config('entente.change_set', ${rows[0]?.id ?? ''}, true)`.execute(transaction);
    await sql`
      insert into app.source (workspace_id, id, key, kind, title) values (${WORKSPACE}, ${SOURCE}, 'table', 'table', 'T')`.execute(
      transaction,
    );
    await closeByHand(transaction);
  });
  await change(async (transaction) => {
    await addVentures(transaction, 'before');
    await closeByHand(transaction);
  });
  const before = await linesAndRows();
  expect(before.lines).toEqual(before.rows);
  expect(before.size).toBe(3 * ROWS);

  expect(await migrateWith(shipped)).toContain(STEP);
  expect(await linesAndRows()).toEqual(before);
  await change((transaction) => addVentures(transaction, 'after'));
  const after = await linesAndRows();
  expect(after.lines).toEqual(after.rows);
  expect(after.size).toBe(6 * ROWS);
  expect(JSON.stringify(await digests())).not.toContain('false');

  const { rows } = await sql<{ length: number }>`
    select sum(length(content))::int as length from app.change_bundle where table_name = 'claim'
    group by change_set_id order by min(position)`.execute(superuser);
  expect((rows[1]?.length ?? 0) * 3).toBeLessThan(rows[0]?.length ?? 0);
});
