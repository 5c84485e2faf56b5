import { type Day, Period } from '../kernel/index.ts';
import {
  type Overlap,
  type Register,
  strongestOverlap,
  type TermHierarchy,
  weakestOverlap,
} from '../register/index.ts';
import { type ActiveAlliance, type Area, MEETING_DIMENSIONS, type MeetingDimension } from './areas.ts';
import { type OwnSide, partnerKeys } from './own-side.ts';
import type { Level } from './parameters.ts';

/** How far an exclusivity reaches in a dimension. */
export type Reach =
  | { readonly reach: 'anywhere' }
  | { readonly reach: 'within'; readonly term: string }
  | { readonly reach: 'unknown' };

/** What the contract of an alliance lets its members do with nobody else. */
export type ExclusiveRight = {
  /** The paper that holds it. */
  readonly paper: string;
  readonly title: string;
  readonly alliance: string;
  readonly bound: readonly string[];
  readonly towards: readonly string[];
  readonly product: Reach;
  readonly market: Reach;
  readonly region: Reach;
  /** First and last day; null: as long as the alliance. */
  readonly from: Day | null;
  readonly until: Day | null;
  readonly clause: string | null;
};

/** How an exclusivity and an area lie to each other. */
type ReachMeeting = Readonly<Record<MeetingDimension, Overlap>> & { readonly area: Area; readonly overlap: Overlap };

/** An alliance of the firm that falls, or may fall, under an exclusivity of another one. */
export type ExclusivityCollision = {
  readonly right: ExclusiveRight;
  readonly alliance: ActiveAlliance;
  readonly overlap: Exclude<Overlap, 'none'>;
  /** Members that are bound, and members that are neither bound nor those towards whom the bound ones are. */
  readonly bound: readonly string[];
  readonly outsiders: readonly string[];
  /** Areas that fall under it, the surest first. */
  readonly meetings: readonly ReachMeeting[];
};

const reached = (terms: TermHierarchy, dimension: MeetingDimension, reach: Reach, term: string | null): Overlap => {
  if (reach.reach === 'anywhere') return 'certain';
  return terms.overlap(dimension, reach.reach === 'within' ? reach.term : null, term);
};

function meetingOf(terms: TermHierarchy, right: ExclusiveRight, area: Area): ReachMeeting {
  const at = (dimension: MeetingDimension): Overlap => reached(terms, dimension, right[dimension], area[dimension]);
  const [product, market, region] = [at('product'), at('market'), at('region')];
  const timed: Overlap = area.uncertain ? 'possible' : 'certain';
  return { area, product, market, region, overlap: weakestOverlap([product, market, region, timed]) };
}

/** Whether the exclusivity holds on the day; none where it has ended or its alliance has. */
function holdsOn(register: Register, { alliance, from, until }: ExclusiveRight, day: Day): Overlap {
  const row = register.alliance(alliance);
  if (row === null || (from !== null && day < from) || (until !== null && day > until)) return 'none';
  const { active, uncertain } = Period.on({ from: row.start, to: row.end }, day);
  return active ? (uncertain ? 'possible' : 'certain') : 'none';
}

const ORDER: Readonly<Record<Overlap, number>> = { certain: 0, possible: 1, none: 2 };
const unknowns = (meeting: ReachMeeting): number =>
  MEETING_DIMENSIONS.filter((dimension) => meeting[dimension] !== 'certain').length;

/**
 * The alliances of a firm that fall under exclusivities of others of its alliances on a day: a bound house takes part in
 * them, with a house that is neither bound nor one of those towards whom it is, and product, market and region all lie within
 * what is exclusive. Three-valued as collisions are: what is unknown of either leaves it possible.
 * @param active the firm's alliances that hold on the day
 * @returns certain ones first, in the order of the exclusivities
 */
export function exclusivityCollisions(
  register: Register,
  own: OwnSide,
  terms: TermHierarchy,
  { active, level, day }: { readonly active: readonly ActiveAlliance[]; readonly level: Level; readonly day: Day },
  rights: readonly ExclusiveRight[],
): readonly ExclusivityCollision[] {
  const keyOn = partnerKeys(register, level);
  const found = rights.flatMap((right) => {
    const holds = holdsOn(register, right, day);
    if (holds === 'none') return [];
    const keys = (of: readonly string[]): ReadonlySet<string> => new Set(of.map((each) => keyOn(each, day)));
    const [boundKeys, towardsKeys] = [keys(right.bound), keys(right.towards)];
    return active.flatMap((each): ExclusivityCollision[] => {
      if (each.alliance.id === right.alliance) return [];
      const ours = register
        .membershipsOf(each.alliance.id)
        .filter((row) => own.organisations.has(row.organisation) && Period.on(row, day).active);
      const members = [
        ...new Set([...ours.map(({ organisation }) => organisation), ...[...each.houses.values()].flat()]),
      ];
      const bound = members.filter((member) => boundKeys.has(keyOn(member, day)));
      const outsiders = members.filter((member) => {
        const key = keyOn(member, day);
        return !boundKeys.has(key) && !towardsKeys.has(key);
      });
      if (bound.length === 0 || outsiders.length === 0) return [];
      const meetings = each.areas
        .map((area) => meetingOf(terms, right, area))
        .filter(({ overlap }) => overlap !== 'none')
        .sort((one, other) => ORDER[one.overlap] - ORDER[other.overlap] || unknowns(one) - unknowns(other));
      const overlap = weakestOverlap([
        strongestOverlap(meetings.map((meeting) => meeting.overlap)),
        holds,
        each.uncertain ? 'possible' : 'certain',
      ]);
      return overlap === 'none' ? [] : [{ right, alliance: each, overlap, bound, outsiders, meetings }];
    });
  });
  return [...found].sort((one, other) => ORDER[one.overlap] - ORDER[other.overlap]);
}
