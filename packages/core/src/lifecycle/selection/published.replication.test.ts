import { describe, expect, test } from 'vitest';
import { judgedMatrix } from './decision-matrix.ts';
import type { PreferenceFunction } from './preference-functions.ts';
import { prioritiesOf, synthesisOf } from './priorities.ts';
import { rankingOf } from './ranking.ts';
import { judged, matrixOf, valueOf } from './selection-matrices.test-data.ts';

const TZENG = [
  [5, 8, 4],
  [7, 6, 8],
  [8, 8, 6],
  [7, 4, 6],
];
const OPRICOVIC = judged(
  [
    [1, 3000],
    [2, 3750],
    [5, 4500],
  ],
  [0.5, 0.5],
  ['min', 'max'],
);

describe('published rankings', () => {
  test('Tzeng and Huang 2011, Multiple Attribute Decision Making, chapter 5: TOPSIS by vector', () => {
    const { scores } = rankingOf(judged(TZENG, [0.3, 0.4, 0.3]), 'topsis');
    expect(scores.map(({ score, rank }) => [score.toFixed(4), rank])).toEqual([
      ['0.5037', 3],
      ['0.6581', 2],
      ['0.7482', 1],
      ['0.3340', 4],
    ]);
  });

  test('Opricovic and Tzeng 2004, European Journal of Operational Research 156, pp. 445-455: TOPSIS of three mountains', () => {
    const { scores } = rankingOf(OPRICOVIC, 'topsis', 'minmax');
    expect(scores.map(({ score, rank }) => [score.toFixed(3), rank])).toEqual([
      ['0.500', 2],
      ['0.617', 1],
      ['0.500', 2],
    ]);
  });

  test('Zhao, Peng and Li 2013, Procedia Computer Science 17, pp. 181-188: PROMETHEE II, usual criterion', () => {
    const { scores } = rankingOf(
      judged(
        [
          [4, 3, 2],
          [3, 2, 4],
          [5, 1, 3],
        ],
        [0.5, 0.3, 0.2],
      ),
      'promethee2',
    );
    expect(scores.map(({ score, rank }) => [score.toFixed(4), rank])).toEqual([
      ['0.1000', 2],
      ['-0.3000', 3],
      ['0.2000', 1],
    ]);
  });

  /** Preference indices of six hydroelectric plants as published, each shape of preference in one criterion. */
  const INDICES = [
    [0, 0.296, 0.25, 0.268, 0.1, 0.185],
    [0.462, 0, 0.389, 0.333, 0.296, 0.5],
    [0.236, 0.18, 0, 0.333, 0.056, 0.429],
    [0.399, 0.505, 0.305, 0, 0.223, 0.212],
    [0.444, 0.515, 0.487, 0.38, 0, 0.448],
    [0.286, 0.399, 0.25, 0.432, 0.133, 0],
  ];
  const SHAPES: readonly PreferenceFunction[] = [
    { shape: 'u-shape', indifference: 10 },
    { shape: 'v-shape', preference: 30 },
    { shape: 'linear', indifference: 0.5, preference: 5 },
    { shape: 'level', indifference: 1, preference: 6 },
    { shape: 'usual' },
    { shape: 'gaussian', spread: 5 },
  ];

  test('Brans, Vincke and Mareschal 1986, European Journal of Operational Research 24, pp. 228-238: net flows by all six preferences', () => {
    const plants = matrixOf(
      [
        [80, 90, 6, 5.4, 8, 5],
        [65, 58, 2, 9.7, 1, 1],
        [83, 60, 4, 7.2, 4, 7],
        [40, 80, 10, 7.5, 7, 10],
        [52, 72, 6, 2, 3, 8],
        [94, 96, 7, 3.6, 5, 6],
      ],
      [1, 1, 1, 1, 1, 1],
      ['min', 'max', 'min', 'min', 'min', 'max'],
    );
    const criteria = plants.criteria.map((each, at) => ({ ...each, preference: SHAPES[at] ?? { shape: 'usual' } }));
    const { scores } = rankingOf(valueOf(judgedMatrix({ ...plants, criteria })), 'promethee2');
    scores.forEach(({ score }, at) => {
      const flow = INDICES.reduce((sum, row, other) => sum + (INDICES[at]?.[other] ?? 0) - (row[at] ?? 0), 0) / 5;
      // Indices are published to three places.
      expect(Math.abs(score - flow)).toBeLessThan(0.001);
    });
    expect(scores.map(({ rank }) => rank)).toEqual([6, 2, 5, 3, 1, 4]);
  });
});

