import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { errorCode, refusalOfWrite } from './start-refusal.ts';

export function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
    throw refusalOfWrite(error, path.dirname(file));
  }
}

/** Writes a file that only its owner may read, whole or not at all, on the disk before it takes its name. */
export function writePrivately(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}.${randomBytes(3).toString('hex')}`;
  try {
    const descriptor = openSync(unfinished, 'wx', 0o600);
    try {
      writeSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw refusalOfWrite(error, path.dirname(file));
  }
}

/** Absent for a path through a file or a closed folder, too: what is wrong with it shows when it is made. */
export function statOf(folder: string): Stats | undefined {
  try {
    return statSync(folder, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/**
 * Makes a folder and those above it that are missing, one after the other: Node's own recursive way never ends in a file
 * system that cannot hold folders.
 */
export function makeFolder(folder: string, mode: number): void {
  if (statOf(folder) !== undefined) return;
  if (path.dirname(folder) !== folder) makeFolder(path.dirname(folder), mode);
  mkdirSync(folder);
  // Past the umask, which may have taken the bit that lets the database's user pass.
  chmodSync(folder, mode);
}
