import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceReading } from './choice-reading.ts';
import { type ChoiceCriterion, PARTNER_CHOICE, type PartnerChoice } from './partner-choice.ts';

const criterion = (key: string, more: Partial<ChoiceCriterion> = {}): ChoiceCriterion => ({
  key,
  name: `Criterion ${key}`,
  group: null,
  direction: 'max',
  weight: null,
  unit: null,
  preference: { shape: 'usual', indifference: null, preference: null, spread: null },
  ...more,
});
const candidate = (key: string, more: Partial<PartnerChoice['candidates'][number]> = {}) =>
  ({ key, organisation: null, name: `Firm ${key}`, stage: 'short-list', reason: null, ...more }) as const;
const rater = (key: string, left: PartnerChoice['raters'][number]['left'] = null) => ({
  key,
  member: null,
  name: `Rater ${key}`,
  left,
});
const rated = (
  who: string,
  of: string,
  values: Readonly<Record<string, number>>,
): PartnerChoice['ratings'][number] => ({
  rater: who,
  candidate: of,
  values: Object.entries(values).map(([by, value]) => ({ criterion: by, value, comment: null })),
});
const pairs = (...list: readonly (readonly [string, string, number])[]) =>
  list.map(([one, other, value]) => ({ one, other, value }));

const CHOICE: PartnerChoice = {
  question: 'With whom?',
  firm: null,
  candidates: [candidate('a'), candidate('b')],
  groups: [],
  criteria: [criterion('fit'), criterion('cost', { direction: 'min' })],
  weighing: { by: 'entered', rater: null },
  raters: [rater('x')],
  ratings: [rated('x', 'a', { fit: 5, cost: 2 }), rated('x', 'b', { fit: 3, cost: 4 })],
  judgements: [],
  method: 'wsm',
  normalisation: null,
  seed: 1,
  decision: null,
  illustrative: null,
};
const decided = { chosen: 'a', by: [], on: '2003-11-01', reason: 'It fits' };
const codes = (choice: PartnerChoice): readonly string[] =>
  PARTNER_CHOICE.problems(choice, null).map(({ code }) => code);
const told = (more: Partial<PartnerChoice>) => {
  const { problems, warnings } = choiceReading({ ...CHOICE, ...more });
  return { problems: problems.map(({ code }) => code), warnings: warnings.map(({ code }) => code) };
};

describe('a choice is refused', () => {
  it.each<readonly [string, Partial<PartnerChoice>, string]>([
    [
      'with two candidates of one name',
      { candidates: [candidate('a'), candidate('b', { name: 'Firm a' })] },
      'name-twice',
    ],
    [
      'with two criteria of one key',
      { criteria: [criterion('fit'), criterion('fit', { name: 'Other' })] },
      'name-twice',
    ],
    [
      'with a criterion of a group that is not there',
      { criteria: [criterion('fit', { group: 'g' })] },
      'choice-part-unknown',
    ],
    ['with ratings of nobody', { ratings: [rated('nobody', 'a', { fit: 3 })] }, 'choice-part-unknown'],
    ['weighed by a rater who is not there', { weighing: { by: 'judgements', rater: 'nobody' } }, 'choice-part-unknown'],
    ['with a rating off the scale', { ratings: [rated('x', 'a', { fit: 6 })] }, 'rating-off-scale'],
    [
      'with a rating that stands twice',
      { ratings: [rated('x', 'a', { fit: 3 }), rated('x', 'a', { fit: 4 })] },
      'rating-malformed',
    ],
    [
      'with thresholds that do not fit',
      {
        criteria: [criterion('fit', { preference: { shape: 'linear', indifference: 2, preference: 1, spread: null } })],
      },
      'threshold-malformed',
    ],
    [
      'with a candidate dropped for no reason',
      { candidates: [candidate('a', { stage: 'dropped' })] },
      'candidate-reason-missing',
    ],
    [
      'with a chosen candidate and no decision',
      { candidates: [candidate('a', { stage: 'chosen' })] },
      'choice-undecided',
    ],
    ['with a decision for a candidate of the short list', { decision: decided }, 'choice-undecided'],
  ])('%s', (_name, more, code) => {
    expect(codes({ ...CHOICE, ...more })).toContain(code);
  });

  it('and not for a measured figure, a rater who left, or a rating of a criterion that is gone', () => {
    expect(
      codes({
        ...CHOICE,
        raters: [rater('x', { on: null })],
        criteria: [criterion('fit', { unit: 'million yen' })],
        ratings: [rated('x', 'a', { fit: 900, gone: 3 })],
      }),
    ).toEqual([]);
  });
});

describe('what stands in the way is told, and nothing is ranked:', () => {
  it.each<readonly [string, Partial<PartnerChoice>, string]>([
    ['no criterion', { criteria: [] }, 'criteria-missing'],
    [
      'weights of 0 alone',
      { criteria: [criterion('fit', { weight: 0 }), criterion('cost', { weight: 0 })] },
      'criteria-tree-malformed',
    ],
    [
      'a weight for some siblings alone',
      { criteria: [criterion('fit', { weight: 1 }), criterion('cost')] },
      'criteria-tree-malformed',
    ],
    ['a group without criteria', { groups: [{ key: 'g', name: 'Group', weight: null }] }, 'criteria-tree-malformed'],
    ['a criterion that nobody rated', { criteria: [...CHOICE.criteria, criterion('trust')] }, 'criterion-empty'],
    ['nobody who rates', { raters: [], ratings: [] }, 'raters-missing'],
    [
      'one candidate on the short list',
      { candidates: [candidate('a'), candidate('b', { stage: 'long-list' })] },
      'alternatives-too-few',
    ],
    ['candidates that nobody compares in pairs', { method: 'ahp' }, 'judgement-missing'],
  ])('%s', (_name, more, code) => {
    const { problems, rankings, sampled } = choiceReading({ ...CHOICE, ...more });
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect([rankings[0]?.scores ?? [], sampled]).toEqual([[], null]);
  });
});

