/**
 * `npm run advisories`: asks the registry which packages of the lock file have known weaknesses. Exit code 0: none that counts;
 * 1: there are; 3: the registry could not be asked, which says nothing about the packages.
 */
import { spawnSync } from 'node:child_process';
import { advisoriesIn } from './checks/advisories.ts';
import { ROOT } from './checks/tree.ts';

const asked = spawnSync('npm', ['audit', '--json'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
const { kind, lines } = advisoriesIn(asked.stdout);
for (const line of lines) console.log(line);
process.exitCode = { none: 0, some: 1, unknown: 3 }[kind];
