import { accessSync, constants, existsSync, statSync } from 'node:fs';
import type { Problem } from '@entente/core/kernel';

/**
 * Why nothing can be read at a path; null: a file is there, and may be read.
 * @param give what belongs there, as a sentence
 */
export function unreadable(file: string, give: string): Problem | null {
  if (!existsSync(file)) return { file, code: 'file-missing', message: 'There is no such file', fix: give };
  const code = 'file-unreadable';
  const at = statSync(file);
  if (at.isDirectory()) return { file, code, message: 'That is a folder, no table', fix: give };
  if (!at.isFile()) {
    const fix = 'Save the table in a file first: it is looked at twice, for its encoding and for its rows.';
    return { file, code, message: 'That is a pipe or a device, no file', fix };
  }
  try {
    accessSync(file, constants.R_OK);
    return null;
  } catch {
    return { file, code, message: 'You may not read it', fix: 'Ask its owner, or copy it to a place of your own.' };
  }
}
