import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededGenerator } from '../chance/index.ts';
import { type Acceptability, type SampledChoice, smaa } from './acceptability.ts';
import type { WeightSpace } from './weight-space.ts';

function acceptabilityOf(choice: SampledChoice, seed = 1): Acceptability {
  const outcome = smaa(choice, seededGenerator(seed));
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join('; '));
  return outcome.value;
}

const choiceOf = (
  raters: readonly (readonly (readonly number[])[])[],
  more: Partial<SampledChoice> = {},
): SampledChoice => ({
  rule: 'sum',
  alternatives: raters[0]?.length ?? 0,
  values: raters.map((rows) => Float64Array.from(rows.flat())),
  space: { criteria: raters[0]?.[0]?.length ?? 0 },
  samples: 20_000,
  ...more,
});
const CORNERS = [
  [1, 0],
  [0, 1],
  [0.6, 0.6],
];
/** Four standard errors of a share among 20,000 samples. */
const CHANCE = 0.015;
const near = (value: number | undefined, expected: number): void =>
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThan(CHANCE);

/** Means of the weights that are drawn from a space. */
function meanWeights(space: WeightSpace): number[] {
  const one = choiceOf([[Array.from({ length: space.criteria }, () => 1)]], { space });
  return [...acceptabilityOf(one).centralWeights];
}

describe('weights are refused', () => {
  test.each<[string, WeightSpace, string]>([
    ['of no criteria', { criteria: 0 }, 'weights-infeasible'],
    ['with bounds of other criteria', { criteria: 2, least: [0.1] }, 'weights-infeasible'],
    ['with lower bounds over 1 together', { criteria: 2, least: [0.6, 0.6] }, 'weights-infeasible'],
    ['with upper bounds under 1 together', { criteria: 2, most: [0.4, 0.4] }, 'weights-infeasible'],
    ['with a lower bound over the upper', { criteria: 2, least: [0.6, 0], most: [0.5, 1] }, 'weights-infeasible'],
    ['with a negative bound', { criteria: 2, least: [-0.1, 0] }, 'weights-infeasible'],
    ['with a bound that is no number', { criteria: 2, most: [Number.NaN, 1] }, 'weights-infeasible'],
    ['in an order with one twice', { criteria: 2, order: [0, 0] }, 'weights-infeasible'],
    ['in an order of others', { criteria: 2, order: [0, 2] }, 'weights-infeasible'],
    ['against their order', { criteria: 2, order: [0, 1], least: [0, 0.6] }, 'weights-narrow'],
    [
      'in a corner too narrow to hit',
      { criteria: 9, most: [1, ...Array.from({ length: 8 }, () => 1e-4)] },
      'weights-narrow',
    ],
  ])('%s', (_, space, code) => {
    const outcome = smaa(
      choiceOf([[Array.from({ length: space.criteria }, () => 1)]], { space, samples: 10 }),
      seededGenerator(1),
    );
    expect(outcome.ok ? [] : outcome.problems.map((problem) => problem.code)).toEqual([code]);
  });
});

describe('weights are drawn evenly', () => {
  test('from all that come to 1', () => {
    for (const mean of meanWeights({ criteria: 4 })) near(mean, 0.25);
  });

  test('in an order, with the means of rank order centroids (Barron and Barrett 1996)', () => {
    const means = meanWeights({ criteria: 3, order: [1, 2, 0] });
    [2 / 18, 11 / 18, 5 / 18].forEach((mean, at) => near(means[at], mean));
  });

  test('within bounds, above the lower ones and below the upper ones', () => {
    const means = meanWeights({ criteria: 2, least: [0.5, 0.1] });
    [0.7, 0.3].forEach((mean, at) => near(means[at], mean));
    const under = meanWeights({ criteria: 2, most: [0.4, 1] });
    [0.2, 0.8].forEach((mean, at) => near(under[at], mean));
    const both = meanWeights({ criteria: 2, order: [0, 1], least: [0, 0.3] });
    [0.6, 0.4].forEach((mean, at) => near(both[at], mean));
  });
});

