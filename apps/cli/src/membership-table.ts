import { createReadStream } from 'node:fs';
import { type ColumnNames, type MemberRow, nameKey, readMembers } from '@entente/core/member-tables';
import { type Day, Outcome, type Problem } from '@entente/core/kernel';
import { type DayNumber, dayNumberOf, Memberships } from '@entente/engine/network';
import { unreadable } from './readable-file.ts';

export const dayNumber = (day: Day | null | undefined): DayNumber | null =>
  day === null || day === undefined ? null : dayNumberOf(day);

/** Most rows of a table have the days of others; no calendar has so many that they need a bound. */
function rememberedDays(): (day: Day | null | undefined) => DayNumber | null {
  const numbers = new Map<Day, DayNumber>();
  return (day) => {
    if (day === null || day === undefined) return null;
    const known = numbers.get(day);
    if (known !== undefined) return known;
    const number = dayNumberOf(day);
    numbers.set(day, number);
    return number;
  };
}

export type MembershipTable = { readonly memberships: Memberships; readonly warnings: readonly Problem[] };

/** Small enough that what is read of a part goes before the next one comes. */
const PART_BYTES = 1 << 18;

const GIVE = 'Give the path of a CSV or XLSX table of alliances, one row a member.';

/** Takes what a row states beside its membership, which was added last. */
export type FactTaker = (row: MemberRow, memberships: Memberships) => void;

/** Reads a table of alliances of any size, one row a member, into columns; text is never held whole. */
export async function readMembershipTable(
  path: string,
  names: ColumnNames | null = null,
  facts: () => FactTaker = () => () => undefined,
): Promise<Outcome<MembershipTable>> {
  const refusal = unreadable(path, GIVE);
  if (refusal !== null) return Outcome.refuse(refusal);
  let memberships = new Memberships(nameKey);
  const numberOf = rememberedDays();
  const begin = (): ((row: MemberRow) => void) => {
    memberships = new Memberships(nameKey);
    const takeFacts = facts();
    return (row) => {
      const { alliance, member: firm, house, form, country, start, end } = row;
      const to = numberOf(typeof end === 'object' ? end.earliest : null);
      memberships.add({ alliance, firm, house, form, country, from: numberOf(start?.earliest), to });
      takeFacts(row, memberships);
    };
  };
  const bytes = (): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: PART_BYTES });
  const { problems, warnings } = await readMembers({ path, bytes, names }, begin);
  return problems.length > 0 ? Outcome.refuse(...problems) : Outcome.of({ memberships, warnings });
}

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** What a computation leaves out of a table, each kind in one sentence. */
export function leftOut(
  file: string,
  left: { readonly undated: number; readonly repeated: number; readonly oneMember?: number },
): Problem[] {
  const told = (count: number, code: string, message: string, fix: string): Problem[] =>
    count === 0 ? [] : [{ file, code, message, fix }];
  const { undated, repeated, oneMember = 0 } = left;
  return [
    ...told(
      undated,
      'start-unknown',
      `${counted(undated, 'row has no start and stands', 'rows have no start and stand')} outside all years and days`,
      'Give a start, if only about: 1995~.',
    ),
    ...told(
      repeated,
      'row-twice',
      `${counted(repeated, 'row repeats a member', 'rows repeat members')} of the same alliance and time, counted once`,
      'Nothing has to be done; the result is the same without them.',
    ),
    ...told(
      oneMember,
      'one-member',
      `${counted(oneMember, 'alliance has', 'alliances have')} one member only, who gets no tie from it`,
      'Add a row for each partner.',
    ),
  ];
}
