import { type Day, Period } from '../../kernel/index.ts';
import type { Alliance, Register } from '../../register/index.ts';
import { type Focal, ownSideOf } from '../own-side.ts';
import { type EquityMember, equityIn } from './equity.ts';
import { Fraction } from './fractions.ts';
import { type Misalignment, misalignmentOf } from './misalignment.ts';
import { contributionsOf, type ReviewContent } from './review.ts';
import { type FiredEvent, firedEvents, monthsLater } from './schedule.ts';

export const REVIEW_STATES = ['draft', 'submitted', 'decided', 'withdrawn'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** A review as it was kept: of which alliance, on which day, and what it holds. */
export type KeptReview = ReviewContent & {
  readonly id: string;
  /** Id of the alliance. */
  readonly alliance: string;
  readonly date: Day;
  readonly state: ReviewState;
  /** Its contributions are made up, to show the method. */
  readonly illustrative: boolean;
};

export type ReviewParameters = {
  /** Last day to read. */
  readonly asOf: Day;
  /** Percentage points above which a misalignment is an alert. */
  readonly alertAbove: number;
  /** A review is due so many months after the last. */
  readonly everyMonths: number;
};

/** Half-yearly (000, section 4.3.2: "seasonal and biannual"); 10 points is ours. */
export const DEFAULT_REVIEW_PARAMETERS = Object.freeze({ alertAbove: 10, everyMonths: 6 });

/** A misalignment as decimal text: `points`, or two bounds, or nothing known. */
export type ToldMisalignment = {
  readonly points: string | null;
  readonly atLeast: string | null;
  readonly atMost: string | null;
};

export type ReviewAlert =
  | { readonly code: 'misaligned'; readonly points: string; readonly certain: boolean }
  | { readonly code: 'overdue'; readonly due: Day; readonly never: boolean }
  | ({ readonly code: 'event' } & FiredEvent);

export type ReviewPoint = {
  readonly review: string;
  readonly date: Day;
  readonly state: ReviewState;
  readonly illustrative: boolean;
  readonly misalignment: ToldMisalignment;
};

/** How one alliance stands: equity on the day, contribution by the last review, what is due. */
export type ReviewedAlliance = {
  readonly alliance: string;
  readonly name: string;
  readonly since: string | null;
  readonly equity: readonly EquityMember[];
  /** In percent by key of the member, as decimal text; null without a review that was handed in. */
  readonly contributions: Readonly<Record<string, string>> | null;
  readonly misalignment: ToldMisalignment | null;
  /** The members of the last review are not those of the day. */
  readonly membersChanged: boolean;
  readonly last: ReviewPoint | null;
  /** A review that is being filled in. */
  readonly draft: { readonly review: string; readonly date: Day } | null;
  /** When the next review is due; null where neither a review nor a beginning is dated. */
  readonly due: Day | null;
  readonly alerts: readonly ReviewAlert[];
  readonly history: readonly ReviewPoint[];
};

/** Every alliance of a firm that has equity, reviewed or not. */
export type FirmReviews = {
  readonly rule: 'portfolio.business-review';
  readonly asOf: Day;
  readonly alertAbove: number;
  readonly everyMonths: number;
  readonly alliances: readonly ReviewedAlliance[];
};

/** A misalignment in text, rounded to 10 decimals. */
export function toldMisalignment(misalignment: Misalignment): ToldMisalignment {
  if (misalignment.known) return { points: Fraction.decimal(misalignment.points), atLeast: null, atMost: null };
  const { atLeast, atMost } = misalignment;
  return {
    points: null,
    atLeast: atLeast && Fraction.decimal(atLeast),
    atMost: atMost && Fraction.decimal(atMost),
  };
}

/** The misalignment of a review, by the equity that stood in it; null while it is incomplete. */
export function misalignmentIn(content: ReviewContent): Misalignment | null {
  const contributions = contributionsOf(content);
  return contributions.ok ? misalignmentOf(content.members, contributions.value) : null;
}

const unknown: ToldMisalignment = { points: null, atLeast: null, atMost: null };

function pointOf(review: KeptReview): ReviewPoint {
  const { id, date, state, illustrative } = review;
  const misalignment = misalignmentIn(review);
  return {
    review: id,
    date,
    state,
    illustrative,
    misalignment: misalignment ? toldMisalignment(misalignment) : unknown,
  };
}

function misalignedAlert(misalignment: Misalignment | null, alertAbove: number): ReviewAlert[] {
  if (misalignment === null) return [];
  const limit = Fraction.parse(String(alertAbove)) ?? Fraction.zero;
  const above = (points: Fraction | null): points is Fraction => points !== null && Fraction.compare(points, limit) > 0;
  if (misalignment.known)
    return above(misalignment.points)
      ? [{ code: 'misaligned', points: Fraction.decimal(misalignment.points), certain: true }]
      : [];
  const { atLeast, atMost } = misalignment;
  if (above(atLeast)) return [{ code: 'misaligned', points: Fraction.decimal(atLeast), certain: true }];
  return above(atMost) ? [{ code: 'misaligned', points: Fraction.decimal(atMost), certain: false }] : [];
}

const sameMembers = (review: KeptReview, equity: readonly EquityMember[]): boolean =>
  review.members.length === equity.length &&
  equity.every(({ key }) => review.members.some((member) => member.key === key));

/**
 * Equity beside contribution for every alliance of a firm that has equity, and which reviews are due or called for
 * (Oh et al. 2024, section 4.3.2 and Proposition 1b; the measure and its limits are ours).
 * @param reviews as kept, in any order; what is dated after the day is left out
 */
export function firmReviews(
  register: Register,
  focal: Focal,
  reviews: readonly KeptReview[],
  { asOf, alertAbove, everyMonths }: ReviewParameters,
): FirmReviews {
  const equityOn = equityIn(register);
  const alliances = ownSideOf(register, focal).alliances.flatMap((alliance): ReviewedAlliance[] => {
    const isRunning = Period.on({ from: alliance.start, to: alliance.end }, asOf).active;
    const equity = equityOn(alliance, asOf).members;
    if (!isRunning || alliance.venture === null || !equity.some(({ stake }) => stake !== null)) return [];
    return [reviewedAlliance(register, alliance, equity, reviews, { asOf, alertAbove, everyMonths })];
  });
  return { rule: 'portfolio.business-review', asOf, alertAbove, everyMonths, alliances };
}

function reviewedAlliance(
  register: Register,
  alliance: Alliance,
  equity: readonly EquityMember[],
  reviews: readonly KeptReview[],
  { asOf, alertAbove, everyMonths }: ReviewParameters,
): ReviewedAlliance {
  const own = reviews
    .filter((review) => review.alliance === alliance.id && review.date <= asOf && review.state !== 'withdrawn')
    .sort((one, other) => (one.date + one.id < other.date + other.id ? -1 : 1));
  const held = own.filter(({ state }) => state === 'submitted' || state === 'decided');
  const last = held.at(-1) ?? null;
  const draft = own.findLast(({ state }) => state === 'draft') ?? null;
  const contributions = last === null ? null : contributionsOf(last);
  const given = contributions?.ok ? contributions.value : null;
  const membersChanged = last !== null && !sameMembers(last, equity);
  const misalignment = given === null || membersChanged ? null : misalignmentOf(equity, given);
  const since = last?.date ?? alliance.start?.earliest ?? null;
  const due = since === null ? null : monthsLater(since, everyMonths);
  const alerts: readonly ReviewAlert[] = [
    ...misalignedAlert(misalignment, alertAbove),
    ...(due !== null && due < asOf ? [{ code: 'overdue' as const, due, never: last === null }] : []),
    // Before the first review everything that happened would call for it: that it is due says as much.
    ...(last === null
      ? []
      : firedEvents(register, alliance, last.date, asOf).map((fired) => ({ code: 'event' as const, ...fired }))),
  ];
  return {
    alliance: alliance.slug,
    name: alliance.name ?? alliance.slug,
    since: alliance.start?.text ?? null,
    equity,
    contributions: given && Object.fromEntries([...given].map(([key, part]) => [key, Fraction.decimal(part)])),
    misalignment: misalignment && toldMisalignment(misalignment),
    membersChanged,
    last: last && pointOf(last),
    draft: draft && { review: draft.id, date: draft.date },
    due,
    alerts,
    history: held.map(pointOf),
  };
}