describe('acceptability', () => {
  test('is the part of all weights that give a rank: three alternatives whose parts are known', () => {
    const { rankAcceptability, centralWeights, confidence } = acceptabilityOf(choiceOf([CORNERS]));
    // A corner is first over 0.6 of its criterion, second from 0.5 to 0.6, and last below; the middle is never last.
    [0.4, 0.1, 0.5, 0.4, 0.1, 0.5, 0.2, 0.8, 0].forEach((part, at) => near(rankAcceptability[at], part));
    near(centralWeights[0], 0.8);
    near(centralWeights[3], 0.8);
    near(centralWeights[4], 0.5);
    expect([...confidence]).toEqual([1, 1, 1]);
  });

  test('of whoever is worse on all criteria has no first rank, no central weights and no confidence', () => {
    const { rankAcceptability, centralWeights, confidence } = acceptabilityOf(
      choiceOf([
        [
          [1, 1],
          [0.5, 0.5],
        ],
      ]),
    );
    expect([...rankAcceptability]).toEqual([1, 0, 0, 1]);
    expect([...centralWeights.subarray(2)]).toEqual([Number.NaN, Number.NaN]);
    expect([...confidence]).toEqual([1, Number.NaN]);
  });

  test('of alternatives that are the same is shared among the ranks they take up', () => {
    const { rankAcceptability, confidence } = acceptabilityOf(
      choiceOf([
        [
          [1, 0],
          [1, 0],
          [0, 0],
        ],
      ]),
    );
    expect([...rankAcceptability]).toEqual([0.5, 0.5, 0, 0.5, 0.5, 0, 0, 0, 1]);
    expect([...confidence]).toEqual([1, 1, Number.NaN]);
  });

  test('with raters is that of one drawn evenly, and confidence the part of them who agree', () => {
    const { rankAcceptability, confidence } = acceptabilityOf(
      choiceOf([
        [
          [1, 1],
          [0, 0],
        ],
        [
          [0, 0],
          [1, 1],
        ],
        [
          [0, 0],
          [1, 1],
        ],
      ]),
    );
    near(rankAcceptability[0], 1 / 3);
    expect(confidence[0]).toBeCloseTo(1 / 3, 12);
    expect(confidence[1]).toBeCloseTo(2 / 3, 12);
  });

  test('by distances is that of TOPSIS: mirrored alternatives share evenly, and what tells nobody apart is shared', () => {
    const { rankAcceptability } = acceptabilityOf(
      choiceOf(
        [
          [
            [1, 0],
            [0, 1],
          ],
        ],
        { rule: 'distance' },
      ),
    );
    near(rankAcceptability[0], 0.5);
    const same = acceptabilityOf(
      choiceOf(
        [
          [
            [1, 1],
            [1, 1],
          ],
        ],
        { rule: 'distance', samples: 10 },
      ),
    );
    same.rankAcceptability.forEach((part) => expect(part).toBeCloseTo(0.5, 12));
  });

  test('is the same for the same seed, and another for another', () => {
    const choice = choiceOf([CORNERS], { samples: 500 });
    expect(acceptabilityOf(choice, 7)).toEqual(acceptabilityOf(choice, 7));
    expect(acceptabilityOf(choice, 8)).not.toEqual(acceptabilityOf(choice, 7));
  });

  test('comes to 1 by row and by column, and no dominated alternative is ever before its better', () => {
    const anyRows = fc
      .record({
        rows: fc.integer({ min: 1, max: 6 }),
        columns: fc.integer({ min: 1, max: 4 }),
        raters: fc.integer({ min: 1, max: 3 }),
      })
      .chain(({ rows, columns, raters }) => {
        const row = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: columns, maxLength: columns });
        return fc.array(fc.array(row, { minLength: rows, maxLength: rows }), { minLength: raters, maxLength: raters });
      });
    fc.assert(
      fc.property(anyRows, fc.constantFrom('sum', 'distance'), fc.nat(1000), (raters, rule, seed) => {
        const size = raters[0]?.length ?? 0;
        const { rankAcceptability, centralWeights } = acceptabilityOf(choiceOf(raters, { rule, samples: 60 }), seed);
        const part = (one: number, rank: number): number => rankAcceptability[one * size + rank] ?? Number.NaN;
        const ranks = Array.from({ length: size }, (_, at) => at);
        for (const one of ranks) {
          expect(ranks.reduce((sum, rank) => sum + part(one, rank), 0)).toBeCloseTo(1, 9);
          expect(ranks.reduce((sum, rank) => sum + part(rank, one), 0)).toBeCloseTo(1, 9);
          const criteria = centralWeights.length / size;
          const weights = centralWeights.subarray(one * criteria, (one + 1) * criteria);
          if (part(one, 0) > 0) expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
          for (const other of ranks) {
            const isOver = raters.every(
              (rows) => rows[one]?.every((value, at) => value > (rows[other]?.[at] ?? 0)) === true,
            );
            if (isOver) expect(part(other, 0)).toBe(0);
          }
        }
      }),
    );
  });
});
