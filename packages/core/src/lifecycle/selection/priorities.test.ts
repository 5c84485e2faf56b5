import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Judgements, judgementText } from './judgements.ts';
import { type Priorities, prioritiesOf } from './priorities.ts';
import { randomIndexFor } from './random-index.ts';
import { codes, valueOf } from './selection-matrices.test-data.ts';

type Values = Judgements['values'];
const judging = (values: Values): Judgements => ({ names: values.map((_, at) => `n${at + 1}`), values });
const prioritised = (values: Values): Priorities => valueOf(prioritiesOf(judging(values)));

/** Consistent judgements from weights. */
const quotients = (weights: readonly number[]): Values => weights.map((one) => weights.map((other) => one / other));

const anyWeights = (from: number, to: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: from, maxLength: to });

/** Any judgements on the scale, both sides of each pair exactly reciprocal. */
const anyJudgements: fc.Arbitrary<Values> = fc.integer({ min: 3, max: 7 }).chain((size) =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean()), { minLength: size * size, maxLength: size * size })
    .map((given) => {
      const side = (row: number, column: number): number => {
        const [value, isTurned] = given[row * size + column] ?? [1, false];
        return isTurned ? 1 / value : value;
      };
      return Array.from({ length: size }, (_, row) =>
        Array.from({ length: size }, (__, column) =>
          row === column ? 1 : row < column ? side(row, column) : 1 / side(column, row),
        ),
      );
    }),
);

describe('judgements are refused', () => {
  test.each<[string, Judgements, string, string]>([
    ['of nothing', judging([]), 'judgements-not-square', '/names'],
    ['with a row missing', { names: ['a', 'b'], values: [[1, 2]] }, 'judgements-not-square', '/values'],
    ['with a row too short', { names: ['a', 'b'], values: [[1, 2], [0.5]] }, 'judgements-not-square', '/values/1'],
    [
      'of one thing twice',
      {
        names: ['a', 'a'],
        values: [
          [1, 2],
          [0.5, 1],
        ],
      },
      'name-twice',
      '/names/1',
    ],
    [
      'of a thing without a name',
      {
        names: ['a', ' '],
        values: [
          [1, 2],
          [0.5, 1],
        ],
      },
      'name-missing',
      '/names/1',
    ],
    [
      'with a pair open',
      judging([
        [1, 3],
        [null, 1],
      ]),
      'judgement-missing',
      '/values/1/0',
    ],
    [
      'with a diagonal open',
      judging([
        [1, 3],
        [1 / 3, null],
      ]),
      'judgement-missing',
      '/values/1/1',
    ],
    [
      'with 0',
      judging([
        [1, 0],
        [2, 1],
      ]),
      'judgement-malformed',
      '/values/0/1',
    ],
    [
      'with a negative one',
      judging([
        [1, 3],
        [-3, 1],
      ]),
      'judgement-malformed',
      '/values/1/0',
    ],
    [
      'with one that is no number',
      judging([
        [1, Number.NaN],
        [1, 1],
      ]),
      'judgement-malformed',
      '/values/0/1',
    ],
    [
      'with an endless one',
      judging([
        [1, 2],
        [Number.POSITIVE_INFINITY, 1],
      ]),
      'judgement-malformed',
      '/values/1/0',
    ],
    [
      'with a diagonal that is not 1',
      judging([
        [2, 3],
        [1 / 3, 1],
      ]),
      'judgement-malformed',
      '/values/0/0',
    ],
    [
      'whose two sides both count more',
      judging([
        [1, 3],
        [3, 1],
      ]),
      'judgements-not-reciprocal',
      '/values/1/0',
    ],
    [
      'whose two sides are neighbours on the scale',
      judging([
        [1, 9],
        [1 / 8, 1],
      ]),
      'judgements-not-reciprocal',
      '/values/1/0',
    ],
  ])('%s', (_, judgements, code, pointer) => {
    const outcome = prioritiesOf(judgements);
    expect(outcome.ok ? [] : outcome.problems).toMatchObject([{ code, pointer }]);
  });

  test('with the value that belongs in the place', () => {
    const outcome = prioritiesOf(
      judging([
        [1, 3, 1 / 5],
        [null, 1, 2],
        [4, 0.5, 1],
      ]),
    );
    expect(outcome.ok ? [] : outcome.problems.map(({ fix }) => fix)).toEqual([
      'Write 1/3: the other side of the pair says 3.',
      'Write 5 here, or 1/4 there.',
    ]);
  });

  test('that turn in so wide a circle that no priorities come of them', () => {
    const wide = 1e6;
    const circle = judging([
      [1, wide, 1 / wide, 2],
      [1 / wide, 1, wide, 1],
      [wide, 1 / wide, 1, 1],
      [0.5, 1, 1, 1],
    ]);
    const outcome = prioritiesOf(circle);
    expect(outcome.ok ? [] : outcome.problems).toMatchObject([
      { code: 'judgements-unsettled', message: 'The priorities do not settle in 10,000 steps' },
    ]);
  });
});

