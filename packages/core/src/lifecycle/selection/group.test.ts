import { describe, expect, test } from 'vitest';
import { groupJudgements } from './group-judgements.ts';
import { groupRanking, groupRatings, type RatingSheet } from './group-ratings.ts';
import { codes, codesOf, valueOf } from './selection-matrices.test-data.ts';

const [MAEDA, CHEN, LIN] = [{ name: 'Maeda' }, { name: 'Chen' }, { name: 'Lin', hasLeft: true }];

describe('judgements of several raters', () => {
  const pair = (value: number): number[][] => [
    [1, value],
    [1 / value, 1],
  ];

  test('are refused without raters, with a rater twice, and where one of them cannot be read', () => {
    expect(codesOf(groupJudgements(['a', 'b'], []))).toEqual(['raters-missing']);
    expect(
      codesOf(
        groupJudgements(
          ['a', 'b'],
          [MAEDA, MAEDA].map((rater) => ({ rater, values: pair(2) })),
        ),
      ),
    ).toEqual(['name-twice']);
    const outcome = groupJudgements(
      ['a', 'b'],
      [
        { rater: MAEDA, values: pair(2) },
        {
          rater: CHEN,
          values: [
            [1, 2],
            [2, 1],
          ],
        },
      ],
    );
    expect(outcome.ok ? [] : outcome.problems).toMatchObject([
      { code: 'judgements-not-reciprocal', pointer: '/raters/1/values/1/0' },
    ]);
    expect(outcome.ok ? '' : outcome.problems[0]?.message).toMatch(/^Chen: /);
  });

  test('come together as geometric means, with their spread, and keep what one gave who left', () => {
    const given = [MAEDA, CHEN, LIN].map((rater, at) => ({ rater, values: pair([2, 4, 8][at] ?? 1) }));
    const { priorities, own, spread, prioritySpread, warnings } = valueOf(groupJudgements(['a', 'b'], given));
    expect(priorities.weights.map((weight) => weight.toFixed(12))).toEqual(['0.800000000000', '0.200000000000']);
    expect(own.map(({ rater, priorities: { weights } }) => [rater, weights[0]?.toFixed(3)])).toEqual([
      ['Maeda', '0.667'],
      ['Chen', '0.800'],
      ['Lin', '0.889'],
    ]);
    expect(spread).toMatchObject([{ row: 0, column: 1, least: 2, most: 8, factor: expect.closeTo(2, 12) as number }]);
    expect(prioritySpread[0]).toMatchObject({ count: 3, least: expect.closeTo(2 / 3, 12) as number });
    expect(codes(warnings)).toEqual(['rater-left']);
  });

  test('of one rater are that rater’s own, and have no spread', () => {
    const { priorities, spread } = valueOf(groupJudgements(['a', 'b'], [{ rater: MAEDA, values: pair(3) }]));
    expect(priorities.weights[0]).toBeCloseTo(0.75, 12);
    expect(spread[0]?.factor).toBe(null);
  });
});

const CRITERIA = [
  { name: 'fit', direction: 'max', weight: 0.6 },
  { name: 'risk', direction: 'min', weight: 0.4 },
] as const;
const rated = (rater: string, rows: Readonly<Record<string, readonly number[]>>): RatingSheet['ratings'] =>
  Object.entries(rows).flatMap(([alternative, values]) =>
    values.map((value, at) => ({ rater, alternative, criterion: CRITERIA[at]?.name ?? `gone ${at}`, value })),
  );
const SHEET: RatingSheet = {
  raters: [MAEDA, CHEN],
  criteria: CRITERIA,
  alternatives: ['A', 'B', 'C'],
  ratings: [
    ...rated('Maeda', { A: [8, 2], B: [5, 1], C: [2, 3] }),
    ...rated('Chen', { A: [6, 4], B: [7, 1], C: [3, 3] }),
  ],
};

