import type { FoundRecordAnswer } from '@entente/contract/register';
import type { SubjectRef } from '@entente/core/kernel';
import { type Links, linkKey } from './links.store.ts';
import type { NameMatch } from './name-index.ts';
import { RECORD_TABLES } from './record-tables.ts';
import type { FieldValue, RecordRow } from './records.store.ts';

/** A record that was found, and by which of its names. */
export type Found = { readonly kind: FoundRecordAnswer['kind']; readonly row: RecordRow; readonly match: NameMatch };

const textOf = (value: FieldValue | undefined): string | null => (typeof value === 'string' ? value : null);

/** A record of the answer; `on` is where it is shown, when it has no page of its own. */
export function foundAnswer({ kind, row, match }: Found, on: SubjectRef | null, links: Links): FoundRecordAnswer {
  const { fields } = row;
  const { slug, label } = RECORD_TABLES[kind];
  return {
    kind,
    id: row.id,
    slug: textOf(fields[slug ?? '']) ?? row.id,
    name: textOf(fields[label ?? '']),
    matched: match.matched,
    grade: match.grade,
    class: row.class,
    term: textOf(fields['form'] ?? fields['kind']),
    date: textOf(fields['start'] ?? fields['founded'] ?? fields['date']),
    country: textOf(fields['country']),
    role: textOf(fields['role']),
    on: on === null ? null : { ...on, ...(links.get(linkKey(on.kind, on.id)) ?? { slug: null, name: null }) },
  };
}
