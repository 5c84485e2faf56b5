import { type Day, Period, type SourceRef } from '../kernel/index.ts';
import type { Alliance, Measure, Organisation, Overlap, Register, TermHierarchy } from '../register/index.ts';
import {
  type ActiveAlliance,
  activeAlliances,
  type Area,
  areasOf,
  MEETING_DIMENSIONS,
  type MeetingDimension,
  meetingsOf,
} from './areas.ts';
import { evidencePlaces } from './evidence-places.ts';
import type { OwnSide } from './own-side.ts';

/** What a firm is as large as, as far as the register measures it. */
export const SIZE_QUANTITIES = ['employees', 'sales', 'annual-sales', 'capital'] as const;

/** Where the present business of a candidate, or of its house, meets that of an alliance of the firm. */
export type CandidateCollision = {
  /** The firm's alliance. */
  readonly alliance: string;
  /** The candidate's own, without the firm, and who of its house is in it. */
  readonly theirs: string;
  readonly by: string;
  /** Possible: what one of the two leaves open might keep them apart. */
  readonly overlap: Exclude<Overlap, 'none'>;
  readonly shared: readonly MeetingDimension[];
  readonly open: readonly MeetingDimension[];
  readonly evidence: readonly SourceRef[];
};

export type CandidateScreen = {
  readonly organisation: string;
  /** Its house on the day; null: none is recorded. */
  readonly house: { readonly id: string; readonly evidence: readonly SourceRef[] } | null;
  /** The firm's present alliances in which it is itself. */
  readonly partnerIn: readonly string[];
  /** Present partners of the firm who are of its house. */
  readonly sameHouse: readonly { readonly partner: string; readonly alliance: string }[];
  /** Null: nothing is recorded of where it, or its house, works. */
  readonly collisions: readonly CandidateCollision[] | null;
  /** The latest figure of each quantity. */
  readonly sizes: readonly (Pick<Measure, 'value' | 'unit' | 'bound' | 'scope'> & {
    readonly quantity: (typeof SIZE_QUANTITIES)[number];
    readonly date: string | null;
    readonly evidence: readonly SourceRef[];
  })[];
};

const isKnown = (area: Area): boolean => MEETING_DIMENSIONS.some((dimension) => area[dimension] !== null);

/** Kinds of organisations that are no partners to choose from. */
const NO_CANDIDATES: ReadonlySet<string> = new Set(['venture', 'division']);

function sizesOf(register: Register, measures: readonly Measure[]): CandidateScreen['sizes'] {
  return SIZE_QUANTITIES.flatMap((quantity) => {
    const [latest] = measures
      .filter((row) => row.quantity === quantity && row.value !== null)
      .sort((one, other) => ((one.date?.earliest ?? '') < (other.date?.earliest ?? '') ? 1 : -1));
    if (latest === undefined) return [];
    const { value, unit, bound, scope, date } = latest;
    const evidence = evidencePlaces(register.claimsOn('measure', latest.id));
    return [{ quantity, value, unit, bound, scope, date: date?.text ?? null, evidence }];
  });
}

function collisionsWith(
  register: Register,
  terms: TermHierarchy,
  own: readonly ActiveAlliance[],
  theirs: { readonly alliance: Alliance; readonly by: string; readonly areas: readonly Area[] },
): CandidateCollision[] {
  return own.flatMap((one): CandidateCollision[] => {
    const met = meetingsOf(terms, one.areas, theirs.areas).find((meeting) =>
      MEETING_DIMENSIONS.some((dimension) => meeting[dimension] === 'certain'),
    );
    if (met === undefined || met.overlap === 'none') return [];
    const domains = [met.one.domain, met.other.domain].flatMap((domain) => domain ?? []);
    return [
      {
        alliance: one.alliance.id,
        theirs: theirs.alliance.id,
        by: theirs.by,
        overlap: one.uncertain ? 'possible' : met.overlap,
        shared: MEETING_DIMENSIONS.filter((dimension) => met[dimension] === 'certain'),
        open: MEETING_DIMENSIONS.filter((dimension) => met[dimension] === 'possible'),
        evidence: evidencePlaces(domains.flatMap(({ id }) => register.claimsOn('domain', id))),
      },
    ];
  });
}

