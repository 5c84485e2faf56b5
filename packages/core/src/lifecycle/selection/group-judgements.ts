import { Outcome, type Problem } from '../../kernel/index.ts';
import { judgedJudgements, type Judgements } from './judgements.ts';
import { type Priorities, prioritiesOf, weighedJudgements } from './priorities.ts';
import { type Spread, spreadOf } from './spread.ts';

/** Who rates. One who left keeps what was given. */
export type Rater = { readonly name: string; readonly hasLeft?: boolean };

export type RatersJudgements = { readonly rater: Rater; readonly values: Judgements['values'] };

/** How far raters are apart on one pair, by the natural logarithms of their judgements. */
export type JudgementSpread = {
  readonly row: number;
  readonly column: number;
  readonly least: number;
  readonly most: number;
  /** By so many times judgements lie off their mean; 1 when all are the same, null for one rater alone. */
  readonly factor: number | null;
};

export type GroupJudgements = {
  /** Of all raters together. */
  readonly priorities: Priorities;
  /** Each rater's own. */
  readonly own: readonly { readonly rater: string; readonly priorities: Priorities }[];
  readonly judgements: Judgements;
  /** One a pair, the row before the column. */
  readonly spread: readonly JudgementSpread[];
  /** Of the raters' own priorities, one for each thing compared. */
  readonly prioritySpread: readonly Spread[];
  readonly warnings: readonly Problem[];
};

/** Tells who left, since what they gave still counts. */
export const leftWarnings = (raters: readonly Rater[]): Problem[] =>
  raters.flatMap(({ name, hasLeft }, at): Problem[] =>
    hasLeft === true
      ? [
          {
            pointer: `/raters/${at}`,
            code: 'rater-left',
            message: `${name} has left; what ${name} gave still counts`,
            fix: 'Ask somebody else to rate, or take it out if it no longer holds.',
          },
        ]
      : [],
  );

/** No rater is a group without an opinion, and one who is there twice counts twice. */
export function raterProblems(raters: readonly Rater[]): Problem[] {
  if (raters.length === 0)
    return [{ pointer: '/raters', code: 'raters-missing', message: 'Nobody rated', fix: 'Ask one rater at least.' }];
  return raters.flatMap(({ name }, at): Problem[] => {
    if (raters.findIndex((other) => other.name === name) === at) return [];
    const message = `${name} is among the raters twice`;
    return [{ pointer: `/raters/${at}`, code: 'name-twice', message, fix: 'Give each rater a name of their own.' }];
  });
}

/**
 * Priorities of several raters: the geometric mean of their judgements pair by pair, the only mean that keeps both sides of a
 * pair reciprocal (Aczél and Saaty 1983, "Procedures for Synthesizing Ratio Judgements", *Journal of Mathematical Psychology*
 * 27, pp. 93-102).
 * @param names what is compared
 * @returns refused as `raters-missing`, `name-twice`, or as `prioritiesOf` refuses the judgements of any rater, with a pointer
 *   `/raters/<place>/values/<row>/<column>`
 * @example groupJudgements(['a', 'b'], [{ rater: { name: 'x' }, values: [[1, 2], [0.5, 1]] }, { rater: { name: 'y' }, values: [[1, 8], [0.125, 1]] }]).value.priorities.weights // => [0.8, 0.2]
 */
export function groupJudgements(
  names: readonly string[],
  given: readonly RatersJudgements[],
): Outcome<GroupJudgements> {
  const raters = given.map(({ rater }) => rater);
  const problems = raterProblems(raters);
  if (problems.length > 0) return Outcome.refuse(...problems);
  const judged = given.map(({ values }) => judgedJudgements({ names, values }));
  const own = judged.map((each) => (each.ok ? weighedJudgements(each.value) : each));
  const within = (problem: Problem, at: number): Problem => ({
    ...problem,
    pointer: `/raters/${at}${problem.pointer ?? ''}`,
    message: `${raters[at]?.name ?? ''}: ${problem.message}`,
  });
  const refused = own.flatMap((each, at) => (each.ok ? [] : each.problems.map((problem) => within(problem, at))));
  if (refused.length > 0) return Outcome.refuse(...refused);
  const matrices = judged.flatMap((each) => (each.ok ? [each.value.values] : []));
  const pairOf = (row: number, column: number): number[] => matrices.map((values) => values[row]?.[column] ?? 1);
  const meanOf = (row: number, column: number): number =>
    Math.exp(pairOf(row, column).reduce((sum, value) => sum + Math.log(value), 0) / matrices.length);
  const values = names.map((_, row) =>
    names.map((__, column) => (row <= column ? meanOf(row, column) : 1 / meanOf(column, row))),
  );
  const priorities = prioritiesOf({ names, values });
  if (!priorities.ok) return priorities;
  const each = own.flatMap((outcome, at) =>
    outcome.ok ? [{ rater: raters[at]?.name ?? '', priorities: outcome.value }] : [],
  );
  const spread = names.flatMap((_, row) =>
    names.slice(row + 1).map((__, after): JudgementSpread => {
      const column = row + 1 + after;
      const pair = pairOf(row, column);
      const deviation = spreadOf(pair.map(Math.log))?.deviation ?? null;
      const factor = deviation === null ? null : Math.exp(deviation);
      return { row, column, least: Math.min(...pair), most: Math.max(...pair), factor };
    }),
  );
  return Outcome.of({
    priorities: priorities.value,
    own: each,
    judgements: { names, values },
    spread,
    prioritySpread: names.flatMap((_, at) => spreadOf(each.map((one) => one.priorities.weights[at] ?? 0)) ?? []),
    warnings: [
      ...leftWarnings(raters),
      ...each.flatMap((one, at) => one.priorities.warnings.map((problem) => within(problem, at))),
      ...priorities.value.warnings,
    ],
  });
}
