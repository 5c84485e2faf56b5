import type { Configuration } from './platform/configuration.ts';
import type { Databases } from './platform/database.ts';
import { openPools, openServerDatabase, type Report, type ServerDatabase } from './platform/server-database.ts';
import { chooseDataFolder, prepareDataFolder } from './platform/data-folder.ts';
import { embeddedUrls } from './platform/database-urls.ts';
import { closeDatabases, databaseVersion } from './platform/database.ts';
import { type App, type AppParts, createApp } from './platform/http.ts';
import { refusalOfPort, refuseUnusablePort, urlOf } from './platform/listening.ts';
import { loggerOptions } from './platform/logging.ts';
import { startRecurring } from './platform/recurring.ts';
import { type Claim, claimDataFolder, refuseSecondStart, runningOn } from './platform/runtime-file.ts';
import { storedSecrets } from './platform/secrets.ts';
import { recurringSteps } from './recurring-steps.ts';
import { rooms, signInOf } from './rooms.ts';
import { hasAccountsIn, prepareSignIn } from './sign-in/beginnings.commands.ts';
import { invitationPost } from './sign-in/invitation-post.routes.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import { startSteps } from './start-steps.ts';

export { type AuditVerdict, type SignedHead, signedHead } from '@entente/contract/audit';
export { exportAudit, signHead, verifyAudit } from './audit/audit.commands.ts';
export { ensureAuditKey } from './audit/audit-key.ts';
export { lineOf } from './audit/audit-lines.ts';
export { auditVerdict } from './audit/audit-verification.ts';
export { type Configuration, configurationFrom } from './platform/configuration.ts';
export { createCustomField, listCustomFields } from './register/custom-fields.commands.ts';
export { commitImport } from './interchange/import-commit.commands.ts';
export { changeImport, createImport, deleteImport, type ImportRoom } from './interchange/imports.commands.ts';
export { ReadingDesk } from './interchange/reading-desk.ts';
export { Writings } from './interchange/writings.ts';
// What looks at the database from outside, past every policy: workloads that measure.
export { connect, openDatabase } from './platform/database.ts';
export { embeddedUrl, embeddedUrls, superuserUrl } from './platform/database-urls.ts';
export { runningOn } from './platform/runtime-file.ts';
export { storedSecrets } from './platform/secrets.ts';
export { createRecord } from './register/records.commands.ts';
export { StartRefusal } from './platform/start-refusal.ts';
export { DEMO, localCaller } from './register/demo.commands.ts';
export { loadCaseLibrary } from './portfolio/case-library.commands.ts';
export { loadDomainTerms } from './register/domain-terms.commands.ts';
export { loadIntoWorkspace } from './register/load.commands.ts';
export { type ActingAs, callerAs, createResetToken, listAccounts } from './sign-in/operating.commands.ts';
export { Snapshots } from './register/snapshot.commands.ts';

const tellNobody: Report = () => undefined;

/** The HTTP side with every room, not yet listening. */
export const buildApp = (
  parts: Omit<AppParts, 'identify'>,
  signIn: SignIn = signInOf(parts, tellNobody),
): Promise<App> =>
  createApp(
    { ...parts, identify: signIn.identify, postInvitation: invitationPost(signIn, parts.configuration) },
    rooms,
  );

/** The sign-in for a command that works on accounts. */
export const signInFor = (databases: Databases, configuration: Configuration): SignIn =>
  signInOf({ databases, configuration }, tellNobody);

/** Where browsers reach this server: as it was told, else the address of the one that runs, else of one that would. */
export function originOf(configuration: Configuration): string {
  const { publicUrl, host, port } = configuration;
  return publicUrl ?? runningOn(chooseDataFolder(configuration).path)?.url ?? urlOf(host, port);
}

export type RunningServer = {
  readonly url: string;
  /** Nobody is asked who they are. */
  readonly demo: boolean;
  readonly dataFolder: string;
  /** Version and place of the database, for the start line. */
  readonly database: string;
  /** Makes the first account, once; null when there are accounts, or nobody needs one. */
  readonly setUpUrl: string | null;
  /** Ends the HTTP side, then the database; nothing is left running. */
  readonly stop: () => Promise<void>;
};

export type StartOptions = {
  /** Told what happens beside the answers, e.g. that PostgreSQL was started again. */
  readonly report?: Report;
  /** Makes the web pages ready while the database starts. Called once nothing speaks against starting. */
  readonly preparePages?: () => Promise<void>;
  /** A demo is one only on a database where nobody has an account. */
  readonly demoUnlessAccounts?: boolean;
};

