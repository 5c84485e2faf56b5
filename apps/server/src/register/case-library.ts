import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCaseLibrary } from '@entente/core/interchange';
import { invariant } from '@entente/core/kernel';
import type { RegisterRows } from '@entente/core/register';

/** The rows of the case library that comes with the product. */
export function shippedCases(projectFolder: string): RegisterRows {
  const folder = path.join(projectFolder, 'cases');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ path: path.posix.join('cases', name), text: readFileSync(path.join(folder, name), 'utf8') }));
  const { rows, problems } = readCaseLibrary(files);
  invariant(
    problems.length === 0,
    `the case library that comes with the product is whole: ${JSON.stringify(problems[0])}`,
  );
  return rows;
}
