import { statSync } from 'node:fs';
import { cpus } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ColumnNames } from '@entente/core/member-tables';
import { type Day, Outcome, type Problem } from '@entente/core/kernel';
import {
  allianceNetwork,
  type AllianceNetwork,
  allNodes,
  type Graph,
  NETWORK_MEASURES,
  needsPaths,
  type NetworkLevel,
  type NetworkMeasure,
  networkMeasures,
  type PathSums,
  sampledNodes,
  unweighted,
} from '@entente/engine/network';
import { nameCell, numberCell } from './csv-cells.ts';
import { dayNumber, leftOut, readMembershipTable } from './membership-table.ts';
import { columnNamesOf, dayOf, wholeNumber } from './option-values.ts';
import { PathWorkers } from './path-workers.ts';
import { tellProblems, tellWarnings } from './problems.ts';
import { tellProgress } from './progress.ts';
import { openWhole, tellUnwritten } from './whole-file.ts';

type Options = {
  readonly from: string;
  readonly asOf?: Day;
  readonly measures: readonly NetworkMeasure[];
  readonly weights: 'repeats' | 'none';
  readonly level: NetworkLevel;
  readonly largestAlliance: number;
  readonly sample?: number;
  readonly seed: number;
  readonly threads: number;
  readonly out?: string;
  readonly quiet?: boolean;
  readonly columns?: ColumnNames;
};

const WITHOUT_PATHS = NETWORK_MEASURES.filter((measure) => !needsPaths([measure]));
const LARGEST = 1_000;

/** What the network leaves out, each kind in one sentence. */
function networkWarnings({ left }: AllianceNetwork, { largestAlliance, from: file }: Options): Problem[] {
  const tooLarge = left.tooLarge.map(({ alliance, members }) => ({
    file,
    code: 'alliance-too-large',
    message: `${alliance} has ${members} members, more than ${largestAlliance}, and ties none of them to each other`,
    fix: 'Raise --largest-alliance if each of them works with each other.',
  }));
  return [...tooLarge, ...leftOut(file, left)];
}

async function pathsOf(graph: Graph, options: Options, workers: PathWorkers): Promise<PathSums> {
  const sources =
    options.sample === undefined || options.sample >= graph.nodeCount
      ? allNodes(graph)
      : sampledNodes(graph.nodeCount, options.sample, options.seed);
  const began = performance.now();
  let done = 0;
  const progress = options.quiet
    ? null
    : tellProgress(() => ({
        written: done,
        total: sources.length,
        seconds: (performance.now() - began) / 1000,
        what: 'searches',
      }));
  try {
    return await workers.sums(graph, sources, (sofar) => {
      done = sofar;
    });
  } finally {
    progress?.end();
  }
}

/** Every measure that is asked; paths are searched by other threads while this one computes the rest. */
async function measuresAsked(graph: Graph, options: Options, workers: PathWorkers): Promise<ArrayLike<number>[]> {
  const { measures } = options;
  const paths = needsPaths(measures) ? pathsOf(graph, options, workers) : null;
  const plain = measures.filter((measure) => !needsPaths([measure]));
  const values = new Map(networkMeasures(graph, plain, null).map((column, nth) => [plain[nth], column]));
  const far = measures.filter((measure) => needsPaths([measure]));
  for (const [nth, column] of networkMeasures(graph, far, await paths).entries()) values.set(far[nth], column);
  return measures.map((measure) => values.get(measure) ?? []);
}

async function networkText(options: Options, workers: PathWorkers): Promise<Outcome<string>> {
  const read = await readMembershipTable(options.from, options.columns);
  if (!read.ok) return read;
  const { memberships, warnings } = read.value;
  const { level, largestAlliance } = options;
  const network = allianceNetwork(memberships, { level, asOf: dayNumber(options.asOf), largest: largestAlliance });
  if (!options.quiet) tellWarnings([...warnings, ...networkWarnings(network, options)]);
  const graph = options.weights === 'none' ? unweighted(network.graph) : network.graph;
  const columns = await measuresAsked(graph, options, workers);
  const rows = network.names.map((name, node) =>
    [nameCell(name), ...columns.map((values) => numberCell(values[node] as number))].join(','),
  );
  return Outcome.of(`${[['firm', ...options.measures].join(','), ...rows].join('\n')}\n`);
}

