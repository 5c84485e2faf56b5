/** `npm run bench [-- NAME ...]`: measures and prints each workload's figure, its goal and its peer. Never a test. */
import os from 'node:os';
import type { Workload } from './figures.ts';
import { lineOf } from './figures.ts';
import { firstPage } from './first-page.ts';
import { tableImport } from './import.ts';
import { network } from './network.ts';
import { networkPage } from './network-page.ts';
import { palette } from './palette.ts';
import { panel } from './panel.ts';
import { policies } from './policies.ts';
import { portfolioPath } from './portfolio-path.ts';
import { selection } from './selection.ts';
import { signIn } from './sign-in.ts';
import { start } from './start.ts';
import { tables } from './tables.ts';
import { today } from './today.ts';
import { whatIf } from './what-if.ts';
import { writes } from './writes.ts';

const WORKLOADS: readonly Workload[] = [
  start,
  portfolioPath,
  palette,
  tables,
  firstPage,
  tableImport,
  policies,
  signIn,
  writes,
  network,
  networkPage,
  panel,
  whatIf,
  selection,
  today,
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !WORKLOADS.some((workload) => workload.name === name));
if (unknown.length > 0) {
  console.error(
    `No group is called ${unknown.join(', ')}. There are: ${WORKLOADS.map(({ name }) => name).join(', ')}.`,
  );
  process.exitCode = 2;
} else {
  const [cpu] = os.cpus();
  console.log(
    `Node ${process.version}, ${os.cpus().length} x ${cpu?.model ?? 'unknown processor'}, load ${os.loadavg()[0]?.toFixed(1)}`,
  );
  for (const { name, measure } of WORKLOADS.filter(
    (workload) => wanted.length === 0 || wanted.includes(workload.name),
  )) {
    console.log(`\n${name}`);
    for (const figure of await measure()) console.log(`  ${lineOf(figure)}`);
  }
}
