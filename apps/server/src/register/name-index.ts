import type { AccessClass } from '@entente/core/accounts';
import { gradeOfMatch, MATCH_GRADES, type MatchGrade, type NameQuery, type SubjectKind } from '@entente/core/kernel';

/** A name that can be found, and whose it is. */
export type IndexedName = {
  /** The row that holds it: the record itself, or one of an organisation's other names. */
  readonly row: string;
  readonly kind: Exclude<SubjectKind, 'organisation-name'>;
  readonly record: string;
  readonly class: AccessClass;
  /** What records of this kind are called; an other name of an organisation is `other`. */
  readonly other: boolean;
  readonly text: string;
  readonly reading: string | null;
  /** The normalised text; a blank and the normalised reading after it. */
  readonly search: string;
};

/** The best of a record's names, and how well it fits. */
export type NameMatch = { readonly entry: IndexedName; readonly grade: MatchGrade; readonly matched: string | null };

const rankOf = (grade: MatchGrade): number => MATCH_GRADES.indexOf(grade);
const collator = new Intl.Collator('en', { numeric: true });

/** The names of a workspace in the order of their normalised texts, and those texts as one. */
export type NameIndex = {
  readonly names: readonly IndexedName[];
  /** A line for each name. One long text is searched many times faster than as many short ones. */
  readonly lines: string;
  /** Where each line begins. */
  readonly starts: Uint32Array;
};

const bySearch = (one: IndexedName, other: IndexedName): number =>
  one.search < other.search ? -1 : one.search > other.search ? 1 : 0;

/** An index of these names; those that are in order already cost little. */
export function nameIndexOf(names: readonly IndexedName[]): NameIndex {
  const sorted = [...names].sort(bySearch);
  const starts = new Uint32Array(sorted.length + 1);
  sorted.forEach(({ search }, at) => {
    starts[at + 1] = (starts[at] ?? 0) + search.length + 1;
  });
  return { names: sorted, lines: sorted.map(({ search }) => `${search}\n`).join(''), starts };
}

/** So many names that hold the words somewhere inside are read for whether a word of theirs begins so. */
const MOST_READ = 400;
/** A record may be found by several of its names; so many names are read for each record wanted. */
const NAMES_EACH = 4;

/** Whole name or its beginning, as the normalised text tells; `inside` stands for all the rest. */
function quickGrade({ whole }: NameQuery, search: string): MatchGrade {
  for (const part of search.includes(' ') ? search.split(' ') : [search]) if (whole.includes(part)) return 'exact';
  return whole.some((start) => search.startsWith(start) || search.includes(` ${start}`)) ? 'prefix' : 'inside';
}

/** Places in the index of the names that hold one of the spellings, in order. */
function holding({ lines, starts }: NameIndex, spellings: readonly string[]): number[] {
  const places = new Set<number>();
  for (const spelling of spellings) {
    let place = 0;
    for (let at = lines.indexOf(spelling); at >= 0; at = lines.indexOf(spelling, starts[place + 1])) {
      while ((starts[place + 1] ?? Number.POSITIVE_INFINITY) <= at) place += 1;
      places.add(place);
    }
  }
  return spellings.length === 1 ? [...places] : [...places].sort((one, other) => one - other);
}

/** The names that hold every word; the longest word is looked for first. */
function holdingAll(index: NameIndex, { words }: NameQuery): IndexedName[] {
  const [longest = [], ...others] = [...words].sort((one, other) => (other[0]?.length ?? 0) - (one[0]?.length ?? 0));
  return holding(index, longest).flatMap((place) => {
    const name = index.names[place];
    const holds = (spellings: readonly string[]): boolean => spellings.some((each) => name?.search.includes(each));
    return name !== undefined && others.every(holds) ? [name] : [];
  });
}

/** Which of the two texts of a row fits, and how well. */
function judged(query: NameQuery, entry: IndexedName): NameMatch {
  const { text, reading, other } = entry;
  const byText = gradeOfMatch(query, text);
  const byReading = reading === null ? null : gradeOfMatch(query, reading);
  if (byReading !== null && (byText === null || rankOf(byReading) < rankOf(byText))) {
    return { entry, grade: byReading, matched: `${text} (${reading ?? ''})` };
  }
  // What the normalised column holds and neither text explains was found inside.
  return { entry, grade: byText ?? 'inside', matched: other ? text : null };
}

/** Best first; then by name, the record's own before its others. */
function compared(one: NameMatch, other: NameMatch): number {
  return (
    rankOf(one.grade) - rankOf(other.grade) ||
    Number(one.entry.other) - Number(other.entry.other) ||
    collator.compare(one.entry.text, other.entry.text) ||
    collator.compare(one.entry.kind, other.entry.kind) ||
    (one.entry.record < other.entry.record ? -1 : 1)
  );
}

/**
 * The best matches, one a record.
 * @param admits whether the reader may see a record of this class
 */
export function bestMatches(
  index: NameIndex,
  query: NameQuery,
  most: number,
  admits: (recordClass: AccessClass) => boolean,
): NameMatch[] {
  const byGrade: Readonly<Record<MatchGrade, IndexedName[]>> = { exact: [], prefix: [], word: [], inside: [] };
  for (const entry of holdingAll(index, query)) {
    if (admits(entry.class)) byGrade[quickGrade(query, entry.search)].push(entry);
  }
  const found = new Map<string, NameMatch>();
  for (const grade of ['exact', 'prefix', 'inside'] as const) {
    if (found.size >= most) break;
    const read = grade === 'inside' ? MOST_READ : most * NAMES_EACH;
    const first = byGrade[grade].slice(0, read);
    for (const match of first.map((entry) => judged(query, entry)).sort(compared)) {
      if (found.size < most && !found.has(match.entry.record)) found.set(match.entry.record, match);
    }
  }
  return [...found.values()];
}
