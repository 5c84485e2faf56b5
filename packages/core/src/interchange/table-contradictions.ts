import { Period, type Problem, Share } from '../kernel/index.ts';
import type { MemberRow } from './alliance-rows.ts';
import { nameKey } from './name-key.ts';

/** Rows of one alliance that cannot all be true. */
export function contradictions(file: string, rows: readonly MemberRow[]): Problem[] {
  const problems: Problem[] = [];
  const first = rows.find(({ form }) => form !== null);
  const seen = new Map<string, MemberRow>();
  for (const row of rows) {
    const at = { file, line: row.line, column: row.column };
    if (first && row.form !== null && row.form !== first.form) {
      problems.push({
        ...at,
        code: 'rows-contradict',
        message: `${row.alliance} is a ${first.form} in row ${first.line} and a ${row.form} here`,
        fix: 'Give all rows of one alliance the same form.',
      });
    }
    const key = `${nameKey(row.member)} ${row.start?.text ?? ''}`;
    const twin = seen.get(key);
    if (twin) {
      problems.push({
        ...at,
        code: 'row-twice',
        message: `${row.member} stands in ${row.alliance} from the same date in row ${twin.line} already`,
        fix: 'Keep one of the two rows, or give them different dates.',
      });
    } else seen.set(key, row);
  }
  return [...problems, ...overfull(file, rows)];
}

function overfull(file: string, rows: readonly MemberRow[]): Problem[] {
  for (const row of rows) {
    const day = Period.certainly({ from: row.start, to: row.end })?.from;
    if (day === undefined) continue;
    const held = rows.filter((other) => {
      const interval = Period.certainly({ from: other.start, to: other.end });
      return interval !== null && interval.from <= day && (interval.to === null || day < interval.to);
    });
    const sum = Share.sum(held.flatMap((other) => other.share ?? []));
    if (Share.exceedsWhole(sum)) {
      const problem = {
        code: 'shares-over-100',
        message: `The shares in ${row.alliance} add up to ${sum} % on ${day}`,
        fix: 'Correct the shares, or give dates to those that were not held together.',
      };
      return [{ file, line: row.line, column: row.column, ...problem }];
    }
  }
  return [];
}

/** What is read all the same, and should be known. */
export function warningsOf(file: string, rows: readonly MemberRow[]): Problem[] {
  const [first] = rows;
  if (!first) return [];
  const at = { file, line: first.line, column: first.column };
  const warnings: Problem[] = [];
  if (new Set(rows.map((row) => nameKey(row.member))).size === 1) {
    const fix = 'Add a row for each partner.';
    warnings.push({ ...at, code: 'one-member', message: `${first.alliance} has one member only`, fix });
  }
  if (rows.every((row) => row.start === null)) {
    const fix = 'Give a start, if only about: 1995~.';
    warnings.push({
      ...at,
      code: 'start-unknown',
      message: `${first.alliance} has no start and stands outside the path`,
      fix,
    });
  }
  return warnings;
}
