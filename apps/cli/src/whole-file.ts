import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { Outcome, type Problem } from '@entente/core/kernel';
import { tellProblems } from './problems.ts';

/** A file that will be there whole or not at all. */
export type WholeFile = {
  readonly write: (part: string | Uint8Array) => void;
  readonly finish: () => void;
  /** Leaves what was there before. */
  readonly giveUp: () => void;
};

/** Standard output, for a command that was given no file. */
const standardOutput: WholeFile = {
  write: (part) => void process.stdout.write(part),
  finish: () => undefined,
  giveUp: () => undefined,
};

/** Writing failed in the middle: the disk is full, or the folder has gone. Nothing of the file is left. */
class Unwritten extends Error {
  readonly problem: Problem;

  constructor(path: string, reason: unknown) {
    super(`${path} could not be written`);
    this.problem = unwritable(path, reason);
  }
}

function unwritable(path: string, reason: unknown): Problem {
  const message = `It cannot be written: ${reason instanceof Error ? reason.message : String(reason)}`;
  const fix = 'Give --out a file in a folder where you may write, on a disk with room.';
  return { file: path, code: 'file-unwritable', message, fix };
}

function writeAll(file: number, part: string | Uint8Array): void {
  const bytes = typeof part === 'string' ? Buffer.from(part) : part;
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** A pipe or a device, such as /dev/stdout: it is written to, and never put in the place of another. */
function openStream(path: string): WholeFile {
  const file = openSync(path, 'w');
  const write: WholeFile['write'] = (part) => {
    try {
      writeAll(file, part);
    } catch (error) {
      throw new Unwritten(path, error);
    }
  };
  return { write, finish: () => closeSync(file), giveUp: () => closeSync(file) };
}

/** Opens a file beside one, under whose name it will stand; who may read the one there may read the new one. */
function openBeside(path: string, there: Stats | undefined): WholeFile {
  if (there !== undefined) accessSync(path, constants.W_OK);
  const place = there === undefined ? path : realpathSync(path);
  const beside = `${place}.${process.pid}.part`;
  const file = openSync(beside, 'wx', there?.mode);
  const interrupted = (): void => {
    rmSync(beside, { force: true });
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  const close = (): void => {
    closeSync(file);
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
  };
  const giveUp = (): void => {
    rmSync(beside, { force: true });
    close();
  };
  const orGiveUp = (write: () => void): void => {
    try {
      write();
    } catch (error) {
      giveUp();
      throw new Unwritten(path, error);
    }
  };
  return {
    write: (part) => orGiveUp(() => writeAll(file, part)),
    finish: () => {
      orGiveUp(() => renameSync(beside, place));
      close();
    },
    giveUp,
  };
}

/**
 * Opens a file beside the one meant, before anything long is computed; `finish` moves it into its place. Ctrl-C in between
 * leaves nothing of it.
 * @param path absent: standard output
 */
export function openWhole(path: string | undefined): Outcome<WholeFile> {
  if (path === undefined) return Outcome.of(standardOutput);
  const there = existsSync(path) ? statSync(path) : undefined;
  if (path === '' || there?.isDirectory() === true || path.endsWith('/')) {
    const reason = path === '' ? 'no name is given' : 'that is a folder';
    return Outcome.refuse(unwritable(path, reason));
  }
  try {
    return Outcome.of(there === undefined || there.isFile() ? openBeside(path, there) : openStream(path));
  } catch (error) {
    return Outcome.refuse(unwritable(path, error));
  }
}

/** Runs what writes a whole file, and tells the problem when it could not be written to its end. */
export async function tellUnwritten(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof Unwritten)) throw error;
    tellProblems([error.problem], false);
  }
}