/** From so many bytes on, reading takes longer than a thread needs to start. */
const LONG_TABLE = 2_000_000;

async function textByWorkers(options: Options): Promise<Outcome<string>> {
  const workers = new PathWorkers(options.threads);
  const size = statSync(options.from, { throwIfNoEntry: false })?.size ?? 0;
  if (needsPaths(options.measures) && size > LONG_TABLE) workers.start();
  try {
    return await networkText(options, workers);
  } finally {
    await workers.end();
  }
}

async function writeNetwork(options: Options): Promise<void> {
  const file = openWhole(options.out);
  if (!file.ok) return tellProblems(file.problems, false);
  const text = await textByWorkers(options);
  if (!text.ok) {
    file.value.giveUp();
    return tellProblems(text.problems, false);
  }
  file.value.write(text.value);
  file.value.finish();
}

function measuresOf(text: string): NetworkMeasure[] {
  const asked = text.split(',').map((part) => part.trim());
  const unknown = asked.filter((name) => !NETWORK_MEASURES.some((measure) => measure === name));
  if (unknown.length > 0)
    throw new InvalidArgumentError(`There is no measure "${unknown.join(', ')}". Use: ${NETWORK_MEASURES.join(', ')}.`);
  return [...new Set(asked)] as NetworkMeasure[];
}

/** `entente network`: measures of every firm in the network of all alliances of a table. */
export function registerNetwork(program: Command): void {
  program
    .command('network')
    .description('measures of every firm in the inter-firm network of a table of alliances')
    .requiredOption('--from <path>', 'CSV or XLSX table of alliances, one row a member')
    .option('--as-of <date>', 'only what holds at the end of this year, month or day (default: all alliances)', dayOf)
    .option('--measures <list>', `which, and in which order: ${NETWORK_MEASURES.join(', ')}`, measuresOf, WITHOUT_PATHS)
    .addOption(
      new Option('--weights <which>', 'ties weigh as often as two are partners, or all the same')
        .choices(['repeats', 'none'])
        .default('repeats'),
    )
    .addOption(new Option('--level <level>', 'nodes').choices(['organisation', 'house']).default('organisation'))
    .option('--largest-alliance <n>', 'members beyond which an alliance ties nobody', wholeNumber(2, 10_000), LARGEST)
    .option(
      '--sample <n>',
      'estimate betweenness and closeness from the paths of so many firms',
      wholeNumber(1, 10_000_000),
    )
    .option('--seed <n>', 'which firms are drawn for the sample', wholeNumber(0, 4_294_967_295), 1)
    .option(
      '--threads <n>',
      'threads for shortest paths; the result is the same with any',
      wholeNumber(1, 64),
      cpus().length,
    )
    .option(
      '--columns <list>',
      'what the table calls its columns, e.g. alliance=deal,member=company,start=signed',
      columnNamesOf,
    )
    .option('--out <path>', 'write here instead of to standard output')
    .option('--quiet', 'no progress and no warnings')
    .addHelpText(
      'after',
      `
A table has the columns alliance, member, start, end, form and, if known, house. The answer is CSV: firm, then the
measures as asked, one row a member in the order of names; an empty cell is not defined (an isolated firm has no
constraint). Betweenness and closeness search once from each firm, which takes long in large networks: --sample.
Definitions: docs/methods/network.md

Examples:
  entente network --from alliances.csv --as-of 2015 --measures constraint,effective-size,efficiency --out measures.csv
  entente network --from alliances.csv --measures betweenness --sample 500 --threads 2`,
    )
    .action((options: Options) => tellUnwritten(() => writeNetwork(options)));
}
