import type { Direction } from '../selection/decision-matrix.ts';
import { type PartnerChoice, RATING_SCALE } from '../selection/partner-choice.ts';
import { type Spread, spreadOf } from '../selection/spread.ts';
import { FIT_DIMENSIONS, type HealthRating, healthGaps, type SideHealth } from './health-check.ts';

/** Why nothing stands against what is said today. */
export type DriftGap = 'undecided' | 'criterion-gone' | 'measured' | 'unrated';

/** How one side sees a criterion now, against our rating of the partner when it was chosen. */
export type SideDrift = {
  /** Null: nobody of the side said anything. */
  readonly now: SideHealth | null;
  /** The mean now less the mean then; null where one of them is unknown. */
  readonly drift: number | null;
  /** By the direction of the criterion; null where the drift is unknown. */
  readonly turn: 'better' | 'worse' | 'same' | null;
};

export type FitDrift = {
  readonly criterion: string;
  /** As it was worded when it was asked again. */
  readonly name: string;
  /** Null: the choice has no such criterion any more. */
  readonly direction: Direction | null;
  /** What our raters gave the chosen candidate; null: unknown, for the reason that `missing` gives. */
  readonly then: Spread | null;
  readonly missing: DriftGap | null;
  readonly ours: SideDrift;
  readonly theirs: SideDrift;
};

type Sheets = readonly (readonly HealthRating[])[];
type Asked = { readonly criterion: string; readonly name: string };
type Rated = Pick<PartnerChoice, 'criteria' | 'ratings' | 'decision'>;

function thenOf(choice: Rated | null, key: string): Pick<FitDrift, 'then' | 'missing'> {
  if (choice === null || choice.decision === null) return { then: null, missing: 'undecided' };
  const { chosen } = choice.decision;
  const criterion = choice.criteria.find((each) => each.key === key);
  if (criterion === undefined) return { then: null, missing: 'criterion-gone' };
  // A measured figure has no end of its scale, so that nothing says what 1 and 5 would be on it.
  if (criterion.unit !== null) return { then: null, missing: 'measured' };
  const values = choice.ratings
    .filter(({ candidate }) => candidate === chosen)
    .flatMap((sheet) => sheet.values.filter((each) => each.criterion === key))
    .map(({ value }) => value)
    .filter((value) => value >= RATING_SCALE.least && value <= RATING_SCALE.most);
  const then = spreadOf(values);
  return { then, missing: then === null ? 'unrated' : null };
}

/** Means of thirds and sevenths are apart by less than this where they are the same. */
const SAME = 1e-9;

function sideDrift(now: SideHealth | null, then: Spread | null, direction: Direction | null): SideDrift {
  if (now === null || then === null) return { now, drift: null, turn: null };
  const drift = now.mean - then.mean;
  if (Math.abs(drift) < SAME) return { now, drift: 0, turn: 'same' };
  return { now, drift, turn: drift > 0 === (direction !== 'min') ? 'better' : 'worse' };
}

/**
 * How far the fit of a partner moved since it was chosen, by criterion and side: the mean of what each side says now, less the
 * mean of what our raters gave the chosen candidate. Both are rated from 1 to 5, so that nothing is rescaled; a criterion that
 * was measured in a unit, rated by nobody, or is in the choice no more has no drift, and neither has a side that said nothing.
 * @param choice as it stands; null: there is none that may be read
 * @param asked the criteria that were asked again, by their keys in the choice, in the order in which they were asked
 * @param ours what each person of a side sent; their order changes nothing
 * @example fitDrift({ choice: null, asked: [{ criterion: 'capability', name: 'Capability' }], ours: [], theirs: [] })[0]?.missing // => 'undecided'
 */
export function fitDrift({
  choice,
  asked,
  ours,
  theirs,
}: {
  readonly choice: Rated | null;
  readonly asked: readonly Asked[];
  readonly ours: Sheets;
  readonly theirs: Sheets;
}): readonly FitDrift[] {
  const gaps = healthGaps({ ours, theirs }, FIT_DIMENSIONS);
  return asked.map(({ criterion, name }, at) => {
    const direction = choice?.criteria.find(({ key }) => key === criterion)?.direction ?? null;
    const { then, missing } = thenOf(choice, criterion);
    const gap = gaps[at];
    return {
      criterion,
      name,
      direction,
      then,
      missing,
      ours: sideDrift(gap?.ours ?? null, then, direction),
      theirs: sideDrift(gap?.theirs ?? null, then, direction),
    };
  });
}
