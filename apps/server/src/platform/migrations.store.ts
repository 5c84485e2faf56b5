import pg from 'pg';
import { type AppliedMigration, type Migration, pendingMigrations } from './migrations.ts';
import { diskFull, errorCode, errorText, StartRefusal } from './start-refusal.ts';

/** Any fixed number: servers that migrate one database at the same time queue up behind it. */
const LOCK_KEY = 4_400_001;

async function createLedger(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ exists: boolean }>(`select to_regclass('app.migration') is not null as exists`);
  if (rows[0]?.exists === true) return;
  await client.query(`
    begin;
    create schema if not exists app;
    create table app.migration (
      name text collate "C" primary key,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      product_version text not null,
      applied_at timestamptz not null default clock_timestamp()
    );
    commit`);
}

async function findApplied(client: pg.Client): Promise<readonly AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    `select name, sha256, product_version as "productVersion" from app.migration order by name`,
  );
  return rows;
}

async function applyMigration(client: pg.Client, migration: Migration, productVersion: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into app.migration (name, sha256, product_version) values ($1, $2, $3)', [
      migration.name,
      migration.sha256,
      productVersion,
    ]);
    await client.query('commit');
  } catch (error) {
    // A broken connection has rolled back by itself.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

function lineAt(sql: string, error: unknown): string {
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  return Number.isInteger(position) ? `, line ${sql.slice(0, position).split('\n').length}` : '';
}

const SQL_DISK_FULL = '53100';
const SQL_FORBIDDEN = '42501';
const SQL_LOCK_TIMEOUT = '55P03';

function refusalOf(error: unknown, place: string, migration: Migration | null): unknown {
  if (error instanceof StartRefusal) return error;
  const state = errorCode(error);
  if (state === SQL_DISK_FULL) return diskFull(place);
  if (state === SQL_LOCK_TIMEOUT) {
    return new StartRefusal({
      code: 'migration-locked',
      message: `Another Entente has been migrating ${place} for over a minute.`,
      fix: 'Wait for it, then start again.',
    });
  }
  if (state === SQL_FORBIDDEN && migration === null) {
    return new StartRefusal({
      code: 'database-forbidden',
      message: `The user of DATABASE_URL may not create schemas in ${place} (${errorText(error)}).`,
      fix: 'Give it the database: ALTER DATABASE … OWNER TO …, or GRANT CREATE ON DATABASE … TO ….',
    });
  }
  const step = migration === null ? '' : ` at step ${migration.name}${lineAt(migration.sql, error)}`;
  return new StartRefusal({
    code: 'migration-failed',
    message: `Migrating ${place} failed${step}: ${errorText(error)}. That step was rolled back.`,
    fix: 'Start the version of Entente that you used before, and report this line.',
  });
}

export type MigrationOptions = {
  readonly productVersion: string;
  /** Names the database in refusals. */
  readonly place: string;
};

/**
 * Brings the schema up to date, each step in a transaction of its own, one migrating server at a time.
 * @returns the names of the steps taken
 */
export async function migrate(
  client: pg.Client,
  known: readonly Migration[],
  { productVersion, place }: MigrationOptions,
): Promise<readonly string[]> {
  let current: Migration | null = null;
  try {
    await client.query(`set lock_timeout = '60s'`);
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    await client.query('set lock_timeout = 0');
    await createLedger(client);
    const pending = pendingMigrations(known, await findApplied(client), place);
    for (const migration of pending) {
      current = migration;
      await applyMigration(client, migration, productVersion);
    }
    await client.query('select pg_advisory_unlock($1)', [LOCK_KEY]);
    return pending.map(({ name }) => name);
  } catch (error) {
    throw refusalOf(error, place, current);
  }
}
