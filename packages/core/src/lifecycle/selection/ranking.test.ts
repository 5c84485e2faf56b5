import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appraisalOf, NORMALISATIONS, scoresUnder, SELECTION_METHODS, type SelectionMethod } from './appraisal.ts';
import { type DecisionMatrix, judgedMatrix } from './decision-matrix.ts';
import { type Ranking, rankingOf, ranksOf } from './ranking.ts';
import { anyMatrix, codes, judged, valueOf } from './selection-matrices.test-data.ts';

const ranked = (matrix: DecisionMatrix, method: SelectionMethod): Ranking =>
  rankingOf(valueOf(judgedMatrix(matrix)), method);
const scoresOf = ({ scores }: Ranking): number[] => scores.map(({ score }) => score);
const anyMethod = fc.constantFrom(...SELECTION_METHODS);

describe('ranks', () => {
  test.each([
    [
      [0.5, 0.7, 0.5],
      [2, 1, 2],
    ],
    [
      [0.9, 0.9, 0.1],
      [1, 1, 3],
    ],
    [
      [1, 1, 1],
      [1, 1, 1],
    ],
    [
      [0.1 + 0.2, 0.3],
      [1, 1],
    ],
    [
      [-1, 0, -0.5],
      [3, 1, 2],
    ],
    [
      [1e6, 1e6 + 1e-4],
      [1, 1],
    ],
    [
      [0, 1e-8],
      [2, 1],
    ],
  ])('of %j are %j: equal scores share a rank, and the next is left free', (scores, ranks) => {
    expect(ranksOf(scores)).toEqual(ranks);
  });
});

describe('every method', () => {
  test.each(SELECTION_METHODS)('%s: a criterion on which all are equal changes no rank, and gives no NaN', (method) => {
    const rows = [
      [5, 8, 4],
      [7, 6, 8],
      [8, 8, 6],
    ];
    const weights = [0.3, 0.4, 0.3];
    const plain = rankingOf(judged(rows, weights), method);
    const more = rankingOf(
      judged(
        rows.map((row) => [...row, 3]),
        [...weights, 5],
      ),
      method,
    );
    expect(more.scores.map(({ rank }) => rank)).toEqual(plain.scores.map(({ rank }) => rank));
    expect(codes(more.warnings)).toEqual(['weights-normalised', 'criterion-equal']);
  });

  test.each([
    ['wsm', 0],
    ['topsis', 0.5],
    ['promethee2', 0],
  ] as const)('%s: alternatives that nothing tells apart all are first, with %d', (method, score) => {
    for (const value of [3, 0, -3]) {
      const { scores } = rankingOf(
        judged([
          [value, 1],
          [value, 1],
          [value, 1],
        ]),
        method,
      );
      expect(scores.map((each) => [each.score, each.rank])).toEqual([
        [score, 1],
        [score, 1],
        [score, 1],
      ]);
    }
  });

  test('numbers stay numbers at both ends of what can be given', () => {
    for (const method of SELECTION_METHODS)
      for (const normalisation of NORMALISATIONS)
        for (const scale of [1e100, 1e-300, 5e-324]) {
          const matrix = judged(
            [
              [scale, 0],
              [-scale, 1],
              [0, 2],
            ],
            [1, 1e-12],
            ['max', 'min'],
          );
          expect(rankingOf(matrix, method, normalisation).scores.every(({ score }) => Number.isFinite(score))).toBe(
            true,
          );
        }
  });

  test('PROMETHEE II has no normalisation, whatever is asked', () => {
    const matrix = judged([
      [1, 2],
      [2, 1],
    ]);
    expect(rankingOf(matrix, 'promethee2', 'vector').normalisation).toBe(null);
    expect(SELECTION_METHODS.map((method) => rankingOf(matrix, method).normalisation)).toEqual([
      'minmax',
      'vector',
      null,
    ]);
  });

  test('scaling all weights changes no score', () => {
    fc.assert(
      fc.property(anyMatrix, anyMethod, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (matrix, method, factor) => {
        const scaled = {
          ...matrix,
          criteria: matrix.criteria.map((each) => ({ ...each, weight: each.weight * factor })),
        };
        const [one, other] = [scoresOf(ranked(matrix, method)), scoresOf(ranked(scaled, method))];
        one.forEach((score, at) => expect(other[at]).toBeCloseTo(score, 10));
      }),
    );
  });

  test('the order of alternatives and of criteria changes no score', () => {
    fc.assert(
      fc.property(
        anyMatrix,
        anyMethod,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (matrix, method, by) => {
          const shuffled = <T>(list: readonly T[]): T[] =>
            list
              .map((item) => ({ item, key: by.next().value as number }))
              .sort((a, b) => a.key - b.key)
              .map(({ item }) => item);
          const columns = shuffled(matrix.criteria.map((_, at) => at));
          const pick = <T>(list: readonly T[]): T[] => columns.map((at) => list[at] as T);
          const turned = {
            criteria: pick(matrix.criteria),
            alternatives: shuffled(matrix.alternatives).map(({ name, values }) => ({ name, values: pick(values) })),
          };
          const other = new Map(ranked(turned, method).scores.map((each) => [each.alternative, each]));
          for (const { alternative, score, rank } of ranked(matrix, method).scores) {
            expect(other.get(alternative)?.score).toBeCloseTo(score, 9);
            expect(other.get(alternative)?.rank).toBe(rank);
          }
        },
      ),
    );
  });

  test('who is nowhere worse than another has no worse rank', () => {
    fc.assert(
      fc.property(anyMatrix, anyMethod, (matrix, method) => {
        const { scores } = ranked(matrix, method);
        const isNowhereWorse = (one: number, other: number): boolean =>
          matrix.criteria.every(({ direction }, at) => {
            const [mine, theirs] = [one, other].map((row) => matrix.alternatives[row]?.values[at] ?? 0) as [
              number,
              number,
            ];
            return direction === 'max' ? mine >= theirs : mine <= theirs;
          });
        for (const [one, first] of scores.entries())
          for (const [other, second] of scores.entries())
            if (isNowhereWorse(one, other)) expect(first.rank).toBeLessThanOrEqual(second.rank);
      }),
    );
  });

  test('scores keep to their bounds, and net flows come to 0', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        for (const method of ['wsm', 'topsis'] as const)
          for (const score of scoresOf(ranked(matrix, method))) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1 + 1e-12);
          }
        expect(scoresOf(ranked(matrix, 'promethee2')).reduce((sum, score) => sum + score, 0)).toBeCloseTo(0, 9);
      }),
    );
  });
});

