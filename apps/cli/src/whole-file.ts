import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { Outcome } from '@entente/core/kernel';

/** A file that will be there whole or not at all. */
export type WholeFile = {
  readonly finish: (text: string) => void;
  /** Leaves what was there before. */
  readonly giveUp: () => void;
};

/**
 * Opens a file beside the one meant, before anything long is computed; `finish` moves it into its place. Ctrl-C in between
 * leaves nothing of it.
 */
export function openWhole(path: string): Outcome<WholeFile> {
  const beside = `${path}.${process.pid}.part`;
  const remove = (): void => rmSync(beside, { force: true });
  const interrupted = (): void => {
    remove();
    process.exit(130);
  };
  try {
    closeSync(openSync(beside, 'wx'));
  } catch (error) {
    const message = `It cannot be written: ${error instanceof Error ? error.message : String(error)}`;
    const fix = 'Give --out a file in a folder where you may write.';
    return Outcome.refuse({ file: path, code: 'file-unwritable', message, fix });
  }
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  const done = (): void => {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
  };
  return Outcome.of({
    finish: (text) => {
      writeFileSync(beside, text);
      renameSync(beside, path);
      done();
    },
    giveUp: () => {
      remove();
      done();
    },
  });
}
