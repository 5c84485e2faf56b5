import type { Command } from 'commander';
import { CASES, readCases } from './case-folder.ts';
import { columns } from './columns.ts';
import { problemEntry, tellProblems } from './problems.ts';

function checkCases(folder: string, json: boolean): void {
  const { cases, problems } = readCases(folder);
  const counts = cases.map(({ id, organisations, alliances, facts, discrepancies }) => ({
    id,
    organisations,
    alliances,
    facts,
    discrepancies,
  }));
  if (problems.length > 0) tellProblems(problems, false);
  if (json) {
    process.stdout.write(`${JSON.stringify({ cases: counts, problems: problems.map(problemEntry) })}\n`);
    return;
  }
  const header = ['case', 'organisations', 'alliances', 'facts', 'discrepancies'];
  const rows = counts.map((row) =>
    [row.id, row.organisations, row.alliances, row.facts, row.discrepancies].map(String),
  );
  process.stdout.write(columns([header, ...rows]));
  process.stdout.write(problems.length === 0 ? 'No problems.\n' : `${problems.length} problems.\n`);
}

async function loadCases(options: { workspace: string; reset?: boolean }): Promise<void> {
  const { rows, problems } = readCases(CASES);
  if (problems.length > 0) return tellProblems(problems, false);
  const { configurationFrom, loadIntoWorkspace, localCaller, openDatabases, StartRefusal } = await import(
    '@entente/server'
  );
  const configuration = configurationFrom(process.env);
  if (!configuration.ok) return tellProblems(configuration.problems, false);
  try {
    const { databases, close } = await openDatabases(configuration.value);
    try {
      const caller = await localCaller(databases.app, new Date().toISOString().slice(0, 10));
      const replace = options.reset ?? false;
      const reason = 'The case library, as it comes with the product';
      const outcome = await loadIntoWorkspace(caller, options.workspace, rows, { reason, replace });
      if (!outcome.ok) return tellProblems(outcome.problems, false);
      process.stdout.write(`The case library is in the workspace ${options.workspace}.\n`);
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    process.stderr.write(`entente: ${error.message}\n`);
    process.exitCode = 1;
  }
}

/** `entente cases check` and `cases load`: whether the case files can be read, and what they hold. */
export function registerCases(program: Command): void {
  const cases = program.command('cases').description('the case library: check it, load it');
  cases
    .command('check')
    .description('read every case file; name each problem by file, line and column')
    .argument('[folder]', 'a case library or one case', CASES)
    .option('--json', 'answer in JSON')
    .addHelpText('after', '\nExamples:\n  entente cases check\n  entente cases check my-cases --json')
    .action((folder: string, options: { json?: boolean }) => checkCases(folder, options.json ?? false));
  cases
    .command('load')
    .description('put the case library into a workspace, as one change that can be undone')
    .requiredOption('--workspace <slug>', 'the workspace that takes it in')
    .option('--reset', 'remove what the workspace holds first')
    .addHelpText('after', '\nExamples:\n  entente cases load --workspace demo --reset')
    .action(loadCases);
}
