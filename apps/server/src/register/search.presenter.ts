import type { FoundRecordAnswer } from '@entente/contract/register';
import { gradeOfMatch, MATCH_GRADES, type MatchGrade, type NameQuery, type SubjectRef } from '@entente/core/kernel';
import type { Candidate } from './search.store.ts';
import { type Links, linkKey } from './links.store.ts';
import { RECORD_TABLES } from './record-tables.ts';
import type { FieldValue, RecordRow } from './records.store.ts';

/** A record that was found, how well, and by which of its other names. */
export type Found = {
  readonly kind: Candidate['kind'];
  readonly row: RecordRow;
  readonly name: string | null;
  readonly grade: MatchGrade;
  readonly matched: string | null;
};

const textOf = (value: FieldValue | undefined): string | null => (typeof value === 'string' ? value : null);
const rankOf = (grade: MatchGrade): number => MATCH_GRADES.indexOf(grade);

/** The best of a record's name and its other names with their readings; the name where they are equally good. */
export function foundRecord(
  query: NameQuery,
  kind: Candidate['kind'],
  row: RecordRow,
  otherNames: readonly RecordRow[],
): Found {
  const name = textOf(row.fields[RECORD_TABLES[kind].label ?? '']);
  const texts: readonly (readonly [searched: string | null, matched: string | null])[] = [
    [name, null],
    ...otherNames.flatMap(({ fields }): [string | null, string | null][] => {
      const text = textOf(fields['text']);
      const reading = textOf(fields['reading']);
      return [
        [text, text],
        [reading, `${text ?? ''} (${reading ?? ''})`],
      ];
    }),
  ];
  // What the index found and no text explains was found inside one.
  let best: Pick<Found, 'grade' | 'matched'> | null = null;
  for (const [searched, matched] of texts) {
    const grade = searched === null ? null : gradeOfMatch(query, searched);
    if (grade !== null && (best === null || rankOf(grade) < rankOf(best.grade))) best = { grade, matched };
  }
  return { kind, row, name, ...(best ?? { grade: 'inside', matched: null }) };
}

const collator = new Intl.Collator('en', { numeric: true });

/** Best first; then by name. */
export function comparedFound(one: Found, other: Found): number {
  return (
    rankOf(one.grade) - rankOf(other.grade) ||
    collator.compare(one.name ?? '', other.name ?? '') ||
    collator.compare(one.kind, other.kind) ||
    (one.row.id < other.row.id ? -1 : 1)
  );
}

/** A record of the answer; `on` is where its page is, when it has none of its own. */
export function foundAnswer(
  { kind, row, name, grade, matched }: Found,
  on: SubjectRef | null,
  links: Links,
): FoundRecordAnswer {
  const { fields } = row;
  const slug = textOf(fields[RECORD_TABLES[kind].slug ?? '']) ?? row.id;
  return {
    kind,
    id: row.id,
    slug,
    name,
    matched,
    grade,
    class: row.class,
    term: textOf(fields['form'] ?? fields['kind']),
    date: textOf(fields['start'] ?? fields['founded'] ?? fields['date']),
    country: textOf(fields['country']),
    role: textOf(fields['role']),
    on: on === null ? null : { ...on, ...(links.get(linkKey(on.kind, on.id)) ?? { slug: null, name: null }) },
  };
}