describe('priorities', () => {
  test.each<[string, Values, readonly number[]]>([
    ['of one thing', [[1]], [1]],
    [
      'of two',
      [
        [1, 4],
        [1 / 4, 1],
      ],
      [0.8, 0.2],
    ],
    [
      'of two, the smaller written with decimals',
      [
        [1, 0.333],
        [3, 1],
      ],
      [0.25, 0.75],
    ],
  ])('%s are consistent', (_, values, weights) => {
    const result = prioritised(values);
    result.weights.forEach((weight, at) => expect(weight).toBeCloseTo(weights[at] ?? Number.NaN, 12));
    expect(result).toMatchObject({ consistencyIndex: 0, consistencyRatio: 0, worst: null, warnings: [] });
    expect(result.lambdaMax).toBeCloseTo(values.length, 12);
  });

  test('of consistent judgements are their weights, with a ratio of 0', () => {
    fc.assert(
      fc.property(anyWeights(1, 20), (weights) => {
        const sum = weights.reduce((total, weight) => total + weight, 0);
        const { weights: found, consistencyRatio, lambdaMax } = prioritised(quotients(weights));
        weights.forEach((weight, at) => expect(found[at]).toBeCloseTo(weight / sum, 10));
        expect(consistencyRatio).toBeLessThan(1e-12);
        expect(consistencyRatio).toBeGreaterThanOrEqual(0);
        expect(lambdaMax).toBeCloseTo(weights.length, 9);
      }),
    );
  });

  test('of any judgements satisfy A w = lambda w, come to 1 and follow the names', () => {
    fc.assert(
      fc.property(anyJudgements, (values) => {
        const { weights, lambdaMax, consistencyRatio } = prioritised(values);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        values.forEach((row, at) => {
          const product = row.reduce<number>((sum, value, column) => sum + (value ?? 0) * (weights[column] ?? 0), 0);
          expect(product).toBeCloseTo(lambdaMax * (weights[at] ?? 0), 8);
        });
        expect(consistencyRatio).toBeGreaterThanOrEqual(0);
        const turned = prioritised(values.toReversed().map((row) => row.toReversed()));
        weights.forEach((weight, at) => expect(turned.weights[weights.length - 1 - at]).toBeCloseTo(weight, 9));
      }),
    );
  });

  test('are those of the principal eigenvector where this differs from column means', () => {
    const { weights, consistencyRatio, lambdaMax } = prioritised([
      [1, 3, 3],
      [1 / 3, 1, 2],
      [1 / 3, 1 / 2, 1],
    ]);
    expect(weights.map((weight) => weight.toFixed(4))).toEqual(['0.5936', '0.2493', '0.1571']);
    // A 3 x 3 has lambda max 1 + c + 1/c with c the cube root of a13 / (a12 a23).
    const c = (3 / (3 * 2)) ** (1 / 3);
    expect(lambdaMax).toBeCloseTo(1 + c + 1 / c, 11);
    expect(consistencyRatio).toBeCloseTo((1 + c + 1 / c - 3) / 2 / 0.58, 11);
  });

  test('tell of a pair that was rounded, and of one off the scale', () => {
    expect(
      codes(
        prioritised([
          [1, 8],
          [0.13, 1],
        ]).warnings,
      ),
    ).toEqual(['judgement-rounded']);
    expect(
      codes(
        prioritised([
          [1, 9],
          [0.111, 1],
        ]).warnings,
      ),
    ).toEqual([]);
    expect(
      codes(
        prioritised([
          [1, 12],
          [1 / 12, 1],
        ]).warnings,
      ),
    ).toEqual(['judgement-off-scale']);
  });

  test('of judgements that contradict each other come with a warning that names the worst and what mends it', () => {
    // Consistent but for the last pair: 1 : 2 : 4 : 8, and the third said to be 9 times the fourth instead of half of it.
    const values = quotients([1, 2, 4, 8]).map((row) => [...row]);
    (values[2] as (number | null)[])[3] = 9;
    (values[3] as (number | null)[])[2] = 1 / 9;
    const { worst, consistencyRatio, warnings } = prioritised(values);
    expect(worst).toMatchObject({ row: 2, column: 3, given: 9 });
    expect(consistencyRatio).toBeGreaterThan(0.1);
    expect(worst?.ratioThen).toBeLessThan(0.5 * consistencyRatio);
    expect(warnings).toMatchObject([{ code: 'judgements-inconsistent', pointer: '/values/2/3' }]);
    expect(warnings[0]?.fix).toContain('Look first at "n3" against "n4": 9 is given');
  });

  test('the worst judgement, mended, makes no set of judgements less consistent', () => {
    fc.assert(
      fc.property(anyJudgements, (values) => {
        const { worst, consistencyRatio } = prioritised(values);
        if (worst !== null) expect(worst.ratioThen).toBeLessThan(consistencyRatio);
      }),
    );
  });
});

test.each([
  [1, 0, 'Saaty 1980'],
  [3, 0.58, 'Saaty 1980'],
  [15, 1.59, 'Saaty 1980'],
  [16, 1.5978, 'Alonso and Lamata 2006'],
  [60, 1.7261, 'Alonso and Lamata 2006'],
])('the random index of %i things is %d by %s', (size, value, source) => {
  const found = randomIndexFor(size);
  expect([found.value.toFixed(4), found.source]).toEqual([value.toFixed(4), source]);
});

test.each([
  [3, '3'],
  [1 / 3, '1/3'],
  [0.333, '1/3'],
  [2.5, '2.50'],
  [0.4, '1/2.50'],
  [1, '1'],
])('the judgement %d is written %s', (value, text) => {
  expect(judgementText(value)).toBe(text);
});
