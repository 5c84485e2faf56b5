import { type DomainDimension, type DomainTerm, termHierarchy, type TermHierarchy } from '../register/index.ts';
import { type ActiveAlliance, type Area, type Meeting, MEETING_DIMENSIONS, type MeetingDimension } from './areas.ts';
import {
  areOfDifferentHouses,
  type Collision,
  collisionOf,
  type CollisionCount,
  type IndexInterval,
  segmentationIndex,
  type Segmentation,
} from './collisions.ts';

/** The ways to part two alliances in one dimension. */
export const CARVE_OUT_KINDS = ['narrow', 'move', 'split', 'state'] as const;
/**
 * `narrow`: to a term below the one that stands; `move`: to one beside it; `split`: the term both have is divided between
 * them; `state`: an unknown value is agreed on, outside of what the other has.
 */
export type CarveOutKind = (typeof CARVE_OUT_KINDS)[number];

/** One alliance's term in a dimension replaced by another. */
export type TermChange = {
  readonly alliance: ActiveAlliance;
  /** Terms that stand there now; null among them: unknown. */
  readonly from: readonly (string | null)[];
  /** Null: a part that is still to be named (`split`), or any term outside of `outside` (`state`). */
  readonly to: string | null;
  readonly outside: readonly string[];
};

/** A change of product, market or region that removes a collision, with what it does to all others. */
export type CarveOut = {
  readonly kind: CarveOutKind;
  readonly dimension: MeetingDimension;
  readonly changes: readonly TermChange[];
  /** Steps in the hierarchy between what stands and what is proposed. */
  readonly steps: number;
  readonly after: CollisionCount;
  readonly index: IndexInterval | null;
  /** Collisions that it removes, this one among them, and pairs that it makes collide or collide more surely. */
  readonly removes: readonly (readonly [ActiveAlliance, ActiveAlliance])[];
  readonly adds: readonly (readonly [ActiveAlliance, ActiveAlliance])[];
};

/** A candidate: which terms of which alliance become what, in a hierarchy that knows the new ones. */
type Candidate = {
  readonly kind: CarveOutKind;
  readonly dimension: MeetingDimension;
  readonly steps: number;
  readonly changes: readonly (TermChange & { readonly term: string })[];
  readonly extra: readonly DomainTerm[];
};

/** Terms that nobody can have written: they hold a space. */
const outsideTerm = (alliance: ActiveAlliance): string => `outside of ${alliance.alliance.slug}`;
const partTerm = (term: string, part: number): string => `${term} part ${part}`;

const distinct = <T>(items: Iterable<T>): T[] => [...new Set(items)];

/** The values of a side of a collision in a dimension, in the areas that meet. */
function meetingValues(collision: Collision, side: 'one' | 'other', dimension: MeetingDimension): (string | null)[] {
  return distinct(collision.meetings.map((meeting: Meeting) => meeting[side][dimension]));
}

function stepsBetween(terms: TermHierarchy, dimension: DomainDimension, from: string, to: string): number {
  const [ours, theirs] = [terms.chainOf(dimension, from), terms.chainOf(dimension, to)];
  const shared = ours.find((term) => theirs.includes(term));
  return shared === undefined ? ours.length + theirs.length : ours.indexOf(shared) + theirs.indexOf(shared);
}

/** Changes of one side alone: to a narrower term, to one beside it, or out of the unknown. */
function oneSided(
  terms: TermHierarchy,
  collision: Collision,
  side: 'one' | 'other',
  dimension: MeetingDimension,
): Candidate[] {
  const alliance = collision[side];
  const values = meetingValues(collision, side, dimension);
  const against = meetingValues(collision, side === 'one' ? 'other' : 'one', dimension);
  const known = against.filter((term) => term !== null);
  // What the other does is unknown: no term of this side can be known to lie apart from it.
  if (known.length < against.length) return [];
  const [value = null] = values;
  if (values.length === 1 && value === null) {
    const term = outsideTerm(alliance);
    const change = { alliance, from: values, to: null, outside: known, term };
    return [{ kind: 'state', dimension, steps: 1, changes: [change], extra: [] }];
  }
  if (values.length !== 1 || value === null) return [];
  const broader = terms.chainOf(dimension, value)[1] ?? null;
  const beside = broader === null ? [] : terms.narrowerOf(dimension, broader);
  return [...terms.narrowerOf(dimension, value), ...beside]
    .filter((term) => term !== value && known.every((other) => terms.overlap(dimension, term, other) === 'none'))
    .map(
      (term): Candidate => ({
        kind: terms.chainOf(dimension, term).includes(value) ? 'narrow' : 'move',
        dimension,
        steps: stepsBetween(terms, dimension, value, term),
        changes: [{ alliance, from: values, to: term, outside: [], term }],
        extra: [],
      }),
    );
}

