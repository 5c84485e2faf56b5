import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Body, BODY, bodyReading, quorumSeats } from './body.ts';

const seat = (key: string, organisation: string | null, more: Partial<Body['seats'][number]> = {}) => ({
  key,
  organisation,
  holder: null,
  isChair: false,
  ...more,
});
const BOARD: Body = {
  name: 'Board',
  type: 'board',
  seats: [seat('1', 'x', { isChair: true }), seat('2', 'x'), seat('3', 'x'), seat('4', 'y'), seat('5', 'y')],
  hasCastingVote: false,
  quorum: { seats: 3, percent: null, withEach: [] },
  majority: { kind: 'more-than-half', votes: null, withEach: [] },
  reserved: [],
  words: null,
};
const codes = (body: Body): readonly string[] => BODY.problems(body, null).map(({ code }) => code);

describe('a body is refused', () => {
  it.each<readonly [string, Partial<Body>, string]>([
    ['with one seat twice', { seats: [seat('1', 'x'), seat('1', 'y')] }, 'design-part-repeated'],
    [
      'with two chairs',
      { seats: [seat('1', 'x', { isChair: true }), seat('2', 'y', { isChair: true })] },
      'design-part-repeated',
    ],
    [
      'with a majority of so many votes that says no number',
      { majority: { kind: 'votes', votes: null, withEach: [] } },
      'majority-votes',
    ],
    [
      'with a number of votes for unanimity',
      { reserved: [{ key: 'm', title: 'Budget', majority: { kind: 'unanimous', votes: 3, withEach: [] } }] },
      'majority-votes',
    ],
  ])('%s', (_case, more, code) => {
    expect(codes({ ...BOARD, ...more })).toEqual([code]);
  });
});

describe('a quorum', () => {
  it.each<readonly [string, Body['quorum'], boolean, readonly string[]]>([
    ['of three of five seats lets the larger side meet alone', { seats: 3, percent: null, withEach: [] }, true, ['x']],
    ['of four gives either side the means to stay away', { seats: 4, percent: null, withEach: [] }, true, ['x', 'y']],
    ['of sixty percent is three seats', { seats: null, percent: 60, withEach: [] }, true, ['x']],
    [
      'with somebody of each side is either’s to prevent',
      { seats: 1, percent: null, withEach: ['x', 'y'] },
      true,
      ['x', 'y'],
    ],
    ['of more seats than there are is impossible', { seats: 6, percent: null, withEach: [] }, false, []],
    ['with an organisation that has no seat is impossible', { seats: 1, percent: null, withEach: ['z'] }, false, []],
    ['that nobody asks for still needs somebody', { seats: null, percent: null, withEach: [] }, true, []],
  ])('%s', (_case, quorum, isPossible, blockers) => {
    const reading = bodyReading({ ...BOARD, quorum });
    expect([reading.isQuorumPossible, reading.quorumBlockers]).toEqual([isPossible, blockers]);
  });

  it('is impossible in a body without seats', () => {
    expect(bodyReading({ ...BOARD, seats: [], quorum: { seats: null, percent: null, withEach: [] } })).toMatchObject({
      isQuorumPossible: false,
      ordinary: { canPass: false },
    });
  });

  it('of a share is never below it and less than a seat above it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 40 }), (percent, all) => {
        const seats = quorumSeats({ seats: null, percent, withEach: [] }, all);
        expect(seats * 100).toBeGreaterThanOrEqual(percent * all);
        expect((seats - 1) * 100).toBeLessThan(percent * all);
      }),
    );
  });
});

describe('a body', () => {
  it('votes by organisation; a seat of nobody votes for itself; seats without a name are counted', () => {
    const { voters, vacant } = bodyReading({
      ...BOARD,
      seats: [seat('1', 'x', { holder: 'Ito' }), seat('2', 'x'), seat('3', null, { holder: 'Chair of the court' })],
    });
    expect([voters, vacant]).toEqual([
      [
        { id: 'x', votes: 2 },
        { id: 'seat:3', votes: 1 },
      ],
      1,
    ]);
  });

  it('reads each reserved matter by its own majority', () => {
    const { ordinary, reserved } = bodyReading({
      ...BOARD,
      reserved: [{ key: 'm', title: 'New shares', majority: { kind: 'unanimous', votes: null, withEach: [] } }],
    });
    expect([ordinary.decideAlone, reserved[0]?.voting.blockAlone]).toEqual([['x'], ['x', 'y']]);
  });

  it('names the organisations of its seats and its rules', () => {
    const withZ = { ...BOARD, quorum: { ...BOARD.quorum, withEach: ['z'] } };
    expect(new Set(BODY.facts(withZ).organisations)).toEqual(new Set(['x', 'y', 'z']));
  });
});
