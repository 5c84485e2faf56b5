/**
 * `npm run check [-- NAME ...]`: every rule that a tool keeps, by name. Prints one line a check and, for a check that
 * refuses, what it found. Exit code 1 when one refuses, 2 when a name is not known.
 */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { layerBreaches } from './checks/layers.ts';
import { ROOT } from './checks/tree.ts';

type Check = { readonly name: string; readonly findings: () => Promise<readonly string[]> };

const run = promisify(execFile);

/** A tool of node_modules/.bin that says by its exit code whether it agrees. */
function tool(name: string, ...args: readonly string[]): () => Promise<readonly string[]> {
  return async () => {
    try {
      await run(path.join(ROOT, 'node_modules', '.bin', name), args, { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 });
      return [];
    } catch (error) {
      const { stdout, stderr } = error as { stdout?: string; stderr?: string };
      return [`${stdout ?? ''}${stderr ?? ''}`.trim() || String(error)];
    }
  };
}

const CHECKS: readonly Check[] = [
  { name: 'format', findings: tool('biome', 'format', '.') },
  { name: 'lint', findings: tool('eslint', '.', '--max-warnings=0') },
  { name: 'types', findings: tool('tsc', '-b') },
  { name: 'layers', findings: () => layerBreaches(ROOT) },
  { name: 'unused', findings: tool('knip', '--no-progress') },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !CHECKS.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(`no check is called ${unknown.join(', ')}; there are ${CHECKS.map((check) => check.name).join(', ')}`);
  process.exit(2);
}
let refused = 0;
for (const check of CHECKS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const start = performance.now();
  const findings = await check.findings();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${findings.length === 0 ? 'ok     ' : 'REFUSED'} ${check.name} (${seconds} s)`);
  for (const finding of findings) console.log(finding.replaceAll(/^/gm, '  '));
  if (findings.length > 0) refused++;
}
process.exitCode = refused > 0 ? 1 : 0;
