import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CaseLibrary, readCaseLibrary, type TextFile } from '@entente/core/interchange';

/** The case library that Entente ships. */
export const CASES = fileURLToPath(new URL('../../../cases/', import.meta.url));

/** The case files of a folder and of those in it. */
export function yamlFilesIn(folder: string): TextFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const shown = relative(process.cwd(), path);
      return { path: shown.startsWith('..') ? path : shown, text: readFileSync(path, 'utf8') };
    });
}

/**
 * Reads a case folder, or a library of them. A case is read with what it shares: the library it lies in, or, when it
 * lies alone, the shared records that Entente ships.
 */
export function readCases(folder: string): CaseLibrary {
  const here = resolve(folder);
  const library = dirname(here);
  const isLibrary = existsSync(join(here, 'shared'));
  if (isLibrary) return readCaseLibrary(yamlFilesIn(here));
  if (existsSync(join(library, 'shared'))) return readCaseLibrary(yamlFilesIn(library));
  return readCaseLibrary([...yamlFilesIn(here), ...yamlFilesIn(join(CASES, 'shared'))]);
}
