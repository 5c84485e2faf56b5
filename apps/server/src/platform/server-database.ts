import type { Configuration, DatabaseConfiguration } from './configuration.ts';
import { canLogIn, closeDatabases, connect, type Databases, openDatabase } from './database.ts';
import { type DatabaseUrls, embeddedUrls, placeOf, superuserUrl } from './database-urls.ts';
import { binaryCopyFolders, type DataFolder } from './data-folder.ts';
import { externalUrls } from './external-database.ts';
import { migrationsFolder, migrationsIn } from './migrations.ts';
import { migrate } from './migrations.store.ts';
import { installedBinaries, runnableBinaries } from './postgres/binaries.ts';
import { clusterFolder, refuseOtherMajor } from './postgres/cluster.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './postgres/supervisor.ts';
import { isSetUp, setUpRolesAndDatabase } from './roles.store.ts';
import { ensureSecrets, type Secrets } from './secrets.ts';

export type Report = (line: string) => void;

/** A migrated database with a pool for each serving role, and the server process if it is ours. */
export type ServerDatabase = {
  readonly databases: Databases;
  /** Of the embedded PostgreSQL; null when the database is somebody else's server. */
  readonly postgresPort: number | null;
  /** For the start line. */
  readonly description: string;
  readonly stop: () => Promise<void>;
};

export function openPools(urls: DatabaseUrls, report: Report): Databases {
  const onIdleError = (error: Error): void => report(`A database connection broke while idle: ${error.message}`);
  return {
    app: openDatabase(urls.app, { role: 'app', onIdleError }),
    room: openDatabase(urls.room, { role: 'room', onIdleError }),
    auth: openDatabase(urls.auth, { role: 'auth', onIdleError }),
  };
}

/** Migrates as the owner, whose connection is closed again: nothing that serves can change the schema. */
async function migrateAsOwner(ownerUrl: string, configuration: Configuration): Promise<void> {
  const owner = await connect(ownerUrl);
  try {
    await migrate(owner, migrationsIn(migrationsFolder), {
      productVersion: configuration.productVersion,
      place: placeOf(ownerUrl),
    });
  } finally {
    await owner.end();
  }
}

async function startPostgres(
  { path: dataFolder, account }: DataFolder,
  secrets: Secrets,
  report: Report,
): Promise<EmbeddedPostgres> {
  const installed = installedBinaries();
  refuseOtherMajor(clusterFolder(dataFolder), installed);
  return startEmbeddedPostgres({
    binaries: runnableBinaries(installed, account, binaryCopyFolders(dataFolder)),
    account,
    dataFolder,
    superuserPassword: secrets.postgres,
    // As the owner in daily use; as superuser when a first start was killed before it made the owner.
    canLogIn: async (port) =>
      (await canLogIn(embeddedUrls(port, secrets).owner)) || canLogIn(superuserUrl(port, secrets)),
    report,
  });
}

async function openEmbedded(configuration: Configuration, folder: DataFolder, report: Report): Promise<ServerDatabase> {
  const secrets = ensureSecrets(folder.path);
  const postgres = await startPostgres(folder, secrets, report);
  try {
    const urls = embeddedUrls(postgres.port, secrets);
    if (!(await isSetUp(urls.owner))) await setUpRolesAndDatabase(superuserUrl(postgres.port, secrets), secrets);
    await migrateAsOwner(urls.owner, configuration);
    let isStopping = false;
    // A pool says that it has ended before its last connection has, which the stopping server then breaks.
    const databases = openPools(urls, (line) => (isStopping ? undefined : report(line)));
    const state = postgres.adopted ? 'taken over from a killed start' : postgres.created ? 'new' : 'embedded';
    return {
      databases,
      postgresPort: postgres.port,
      description: `${clusterFolder(folder.path)} (${state}${folder.account === null ? '' : `, runs as ${folder.account.name}`})`,
      stop: async () => {
        isStopping = true;
        await closeDatabases(databases);
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function openExternal(
  configuration: Configuration,
  external: Extract<DatabaseConfiguration, { kind: 'external' }>,
  folder: DataFolder,
  report: Report,
): Promise<ServerDatabase> {
  const urls = await externalUrls(external, () => ensureSecrets(folder.path));
  await migrateAsOwner(urls.owner, configuration);
  const databases = openPools(urls, report);
  return {
    databases,
    postgresPort: null,
    description: `${placeOf(urls.owner)} (DATABASE_URL)`,
    stop: () => closeDatabases(databases),
  };
}

/** Starts or reaches the database, sets it up on the first start, migrates it, and opens the serving pools. */
export async function openServerDatabase(
  configuration: Configuration,
  folder: DataFolder,
  report: Report,
): Promise<ServerDatabase> {
  const { database } = configuration;
  return database.kind === 'embedded'
    ? openEmbedded(configuration, folder, report)
    : openExternal(configuration, database, folder, report);
}
