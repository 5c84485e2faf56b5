import type { PaperAnswer, PapersAnswer, PapersQuery, PaperWithVersionsAnswer } from '@entente/contract/dossier';
import { can } from '@entente/core/accounts';
import { Outcome } from '@entente/core/kernel';
import { findColleagues } from '../lifecycle/lifecycles.store.ts';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type Caller, reading, required } from '../register/changing.commands.ts';
import { recordMissing } from '../register/record-writes.commands.ts';
import { entityTag, linkOf } from '../register/record.presenter.ts';
import { findRecordId, findRecordsBy } from '../register/records.store.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import type { Workspace } from '../register/workspaces.store.ts';
import { factsOf, readingOf } from './paper-kinds.ts';
import { type Named, paperAnswer, toldOf } from './papers.presenter.ts';
import { findPapers, findPeopleNamed, findVersions, type PaperRow } from './papers.store.ts';

type Reads = Pick<Caller, 'database' | 'actor' | 'today'>;
/** Whose papers are asked for. */
export type AlliancePlace = { readonly workspace: string; readonly alliance: string };

/** What the papers name, looked up at once. */
async function namedIn(transaction: DatabaseTransaction, rows: readonly PaperRow[]): Promise<Named> {
  const facts = rows.map(({ content }) => factsOf(content));
  const ids = (of: readonly string[]): string[] => [...new Set(of)];
  const linked = async (kind: 'alliance' | 'organisation', of: readonly string[]) =>
    new Map((await findRecordsBy(transaction, kind, 'id', ids(of))).map((row) => [row.id, linkOf(row)]));
  const alliances = await linked(
    'alliance',
    rows.map(({ allianceId }) => allianceId),
  );
  const organisations = await linked(
    'organisation',
    facts.flatMap((each) => each.organisations),
  );
  const people = ids(facts.flatMap((each) => each.people));
  if (people.length === 0) return { alliances, organisations, people: new Map() };
  const present = new Set((await findColleagues(transaction)).map(({ id }) => id));
  const known = await findPeopleNamed(transaction, people);
  return {
    alliances,
    organisations,
    people: new Map(known.map(({ id, name }) => [id, { id, name, hasLeft: !present.has(id) }])),
  };
}

async function answered(
  transaction: DatabaseTransaction,
  workspace: Workspace,
  rows: readonly PaperRow[],
): Promise<readonly PaperAnswer[]> {
  const named = await namedIn(transaction, rows);
  return rows.flatMap((row) => paperAnswer(row, named, workspace) ?? []);
}

const asked = ({ kind, open, until }: PapersQuery) => ({ kinds: kind, isOpen: open === 'true', until });
const mayAdd = ({ id, viewer }: Workspace): boolean => can(viewer, 'register.write', { workspaceId: id });

/** The papers of every alliance that the reader sees, those that are due first. */
export const listPapers = (reads: Reads, workspace: string, query: PapersQuery): Promise<Outcome<PapersAnswer>> =>
  reading(reads, workspace, async (transaction, found) => {
    const rows = await findPapers(transaction, asked(query));
    return Outcome.of({ items: await answered(transaction, found, rows), abilities: { add: mayAdd(found) } });
  });

/** The papers of one alliance. */
export const listPapersOf = (
  reads: Reads,
  { workspace, alliance }: AlliancePlace,
  query: PapersQuery,
): Promise<Outcome<PapersAnswer>> =>
  reading(reads, workspace, async (transaction, found) => {
    const id = await findRecordId(transaction, 'alliance', alliance);
    if (id === null) return Outcome.refuse(recordMissing);
    const rows = await findPapers(transaction, { ...asked(query), alliance: id });
    return Outcome.of({ items: await answered(transaction, found, rows), abilities: { add: mayAdd(found) } });
  });

/** A paper as it stands now, with its versions and what is computed from it. */
export async function paperNow(
  transaction: DatabaseTransaction,
  workspace: Workspace,
  place: { readonly alliance: string; readonly paper: string },
  today: string,
): Promise<StoredAnswer & { readonly body: PaperWithVersionsAnswer }> {
  const versions = await findVersions(transaction, place);
  const [latest] = versions;
  const [body] = latest === undefined ? [] : await answered(transaction, workspace, [latest]);
  if (latest === undefined || body === undefined) return required(Outcome.refuse(recordMissing));
  const beside = (await findPapers(transaction, { alliance: place.alliance })).filter(({ id }) => id !== latest.id);
  const papers = beside.flatMap(({ content }) => content ?? []);
  return {
    status: 200,
    headers: { etag: entityTag(latest.version) },
    body: {
      ...body,
      reading: readingOf(latest.content, { today, papers }),
      versions: versions.map((row) => ({ version: row.version, content: row.content, ...toldOf(row) })),
    },
  };
}

/** A paper of an alliance, with every version of it. */
export const readPaper = (
  reads: Reads,
  { workspace, alliance, paper }: AlliancePlace & { readonly paper: string },
): Promise<Outcome<StoredAnswer>> =>
  reading(reads, workspace, async (transaction, found) => {
    const id = await findRecordId(transaction, 'alliance', alliance);
    if (id === null) return Outcome.refuse(recordMissing);
    return Outcome.of(await paperNow(transaction, found, { alliance: id, paper }, reads.today));
  });