describe('what a ranking hangs on is told beside it:', () => {
  it.each<readonly [string, Partial<PartnerChoice>, string]>([
    ['a rater who left', { raters: [rater('x', { on: '2026-01-01' })] }, 'rater-left'],
    ['ratings of a criterion that is gone', { criteria: [criterion('fit')] }, 'rating-outdated'],
    [
      'a criterion on which all are equal',
      { ratings: [rated('x', 'a', { fit: 5, cost: 2 }), rated('x', 'b', { fit: 3, cost: 2 })] },
      'criterion-equal',
    ],
    ['a weight of 0', { criteria: [criterion('fit', { weight: 1 }), criterion('cost', { weight: 0 })] }, 'weight-zero'],
    ['a rating that one of two gave', { raters: [rater('x'), rater('y')] }, 'rating-missing'],
  ])('%s', (_name, more, code) => {
    expect(told(more).warnings).toContain(code);
    expect(told(more).problems).toEqual([]);
  });

  it('a candidate that nobody rated on a criterion, which stands outside the ranking', () => {
    const reading = choiceReading({
      ...CHOICE,
      candidates: [...CHOICE.candidates, candidate('c'), candidate('d', { stage: 'dropped', reason: 'A rival' })],
      ratings: [...CHOICE.ratings, rated('x', 'c', { fit: 5 })],
    });
    expect(reading.rankings[0]?.scores.map(({ alternative }) => alternative)).toEqual(['Firm a', 'Firm b']);
    expect(reading.unranked).toEqual([
      { candidate: 'c', why: 'unrated', criteria: ['cost'] },
      { candidate: 'd', why: 'dropped', criteria: [] },
    ]);
  });

  it('ties, which share a rank', () => {
    const even = [rated('x', 'a', { fit: 5, cost: 4 }), rated('x', 'b', { fit: 3, cost: 2 })];
    const ranks = choiceReading({ ...CHOICE, ratings: even }).rankings[0]?.scores.map(({ rank }) => rank);
    expect(ranks).toEqual([1, 1]);
  });
});

describe('weights', () => {
  const three = [criterion('a'), criterion('b'), criterion('c')];

  it('are the product on the way through the tree', () => {
    const { weights } = choiceReading({
      ...CHOICE,
      groups: [{ key: 'g', name: 'Group', weight: 3 }],
      criteria: [criterion('a', { group: 'g' }), criterion('b', { group: 'g' }), criterion('c', { weight: 1 })],
    });
    expect(weights).toEqual([
      { key: 'a', weight: 0.375 },
      { key: 'b', weight: 0.375 },
      { key: 'c', weight: 0.25 },
    ]);
  });

  it('come from pairs of a named rater, and the worst judgement of those that contradict each other is named', () => {
    const judgements = [
      { rater: 'x', of: 'criteria', below: null, pairs: pairs(['a', 'b', 9], ['b', 'c', 9], ['c', 'a', 9]) },
      { rater: 'y', of: 'criteria', below: null, pairs: pairs(['a', 'b', 1], ['b', 'c', 1], ['a', 'c', 1]) },
    ] as const;
    const of = (who: string | null) =>
      choiceReading({
        ...CHOICE,
        criteria: three,
        raters: [rater('x'), rater('y')],
        judgements,
        weighing: { by: 'judgements', rater: who },
      });
    expect(of('x').warnings.map(({ code }) => code)).toContain('judgements-inconsistent');
    expect(of('x').levels[0]?.judged?.together.priorities.worst?.given).toBeCloseTo(9, 9);
    expect(of('y').warnings.map(({ code }) => code)).not.toContain('judgements-inconsistent');
    expect(of(null).levels[0]?.judged?.together.own).toHaveLength(2);
  });

  it('are open where a criterion came after the pairs', () => {
    const judgements = [{ rater: 'x', of: 'criteria', below: null, pairs: pairs(['a', 'b', 2]) }] as const;
    expect(told({ criteria: three, judgements, weighing: { by: 'judgements', rater: 'x' } }).problems).toContain(
      'judgement-missing',
    );
  });
});

it('candidates compared in pairs under each criterion are scored by the synthesis of priorities', () => {
  const reading = choiceReading({
    ...CHOICE,
    method: 'ahp',
    judgements: [
      { rater: 'x', of: 'candidates', below: 'fit', pairs: pairs(['a', 'b', 4]) },
      { rater: 'x', of: 'candidates', below: 'cost', pairs: pairs(['b', 'a', 1.5]) },
    ],
  });
  expect(reading.rankings[0]?.scores.map(({ score }) => Number(score.toFixed(4)))).toEqual([0.6, 0.4]);
  expect(reading.sampled?.candidates).toEqual(['a', 'b']);
});

it('neither ratings of candidates that are not ranked, nor the order of ratings, change a score', () => {
  const value = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(fc.tuple(value, value, value, value), value, ([a, b, c, d], late) => {
      const ratings = [rated('x', 'a', { fit: a, cost: b }), rated('x', 'b', { fit: c, cost: d })];
      const scores = (more: Partial<PartnerChoice>) => choiceReading({ ...CHOICE, ...more }).rankings[0]?.scores;
      const beside = scores({
        candidates: [...CHOICE.candidates, candidate('late', { stage: 'long-list' })],
        ratings: [rated('x', 'late', { fit: late, cost: late }), ...ratings.toReversed()],
      });
      expect(beside).toEqual(scores({ ratings }));
    }),
  );
});
