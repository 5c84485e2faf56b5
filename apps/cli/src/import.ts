import { readFileSync, writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import {
  kindOf,
  type MappingQuestion,
  readRememberedMapping,
  type RememberedMapping,
  rememberedMapping,
  TABLE_LAYOUTS,
  type TableFile,
  type TablesRead,
} from '@entente/core/interchange';
import { type DateOrder, Outcome, type Problem, SUBJECT_KINDS } from '@entente/core/kernel';
import type { RegisterRows } from '@entente/core/register';
import { columns } from './columns.ts';
import { countsOf, exportedRegister, type ReadingOptions, tableRead, type TableRead } from './import-reading.ts';
import { type NamesChoice, registerWritten, tablesWritten } from './import-writing.ts';
import { problemEntry, tellProblems, tellWarnings } from './problems.ts';
import { tableFiles } from './table-files.ts';
import { AS_OPTION, inWorkspaces } from './workspace-work.ts';

type Options = Omit<ReadingOptions, 'mapping'> & {
  readonly workspace?: string;
  readonly as?: string;
  readonly mapping?: string;
  readonly saveMapping?: string;
  readonly dryRun?: boolean;
  readonly replace?: boolean;
  readonly names?: NamesChoice;
  readonly json?: boolean;
};

const DATE_ORDERS: readonly DateOrder[] = ['day-first', 'month-first', 'year-first'];

function givenMapping(path: string): Outcome<RememberedMapping> {
  const malformed = (message: string): Problem => ({
    file: path,
    code: 'mapping-malformed',
    message,
    fix: 'Use a file that --save-mapping wrote.',
  });
  try {
    const read = readRememberedMapping(JSON.parse(readFileSync(path, 'utf8')));
    return read.ok ? read : Outcome.refuse(...read.problems.map((problem) => ({ ...problem, file: path })));
  } catch (error) {
    return Outcome.refuse(malformed((error as Error).message));
  }
}

const questionText = (question: MappingQuestion, { table }: TableRead): string => {
  const heading =
    'column' in question ? (table.columns.find(({ index }) => index === question.column)?.heading ?? '') : '';
  switch (question.ask) {
    case 'date-order':
      return `In "${heading}", is ${question.example} ${question.choices.join(' or ')}? Say it with --date-order.`;
    case 'date-serials':
      return `"${heading}" holds numbers like ${question.example}: save its cells as dates and try again.`;
    case 'form':
      return 'No column gives the form of the alliances. Say it with --form, for example --form "joint venture".';
  }
};

function showTable(read: TableRead): void {
  const { table, mapping, imported } = read;
  const origin = [table.encoding, table.sheet === null ? '' : `sheet "${table.sheet}"`].filter((part) => part !== '');
  process.stdout.write(
    `${table.file} (${origin.join(', ')}): ${table.rows.length} rows, ${mapping.layout === 'records' ? `one ${mapping.kind} each` : `as ${mapping.layout}`}\n`,
  );
  const shown = mapping.columns.map(({ index, heading, targets }) => {
    const reason = read.columns.find((column) => column.index === index)?.reason ?? '';
    return [heading, targets.length === 0 ? '(left out)' : targets.join(' + '), reason];
  });
  process.stdout.write(columns([['column', 'holds', 'because'], ...shown]));
  for (const question of read.questions) process.stdout.write(`? ${questionText(question, read)}\n`);
  showCounts(imported.rows);
}

/** One of a collection in words: `source`, `house membership`. */
const singularOf = (collection: string): string => (kindOf(collection) ?? 'claim').replaceAll('-', ' ');

function showCounts(rows: RegisterRows): void {
  const counts = Object.entries(countsOf(rows)).map(([collection, count]) =>
    count === 1 ? `1 ${singularOf(collection)}` : `${count} ${collection.replaceAll('-', ' ')}`,
  );
  if (counts.length > 0) process.stdout.write(`${counts.join(', ')}\n`);
}

const tableEntry = ({
  table,
  mapping,
  columns: suggested,
  questions,
  imported,
}: TableRead): Record<string, unknown> => ({
  file: table.file,
  encoding: table.encoding,
  sheet: table.sheet,
  layout: mapping.layout,
  kind: mapping.kind,
  rows: table.rows.length,
  columns: mapping.columns.map(({ index, heading, targets }) => {
    const told = suggested.find((column) => column.index === index);
    return { heading, targets, confidence: told?.confidence ?? null, reason: told?.reason ?? null };
  }),
  leftOut: table.left.map(({ line, reason }) => ({ line, reason })),
  questions,
  records: countsOf(imported.rows),
});

async function importTables(paths: readonly string[], options: Options): Promise<void> {
  const json = options.json ?? false;
  const files = tableFiles(paths);
  if (!files.ok) return tellProblems(files.problems, json);
  const mapping = options.mapping === undefined ? null : givenMapping(options.mapping);
  if (mapping?.ok === false) return tellProblems(mapping.problems, json);
  const register = mapping === null ? await exportedRegister(files.value) : null;
  if (register) return importRegister(register, options);
  await importEach(
    files.value,
    { ...options, ...(mapping?.ok ? { mapping: mapping.value } : {}) } as ReadingOptions,
    options,
  );
}

async function importRegister({ rows, ownFields, problems }: TablesRead, options: Options): Promise<void> {
  const { json = false, workspace } = options;
  if (problems.length > 0) return tellProblems(problems, json);
  const isWritten = workspace !== undefined && !options.dryRun;
  const done = isWritten
    ? await inWorkspaces(
        json,
        (caller, server) => registerWritten(server, caller, workspace, { rows, ownFields }, options.replace ?? false),
        { as: options.as, workspace, needs: 'register.write' },
      )
    : 'read';
  if (done === null) return;
  if (json) {
    const place = isWritten ? workspace : null;
    const answer = { tables: [], records: countsOf(rows), workspace: place, done, warnings: [], problems: [] };
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    return;
  }
  showCounts(rows);
  process.stdout.write(done === 'unchanged' ? heldText(workspace) : endText(isWritten, workspace));
}

const endText = (isWritten: boolean, workspace: string | undefined): string =>
  isWritten ? `Written into the workspace ${workspace}.\n` : 'Nothing was written.\n';

const heldText = (workspace: string | undefined): string => `The workspace ${workspace} holds all of it already.\n`;

async function importEach(files: readonly TableFile[], reading: ReadingOptions, options: Options): Promise<void> {
  const { json = false, workspace } = options;
  const outcomes = await Promise.all(files.map(async (file) => ({ file, outcome: await tableRead(file, reading) })));
  const tables = outcomes.flatMap(({ file, outcome }) => (outcome.ok ? [{ file, read: outcome.value }] : []));
  const isWritten = workspace !== undefined && !options.dryRun;
  const warnings = tables.flatMap(({ read }) => read.imported.warnings);
  const problems: Problem[] = [
    ...outcomes.flatMap(({ outcome }) => (outcome.ok ? [] : outcome.problems)),
    ...tables.flatMap(({ read }) => read.imported.problems.filter((problem) => !isWritten || !isOfRegister(problem))),
  ];
  const [first] = tables;
  if (options.saveMapping !== undefined && first) {
    const remembered = rememberedMapping(first.read.table, first.read.mapping);
    writeFileSync(options.saveMapping, `${JSON.stringify(remembered, null, 2)}\n`);
  }
  tellWarnings(warnings);
  if (!json) for (const { read } of tables) showTable(read);
  if (problems.length > 0) tellProblems(problems, false);
  const plan =
    isWritten && problems.length === 0
      ? await inWorkspaces(
          json,
          (caller, server, { importBytes: mostBytes }) =>
            tablesWritten(server, caller, workspace, tables, { names: options.names ?? 'ask', mostBytes }),
          { as: options.as, workspace, needs: 'register.write' },
        )
      : [];
  if (plan === null) return;
  const done = isWritten && problems.length === 0;
  if (json) {
    const answer = { tables: tables.map(({ read }) => tableEntry(read)), workspace: done ? workspace : null, plan };
    const told = { warnings: warnings.map(problemEntry), problems: problems.map(problemEntry) };
    process.stdout.write(`${JSON.stringify({ ...answer, ...told })}\n`);
    return;
  }
  for (const { collection, creates, changes, unchanged } of plan) {
    process.stdout.write(`${collection}: ${creates} new, ${changes} changed, ${unchanged} as they were\n`);
  }
  const isNothing = done && plan.every(({ creates, changes }) => creates + changes === 0);
  process.stdout.write(isNothing ? heldText(workspace) : endText(done, workspace));
}

/** Problems that only the register of the workspace can settle: names of records that are in it. */
const isOfRegister = ({ code }: Problem): boolean => ['record-unknown', 'stake-unplaced'].includes(code);

/** `entente import FILE…`: tables into a workspace, or only read to see what they would come to. */
export function registerImport(program: Command): void {
  program
    .command('import')
    .description('read CSV or XLSX tables of any layout, and put them into a workspace')
    .argument('<files...>', 'tables, or a folder that export wrote')
    .option('--workspace <slug>', 'the workspace that takes them in; without it they are only read')
    .option(...AS_OPTION)
    .addOption(new Option('--layout <layout>', 'what a row is, if not told by the headings').choices(TABLE_LAYOUTS))
    .addOption(new Option('--kind <kind>', 'the kind of the records, with one record a row').choices(SUBJECT_KINDS))
    .option('--mapping <file>', 'what the columns hold, as --save-mapping wrote it')
    .option('--save-mapping <file>', 'write what the columns hold to a JSON file, to be changed or used again')
    .addOption(new Option('--date-order <order>', 'how dates like 03/04/2010 are meant').choices(DATE_ORDERS))
    .option('--form <form>', 'the form of alliances that no cell gives')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--encoding <name>', 'the encoding of a text file, for example shift_jis')
    .addOption(
      new Option('--names <how>', 'what names are that may be those of organisations there').choices(['ask', 'new']),
    )
    .option('--replace', 'with tables of an export: remove what the workspace holds first')
    .option('--dry-run', 'write nothing')
    .option('--json', 'answer in JSON')
    .addHelpText(
      'after',
      `
Every fault is told as FILE:LINE:COLUMN: reason (code); with any, nothing is written.

Examples:
  entente import alliances.xlsx
  entente import alliances.xlsx --date-order day-first --save-mapping mine.json
  entente import next-year.csv --mapping mine.json --workspace acme
  entente import demo-tables --workspace copy --replace`,
    )
    .action(importTables);
}
