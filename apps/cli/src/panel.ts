import { existsSync, statSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { type ColumnNames, csvText } from '@entente/core/member-tables';
import { Outcome, type Problem } from '@entente/core/kernel';
import { type Level, LEVELS, POPULATION_FORMS, type Population, POPULATIONS } from '@entente/core/portfolio';
import { EQUITY_FORMS } from '@entente/core/register';
import type { Memberships } from '@entente/engine/network';
import {
  type FirmYears,
  firmYears,
  isNetworkCount,
  NETWORK_COLUMNS,
  PANEL_COLUMNS,
  type PanelColumn,
  panelHoles,
  TableFacts,
} from '@entente/engine/panel';
import type { Counted } from './panel-cases.ts';
import { type FactTaker, leftOut, readMembershipTable } from './membership-table.ts';
import { columnNamesOf, wholeNumber } from './option-values.ts';
import { type PanelTable, writePanelCsv, writePanelParquet } from './panel-table.ts';
import { tellProblems, tellWarnings } from './problems.ts';
import { tellProgress } from './progress.ts';
import { openWhole, tellUnwritten, type WholeFile } from './whole-file.ts';

type Options = {
  readonly from?: string;
  readonly out?: string;
  readonly until?: number;
  readonly level: Level;
  readonly population: Population;
  readonly network: boolean;
  readonly largestAlliance: number;
  readonly dictionary?: boolean;
  readonly quiet?: boolean;
  readonly columns?: ColumnNames;
};

const LARGEST = 1_000;
const EQUITY: ReadonlySet<string> = new Set(EQUITY_FORMS);
const KEYS: readonly PanelColumn[] = [
  { name: 'firm', unit: 'number', definition: 'Name of the firm', formula: 'as in the table', source: 'The table' },
  {
    name: 'year',
    unit: 'years',
    definition: 'Calendar year; what stands in the row holds on its last day',
    formula: 'from the year of the firm\u2019s first alliance to the last year that the table names',
    source: 'The table',
  },
];

const COLUMNS: readonly PanelColumn[] = [...KEYS, ...PANEL_COLUMNS, ...NETWORK_COLUMNS];
const NEEDS: Readonly<Record<NonNullable<PanelColumn['needs']>, string>> = {
  kind: 'a column kind in the table, or a register',
  resources: 'a column resources in the table, or a register',
  register: 'a register: a case folder, or the panel of a workspace',
};

/** Which columns are empty throughout, because a table does not tell what they count. */
function emptyColumns(file: string, without: readonly PanelColumn['needs'][]): Problem[] {
  return without.flatMap((need) => {
    if (need === undefined) return [];
    const names = COLUMNS.flatMap(({ name, needs }) => (needs === need ? [name] : []));
    const message = `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} empty: needed is ${NEEDS[need]}`;
    return [{ file, code: 'column-empty', message, fix: 'Add the column, or leave these columns out.' }];
  });
}

/** Every column with its definition, as CSV. */
const dictionaryText = (): string =>
  csvText(
    [
      ['column', 'unit', 'definition', 'formula', 'source', 'needs'],
      ...COLUMNS.map(({ name, unit, definition, formula, source, needs }, nth) => [
        name,
        nth === 0 ? 'text' : unit,
        definition,
        formula,
        source,
        needs === undefined ? '' : NEEDS[needs],
      ]),
    ],
    'unix',
  );

async function networkColumns(
  memberships: Memberships,
  panel: FirmYears,
  options: Options,
): Promise<PanelTable['columns']> {
  const years = new Set(panel.year).size;
  const began = performance.now();
  let written = 0;
  const progress = options.quiet
    ? null
    : tellProgress(() => ({ written, total: years, seconds: (performance.now() - began) / 1000, what: 'years' }));
  const holes = await panelHoles(memberships, panel, { largest: options.largestAlliance, level: options.level }, () => {
    written += 1;
    // Lets the progress be told, and Ctrl-C be heard.
    return new Promise((resolve) => setImmediate(resolve));
  });
  progress?.end();
  return NETWORK_COLUMNS.map(({ name }) => ({ name, values: holes[name], isCount: isNetworkCount(name) }));
}

/** The panel of a table, one row a member. */
async function countedTable(from: string, options: Options): Promise<Outcome<Counted>> {
  let facts = new TableFacts();
  const begin: () => FactTaker = () => {
    facts = new TableFacts();
    return (row, memberships) => facts.add(memberships, row);
  };
  const read = await readMembershipTable(from, options.columns, begin);
  if (!read.ok) return read;
  const { memberships } = read.value;
  const warnings = [...read.value.warnings, ...emptyColumns(from, [...facts.without, 'register'])];
  const { level } = options;
  const population = POPULATION_FORMS[options.population];
  const panel = firmYears(memberships, {
    until: options.until ?? null,
    equityForms: EQUITY,
    level,
    population,
    facts: facts.of(memberships),
  });
  return Outcome.of({ panel, memberships, warnings, shown: (name) => name });
}

async function panelTable(from: string, options: Options): Promise<Outcome<PanelTable>> {
  const isFolder = existsSync(from) && statSync(from).isDirectory();
  // What reads cases is loaded for them alone.
  const counted = isFolder
    ? (await import('./panel-cases.ts')).countedCases(from, options)
    : await countedTable(from, options);
  if (!counted.ok) return counted;
  const { panel, memberships, warnings, shown } = counted.value;
  if (!options.quiet) tellWarnings([...warnings, ...leftOut(from, panel)]);
  const own = PANEL_COLUMNS.map(({ name, unit }) => ({
    name,
    values: panel.measures[name],
    isCount: unit === 'number',
  }));
  const columns = options.network ? [...own, ...(await networkColumns(memberships, panel, options))] : own;
  return Outcome.of({ ...panel, firms: panel.firms.map(shown), columns });
}

async function writeTable(table: PanelTable, file: WholeFile, options: Options): Promise<void> {
  if (/\.parquet$/i.test(options.out ?? '')) await writePanelParquet(table, file);
  else writePanelCsv(table, file);
}

async function writePanel(options: Options): Promise<void> {
  const { from } = options;
  if (options.dictionary !== true && from === undefined) {
    const message = 'No table is given';
    const fix = 'Give --from with the path of a CSV or XLSX table of alliances or of a case folder, or --dictionary.';
    return tellProblems([{ code: 'file-missing', message, fix }], false);
  }
  const file = openWhole(options.out);
  if (!file.ok) return tellProblems(file.problems, false);
  if (from === undefined || options.dictionary === true) {
    file.value.write(dictionaryText());
    return file.value.finish();
  }
  const table = await panelTable(from, options);
  if (!table.ok) {
    file.value.giveUp();
    return tellProblems(table.problems, false);
  }
  await writeTable(table.value, file.value, options);
  file.value.finish();
}

/** `entente panel`: the measures of every firm in every year, for statistics. */
export function registerPanel(program: Command): void {
  program
    .command('panel')
    .description('the firm-year panel of a table of alliances: the portfolio of every firm in every year')
    .option('--from <path>', 'CSV or XLSX table of alliances, one row a member, or a case folder')
    .option(
      '--columns <list>',
      'what the table calls its columns, e.g. alliance=deal,member=company,start=signed',
      columnNamesOf,
    )
    .option('--out <path>', 'write here: CSV, or Parquet where the name ends in .parquet (default: standard output)')
    .option('--until <year>', 'last year (default: the last that the table names)', wholeNumber(1000, 3000))
    .addOption(
      new Option('--level <level>', 'a row is an organisation, or a house').choices(LEVELS).default('organisation'),
    )
    .addOption(new Option('--population <which>', 'which alliances count').choices(POPULATIONS).default('all'))
    .option('--no-network', 'without the measures of the network of each year')
    .addOption(
      new Option('--largest-alliance <n>', 'members beyond which an alliance ties nobody in the network')
        .argParser(wholeNumber(2, 10_000))
        .default(LARGEST),
    )
    .option('--dictionary', 'print what every column is instead')
    .option('--quiet', 'no progress and no warnings')
    .addHelpText(
      'after',
      `
One row a firm and year, from the year of its first alliance, as of 31 December; an empty cell (null in Parquet) is not
defined: a firm without alliances has no share of anything. Columns and their definitions: entente panel --dictionary
A table has the columns alliance, member, start, end, form and, if known, house, country, kind (of the member: firm,
university ...) and resources (that it brings: technology:casting; brand:trucks). What a table does not tell is empty.

Examples:
  entente panel --from alliances.csv --out panel.csv
  entente panel --from alliances.csv --until 2015 --out panel.parquet
  entente panel --from cases --level house --population joint-ventures
  entente panel --dictionary`,
    )
    .action((options: Options) => tellUnwritten(() => writePanel(options)));
}
