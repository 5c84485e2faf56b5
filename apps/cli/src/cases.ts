import { statSync } from 'node:fs';
import type { CaseLibrary } from '@entente/core/interchange';
import { Outcome, type Problem } from '@entente/core/kernel';
import type { Command } from 'commander';
import { CASES, readCases, yamlFilesIn } from './case-folder.ts';
import { columns } from './columns.ts';
import { problemEntry, tellProblems } from './problems.ts';
import { AS_OPTION, inWorkspaces } from './workspace-work.ts';

function caseLibraryOf(folder: string): Pick<CaseLibrary, 'cases' | 'problems'> {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isFolder && yamlFilesIn(folder).length > 0) return readCases(folder);
  const message = isFolder ? 'There is no case file in this folder' : 'There is no such folder';
  const fix = 'Give the path of a case folder, or of a folder that holds several.';
  return { cases: [], problems: [{ file: folder, code: 'file-missing', message, fix }] };
}

function checkCases(folder: string, json: boolean): void {
  const { cases, problems } = caseLibraryOf(folder);
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
  if (counts.length === 0) return;
  const header = ['case', 'organisations', 'alliances', 'facts', 'discrepancies'];
  const rows = counts.map((row) =>
    [row.id, row.organisations, row.alliances, row.facts, row.discrepancies].map(String),
  );
  process.stdout.write(columns([header, ...rows]));
  process.stdout.write(
    problems.length === 0
      ? 'No problems.\n'
      : problems.length === 1
        ? '1 problem.\n'
        : `${problems.length} problems.\n`,
  );
}

/** What stands in the way is more than one name: say of the whole what can be done. */
const filled = (workspace: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.some(({ code }) => code === 'slug-taken')
    ? [
        {
          code: 'workspace-filled',
          message: `The workspace ${workspace} holds records of the same names already`,
          fix: 'Say --reset to put the case library in their place, or name a workspace that is empty or new.',
        },
      ]
    : problems;

type Loading = { readonly workspace: string; readonly as?: string; readonly reset?: boolean };

async function loadCases({ workspace, as, reset: replace = false }: Loading): Promise<void> {
  const { rows, reviews, papers, terms, problems } = readCases(CASES);
  if (problems.length > 0) return tellProblems(problems, false);
  const work: Parameters<typeof inWorkspaces<unknown>>[1] = async (caller, server) => {
    const reason = 'The case library, as it comes with the product';
    const outcome = await server.loadCaseLibrary(caller, workspace, { rows, reviews, papers }, { reason, replace });
    if (outcome.ok) return server.loadDomainTerms(caller, workspace, terms);
    return replace ? outcome : Outcome.refuse(...filled(workspace, outcome.problems));
  };
  const loaded = await inWorkspaces(false, work, { as, workspace, needs: 'register.write' });
  if (loaded !== null) process.stdout.write(`The case library is in the workspace ${workspace}.\n`);
}

/** `entente cases check` and `cases load`: whether the case files can be read, and what they hold. */
export function registerCases(program: Command): void {
  const cases = program.command('cases').description('the case library: check it, load it');
  cases
    .command('check')
    .description('read every case file; name each problem by file, line and column')
    .argument('[folder]', 'a case library or one case; without it the library that Entente brings')
    .option('--json', 'answer in JSON')
    .addHelpText('after', '\nExamples:\n  entente cases check\n  entente cases check my-cases --json')
    .action((folder: string | undefined, { json = false }: { json?: boolean }) => checkCases(folder ?? CASES, json));
  cases
    .command('load')
    .description('put the case library into a workspace, as one change that can be undone')
    .requiredOption('--workspace <slug>', 'the workspace that takes it in')
    .option(...AS_OPTION)
    .option('--reset', 'remove what the workspace holds first')
    .addHelpText('after', '\nExamples:\n  entente cases load --workspace demo --reset')
    .action(loadCases);
}
