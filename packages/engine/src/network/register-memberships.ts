import { type Day, type EdtfDate, Period, type PeriodEnd } from '@entente/core/kernel';
import type { Alliance, Membership as MembershipRow, Register } from '@entente/core/register';
import type { DayNumber, Membership } from './memberships.ts';

/** Who stands for a node: `organisation:lioho` or `house:toyota`; slugs are unique within their kind only. */
export type NodeKey = `${'organisation' | 'house'}:${string}`;

/** A membership as the network reads it, beside the rows of the register that it was read from. */
export type NetworkMembership = Membership & {
  readonly firm: NodeKey;
  readonly house: NodeKey;
  readonly row: MembershipRow;
  readonly of: Alliance;
};

const numberOf = (day: Day | null): DayNumber | null => (day === null ? null : Number(day.replaceAll('-', '')));

/**
 * A day as the network writes it.
 * @example dayNumberOf('2015-03-31') // => 20150331
 */
export const dayNumberOf = (day: Day): DayNumber => Number(day.replaceAll('-', ''));

const endDay = (end: PeriodEnd): Day | null => (typeof end === 'object' ? end.earliest : null);

const earlier = (one: Day | null, other: Day | null): Day | null =>
  one === null ? other : other === null || one < other ? one : other;

/** A member's own beginning, else the alliance's. */
const beginningOf = (alliance: Alliance, from: EdtfDate | null): Day | null =>
  (from ?? alliance.start)?.earliest ?? null;

/** The house for which an organisation stands on a day; without a day, the first that is recorded. */
function houseKeyOn(register: Register, organisation: string, day: Day | null, own: NodeKey): NodeKey {
  const rows = register.houseMembershipsOf(organisation);
  const held = day === null ? rows[0] : rows.find((row) => Period.on(row, day).active);
  const house = held === undefined ? null : register.house(held.house);
  return house === null ? own : `house:${house.slug}`;
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
  return register.memberships.flatMap((row) => {
    const alliance = register.alliance(row.alliance);
    const organisation = register.organisation(row.organisation);
    if (alliance === null || organisation === null) return [];
    const from = beginningOf(alliance, row.from);
    const firm: NodeKey = `organisation:${organisation.slug}`;
    return {
      alliance: alliance.slug,
      firm,
      house: houseKeyOn(register, organisation.id, asOf ?? from, firm),
      form: alliance.form,
      country: organisation.country,
      from: numberOf(from),
      to: numberOf(earlier(endDay(row.to), endDay(alliance.end))),
      row,
      of: alliance,
    };
  });
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
