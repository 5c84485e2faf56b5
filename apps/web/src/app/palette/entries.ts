import { gradeOfMatch, MATCH_GRADES, type MatchGrade, nameQueryOf } from '@entente/core/kernel';

export const ENTRY_GROUPS = ['recent', 'record', 'page', 'action', 'term'] as const;
export type EntryGroup = (typeof ENTRY_GROUPS)[number];

/** One line of the palette. */
export type Entry = {
  readonly key: string;
  readonly group: EntryGroup;
  readonly label: string;
  /** What stands beside the label, set back. */
  readonly detail: string | null;
  /** All it is found by, in every language. */
  readonly texts: readonly string[];
  readonly run: () => void;
};

/** An entry and how well it fits; what the server has found is judged by the server. */
export type GradedEntry = Entry & { readonly grade: MatchGrade };

const rankOf = (grade: MatchGrade): number => MATCH_GRADES.indexOf(grade);

function bestGrade(texts: readonly string[], typed: string): MatchGrade | null {
  const query = nameQueryOf(typed);
  if (query === null) return null;
  return texts
    .map((text) => gradeOfMatch(query, text))
    .reduce((best, grade) => (grade !== null && (best === null || rankOf(grade) < rankOf(best)) ? grade : best), null);
}

/** The entries that hold what was typed in any of their texts, best first, in their order where equally good. */
export function matchingEntries(entries: readonly Entry[], typed: string): readonly GradedEntry[] {
  return entries
    .flatMap((entry) => {
      const grade = bestGrade(entry.texts, typed);
      return grade === null ? [] : [{ ...entry, grade }];
    })
    .sort((one, other) => rankOf(one.grade) - rankOf(other.grade));
}

export type EntrySection = { readonly group: EntryGroup; readonly entries: readonly Entry[] };

/** So many of a group are shown when something was typed. */
const MOST: Readonly<Record<EntryGroup, number>> = { recent: 4, record: 8, page: 5, action: 5, term: 5 };

/** Entries by group; the group with the best match comes first, else in the order of groups. */
export function sectionsOf(entries: readonly GradedEntry[]): readonly EntrySection[] {
  const sections = ENTRY_GROUPS.map((group) => {
    const own = entries.filter((entry) => entry.group === group);
    const best = Math.min(...own.map(({ grade }) => rankOf(grade)));
    return { group, entries: own.slice(0, MOST[group]), best };
  });
  return sections.filter((section) => section.entries.length > 0).sort((one, other) => one.best - other.best);
}
