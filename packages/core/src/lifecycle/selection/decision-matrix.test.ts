import { describe, expect, test } from 'vitest';
import { type DecisionMatrix, judgedMatrix } from './decision-matrix.ts';
import type { PreferenceFunction } from './preference-functions.ts';
import { codes, codesOf, matrixOf, valueOf } from './selection-matrices.test-data.ts';

const named = (names: readonly string[], criteria: readonly string[]): DecisionMatrix => ({
  criteria: criteria.map((name) => ({ name, direction: 'max', weight: 1 })),
  alternatives: names.map((name) => ({ name, values: criteria.map((_, at) => at) })),
});
const preferring = (preference: PreferenceFunction): DecisionMatrix => ({
  ...matrixOf([[1], [2]]),
  criteria: [{ name: 'C1', direction: 'max', weight: 1, preference }],
});

describe('a decision matrix is refused', () => {
  test.each<[string, DecisionMatrix, string, string]>([
    ['without criteria', matrixOf([[], []]), 'criteria-missing', '/criteria'],
    ['without alternatives', matrixOf([], [1]), 'alternatives-too-few', '/alternatives'],
    ['with one alternative', matrixOf([[1]]), 'alternatives-too-few', '/alternatives'],
    ['with an alternative without a name', named(['A', ' '], ['x']), 'name-missing', '/alternatives/1/name'],
    ['with a criterion without a name', named(['A', 'B'], ['']), 'name-missing', '/criteria/0/name'],
    ['with an alternative named twice', named(['A', 'B', 'A '], ['x']), 'name-twice', '/alternatives/2/name'],
    ['with a criterion named twice', named(['A', 'B'], ['x', 'x']), 'name-twice', '/criteria/1/name'],
    ['with a negative weight', matrixOf([[1], [2]], [-1]), 'weight-malformed', '/criteria/0/weight'],
    ['with a weight that is no number', matrixOf([[1], [2]], [Number.NaN]), 'weight-malformed', '/criteria/0/weight'],
    [
      'with an endless weight',
      matrixOf([[1], [2]], [Number.POSITIVE_INFINITY]),
      'weight-malformed',
      '/criteria/0/weight',
    ],
    [
      'with weights of 0 alone',
      matrixOf(
        [
          [1, 2],
          [2, 1],
        ],
        [0, 0],
      ),
      'weights-zero',
      '/criteria/0/weight',
    ],
    ['with a value that is no number', matrixOf([[1], [Number.NaN]]), 'value-malformed', '/alternatives/1/values/0'],
    [
      'with an endless value',
      matrixOf([[Number.NEGATIVE_INFINITY], [1]]),
      'value-malformed',
      '/alternatives/0/values/0',
    ],
    ['with a value out of all bounds', matrixOf([[1e101], [1]]), 'value-malformed', '/alternatives/0/values/0'],
    [
      'with a criterion nobody rated',
      matrixOf([
        [1, null],
        [2, null],
      ]),
      'criterion-empty',
      '/criteria/1/name',
    ],
    [
      'with a threshold of 0',
      preferring({ shape: 'v-shape', preference: 0 }),
      'threshold-malformed',
      '/criteria/0/preference',
    ],
    [
      'with a negative threshold',
      preferring({ shape: 'u-shape', indifference: -1 }),
      'threshold-malformed',
      '/criteria/0/preference',
    ],
    [
      'with thresholds the wrong way round',
      preferring({ shape: 'linear', indifference: 5, preference: 5 }),
      'threshold-malformed',
      '/criteria/0/preference',
    ],
  ])('%s', (_, matrix, code, pointer) => {
    const outcome = judgedMatrix(matrix);
    expect(outcome.ok ? [] : outcome.problems).toMatchObject([{ code, pointer }]);
  });

  test('with every fault at once, each told', () => {
    const matrix = { ...named(['A', 'A'], ['x', '']), criteria: matrixOf([], [-1, 1]).criteria };
    expect(
      codesOf(judgedMatrix({ ...matrix, alternatives: [{ name: '', values: [Number.NaN, 1] }] })).toSorted(),
    ).toEqual(['alternatives-too-few', 'name-missing', 'value-malformed', 'weight-malformed']);
  });

  test('when fewer than two alternatives are known on every criterion, with what is missing', () => {
    const outcome = judgedMatrix(
      matrixOf([
        [1, 2],
        [null, 3],
        [4, null],
      ]),
    );
    expect(codesOf(outcome)).toEqual(['alternatives-too-few', 'alternative-unranked', 'alternative-unranked']);
  });
});

describe('a decision matrix is judged', () => {
  test('without a word when nothing is odd', () => {
    const { warnings, criteria } = valueOf(
      judgedMatrix(
        matrixOf(
          [
            [1, 2],
            [2, 1],
          ],
          [0.3, 0.7],
        ),
      ),
    );
    expect(warnings).toEqual([]);
    expect(criteria.map(({ weight }) => weight)).toEqual([0.3, 0.7]);
  });

  test('with weights brought to a sum of 1, and told', () => {
    const { warnings, criteria } = valueOf(
      judgedMatrix(
        matrixOf(
          [
            [1, 2],
            [2, 1],
          ],
          [3, 1],
        ),
      ),
    );
    expect(criteria.map(({ weight }) => weight)).toEqual([0.75, 0.25]);
    expect(warnings).toMatchObject([
      { code: 'weights-normalised', message: 'The weights come to 4 and were divided by it' },
    ]);
  });

  test('with weights of any size brought to a sum of 1', () => {
    const { criteria } = valueOf(
      judgedMatrix(
        matrixOf(
          [
            [1, 2, 3],
            [2, 1, 3],
          ],
          [1e99, 1e99, 1e-99],
        ),
      ),
    );
    expect(criteria.map(({ weight }) => weight)).toEqual([0.5, 0.5, expect.closeTo(0, 12)]);
  });

  test('with a weight of 0, and told that it does not count', () => {
    const { warnings } = valueOf(
      judgedMatrix(
        matrixOf(
          [
            [1, 2],
            [2, 1],
          ],
          [1, 0],
        ),
      ),
    );
    expect(warnings).toMatchObject([{ code: 'weight-zero', pointer: '/criteria/1/weight' }]);
  });

  test('with a criterion on which all are equal, and told', () => {
    const { warnings } = valueOf(
      judgedMatrix(
        matrixOf([
          [1, 5],
          [2, 5],
        ]),
      ),
    );
    expect(warnings).toMatchObject([{ code: 'criterion-equal', pointer: '/criteria/1/name' }]);
  });

  test('without the alternatives of which something is not known, each told with its criteria', () => {
    const { alternatives, unranked, warnings } = valueOf(
      judgedMatrix(
        matrixOf([
          [1, 2],
          [null, null],
          [4, 1],
        ]),
      ),
    );
    expect(alternatives.map(({ name }) => name)).toEqual(['A1', 'A3']);
    expect(unranked).toEqual([{ alternative: 'A2', criteria: ['C1', 'C2'] }]);
    expect(codes(warnings)).toEqual(['alternative-unranked']);
  });

  test('a row that is too short is unknown behind its end', () => {
    const { unranked } = valueOf(judgedMatrix(matrixOf([[1, 2], [2], [2, 2]])));
    expect(unranked).toEqual([{ alternative: 'A2', criteria: ['C2'] }]);
  });
});
