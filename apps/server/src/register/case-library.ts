import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CaseLibrary, readCaseLibrary } from '@entente/core/interchange';
import { invariant } from '@entente/core/kernel';
import type { RegisterRows } from '@entente/core/register';

/** The case library that comes with the product: rows, business reviews, and how terms of domains are classified. */
export function shippedLibrary(projectFolder: string): CaseLibrary {
  const folder = path.join(projectFolder, 'cases');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ path: path.posix.join('cases', name), text: readFileSync(path.join(folder, name), 'utf8') }));
  const library = readCaseLibrary(files);
  invariant(
    library.problems.length === 0,
    `the case library that comes with the product is whole: ${JSON.stringify(library.problems[0])}`,
  );
  return library;
}

/** The rows of the case library that comes with the product. */
export const shippedCases = (projectFolder: string): RegisterRows => shippedLibrary(projectFolder).rows;