describe('ratings of several raters', () => {
  test('are refused without raters, twice, from nobody, or as no number', () => {
    expect(codesOf(groupRatings({ ...SHEET, raters: [], ratings: [] }))).toEqual(['raters-missing']);
    const refused = (more: RatingSheet['ratings'][number]): readonly string[] =>
      codesOf(groupRatings({ ...SHEET, ratings: [...SHEET.ratings, more] }));
    expect(refused({ rater: 'Maeda', alternative: 'A', criterion: 'fit', value: 3 })).toEqual(['rating-malformed']);
    expect(refused({ rater: 'Wong', alternative: 'A', criterion: 'fit', value: 3 })).toEqual(['rating-malformed']);
    expect(refused({ rater: 'Maeda', alternative: 'D', criterion: 'fit', value: Number.NaN })).toEqual([
      'rating-malformed',
    ]);
  });

  test('come together as means with least, most and deviation of each cell', () => {
    const { matrix, spread, warnings } = valueOf(groupRatings(SHEET));
    expect(matrix.alternatives).toEqual([
      { name: 'A', values: [7, 3] },
      { name: 'B', values: [6, 1] },
      { name: 'C', values: [2.5, 3] },
    ]);
    expect(spread[0]?.[0]).toEqual({ count: 2, least: 6, most: 8, mean: 7, deviation: Math.SQRT2 });
    expect(warnings).toEqual([]);
  });

  test('rank by the means, beside each rater alone, with the spread of the scores', () => {
    const { ranking, own, scoreSpread } = valueOf(groupRanking(SHEET, 'wsm'));
    expect(ranking.scores.map(({ rank }) => rank)).toEqual([2, 1, 3]);
    expect(own.map(({ ranking: mine }) => mine?.scores.map(({ rank }) => rank))).toEqual([
      [1, 2, 3],
      [2, 1, 3],
    ]);
    const alone = own.map(({ ranking: mine }) => mine?.scores[0]?.score ?? Number.NaN);
    expect(scoreSpread[0]).toMatchObject({ count: 2, least: Math.min(...alone), most: Math.max(...alone) });
  });

  test('of one who left a cell empty count in the means, while no ranking of that one stands beside them', () => {
    const ratings = SHEET.ratings.filter(
      ({ rater, alternative, criterion }) => !(rater === 'Chen' && alternative === 'C' && criterion === 'risk'),
    );
    const { ranking, own, warnings, scoreSpread } = valueOf(groupRanking({ ...SHEET, ratings }, 'wsm'));
    expect(ranking.scores).toHaveLength(3);
    expect(own.map(({ rater, ranking: mine }) => [rater, mine === null])).toEqual([
      ['Maeda', false],
      ['Chen', true],
    ]);
    expect(scoreSpread.map((spread) => spread?.count)).toEqual([1, 1, 1]);
    expect(warnings).toMatchObject([{ code: 'rating-missing', message: '1 of 2 rated "C" on "risk"' }]);
  });

  test('of one who left still count, and it is told', () => {
    const { ranking, warnings } = valueOf(
      groupRanking({ ...SHEET, raters: [{ ...MAEDA, hasLeft: true }, CHEN] }, 'topsis'),
    );
    expect(ranking.scores).toEqual(valueOf(groupRanking(SHEET, 'topsis')).ranking.scores);
    expect(codes(warnings)).toEqual(['rater-left']);
  });

  test('of a criterion that is gone are kept, do not count, and are told once with their number', () => {
    const gone = SHEET.alternatives.map((alternative) => ({
      rater: 'Chen',
      alternative,
      criterion: 'price',
      value: 5,
    }));
    const { matrix, warnings } = valueOf(groupRatings({ ...SHEET, ratings: [...SHEET.ratings, ...gone] }));
    expect(matrix).toEqual(valueOf(groupRatings(SHEET)).matrix);
    expect(warnings).toMatchObject([
      {
        code: 'rating-outdated',
        message: expect.stringContaining('3 ratings are kept for the criterion "price"') as string,
      },
    ]);
  });

  test('leave out an alternative that nobody rated on a new criterion; it is told and not invented', () => {
    const criteria = [...CRITERIA, { name: 'values', direction: 'max', weight: 1 } as const];
    const more = ['A', 'B'].map((alternative, at) => ({ rater: 'Maeda', alternative, criterion: 'values', value: at }));
    const { ranking, warnings, own, scoreSpread } = valueOf(
      groupRanking({ ...SHEET, criteria, ratings: [...SHEET.ratings, ...more] }, 'wsm'),
    );
    expect(ranking.unranked).toEqual([{ alternative: 'C', criteria: ['values'] }]);
    expect(ranking.scores.map(({ alternative }) => alternative)).toEqual(['A', 'B']);
    expect(codes(warnings)).toEqual([
      'rating-missing',
      'rating-missing',
      'rating-missing',
      'weights-normalised',
      'alternative-unranked',
    ]);
    // Chen rated nothing on the new criterion, so only Maeda's own ranking stands beside it.
    expect(own.map(({ ranking: mine }) => mine === null)).toEqual([false, true]);
    expect(scoreSpread[0]).toMatchObject({ count: 1, deviation: null });
  });

  test('of a new criterion that nobody has rated yet refuse the ranking, and say which', () => {
    const criteria = [...CRITERIA, { name: 'values', direction: 'max', weight: 1 } as const];
    const outcome = groupRanking({ ...SHEET, criteria }, 'wsm');
    expect(outcome.ok ? [] : outcome.problems).toMatchObject([
      { code: 'criterion-empty', pointer: '/criteria/2/name' },
    ]);
  });
});
