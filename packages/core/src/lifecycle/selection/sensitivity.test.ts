import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appraisalOf, scoresUnder, SELECTION_METHODS, type SelectionMethod } from './appraisal.ts';
import { type JudgedMatrix, judgedMatrix } from './decision-matrix.ts';
import { ranksOf } from './ranking.ts';
import { anyMatrix, judged, valueOf } from './selection-matrices.test-data.ts';
import { sensitivityOf } from './sensitivity.ts';

/** Who is first when one criterion has a new weight and the others share the rest as before. */
function firstAt(matrix: JudgedMatrix, method: SelectionMethod, criterion: number, value: number): string[] {
  const old = matrix.criteria[criterion]?.weight ?? 0;
  const weights = matrix.criteria.map(({ weight }, at) =>
    at === criterion ? value : (weight * (1 - value)) / (1 - old),
  );
  const ranks = ranksOf(scoresUnder(appraisalOf(matrix, method), weights));
  return matrix.alternatives.flatMap(({ name }, at) => (ranks[at] === 1 ? [name] : []));
}

describe('the interval of a weight', () => {
  test('is exact for the weighted sum, with who is first beyond either end', () => {
    // Three lines in the weight t of the first criterion: t, 1 - t and 0.6 throughout.
    const matrix = judged(
      [
        [1, 0],
        [0, 1],
        [0.6, 0.6],
      ],
      [0.5, 0.5],
    );
    expect(sensitivityOf(matrix, 'wsm')).toEqual({
      winner: 'A3',
      intervals: [
        {
          criterion: 'C1',
          weight: 0.5,
          from: expect.closeTo(0.4, 14) as number,
          to: expect.closeTo(0.6, 14) as number,
          below: ['A2'],
          above: ['A1'],
        },
        {
          criterion: 'C2',
          weight: 0.5,
          from: expect.closeTo(0.4, 14) as number,
          to: expect.closeTo(0.6, 14) as number,
          below: ['A1'],
          above: ['A2'],
        },
      ],
    });
  });

  test('reaches from 0 to 1 for whoever is best in all, and for a criterion that stands alone', () => {
    for (const method of SELECTION_METHODS) {
      const all = sensitivityOf(
        judged([
          [3, 3],
          [2, 1],
        ]),
        method,
      ).intervals;
      expect(all.map(({ from, to, below, above }) => [from, to, below, above])).toEqual([
        [0, 1, [], []],
        [0, 1, [], []],
      ]);
      expect(sensitivityOf(judged([[3], [2]]), method).intervals).toMatchObject([{ weight: 1, from: 0, to: 1 }]);
    }
  });

  test('names all who are first beyond an end together', () => {
    const [first] = sensitivityOf(
      judged(
        [
          [1, 0],
          [0, 1],
          [0, 1],
        ],
        [0.8, 0.2],
      ),
      'wsm',
    ).intervals;
    expect(first).toMatchObject({ from: 0.5, to: 1, below: ['A2', 'A3'] });
  });

  test('names, of several who meet in one point, the one that gains fastest behind it', () => {
    const [first] = sensitivityOf(
      judged(
        [
          [0, 1],
          [0.8, 0.2],
          [1, 0],
        ],
        [0.3, 0.7],
      ),
      'wsm',
    ).intervals;
    expect(first).toMatchObject({ from: 0, to: expect.closeTo(0.5, 14) as number, above: ['A3'] });
  });

  test('of two who are first together keeps the first of them on its side', () => {
    const { winner, intervals } = sensitivityOf(
      judged(
        [
          [1, 0],
          [0, 1],
        ],
        [0.5, 0.5],
      ),
      'wsm',
    );
    expect([winner, intervals[0]]).toEqual([
      'A1',
      { criterion: 'C1', weight: 0.5, from: 0.5, to: 1, below: ['A2'], above: [] },
    ]);
  });

  test('of a weight that is all there is shares the rest equally', () => {
    const { intervals } = sensitivityOf(
      judged(
        [
          [1, 0, 0],
          [0, 1, 1],
        ],
        [1, 0, 0],
      ),
      'wsm',
    );
    expect(intervals[0]).toMatchObject({ weight: 1, from: 0.5, to: 1, below: ['A2'] });
  });

  test('is searched to a millionth for TOPSIS', () => {
    // Two alternatives that mirror each other are equal where the weights are.
    const { intervals } = sensitivityOf(
      judged(
        [
          [1, 0],
          [0, 1],
        ],
        [0.7137, 0.2863],
      ),
      'topsis',
    );
    expect(Math.abs((intervals[0]?.from ?? 0) - 0.5)).toBeLessThan(1e-6);
    expect(intervals[0]).toMatchObject({ to: 1, below: ['A2'], above: [] });
  });

  test('holds inside, and beyond it whoever is told is first', () => {
    fc.assert(
      fc.property(
        anyMatrix,
        fc.constantFrom(...SELECTION_METHODS),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (given, method, share) => {
          const matrix = valueOf(judgedMatrix(given));
          const { winner, intervals } = sensitivityOf(matrix, method);
          for (const [at, { weight, from, to, below, above }] of intervals.entries()) {
            expect(from).toBeLessThanOrEqual(weight);
            expect(to).toBeGreaterThanOrEqual(weight);
            if (weight === 1) continue;
            if (method !== 'topsis') expect(firstAt(matrix, method, at, from + share * (to - from))).toContain(winner);
            for (const [end, then, out] of [
              [from, below, -2e-6],
              [to, above, 2e-6],
            ] as const) {
              const beyond = end + out;
              if (then.length === 0 || beyond < 0 || beyond > 1) continue;
              // A line that crosses flatly is still within rounding of the winner just beyond the end.
              const first = firstAt(matrix, method, at, beyond);
              expect(first.some((name) => then.includes(name)) || first.includes(winner)).toBe(true);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
