import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import {
  csvOf,
  givenFromFiles,
  ownFieldsTable,
  registerFromTables,
  type RegisterTable,
  tablesOf,
  workbookOf,
} from '@entente/core/interchange';
import { Outcome, type Problem } from '@entente/core/kernel';
import type { CustomField, RegisterRows } from '@entente/core/register';
import { CASES, readCases } from './case-folder.ts';
import { tellProblems } from './problems.ts';
import { tableFiles } from './table-files.ts';
import { AS_OPTION, inWorkspaces } from './workspace-work.ts';

/** A register and the definitions of its own fields. */
type Given = { readonly rows: RegisterRows; readonly ownFields: readonly CustomField[] };

type Options = {
  readonly workspace?: string;
  readonly as?: string;
  readonly from?: string;
  readonly to: string;
  readonly collection?: readonly string[];
  readonly json?: boolean;
};

async function rowsFrom(path: string): Promise<Outcome<Given>> {
  const files = tableFiles([path]);
  if (!files.ok) return files;
  if (files.value.length === 0) return rowsOfCases(path);
  const given = await givenFromFiles(files.value);
  if (!given.ok) return given;
  const { rows, ownFields, problems } = registerFromTables(given.value);
  return problems.length > 0 ? Outcome.refuse(...problems) : Outcome.of({ rows, ownFields });
}

function rowsOfCases(folder: string): Outcome<Given> {
  const { rows, problems } = readCases(folder);
  return problems.length > 0 ? Outcome.refuse(...problems) : Outcome.of({ rows, ownFields: [] });
}

async function rowsToExport({ workspace, as, from, json = false }: Options): Promise<Given | null> {
  if (workspace !== undefined) {
    const work: Parameters<typeof inWorkspaces<Given>>[1] = async (caller, server) => {
      const snapshot = await new server.Snapshots().snapshotOf(caller, workspace);
      const own = await server.listCustomFields(caller, workspace);
      if (!snapshot.ok) return snapshot;
      return own.ok ? Outcome.of({ rows: snapshot.value.rows, ownFields: own.value.items }) : own;
    };
    return inWorkspaces(json, work, { as, workspace, needs: 'register.read' });
  }
  const rows = await rowsFrom(from ?? CASES);
  if (rows.ok) return rows.value;
  tellProblems(rows.problems, json);
  return null;
}

function chosen(
  tables: readonly RegisterTable[],
  wanted: readonly string[] | undefined,
): Outcome<readonly RegisterTable[]> {
  if (wanted === undefined) return Outcome.of(tables);
  const names = tables.map((table) => table.collection);
  const unknown = wanted.filter((name) => !names.includes(name));
  const problems = unknown.map(
    (name): Problem => ({
      code: 'collection-unknown',
      message: `"${name}" is no collection of the register`,
      fix: `Use one of: ${names.join(', ')}.`,
    }),
  );
  return problems.length > 0
    ? Outcome.refuse(...problems)
    : Outcome.of(tables.filter((table) => wanted.includes(table.collection)));
}

async function writeTables(tables: readonly RegisterTable[], to: string): Promise<void> {
  if (/\.xlsx$/i.test(to)) return writeFileSync(to, await workbookOf(tables));
  const [only] = tables;
  if (/\.csv$/i.test(to) && tables.length === 1 && only) return writeFileSync(to, csvOf(only));
  mkdirSync(to, { recursive: true });
  for (const table of tables) writeFileSync(join(to, `${table.collection}.csv`), csvOf(table));
}

async function exportTables(options: Options): Promise<void> {
  const json = options.json ?? false;
  const given = await rowsToExport(options);
  if (given === null) return;
  const own = given.ownFields.length === 0 ? [] : [ownFieldsTable(given.ownFields)];
  const tables = chosen([...tablesOf(given.rows), ...own], options.collection);
  if (!tables.ok) return tellProblems(tables.problems, json);
  try {
    await writeTables(tables.value, options.to);
  } catch (error) {
    const { message } = error as Error;
    const fix = 'Give a folder, or a file that ends in .xlsx, where you may write.';
    return tellProblems([{ file: options.to, code: 'file-unwritable', message, fix }], json);
  }
  const counts = Object.fromEntries(tables.value.map((table) => [table.collection, table.rows.length]));
  if (json) process.stdout.write(`${JSON.stringify({ to: options.to, records: counts })}\n`);
  else {
    const records = tables.value.reduce((sum, table) => sum + table.rows.length, 0);
    process.stdout.write(`${records} rows in ${tables.value.length} tables are in ${options.to}.\n`);
  }
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** `entente export`: a whole register as tables that `entente import` reads back without a difference. */
export function registerExport(program: Command): void {
  program
    .command('export')
    .description('write a register as tables, CSV or XLSX, which import reads back without a difference')
    .option('--workspace <slug>', 'the workspace to write out; without it the case library')
    .option(...AS_OPTION)
    .option('--from <path>', 'a case folder, or tables of an earlier export')
    .requiredOption('--to <path>', 'a folder for CSV files, or a file that ends in .xlsx')
    .option('--collection <names>', 'only these tables, for example alliances,stakes', listOf)
    .option('--json', 'answer in JSON')
    .addHelpText(
      'after',
      `
Examples:
  entente export --to cases-as-tables
  entente export --workspace demo --to demo.xlsx
  entente export --workspace demo --collection alliances --to alliances.csv`,
    )
    .action(exportTables);
}
