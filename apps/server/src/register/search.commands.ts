import type { SearchAnswer } from '@entente/contract/register';
import { can } from '@entente/core/accounts';
import { nameQueryOf, Outcome, type SubjectRef } from '@entente/core/kernel';
import { EXISTS } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type Caller, reading } from './changing.commands.ts';
import { noteClean, unnoted } from './clean-readings.commands.ts';
import { findLinks } from './links.store.ts';
import { bestMatches, type NameMatch } from './name-index.ts';
import type { NameIndexes } from './name-indexes.commands.ts';
import { type Reader, visible } from './record.presenter.ts';
import { findRecordsBy, type RecordRow } from './records.store.ts';
import { type Found, foundAnswer } from './search.presenter.ts';

type Reads = Pick<Caller, 'database' | 'actor'>;
type Sight = Omit<Reader, 'links'>;

/** Rows that exist and that the reader may see. */
const shown = (rows: readonly RecordRow[], sight: Sight): RecordRow[] =>
  visible(rows, sight).filter((row) => row.fields[EXISTS] !== false);

/**
 * The matches whose name the reader may read at this moment: the log tells nobody of a name that was raised out of their sight,
 * so that it still stands among those in memory.
 */
async function readable(
  transaction: DatabaseTransaction,
  matches: readonly NameMatch[],
  sight: Sight,
): Promise<readonly NameMatch[]> {
  const others = matches.flatMap(({ entry }) => (entry.other ? [entry.row] : []));
  const rows = shown(await findRecordsBy(transaction, 'organisation-name', 'id', others), sight);
  const seen = new Set(rows.map(({ id }) => id));
  return matches.filter(({ entry }) => !entry.other || seen.has(entry.row));
}

/** The records of the matches, in their order. */
async function recordsOf(
  transaction: DatabaseTransaction,
  found: readonly NameMatch[],
  sight: Sight,
): Promise<Found[]> {
  const matches = await readable(transaction, found, sight);
  const rows = new Map<string, RecordRow>();
  for (const kind of new Set(matches.map(({ entry }) => entry.kind))) {
    const ids = matches.flatMap(({ entry }) => (entry.kind === kind ? [entry.record] : []));
    for (const row of shown(await findRecordsBy(transaction, kind, 'id', ids), sight)) rows.set(row.id, row);
  }
  return matches.flatMap((match) => {
    const row = rows.get(match.entry.record);
    return row === undefined ? [] : [{ kind: match.entry.kind as Found['kind'], row, match }];
  });
}

/** The organisation or alliance whose page shows a house, a person or an event; by the id of the latter. */
async function pagesOf(
  transaction: DatabaseTransaction,
  found: readonly Found[],
  sight: Sight,
): Promise<ReadonlyMap<string, SubjectRef>> {
  const pages = new Map<string, SubjectRef>();
  const houses = found.flatMap(({ kind, row }) => (kind === 'house' ? [row.id] : []));
  for (const { fields } of shown(await findRecordsBy(transaction, 'house-membership', 'house', houses), sight)) {
    const house = fields['house'] as string;
    if (!pages.has(house)) pages.set(house, { kind: 'organisation', id: fields['organisation'] as string });
  }
  for (const { kind, row } of found) {
    const { organisation, dispatchedTo, dispatchedFrom, about } = row.fields;
    if (kind === 'person') {
      const firm = organisation ?? dispatchedTo ?? dispatchedFrom;
      if (typeof firm === 'string') pages.set(row.id, { kind: 'organisation', id: firm });
    }
    if (kind === 'event') {
      const subjects = (about ?? []) as readonly SubjectRef[];
      const page = subjects.find((subject) => subject.kind === 'alliance' || subject.kind === 'organisation');
      if (page !== undefined) pages.set(row.id, page);
    }
  }
  return pages;
}

/** Records of every kind by name, other name or reading, best match first. */
export function searchRecords(
  indexes: NameIndexes,
  reads: Reads,
  workspaceReference: string,
  { q, limit }: { readonly q: string; readonly limit: number },
): Promise<Outcome<SearchAnswer>> {
  return reading(reads, workspaceReference, async (transaction, workspace) => {
    // Whoever asks for nothing is about to ask for something.
    const names = await unnoted(() => indexes.namesOf(transaction, workspace));
    const query = nameQueryOf(q);
    if (query === null) return Outcome.of({ items: [] });
    const sight = { actor: workspace.viewer, workspaceId: workspace.id };
    // Twice as many: a name may be that of a record which is denied or not for this reader.
    const matches = bestMatches(names, query, limit * 2, (recordClass) =>
      can(workspace.viewer, 'register.read', { workspaceId: workspace.id, class: recordClass }),
    );
    const found = (await unnoted(() => recordsOf(transaction, matches, sight))).slice(0, limit);
    noteClean(
      found.flatMap(({ row, match }) => [
        ...(row.class === 'CLEAN' ? [row.id] : []),
        ...(match.entry.class === 'CLEAN' ? [match.entry.row] : []),
      ]),
    );
    const pages = await pagesOf(transaction, found, sight);
    const links = await findLinks(transaction, [], [...pages.values()]);
    return Outcome.of({ items: found.map((one) => foundAnswer(one, pages.get(one.row.id) ?? null, links)) });
  });
}
