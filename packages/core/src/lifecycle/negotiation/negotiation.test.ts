import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreementZone,
  frontierOf,
  type NegotiationIssue,
  type Negotiation,
  NEGOTIATION,
  type NumberIssue,
  type OptionIssue,
  proposalStandings,
  valueOf,
  weightsOf,
} from '../index.ts';

type Aim = readonly [reservation: number | null, target: number | null, weight?: number | null];

const number = (key: string, [ourLast, ourTarget, ours = 1]: Aim, [last, target, theirs = 1]: Aim): NumberIssue => ({
  key,
  name: key,
  topic: 'compensation',
  scale: 'number',
  unit: '%',
  ours: { wants: null, reservation: ourLast, target: ourTarget, weight: ours },
  theirs: { wants: null, reservation: last, target, weight: theirs, ground: 'Said at the first meeting' },
});
/** Options whose points are told in turn; the best and the worst that a side would sign are those of the most and least. */
const options = (key: string, ours: readonly number[], theirs: readonly number[], weights = [1, 1]): OptionIssue => {
  const keys = ours.map((_, nth) => `${key}${nth}`);
  const aim = (points: readonly number[], weight: number | undefined) => ({
    points: points.map((each, nth) => ({ option: keys[nth] ?? '', points: each })),
    target: keys[points.indexOf(Math.max(...points))] ?? null,
    reservation: keys[points.indexOf(Math.min(...points))] ?? null,
    weight: weight ?? null,
  });
  return {
    key,
    name: key,
    topic: 'coordination',
    scale: 'options',
    options: keys.map((each) => ({ key: each, name: each })),
    ours: aim(ours, weights[0]),
    theirs: { ...aim(theirs, weights[1]), ground: 'Their letter' },
  };
};
const US = 'us';
const THEM = 'them';
const table = (issues: readonly NegotiationIssue[], ...proposals: Negotiation['proposals'][number][]): Negotiation => ({
  parties: [
    { organisation: US, side: 'ours' },
    { organisation: THEM, side: 'theirs' },
  ],
  issues,
  proposals,
  accepted: null,
});
const put = (key: string, on: string, by: string, values: Readonly<Record<string, number | string>>) => ({
  key,
  on,
  by,
  values: Object.entries(values).map(([issue, value]) => ({ issue, value })),
  comment: null,
});
const standings = (negotiation: Negotiation) => proposalStandings(negotiation, frontierOf(negotiation.issues));

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

describe('the frontier', () => {
  it('trades first what gains them most for what costs us least; the Nash point is where the product is greatest', () => {
    const { pieces, nash, state } = frontierOf([
      number('royalty', [0, 10, 3], [10, 0, 1]),
      number('share', [0, 10, 1], [10, 0, 3]),
    ]);
    expect(state).toBe('known');
    expect(pieces.map(({ from }) => [from.ours, from.theirs])).toEqual([
      [1, 0],
      [0.75, 0.75],
    ]);
    expect(pieces[1]?.to).toMatchObject({ ours: 0, theirs: 1 });
    expect(nash).toMatchObject({ ours: 0.75, theirs: 0.75 });
    expect(nash?.values).toEqual([
      { issue: 'royalty', value: 10 },
      { issue: 'share', value: 0 },
    ]);
  });

  it('is one point where both want the same', () => {
    const { pieces } = frontierOf([number('a', [1, 5], [2, 7])]);
    expect(pieces).toEqual([
      { from: { ours: 1, theirs: 1, values: [{ issue: 'a', value: 7 }] }, to: expect.objectContaining({ ours: 1 }) },
    ]);
  });

  it('is not known, with the issue that keeps it from being known; and empty where an issue has no zone', () => {
    const whole = number('whole', [0, 10], [10, 0]);
    expect(frontierOf([whole, number('part', [0, 10], [10, null])])).toMatchObject({
      state: 'unknown',
      issues: ['part'],
      pieces: [],
      nash: null,
    });
    expect(frontierOf([whole, number('apart', [5, 7], [4, 2])])).toMatchObject({ state: 'empty', issues: ['apart'] });
  });

  it('says so where there are too many combinations of options to follow all', () => {
    const many = Array.from({ length: 12 }, (_, nth) => {
      const points = Array.from({ length: 8 }, (__, at) => ((at + 1) * (nth + 3) ** 2) % 97);
      return options(
        `o${nth}`,
        points,
        points.map((each, at) => -each + (at * nth) / 7),
        [1 + nth / 3, 2 + 5 / (nth + 1)],
      );
    });
    expect(frontierOf(many)).toMatchObject({ state: 'known', isCut: true });
  });
});

/* Laws, on negotiations drawn at random: issues of numbers with opposed sides and issues of options. */
const weight = fc.integer({ min: 0, max: 5 });
const drawnNumber = fc
  .record({
    low: fc.integer({ min: 0, max: 4 }),
    wide: fc.integer({ min: 1, max: 6 }),
    shift: fc.integer({ min: -3, max: 3 }),
    span: fc.integer({ min: 1, max: 6 }),
    ours: weight,
    theirs: weight,
  })
  .map(({ low, wide, shift, span, ours, theirs }) => (key: string): NegotiationIssue => {
    const last = low + wide + shift;
    return number(key, [low, low + wide, ours], [Math.max(last, low), Math.max(last, low) - span, theirs]);
  });
const drawnOptions = fc
  .record({
    ours: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }),
    theirs: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }),
    weights: fc.tuple(weight, weight),
  })
  .map(
    ({ ours, theirs, weights }) =>
      (key: string): NegotiationIssue =>
        options(key, ours, theirs, weights),
  );
