import { Outcome, type Problem } from '../../kernel/index.ts';
import { type Normalisation, type SelectionMethod } from './appraisal.ts';
import { type Criterion, type DecisionMatrix, judgedMatrix } from './decision-matrix.ts';
import { leftWarnings, type Rater, raterProblems } from './group-judgements.ts';
import { type Ranking, rankingOf } from './ranking.ts';
import { type Spread, spreadOf } from './spread.ts';

/** What one rater gave one alternative on one criterion, by their names. */
export type Rating = {
  readonly rater: string;
  readonly alternative: string;
  readonly criterion: string;
  readonly value: number;
};

/** Who rates what by which criteria, as they stand now, and the ratings as they were given. */
export type RatingSheet = {
  readonly raters: readonly Rater[];
  readonly criteria: readonly Criterion[];
  readonly alternatives: readonly string[];
  readonly ratings: readonly Rating[];
};

export type GroupRatings = {
  /** Means of the raters; null where nobody rated. */
  readonly matrix: DecisionMatrix;
  /** By alternative and criterion; null where nobody rated. */
  readonly spread: readonly (readonly (Spread | null)[])[];
  readonly warnings: readonly Problem[];
};

type Cells = readonly (readonly (readonly number[])[])[];

function ratingProblems({ raters, ratings }: RatingSheet): Problem[] {
  const seen = new Set<string>();
  return ratings.flatMap(({ rater, alternative, criterion, value }, at): Problem[] => {
    const pointer = `/ratings/${at}`;
    const key = JSON.stringify([rater, alternative, criterion]);
    const isAgain = seen.has(key);
    seen.add(key);
    const fix = 'Give each rater one number for each alternative and criterion.';
    const code = 'rating-malformed';
    const told = `${rater}'s rating of "${alternative}" on "${criterion}"`;
    if (!Number.isFinite(value)) return [{ pointer, code, message: `${told} is no number`, fix }];
    if (isAgain) return [{ pointer, code, message: `${told} stands twice`, fix }];
    if (raters.some(({ name }) => name === rater)) return [];
    return [
      { pointer, code, message: `${rater} is none of the raters`, fix: 'Keep a rater who left among the raters.' },
    ];
  });
}

/** What was rated before criteria or alternatives changed is kept and does not count. */
function outdatedWarnings({ criteria, alternatives, ratings }: RatingSheet): Problem[] {
  const warn = (what: string, gone: readonly string[]): Problem[] =>
    [...new Set(gone)].map((name) => {
      const count = gone.filter((each) => each === name).length;
      const message = `${count} ${count === 1 ? 'rating is' : 'ratings are'} kept for the ${what} "${name}", which is no longer there`;
      return {
        pointer: '/ratings',
        code: 'rating-outdated',
        message,
        fix: `Bring the ${what} back, or leave them: they do not count.`,
      };
    });
  const goneCriteria = ratings.map(({ criterion }) => criterion);
  const goneAlternatives = ratings.map(({ alternative }) => alternative);
  return [
    ...warn(
      'criterion',
      goneCriteria.filter((name) => !criteria.some((criterion) => criterion.name === name)),
    ),
    ...warn(
      'alternative',
      goneAlternatives.filter((name) => !alternatives.includes(name)),
    ),
  ];
}

function missingWarnings({ raters, criteria, alternatives }: RatingSheet, cells: Cells): Problem[] {
  return alternatives.flatMap((alternative, row) =>
    criteria.flatMap(({ name }, column): Problem[] => {
      const count = cells[row]?.[column]?.length ?? 0;
      if (count === raters.length) return [];
      const who = count === 0 ? 'Nobody' : `${count} of ${raters.length}`;
      const message = `${who} rated "${alternative}" on "${name}"`;
      const fix = count === 0 ? 'Ask for a rating: until then it is not ranked.' : 'Ask the others, or let it stand.';
      return [{ pointer: `/alternatives/${row}/values/${column}`, code: 'rating-missing', message, fix }];
    }),
  );
}

