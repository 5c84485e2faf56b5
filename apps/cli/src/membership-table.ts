import { createReadStream, existsSync, statSync } from 'node:fs';
import { type ColumnNames, type MemberRow, nameKey, readMembers } from '@entente/core/interchange';
import { type Day, Outcome, type Problem } from '@entente/core/kernel';
import { type DayNumber, dayNumberOf, Memberships } from '@entente/engine/network';

export const dayNumber = (day: Day | null | undefined): DayNumber | null =>
  day === null || day === undefined ? null : dayNumberOf(day);

export type MembershipTable = { readonly memberships: Memberships; readonly warnings: readonly Problem[] };

/** Reads a table of alliances of any size, one row a member, into columns; text is never held whole. */
export async function readMembershipTable(
  path: string,
  names: ColumnNames | null = null,
): Promise<Outcome<MembershipTable>> {
  if (!existsSync(path) || !statSync(path).isFile()) {
    const message = 'There is no such file';
    const fix = 'Give the path of a CSV or XLSX table of alliances, one row a member.';
    return Outcome.refuse({ file: path, code: 'file-missing', message, fix });
  }
  let memberships = new Memberships(nameKey);
  const begin = (): ((row: MemberRow) => void) => {
    memberships = new Memberships(nameKey);
    return ({ alliance, member: firm, house, form, country, start, end }) => {
      const to = dayNumber(typeof end === 'object' ? end.earliest : null);
      memberships.add({ alliance, firm, house, form, country, from: dayNumber(start?.earliest), to });
    };
  };
  const bytes = (): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: 1 << 20 });
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
