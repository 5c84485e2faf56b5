import { type Day, groupedBy, Period } from '../kernel/index.ts';
import {
  type Alliance,
  type Domain,
  type Overlap,
  type Register,
  strongestOverlap,
  type TermHierarchy,
  weakestOverlap,
} from '../register/index.ts';
import { type OwnSide, partnerKeys } from './own-side.ts';
import type { Level, Population } from './parameters.ts';
import { type Tie, tiesOf } from './ties.ts';

/** The dimensions in which alliances must all meet to collide; the activity is told beside them. */
export const MEETING_DIMENSIONS = ['product', 'market', 'region'] as const;
export type MeetingDimension = (typeof MEETING_DIMENSIONS)[number];

/** Where an alliance works on a day: one row of its domain, or nothing known. */
export type Area = {
  /** Null: the record tells no domain of the alliance on that day. */
  readonly domain: Domain | null;
  readonly product: string | null;
  readonly market: string | null;
  readonly region: string | null;
  readonly activity: string | null;
  /** The day may lie before its beginning or after its end. */
  readonly uncertain: boolean;
};

/** Two areas that meet, or may. */
export type Meeting = {
  readonly one: Area;
  readonly other: Area;
  readonly product: Overlap;
  readonly market: Overlap;
  readonly region: Overlap;
  readonly overlap: Overlap;
};

const UNKNOWN: Area = { domain: null, product: null, market: null, region: null, activity: null, uncertain: false };

/** The areas of an alliance on a day. A domain without a beginning began with its alliance. */
export function areasOf(register: Register, alliance: Alliance, day: Day): readonly Area[] {
  const areas = register.domainsOf(alliance.id).flatMap((domain): Area[] => {
    const { product, market, region, activity, to } = domain;
    const { active, uncertain } = Period.on({ from: domain.from ?? alliance.start, to }, day);
    return active ? [{ domain, product, market, region, activity, uncertain }] : [];
  });
  return areas.length === 0 ? [UNKNOWN] : areas;
}

function meetingOf(terms: TermHierarchy, one: Area, other: Area): Meeting | null {
  const product = terms.overlap('product', one.product, other.product);
  if (product === 'none') return null;
  const market = terms.overlap('market', one.market, other.market);
  if (market === 'none') return null;
  const region = terms.overlap('region', one.region, other.region);
  if (region === 'none') return null;
  const timed: Overlap = one.uncertain || other.uncertain ? 'possible' : 'certain';
  return { one, other, product, market, region, overlap: weakestOverlap([product, market, region, timed]) };
}

const MEETING_ORDER: Readonly<Record<Overlap, number>> = { certain: 0, possible: 1, none: 2 };

const unknowns = (meeting: Meeting): number =>
  MEETING_DIMENSIONS.filter((dimension) => meeting[dimension] !== 'certain').length;

/** Where the areas of two alliances meet, the surest first. */
export function meetingsOf(terms: TermHierarchy, ones: readonly Area[], others: readonly Area[]): readonly Meeting[] {
  return ones
    .flatMap((one) => others.flatMap((other) => meetingOf(terms, one, other) ?? []))
    .sort((one, other) => MEETING_ORDER[one.overlap] - MEETING_ORDER[other.overlap] || unknowns(one) - unknowns(other));
}

/** What the meetings of two alliances come to; `uncertain` when the alliances themselves may not hold on the day. */
export const overlapOf = (meetings: readonly Meeting[], uncertain: boolean): Overlap =>
  weakestOverlap([strongestOverlap(meetings.map(({ overlap }) => overlap)), uncertain ? 'possible' : 'certain']);

/** An alliance of the firm that holds on a day, with its partner houses and where it works. */
export type ActiveAlliance = {
  readonly alliance: Alliance;
  /** Partner organisations by house (`house:<id>`, or `organisation:<id>` of one without a house). */
  readonly houses: ReadonlyMap<string, readonly string[]>;
  readonly ties: readonly Tie[];
  readonly areas: readonly Area[];
  /** Its beginning or end may fall on either side of the day. */
  readonly uncertain: boolean;
};

/** The alliances of the population that tie a partner on a day, by their names in addresses; beside them those of no date. */
export function activeAlliances(
  register: Register,
  own: OwnSide,
  { population, level, day }: { readonly population: Population; readonly level: Level; readonly day: Day },
): { readonly active: readonly ActiveAlliance[]; readonly undated: readonly Alliance[] } {
  const { ties, undated } = tiesOf(register, own, population);
  const keyOn = partnerKeys(register, level);
  const now = ties.filter((tie) => tie.inPopulation && tie.from <= day && (tie.to === null || tie.to > day));
  const active = [...groupedBy(now, (tie) => tie.alliance)].map(([alliance, held]): ActiveAlliance => {
    const byHouse = groupedBy(held, (tie) => keyOn(tie.partner, day));
    return {
      alliance,
      ties: held,
      houses: new Map([...byHouse].map(([key, of]) => [key, [...new Set(of.map((tie) => tie.partner))]])),
      areas: areasOf(register, alliance, day),
      uncertain:
        Period.on({ from: alliance.start, to: alliance.end }, day).uncertain ||
        held.every((tie) => Period.on({ from: tie.date, to: tie.membership.to }, day).uncertain),
    };
  });
  return { active: active.sort((one, other) => (one.alliance.slug < other.alliance.slug ? -1 : 1)), undated };
}
