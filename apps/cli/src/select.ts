import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { placedInTable, readDecisionTable, readJudgementTable } from '@entente/core/decision-tables';
import { Outcome, type Problem } from '@entente/core/kernel';
import {
  appraisalOf,
  type JudgedMatrix,
  judgedMatrix,
  type Normalisation,
  NORMALISATIONS,
  prioritiesOf,
  rankedScores,
  rankingOf,
  SELECTION_METHODS,
  type SelectionMethod,
  type Sensitivity,
  sensitivityOf,
} from '@entente/core/lifecycle';
import { seededGenerator, smaa } from '@entente/engine/selection';
import { wholeNumber } from './option-values.ts';
import { problemEntry, tellProblems, tellWarnings } from './problems.ts';
import { unreadable } from './readable-file.ts';
import { judgementAnswer, type Robustness, selectionAnswer, selectionText } from './selection-answer.ts';

type Options = {
  readonly from: string;
  readonly method: SelectionMethod | 'ahp';
  readonly normalisation?: Normalisation;
  readonly sensitivity?: boolean;
  readonly smaa?: number;
  readonly seed?: number;
  readonly json?: boolean;
};

const METHODS = [...SELECTION_METHODS, 'ahp'] as const;
const GIVE = 'Give the path of a CSV or XLSX table: alternatives by criteria, or for ahp pairwise judgements.';
const MOST_SAMPLES = 10_000_000;

/** Of each alternative the ranks that weights give it, all weights that come to 1 being as likely. */
function robustnessOf(matrix: JudgedMatrix, options: Options): Outcome<Robustness | null> {
  if (options.smaa === undefined || options.method === 'ahp') return Outcome.of(null);
  const { rule, values } = appraisalOf(matrix, options.method, options.normalisation);
  const [samples, seed] = [options.smaa, options.seed ?? 1];
  const [alternatives, criteria] = [matrix.alternatives.length, matrix.criteria.length];
  const choice = { rule, alternatives, values: [Float64Array.from(values.flat())], space: { criteria }, samples };
  const result = smaa(choice, seededGenerator(seed));
  return result.ok ? Outcome.of({ seed, ...result.value }) : result;
}

type Answered = { readonly answer: object; readonly text: () => string; readonly warnings: readonly Problem[] };

async function selection(options: Options, method: SelectionMethod): Promise<Outcome<Answered>> {
  const table = await readDecisionTable({ path: options.from, bytes: readFileSync(options.from) });
  if (!table.ok) return table;
  const place = (problem: Problem): Problem => placedInTable(table.value, problem);
  const judged = judgedMatrix(table.value.matrix);
  if (!judged.ok) return Outcome.refuse(...judged.problems.map(place));
  const ranking = rankingOf(judged.value, method, options.normalisation);
  const sensitivity: Sensitivity | null =
    options.sensitivity === true ? sensitivityOf(judged.value, method, options.normalisation) : null;
  const robustness = robustnessOf(judged.value, options);
  if (!robustness.ok) return robustness;
  const warnings = [...table.value.warnings, ...ranking.warnings.map(place)];
  const answer = selectionAnswer(ranking, warnings.map(problemEntry), sensitivity, robustness.value);
  return Outcome.of({ answer, text: () => selectionText(answer), warnings });
}

async function priorities(options: Options): Promise<Outcome<Answered>> {
  const table = await readJudgementTable({ path: options.from, bytes: readFileSync(options.from) });
  if (!table.ok) return table;
  const place = (problem: Problem): Problem => placedInTable(table.value, problem);
  const weighed = prioritiesOf(table.value.judgements);
  if (!weighed.ok) return Outcome.refuse(...weighed.problems.map(place));
  const { names, weights } = weighed.value;
  const warnings = [...table.value.warnings, ...weighed.value.warnings.map(place)];
  const answer = judgementAnswer(weighed.value, rankedScores(names, weights), warnings.map(problemEntry));
  return Outcome.of({ answer, text: () => selectionText(answer), warnings });
}

async function select(options: Options): Promise<void> {
  const json = options.json === true;
  const refusal = unreadable(options.from, GIVE);
  if (refusal !== null) return tellProblems([refusal], json);
  const { method } = options;
  const answered = method === 'ahp' ? await priorities(options) : await selection(options, method);
  if (!answered.ok) return tellProblems(answered.problems, json);
  const { answer, text, warnings } = answered.value;
  if (!json) tellWarnings(warnings);
  process.stdout.write(json ? `${JSON.stringify(answer)}\n` : text());
}

/** Why options do not go together; null where they do. */
function contradiction({ method, normalisation, sensitivity, smaa: samples, seed }: Options): string | null {
  if (method === 'ahp' && (sensitivity === true || samples !== undefined))
    return '--sensitivity and --smaa need criteria with weights: ahp has judgements alone.';
  if (normalisation !== undefined && (method === 'ahp' || method === 'promethee2'))
    return `--normalisation is of wsm and topsis: ${method} takes figures as they are.`;
  return seed !== undefined && samples === undefined ? '--seed is of --smaa: say how many samples.' : null;
}

/** `entente select`: ranks alternatives of a table by criteria, or weighs pairwise judgements. */
export function registerSelect(program: Command): void {
  const command = program
    .command('select')
    .description('rank partners, or any alternatives, of a table: weighted sum, TOPSIS, PROMETHEE II, AHP')
    .requiredOption(
      '--from <path>',
      'CSV or XLSX table: alternatives by criteria; for ahp, the square of pairwise judgements',
    )
    .addOption(new Option('--method <method>', 'how to rank').choices(METHODS).makeOptionMandatory())
    .addOption(
      new Option('--normalisation <how>', 'how units are brought to one (default: wsm minmax, topsis vector)').choices(
        NORMALISATIONS,
      ),
    )
    .option('--sensitivity', 'also: over which weights of each criterion the first stays first')
    .option('--smaa <samples>', 'also: ranks under so many weights drawn at random', wholeNumber(1, MOST_SAMPLES))
    .option('--seed <n>', 'which weights are drawn (default: 1)', wholeNumber(0, 4_294_967_295))
    .option('--json', 'answer in JSON')
    .addHelpText(
      'after',
      `
A table has the criteria in its first row, then a row "direction" (max or min), a row "weight", and one row an
alternative; "?" is not known, and leaves the alternative out. For PROMETHEE II a row "preference" may name shapes
(usual, u-shape, v-shape, level, linear, gaussian), with their thresholds in rows "q", "p" and "s".
For ahp the table is square: the same names in the first row and column, and how many times as much the row counts
as the column (3, 1/3, 0.333). Equal scores share a rank (1, 1, 3). Definitions: docs/methods/lifecycle.md

Examples:
  entente select --from partners.csv --method topsis
  entente select --from partners.csv --method wsm --normalisation vector --sensitivity
  entente select --from partners.csv --method promethee2 --smaa 100000 --seed 7 --json
  entente select --from judgements.csv --method ahp --json`,
    );
  command.action(async (options: Options) => {
    const reason = contradiction(options);
    if (reason !== null) command.error(`error: ${reason}`, { exitCode: 2, code: 'commander.invalidArgument' });
    await select(options);
  });
}
