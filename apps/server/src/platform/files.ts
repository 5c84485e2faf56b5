import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
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
