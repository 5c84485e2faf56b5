import { describe, expect, it } from 'vitest';
import { type Choice, USUAL } from './choice-draft.ts';
import { BLANK, choiceFaults } from './choice-faults.ts';

const criterion = (key: string, name: string, group: string | null = null): Choice['criteria'][number] => ({
  key,
  name,
  group,
  direction: 'max',
  weight: null,
  unit: null,
  preference: USUAL,
});
const candidate = (key: string, name: string): Choice['candidates'][number] => ({
  key,
  organisation: null,
  name,
  stage: 'short-list',
  reason: null,
});
const CHOICE: Choice = {
  kind: 'partner-choice',
  question: 'With whom?',
  firm: null,
  candidates: [candidate('a', 'Alpha'), candidate('b', 'Beta')],
  groups: [],
  criteria: [criterion('fit', 'Fit'), criterion('cost', 'Cost')],
  weighing: { by: 'entered', rater: null },
  raters: [{ key: 'x', member: null, name: 'Xenia', left: null }],
  ratings: [],
  judgements: [],
  method: 'wsm',
  normalisation: null,
  seed: 1,
  decision: null,
  illustrative: null,
};
const faults = (more: Partial<Choice>) =>
  choiceFaults({ ...CHOICE, ...more }).map(({ code, names }) => [code, ...names]);

describe('what stands in the way of saving a choice is told with the names it is about:', () => {
  const rating = { criterion: 'fit', value: 9, comment: null };
  it.each<readonly [string, Partial<Choice>, readonly string[]]>([
    ['a name left empty', { candidates: [candidate('a', ' ')] }, [BLANK]],
    ['an empty question', { question: '' }, [BLANK]],
    ['two of one name', { candidates: [candidate('a', 'Alpha'), candidate('b', 'Alpha')] }, ['name-twice', 'Alpha']],
    [
      'a group of the name of a criterion',
      { groups: [{ key: 'g', name: 'Cost', weight: null }] },
      ['name-twice', 'Cost'],
    ],
    ['a group that is gone', { criteria: [criterion('fit', 'Fit', 'gone')] }, ['choice-part-unknown', 'Fit']],
    [
      'a rating off the scale',
      { ratings: [{ rater: 'x', candidate: 'b', values: [rating] }] },
      ['rating-off-scale', 'Xenia', 'Beta', 'Fit'],
    ],
    [
      'dropped without a reason',
      { candidates: [{ ...candidate('a', 'Alpha'), stage: 'dropped' }] },
      ['candidate-reason-missing', 'Alpha'],
    ],
    ['a decision for nobody', { decision: { chosen: 'nobody', by: [], on: null, reason: 'So' } }, ['choice-undecided']],
  ])('%s', (_name, more, fault) => {
    expect(faults(more)).toContainEqual(fault);
  });

  it('and nothing where it can be saved', () => {
    expect(faults({})).toEqual([]);
  });
});
