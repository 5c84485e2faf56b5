import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Outcome } from '@entente/core/kernel';

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

/**
 * Opens a file beside the one meant, before anything long is computed; `finish` moves it into its place. Ctrl-C in between
 * leaves nothing of it.
 * @param path absent: standard output
 */
export function openWhole(path: string | undefined): Outcome<WholeFile> {
  if (path === undefined) return Outcome.of(standardOutput);
  const beside = `${path}.${process.pid}.part`;
  let file: number;
  try {
    file = openSync(beside, 'wx');
  } catch (error) {
    const message = `It cannot be written: ${error instanceof Error ? error.message : String(error)}`;
    const fix = 'Give --out a file in a folder where you may write.';
    return Outcome.refuse({ file: path, code: 'file-unwritable', message, fix });
  }
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
  return Outcome.of({
    write: (part) => {
      const bytes = typeof part === 'string' ? Buffer.from(part) : part;
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    },
    finish: () => {
      renameSync(beside, path);
      close();
    },
    giveUp: () => {
      rmSync(beside, { force: true });
      close();
    },
  });
}