const drawnIssues = fc
  .array(fc.oneof(drawnNumber, drawnOptions), { minLength: 1, maxLength: 3 })
  .map((makers) => makers.map((maker, nth) => maker(`i${nth}`)))
  .filter((issues) => weightsOf(issues, 'ours') !== null && weightsOf(issues, 'theirs') !== null);

/** Values of an issue that both would sign: every option, or a grid of numbers with both ends. */
function grid(issue: NegotiationIssue): readonly (number | string)[] {
  const { lowest, highest, options: keys } = agreementZone(issue);
  if (keys !== null) return keys;
  if (lowest === null || highest === null) throw new Error('The zone of a drawn issue has two ends');
  return Array.from({ length: 9 }, (_, nth) => lowest + ((highest - lowest) * nth) / 8);
}

function utilities(
  issues: readonly NegotiationIssue[],
  values: readonly (number | string)[],
): readonly [number, number] {
  const of = (side: 'ours' | 'theirs') => {
    const weights = weightsOf(issues, side);
    return issues.reduce(
      (sum, issue, nth) =>
        sum + (weights?.[nth] ?? Number.NaN) * (valueOf(issue, side, values[nth] ?? '') ?? Number.NaN),
      0,
    );
  };
  return [of('ours'), of('theirs')];
}
const combinations = (lists: readonly (readonly (number | string)[])[]): readonly (readonly (number | string)[])[] =>
  lists.reduce<readonly (readonly (number | string)[])[]>(
    (all, list) => all.flatMap((one) => list.map((value) => [...one, value])),
    [[]],
  );
const pointsOf = (issues: readonly NegotiationIssue[]): readonly (readonly [number, number])[] =>
  frontierOf(issues).pieces.flatMap(({ from, to }) =>
    // Where a piece breaks off, its very end may be as good for one side as a point that is better for the other.
    (from === to ? [0] : [0.001, 0.25, 0.5, 0.75, 0.999]).map(
      (part) => [from.ours + (to.ours - from.ours) * part, from.theirs + (to.theirs - from.theirs) * part] as const,
    ),
  );

describe('whatever is negotiated,', () => {
  it('no settlement that both would sign is better for one side than a point of the frontier, and as good for the other', () => {
    fc.assert(
      fc.property(drawnIssues, (issues) => {
        const front = pointsOf(issues);
        expect(front.length).toBeGreaterThan(0);
        for (const values of combinations(issues.map(grid))) {
          const [ours, theirs] = utilities(issues, values);
          const outdone = front.filter(
            ([u, v]) => (ours > u + 1e-7 && theirs >= v - 1e-9) || (theirs > v + 1e-7 && ours >= u - 1e-9),
          );
          expect({ ours, theirs, outdone }).toEqual({ ours, theirs, outdone: [] });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('every settlement lies on the frontier or under it, and the ends of each piece are worth what their values are', () => {
    fc.assert(
      fc.property(drawnIssues, (issues) => {
        const { pieces, nash } = frontierOf(issues);
        for (const { ours, theirs, values } of pieces.flatMap(({ from, to }) => [from, to])) {
          const inOrder = issues.map(({ key }) => values.find((each) => each.issue === key)?.value ?? '');
          const [u, v] = utilities(issues, inOrder);
          expect([Math.abs(u - ours) < 1e-9, Math.abs(v - theirs) < 1e-9]).toEqual([true, true]);
        }
        const proposals = combinations(issues.map(grid))
          .slice(0, 60)
          .map((values, nth) =>
            put(`p${nth}`, '2026-01-01', US, Object.fromEntries(issues.map(({ key }, at) => [key, values[at] ?? '']))),
          );
        for (const told of standings(table(issues, ...proposals))) {
          expect(told.distance).not.toBeNull();
          const { ours, theirs, roomForUs, roomForThem } = told;
          const product = (ours ?? 0) * (theirs ?? 0);
          expect(product).toBeLessThanOrEqual((nash?.ours ?? 0) * (nash?.theirs ?? 0) + 1e-9);
          expect(Math.min(roomForUs ?? -1, roomForThem ?? -1)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('neither the order of the issues, nor their keys, nor the scale of the weights changes the frontier', () => {
    const heavier = (issue: NegotiationIssue, by: number): NegotiationIssue =>
      ({ ...issue, ours: { ...issue.ours, weight: (issue.ours.weight ?? 0) * by } }) as NegotiationIssue;
    fc.assert(
      fc.property(drawnIssues, fc.integer({ min: 2, max: 9 }), (issues, by) => {
        const rounded = (list: readonly NegotiationIssue[]) =>
          frontierOf(list)
            .pieces.flatMap(({ from, to }) => [from, to])
            .map(({ ours, theirs }) => `${ours.toFixed(6)} ${theirs.toFixed(6)}`)
            .map((text) => text.replaceAll('-0.000000', '0.000000'));
        const set = (list: readonly NegotiationIssue[]) => [...new Set(rounded(list))].sort();
        const hull = (list: readonly NegotiationIssue[]) => {
          const all = set(list);
          return [all[0], all.at(-1)];
        };
        expect(set(issues.map((issue) => heavier(issue, by)))).toEqual(set(issues));
        expect(hull([...issues].reverse().map((issue) => ({ ...issue, key: `k${issue.key}` })))).toEqual(hull(issues));
      }),
      { numRuns: 100 },
    );
  });
});
