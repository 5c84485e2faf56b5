import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../checks/tree.ts';
import { failuresIn, type Report, type SuiteResult, tallyOf } from './tally.ts';

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
export function runVitest({ name, projects, env = {}, node = process.execPath }: VitestRun): SuiteResult {
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
  const report = reportIn(results);
  return { ...tallyOf(report, status), failures: failuresIn(report) };
}

function reportIn(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}