/** The organisations of a register that a firm could choose among, itself, its house and its ventures aside. */
export const candidatesIn = (register: Register, own: OwnSide): readonly Organisation[] =>
  register.organisations.filter(
    ({ id, kind }) => !own.notPartners.has(id) && (kind === null || !NO_CANDIDATES.has(kind)),
  );

/**
 * What speaks for a close look at candidates before anybody rates them: whether their present business, or that of their house,
 * meets that of the firm's alliances; whether they are, or are of the house of, a present partner; how large they are.
 *
 * Two businesses meet where at least one of product, market and region is known to be shared and none is known to differ (the
 * rule of retaliation in Oh, Chen, Nakamoto and Liu 2024, section 5); certain where all three are shared. Nothing recorded is
 * unknown, not free of collisions.
 * @param besides the alliance for which a partner is chosen: neither its members nor its domain count
 */
export function candidateScreens(
  register: Register,
  own: OwnSide,
  terms: TermHierarchy,
  {
    candidates,
    day,
    besides,
  }: { readonly candidates: readonly Organisation[]; readonly day: Day; readonly besides: string | null },
): readonly CandidateScreen[] {
  const { active } = activeAlliances(register, own, { population: 'all', level: 'organisation', day });
  const present = active.filter(({ alliance }) => alliance.id !== besides);
  const ours = new Set(own.alliances.map(({ id }) => id));
  const partners = present.flatMap(({ alliance, ties }) =>
    ties.map(({ partner }) => ({ partner, alliance: alliance.id })),
  );
  const houseOn = (organisation: string) =>
    register.houseMembershipsOf(organisation).find((row) => Period.on(row, day).active) ?? null;
  const membersOf = new Map<string, string[]>();
  for (const row of register.houseMemberships) {
    if (!Period.on(row, day).active) continue;
    membersOf.set(row.house, [...(membersOf.get(row.house) ?? []), row.organisation]);
  }
  const measures = new Map<string, Measure[]>();
  for (const row of register.measures) {
    if (row.of.kind !== 'organisation' || (row.date?.earliest ?? '') > day) continue;
    measures.set(row.of.id, [...(measures.get(row.of.id) ?? []), row]);
  }
  return candidates.map(({ id }): CandidateScreen => {
    const membership = houseOn(id);
    const side = membership === null ? [id] : [...new Set([id, ...(membersOf.get(membership.house) ?? [])])];
    const theirs = side.flatMap((by) =>
      register.membershipsBy(by).flatMap((row) => {
        const alliance = register.alliance(row.alliance);
        const isPresent = alliance !== null && Period.on({ from: alliance.start, to: alliance.end }, day).active;
        return isPresent && !ours.has(alliance.id) && alliance.id !== besides && Period.on(row, day).active
          ? [{ alliance, by, areas: areasOf(register, alliance, day).filter(isKnown) }]
          : [];
      }),
    );
    const known = theirs.filter(({ areas }) => areas.length > 0);
    return {
      organisation: id,
      house: membership && {
        id: membership.house,
        evidence: evidencePlaces(register.claimsOn('house-membership', membership.id)),
      },
      partnerIn: [...new Set(partners.filter(({ partner }) => partner === id).map(({ alliance }) => alliance))],
      sameHouse: partners.filter(({ partner }) => partner !== id && side.includes(partner)),
      collisions: known.length === 0 ? null : known.flatMap((each) => collisionsWith(register, terms, present, each)),
      sizes: sizesOf(register, measures.get(id) ?? []),
    };
  });
}
