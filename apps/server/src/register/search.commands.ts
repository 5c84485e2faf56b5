import type { SearchAnswer } from '@entente/contract/register';
import { groupedBy, type NameQuery, nameQueryOf, Outcome, type SubjectRef } from '@entente/core/kernel';
import { EXISTS } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type Caller, reading } from './changing.commands.ts';
import { findLinks } from './links.store.ts';
import { type Reader, visible } from './record.presenter.ts';
import { findRecordsBy, type RecordRow } from './records.store.ts';
import { comparedFound, type Found, foundAnswer, foundRecord } from './search.presenter.ts';
import { type Candidate, findCandidates } from './search.store.ts';

type Reads = Pick<Caller, 'database' | 'actor'>;
type Sight = Omit<Reader, 'links'>;

/** From each table as many are looked at; the whole names and beginnings are among them, and of the rest the first by name. */
const MOST_CANDIDATES = 120;

const idsOf = (candidates: readonly Candidate[], kind: Candidate['kind']): string[] =>
  candidates.flatMap((candidate) => (candidate.kind === kind ? [candidate.id] : []));

/** Rows that exist and that the reader may see. */
const shown = (rows: readonly RecordRow[], sight: Sight): RecordRow[] =>
  visible(rows, sight).filter((row) => row.fields[EXISTS] !== false);

async function foundAmong(
  transaction: DatabaseTransaction,
  query: NameQuery,
  candidates: readonly Candidate[],
  sight: Sight,
): Promise<Found[]> {
  const organisations = idsOf(candidates, 'organisation');
  const names = shown(await findRecordsBy(transaction, 'organisation-name', 'organisation', organisations), sight);
  const namesOf = groupedBy(names, (row) => row.fields['organisation'] as string);
  const found: Found[] = [];
  for (const kind of new Set(candidates.map((candidate) => candidate.kind))) {
    const rows = shown(await findRecordsBy(transaction, kind, 'id', idsOf(candidates, kind)), sight);
    found.push(...rows.map((row) => foundRecord(query, kind, row, namesOf.get(row.id) ?? [])));
  }
  return found;
}

/** The organisation or alliance whose page shows a house, a person or an event; by the id of the latter. */
async function pagesOf(
  transaction: DatabaseTransaction,
  found: readonly Found[],
  sight: Sight,
): Promise<ReadonlyMap<string, SubjectRef>> {
  const houses = found.flatMap(({ kind, row }) => (kind === 'house' ? [row.id] : []));
  const members = shown(await findRecordsBy(transaction, 'house-membership', 'house', houses), sight);
  const pages = new Map<string, SubjectRef>();
  for (const { fields } of members) {
    const house = fields['house'] as string;
    if (!pages.has(house)) pages.set(house, { kind: 'organisation', id: fields['organisation'] as string });
  }
  for (const { kind, row } of found) {
    if (kind === 'person') {
      const firm = row.fields['organisation'] ?? row.fields['dispatchedTo'] ?? row.fields['dispatchedFrom'];
      if (typeof firm === 'string') pages.set(row.id, { kind: 'organisation', id: firm });
    }
    if (kind === 'event') {
      const about = (row.fields['about'] ?? []) as readonly SubjectRef[];
      const page = about.find((subject) => subject.kind === 'alliance' || subject.kind === 'organisation');
      if (page !== undefined) pages.set(row.id, page);
    }
  }
  return pages;
}

/** Records of every kind by name, other name or reading, best match first. */
export function searchRecords(
  reads: Reads,
  workspace: string,
  { q, limit }: { readonly q: string; readonly limit: number },
): Promise<Outcome<SearchAnswer>> {
  return reading(reads, workspace, async (transaction, { id: workspaceId }) => {
    const query = nameQueryOf(q);
    if (query === null) return Outcome.of({ items: [] });
    const sight = { actor: reads.actor, workspaceId };
    const candidates = await findCandidates(transaction, query, MOST_CANDIDATES);
    const all = await foundAmong(transaction, query, candidates, sight);
    const best = all.sort(comparedFound).slice(0, limit);
    const pages = await pagesOf(transaction, best, sight);
    const links = await findLinks(transaction, [], [...pages.values()]);
    return Outcome.of({ items: best.map((found) => foundAnswer(found, pages.get(found.row.id) ?? null, links)) });
  });
}
