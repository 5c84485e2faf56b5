import type { NegotiationIssue, NumberAim, OptionAim, Side } from './negotiation.ts';

/** Where a value stands on the scale of a side, more being better for it; null: not judged or not known. */
function positionOf(issue: NegotiationIssue, side: Side, value: number | string): number | null {
  if (issue.scale === 'options') return issue[side].points.find(({ option }) => option === value)?.points ?? null;
  const wants = wantsOf(issue[side]);
  if (typeof value !== 'number' || wants === null) return null;
  return wants === 'more' ? value : -value;
}

/** Whether a side wants more or less of a number: as it is told, else as its target lies to its reservation. */
export function wantsOf({ wants, target, reservation }: NumberAim): NumberAim['wants'] {
  if (wants !== null || target === null || reservation === null || target === reservation) return wants;
  return target > reservation ? 'more' : 'less';
}

const at = (issue: NegotiationIssue, side: Side, value: number | string | null): number | null =>
  value === null ? null : positionOf(issue, side, value);

/**
 * What a value of an issue is worth to a side: 0 at its reservation, 1 at its target and beyond, linear between the two and on
 * below 0 under the reservation (piecewise linear single-issue value functions: Keeney and Raiffa 1976, *Decisions with Multiple
 * Objectives*, ch. 3; for negotiations Raiffa 1982, *The Art and Science of Negotiation*, ch. 11). Options stand on the side's own
 * points in place of the number.
 * @returns no unit; null where target, reservation, direction or the option's points are not known
 * @example valueOf({ key: 'a', name: 'Share', topic: 'contributions', scale: 'number', unit: '%', ours: { wants: 'more', target: 60, reservation: 40, weight: 1 }, theirs: { wants: null, target: null, reservation: null, weight: null, ground: null } }, 'ours', 45) // => 0.25
 */
export function valueOf(issue: NegotiationIssue, side: Side, value: number | string): number | null {
  const here = positionOf(issue, side, value);
  const { target, reservation } = issue[side];
  const [best, worst] = [at(issue, side, target), at(issue, side, reservation)];
  if (here === null || best === null || worst === null || best <= worst) return null;
  return Math.min(1, (here - worst) / (best - worst));
}

/**
 * Whether a side would sign a value of an issue; null where it is not known.
 * @example isAcceptable({ key: 'a', name: 'Share', topic: 'contributions', scale: 'number', unit: '%', ours: { wants: 'more', target: null, reservation: 40, weight: 1 }, theirs: { wants: null, target: null, reservation: null, weight: null, ground: null } }, 'ours', 45) // => true
 */
export function isAcceptable(issue: NegotiationIssue, side: Side, value: number | string): boolean | null {
  const here = positionOf(issue, side, value);
  const worst = at(issue, side, issue[side].reservation);
  return here === null || worst === null ? null : here >= worst;
}

/**
 * The weights of a side's issues, as parts of 1 in the order of the issues; null for all where one is not known or all are 0.
 * @example weightsOf([], 'ours') // => null
 */
export function weightsOf(issues: readonly NegotiationIssue[], side: Side): readonly number[] | null {
  const weights = issues.map((issue) => (issue[side] satisfies NumberAim | OptionAim).weight);
  const sum = weights.reduce<number>((total, weight) => total + (weight ?? Number.NaN), 0);
  return sum > 0 ? weights.map((weight) => (weight ?? 0) / sum) : null;
}
