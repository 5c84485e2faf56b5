import { type ColumnType, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { keepPlans } from './kept-plans.ts';

/** The logins of roots: the owner migrates, the others serve; none of the others owns anything. */
export type DatabaseRole = 'owner' | 'app' | 'room' | 'auth';

/** The platform's own tables by their qualified names. */
export type PlatformTables = {
  'app.migration': {
    name: string;
    sha256: string;
    product_version: string;
    applied_at: ColumnType<Date, never, never>;
  };
};

/** A room names its tables with Kysely's `database.withTables<RoomTables>()`, which changes types alone. */
export type Database<Tables = PlatformTables> = Kysely<Tables>;
export type DatabaseTransaction<Tables = PlatformTables> = Transaction<Tables>;

/** One pool a login, so that a missing right is refused by PostgreSQL and not only by our code. */
export type Databases = {
  readonly app: Database;
  readonly room: Database;
  readonly auth: Database;
};

export type DatabaseOptions = {
  readonly role: DatabaseRole;
  /** Told about a connection that broke while idle; without a listener pg would end the process. */
  readonly onIdleError?: (error: Error) => void;
};

const DATE_OID = 1082;
const INT8_OID = 20;
const asText = (text: string): string => text;

// A calendar date has no time zone and an int8 may pass 2^53: both stay the text PostgreSQL sent.
const typeParsers = new pg.TypeOverrides();
typeParsers.setTypeParser(DATE_OID, asText);
typeParsers.setTypeParser(INT8_OID, asText);

const connectionsOf: Record<DatabaseRole, number> = { owner: 1, app: 10, room: 4, auth: 4 };

/** Opens a pool that connects on first use. `destroy()` on the result closes it. */
export function openDatabase(url: string, { role, onIdleError }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsOf[role],
    application_name: `entente ${role}`,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    types: typeParsers,
  });
  pool.on('error', (error) => onIdleError?.(error));
  pool.on('connect', (client) => {
    // Lost between two statements of a transaction: the next statement says so; without a listener it ends the process.
    client.on('error', () => undefined);
    keepPlans(client);
  });
  return new Kysely<PlatformTables>({ dialect: new PostgresDialect({ pool }) });
}

export async function closeDatabases(databases: Databases): Promise<void> {
  await Promise.all([databases.app.destroy(), databases.room.destroy(), databases.auth.destroy()]);
}

/** One connection outside any pool, for setting up and migrating. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'entente start',
    connectionTimeoutMillis: 5_000,
    types: typeParsers,
  });
  // A connection lost between two queries is reported by the next query; without a listener it ends the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Whether the server accepts this login; with SCRAM it thereby also proves that it knows the password. */
export async function canLogIn(url: string): Promise<boolean> {
  try {
    await (await connect(url)).end();
    return true;
  } catch {
    return false;
  }
}

/** Who acts and where. `workspaceId` is null only while a workspace is being made or listed. */
export type WorkspaceContext = {
  readonly workspaceId: string | null;
  readonly actorId: string;
  /** What an API key is limited to; null or absent: nothing. */
  readonly scopes?: readonly string[] | null;
  /** The one workspace that the session or key is for; null or absent: no such limit. */
  readonly only?: string | null;
};

/**
 * Runs `run` in one READ COMMITTED transaction whose row-level security sees this workspace and actor.
 * The settings end with the transaction, so a pooled connection carries nothing to its next user.
 */
export async function inWorkspace<Tables, T>(
  database: Database<Tables>,
  { workspaceId, actorId, scopes = null, only = null }: WorkspaceContext,
  run: (transaction: DatabaseTransaction<Tables>) => Promise<T>,
): Promise<T> {
  return database
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (transaction) => {
      await sql`select set_config('entente.workspace', ${workspaceId ?? ''}, true),
        set_config('entente.actor', ${actorId}, true),
        set_config('entente.scopes', ${scopes?.join(' ') ?? ''}, true),
        set_config('entente.only', ${only ?? ''}, true),
        set_config('TimeZone', 'UTC', true)`.execute(transaction);
      return run(transaction);
    });
}

/** "PostgreSQL 18.4", asked of the server itself; rejects when it does not answer in time. */
export async function databaseVersion(database: Database, withinMs = 2_000): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The database did not answer within ${withinMs} ms`)), withinMs);
  });
  try {
    const asked = sql<{ server_version: string }>`show server_version`.execute(database);
    const { rows } = await Promise.race([asked, tooLate]);
    return `PostgreSQL ${rows[0]?.server_version.split(' ')[0] ?? 'of unknown version'}`;
  } finally {
    clearTimeout(timer);
  }
}
