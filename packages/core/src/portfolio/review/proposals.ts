import { invariant, Outcome, type Problem, Share } from '../../kernel/index.ts';
import { Fraction } from './fractions.ts';
import { type Misalignment, misalignmentOf } from './misalignment.ts';
import type { ReviewMember } from './review.ts';

/** More than half, and two thirds: what decides ordinary and special resolutions where law and articles say nothing else. */
export const CONTROL_THRESHOLDS = ['majority', 'two-thirds'] as const;
export type ControlThreshold = (typeof CONTROL_THRESHOLDS)[number];

export type ProposalConstraints = {
  /** Nobody crosses a control threshold, either way. */
  readonly keepControl: boolean;
  /** The most percentage points by which anybody's stake changes in one year; null: no bound. */
  readonly stepPerYear: Share | null;
  /** The most that the foreign members may hold together, in percent; null: no bound. */
  readonly foreignCap: Share | null;
  /** Keys of the members that count as foreign. */
  readonly foreign: readonly string[];
};

export type ControlChange = {
  readonly member: string;
  readonly threshold: ControlThreshold;
  readonly change: 'gains' | 'loses';
};

/** Stakes as they could be, and what that does. */
export type Proposal = {
  readonly shares: readonly { readonly member: string; readonly share: Share; readonly change: string }[];
  /** Percentage points that change hands. */
  readonly moved: string;
  /** From the contributions, once the stakes are as proposed. */
  readonly misalignment: Misalignment;
  readonly control: readonly ControlChange[];
  /** Years of such steps until nothing but the other constraints is in the way; null without a step. */
  readonly years: number | null;
};

const refuse = (code: string, message: string, fix: string): Outcome<never> => {
  const problem: Problem = { code, message, fix };
  return Outcome.refuse(problem);
};

/** Decimals of the finest share, at least two: stakes are moved in hundredths of a percent, or in what they are stated in. */
const decimalsOf = (shares: readonly string[]): number =>
  Math.max(2, ...shares.map((share) => share.split('.')[1]?.length ?? 0));

const unitsOf = (share: string, decimals: number): number => Number(`${share}e${decimals}`);
const shareOf = (units: number, decimals: number): Share =>
  Fraction.decimal(Fraction.of(BigInt(units), 10n ** BigInt(decimals)), decimals) as Share;

/** Whole units in the same ratio and with the given sum: the largest remainders are rounded up. */
function rounded(parts: readonly Fraction[], sum: number): number[] {
  const total = Fraction.sum(parts);
  invariant(total.over > 0n, 'there is something to divide by');
  const exact = parts.map((part) => ({
    over: part.over * total.under * BigInt(sum),
    under: part.under * total.over,
  }));
  const units = exact.map(({ over, under }) => Number(over / under));
  const missing = sum - units.reduce((before, each) => before + each, 0);
  const remainders = exact.map(({ over, under }, at) => ({ at, rest: Fraction.of(over % under, under) }));
  remainders.sort((one, other) => Fraction.compare(other.rest, one.rest) || one.at - other.at);
  for (const { at } of remainders.slice(0, missing)) units[at] = (units[at] ?? 0) + 1;
  return units;
}

/** The fewest units with which somebody holds a threshold. */
const fewest = (threshold: ControlThreshold, whole: number): number =>
  threshold === 'majority' ? Math.floor(whole / 2) + 1 : Math.ceil((2 * whole) / 3);

type Seat = { readonly now: number; readonly target: number; readonly low: number; readonly high: number };

function seatOf(now: number, target: number, whole: number, step: number | null, keepControl: boolean): Seat {
  let low = step === null ? 0 : Math.max(0, now - step);
  let high = step === null ? whole : Math.min(whole, now + step);
  if (keepControl)
    for (const threshold of CONTROL_THRESHOLDS) {
      const least = fewest(threshold, whole);
      if (now >= least) low = Math.max(low, least);
      else high = Math.min(high, least - 1);
    }
  return { now, target, low, high };
}

const within = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
const sumOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

/** The seats as near to their targets as their bounds let them, with what is over or short spread as evenly as there is room. */
function spread(seats: readonly Seat[], sum: number): number[] {
  const units = seats.map(({ target, low, high }) => within(target, low, high));
  for (let rest = sum - sumOf(units); rest !== 0; rest = sum - sumOf(units)) {
    const sign = Math.sign(rest);
    const roomy = seats.flatMap(({ low, high }, at) => {
      const room = sign > 0 ? high - (units[at] ?? 0) : (units[at] ?? 0) - low;
      return room > 0 ? [{ at, room }] : [];
    });
    invariant(roomy.length > 0, 'the sum lies within the bounds');
    const each = Math.floor(Math.abs(rest) / roomy.length);
    roomy.slice(0, each === 0 ? Math.abs(rest) : roomy.length).forEach(({ at, room }) => {
      units[at] = (units[at] ?? 0) + sign * Math.min(room, Math.max(each, 1));
    });
  }
  return units;
}

