import { type Day, type EdtfDate, Period, type PeriodEnd } from '@entente/core/kernel';
import type { Alliance, Membership as MembershipRow, Register } from '@entente/core/register';
import { type DayNumber, type Membership, Memberships } from './memberships.ts';

/** Who stands for a node: `organisation:lioho` or `house:toyota`; slugs are unique within their kind only. */
export type NodeKey = `${'organisation' | 'house'}:${string}`;

/** A membership as the network reads it, beside the rows of the register that it was read from. */
export type NetworkMembership = Membership & {
  readonly firm: NodeKey;
  readonly house: NodeKey;
  readonly row: MembershipRow;
  readonly of: Alliance;
};

/**
 * A day as the network writes it.
 * @example dayNumberOf('2015-03-31') // => 20150331
 */
export const dayNumberOf = (day: Day): DayNumber => Number(day.replaceAll('-', ''));

const numberOf = (day: Day | null): DayNumber | null => (day === null ? null : dayNumberOf(day));

const endDay = (end: PeriodEnd): Day | null => (typeof end === 'object' ? end.earliest : null);

const earlier = (one: Day | null, other: Day | null): Day | null =>
  one === null ? other : other === null || one < other ? one : other;

/** A member's own beginning, else the alliance's. */
const beginningOf = (alliance: Alliance, from: EdtfDate | null): Day | null =>
  (from ?? alliance.start)?.earliest ?? null;

/** The house for which an organisation stands on a day; without a day, the first that is recorded. Null: none. */
function houseOn(register: Register, organisation: string, day: Day | null): string | null {
  const rows = register.houseMembershipsOf(organisation);
  const held = day === null ? rows[0] : rows.find((row) => Period.on(row, day).active);
  return held?.house ?? null;
}

/** What a reading of a register's memberships calls its records, and which house an organisation stands for. */
type Reading = {
  readonly named: (record: { readonly id: string; readonly slug: string }) => string;
  /** @param from when the membership begins; null: unknown */
  readonly houseOf: (organisation: string, from: Day | null) => string | null;
};

/** Each membership of a register in its order; one that names nobody, or no alliance, that the register has is left out. */
function* membershipsRead(register: Register, { named, houseOf }: Reading): Generator<NetworkMembership> {
  for (const row of register.memberships) {
    const alliance = register.alliance(row.alliance);
    const organisation = register.organisation(row.organisation);
    if (alliance === null || organisation === null) continue;
    const from = beginningOf(alliance, row.from);
    const to = earlier(endDay(row.to), endDay(alliance.end));
    const firm: NodeKey = `organisation:${named(organisation)}`;
    const house = register.house(houseOf(organisation.id, from) ?? '');
    yield {
      alliance: named(alliance),
      firm,
      house: house === null ? firm : `house:${named(house)}`,
      form: alliance.form,
      country: organisation.country,
      from: numberOf(from),
      // What ends before it begins, as sources tell, holds on no day and ends when it begins.
      to: numberOf(from !== null && to !== null && to < from ? from : to),
      row,
      of: alliance,
    };
  }
}

/**
 * The memberships of a register, as the network takes them: from the earliest reading of a member's own beginning, else
 * of its alliance's, to the earliest end of either. Only members count: a venture that an alliance set up is no partner of its parents
 * by that. An organisation stands for the house that it has on the day, or, of all that is recorded, had when it became a member.
 * @param asOf the day on which the network is read; null: all that is recorded
 * @returns one entry a membership, in the register's order; their names are node keys and slugs, which are equal as they are written
 * @example registerMemberships({ memberships: [] }, null) // => []
 */
export function registerMemberships(register: Register, asOf: Day | null): NetworkMembership[] {
  const houseOf: Reading['houseOf'] = (organisation, from) => houseOn(register, organisation, asOf ?? from);
  return [...membershipsRead(register, { named: ({ slug }) => slug, houseOf })];
}

/**
 * The memberships of a register, as a panel takes them: named by ids, and each organisation for one house in all years. They
 * begin and end as in the network.
 * @param houseOf id of the house for which an organisation counts; null: it is a house of its own
 * @example membershipsOfUnits({ memberships: [] }, () => null).count // => 0
 */
export function membershipsOfUnits(register: Register, houseOf: (organisation: string) => string | null): Memberships {
  const memberships = new Memberships((name) => name);
  for (const each of membershipsRead(register, { named: ({ id }) => id, houseOf })) memberships.add(each);
  return memberships;
}

/** Memberships that hold on a day, or all of them without one. */
export const membershipsOn = <M extends Membership>(memberships: readonly M[], asOf: DayNumber | null): M[] =>
  asOf === null
    ? [...memberships]
    : memberships.filter(({ from, to }) => from !== null && from <= asOf && (to === null || asOf < to));

/** How many memberships begin and end in a year. */
export type YearOfChange = { readonly year: number; readonly begun: number; readonly ended: number };

/**
 * The years in which memberships begin or end, ascending; years without change are left out.
 * @example yearsOfChange([{ alliance: 'a', firm: 'f', house: 'f', form: null, country: null, from: 19950101, to: null }]) // => [{ year: 1995, begun: 1, ended: 0 }]
 */
export function yearsOfChange(memberships: readonly Membership[]): YearOfChange[] {
  const years = new Map<number, { begun: number; ended: number }>();
  const count = (day: DayNumber | null, what: 'begun' | 'ended'): void => {
    if (day === null) return;
    const year = Math.floor(day / 10_000);
    const counts = years.get(year) ?? { begun: 0, ended: 0 };
    counts[what] += 1;
    years.set(year, counts);
  };
  for (const { from, to } of memberships) {
    count(from, 'begun');
    count(to, 'ended');
  }
  return [...years].sort(([one], [other]) => one - other).map(([year, counts]) => ({ year, ...counts }));
}
