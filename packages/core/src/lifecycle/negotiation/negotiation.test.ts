import { describe, expect, it } from 'vitest';
import { agreementZone, type NegotiationIssue, type Negotiation, NEGOTIATION, valueOf, weightsOf } from '../index.ts';
import { number, options, US, THEM, table, put, standings } from './test-negotiations.ts';

describe('a negotiation is refused', () => {
  const royalty = number('royalty', [3, 5], [6, 2]);
  const places = (negotiation: Negotiation) => NEGOTIATION.problems(negotiation, null).map(({ pointer }) => pointer);
  it.each<readonly [string, Negotiation, string]>([
    ['that has nobody on a side', { ...table([]), parties: [{ organisation: US, side: 'ours' }] }, '/parties'],
    [
      'that names an organisation twice',
      { ...table([]), parties: [...table([]).parties, { organisation: US, side: 'theirs' }] },
      '/parties/2/organisation',
    ],
    ['with two issues of one key', table([royalty, royalty]), '/issues/1/key'],
    [
      'whose target is worse than the reservation in the direction that is told',
      table([{ ...royalty, ours: { ...royalty.ours, wants: 'less' } }]),
      '/issues/0/ours/target',
    ],
    ['whose target is the reservation', table([number('royalty', [3, 3], [6, 2])]), '/issues/0/ours/target'],
    [
      'whose estimate has no ground',
      table([{ ...royalty, theirs: { ...royalty.theirs, ground: null } }]),
      '/issues/0/theirs/ground',
    ],
    [
      'that hopes for an option that there is not',
      table([{ ...options('seat', [0, 1], [1, 0]), ours: { points: [], target: 'x', reservation: null, weight: 1 } }]),
      '/issues/0/ours',
    ],
    [
      'that hopes for the option with the fewest points',
      table([
        {
          ...options('seat', [0, 1], [1, 0]),
          ours: { ...options('seat', [0, 1], [1, 0]).ours, target: 'seat0', reservation: 'seat1' },
        },
      ]),
      '/issues/0/ours/target',
    ],
    ['with a proposal of nobody at the table', table([royalty], put('a', '2026-01-01', 'x', {})), '/proposals/0/by'],
    [
      'with a proposal for an issue that there is not',
      table([royalty], put('a', '2026-01-01', US, { seat: 1 })),
      '/proposals/0/values/0',
    ],
    [
      'with a word for a number',
      table([royalty], put('a', '2026-01-01', US, { royalty: 'much' })),
      '/proposals/0/values/0',
    ],
    ['that accepts what was not proposed', { ...table([royalty]), accepted: 'a' }, '/accepted'],
  ])('%s', (_name, negotiation, pointer) => {
    expect(places(negotiation)).toEqual([pointer]);
  });

  it('by none of these when it is whole', () => {
    expect(places(table([royalty], put('a', '2026-01-01', US, { royalty: 5 })))).toEqual([]);
  });
});

