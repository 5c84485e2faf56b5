import { isAcceptable, valueOf, wantsOf } from './issue-values.ts';
import { type NegotiationIssue, type NumberIssue, type OptionIssue, type Settled, SIDES } from './negotiation.ts';

/** A settlement of some issues, with what it adds to the utility of each side. */
export type Corner = { readonly ours: number; readonly theirs: number; readonly values: readonly Settled[] };
/** From the corner that is better for us to the one that is better for them, in a straight line. */
export type Piece = { readonly from: Corner; readonly to: Corner };

type Weights = { readonly ours: number; readonly theirs: number };

function cornerOf(issue: NegotiationIssue, weights: Weights, value: number | string): Corner | null {
  const [ours, theirs] = [valueOf(issue, 'ours', value), valueOf(issue, 'theirs', value)];
  if (ours === null || theirs === null) return null;
  return {
    ours: weights.ours * ours,
    theirs: weights.theirs * theirs,
    values: [{ issue: issue.key, value }],
  };
}

/** The numbers of an issue at which neither side can gain without the other losing, within its zone. */
function numbersWorth(issue: NumberIssue): readonly [forUs: number, forThem: number] | null {
  const [ours, theirs] = [issue.ours, issue.theirs];
  const [wanted, theirWanted] = [wantsOf(ours), wantsOf(theirs)];
  if (ours.target === null || ours.reservation === null || theirs.target === null || theirs.reservation === null)
    return null;
  if (wanted === null || theirWanted === null) return null;
  if (wanted === theirWanted) {
    const both = (wanted === 'more' ? Math.max : Math.min)(ours.target, theirs.target);
    return [both, both];
  }
  const [more, less] = wanted === 'more' ? [ours, theirs] : [theirs, ours];
  const lowest = Math.max(more.reservation ?? 0, less.target ?? 0);
  const highest = Math.min(less.reservation ?? 0, more.target ?? 0);
  // Both reach their targets: what lies between adds nothing to either.
  if (lowest >= highest) return [highest, highest];
  return wanted === 'more' ? [highest, lowest] : [lowest, highest];
}

/** What an issue that is a number can add; null where a side's wishes are not all known. */
export function numberPiece(issue: NumberIssue, weights: Weights): Piece | null {
  const ends = numbersWorth(issue);
  if (ends === null) return null;
  const [from, to] = [cornerOf(issue, weights, ends[0]), cornerOf(issue, weights, ends[1])];
  return from === null || to === null ? null : { from, to };
}

/** What an issue of options can add, one for each option that both would sign; null where none is known that both would. */
export function optionCorners(issue: OptionIssue, weights: Weights): readonly Corner[] | null {
  const corners = issue.options
    .filter(({ key }) => SIDES.every((side) => isAcceptable(issue, side, key) === true))
    .flatMap(({ key }) => cornerOf(issue, weights, key) ?? []);
  return corners.length === 0 ? null : corners;
}
