import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../checks/tree.ts';
import { type Report, type Tally, tallyOf } from './tally.ts';

const RESULTS = path.join(ROOT, 'out', 'test-results');

export type VitestRun = {
  /** Names the file of the results. */
  readonly name: string;
  readonly projects: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Another Node to run on. */
  readonly node?: string;
};

/** Runs test projects in a process of its own, shows what it says, and counts. */
export function runVitest({ name, projects, env = {}, node = process.execPath }: VitestRun): Tally {
  const results = path.join(RESULTS, `${name}.json`);
  mkdirSync(RESULTS, { recursive: true });
  rmSync(results, { force: true });
  const { status } = spawnSync(
    node,
    [
      path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
    ],
    { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  return tallyOf(reportIn(results), status);
}

function reportIn(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}
