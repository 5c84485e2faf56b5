import type { SourceRef } from '../kernel/index.ts';
import type { AllianceForm, DomainDimension, Overlap, ResourceKind } from '../register/index.ts';
import type { Area, MeetingDimension } from './areas.ts';
import type { CarveOutKind } from './carve-outs.ts';
import type { IndexInterval } from './collisions.ts';
import type { ExclusiveRight } from './exclusivities.ts';
import type { Level, Population } from './parameters.ts';

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
    /** Sources date the event differently. */
    readonly dateDisputed: boolean;
    readonly cause: string;
    readonly evidence: readonly SourceRef[];
  }[];
};

/** An alliance that falls, or may fall, under an exclusivity of another: a collision of its own kind. */
export type ExclusivityEntry = {
  readonly right: Omit<ExclusiveRight, 'alliance' | 'bound' | 'towards'> & {
    readonly alliance: Named;
    readonly bound: readonly Named[];
    readonly towards: readonly Named[];
  };
  /** Place in `alliances`. */
  readonly alliance: number;
  readonly overlap: Exclude<Overlap, 'none'>;
  readonly bound: readonly Named[];
  readonly outsiders: readonly Named[];
  readonly meetings: readonly (Omit<MeetingEntry, 'one' | 'other'> & { readonly area: number })[];
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
  readonly exclusivities: readonly ExclusivityEntry[];
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
