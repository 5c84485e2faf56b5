import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Configuration } from './configuration.ts';
import { makeFolder, statOf } from './files.ts';
import { clusterFolder } from './postgres/cluster.ts';
import { canEnter, databaseAccount, isRoot, type OsAccount } from './postgres/os-account.ts';
import { refusalOfWrite, StartRefusal } from './start-refusal.ts';

const SYSTEM_FOLDER = '/var/lib/entente';

/** Where everything of one installation lives, and who runs its database (null: ourselves, or not our database). */
export type DataFolder = {
  readonly path: string;
  readonly account: OsAccount | null;
};

const ownerOf = (folder: string): number | null => statOf(folder)?.uid ?? null;

/** The nearest folder upwards that exists. */
function existingAncestor(folder: string): string {
  let current = folder;
  while (statOf(current) === undefined && path.dirname(current) !== current) {
    current = path.dirname(current);
  }
  return current;
}

const isClosedTo = (account: OsAccount | null, folder: string): boolean => {
  if (account === null) return false;
  const existing = existingAncestor(folder);
  // The data folder itself is ours to open by one bit; the folders above it are not.
  return !canEnter(account, existing === folder ? path.dirname(folder) : existing);
};

function isCreatable(folder: string): boolean {
  try {
    accessSync(existingAncestor(folder), constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function systemDataFolder(home: string): string {
  const mark = createHash('sha256').update(home).digest('hex').slice(0, 8);
  return path.join(SYSTEM_FOLDER, `data-${mark}`);
}

/** The account's own home folder when the environment names none. */
function homeFolder(configuration: Configuration): string {
  if (configuration.home !== '') return configuration.home;
  try {
    return os.userInfo().homedir;
  } catch {
    return '';
  }
}

function givenFolder(folder: string, osUser: string | null, embedded: boolean): DataFolder {
  const account = embedded ? databaseAccount(osUser, ownerOf(clusterFolder(folder))) : null;
  if (account !== null && isClosedTo(account, folder)) {
    throw new StartRefusal({
      code: 'data-folder-closed',
      message: `PostgreSQL runs as "${account.name}", who may not enter ${path.dirname(folder)}.`,
      fix: `Set ENTENTE_DATA to a folder that everybody may enter, for example ENTENTE_DATA=${SYSTEM_FOLDER}/data, or unset it.`,
    });
  }
  return { path: folder, account };
}

/** Chooses the data folder; changes nothing on the disk. */
export function chooseDataFolder(configuration: Configuration): DataFolder {
  const embedded = configuration.database.kind === 'embedded';
  const osUser = configuration.database.kind === 'embedded' ? configuration.database.osUser : null;
  if (configuration.dataFolder !== null) return givenFolder(configuration.dataFolder, osUser, embedded);
  const home = homeFolder(configuration);
  const candidates = [...(path.isAbsolute(home) ? [path.join(home, '.entente')] : []), systemDataFolder(home)];
  for (const folder of candidates) {
    const account = embedded ? databaseAccount(osUser, ownerOf(clusterFolder(folder))) : null;
    if (isCreatable(folder) && !isClosedTo(account, folder)) return { path: folder, account };
  }
  throw new StartRefusal({
    code: 'data-folder-none',
    message: `There is no folder to keep data in: ${candidates.join(' and ')} cannot be written.`,
    fix: 'Set ENTENTE_DATA to a folder that you may write to, for example ENTENTE_DATA=/tmp/entente.',
  });
}

/** Makes the folder where it is missing and lets the database's user through it, and nobody read it. */
export function prepareDataFolder({ path: folder, account }: DataFolder): void {
  try {
    makeFolder(folder, account === null ? 0o700 : 0o711);
    if (account !== null && !canEnter(account, folder)) chmodSync(folder, statSync(folder).mode | 0o011);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw refusalOfWrite(error, folder);
  }
}

/** Folders that may hold a copy of the binaries when the installed ones are out of the database user's reach. */
export const binaryCopyFolders = (dataFolder: string): readonly string[] =>
  isRoot() ? [SYSTEM_FOLDER, dataFolder] : [dataFolder];
