import { agreementZone } from './agreement-zone.ts';
import { type Corner, numberPiece, optionCorners, type Piece } from './issue-offers.ts';
import { weightsOf } from './issue-values.ts';
import type { NegotiationIssue } from './negotiation.ts';
import { pointAt, SAME_WITHIN, undominated } from './piece-cover.ts';

/** Settlements that neither side can better for itself without the other losing. */
export type Frontier = {
  /** `unknown`: not all that both sides want is told; `empty`: an issue has nothing that both would sign. */
  readonly state: 'known' | 'unknown' | 'empty';
  /** The issues that keep it from being known, or that have no zone. */
  readonly issues: readonly string[];
  /**
   * From the best for us to the best for them; a single settlement is a piece whose ends are the same. Where a piece breaks off
   * because another is better, its end is the limit: the other is as good for one side there, and better for the other.
   */
  readonly pieces: readonly Piece[];
  /** Of so many combinations of options not all were followed. */
  readonly isCut: boolean;
  /** The settlement with the greatest product of both utilities. */
  readonly nash: Corner | null;
};

/** Combinations of options that are kept while they are put together, and pieces that are compared. */
const MOST_COMBINATIONS = 400;
const MOST_PIECES = 800;

const NOTHING: Corner = { ours: 0, theirs: 0, values: [] };
const sum = (one: Corner, other: Corner): Corner => ({
  ours: one.ours + other.ours,
  theirs: one.theirs + other.theirs,
  values: [...one.values, ...other.values],
});

/** The corners that no other outdoes, best for us first; of equal ones the first. */
function bestOf(corners: readonly Corner[]): readonly Corner[] {
  const sorted = [...corners].sort((one, other) => other.ours - one.ours || other.theirs - one.theirs);
  let most = Number.NEGATIVE_INFINITY;
  return sorted.filter(({ theirs }) => {
    const isBest = theirs > most + SAME_WITHIN;
    if (isBest) most = theirs;
    return isBest;
  });
}

/** So many of the corners at most, evenly, with both ends. */
function thinned(corners: readonly Corner[], most: number): readonly Corner[] {
  if (corners.length <= most) return corners;
  return Array.from({ length: most }, (_, nth) => {
    const corner = corners[Math.round((nth * (corners.length - 1)) / (most - 1))];
    return corner ?? NOTHING;
  });
}

/** Pieces put end to end, steepest gain for them a loss of ours first: the best that issues of numbers give together. */
function chainOf(pieces: readonly Piece[]): readonly Piece[] {
  let here = pieces.reduce((corner, { from }) => sum(corner, from), NOTHING);
  const gains = pieces
    .map(({ from, to }) => ({ to, loss: from.ours - to.ours, gain: to.theirs - from.theirs }))
    .filter(({ gain }) => gain > SAME_WITHIN)
    .sort((one, other) => other.gain * one.loss - one.gain * other.loss);
  const chain: Piece[] = [];
  for (const { to, loss, gain } of gains) {
    const moved = to.values[0];
    const next: Corner = {
      ours: here.ours - loss,
      theirs: here.theirs + gain,
      values: here.values.map((value) => (value.issue === moved?.issue ? moved : value)),
    };
    // What costs us nothing is given at once.
    if (loss > SAME_WITHIN) chain.push({ from: here, to: next });
    here = next;
  }
  return chain.length === 0 ? [{ from: here, to: here }] : chain;
}

const greatestProduct = (corners: readonly Corner[]): Corner | null =>
  corners.reduce<Corner | null>(
    (best, each) => (best === null || each.ours * each.theirs > best.ours * best.theirs ? each : best),
    null,
  );

/** Where the product of both utilities is greatest along a piece: a parabola in the part of the way. */
function bestProduct(piece: Piece): Corner {
  const { from, to } = piece;
  const [across, up] = [to.ours - from.ours, to.theirs - from.theirs];
  const crest = -(from.ours * up + from.theirs * across) / (2 * across * up);
  const turns = crest > 0 && crest < 1 ? [from, to, pointAt(piece, crest)] : [from, to];
  return greatestProduct(turns) ?? from;
}

type Offers = { readonly numbers: readonly Piece[]; readonly options: readonly (readonly Corner[])[] };

/** What each issue can add; null for those of which not all is known. */
function offersOf(issues: readonly NegotiationIssue[]): Offers | null {
  const [ours, theirs] = [weightsOf(issues, 'ours'), weightsOf(issues, 'theirs')];
  if (ours === null || theirs === null) return null;
  const numbers: Piece[] = [];
  const options: (readonly Corner[])[] = [];
  for (const [nth, issue] of issues.entries()) {
    const weights = { ours: ours[nth] ?? 0, theirs: theirs[nth] ?? 0 };
    const offer = issue.scale === 'number' ? numberPiece(issue, weights) : optionCorners(issue, weights);
    if (offer === null) return null;
    if ('from' in offer) numbers.push(offer);
    else options.push(offer);
  }
  return { numbers, options };
}

const isKnown = (issue: NegotiationIssue): boolean => {
  const weights = { ours: 1, theirs: 1 };
  const offer = issue.scale === 'number' ? numberPiece(issue, weights) : optionCorners(issue, weights);
  return offer !== null && issue.ours.weight !== null && issue.theirs.weight !== null;
};

/**
 * The efficient frontier of a negotiation: every settlement of all issues, within what both sides would sign, that neither side
 * can better for itself without the other losing. Utilities are weighted sums of single-issue values, weights normalised to 1
 * (additive value function; Keeney and Raiffa 1976, ch. 3). Numbers are traded in the order of what they gain the other side for
 * what they cost us (Raiffa 1982, *The Art and Science of Negotiation*, ch. 11), which is exact for values that are linear between
 * reservation and target; options are put together and compared, up to a bound that `isCut` tells of. The Nash point maximises the
 * product of both utilities over what each has at its reservations, which is 0 (Nash 1950, "The Bargaining Problem",
 * Econometrica 18, p. 159); where options leave gaps it is the best of what can be agreed, without lotteries.
 * @returns utilities from 0 (every issue at the reservation) to 1 (every issue at the target)
 * @example frontierOf([]).state // => 'unknown'
 */
export function frontierOf(issues: readonly NegotiationIssue[]): Frontier {
  const none = { pieces: [], isCut: false, nash: null };
  const empty = issues.filter((issue) => agreementZone(issue).state === 'empty').map(({ key }) => key);
  if (empty.length > 0) return { ...none, state: 'empty', issues: empty };
  const offers = offersOf(issues);
  if (offers === null) {
    const unknown = issues.filter((issue) => !isKnown(issue));
    return { ...none, state: 'unknown', issues: (unknown.length === 0 ? issues : unknown).map(({ key }) => key) };
  }
  const chain = chainOf(offers.numbers);
  let isCut = false;
  let combined: readonly Corner[] = [NOTHING];
  for (const corners of offers.options) {
    const best = bestOf(combined.flatMap((one) => corners.map((other) => sum(one, other))));
    isCut ||= best.length > MOST_COMBINATIONS;
    combined = thinned(best, MOST_COMBINATIONS);
  }
  const most = Math.max(2, Math.floor(MOST_PIECES / chain.length));
  isCut ||= combined.length > most;
  const pieces = undominated(
    thinned(combined, most).flatMap((corner) =>
      chain.map(({ from, to }): Piece => ({ from: sum(corner, from), to: sum(corner, to) })),
    ),
  );
  return { state: 'known', issues: [], pieces, isCut, nash: greatestProduct(pieces.map(bestProduct)) };
}
