import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChoiceCriterion, PartnerChoice } from '../selection/partner-choice.ts';
import { fitDrift } from './fit-drift.ts';
import { FIT_DIMENSIONS, type HealthRating } from './health-check.ts';

const criterion = (key: string, more: Partial<ChoiceCriterion> = {}): ChoiceCriterion => ({
  key,
  name: key,
  group: null,
  direction: 'max',
  weight: null,
  unit: null,
  preference: { shape: 'usual', indifference: null, preference: null, spread: null },
  ...more,
});
const rated = (rater: string, candidate: string, values: Readonly<Record<string, number>>) => ({
  rater,
  candidate,
  values: Object.entries(values).map(([by, value]) => ({ criterion: by, value, comment: null })),
});
type Choice = Pick<PartnerChoice, 'criteria' | 'ratings' | 'decision'>;
const CHOICE: Choice = {
  criteria: [
    criterion('capability'),
    criterion('conflict', { direction: 'min' }),
    criterion('price', { unit: 'USD' }),
    criterion('values'),
  ],
  ratings: [
    rated('x', 'ffg', { capability: 5, conflict: 2, price: 120 }),
    rated('y', 'ffg', { capability: 4, conflict: 2 }),
    rated('x', 'other', { capability: 1, conflict: 5, values: 5 }),
  ],
  decision: { chosen: 'ffg', by: [], on: '1994-06-01', reason: 'It fits' },
};
/** The criterion that is looked at is the second that is asked. */
const said = (...scores: readonly (number | null)[]): HealthRating[][] =>
  scores.map((score) => [{ dimension: FIT_DIMENSIONS[1], score, comment: null }]);
const driftOf = (key: string, ours: HealthRating[][], theirs: HealthRating[][], choice: Choice | null = CHOICE) =>
  fitDrift({
    choice,
    asked: [
      { criterion: 'values', name: 'Another' },
      { criterion: key, name: 'As asked' },
    ],
    ours,
    theirs,
  })[1];

describe('drift of fit', () => {
  it('is unknown, with the reason, where nothing was rated then on the scale of today', () => {
    const now = said(4);
    for (const [key, choice, missing] of [
      ['capability', null, 'undecided'],
      ['capability', { ...CHOICE, decision: null }, 'undecided'],
      ['gone', CHOICE, 'criterion-gone'],
      ['price', CHOICE, 'measured'],
      ['values', CHOICE, 'unrated'],
    ] as const)
      expect(driftOf(key, now, now, choice)).toMatchObject({
        then: null,
        missing,
        ours: { drift: null, turn: null },
        theirs: { drift: null, turn: null },
      });
  });

  it('is unknown, never 0, for a side that said nothing of it', () => {
    expect(driftOf('capability', said(3), said(null))).toMatchObject({
      missing: null,
      ours: { drift: -1.5, turn: 'worse' },
      theirs: { now: null, drift: null, turn: null },
    });
  });

  it('is the mean now less our mean of the chosen candidate then, by side, as worked by hand', () => {
    // Then 5 and 4 of the one that was chosen: 4.5. Ours now 4, 3 and 2: 3. Theirs 5: 5.
    expect(driftOf('capability', said(4, 3, 2), said(5))).toMatchObject({
      criterion: 'capability',
      name: 'As asked',
      then: { count: 2, mean: 4.5 },
      ours: { now: { count: 3, mean: 3 }, drift: -1.5, turn: 'worse' },
      theirs: { now: { count: 1, mean: 5 }, drift: 0.5, turn: 'better' },
    });
  });

  it('turns for the worse where more of a criterion is worse, and stays the same at the mean of then', () => {
    expect(driftOf('conflict', said(4), said(1, 3))).toMatchObject({
      ours: { drift: 2, turn: 'worse' },
      theirs: { drift: 0, turn: 'same' },
    });
  });

  it('does not depend on who answered first, and is never more than the scale is wide', () => {
    const scores = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { maxLength: 7 });
    fc.assert(
      fc.property(scores, scores, (ours, theirs) => {
        const drift = driftOf('capability', said(...ours), said(...theirs));
        const turned = driftOf('capability', said(...ours).reverse(), said(...theirs).reverse());
        for (const side of ['ours', 'theirs'] as const) {
          const one = drift?.[side].drift ?? null;
          const other = turned?.[side].drift ?? null;
          if (one === null) expect(other).toBeNull();
          else {
            expect(other).toBeCloseTo(one, 12);
            expect(Math.abs(one)).toBeLessThanOrEqual(4);
          }
        }
        expect(drift?.ours.drift === null).toBe(ours.every((score) => score === null));
      }),
    );
  });

  it('says nothing of what others were asked: answers on dimensions and on other criteria count for nothing', () => {
    const other: HealthRating[][] = [
      [{ dimension: 'fairness', score: 1, comment: null }],
      [{ dimension: 'fit:1', score: 1, comment: null }],
    ];
    expect(driftOf('capability', other, other)).toMatchObject({ ours: { now: null }, theirs: { now: null } });
  });
});