describe('the zone of possible agreement', () => {
  it.each<readonly [string, NegotiationIssue, Partial<ReturnType<typeof agreementZone>>]>([
    ['lies between the reservations', number('a', [3, 5], [6, 2]), { state: 'open', lowest: 3, highest: 6 }],
    ['is one value where they meet', number('a', [4, 5], [4, 2]), { state: 'open', lowest: 4, highest: 4 }],
    ['is empty where they pass each other', number('a', [5, 7], [4, 2]), { state: 'empty', lowest: null }],
    ['has one end where both want more', number('a', [3, 5], [4, 9]), { state: 'open', lowest: 4, highest: null }],
    ['is not known without our reservation', number('a', [null, 5], [4, 2]), { state: 'unknown', missing: ['ours'] }],
    ['is not known without a direction', number('a', [3, 5], [4, null]), { state: 'unknown', missing: ['theirs'] }],
    [
      'is what both would sign of the options',
      {
        ...options('a', [0, 1, 2], [2, 1, 0]),
        ours: { ...options('a', [0, 1, 2], [2, 1, 0]).ours, reservation: 'a1' },
      },
      { state: 'open', options: ['a1', 'a2'] },
    ],
    [
      'of options is empty where each refuses what the other would sign',
      {
        ...options('a', [0, 1], [1, 0]),
        ours: { ...options('a', [0, 1], [1, 0]).ours, reservation: 'a1' },
        theirs: { ...options('a', [0, 1], [1, 0]).theirs, reservation: 'a0' },
      },
      { state: 'empty', options: [] },
    ],
    [
      'of options is not known while one is not judged that might be in it',
      {
        ...options('a', [0, 1], [1, 0]),
        ours: { points: [{ option: 'a1', points: 1 }], target: null, reservation: 'a1', weight: 1 },
        theirs: { ...options('a', [0, 1], [1, 0]).theirs, reservation: 'a0' },
      },
      { state: 'unknown', missing: ['ours'] },
    ],
  ])('%s', (_name, issue, zone) => {
    expect(agreementZone(issue)).toMatchObject(zone);
  });
});

describe('utility', () => {
  const royalty = number('royalty', [3, 5, 3], [6, 2, 1]);
  const share = number('share', [40, 60, 1], [50, 30, 3]);
  it('is 0 at the reservation, 1 at the target and beyond, and below 0 under the reservation', () => {
    expect([3, 4, 5, 9, 2].map((value) => valueOf(royalty, 'ours', value))).toEqual([0, 0.5, 1, 1, -0.5]);
    expect([6, 4, 2].map((value) => valueOf(royalty, 'theirs', value))).toEqual([0, 0.5, 1]);
  });

  it('of a proposal is told for both sides, with the issues under a reservation and those left open', () => {
    const told = standings(
      table(
        [royalty, share],
        put('a', '2026-01-01', US, { royalty: 5, share: 60 }),
        put('b', '2026-01-02', THEM, { royalty: 2, share: 40 }),
        put('c', '2026-01-03', US, { royalty: 4 }),
      ),
    );
    expect(told).toMatchObject([
      { ours: 1, underOurs: [], underTheirs: ['share'], distance: null },
      { ours: -0.375, theirs: 0.625, underOurs: ['royalty'], distance: null },
      { ours: null, theirs: null, open: ['share'], distance: null },
    ]);
    expect(told[0]?.theirs).toBeCloseTo(0.25 * 0.25 + 0.75 * -0.5, 12);
  });

  it('is not known where a weight is not, or none weighs anything', () => {
    expect(weightsOf([royalty, number('share', [40, 60, null], [50, 30])], 'ours')).toBeNull();
    expect(weightsOf([number('share', [40, 60, 0], [50, 30])], 'ours')).toBeNull();
    expect(weightsOf([royalty, share], 'ours')).toEqual([0.75, 0.25]);
  });
});

describe('a concession', () => {
  it('is what a side gave up of its own utility since its proposal before, by issue too', () => {
    const royalty = number('royalty', [3, 5, 3], [6, 2, 1]);
    const share = number('share', [40, 60, 1], [50, 30, 3]);
    const told = standings(
      table(
        [royalty, share],
        put('second', '2026-02-01', US, { royalty: 4, share: 60 }),
        put('first', '2026-01-01', US, { royalty: 5, share: 60 }),
        put('theirs', '2026-01-15', THEM, { royalty: 2, share: 30 }),
      ),
    );
    expect(told.map(({ proposal }) => proposal)).toEqual(['first', 'theirs', 'second']);
    expect(told.map(({ concession }) => concession?.since ?? null)).toEqual([null, null, 'first']);
    expect(told[2]?.concession).toMatchObject({
      given: 0.375,
      gained: 0.0625,
      issues: [
        { issue: 'royalty', given: 0.375, gained: 0.0625 },
        { issue: 'share', given: 0, gained: 0 },
      ],
    });
  });
});
