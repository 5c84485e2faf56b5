import type {
  ClaimAnswer,
  DiscrepancyPageAnswer,
  PlacedRecord,
  WorkspaceDiscrepancy,
} from '@entente/contract/evidence';
import { bestClaim, groupedBy, invariant, SUBJECT_KINDS } from '@entente/core/kernel';
import type { Preference, RivalClaim } from './discrepancies.store.ts';
import { type Links, linkKey } from './links.store.ts';
import { recordAnswer, type Reader } from './record.presenter.ts';
import type { RecordRow } from './records.store.ts';

/** A field on which sources disagree, with what places it in the list. */
export type Disputed = {
  readonly subject: PlacedRecord;
  readonly field: string;
  readonly claims: readonly RivalClaim[];
  /** Whether no claim is preferred. */
  readonly open: boolean;
  readonly key: ListKey;
};

const NAME_IN_KEY = 40;

/** What the list is ordered by: the page a discrepancy belongs to, then the record, then the field. */
export type ListKey = readonly [name: string, home: string, kind: number, subject: string, field: string];

export function listKeyOf(subject: PlacedRecord, field: string): ListKey {
  const home = subject.home ?? subject;
  const name = (home.name ?? home.slug ?? '').toLowerCase().slice(0, NAME_IN_KEY);
  return [name, home.id, SUBJECT_KINDS.indexOf(subject.kind), subject.id, field];
}

/** The key that a cursor holds, or null when it holds none. */
export function listKeyIn(text: string): ListKey | null {
  const [name, home, kind, subject, field, ...more] = partsOf(text);
  const texts = [name, home, subject, field].every((part) => typeof part === 'string');
  return texts && typeof kind === 'number' && more.length === 0
    ? ([name, home, kind, subject, field] as ListKey)
    : null;
}

function partsOf(text: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(text);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** Below zero where the first stands before the second. */
export function comparedKeys(one: ListKey, other: ListKey): number {
  for (const [index, part] of one.entries()) {
    const against = other[index] ?? '';
    if (part !== against) return part < against ? -1 : 1;
  }
  return 0;
}

/** How many discrepancies are open and settled, and of which kinds and sources. */
export function discrepancyCounts(all: readonly Disputed[], links: Links): DiscrepancyPageAnswer['counts'] {
  const open = all.filter((each) => each.open).length;
  const kinds = groupedBy(all, ({ subject }) => subject.kind);
  const taking = all.flatMap(({ claims }) => [...new Set(claims.map(({ sourceId }) => sourceId))]);
  const sources = [...groupedBy(taking, (id) => id)].map(([id, times]) => ({
    source: { id, ...(links.get(linkKey('source', id)) ?? { slug: null, name: null }) },
    count: times.length,
  }));
  return {
    open,
    settled: all.length - open,
    kinds: [...kinds].map(([kind, group]) => ({ kind, count: group.length })).sort((a, b) => b.count - a.count),
    sources: sources.sort((a, b) => b.count - a.count || (a.source.slug ?? '').localeCompare(b.source.slug ?? '')),
  };
}

function settlement(preference: Preference | undefined): WorkspaceDiscrepancy['settled'] {
  if (preference === undefined) return null;
  const { claim, change, at, actorId, actorName } = preference;
  return { claim, by: { id: actorId, name: actorName }, at: at.toISOString(), change };
}

/** Discrepancies with all that is claimed, the claim that counts, and who settled them. */
export function discrepancyAnswers(
  page: readonly Disputed[],
  rows: readonly RecordRow[],
  preferences: ReadonlyMap<string, Preference>,
  reader: Reader,
): WorkspaceDiscrepancy[] {
  const answers = new Map(rows.map((row) => [row.id, recordAnswer('claim', row, reader) as unknown as ClaimAnswer]));
  return page.map(({ subject, field, claims, open }) => {
    const dates = new Map(claims.map(({ source, sourceDate }) => [source, sourceDate]));
    const taken = bestClaim(claims, dates);
    invariant(taken, 'claims that are not deprecated have a best one');
    return {
      subject,
      field,
      claims: claims.flatMap(({ id }) => answers.get(id) ?? []),
      taken: taken.id,
      open,
      settled: open ? null : settlement(preferences.get(taken.id)),
    };
  });
}
