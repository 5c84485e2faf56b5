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

/** `entente cases check`: whether the case files can be read, and what they hold. */
export function registerCases(program: Command): void {
  const cases = program.command('cases').description('the case library: check it, load it');
  cases
    .command('check')
    .description('read every case file; name each problem by file, line and column')
    .argument('[folder]', 'a case library or one case', CASES)
    .option('--json', 'answer in JSON')
    .addHelpText('after', '\nExamples:\n  entente cases check\n  entente cases check my-cases --json')
    .action((folder: string, options: { json?: boolean }) => checkCases(folder, options.json ?? false));
}
