import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { Outcome, type Problem } from '@entente/core/kernel';
import type { AuditVerdict, SignedHead } from '@entente/server';
import { tellProblems } from './problems.ts';
import { AS_OPTION, inWorkspaces } from './workspace-work.ts';

type Options = {
  readonly workspace?: string;
  readonly as?: string;
  readonly from?: string;
  readonly to?: string;
  readonly witness?: readonly string[];
  readonly json?: boolean;
};

/** The workspace of a first start. */
const DEMO = 'demo';

const unreadable = (file: string, message: string, fix: string): Problem => ({
  file,
  code: 'file-missing',
  message,
  fix,
});

async function witnessOf(file: string): Promise<Outcome<SignedHead>> {
  const { signedHead } = await import('@entente/server');
  const fix = 'Give a head that "entente audit head" wrote.';
  try {
    const read = signedHead.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return read.success
      ? Outcome.of(read.data)
      : Outcome.refuse({ file, code: 'audit-file-broken', message: 'This is no signed head of an audit', fix });
  } catch (error) {
    return Outcome.refuse(unreadable(file, (error as Error).message, fix));
  }
}

/** Heads that were kept elsewhere; all that cannot be read are told. */
async function witnessesOf(files: readonly string[]): Promise<Outcome<SignedHead[]>> {
  const read = await Promise.all(files.map(witnessOf));
  const problems = read.flatMap((each) => (each.ok ? [] : each.problems));
  return problems.length > 0
    ? Outcome.refuse(...problems)
    : Outcome.of(read.flatMap((each) => (each.ok ? [each.value] : [])));
}

async function verdictOnFile(file: string, witnesses: readonly SignedHead[]): Promise<Outcome<AuditVerdict>> {
  const { auditVerdict, lineOf } = await import('@entente/server');
  async function* lines() {
    for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity }))
      yield lineOf(text);
  }
  try {
    return Outcome.of(await auditVerdict(lines(), witnesses));
  } catch (error) {
    return Outcome.refuse(unreadable(file, (error as Error).message, 'Give a file that "entente audit export" wrote.'));
  }
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function tellVerdict(verdict: AuditVerdict, json: boolean): void {
  const { entries, rows, guarded, heads, witnesses, earlier, end, faults } = verdict;
  for (const { sequence, code, message } of faults)
    process.stderr.write(`${sequence === null ? '' : `entry ${sequence}: `}${message} (${code})\n`);
  if (faults.length > 0) process.exitCode = 1;
  if (json) {
    process.stdout.write(`${JSON.stringify(verdict)}\n`);
    return;
  }
  const held = [
    `${counted(entries, 'entry', 'entries')} over ${counted(rows, 'line', 'lines')} of the log`,
    counted(heads, 'signed head', 'signed heads'),
    counted(witnesses, 'witness', 'witnesses'),
  ].join(', ');
  process.stdout.write(
    faults.length > 0
      ? `The audit does not agree: ${counted(faults.length, 'fault', 'faults')} in ${held}.\n`
      : `The audit agrees: ${held}.${earlier > 0 ? ` It says nothing of ${counted(earlier, 'change', 'changes')} before it began.` : ''}\n`,
  );
  if (guarded > 0)
    process.stdout.write(
      `  note  ${counted(guarded, 'line is', 'lines are')} of classes that you do not read: their digests were compared, not their values.\n`,
    );
  if (end !== null) process.stdout.write(`  end  entry ${end.sequence}, ${end.digest}\n`);
  if (witnesses === 0)
    process.stdout.write(
      '  note  without a witness, a chain that was written anew throughout cannot be told: keep heads elsewhere.\n',
    );
}

/** The audit is asked for by whoever may read it. */
const reading = ({ workspace = DEMO, as }: Options) => ({ as, workspace, needs: 'audit.read' }) as const;

async function verify(options: Options): Promise<void> {
  const { workspace, from, witness = [], json = false } = options;
  const witnesses = await witnessesOf(witness);
  if (!witnesses.ok) return tellProblems(witnesses.problems, json);
  if (from !== undefined) {
    const verdict = await verdictOnFile(from, witnesses.value);
    return verdict.ok ? tellVerdict(verdict.value, json) : tellProblems(verdict.problems, json);
  }
  const verdict = await inWorkspaces(
    json,
    (caller, server) => server.verifyAudit(caller, workspace ?? DEMO, witnesses.value),
    reading(options),
  );
  if (verdict !== null) tellVerdict(verdict, json);
}

async function exportFile(options: Options): Promise<void> {
  const { workspace, to = 'audit.jsonl', json = false } = options;
  const file = createWriteStream(to);
  const failure = new Promise<Error>((resolve) => file.once('error', resolve));
  const opened = await Promise.race([once(file, 'open').then(() => null), failure]);
  if (opened !== null) {
    const fix = 'Give a file where you may write.';
    return tellProblems([{ file: to, code: 'file-unwritable', message: opened.message, fix }], json);
  }
  const done = await inWorkspaces(
    json,
    (caller, server) =>
      server.exportAudit(caller, workspace ?? DEMO, async (line) => {
        if (!file.write(`${JSON.stringify(line)}\n`)) await once(file, 'drain');
        return true;
      }),
    reading(options),
  );
  await new Promise((resolve) => file.end(resolve));
  if (done === null) return;
  process.stdout.write(json ? `${JSON.stringify({ to, ...done })}\n` : `${done.lines} lines are in ${to}.\n`);
}

async function showHead(options: Options): Promise<void> {
  const { workspace, json = false } = options;
  const head = await inWorkspaces(
    json,
    (caller, server, configuration) =>
      server.signHead(caller, workspace ?? DEMO, server.ensureAuditKey(configuration), new Date()),
    reading(options),
  );
  if (head !== null) process.stdout.write(`${JSON.stringify(head, null, json ? 0 : 2)}\n`);
}

const gathered = (file: string, before: readonly string[] | undefined): string[] => [...(before ?? []), file];

/** `entente audit`: the chain of digests over every change of a workspace. */
export function registerAudit(program: Command): void {
  const audit = program.command('audit').description('prove that nobody rewrote what was changed in a workspace');
  audit
    .command('verify')
    .description('compute every digest anew and tell what does not fit')
    .option('--workspace <slug>', 'the workspace, as the database holds it (demo)')
    .option(...AS_OPTION)
    .option('--from <file>', 'a file that audit export wrote; no database is needed')
    .option('--witness <file>', 'a head that was kept elsewhere; may be given several times', gathered)
    .option('--json', 'answer in JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  entente audit verify --workspace demo --witness head-2026.json\n  entente audit verify --from audit.jsonl',
    )
    .action(verify);
  audit
    .command('export')
    .description('write the audit and the log that it covers to a file, to be verified elsewhere')
    .option('--workspace <slug>', 'the workspace (demo)')
    .option(...AS_OPTION)
    .option('--to <file>', 'the file (audit.jsonl)')
    .option('--json', 'answer in JSON')
    .action(exportFile);
  audit
    .command('head')
    .description('sign the head of the chain and print it, for a partner to keep as a witness')
    .option('--workspace <slug>', 'the workspace (demo)')
    .option(...AS_OPTION)
    .option('--json', 'answer in one line')
    .addHelpText('after', '\nExample:\n  entente audit head --workspace demo > head.json')
    .action(showHead);
}
