import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { invariant } from '@entente/core/kernel';
import { sql } from 'kysely';
import { canLogIn, closeDatabases, connect, type Database, type Databases, openDatabase } from './database.ts';
import { type DatabaseUrls, embeddedUrl, embeddedUrls, OWNER_ROLE, superuserUrl } from './database-urls.ts';
import { prepareDataFolder } from './data-folder.ts';
import { migrationsFolder, migrationsIn } from './migrations.ts';
import { migrate } from './migrations.store.ts';
import { installedBinaries, runnableBinaries } from './postgres/binaries.ts';
import { SUPERUSER } from './postgres/cluster.ts';
import { databaseAccount } from './postgres/os-account.ts';
import { startEmbeddedPostgres } from './postgres/supervisor.ts';
import { setUpRolesAndDatabase } from './roles.store.ts';
import { ensureSecrets, type Secrets } from './secrets.ts';

/** What the one server of a test run tells its workers. */
type TestServer = {
  readonly port: number;
  readonly secrets: Secrets;
};

// Workers are started after the setup and inherit its environment.
const SERVER_VARIABLE = 'ENTENTE_TEST_SERVER';

const TEMPLATE = 'entente_template';

// Tests need neither a crash nor a power cut survived.
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/**
 * Global setup: one real PostgreSQL for the run, with a migrated template database that every test file copies.
 * `ENTENTE_TEST_POSTGRES` names another npm package of binaries, for the runs on older PostgreSQL versions.
 */
export async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'entente-test-'));
  const account = databaseAccount(null, null);
  prepareDataFolder({ path: folder, account });
  const secrets = ensureSecrets(folder);
  const packageName = process.env['ENTENTE_TEST_POSTGRES'];
  const installed = packageName === undefined ? installedBinaries() : installedBinaries(packageName);
  const postgres = await startEmbeddedPostgres({
    binaries: runnableBinaries(installed, account, [folder]),
    account,
    dataFolder: folder,
    superuserPassword: secrets.postgres,
    canLogIn: (port) => canLogIn(superuserUrl(port, secrets)),
    settings: FAST,
    report: (line) => process.stderr.write(`${line}\n`),
  });
  const { port } = postgres;
  await setUpRolesAndDatabase(superuserUrl(port, secrets), secrets, TEMPLATE);
  const owner = await connect(embeddedUrls(port, secrets, TEMPLATE).owner);
  try {
    await migrate(owner, migrationsIn(migrationsFolder), { productVersion: 'test', place: TEMPLATE });
  } finally {
    await owner.end();
  }
  const server: TestServer = { port, secrets };
  process.env[SERVER_VARIABLE] = JSON.stringify(server);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** A migrated database of one test file, with the logins that the product uses and two that it does not serve with. */
export type FreshDatabase = {
  readonly urls: DatabaseUrls;
  /** Owns the tables; row-level security binds it too, since it is forced. */
  readonly owner: Database;
  /** Sees and may do everything: to look at what was stored past every policy. */
  readonly superuser: Database;
  readonly remove: () => Promise<void>;
} & Databases;

/**
 * A copy of the migrated template, for this caller alone. Call `remove` when done (`afterAll`).
 * @example const database = await freshDatabase(); afterAll(() => database.remove());
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const told = process.env[SERVER_VARIABLE];
  invariant(told !== undefined, 'this test file runs in the project with the test database as its global setup');
  const { port, secrets } = JSON.parse(told) as TestServer;
  const name = `test_${randomBytes(8).toString('hex')}`;
  const admin = superuserUrl(port, secrets);
  const maker = await connect(admin);
  try {
    await maker.query(`create database ${name} template ${TEMPLATE} owner ${OWNER_ROLE}`);
    await maker.query(`revoke all on database ${name} from public`);
    await maker.query(`grant connect on database ${name} to entente_app, entente_room, entente_auth, entente_worker`);
  } finally {
    await maker.end();
  }
  const urls = embeddedUrls(port, secrets, name);
  const superuser = openDatabase(embeddedUrl(port, SUPERUSER, secrets.postgres, name), { role: 'owner' });
  const owner = openDatabase(urls.owner, { role: 'owner' });
  const databases: Databases = {
    app: openDatabase(urls.app, { role: 'app' }),
    room: openDatabase(urls.room, { role: 'room' }),
    auth: openDatabase(urls.auth, { role: 'auth' }),
  };
  const remove = async (): Promise<void> => {
    await Promise.all([closeDatabases(databases), owner.destroy(), superuser.destroy()]);
    const remover = await connect(admin);
    try {
      await remover.query(`drop database ${name} with (force)`);
    } finally {
      await remover.end();
    }
  };
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(databases.app);
  invariant(rows[0]?.name === name, 'a test works in its own database');
  return { ...databases, urls, owner, superuser, remove };
}
