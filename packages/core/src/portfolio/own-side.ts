import type { Day } from '../kernel/index.ts';
import { Period } from '../kernel/index.ts';
import type { Alliance, Membership, Register } from '../register/index.ts';
import type { Level } from './parameters.ts';

/** The firm whose portfolio is read: one organisation, or a house with all its members. */
export type Focal = { readonly kind: 'organisation' | 'house'; readonly id: string };

/** What belongs to the focal firm: itself, its own house's members, and the ventures of its alliances. */
export type OwnSide = {
  readonly organisations: ReadonlySet<string>;
  /** Organisations that are no partners: own members and own ventures. */
  readonly notPartners: ReadonlySet<string>;
  /** Alliances in which an own organisation is a member. */
  readonly alliances: readonly Alliance[];
};

function membersOfHouse(register: Register, house: string): string[] {
  return register.houseMemberships.filter((row) => row.house === house).map((row) => row.organisation);
}

function ownOrganisations(register: Register, focal: Focal): Set<string> {
  if (focal.kind === 'house') return new Set(membersOfHouse(register, focal.id));
  const own = new Set([focal.id]);
  for (const { house } of register.houseMembershipsOf(focal.id)) {
    for (const member of membersOfHouse(register, house)) own.add(member);
  }
  return own;
}

export const ownSideOf = (register: Register, focal: Focal): OwnSide => {
  const organisations = ownOrganisations(register, focal);
  return sideOf(register, organisations, organisations);
};

const places = new WeakMap<Register, ReadonlyMap<string, number>>();

/** Where each alliance stands in the register; found once, as a whole register is asked firm by firm. */
function placesOf(register: Register): ReadonlyMap<string, number> {
  let known = places.get(register);
  if (!known) places.set(register, (known = new Map(register.alliances.map(({ id }, place) => [id, place]))));
  return known;
}

/** The side of these organisations; others of their house, of whom nothing is counted, are no partners either. */
export function sideOf(register: Register, organisations: ReadonlySet<string>, ownHouse: ReadonlySet<string>): OwnSide {
  const ids = new Set([...organisations].flatMap((id) => register.membershipsBy(id).map((row) => row.alliance)));
  const placeOf = placesOf(register);
  const alliances = [...ids]
    .flatMap((id) => register.alliance(id) ?? [])
    .sort((one, other) => (placeOf.get(one.id) ?? 0) - (placeOf.get(other.id) ?? 0));
  const ventures = alliances.flatMap((alliance) => (alliance.venture === null ? [] : [alliance.venture]));
  return { organisations, notPartners: new Set([...ownHouse, ...ventures]), alliances };
}

export function partnersIn(register: Register, own: OwnSide, alliance: string): readonly Membership[] {
  return register.membershipsOf(alliance).filter((row) => !own.notPartners.has(row.organisation));
}

/** What scope and novelty count an organisation as on a day: `house:<id>`, or `organisation:<id>` when it has none. */
export type PartnerKey = (organisation: string, day: Day) => string;

const isTimeless = (row: Period): boolean => row.from === null && row.to === 'open';

/** Partner keys by house. An organisation whose house never changes has one key, found once. */
function houseKeys(register: Register): PartnerKey {
  const fixed = new Map<string, string | null>();
  const fixedKeyOf = (organisation: string): string | null => {
    const memberships = register.houseMembershipsOf(organisation);
    const [first] = memberships;
    if (!first) return `organisation:${organisation}`;
    return memberships.length === 1 && isTimeless(first) ? `house:${first.house}` : null;
  };
  return (organisation, day) => {
    let key = fixed.get(organisation);
    if (key === undefined) fixed.set(organisation, (key = fixedKeyOf(organisation)));
    return key ?? houseOn(register, organisation, day);
  };
}

function houseOn(register: Register, organisation: string, day: Day): string {
  const membership = register.houseMembershipsOf(organisation).find((row) => Period.on(row, day).active);
  return membership ? `house:${membership.house}` : `organisation:${organisation}`;
}

/** Partner keys at a level. */
export const partnerKeys = (register: Register, level: Level): PartnerKey => {
  if (level === 'house') return houseKeys(register);
  const keys = new Map<string, string>();
  return (organisation) => {
    let key = keys.get(organisation);
    if (key === undefined) keys.set(organisation, (key = `organisation:${organisation}`));
    return key;
  };
};
