import {
  frontierOf,
  type NegotiationIssue,
  type Negotiation,
  type NumberIssue,
  type OptionIssue,
  proposalStandings,
} from '../index.ts';

/* Negotiations that tests put together. */

type Aim = readonly [reservation: number | null, target: number | null, weight?: number | null];

export const number = (
  key: string,
  [ourLast, ourTarget, ours = 1]: Aim,
  [last, target, theirs = 1]: Aim,
): NumberIssue => ({
  key,
  name: key,
  topic: 'compensation',
  scale: 'number',
  unit: '%',
  ours: { wants: null, reservation: ourLast, target: ourTarget, weight: ours },
  theirs: { wants: null, reservation: last, target, weight: theirs, ground: 'Said at the first meeting' },
});
/** Options whose points are told in turn; the best and the worst that a side would sign are those of the most and least. */
export const options = (
  key: string,
  ours: readonly number[],
  theirs: readonly number[],
  weights = [1, 1],
): OptionIssue => {
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
export const US = 'us';
export const THEM = 'them';
export const table = (
  issues: readonly NegotiationIssue[],
  ...proposals: Negotiation['proposals'][number][]
): Negotiation => ({
  parties: [
    { organisation: US, side: 'ours' },
    { organisation: THEM, side: 'theirs' },
  ],
  issues,
  proposals,
  accepted: null,
});
export const put = (key: string, on: string, by: string, values: Readonly<Record<string, number | string>>) => ({
  key,
  on,
  by,
  values: Object.entries(values).map(([issue, value]) => ({ issue, value })),
  comment: null,
});
export const standings = (negotiation: Negotiation) => proposalStandings(negotiation, frontierOf(negotiation.issues));