/** The one term that both sides have, divided between them: into terms below it, or into parts still to be named. */
function splitBetween(terms: TermHierarchy, collision: Collision, dimension: MeetingDimension): Candidate[] {
  const [ones, others] = [
    meetingValues(collision, 'one', dimension),
    meetingValues(collision, 'other', dimension),
  ] as const;
  const [value] = ones;
  if (ones.length !== 1 || others.length !== 1 || value === undefined || value === null || others[0] !== value)
    return [];
  const [first, second] = terms.narrowerOf(dimension, value);
  const named = first !== undefined && second !== undefined;
  const parts = named ? [first, second] : [partTerm(value, 1), partTerm(value, 2)];
  const extra = named ? [] : parts.map((term): DomainTerm => ({ dimension, term, broader: value, reason: null }));
  const changes = [collision.one, collision.other].map((alliance, side) => {
    const term = parts[side] ?? value;
    return { alliance, from: [value], to: named ? term : null, outside: [], term };
  });
  return [{ kind: 'split', dimension, steps: 2, changes, extra }];
}

function changedAlliance(candidate: Candidate, alliance: ActiveAlliance): ActiveAlliance {
  const change = candidate.changes.find((each) => each.alliance === alliance);
  if (!change) return alliance;
  const changed = (area: Area): Area =>
    change.from.includes(area[candidate.dimension]) ? { ...area, [candidate.dimension]: change.term } : area;
  return { ...alliance, areas: alliance.areas.map(changed) };
}

const pairKey = (one: ActiveAlliance, other: ActiveAlliance): string => `${one.alliance.id} ${other.alliance.id}`;

/** What the change does to the portfolio: only pairs with a changed alliance are read again. */
function effectOf(terms: TermHierarchy, segmentation: Segmentation, candidate: Candidate): CarveOut {
  const known = new Map(segmentation.collisions.map((each) => [pairKey(each.one, each.other), each.overlap]));
  const touched = new Set(candidate.changes.map(({ alliance }) => alliance));
  const removes: [ActiveAlliance, ActiveAlliance][] = [];
  const adds: [ActiveAlliance, ActiveAlliance][] = [];
  let { certain, possible } = segmentation;
  segmentation.active.forEach((one, index) => {
    for (const other of segmentation.active.slice(index + 1)) {
      if (!touched.has(one) && !touched.has(other)) continue;
      if (!areOfDifferentHouses(one, other)) continue;
      const before = known.get(pairKey(one, other)) ?? 'none';
      const now = collisionOf(terms, changedAlliance(candidate, one), changedAlliance(candidate, other));
      const after = now?.overlap ?? 'none';
      certain += Number(after === 'certain') - Number(before === 'certain');
      possible += Number(after === 'possible') - Number(before === 'possible');
      if (before !== 'none' && after === 'none') removes.push([one, other]);
      if (after === 'certain' ? before !== 'certain' : after === 'possible' && before === 'none')
        adds.push([one, other]);
    }
  });
  const after = { pairs: segmentation.pairs, certain, possible };
  const { kind, dimension, steps } = candidate;
  const changes = candidate.changes.map(({ term: _, ...change }) => change);
  return { kind, dimension, changes, steps, after, index: segmentationIndex(after), removes, adds };
}

/** What a venture makes is changed less easily than where it makes or sells it. */
const weightOf = ({ dimension }: CarveOut): number => (dimension === 'product' ? 1 : 0);

const order = (one: CarveOut, other: CarveOut): number =>
  one.adds.length - other.adds.length ||
  weightOf(one) - weightOf(other) ||
  one.changes.length - other.changes.length ||
  one.steps - other.steps ||
  other.removes.length - one.removes.length ||
  MEETING_DIMENSIONS.indexOf(one.dimension) - MEETING_DIMENSIONS.indexOf(other.dimension);

/** Of each kind of change of each alliance in each dimension, the best one. */
function bestOfEach(carveOuts: readonly CarveOut[]): CarveOut[] {
  const seen = new Set<string>();
  return [...carveOuts].sort(order).filter(({ kind, dimension, changes }) => {
    const key = [kind, dimension, ...changes.map(({ alliance }) => alliance.alliance.id)].join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Proposals to part two alliances that collide: of each kind, the smallest change of product, market or region that
 * removes the collision, with its effect on the index and on all other collisions. Those that make nothing else collide
 * come first, then those of market or region before those of product, then those of fewest alliances, of fewest steps in
 * the hierarchy, and those that remove most.
 * They are proposals: what the parties are ready for, the record does not say.
 */
export function carveOutsOf(
  terms: TermHierarchy,
  segmentation: Segmentation,
  collision: Collision,
): readonly CarveOut[] {
  const candidates = MEETING_DIMENSIONS.flatMap((dimension) => [
    ...oneSided(terms, collision, 'one', dimension),
    ...oneSided(terms, collision, 'other', dimension),
    ...splitBetween(terms, collision, dimension),
  ]);
  const effects = candidates.map((candidate) => {
    const widened = candidate.extra.length === 0 ? terms : termHierarchy([...terms.terms, ...candidate.extra]);
    return effectOf(widened, segmentation, candidate);
  });
  const removing = effects.filter(({ removes }) =>
    removes.some(([one, other]) => one === collision.one && other === collision.other),
  );
  return bestOfEach(removing);
}