/** How much the foreign members have together: as near to what they want as all bounds let it; null where no sum fits. */
function foreignSum(foreign: readonly Seat[], home: readonly Seat[], whole: number, cap: number): number | null {
  const low = Math.max(sumOf(foreign.map((seat) => seat.low)), whole - sumOf(home.map((seat) => seat.high)));
  const high = Math.min(sumOf(foreign.map((seat) => seat.high)), whole - sumOf(home.map((seat) => seat.low)), cap);
  const wanted = sumOf(foreign.map((seat) => within(seat.target, seat.low, seat.high)));
  return low > high ? null : within(wanted, low, high);
}

function controlChanges(
  members: readonly ReviewMember[],
  before: readonly number[],
  after: readonly number[],
  whole: number,
) {
  return members.flatMap(({ key }, at): ControlChange[] =>
    CONTROL_THRESHOLDS.flatMap((threshold) => {
      const least = fewest(threshold, whole);
      const [had, has] = [(before[at] ?? 0) >= least, (after[at] ?? 0) >= least];
      return had === has ? [] : [{ member: key, threshold, change: has ? 'gains' : 'loses' }];
    }),
  );
}

const stakesUnknown = (): Outcome<never> =>
  refuse(
    'stakes-unknown',
    'Not all stakes are known, or they do not come to 100 %',
    'Record who holds how much on the day of the review.',
  );

/**
 * The stakes nearest to the targets within the constraints: least half-sum of |share - target|, exactly, on a grid of 0.01 %
 * (finer where a stake is stated more finely). Unnamed holders keep what they have; the others' targets share the rest.
 * Why this is the least and no estimate: with the members cut to their bounds, each unit that must still move costs exactly
 * one, whoever takes it, so only the sum of the foreign group is open; its cost is convex and the sum nearest to what the
 * group wants is among the best. What must move is spread evenly, so that the answer is one.
 * @param targets in percent by key of the member: contributions, or Shapley parts
 * @returns refused as `stakes-unknown`, or `proposal-none` where nothing satisfies the constraints
 */
export function proposalWithin(
  members: readonly ReviewMember[],
  targets: ReadonlyMap<string, Fraction>,
  contributions: ReadonlyMap<string, Fraction>,
  { keepControl, stepPerYear, foreignCap, foreign }: ProposalConstraints,
): Outcome<Proposal> {
  const equities = members.flatMap(({ equity }) => equity ?? []);
  if (equities.length < members.length || Share.sum(equities) !== '100') return stakesUnknown();
  const decimals = decimalsOf([...equities, stepPerYear ?? '', foreignCap ?? '']);
  const whole = unitsOf('100', decimals);
  const now = equities.map((equity) => unitsOf(equity, decimals));
  const kept = sumOf(now.filter((_, at) => members[at]?.isUnnamed));
  const free = members.map(({ key, isUnnamed }) => (isUnnamed ? Fraction.zero : (targets.get(key) ?? Fraction.zero)));
  if (Fraction.sum(free).over <= 0n)
    return refuse('proposal-none', 'No named member contributes anything', 'Read the contributions again.');
  const wanted = rounded(free, whole - kept);
  const step = stepPerYear === null ? null : unitsOf(stepPerYear, decimals);
  const seatsWith = (bound: number | null): Seat[] =>
    members.map(({ isUnnamed }, at) => {
      const units = now[at] ?? 0;
      if (isUnnamed) return { now: units, target: units, low: units, high: units };
      return seatOf(units, wanted[at] ?? 0, whole, bound, keepControl);
    });
  const isForeign = members.map(({ key }) => foreign.includes(key));
  const cap = foreignCap === null ? whole : unitsOf(foreignCap, decimals);
  const solved = (bound: number | null): readonly number[] | null => {
    const seats = seatsWith(bound);
    const [abroad, home] = [seats.filter((_, at) => isForeign[at]), seats.filter((_, at) => !isForeign[at])];
    const sum = foreignSum(abroad, home, whole, cap);
    if (sum === null) return null;
    const [outer, inner] = [spread(abroad, sum), spread(home, whole - sum)];
    return seats.map((_, at) => (isForeign[at] ? outer.shift() : inner.shift()) ?? 0);
  };
  const after = solved(step);
  if (after === null)
    return refuse(
      'proposal-none',
      'No stakes satisfy these constraints',
      'Loosen the cap, the step or the thresholds.',
    );
  const end = step === null ? null : solved(null);
  const changes = after.map((units, at) => units - (now[at] ?? 0));
  const proposed = members.map((member, at) => ({ ...member, equity: shareOf(after[at] ?? 0, decimals) }));
  const half = (points: readonly number[]): string =>
    Fraction.decimal(Fraction.of(BigInt(sumOf(points.map(Math.abs))), 2n * 10n ** BigInt(decimals)));
  return Outcome.of({
    shares: proposed.map(({ key, equity }, at) => ({
      member: key,
      share: equity,
      change: Fraction.decimal(Fraction.of(BigInt(changes[at] ?? 0), 10n ** BigInt(decimals))),
    })),
    moved: half(changes),
    misalignment: misalignmentOf(proposed, contributions),
    control: controlChanges(members, now, after, whole),
    years:
      step === null || end === null || step === 0
        ? null
        : Math.max(0, ...end.map((units, at) => Math.ceil(Math.abs(units - (now[at] ?? 0)) / step))),
  });
}
