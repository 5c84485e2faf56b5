import * as fc from 'fast-check';
import type { Outcome, Problem } from '../../kernel/index.ts';
import { type DecisionMatrix, DIRECTIONS, type JudgedMatrix, judgedMatrix } from './decision-matrix.ts';

/** The value of an outcome that is not refused. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ message }) => message).join('; '));
}

export const codesOf = (outcome: Outcome<unknown>): readonly string[] =>
  outcome.ok ? [] : outcome.problems.map(({ code }) => code);

export const codes = (problems: readonly Problem[]): readonly string[] => problems.map(({ code }) => code);

/** A matrix of rows of values; more is better unless told, weights equal unless told. */
export function matrixOf(
  rows: readonly (readonly (number | null)[])[],
  weights: readonly number[] = (rows[0] ?? []).map((_, __, row) => 1 / row.length),
  directions: readonly ('max' | 'min')[] = weights.map(() => 'max'),
): DecisionMatrix {
  return {
    criteria: weights.map((weight, at) => ({ name: `C${at + 1}`, direction: directions[at] ?? 'max', weight })),
    alternatives: rows.map((values, at) => ({ name: `A${at + 1}`, values })),
  };
}

export const judged = (...given: Parameters<typeof matrixOf>): JudgedMatrix =>
  valueOf(judgedMatrix(matrixOf(...given)));

/** Any sound matrix: 2 to 7 alternatives, 1 to 5 criteria, ratings in tenths so that ties come about. */
export const anyMatrix: fc.Arbitrary<DecisionMatrix> = fc
  .record({ rows: fc.integer({ min: 2, max: 7 }), columns: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      values: fc.array(fc.array(fc.integer({ min: -50, max: 90 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      weights: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: columns, maxLength: columns }),
      directions: fc.array(fc.constantFrom(...DIRECTIONS), { minLength: columns, maxLength: columns }),
    }),
  )
  .map(({ values, weights, directions }) =>
    matrixOf(
      values.map((row) => row.map((value) => value / 10)),
      weights,
      directions,
    ),
  );