describe('the weighted sum', () => {
  test('by the range is 0 for whoever is worst in all, 1 for whoever is best', () => {
    expect(
      scoresOf(
        rankingOf(
          judged(
            [
              [1, 9],
              [3, 5],
              [2, 7],
            ],
            [2, 1],
            ['max', 'min'],
          ),
          'wsm',
        ),
      ),
    ).toEqual([0, 1, 0.5]);
  });

  test('keeps the order of the rest when a dominated alternative within the range of each criterion joins', () => {
    fc.assert(
      fc.property(anyMatrix, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (matrix, seed, share) => {
        const over = matrix.alternatives[seed % matrix.alternatives.length]?.values ?? [];
        const worst = matrix.criteria.map(({ direction }, at) => {
          const column = matrix.alternatives.map(({ values }) => values[at] ?? 0);
          return direction === 'max' ? Math.min(...column) : Math.max(...column);
        });
        const values = worst.map((end, at) => end + share * ((over[at] ?? 0) - end));
        const more = { ...matrix, alternatives: [...matrix.alternatives, { name: 'joins', values }] };
        const [before, after] = [ranked(matrix, 'wsm'), ranked(more, 'wsm')];
        before.scores.forEach(({ score }, at) => expect(after.scores[at]?.score).toBeCloseTo(score, 9));
      }),
    );
  });

  test('may turn its order when one joins that widens a range, as every normalised method may', () => {
    const rows = [
      [10, 0],
      [0, 6],
      [5, 2.9],
    ];
    expect(rankingOf(judged(rows), 'wsm').scores.map(({ rank }) => rank)).toEqual([1, 1, 3]);
    expect(rankingOf(judged([...rows, [0, -100]]), 'wsm').scores.map(({ rank }) => rank)).toEqual([1, 3, 2, 4]);
  });
});

describe('TOPSIS', () => {
  test('may have another winner by another normalisation, so that the result tells which it was', () => {
    const matrix = judged(
      [
        [1, 3000],
        [2, 3750],
        [5, 4500],
      ],
      [0.5, 0.5],
      ['min', 'max'],
    );
    const by = NORMALISATIONS.map((normalisation) => rankingOf(matrix, 'topsis', normalisation));
    expect(by.map(({ normalisation, scores }) => [normalisation, scores.findIndex(({ rank }) => rank === 1)])).toEqual([
      ['vector', 0],
      ['minmax', 1],
    ]);
  });
});

describe('an appraisal', () => {
  test('gives the scores of the ranking under its own weights', () => {
    fc.assert(
      fc.property(anyMatrix, anyMethod, (matrix, method) => {
        const whole = valueOf(judgedMatrix(matrix));
        const weights = whole.criteria.map(({ weight }) => weight);
        expect(scoresUnder(appraisalOf(whole, method), weights)).toEqual(scoresOf(rankingOf(whole, method)));
      }),
    );
  });
});