/** How long answers under way may take when the server stops. */
const DRAIN_MS = 5_000;

async function closeApp(app: App): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
  await app.close();
  clearTimeout(cut);
}

async function serve(
  configured: Configuration,
  database: ServerDatabase,
  claim: Claim,
  { report = tellNobody, demoUnlessAccounts = false }: StartOptions,
): Promise<{ app: App; url: string; demo: boolean; setUpUrl: string | null; endRecurring: () => Promise<void> }> {
  const { databases, postgresPort } = database;
  // Where somebody has an account, everybody is asked who they are.
  const demo = configured.demo && !(demoUnlessAccounts && (await hasAccountsIn(databases)));
  const configuration = { ...configured, demo };
  for (const step of startSteps) await step({ databases, configuration });
  const signIn = signInOf({ databases, configuration }, report);
  const setUpToken = await prepareSignIn(signIn);
  const app = await buildApp({ databases, configuration, logger: loggerOptions(configuration.log) }, signIn);
  const { host } = configuration;
  try {
    await app.listen({ host, port: configuration.port });
  } catch (error) {
    await app.close();
    throw refusalOfPort(error, host, configuration.port);
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : configuration.port;
  const url = urlOf(host, port);
  claim.update({ port, url, postgresPort });
  const setUpUrl = setUpToken === null ? null : `${configuration.publicUrl ?? url}/set-up#${setUpToken}`;
  const around = { databases, configuration, post: signIn.post, report };
  return { app, url, demo, setUpUrl, endRecurring: startRecurring(recurringSteps, around, report) };
}

/**
 * Starts everything: takes the data folder, starts or reaches the database, migrates, listens. What speaks against
 * starting is thrown as StartRefusal before anything is changed, and whatever was started by then is stopped.
 */
export async function startServer(configuration: Configuration, options: StartOptions = {}): Promise<RunningServer> {
  const report = options.report ?? tellNobody;
  const { host, port, productVersion, projectFolder } = configuration;
  const folder = chooseDataFolder(configuration);
  refuseSecondStart(folder.path);
  await refuseUnusablePort(configuration);
  prepareDataFolder(folder);
  const claim = claimDataFolder(folder.path, {
    url: urlOf(host, port),
    port,
    version: productVersion,
    path: projectFolder,
  });
  let database: ServerDatabase | null = null;
  try {
    const pages = options.preparePages?.() ?? Promise.resolve();
    const opened = await Promise.allSettled([openServerDatabase(configuration, folder, report), pages]);
    if (opened[0].status === 'rejected') throw opened[0].reason;
    database = opened[0].value;
    if (opened[1].status === 'rejected') throw opened[1].reason;
    const { app, url, demo, setUpUrl, endRecurring } = await serve(configuration, database, claim, options);
    const { databases, description, stop } = database;
    return {
      url,
      demo,
      setUpUrl,
      dataFolder: folder.path,
      database: `${await databaseVersion(databases.app)}, ${description}`,
      stop: async () => {
        await closeApp(app);
        await endRecurring();
        await stop();
        claim.release();
      },
    };
  } catch (error) {
    await database?.stop();
    claim.release();
    throw error;
  }
}

export type OpenDatabases = {
  readonly databases: Databases;
  /** Stops only what opening started. */
  readonly close: () => Promise<void>;
};

/**
 * The databases for a command that works on a workspace: those of the running server when there is one, else the same
 * database started for as long as the command runs.
 */
export async function openDatabases(configuration: Configuration, report: Report = tellNobody): Promise<OpenDatabases> {
  const folder = chooseDataFolder(configuration);
  const running = runningOn(folder.path);
  const secrets = running === null ? null : storedSecrets(folder.path);
  if (running !== null && configuration.database.kind === 'embedded') {
    const { url, postgresPort } = running;
    if (url === null || postgresPort === null || secrets === null) refuseSecondStart(folder.path);
    else {
      const databases = openPools(embeddedUrls(postgresPort, secrets), report);
      return { databases, close: () => closeDatabases(databases) };
    }
  }
  prepareDataFolder(folder);
  const { productVersion: version, projectFolder: path } = configuration;
  const claim = running === null ? claimDataFolder(folder.path, { url: null, port: null, version, path }) : null;
  try {
    const database = await openServerDatabase(configuration, folder, report);
    claim?.update({ postgresPort: database.postgresPort });
    return {
      databases: database.databases,
      close: async () => {
        await database.stop();
        claim?.release();
      },
    };
  } catch (error) {
    claim?.release();
    throw error;
  }
}
