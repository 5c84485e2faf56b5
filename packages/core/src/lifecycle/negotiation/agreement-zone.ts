import { isAcceptable, wantsOf } from './issue-values.ts';
import { type NegotiationIssue, type NumberIssue, type OptionIssue, type Side, SIDES } from './negotiation.ts';

/** What both sides would sign of one issue. */
export type AgreementZone = {
  readonly issue: string;
  /** `unknown`: not told what one side would sign; `empty`: nothing that both would. */
  readonly state: 'open' | 'empty' | 'unknown';
  /** Sides whose reservation, or direction, is not known. */
  readonly missing: readonly Side[];
  /** For numbers: from the least to the most, in the unit of the issue; null: no bound on that end, or no zone. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** For options: those that both would sign; null for numbers and where it is unknown. */
  readonly options: readonly string[] | null;
};

function numberZone(issue: NumberIssue): AgreementZone {
  let [lowest, highest]: [number | null, number | null] = [null, null];
  const missing: Side[] = [];
  for (const side of SIDES) {
    const { reservation } = issue[side];
    const wants = wantsOf(issue[side]);
    if (reservation === null || wants === null) missing.push(side);
    else if (wants === 'more') lowest = Math.max(lowest ?? reservation, reservation);
    else highest = Math.min(highest ?? reservation, reservation);
  }
  if (missing.length > 0)
    return { issue: issue.key, state: 'unknown', missing, lowest: null, highest: null, options: null };
  const isEmpty = lowest !== null && highest !== null && lowest > highest;
  const bounds = isEmpty ? { lowest: null, highest: null } : { lowest, highest };
  return { issue: issue.key, state: isEmpty ? 'empty' : 'open', missing, ...bounds, options: null };
}

function optionZone(issue: OptionIssue): AgreementZone {
  const none = { issue: issue.key, lowest: null, highest: null };
  const judged = (side: Side) => issue.options.map(({ key }) => isAcceptable(issue, side, key));
  const missing = SIDES.filter((side) => judged(side).every((verdict) => verdict === null));
  if (missing.length > 0) return { ...none, state: 'unknown', missing, options: null };
  const [ours, theirs] = [judged('ours'), judged('theirs')];
  const options = issue.options.filter((_, nth) => ours[nth] === true && theirs[nth] === true).map(({ key }) => key);
  const notJudged = SIDES.filter((side) => judged(side).includes(null));
  if (options.length === 0 && notJudged.length > 0)
    return { ...none, state: 'unknown', missing: notJudged, options: null };
  return { ...none, state: options.length === 0 ? 'empty' : 'open', missing: notJudged, options };
}

/**
 * What both sides would sign of an issue: the values that lie beyond neither reservation (zone of possible agreement; Raiffa
 * 1982, *The Art and Science of Negotiation*, ch. 4). Of options those alone count that both sides have judged.
 * @example agreementZone({ key: 'a', name: 'Share', topic: 'contributions', scale: 'number', unit: '%', ours: { wants: 'more', target: 60, reservation: 40, weight: 1 }, theirs: { wants: 'less', target: 30, reservation: 51, weight: 1, ground: 'Minutes' } }) // => { issue: 'a', state: 'open', missing: [], lowest: 40, highest: 51, options: null }
 */
export const agreementZone = (issue: NegotiationIssue): AgreementZone =>
  issue.scale === 'number' ? numberZone(issue) : optionZone(issue);
