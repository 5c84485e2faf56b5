import { discrepanciesAmong } from '../evidence/index.ts';
import { groupedBy } from '../kernel/index.ts';
import { type Register, type TermHierarchy, valuesDiffer } from '../register/index.ts';
import { type ActiveAlliance, type Area, type Meeting, MEETING_DIMENSIONS, type MeetingDimension } from './areas.ts';
import { type CarveOut, carveOutsOf } from './carve-outs.ts';
import { type Collision, type Segmentation, segmentationOf, type SegmentationParameters } from './collisions.ts';
import { type Dealing, divertsOf } from './diverts.ts';
import { evidencePlaces } from './evidence-places.ts';
import { type ExclusiveRight, exclusivityCollisions } from './exclusivities.ts';
import type { Focal, OwnSide } from './own-side.ts';
import { redundancyOf } from './redundancy.ts';
import { namedOf, Names } from './register-names.ts';
import type {
  CarveOutEntry,
  CollisionEntry,
  DivertEntry,
  ExclusivityEntry,
  MeetingEntry,
  SegmentationReport,
  SegmentedAlliance,
} from './segmentation-entries.ts';

/** Proposals are worked out for so many collisions; the rest are counted. */
const MOST_PROPOSED_FOR = 40;

function disputedOn(register: Register, alliance: string): number {
  const claims = [
    ...register.domainsOf(alliance).flatMap((row) => register.claimsOn('domain', row.id)),
    ...register.membershipsOf(alliance).flatMap((row) => register.claimsOn('membership', row.id)),
  ];
  return discrepanciesAmong(claims, valuesDiffer).length;
}

function allianceEntry(register: Register, names: Names, active: ActiveAlliance): SegmentedAlliance {
  const { alliance, ties, houses, areas, uncertain } = active;
  return {
    ...names.alliance(alliance.id),
    form: alliance.form,
    start: alliance.start?.text ?? null,
    uncertain,
    disputed: disputedOn(register, alliance.id),
    parties: [...houses].map(([key, organisations]) => names.party(key, organisations)),
    areas: areas.map((area) => names.area(area)),
    evidence: evidencePlaces(ties.flatMap(({ membership }) => register.claimsOn('membership', membership.id))),
  };
}

function collisionEntry(
  terms: TermHierarchy,
  segmentation: Segmentation,
  collision: Collision,
  withProposals: boolean,
): CollisionEntry {
  const placeOf = ({ alliance }: ActiveAlliance): number =>
    segmentation.active.findIndex((each) => each.alliance.id === alliance.id);
  const { one, other, overlap, meetings } = collision;
  const meeting = ({ one: ours, other: theirs, product, market, region }: Meeting): MeetingEntry => ({
    one: one.areas.indexOf(ours),
    other: other.areas.indexOf(theirs),
    product,
    market,
    region,
  });
  const pairs = (list: CarveOut['removes']) => list.map(([a, b]): [number, number] => [placeOf(a), placeOf(b)]);
  const proposal = ({ changes, after, removes, adds, ...carveOut }: CarveOut): CarveOutEntry => ({
    ...carveOut,
    changes: changes.map(({ alliance, ...change }) => ({ alliance: placeOf(alliance), ...change })),
    certain: after.certain,
    possible: after.possible,
    removes: pairs(removes),
    adds: pairs(adds),
  });
  return {
    one: placeOf(one),
    other: placeOf(other),
    overlap,
    meetings: meetings.map(meeting),
    carveOuts: withProposals ? carveOutsOf(terms, segmentation, collision).map(proposal) : [],
  };
}

function termEntries(
  terms: TermHierarchy,
  areas: readonly Pick<Area, MeetingDimension>[],
): SegmentationReport['terms'] {
  return MEETING_DIMENSIONS.flatMap((dimension) => {
    const used = new Set(areas.flatMap((area) => area[dimension] ?? []));
    return [...used].sort().map((term) => ({
      dimension,
      term,
      broader: terms.chainOf(dimension, term).slice(1),
      classified: terms.has(dimension, term),
    }));
  });
}

/** The causes that sources give of one event: each once, with all who say so. */
function causeEntries(register: Register, { event, causes }: Dealing): DivertEntry['causes'] {
  const dates = register.claimsOn('event', event.id, 'date');
  return [...groupedBy(causes, ({ value }) => value)].map(([cause, claims]) => ({
    event: event.slug,
    title: event.title ?? event.slug,
    date: event.date?.text ?? null,
    dateDisputed: discrepanciesAmong(dates, valuesDiffer).length > 0,
    cause,
    evidence: evidencePlaces(claims),
  }));
}

