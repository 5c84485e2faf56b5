/**
 * `npm test` (test), `npm run test:deep` (deep), `.ci/run` (test deep): runs the groups' suites one after the other, goes on
 * when one fails, and ends with one line `N passed, N failed` over all of them. Exit code 1 when anything failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CHECKS, runChecks } from './checks/catalogue.ts';
import { projectFiles, ROOT } from './checks/tree.ts';
import { browserRefusal } from './gate/browser.ts';
import { type Report, sum, type Tally, tallyOf } from './gate/tally.ts';

type Suite = { readonly name: string; readonly run: () => Promise<Tally> | Tally };

const RESULTS = path.join(ROOT, 'out', 'test-results');

function vitest(name: string, projects: readonly string[], env: Readonly<Record<string, string>> = {}): Suite {
  return {
    name,
    run: () => {
      const file = path.join(RESULTS, `${name}.json`);
      const { status } = spawnSync(
        process.execPath,
        [
          path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
          'run',
          ...projects.flatMap((project) => ['--project', project]),
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${file}`,
        ],
        { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] },
      );
      return tallyOf(reportIn(file), status);
    },
  };
}

function reportIn(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}

const browser: Suite = {
  name: 'browser',
  run: () => {
    const refusal = browserRefusal();
    if (refusal === null) return vitest('browser', ['browser']).run();
    console.error(refusal);
    return { passed: 0, failed: 1 };
  },
};

const GROUPS: Readonly<Record<string, readonly Suite[]>> = {
  test: [
    { name: 'check', run: () => runChecks(CHECKS) },
    vitest('unit', ['unit']),
    vitest('server', ['server']),
    browser,
  ],
  deep: [vitest('drill', ['drill']), vitest('postgres-15', ['server'], { ENTENTE_TEST_POSTGRES: 'postgres-15' })],
};

/** Suites that read large files; without the folder they do not run, and that is said. */
function referenceSuites(): number {
  if (process.env['ENTENTE_REFERENCE_DATA'] !== undefined) return 0;
  return projectFiles(ROOT).filter((file) => file.endsWith('.reference.test.ts')).length;
}

const suites = process.argv.slice(2).flatMap((group) => GROUPS[group] ?? []);
if (suites.length === 0) {
  console.error(`Say which: ${Object.keys(GROUPS).join(', ')}.`);
  process.exitCode = 2;
} else {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const tallies: Tally[] = [];
  const summary: string[] = [];
  for (const { name, run } of suites) {
    console.log(`\n== ${name}`);
    const tally = await run();
    tallies.push(tally);
    summary.push(`${tally.failed === 0 ? 'good' : 'BAD '} ${name}: ${tally.passed} of ${tally.passed + tally.failed}`);
  }
  console.log(`\n${summary.join('\n')}`);
  const absent = referenceSuites();
  if (absent > 0) console.log(`not run: ${absent} reference suites (set ENTENTE_REFERENCE_DATA)`);
  const { passed, failed } = sum(tallies);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
