import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TableFile } from '@entente/core/interchange';
import { Outcome, type Problem } from '@entente/core/kernel';

const TABLE = /\.(?:csv|tsv|txt|xlsx)$/i;

const missing = (file: string): Problem => ({
  file,
  code: 'file-missing',
  message: 'There is no such file or folder',
  fix: 'Give the path of a CSV or XLSX table, or of a folder of them.',
});

/** The tables at some paths; of a folder those that lie in it. */
export function tableFiles(paths: readonly string[]): Outcome<readonly TableFile[]> {
  const problems = paths.filter((path) => !existsSync(path)).map(missing);
  if (problems.length > 0) return Outcome.refuse(...problems);
  const files = paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path)
      .filter((name) => TABLE.test(name))
      .sort()
      .map((name) => join(path, name));
  });
  return Outcome.of(files.map((path) => ({ path, bytes: new Uint8Array(readFileSync(path)) })));
}