function divertEntries(
  register: Register,
  own: OwnSide,
  terms: TermHierarchy,
  parameters: SegmentationParameters,
): DivertEntry[] {
  const names = new Names(register);
  return divertsOf(register, own, terms, parameters).map(
    (divert): DivertEntry => ({
      party: names.party(divert.house, divert.partners),
      elsewhere: {
        ...names.alliance(divert.elsewhere.id),
        evidence: evidencePlaces(register.claimsOn('alliance', divert.elsewhere.id)),
      },
      thirdParties: divert.thirdParties.map((id) => names.organisation(id)),
      since: divert.since?.text ?? null,
      later: divert.later,
      against: names.alliance(divert.against.alliance.id),
      overlap: divert.overlap,
      meetings: divert.meetings.map(({ one, other, product, market, region }) => ({
        one: names.area(one),
        other: names.area(other),
        product,
        market,
        region,
      })),
      sameResources: divert.sameResources.map((resource) => names.resource(resource)),
      causes: divert.dealings.flatMap((dealing) => causeEntries(register, dealing)),
    }),
  );
}

function exclusivityEntries(
  register: Register,
  own: OwnSide,
  terms: TermHierarchy,
  { active, day }: Segmentation,
  { level }: SegmentationParameters,
  rights: readonly ExclusiveRight[],
): ExclusivityEntry[] {
  const names = new Names(register);
  const named = (ids: readonly string[]) => ids.map((id) => names.organisation(id));
  return exclusivityCollisions(register, own, terms, { active, level, day }, rights).map(
    ({ right, alliance, overlap, bound, outsiders, meetings }): ExclusivityEntry => ({
      right: {
        ...right,
        alliance: names.alliance(right.alliance),
        bound: named(right.bound),
        towards: named(right.towards),
      },
      alliance: active.indexOf(alliance),
      overlap,
      bound: named(bound),
      outsiders: named(outsiders),
      meetings: meetings.map(({ area, product, market, region }) => ({
        area: alliance.areas.indexOf(area),
        product,
        market,
        region,
      })),
    }),
  );
}

/**
 * Segmentation, redundancy and diverts of a firm on a day, in names and places: the form in which every surface gives it.
 * @param rights exclusivities that contracts of its alliances give
 */
export function segmentationReport(
  register: Register,
  focal: Focal,
  own: OwnSide,
  terms: TermHierarchy,
  parameters: SegmentationParameters,
  rights: readonly ExclusiveRight[] = [],
): SegmentationReport {
  const names = new Names(register);
  const segmentation = segmentationOf(register, own, terms, parameters);
  const { supplies, shared } = redundancyOf(register, own, parameters);
  const diverts = divertEntries(register, own, terms, parameters);
  const { pairs, certain, possible, index, day, active, collisions, undated } = segmentation;
  const areas = [
    ...active.flatMap((each) => each.areas),
    ...diverts.flatMap(({ meetings }) => meetings.map(({ other }) => other)),
  ];
  const { slug: firm, name } = namedOf(
    focal.kind === 'house' ? register.house(focal.id) : register.organisation(focal.id),
    focal.id,
  );
  return {
    focal: firm,
    name,
    population: parameters.population,
    level: parameters.level,
    sources: register.claimedSources,
    day,
    pairs,
    certain,
    possible,
    index,
    alliances: active.map((each) => allianceEntry(register, names, each)),
    collisions: collisions.map((each, place) => collisionEntry(terms, segmentation, each, place < MOST_PROPOSED_FOR)),
    exclusivities: exclusivityEntries(register, own, terms, segmentation, parameters, rights),
    withoutProposals: Math.max(0, collisions.length - MOST_PROPOSED_FOR),
    supplies: supplies.map(({ offers, elsewhere, ...supply }) => ({
      ...supply,
      offers: offers.map((offer) => names.offer(offer)),
      elsewhere: elsewhere.map((offer) => names.offer(offer)),
    })),
    shared: shared.map(({ what, shared: by }) => ({
      what,
      by: by.map(({ alliance, claims }) => ({
        alliance: names.alliance(alliance.id),
        evidence: evidencePlaces(claims),
      })),
    })),
    diverts,
    terms: termEntries(terms, areas),
    undated: undated.map(({ id }) => names.alliance(id)),
  };
}
