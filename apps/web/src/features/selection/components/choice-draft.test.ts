import { describe, expect, it } from 'vitest';
import {
  type Choice,
  newKey,
  numberTyped,
  pairsOf,
  pairValue,
  ratingOf,
  thingsOf,
  USUAL,
  withPair,
  withRating,
} from './choice-draft.ts';

const criterion = (key: string, group: string | null = null): Choice['criteria'][number] => ({
  key,
  name: key,
  group,
  direction: 'max',
  weight: null,
  unit: null,
  preference: USUAL,
});
const CHOICE: Choice = {
  kind: 'partner-choice',
  question: 'With whom?',
  firm: null,
  candidates: [],
  groups: [{ key: 'g', name: 'g', weight: null }],
  criteria: [criterion('a', 'g'), criterion('b', 'g'), criterion('c')],
  weighing: { by: 'entered', rater: null },
  raters: [{ key: 'x', member: null, name: 'X', left: null }],
  ratings: [],
  judgements: [],
  method: 'wsm',
  normalisation: null,
  seed: 1,
  decision: null,
  illustrative: null,
};

describe('a number as people type it', () => {
  it.each([
    ['3', 3],
    ['1/3', 1 / 3],
    ['３', 3],
    ['2,5', 2.5],
    [' 4 ', 4],
    ['', null],
    ['three', null],
    ['1/0', null],
    ['1/', null],
  ])('%j', (text, value) => {
    expect(numberTyped(text)).toBe(value);
  });
});

it('a rating is given, changed and taken out, and leaves those of others alone', () => {
  const at = { rater: 'x', candidate: 'f', criterion: 'a' };
  const given = withRating(withRating(CHOICE, { ...at, criterion: 'b' }, { value: 2, comment: null }), at, {
    value: 4,
    comment: 'seen',
  });
  expect([ratingOf(given, 'x', 'f', 'a')?.value, ratingOf(given, 'x', 'f', 'b')?.value]).toEqual([4, 2]);
  const out = withRating(given, at, null);
  expect([ratingOf(out, 'x', 'f', 'a'), ratingOf(out, 'x', 'f', 'b')?.value]).toEqual([null, 2]);
  expect(withRating(out, { ...at, criterion: 'b' }, null).ratings).toEqual([]);
});

it('a pair stands once, whichever side it was said from', () => {
  const top = { of: 'criteria', below: null } as const;
  const said = withPair(CHOICE, 'x', top, { one: 'g', other: 'c', value: 4 });
  const turned = withPair(said, 'x', top, { one: 'c', other: 'g', value: 2 });
  expect(pairsOf(turned, 'x', top)).toHaveLength(1);
  expect(pairValue(pairsOf(turned, 'x', top), 'g', 'c')).toBe(0.5);
  expect(withPair(turned, 'x', top, { one: 'g', other: 'c', value: null }).judgements).toEqual([]);
});

it('groups stand at the top beside criteria of no group', () => {
  expect(thingsOf(CHOICE, { of: 'criteria', below: null }).map(({ key }) => key)).toEqual(['g', 'c']);
  expect(thingsOf(CHOICE, { of: 'criteria', below: 'g' }).map(({ key }) => key)).toEqual(['a', 'b']);
});

describe('the key of a new part', () => {
  it('is of no part that is there', () => {
    expect(newKey('c', { ...CHOICE, criteria: [criterion('c1'), criterion('c3')] })).toBe('c2');
  });

  it('is of none that was taken out after it was rated or compared: its ratings are not another one’s', () => {
    const rated = withRating(CHOICE, { rater: 'x', candidate: 'f1', criterion: 'c1' }, { value: 3, comment: null });
    const compared = withPair(rated, 'x', { of: 'criteria', below: null }, { one: 'c2', other: 'g1', value: 2 });
    expect(['c', 'f', 'g'].map((letter) => newKey(letter, compared))).toEqual(['c3', 'f2', 'g2']);
  });
});
