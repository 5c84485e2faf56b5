import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Majority, MOST_VOTERS, partOf, type Voter, votingReading } from './voting.ts';

const HALF: Majority = { kind: 'more-than-half', votes: null, withEach: [] };
const by = (kind: Majority['kind'], votes: number | null = null): Majority => ({ kind, votes, withEach: [] });
const voters = (...votes: readonly number[]): readonly Voter[] =>
  votes.map((each, place) => ({ id: String.fromCharCode(97 + place), votes: each }));
const parts = (of: ReadonlyMap<string, { readonly over: number; readonly under: number }> | null): string[] | null =>
  of && [...of.values()].map(({ over, under }) => `${over}/${under}`);

const boards = fc
  .array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 })
  .map((votes) => voters(...votes));
const majorities = fc.constantFrom(HALF, by('two-thirds'), by('three-quarters'), by('unanimous'));

describe('nothing carries a matter', () => {
  it.each<readonly [string, readonly Voter[], Majority]>([
    ['in a body without seats', [], HALF],
    ['that asks for more votes than there are', voters(2, 2), by('votes', 5)],
    ['that asks for somebody who has no seat', voters(3), { ...HALF, withEach: ['z'] }],
  ])('%s', (_case, board, majority) => {
    const { canPass, decideAlone, blockAlone, smallestGroups, power, swings } = votingReading(board, majority, null);
    expect({ canPass, decideAlone, blockAlone, smallestGroups, power, swings }).toEqual({
      canPass: false,
      decideAlone: [],
      blockAlone: [],
      smallestGroups: [],
      power: null,
      swings: null,
    });
  });

  it('and past twelve voters who blocks alone is told, but not power', () => {
    const many = Array.from({ length: MOST_VOTERS + 1 }, (_, place) => ({
      id: `v${place}`,
      votes: place === 0 ? 20 : 1,
    }));
    const reading = votingReading(many, HALF, null);
    expect([reading.decideAlone, reading.blockAlone, reading.power, reading.smallestGroups]).toEqual([
      ['v0'],
      ['v0'],
      null,
      null,
    ]);
  });
});

describe('who decides and who blocks', () => {
  it('is both where two sides have as many seats and no casting vote: they may stand off', () => {
    const even = votingReading(voters(3, 3), HALF, null);
    expect([even.decideAlone, even.blockAlone, even.standoffs]).toEqual([[], ['a', 'b'], 1]);
    const withChair = votingReading(voters(3, 3), HALF, 'a');
    expect([withChair.decideAlone, withChair.blockAlone, withChair.standoffs]).toEqual([['a'], ['a'], 0]);
  });

  it('is the minority too where it must be among those in favour', () => {
    const reading = votingReading(voters(5, 1), { ...HALF, withEach: ['b'] }, null);
    expect([reading.decideAlone, reading.blockAlone, reading.smallestGroups]).toEqual([[], ['a', 'b'], [['a', 'b']]]);
  });

  it('never lets two voters decide alone, whatever the seats, the majority being more than half', () => {
    fc.assert(
      fc.property(boards, majorities, (board, majority) => {
        const { decideAlone, blockAlone, canPass, standoffs } = votingReading(board, majority, null);
        expect(decideAlone.length).toBeLessThanOrEqual(1);
        expect(canPass).toBe(true);
        // Whoever decides alone is also the only one without whom nothing passes.
        if (decideAlone.length === 1) expect([blockAlone, standoffs]).toEqual([decideAlone, 0]);
      }),
    );
  });
});

describe('power', () => {
  it('sums to one, is equal for equal votes, and not less for more votes', () => {
    fc.assert(
      fc.property(boards, majorities, (board, majority) => {
        const { power, swings } = votingReading(board, majority, null);
        for (const index of [power, swings]) {
          const values = [...(index ?? [])].map(([, { over, under }]) => over / under);
          expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
          board.forEach((one, i) => {
            board.forEach((other, j) => {
              if (one.votes === other.votes) expect(values[i]).toBe(values[j]);
              if (one.votes > other.votes) expect(values[i]).toBeGreaterThanOrEqual(values[j] ?? 2);
            });
          });
        }
      }),
    );
  });

  it('is nothing for a voter without whom no group needs to be', () => {
    // The classic dummy: three with 26 votes of 79 each outvote the fourth with one.
    const { power, swings } = votingReading(voters(26, 26, 26, 1), HALF, null);
    expect([parts(power)?.at(-1), parts(swings)?.at(-1)]).toEqual(['0/1', '0/1']);
  });

  it('is told in lowest terms', () => {
    expect(partOf(6, 9)).toEqual({ over: 2, under: 3 });
  });
});
