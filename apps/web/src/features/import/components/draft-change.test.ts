import type { ImportAnswer } from '@entente/contract/register';
import { describe, expect, it } from 'vitest';
import { linesWith, mergedChange, withChange } from './draft-change.ts';
import { draftOf, matchOf, questionOf } from './draft.test-data.ts';

describe('corrections made while one is on its way', () => {
  it('go together, the later one holding where both speak of the same', () => {
    const merged = mergedChange(
      { mapping: { 0: 'name', 1: 'share' }, choices: { Heron: 'new' }, cells: { '5:1': 'a' } },
      { mapping: { 1: null }, answers: { q: 'day-first' }, choices: { Tern: 'id' }, cells: { '5:1': 'b' } },
    );
    expect(merged).toEqual({
      mapping: { 0: 'name', 1: null },
      answers: { q: 'day-first' },
      choices: { Heron: 'new', Tern: 'id' },
      cells: { '5:1': 'b' },
    });
  });

  it('replace lists of lines as a whole, as the server does', () => {
    expect(mergedChange({ leaveOut: [3] }, { leaveOut: [3, 7] }).leaveOut).toEqual([3, 7]);
  });
});

describe('a draft before its correction has arrived', () => {
  const draft = draftOf({
    columns: [{ index: 2, heading: 'Began', samples: [], suggestions: [], mapping: 'start' }],
    questions: [questionOf({ id: 'order:2' })],
    openQuestions: 1,
    matches: [matchOf({ name: 'Heron' }), matchOf({ name: 'Tern', choice: 'new' })],
    openMatches: 1,
  });
  const shown = (change: Parameters<typeof withChange>[1]): ImportAnswer => withChange(draft, change);

  it('shows what was chosen and counts it as settled', () => {
    const next = shown({ mapping: { 2: null }, answers: { 'order:2': 'day-first' }, choices: { Heron: 'new' } });
    expect(next.columns[0]?.mapping).toBeNull();
    expect([next.questions[0]?.answer, next.openQuestions]).toEqual(['day-first', 0]);
    expect([next.matches[0]?.choice, next.openMatches]).toEqual(['new', 0]);
  });

  it('counts nothing twice that was settled before', () => {
    expect(shown({ choices: { Tern: 'other' } }).openMatches).toBe(1);
  });

  it('is itself without a correction', () => {
    expect(shown(null)).toBe(draft);
  });
});

it('adds a line to lines once, in order, and takes it out again', () => {
  expect(linesWith([9, 3], 5, true)).toEqual([3, 5, 9]);
  expect(linesWith([3, 5], 5, true)).toEqual([3, 5]);
  expect(linesWith([3, 5], 5, false)).toEqual([3]);
});