const cellsOf = ({ criteria, alternatives }: RatingSheet, ratings: readonly Rating[]): Cells => {
  const cells = alternatives.map(() => criteria.map((): number[] => []));
  const [rows, columns] = [new Map(alternatives.map((name, at) => [name, at])), new Map<string, number>()];
  for (const [at, { name }] of criteria.entries()) columns.set(name, at);
  for (const { alternative, criterion, value } of ratings)
    cells[rows.get(alternative) ?? -1]?.[columns.get(criterion) ?? -1]?.push(value);
  return cells;
};

/**
 * The ratings of several raters as one decision matrix of arithmetic means. A rater who left keeps what was given; ratings of
 * criteria or alternatives that are no longer there are kept and do not count; a cell that nobody rated is unknown. All of it
 * is told.
 * @returns refused as `raters-missing`, `name-twice` or `rating-malformed`
 * @example groupRatings({ raters: [{ name: 'x' }, { name: 'y' }], criteria: [{ name: 'fit', direction: 'max', weight: 1 }], alternatives: ['A'], ratings: [{ rater: 'x', alternative: 'A', criterion: 'fit', value: 6 }, { rater: 'y', alternative: 'A', criterion: 'fit', value: 8 }] }).value.matrix.alternatives // => [{ name: 'A', values: [7] }]
 */
export function groupRatings(sheet: RatingSheet): Outcome<GroupRatings> {
  const problems = [...raterProblems(sheet.raters), ...ratingProblems(sheet)];
  if (problems.length > 0) return Outcome.refuse(...problems);
  const cells = cellsOf(sheet, sheet.ratings);
  const spread = cells.map((row) => row.map(spreadOf));
  const alternatives = sheet.alternatives.map((name, row) => ({
    name,
    values: (spread[row] ?? []).map((cell) => cell?.mean ?? null),
  }));
  return Outcome.of({
    matrix: { criteria: sheet.criteria, alternatives },
    spread,
    warnings: [...leftWarnings(sheet.raters), ...outdatedWarnings(sheet), ...missingWarnings(sheet, cells)],
  });
}

export type GroupRanking = GroupRatings & {
  readonly ranking: Ranking;
  /** How each rater alone would rank what the group ranks; null for one who left a cell of it empty. */
  readonly own: readonly { readonly rater: string; readonly ranking: Ranking | null }[];
  /** Of the scores by raters alone, by alternative of the ranking; null when nobody rated all of it. */
  readonly scoreSpread: readonly (Spread | null)[];
};

/**
 * Ranks by the means of several raters, and by each of them alone beside it.
 * @returns refused as `groupRatings` or `judgedMatrix` refuse
 */
export function groupRanking(
  sheet: RatingSheet,
  method: SelectionMethod,
  normalisation?: Normalisation | null,
): Outcome<GroupRanking> {
  const group = groupRatings(sheet);
  if (!group.ok) return group;
  const judged = judgedMatrix(group.value.matrix);
  if (!judged.ok) return judged;
  const ranking = rankingOf(judged.value, method, normalisation);
  const ranked = { ...sheet, alternatives: ranking.scores.map(({ alternative }) => alternative) };
  const own = sheet.raters.map(({ name: rater }) => {
    const cells = cellsOf(
      ranked,
      sheet.ratings.filter((rating) => rating.rater === rater),
    );
    const isWhole = cells.every((row) => row.every((values) => values.length > 0));
    const matrix = isWhole
      ? judgedMatrix({
          criteria: sheet.criteria,
          alternatives: ranked.alternatives.map((name, row) => ({
            name,
            values: (cells[row] ?? []).map(([value]) => value ?? null),
          })),
        })
      : null;
    return { rater, ranking: matrix?.ok === true ? rankingOf(matrix.value, method, normalisation) : null };
  });
  const scores = own.flatMap((each) => (each.ranking === null ? [] : [each.ranking.scores]));
  return Outcome.of({
    ...group.value,
    warnings: [...group.value.warnings, ...ranking.warnings],
    ranking,
    own,
    scoreSpread: ranked.alternatives.map((_, at) => spreadOf(scores.flatMap((each) => each[at]?.score ?? []))),
  });
}
