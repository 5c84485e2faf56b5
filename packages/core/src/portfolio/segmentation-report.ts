import { discrepanciesAmong } from '../evidence/index.ts';
import type { SourceRef } from '../kernel/index.ts';
import {
  type AllianceForm,
  type DomainDimension,
  type Overlap,
  type Register,
  type Resource,
  type ResourceKind,
  type TermHierarchy,
  valuesDiffer,
} from '../register/index.ts';
import { type ActiveAlliance, type Area, type Meeting, MEETING_DIMENSIONS, type MeetingDimension } from './areas.ts';
import { type CarveOut, type CarveOutKind, carveOutsOf } from './carve-outs.ts';
import {
  type Collision,
  type IndexInterval,
  type Segmentation,
  segmentationOf,
  type SegmentationParameters,
} from './collisions.ts';
import { divertsOf } from './diverts.ts';
import { evidencePlaces } from './evidence-places.ts';
import type { Focal, OwnSide } from './own-side.ts';
import type { Level, Population } from './parameters.ts';
import { type Offer, redundancyOf } from './redundancy.ts';

/** A partner house, or an organisation without one, with the organisations that act for it. */
export type Party = {
  readonly kind: Level;
  readonly slug: string;
  readonly name: string;
  readonly organisations: readonly Named[];
};

export type Named = { readonly slug: string; readonly name: string };

/** One row of an alliance's domain, or all unknown, with who says so. */
export type AreaEntry = Pick<Area, 'product' | 'market' | 'region' | 'activity' | 'uncertain'> & {
  readonly from: string | null;
  readonly evidence: readonly SourceRef[];
};

export type SegmentedAlliance = Named & {
  readonly form: AllianceForm | null;
  readonly start: string | null;
  readonly uncertain: boolean;
  /** How many fields of its domains and members the sources state differently. */
  readonly disputed: number;
  readonly parties: readonly Party[];
  readonly areas: readonly AreaEntry[];
  readonly evidence: readonly SourceRef[];
};

/** Where two alliances meet: places in the areas of each. */
export type MeetingEntry = {
  readonly one: number;
  readonly other: number;
  readonly product: Overlap;
  readonly market: Overlap;
  readonly region: Overlap;
};

export type CarveOutEntry = {
  readonly kind: CarveOutKind;
  readonly dimension: MeetingDimension;
  readonly changes: readonly {
    readonly alliance: number;
    readonly from: readonly (string | null)[];
    readonly to: string | null;
    readonly outside: readonly string[];
  }[];
  readonly steps: number;
  readonly certain: number;
  readonly possible: number;
  readonly index: IndexInterval | null;
  /** Pairs as places of alliances. */
  readonly removes: readonly (readonly [number, number])[];
  readonly adds: readonly (readonly [number, number])[];
};

export type CollisionEntry = {
  readonly one: number;
  readonly other: number;
  readonly overlap: Exclude<Overlap, 'none'>;
  readonly meetings: readonly MeetingEntry[];
  readonly carveOuts: readonly CarveOutEntry[];
};

export type OfferEntry = {
  readonly party: Party;
  readonly by: readonly {
    readonly alliance: Named | null;
    readonly organisation: Named;
    readonly evidence: readonly SourceRef[];
  }[];
};

export type SupplyEntry = {
  readonly kind: ResourceKind;
  readonly subject: string;
  readonly own: boolean;
  readonly singleSourced: boolean;
  readonly offers: readonly OfferEntry[];
  readonly elsewhere: readonly OfferEntry[];
};

export type DivertEntry = {
  readonly party: Party;
  readonly elsewhere: Named & { readonly evidence: readonly SourceRef[] };
  readonly thirdParties: readonly Named[];
  readonly since: string | null;
  readonly later: boolean | null;
  readonly against: Named;
  readonly overlap: Exclude<Overlap, 'none'>;
  /** The areas that meet, the surest first: of the firm's alliance, and of the other. */
  readonly meetings: readonly (Omit<MeetingEntry, 'one' | 'other'> & {
    readonly one: AreaEntry;
    readonly other: AreaEntry;
  })[];
  readonly sameResources: readonly {
    readonly kind: ResourceKind;
    readonly subject: string;
    readonly evidence: readonly SourceRef[];
  }[];
  readonly causes: readonly {
    readonly event: string;
    readonly title: string;
    readonly date: string | null;
    readonly cause: string;
    readonly evidence: readonly SourceRef[];
  }[];
};

