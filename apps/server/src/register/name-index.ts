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
  /** A line for each name, and a line feed before the first. One long text is searched many times faster than many short. */
  readonly lines: string;
  /** Where each line begins. */
  readonly starts: Uint32Array;
};

const bySearch = (one: IndexedName, other: IndexedName): number =>
  one.search < other.search ? -1 : one.search > other.search ? 1 : 0;

/** An index of these names; stretches that are in order already cost little. */
function nameIndexOf(names: readonly IndexedName[]): NameIndex {
  const sorted = [...names].sort(bySearch);
  const starts = new Uint32Array(sorted.length + 1).fill(1, 0, 1);
  sorted.forEach(({ search }, at) => {
    starts[at + 1] = (starts[at] ?? 0) + search.length + 1;
  });
  return { names: sorted, lines: `\n${sorted.map(({ search }) => search).join('\n')}\n`, starts };
}

/** So many names that hold the words somewhere inside are read for whether a word of theirs begins so. */
const MOST_READ = 400;
/** A record may be found by several of its names; so many names are read for each record wanted. */
const NAMES_EACH = 4;

/** The line that holds the character; `from` is at or before it. */
function placeOf({ starts }: NameIndex, at: number, from: number): number {
  let low = from;
  let high = starts.length - 1;
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** The first names, in their order, whose line holds the text and that pass the test. */
function holding(index: NameIndex, text: string, most: number, passes: (name: IndexedName) => boolean): IndexedName[] {
  const found: IndexedName[] = [];
  let place = 0;
  for (let at = index.lines.indexOf(text); at >= 0 && found.length < most; ) {
    // A text that begins with a line feed begins at the end of the line before.
    place = placeOf(index, text.startsWith('\n') ? at + 1 : at, place);
    const name = index.names[place];
    if (name !== undefined && passes(name)) found.push(name);
    at = index.lines.indexOf(text, (index.starts[place + 1] ?? index.lines.length) - 1);
  }
  return found;
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

/** How a whole name or reading, and how the beginning of one, stands in the lines. */
const wholes = (text: string): string[] => [`\n${text}\n`, `\n${text} `, ` ${text}\n`];
const beginnings = (text: string): string[] => [`\n${text}`, ` ${text}`];

/** The names of a workspace as they were read, and what changed since: a change costs no new index of them all. */
export type NamesNow = {
  readonly base: NameIndex;
  /** Rows whose names in `base` no longer hold. */
  readonly gone: ReadonlySet<string>;
  readonly changed: NameIndex;
};

/** Names of which none has changed. */
export const namesNow = (names: readonly IndexedName[]): NamesNow => ({
  base: nameIndexOf(names),
  gone: new Set(),
  changed: nameIndexOf([]),
});

/** The names after some rows changed: what those rows held is gone, what they hold now is added. */
export function namesChanged(before: NamesNow, rows: readonly string[], names: readonly IndexedName[]): NamesNow {
  const gone = new Set([...before.gone, ...rows]);
  const now = new Set(rows);
  const kept = before.changed.names.filter(({ row }) => !now.has(row));
  return { base: before.base, gone, changed: nameIndexOf([...kept, ...names]) };
}

/**
 * The best matches, one a record.
 * @param admits whether the reader may see a record of this class
 */
export function bestMatches(
  { base, gone, changed }: NamesNow,
  query: NameQuery,
  most: number,
  admits: (recordClass: AccessClass) => boolean,
): NameMatch[] {
  const { words, whole } = query;
  const mayBeSeen = (name: IndexedName): boolean => admits(name.class);
  const [longest = [], ...others] = [...words].sort((one, other) => (other[0]?.length ?? 0) - (one[0]?.length ?? 0));
  const holdsOthers = ({ search }: IndexedName): boolean =>
    others.every((spellings) => spellings.some((spelling) => search.includes(spelling)));
  const inside = (name: IndexedName): boolean => mayBeSeen(name) && holdsOthers(name) && !found.has(name.record);

  const found = new Map<string, NameMatch>();
  const take = (names: readonly IndexedName[]): void => {
    for (const match of [...new Set(names)].map((name) => judged(query, name)).sort(compared)) {
      if (found.size < most && !found.has(match.entry.record)) found.set(match.entry.record, match);
    }
  };
  const all = (texts: readonly string[], limit: number, passes: (name: IndexedName) => boolean): IndexedName[] =>
    texts.flatMap((text) => [
      ...holding(base, text, limit, (name) => !gone.has(name.row) && passes(name)),
      ...holding(changed, text, limit, passes),
    ]);
  take(all(whole.flatMap(wholes), most * NAMES_EACH, mayBeSeen));
  if (found.size < most) take(all(whole.flatMap(beginnings), most * NAMES_EACH, mayBeSeen));
  if (found.size < most) take(all(longest, MOST_READ, inside));
  return [...found.values()];
}
