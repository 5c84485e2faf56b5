import type { Frontier } from './frontier.ts';
import type { Corner, Piece } from './issue-offers.ts';
import { isAcceptable, valueOf, weightsOf } from './issue-values.ts';
import type { NegotiationIssue, Negotiation, Proposal, Side } from './negotiation.ts';

/** What a side gave up, and what the other gained, from a side's proposal before to this one. */
export type Concession = {
  /** The side's proposal before. */
  readonly since: string;
  /** In the utility of each side; negative: the side took back. Null: a utility is not known. */
  readonly given: number | null;
  readonly gained: number | null;
  /** By issue, in weighted value; only issues that both proposals settle. */
  readonly issues: readonly {
    readonly issue: string;
    readonly given: number | null;
    readonly gained: number | null;
  }[];
};

/** Where a proposal stands. */
export type ProposalStanding = {
  readonly proposal: string;
  readonly side: Side;
  /** Utility of each side; null where an issue is left open or a side's wishes are not all known. */
  readonly ours: number | null;
  readonly theirs: number | null;
  /** Issues that it leaves open. */
  readonly open: readonly string[];
  /** Issues in which it lies under the reservation of the side. */
  readonly underOurs: readonly string[];
  readonly underTheirs: readonly string[];
  /** To the nearest settlement of the frontier, in utility of both sides; null: not known, or outside what both would sign. */
  readonly distance: number | null;
  /** What we could have more without their having less, and the other way round. */
  readonly roomForUs: number | null;
  readonly roomForThem: number | null;
  /** Null for a side's first proposal. */
  readonly concession: Concession | null;
};

const settledIn = ({ values }: Proposal, issue: string): number | string | null =>
  values.find((each) => each.issue === issue)?.value ?? null;

/** What each issue of a proposal is worth to a side, weighted; null where it is open or not known. */
function worths(issues: readonly NegotiationIssue[], proposal: Proposal, side: Side): readonly (number | null)[] {
  const weights = weightsOf(issues, side);
  return issues.map((issue, nth) => {
    const value = settledIn(proposal, issue.key);
    const worth = value === null ? null : valueOf(issue, side, value);
    return weights === null || worth === null ? null : (weights[nth] ?? 0) * worth;
  });
}

const added = (parts: readonly (number | null)[]): number | null =>
  parts.length === 0 ? null : parts.reduce((total, part) => (total === null || part === null ? null : total + part), 0);

const less = (one: number | null | undefined, other: number | null | undefined): number | null =>
  one === null || one === undefined || other === null || other === undefined ? null : one - other;

function concessionBetween(
  issues: readonly NegotiationIssue[],
  before: Proposal,
  now: Proposal,
  side: Side,
): Concession {
  const other: Side = side === 'ours' ? 'theirs' : 'ours';
  const of = (whose: Side) => ({ before: worths(issues, before, whose), now: worths(issues, now, whose) });
  const [own, theirs] = [of(side), of(other)];
  return {
    since: before.key,
    given: less(added(own.before), added(own.now)),
    gained: less(added(theirs.now), added(theirs.before)),
    issues: issues.flatMap(({ key }, nth) =>
      settledIn(before, key) === null || settledIn(now, key) === null
        ? []
        : [
            {
              issue: key,
              given: less(own.before[nth], own.now[nth]),
              gained: less(theirs.now[nth], theirs.before[nth]),
            },
          ],
    ),
  };
}

type Utilities = Pick<Corner, 'ours' | 'theirs'>;

function distanceTo({ from, to }: Piece, { ours, theirs }: Utilities): number {
  const [across, up] = [to.ours - from.ours, to.theirs - from.theirs];
  const length = across * across + up * up;
  const along = length === 0 ? 0 : ((ours - from.ours) * across + (theirs - from.theirs) * up) / length;
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(from.ours + across * part - ours, from.theirs + up * part - theirs);
}

/** The most that one side can have on a piece where the other is to have at least so much; 0 is the least it is told as. */
function mostOn({ from, to }: Piece, side: Side, least: number): number {
  const other: Side = side === 'ours' ? 'theirs' : 'ours';
  const [best, worst] = side === 'ours' ? [from, to] : [to, from];
  if (best[other] >= least) return best[side];
  if (worst[other] < least) return Number.NEGATIVE_INFINITY;
  const part = (least - best[other]) / (worst[other] - best[other]);
  return best[side] + (worst[side] - best[side]) * part;
}

const roomFor = (side: Side, pieces: readonly Piece[], here: Utilities): number => {
  const least = here[side === 'ours' ? 'theirs' : 'ours'];
  return Math.max(0, ...pieces.map((piece) => mostOn(piece, side, least) - here[side]));
};

/** The proposals by day; of one day, as they were written. */
export const inTime = (proposals: readonly Proposal[]): readonly Proposal[] =>
  [...proposals].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));

/**
 * Where each proposal stands, in the order of time: the utility of both sides, the issues in which it lies under a reservation,
 * how far it is from the frontier, and what its side gave up since its proposal before.
 *
 * A concession is told in the utility of the side that makes it (Raiffa 1982, *The Art and Science of Negotiation*, ch. 9). The
 * distance is the Euclidean one in the plane of both utilities, for proposals that both would sign.
 * @example proposalStandings({ parties: [], issues: [], proposals: [], accepted: null }, { state: 'unknown', issues: [], pieces: [], isCut: false, nash: null }) // => []
 */
export function proposalStandings(
  { parties, issues, proposals }: Negotiation,
  frontier: Frontier,
): readonly ProposalStanding[] {
  const sideOf = ({ by }: Proposal): Side => parties.find(({ organisation }) => organisation === by)?.side ?? 'ours';
  const ordered = inTime(proposals);
  return ordered.map((proposal, nth) => {
    const side = sideOf(proposal);
    const before = ordered.slice(0, nth).findLast((each) => sideOf(each) === side);
    const [ours, theirs] = [added(worths(issues, proposal, 'ours')), added(worths(issues, proposal, 'theirs'))];
    const under = (whose: Side): readonly string[] =>
      issues
        .filter((issue) => {
          const value = settledIn(proposal, issue.key);
          return value !== null && isAcceptable(issue, whose, value) === false;
        })
        .map(({ key }) => key);
    const [underOurs, underTheirs] = [under('ours'), under('theirs')];
    const isWithin = underOurs.length === 0 && underTheirs.length === 0 && frontier.pieces.length > 0;
    const here = isWithin && ours !== null && theirs !== null ? { ours, theirs } : null;
    return {
      proposal: proposal.key,
      side,
      ours,
      theirs,
      open: issues.filter(({ key }) => settledIn(proposal, key) === null).map(({ key }) => key),
      underOurs,
      underTheirs,
      distance: here && Math.min(...frontier.pieces.map((piece) => distanceTo(piece, here))),
      roomForUs: here && roomFor('ours', frontier.pieces, here),
      roomForThem: here && roomFor('theirs', frontier.pieces, here),
      concession: before === undefined ? null : concessionBetween(issues, before, proposal, side),
    };
  });
}
