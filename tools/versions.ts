/**
 * `npm run test:versions`: the unit and server tests on other versions of Node and PostgreSQL, before a release. The programs
 * are named by the environment: NODE_22 and NODE_24 hold a path, POSTGRES_16 and POSTGRES_17 the name of an installed npm
 * package of binaries. Ends with one line `N passed, N failed`; a version that is not named is not run, and that is said.
 */
import { runVitest } from './gate/run-vitest.ts';
import { sum, type Tally } from './gate/tally.ts';

type Version = { readonly variable: string; readonly run: (value: string) => Tally };

const onNode = (node: string): Tally => runVitest({ name: 'versions', projects: ['unit', 'server'], node });
const onPostgres = (packageName: string): Tally =>
  runVitest({ name: 'versions', projects: ['server'], env: { ENTENTE_TEST_POSTGRES: packageName } });

const VERSIONS: readonly Version[] = [
  { variable: 'NODE_22', run: onNode },
  { variable: 'NODE_24', run: onNode },
  { variable: 'POSTGRES_16', run: onPostgres },
  { variable: 'POSTGRES_17', run: onPostgres },
];

const tallies = VERSIONS.flatMap(({ variable, run }) => {
  const value = process.env[variable];
  if (value === undefined || value === '') {
    console.log(`not run: ${variable} is not set`);
    return [];
  }
  console.log(`\n== ${variable}=${value}`);
  return [run(value)];
});
if (tallies.length === 0) console.error('Name at least one version; CONTRIBUTING.md says how, under "The gates".');
const { passed, failed } = sum(tallies);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