/** Both sides of each pair from the judgements above the diagonal, row after row. */
function pairs(names: readonly string[], above: readonly (readonly number[])[]): Parameters<typeof prioritiesOf>[0] {
  const given = (row: number, column: number): number => above[row]?.[column - row - 1] ?? Number.NaN;
  const values = names.map((_, row) =>
    names.map((__, column) => (row === column ? 1 : row < column ? given(row, column) : 1 / given(column, row))),
  );
  return { names, values };
}

describe('published priorities', () => {
  test('Saaty 2008, International Journal of Services Sciences 1(1), pp. 83-98: drinks in the United States', () => {
    const drinks = ['coffee', 'wine', 'tea', 'beer', 'sodas', 'milk', 'water'];
    const above = [
      [9, 5, 2, 1, 1, 1 / 2],
      [1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
      [1 / 3, 1 / 4, 1 / 3, 1 / 9],
      [1 / 2, 1, 1 / 3],
      [2, 1 / 2],
      [1 / 3],
    ];
    const { weights, consistencyRatio, randomIndex } = valueOf(prioritiesOf(pairs(drinks, above)));
    expect(weights.map((weight) => weight.toFixed(3))).toEqual([
      '0.177',
      '0.019',
      '0.042',
      '0.116',
      '0.190',
      '0.129',
      '0.327',
    ]);
    expect(consistencyRatio.toFixed(3)).toBe('0.022');
    expect(randomIndex).toEqual({ value: 1.32, source: 'Saaty 1980' });
  });

  test('Saaty 2005, Theory and Applications of the Analytic Network Process: a city to live in', () => {
    const weigh = (names: readonly string[], above: readonly (readonly number[])[]): readonly number[] =>
      valueOf(prioritiesOf(pairs(names, above))).weights;
    const criteria = weigh(
      ['culture', 'family', 'housing', 'jobs', 'transportation'],
      [[1 / 5, 3, 1 / 2, 5], [7, 1, 7], [1 / 4, 3], [7]],
    );
    const cities = ['Bethesda', 'Boston', 'Pittsburgh', 'Santa Fe'];
    const under = [
      [[1 / 2, 1, 1 / 2], [2.5, 1], [1 / 2.5]],
      [[2, 1 / 3, 4], [1 / 8, 2], [9]],
      [[5, 1 / 2, 2.5], [1 / 9, 1 / 4], [7]],
      [[1 / 2, 3, 4], [6, 8], [1]],
      [[1.5, 1 / 2, 4], [1 / 3.5, 2.5], [9]],
    ].map((above) => weigh(cities, above));
    expect(synthesisOf(criteria, under).map((score) => score.toFixed(3))).toEqual(['0.229', '0.275', '0.385', '0.111']);
  });

  test('A consistent three by three has the priorities 2/3, 1/9, 2/9', () => {
    const { weights, lambdaMax, consistencyRatio, worst } = valueOf(
      prioritiesOf(pairs(['a', 'b', 'c'], [[6, 3], [1 / 2]])),
    );
    [2 / 3, 1 / 9, 2 / 9].forEach((weight, at) => expect(weights[at]).toBeCloseTo(weight, 12));
    expect(lambdaMax).toBeCloseTo(3, 12);
    expect([consistencyRatio < 1e-12, worst]).toEqual([true, null]);
  });
});
