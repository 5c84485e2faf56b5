import { spawn } from 'node:child_process';
import { chownSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diskFull, refusalOfWrite, StartRefusal } from '../start-refusal.ts';
import { type PostgresBinaries, programPath } from './binaries.ts';
import { type OsAccount, runAs } from './os-account.ts';
import { causeLine, saysDiskFull } from './server-log.ts';

/** The login that initdb makes: sets up roles and the database, and serves nothing. */
export const SUPERUSER = 'postgres';

const UNFINISHED = 'postgres.unfinished-';

/** Where the cluster's files live within the data folder. */
export const clusterFolder = (dataFolder: string): string => path.join(dataFolder, 'postgres');

/** The environment of PostgreSQL's programs: nothing of ours, so that PGPORT and its like cannot interfere. */
export const programEnvironment = (): Record<string, string> => ({
  LC_ALL: 'C',
  TZ: 'UTC',
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
});

/** Major version that wrote the cluster, or null when there is none yet. */
export function clusterMajor(folder: string): number | null {
  try {
    return Number.parseInt(readFileSync(path.join(folder, 'PG_VERSION'), 'utf8'), 10);
  } catch {
    return null;
  }
}

export function refuseOtherMajor(folder: string, binaries: PostgresBinaries): void {
  const major = clusterMajor(folder);
  if (major === null || major === binaries.major) return;
  throw new StartRefusal({
    code: 'postgres-other-major',
    message: `The data in ${folder} was written by PostgreSQL ${major}; this Entente brings PostgreSQL ${binaries.major}. Nothing was changed.`,
    fix: `Start the Entente version that wrote it, or set ENTENTE_DATA to another folder.`,
  });
}

// One sort order everywhere, by code point and untouched by library updates; language order is asked for by name.
const localeArguments = (major: number): readonly string[] =>
  major >= 17 ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--locale=C'];

async function runInitdb(
  binaries: PostgresBinaries,
  account: OsAccount | null,
  folder: string,
  passwordFile: string,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(
    programPath(binaries, 'initdb'),
    [
      `--pgdata=${folder}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      ...localeArguments(binaries.major),
      '--auth=scram-sha-256',
      '--data-checksums',
      ...(binaries.major >= 14 ? ['--no-instructions'] : []),
    ],
    { cwd: '/', env: programEnvironment(), stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...runAs(account) },
  );
  let said = '';
  const listen = (chunk: Buffer): void => {
    said += chunk.toString('utf8');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: null, said: `error: ${error.message}` }));
    child.on('close', (code) => resolve({ code, said }));
  });
}

/** Takes away what a killed first start left, its password file included. */
export function removeUnfinished(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    if (name.startsWith(UNFINISHED)) rmSync(path.join(dataFolder, name), { recursive: true, force: true });
  }
}

/** Makes the cluster, whole or not at all: it appears under its name only when initdb has finished. */
export async function createCluster(
  binaries: PostgresBinaries,
  account: OsAccount | null,
  dataFolder: string,
  superuserPassword: string,
): Promise<void> {
  const workshop = path.join(dataFolder, `${UNFINISHED}${process.pid}`);
  const passwordFile = path.join(workshop, 'password');
  const folder = path.join(workshop, 'data');
  try {
    mkdirSync(workshop, { mode: 0o700 });
    mkdirSync(folder, { mode: 0o700 });
    writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600, flag: 'wx' });
    if (account !== null) {
      for (const place of [workshop, folder, passwordFile]) chownSync(place, account.uid, account.gid);
    }
    const { code, said } = await runInitdb(binaries, account, folder, passwordFile);
    if (code !== 0) {
      if (saysDiskFull(said)) throw diskFull(dataFolder);
      throw new StartRefusal({
        code: 'postgres-initdb-failed',
        message: `PostgreSQL could not create its data in ${dataFolder}: ${causeLine(said)}.`,
        fix: 'Set ENTENTE_DATA to another folder, or DATABASE_URL to a PostgreSQL 15 or later of your own.',
      });
    }
    renameSync(folder, clusterFolder(dataFolder));
  } catch (error) {
    throw refusalOfWrite(error, dataFolder);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}
