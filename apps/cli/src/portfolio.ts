import { existsSync, readFileSync, statSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { readAllianceTable } from '@entente/core/interchange';
import type { Problem } from '@entente/core/kernel';
import {
  configurationOf,
  type ConfigurationParameters,
  dayToRead,
  DEFAULT_PARAMETERS,
  type Focal,
  type Level,
  LEVELS,
  ownSideOf,
  portfolioReport,
  type Population,
  POPULATIONS,
  segmentationReport,
  type Window,
} from '@entente/core/portfolio';
import {
  type DomainTerm,
  emptyRows,
  type Register,
  registerFromSources,
  type RegisterRows,
  termHierarchy,
} from '@entente/core/register';
import { CASES, readCases } from './case-folder.ts';
import { dayOf, wholeNumber } from './option-values.ts';
import { portfolioText } from './portfolio-text.ts';
import { segmentationText } from './segmentation-text.ts';
import { tellProblems, tellWarnings } from './problems.ts';

type Options = {
  readonly from?: string;
  readonly population?: Population;
  readonly sources?: readonly string[];
  readonly window: Window;
  readonly scopeAt: number;
  readonly shapingAt: number;
  readonly level: Level;
  readonly asOf?: string;
  readonly segmentation?: boolean;
  readonly json?: boolean;
};

type Read = {
  readonly rows: RegisterRows;
  /** Focal firms by the slug of their case. */
  readonly focalOf: ReadonlyMap<string, string>;
  /** How the terms of domains lie to each other; a table tells nothing of it. */
  readonly terms: readonly DomainTerm[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
};

function readFolder(folder: string): Read {
  const { rows, cases, terms, problems } = readCases(folder);
  return { rows, focalOf: new Map(cases.map((each) => [each.id, each.focal])), terms, problems, warnings: [] };
}

async function readFrom(path: string): Promise<Read> {
  if (!existsSync(path)) {
    const message = 'There is no such file or folder';
    const fix = 'Give the path of a case folder, or of a CSV or XLSX table of alliances.';
    const problem = { file: path, code: 'file-missing', message, fix };
    return { rows: emptyRows(), focalOf: new Map(), terms: [], problems: [problem], warnings: [] };
  }
  if (statSync(path).isDirectory()) return readFolder(path);
  const table = await readAllianceTable({ path, bytes: readFileSync(path) });
  return { ...table, focalOf: new Map(), terms: [] };
}

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** The firm meant by an organisation's slug or name, a house's slug, or a case's. */
function focalOf(register: Register, read: Read, firm: string): Focal | null {
  const wanted = folded(firm);
  const organisation =
    register.organisations.find((row) => row.slug === wanted) ??
    register.organisations.find((row) => folded(row.name ?? '') === wanted);
  if (organisation) return { kind: 'organisation', id: organisation.id };
  const house = register.houses.find((row) => row.slug === wanted || folded(row.name ?? '') === wanted);
  if (house) return { kind: 'house', id: house.id };
  const focal = read.focalOf.get(wanted);
  const named = register.organisations.find((row) => row.slug === focal);
  return named ? { kind: 'organisation', id: named.id } : null;
}

function sourceProblems(read: Read, sources: readonly string[] | undefined): Problem[] {
  const known = read.rows.sources.map((source) => source.key as string);
  return (sources ?? [])
    .filter((key) => !known.includes(key))
    .map((key) => ({
      code: 'source-unknown',
      message: `There is no source "${key}"`,
      fix: `Use one of: ${known.join(', ')}.`,
    }));
}

function firmUnknown(register: Register, firm: string): Problem {
  const members = new Set(register.memberships.map((row) => row.organisation));
  const known = register.organisations.filter((row) => members.has(row.id)).map((row) => row.slug);
  const some = known.slice(0, 12).join(', ');
  return {
    code: 'firm-unknown',
    message: `There is no firm, house or case "${firm}"`,
    fix: `Use the slug or the name of one, for example ${some}${known.length > 12 ? ', …' : ''}.`,
  };
}

async function showPortfolio(firm: string, options: Options): Promise<void> {
  const json = options.json ?? false;
  const read = options.from === undefined ? readFolder(CASES) : await readFrom(options.from);
  tellWarnings(read.warnings);
  const problems = [...read.problems, ...sourceProblems(read, options.sources)];
  if (problems.length > 0) return tellProblems(problems, json);
  const register = registerFromSources(read.rows, options.sources ?? null);
  const focal = focalOf(registerFromSources(read.rows, null), read, firm);
  if (!focal) return tellProblems([firmUnknown(register, firm)], json);
  const parameters: ConfigurationParameters = {
    population: options.population ?? (options.from === undefined ? 'joint-ventures' : 'all'),
    window: options.window,
    scopeAt: options.scopeAt,
    shapingAt: options.shapingAt,
    level: options.level,
    asOf: options.asOf ?? null,
  };
  if (options.segmentation === true) {
    const own = ownSideOf(register, focal);
    const { population, level } = parameters;
    const day = dayToRead(register, own, parameters.asOf);
    const found = segmentationReport(register, focal, own, termHierarchy(read.terms), { population, level, day });
    process.stdout.write(json ? `${JSON.stringify(found)}\n` : segmentationText(found));
    return;
  }
  const report = portfolioReport(register, focal, configurationOf(register, focal, parameters));
  for (const warning of report.warnings) process.stderr.write(`warning: ${warning.message} (${warning.code})\n`);
  const warnings = [...read.warnings, ...report.warnings];
  process.stdout.write(json ? `${JSON.stringify({ ...report, warnings })}\n` : portfolioText(report));
}

const windowOf = (text: string): Window => (text === 'all' ? 'all' : wholeNumber(1, 200)(text));

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** `entente portfolio FIRM`: where a firm's alliance portfolio stands through time, from files alone. */
export function registerPortfolio(program: Command): void {
  const { scopeAt, shapingAt, level } = DEFAULT_PARAMETERS;
  program
    .command('portfolio')
    .description("a firm's alliance portfolio: its configuration through time and the moves that made it")
    .argument('<firm>', 'slug of an organisation, house or case; with a table, also the name')
    .option('--from <path>', 'read a case folder, or a CSV or XLSX table of alliances (one row a member)')
    .addOption(
      new Option('--population <which>', 'which alliances count (default: joint-ventures; with --from: all)').choices(
        POPULATIONS,
      ),
    )
    .option('--sources <keys>', 'count only what these sources state, for example 000 or 000,001', listOf)
    .option('--window <years>', 'all, or the last N years with both ends counted', windowOf, 'all' as Window)
    .option('--scope-at <n>', 'partner houses from which the scope is extensive', wholeNumber(1, 1000), scopeAt)
    .option('--shaping-at <n>', 'explorative moves from which shaping is explorative', wholeNumber(1, 1000), shapingAt)
    .addOption(new Option('--level <level>', 'count partners as houses or one by one').choices(LEVELS).default(level))
    .option('--as-of <date>', 'read to the end of this year, month or day', dayOf)
    .option('--segmentation', 'where its alliances collide, who else supplies it, which partners divert')
    .option('--json', 'answer in JSON')
    .addHelpText(
      'after',
      `
A table has the columns alliance, member, start, end, form and, if known, house, country, share, resources,
products, markets, regions; lists are separated by ";", a resource is kind:subject, an empty end is open.

Examples:
  entente portfolio lioho --population joint-ventures --sources 000
  entente portfolio ffg --as-of 2011 --json
  entente portfolio "ACME" --from alliances.csv`,
    )
    .action(showPortfolio);
}