/** What the API answers and the page draws: names instead of ids, evidence beside. */
export type SegmentationReport = {
  readonly focal: string;
  readonly name: string;
  readonly population: Population;
  readonly level: Level;
  readonly sources: readonly string[];
  readonly day: string;
  readonly pairs: number;
  readonly certain: number;
  readonly possible: number;
  readonly index: IndexInterval | null;
  readonly alliances: readonly SegmentedAlliance[];
  readonly collisions: readonly CollisionEntry[];
  /** Collisions beyond those for which proposals were worked out. */
  readonly withoutProposals: number;
  readonly supplies: readonly SupplyEntry[];
  readonly shared: readonly {
    readonly what: string;
    readonly by: readonly { readonly alliance: Named; readonly evidence: readonly SourceRef[] }[];
  }[];
  readonly diverts: readonly DivertEntry[];
  /** Terms of the domains read, each with the broader ones, nearest first; those not classified have none. */
  readonly terms: readonly {
    readonly dimension: DomainDimension;
    readonly term: string;
    readonly broader: readonly string[];
    readonly classified: boolean;
  }[];
  readonly undated: readonly Named[];
};

/** Proposals are worked out for so many collisions; the rest are counted. */
const MOST_PROPOSED_FOR = 40;

const namedOf = (row: { readonly slug: string; readonly name: string | null } | null, id: string): Named => ({
  slug: row?.slug ?? id,
  name: row?.name ?? row?.slug ?? id,
});

/** Gives the rows of one register their names. */
class Names {
  readonly #register: Register;

  constructor(register: Register) {
    this.#register = register;
  }

  organisation(id: string): Named {
    return namedOf(this.#register.organisation(id), id);
  }

  alliance(id: string): Named {
    return namedOf(this.#register.alliance(id), id);
  }

  party(key: string, organisations: readonly string[]): Party {
    const id = key.slice(key.indexOf(':') + 1);
    const isHouse = key.startsWith('house:');
    const row = isHouse ? this.#register.house(id) : this.#register.organisation(id);
    return {
      kind: isHouse ? 'house' : 'organisation',
      ...namedOf(row, id),
      organisations: organisations.map((each) => this.organisation(each)),
    };
  }

  area({ domain, product, market, region, activity, uncertain }: Area): AreaEntry {
    const evidence = domain === null ? [] : evidencePlaces(this.#register.claimsOn('domain', domain.id));
    return { product, market, region, activity, uncertain, from: domain?.from?.text ?? null, evidence };
  }

  offer({ house, organisations, resources }: Offer): OfferEntry {
    return {
      party: this.party(house, organisations),
      by: resources.map(({ id, alliance, organisation }) => ({
        alliance: alliance === null ? null : this.alliance(alliance),
        organisation: this.organisation(organisation),
        evidence: evidencePlaces(this.#register.claimsOn('resource', id)),
      })),
    };
  }

  resource({ id, kind, subject }: Resource) {
    return { kind, subject, evidence: evidencePlaces(this.#register.claimsOn('resource', id)) };
  }
}

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
      causes: divert.dealings.flatMap(({ event, causes }) =>
        causes.map((claim) => ({
          event: event.slug,
          title: event.title ?? event.slug,
          date: event.date?.text ?? null,
          cause: claim.value,
          evidence: evidencePlaces([claim]),
        })),
      ),
    }),
  );
}

/** Segmentation, redundancy and diverts of a firm on a day, in names and places: the form in which every surface gives it. */
export function segmentationReport(
  register: Register,
  focal: Focal,
  own: OwnSide,
  terms: TermHierarchy,
  parameters: SegmentationParameters,
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
