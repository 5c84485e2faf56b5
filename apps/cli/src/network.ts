import { createReadStream, existsSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { csvText, type MemberRow, nameKey, readMembers } from '@entente/core/interchange';
import { type Day, EdtfDate, Outcome, type Problem } from '@entente/core/kernel';
import {
  allianceNetwork,
  type AllianceNetwork,
  allNodes,
  type DayNumber,
  Memberships,
  NETWORK_MEASURES,
  needsPaths,
  type NetworkLevel,
  type NetworkMeasure,
  networkMeasures,
  type PathSums,
  sampledNodes,
  unweighted,
} from '@entente/engine/network';
import { pathSumsOn } from './path-workers.ts';
import { tellProblems, tellWarnings } from './problems.ts';
import { tellProgress } from './progress.ts';
import { openWhole } from './whole-file.ts';

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
};

const WITHOUT_PATHS = NETWORK_MEASURES.filter((measure) => !needsPaths([measure]));
const LARGEST = 1_000;

const dayNumber = (day: Day | null | undefined): DayNumber | null =>
  day === null || day === undefined ? null : Number(day.replaceAll('-', ''));

type Read = { readonly memberships: Memberships; readonly warnings: readonly Problem[] };

async function readTable(path: string): Promise<Outcome<Read>> {
  if (!existsSync(path) || !statSync(path).isFile()) {
    const message = 'There is no such file';
    const fix = 'Give the path of a CSV or XLSX table of alliances, one row a member.';
    return Outcome.refuse({ file: path, code: 'file-missing', message, fix });
  }
  let memberships = new Memberships(nameKey);
  const begin = (): ((row: MemberRow) => void) => {
    memberships = new Memberships(nameKey);
    return ({ alliance, member: firm, house, start, end }) => {
      const to = typeof end === 'object' ? end.earliest : null;
      memberships.add({ alliance, firm, house, from: dayNumber(start?.earliest), to: dayNumber(to) });
    };
  };
  const bytes = (): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: 1 << 20 });
  const { problems, warnings } = await readMembers({ path, bytes }, begin);
  return problems.length > 0 ? Outcome.refuse(...problems) : Outcome.of({ memberships, warnings });
}

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** What the network leaves out, each kind in one sentence. */
function leftOut({ left }: AllianceNetwork, { largestAlliance }: Options, file: string): Problem[] {
  const { tooLarge, oneMember, undated, repeated } = left;
  const told = (code: string, message: string, fix: string): Problem => ({ file, code, message, fix });
  const warnings: Problem[] = [];
  for (const { alliance, members } of tooLarge) {
    const message = `${alliance} has ${members} members, more than ${largestAlliance}, and ties none of them to each other`;
    warnings.push(
      told('alliance-too-large', message, 'Raise --largest-alliance if each of them works with each other.'),
    );
  }
  if (undated > 0) {
    const message = `${counted(undated, 'row has', 'rows have')} no start and stand outside a network of one day`;
    warnings.push(told('start-unknown', message, 'Give a start, if only about: 1995~.'));
  }
  if (repeated > 0) {
    const message = `${counted(repeated, 'row repeats a member', 'rows repeat members')} of the same alliance, who are counted once`;
    warnings.push(told('row-twice', message, 'Nothing has to be done; the network is the same without them.'));
  }
  if (oneMember > 0) {
    const message = `${counted(oneMember, 'alliance has', 'alliances have')} one member only, who gets no tie from it`;
    warnings.push(told('one-member', message, 'Add a row for each partner.'));
  }
  return warnings;
}

async function pathsOf(network: AllianceNetwork, options: Options): Promise<PathSums | null> {
  if (!needsPaths(options.measures)) return null;
  const { graph } = network;
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
    return await pathSumsOn(options.threads, graph, sources, (sofar) => {
      done = sofar;
    });
  } finally {
    progress?.end();
  }
}

const cellOf = (value: number): { readonly number: string } | null =>
  Number.isNaN(value) ? null : { number: String(value) };

async function networkText(options: Options): Promise<Outcome<string>> {
  const read = await readTable(options.from);
  if (!read.ok) return read;
  const { memberships, warnings } = read.value;
  const { level, largestAlliance } = options;
  const network = allianceNetwork(memberships, { level, asOf: dayNumber(options.asOf), largest: largestAlliance });
  if (!options.quiet) tellWarnings([...warnings, ...leftOut(network, options, options.from)]);
  const weighed = options.weights === 'none' ? { ...network, graph: unweighted(network.graph) } : network;
  const columns = networkMeasures(weighed.graph, options.measures, await pathsOf(weighed, options));
  const rows = network.names.map((name, node) => [name, ...columns.map((values) => cellOf(values[node] as number))]);
  return Outcome.of(csvText([['firm', ...options.measures], ...rows], 'unix'));
}

async function writeNetwork(options: Options): Promise<void> {
  const file = options.out === undefined ? null : openWhole(options.out);
  if (file?.ok === false) return tellProblems(file.problems, false);
  const text = await networkText(options);
  if (!text.ok) {
    file?.value.giveUp();
    return tellProblems(text.problems, false);
  }
  if (file === null) process.stdout.write(text.value);
  else file.value.finish(text.value);
}

const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most)
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return number;
  };

function dayOf(text: string): Day {
  const outcome = EdtfDate.asOf(text);
  if (!outcome.ok) throw new InvalidArgumentError(outcome.problems.map((problem) => problem.fix).join(' '));
  return outcome.value;
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
    .action(writeNetwork);
}
