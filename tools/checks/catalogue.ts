import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { asvsBreaches } from '../asvs/sheet.ts';
import type { SuiteResult } from '../gate/tally.ts';
import { decisionBreaches } from './decisions.ts';
import { lengthBreaches } from './file-length.ts';
import { glossaryBreaches } from './glossary.ts';
import { layerBreaches } from './layers.ts';
import { linkBreaches } from './links.ts';
import { lockFileBreaches } from './lock-file.ts';
import { nameBreaches } from './names.ts';
import { packageBreaches } from './packages.ts';
import { problemCodeBreaches } from './problem-codes.ts';
import { sqlBreaches } from './sql.ts';
import { ROOT } from './tree.ts';
import { translationBreaches } from './translations.ts';
import { wordBreaches } from './words.ts';

/** A rule with a name; what it finds is empty when the project keeps it. */
export type Check = {
  readonly name: string;
  readonly question: string;
  readonly findings: () => Promise<readonly string[]> | readonly string[];
};

const run = promisify(execFile);

/** A program that says by its exit code whether it agrees. */
function told(program: string, ...args: readonly string[]): () => Promise<readonly string[]> {
  return async () => {
    try {
      await run(program, args, { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 });
      return [];
    } catch (error) {
      const { stdout, stderr } = error as { stdout?: string; stderr?: string };
      return [`${stdout ?? ''}${stderr ?? ''}`.trim() || String(error)];
    }
  };
}

const tool = (name: string, ...args: readonly string[]): ReturnType<typeof told> =>
  told(path.join(ROOT, 'node_modules', '.bin', name), ...args);

/** The linter makes much that soon is rubbish; more room for it saves a quarter of the time. */
const ESLINT = ['--max-semi-space-size=128', path.join(ROOT, 'node_modules/eslint/bin/eslint.js')];

/** Every rule that a tool keeps, quick ones first. */
export const CHECKS: readonly Check[] = [
  {
    name: 'format',
    question: 'does the formatter agree',
    findings: tool('biome', 'format', '.', '--reporter=summary'),
  },
  { name: 'names', question: 'do names say what is in the file', findings: () => nameBreaches(ROOT) },
  {
    name: 'words',
    question: 'is nothing unfinished, silenced or bound to one machine',
    findings: () => wordBreaches(ROOT),
  },
  { name: 'length', question: 'is a file one thing', findings: () => lengthBreaches(ROOT) },
  { name: 'sql', question: 'is SQL in stores alone', findings: () => sqlBreaches(ROOT) },
  {
    name: 'lock',
    question: 'are versions exact, licences fit, registries unnamed',
    findings: () => lockFileBreaches(ROOT),
  },
  {
    name: 'packages',
    question: 'is each package whole, from the registry, silent on install, and one where it guards',
    findings: () => packageBreaches(ROOT),
  },
  { name: 'links', question: 'do links and mentioned pages lead somewhere', findings: () => linkBreaches(ROOT) },
  { name: 'codes', question: 'has each problem code its page', findings: () => problemCodeBreaches(ROOT) },
  { name: 'glossary', question: 'is each term there in three languages', findings: () => glossaryBreaches(ROOT) },
  {
    name: 'asvs',
    question: 'is each requirement of security tested, looked at or said to be open',
    findings: () => asvsBreaches(ROOT),
  },
  { name: 'texts', question: 'is each text on screen translated', findings: translationBreaches },
  { name: 'decisions', question: 'are decisions numbered and whole', findings: () => decisionBreaches(ROOT) },
  { name: 'layers', question: 'does everything import only what lies below it', findings: () => layerBreaches(ROOT) },
  { name: 'types', question: 'do the types hold', findings: tool('tsc', '-b', '.', 'bench') },
  { name: 'unused', question: 'is everything used', findings: tool('knip', '--no-progress') },
  {
    name: 'lint',
    question: 'does the linter agree',
    findings: told(process.execPath, ...ESLINT, '.', '--max-warnings=0'),
  },
];

/** A check that breaks has not agreed. */
async function findingsOf(findings: Check['findings']): Promise<readonly string[]> {
  try {
    return await findings();
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

/** Runs checks one after the other and prints a line for each, and what it found. */
export async function runChecks(checks: readonly Check[]): Promise<SuiteResult> {
  const failures: string[] = [];
  for (const { name, question, findings } of checks) {
    const start = performance.now();
    const found = await findingsOf(findings);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${found.length === 0 ? 'agrees ' : 'REFUSES'} ${name.padEnd(9)} ${question}? (${seconds} s)`);
    for (const finding of found) console.log(finding.replaceAll(/^/gm, '  '));
    if (found.length > 0) failures.push(`${name}: ${found[0] ?? ''}`);
  }
  return { passed: checks.length - failures.length, failed: failures.length, failures };
}
