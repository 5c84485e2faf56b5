/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prioritiesOf, synthesisOf } from './priorities.ts';
import { rankingOf } from './ranking.ts';
import { judged, valueOf } from './selection-matrices.test-data.ts';

type Ranked = {
  readonly id: string;
  readonly matrix: readonly (readonly number[])[];
  readonly weights: readonly number[];
  readonly types: readonly (1 | -1)[];
  readonly published: readonly number[];
  readonly ranks?: readonly number[];
  readonly recomputed_minmax?: readonly number[];
  readonly recomputed_vector?: readonly number[];
};
type Compared = {
  readonly id: string;
  readonly matrix?: readonly (readonly number[])[];
  readonly eigenvector?: readonly number[];
  readonly lambda_max?: number;
  readonly criteria?: readonly (readonly number[])[];
  readonly alternatives?: readonly (readonly (readonly number[])[])[];
  readonly eigenvector_points?: readonly number[];
  readonly published: { readonly rank?: readonly number[] };
};

const folder = join(process.env['ENTENTE_REFERENCE_DATA'] ?? '', 'reference-values');
const readings = JSON.parse(readFileSync(join(folder, 'mcda.json'), 'utf8')) as readonly Ranked[];
const comparisons = JSON.parse(readFileSync(join(folder, 'ahp.json'), 'utf8')) as readonly Compared[];
const found = <T extends { readonly id: string }>(list: readonly T[], id: string): T => {
  const one = list.find((each) => each.id.startsWith(id));
  if (one === undefined) throw new Error(`${id} is not among the reference values`);
  return one;
};

const matrixIn = ({ matrix, weights, types }: Ranked): ReturnType<typeof judged> =>
  judged(
    matrix,
    weights,
    types.map((type) => (type === 1 ? 'max' : 'min')),
  );
const near = (scores: readonly number[], expected: readonly number[], places: number): void => {
  expect(scores).toHaveLength(expected.length);
  expected.forEach((score, at) => expect(scores[at]).toBeCloseTo(score, places));
};

describe('reference values of rankings', () => {
  test('TOPSIS by vector, to the four places published, with the ranks', () => {
    const reading = found(readings, 'topsis_tzeng2011');
    const { scores } = rankingOf(matrixIn(reading), 'topsis');
    expect(scores.map(({ score }) => Number(score.toFixed(4)))).toEqual(reading.published);
    expect(scores.map(({ rank }) => rank)).toEqual(reading.ranks);
  });

  test('TOPSIS by range and by vector, where the winner is another', () => {
    const reading = found(readings, 'topsis_opricovic2004');
    for (const [by, expected] of [
      ['minmax', reading.recomputed_minmax],
      ['vector', reading.recomputed_vector],
    ] as const) {
      const { scores } = rankingOf(matrixIn(reading), 'topsis', by);
      expect(scores.map(({ score }) => Number(score.toFixed(4)))).toEqual(expected);
    }
  });

  test('PROMETHEE II by the usual criterion', () => {
    const reading = found(readings, 'promethee2_zhao2013');
    const { scores } = rankingOf(matrixIn(reading), 'promethee2');
    near(
      scores.map(({ score }) => score),
      reading.published,
      12,
    );
  });
});

describe('reference values of priorities', () => {
  const weigh = (values: readonly (readonly number[])[] = []): ReturnType<typeof prioritiesOf> =>
    prioritiesOf({ names: values.map((_, at) => `${at}`), values });

  test('a consistent three by three written with six decimals', () => {
    const one = found(comparisons, 'consistent_3x3');
    const { weights, lambdaMax, consistencyRatio } = valueOf(weigh(one.matrix));
    near(weights, one.eigenvector ?? [], 6);
    expect(lambdaMax).toBeCloseTo(one.lambda_max ?? Number.NaN, 6);
    expect(consistencyRatio).toBeCloseTo(0, 6);
  });

  test('three alternatives compared under three criteria, by eigenvectors', () => {
    const one = found(comparisons, 'skcriteria full AHP');
    const criteria = valueOf(weigh(one.criteria)).weights;
    const under = (one.alternatives ?? []).map((values) => valueOf(weigh(values)).weights);
    const points = synthesisOf(criteria, under);
    // The six digits given were added up from rounded eigenvectors: the last one is off by 1.
    (one.eigenvector_points ?? []).forEach((point, at) =>
      expect(Math.abs((points[at] ?? 0) - point)).toBeLessThan(1e-6),
    );
    expect(points).toHaveLength(3);
    const order = points.toSorted((a, b) => b - a);
    expect(points.map((point) => order.indexOf(point) + 1)).toEqual(one.published.rank);
  });
});
