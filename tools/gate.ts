/**
 * `npm test` (test), `npm run test:deep` (deep), `.ci/run` (test deep): runs the suites of the groups one after the other,
 * goes on when one fails, and ends with one line `N passed, N failed` over all of them. Exit code 1 when anything failed.
 */
import { CHECKS, runChecks } from './checks/catalogue.ts';
import { projectFiles, ROOT } from './checks/tree.ts';
import { browserRefusal } from './gate/browser.ts';
import { runVitest, type VitestRun } from './gate/run-vitest.ts';
import { type SuiteResult, sum, type Tally } from './gate/tally.ts';

type Suite = { readonly name: string; readonly run: () => Promise<SuiteResult> | SuiteResult };

const vitest = (run: VitestRun): Suite => ({ name: run.name, run: () => runVitest(run) });

const browser: Suite = {
  name: 'browser',
  run: () => {
    const refusal = browserRefusal();
    if (refusal === null) return runVitest({ name: 'browser', projects: ['browser'] });
    console.error(refusal);
    return { passed: 0, failed: 1, failures: [refusal] };
  },
};

const GROUPS: Readonly<Record<string, readonly Suite[]>> = {
  test: [
    { name: 'check', run: () => runChecks(CHECKS) },
    vitest({ name: 'unit', projects: ['unit'] }),
    vitest({ name: 'server', projects: ['server'] }),
    browser,
  ],
  deep: [
    vitest({ name: 'drill', projects: ['drill'] }),
    vitest({ name: 'postgres-15', projects: ['server'], env: { ENTENTE_TEST_POSTGRES: 'postgres-15' } }),
  ],
};

/** Suites that read large files; without the folder they do not run, and that is said. */
function absentReferenceSuites(): number {
  if (process.env['ENTENTE_REFERENCE_DATA'] !== undefined) return 0;
  return projectFiles(ROOT).filter((file) => file.endsWith('.reference.test.ts')).length;
}

async function runSuites(suites: readonly Suite[]): Promise<Tally> {
  const tallies: Tally[] = [];
  const lines: string[] = [];
  const failures: string[] = [];
  for (const { name, run } of suites) {
    console.log(`\n== ${name}`);
    const tally = await run();
    tallies.push(tally);
    failures.push(...tally.failures.map((failure) => `${name}: ${failure}`));
    lines.push(`${tally.failed === 0 ? 'good' : 'BAD '} ${name}: ${tally.passed} of ${tally.passed + tally.failed}`);
  }
  if (failures.length > 0) console.log(`\n== what failed\n${failures.join('\n')}`);
  console.log(`\n${lines.join('\n')}`);
  return sum(tallies);
}

const suites = process.argv.slice(2).flatMap((group) => GROUPS[group] ?? []);
if (suites.length === 0) {
  console.error(`Say which: ${Object.keys(GROUPS).join(', ')}.`);
  process.exitCode = 2;
} else {
  const { passed, failed } = await runSuites(suites);
  const absent = absentReferenceSuites();
  if (absent > 0) console.log(`not run: ${absent} reference suites (ENTENTE_REFERENCE_DATA names no folder)`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
