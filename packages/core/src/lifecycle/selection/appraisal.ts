import { invariant, unreachable } from '../../kernel/index.ts';
import type { JudgedMatrix } from './decision-matrix.ts';
import { preferenceFor } from './preference-functions.ts';

/** Methods that rank by criteria and weights. */
export const SELECTION_METHODS = ['wsm', 'topsis', 'promethee2'] as const;
export type SelectionMethod = (typeof SELECTION_METHODS)[number];

/** How values of different units are brought to one: by the length of their column, or by its range. */
export const NORMALISATIONS = ['vector', 'minmax'] as const;
export type Normalisation = (typeof NORMALISATIONS)[number];

/**
 * What each method does unless it is told: TOPSIS the vector of Hwang and Yoon (1981, p. 128 ff.), which Tzeng and Huang (2011,
 * chapter 5) publish their example with; the weighted sum the range, so that each criterion's worst is 0 and its best is 1.
 * PROMETHEE II compares the values themselves.
 */
export const DEFAULT_NORMALISATION: Readonly<Record<SelectionMethod, Normalisation | null>> = {
  wsm: 'minmax',
  topsis: 'vector',
  promethee2: null,
};

/**
 * What a method makes of a matrix before any weight comes in, one row an alternative, more always better: `sum` adds up
 * weighted values, `distance` compares distances to the best and the worst. Whoever asks with many weights begins here.
 */
export type Appraisal = {
  readonly rule: 'sum' | 'distance';
  readonly values: readonly (readonly number[])[];
};

/** The values of one criterion on one scale, more always better; 0 throughout where all are equal. */
function normalised(column: readonly number[], isCost: boolean, by: Normalisation): number[] {
  const [least, most] = [Math.min(...column), Math.max(...column)];
  if (least === most) return column.map(() => 0);
  if (by === 'minmax') return column.map((value) => (isCost ? most - value : value - least) / (most - least));
  const length = Math.hypot(...column);
  return column.map((value) => (isCost ? 1 - value / length : value / length));
}

/** Each alternative's net flow on one criterion: how far it is preferred to the others, less how far they are to it. */
function netFlows(column: readonly number[], { direction, preference }: JudgedMatrix['criteria'][number]): number[] {
  const given = preference ?? { shape: 'usual' };
  const sign = direction === 'max' ? 1 : -1;
  return column.map((one, at) => {
    const flow = column.reduce((sum, other, against) => {
      const difference = sign * (one - other);
      return against === at ? sum : sum + preferenceFor(given, difference) - preferenceFor(given, -difference);
    }, 0);
    return flow / (column.length - 1);
  });
}

function appraisedColumn(
  matrix: JudgedMatrix,
  at: number,
  method: SelectionMethod,
  by: Normalisation | null,
): number[] {
  const criterion = matrix.criteria[at];
  const column = matrix.alternatives.map(({ values }) => values[at] ?? Number.NaN);
  invariant(criterion !== undefined, 'a column belongs to a criterion');
  if (method === 'promethee2') return netFlows(column, criterion);
  invariant(by !== null, 'a weighted sum and TOPSIS are of normalised values');
  return normalised(column, criterion.direction === 'min', by);
}

/**
 * What a method makes of a judged matrix before weights come in.
 *
 * Weighted sum and TOPSIS: values by `vector`, x / |x| (less is better: 1 - x / |x|), or `minmax`, (x - worst) / (best - worst).
 * PROMETHEE II: net flows by criterion (Brans and Vincke 1985; Mareschal and Brans 1988, "Geometrical representations for
 * MCDA", *European Journal of Operational Research* 34), whose weighted sum is the net flow. A criterion on which all are equal
 * gives 0 to each.
 * @param by of the method's default where it is left out; PROMETHEE II has none
 */
export function appraisalOf(
  matrix: JudgedMatrix,
  method: SelectionMethod,
  by: Normalisation | null = DEFAULT_NORMALISATION[method],
): Appraisal {
  const columns = matrix.criteria.map((_, at) => appraisedColumn(matrix, at, method, by));
  const values = matrix.alternatives.map((_, row) => columns.map((column) => column[row] ?? Number.NaN));
  return { rule: method === 'topsis' ? 'distance' : 'sum', values };
}

/** How near an alternative is to the best by its distances to the best and to the worst; 0.5 where they are the same. */
export const closenessOf = (toBest: number, toWorst: number): number =>
  toBest + toWorst === 0 ? 0.5 : toWorst / (toBest + toWorst);

/** Closeness to the best of each criterion, 0 to 1; between best and worst where they are the same. */
function closeness(values: Appraisal['values'], weights: readonly number[]): number[] {
  const [best, worst] = [Math.max, Math.min].map((end) =>
    weights.map((_, at) => end(...values.map((row) => row[at] ?? Number.NaN))),
  );
  const distance = (row: readonly number[], from: readonly number[] | undefined): number =>
    Math.hypot(...weights.map((weight, at) => weight * ((row[at] ?? Number.NaN) - (from?.[at] ?? Number.NaN))));
  return values.map((row) => closenessOf(distance(row, best), distance(row, worst)));
}

/**
 * The scores of all alternatives under some weights, one for each criterion, that come to 1.
 * @example scoresUnder({ rule: 'sum', values: [[1, 0], [0, 1]] }, [0.75, 0.25]) // => [0.75, 0.25]
 */
export function scoresUnder({ rule, values }: Appraisal, weights: readonly number[]): number[] {
  switch (rule) {
    case 'sum':
      return values.map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] ?? Number.NaN), 0));
    case 'distance':
      return closeness(values, weights);
    default:
      return unreachable(rule);
  }
}
