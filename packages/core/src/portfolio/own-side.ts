import type { Day } from '../kernel/index.ts';
import { Period } from '../kernel/index.ts';
import type { Alliance, Membership, Register } from '../register/index.ts';

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

export function ownSideOf(register: Register, focal: Focal): OwnSide {
  const organisations = ownOrganisations(register, focal);
  const ids = new Set([...organisations].flatMap((id) => register.membershipsBy(id).map((row) => row.alliance)));
  const alliances = register.alliances.filter((alliance) => ids.has(alliance.id));
  const ventures = alliances.flatMap((alliance) => (alliance.venture === null ? [] : [alliance.venture]));
  return { organisations, notPartners: new Set([...organisations, ...ventures]), alliances };
}

export function partnersIn(register: Register, own: OwnSide, alliance: string): readonly Membership[] {
  return register.membershipsOf(alliance).filter((row) => !own.notPartners.has(row.organisation));
}

/** The house of an organisation on a day; the organisation itself when it belongs to none. */
export function houseOn(register: Register, organisation: string, day: Day): string {
  const membership = register.houseMembershipsOf(organisation).find((row) => Period.on(row, day).active);
  return membership ? `house:${membership.house}` : `organisation:${organisation}`;
}
