import { describe, expect, test } from 'vitest';
import { type CriteriaNode, DEFAULT_CRITERIA, weightedCriteria } from './criteria-tree.ts';
import { codes, valueOf } from './selection-matrices.test-data.ts';

const tree = (below: readonly CriteriaNode[], more: Partial<CriteriaNode> = {}): CriteriaNode => ({
  key: 'goal',
  below,
  ...more,
});

describe('a tree of criteria is refused', () => {
  test.each<[string, CriteriaNode, string]>([
    ['with a group that is empty', tree([{ key: 'a', below: [] }]), '/below/0/below'],
    ['with a weight beside none', tree([{ key: 'a', weight: 1 }, { key: 'b' }]), '/below'],
    ['with weights of 0 alone', tree([{ key: 'a', weight: 0 }]), '/below'],
    [
      'with a negative weight',
      tree([
        { key: 'a', weight: -1 },
        { key: 'b', weight: 3 },
      ]),
      '/below',
    ],
    ['with a criterion twice', tree([{ key: 'a' }, { key: 'g', below: [{ key: 'a' }] }]), '/below'],
  ])('%s', (_, given, pointer) => {
    const outcome = weightedCriteria(given);
    expect(outcome.ok ? [] : outcome.problems).toMatchObject([{ code: 'criteria-tree-malformed', pointer }]);
  });

  test('with judgements that cannot be read, in their place', () => {
    const inner = {
      key: 'fit',
      judgements: [
        [1, 0],
        [1, 1],
      ],
      below: [{ key: 'a' }, { key: 'b' }],
    };
    const outcome = weightedCriteria(tree([{ key: 'price' }, inner]));
    expect(outcome.ok ? [] : outcome.problems).toMatchObject([
      { code: 'judgement-malformed', pointer: '/below/1/judgements/values/0/1' },
    ]);
  });
});

describe('a tree of criteria', () => {
  test('weighs a criterion by the product on its way from the top', () => {
    const { criteria, levels, warnings } = valueOf(
      weightedCriteria(
        tree(
          [
            {
              key: 'fit',
              judgements: [
                [1, 3],
                [1 / 3, 1],
              ],
              below: [{ key: 'resources' }, { key: 'values' }],
            },
            { key: 'price', direction: 'min' },
            {
              key: 'place',
              below: [
                { key: 'near', weight: 4 },
                { key: 'port', weight: 1 },
              ],
            },
          ],
          {
            judgements: [
              [1, 2, 4],
              [1 / 2, 1, 2],
              [1 / 4, 1 / 2, 1],
            ],
          },
        ),
      ),
    );
    expect(criteria.map(({ key, weight, direction }) => [key, Number(weight.toFixed(9)), direction])).toEqual([
      ['resources', Number(((4 / 7 / 4) * 3).toFixed(9)), 'max'],
      ['values', Number((1 / 7).toFixed(9)), 'max'],
      ['price', Number((2 / 7).toFixed(9)), 'min'],
      ['near', Number((0.8 / 7).toFixed(9)), 'max'],
      ['port', Number((0.2 / 7).toFixed(9)), 'max'],
    ]);
    expect(criteria.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(criteria[0]?.path).toEqual(['goal', 'fit']);
    expect(levels.map(({ key, by }) => [key, by])).toEqual([
      ['goal', 'judgements'],
      ['fit', 'judgements'],
      ['place', 'weights'],
    ]);
    expect(levels[0]?.consistencyRatio).toBeLessThan(1e-12);
    expect(warnings).toEqual([]);
  });

  test('tells of judgements on a level that contradict each other', () => {
    const judgements = [
      [1, 9, 1 / 9],
      [1 / 9, 1, 9],
      [9, 1 / 9, 1],
    ];
    const { warnings } = valueOf(weightedCriteria(tree([{ key: 'a' }, { key: 'b' }, { key: 'c' }], { judgements })));
    expect(codes(warnings)).toEqual(['judgements-inconsistent']);
    expect(warnings[0]?.pointer).toMatch(/^\/judgements\/values\//);
  });

  test('by default has seven criteria of equal weight, of one of which less is better', () => {
    const { criteria } = valueOf(weightedCriteria(DEFAULT_CRITERIA));
    expect(criteria.map(({ key, weight, direction }) => [key, weight === 1 / 7, direction])).toEqual([
      ['complementarity', true, 'max'],
      ['compatibility', true, 'max'],
      ['capability', true, 'max'],
      ['commitment', true, 'max'],
      ['similar-values', true, 'max'],
      ['government-relations', true, 'max'],
      ['conflict-with-partners', true, 'min'],
    ]);
  });
});
