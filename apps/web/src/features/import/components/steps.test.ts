import { expect, it } from 'vitest';
import { draftOf } from './draft.test-data.ts';
import { missingFields, stepsOf } from './steps.ts';

const openOf = (draft: Parameters<typeof stepsOf>[0]): Record<string, number> =>
  Object.fromEntries(stepsOf(draft).map(({ name, open }) => [name, open]));

it('says what still stands in the way, step by step', () => {
  const draft = draftOf({ openQuestions: 2, questionTotal: 3, openMatches: 4, matchTotal: 9, problemTotal: 5 });
  expect(openOf(draft)).toEqual({ reading: 0, columns: 0, questions: 2, names: 4, rows: 5 });
});

it('counts needed fields that no column gives, also where a column gives several', () => {
  const label = { en: 'x' };
  const fields = ['name', 'member', 'period'].map((field) => ({
    field,
    about: 'alliance' as const,
    required: field !== 'period',
    label,
  }));
  const column = { index: 0, heading: 'A', samples: [], suggestions: [] };
  expect(missingFields(draftOf({ fields })).map(({ field }) => field)).toEqual(['name', 'member']);
  const named = draftOf({ fields, columns: [{ ...column, mapping: 'name+period' }] });
  expect(missingFields(named).map(({ field }) => field)).toEqual(['member']);
});
