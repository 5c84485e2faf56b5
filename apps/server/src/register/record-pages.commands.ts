import { Outcome, type SubjectKind } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type Caller, reading } from './changing.commands.ts';
import { findEventsAbout } from './events.store.ts';
import { findLinks } from './links.store.ts';
import { evidenceAnswer, recordAnswer, type Reader, visible, type WireRecord } from './record.presenter.ts';
import { recordMissing } from './record-writes.commands.ts';
import { findRecord, findRecordsBy, type RecordRow } from './records.store.ts';

/** Rows of a page by the name of their list, each with its kind. */
type Lists = Readonly<Record<string, { readonly kind: SubjectKind; readonly rows: readonly RecordRow[] }>>;
type Reads = Pick<Caller, 'database' | 'actor'>;

const once = (rows: readonly RecordRow[]): RecordRow[] => [...new Map(rows.map((row) => [row.id, row])).values()];

async function peopleOf(transaction: DatabaseTransaction, organisation: string): Promise<RecordRow[]> {
  const groups = [];
  for (const field of ['organisation', 'dispatchedFrom', 'dispatchedTo']) {
    groups.push(await findRecordsBy(transaction, 'person', field, [organisation]));
  }
  return once(groups.flat());
}

async function allianceLists(transaction: DatabaseTransaction, { id, fields }: RecordRow): Promise<Lists> {
  const of = (kind: SubjectKind, field = 'alliance') => findRecordsBy(transaction, kind, field, [id]);
  const venture = typeof fields['venture'] === 'string' ? [fields['venture']] : [];
  const about = [id, ...venture];
  return {
    members: { kind: 'membership', rows: await of('membership') },
    stakes: {
      kind: 'stake',
      rows: once([...(await of('stake')), ...(await findRecordsBy(transaction, 'stake', 'issuer', venture))]),
    },
    resources: { kind: 'resource', rows: await of('resource') },
    domains: { kind: 'domain', rows: await of('domain') },
    people: { kind: 'person', rows: venture[0] === undefined ? [] : await peopleOf(transaction, venture[0]) },
    events: { kind: 'event', rows: await findEventsAbout(transaction, about) },
    measures: { kind: 'measure', rows: await findRecordsBy(transaction, 'measure', 'of', about) },
    conditions: { kind: 'condition', rows: await findRecordsBy(transaction, 'condition', 'on', about) },
    workforces: { kind: 'workforce', rows: await findRecordsBy(transaction, 'workforce', 'organisation', venture) },
  };
}

async function organisationLists(transaction: DatabaseTransaction, { id }: RecordRow): Promise<Lists> {
  const of = (kind: SubjectKind, field = 'organisation') => findRecordsBy(transaction, kind, field, [id]);
  const memberships = await of('membership');
  const joined = memberships.map((row) => row.fields['alliance'] as string);
  const alliances = once([
    ...(await findRecordsBy(transaction, 'alliance', 'id', joined)),
    ...(await of('alliance', 'venture')),
  ]);
  return {
    names: { kind: 'organisation-name', rows: await of('organisation-name') },
    houseMemberships: { kind: 'house-membership', rows: await of('house-membership') },
    alliances: { kind: 'alliance', rows: alliances },
    memberships: { kind: 'membership', rows: memberships },
    stakesHeld: { kind: 'stake', rows: await of('stake', 'holder') },
    stakesIn: { kind: 'stake', rows: await of('stake', 'issuer') },
    resources: { kind: 'resource', rows: await of('resource') },
    people: { kind: 'person', rows: await peopleOf(transaction, id) },
    events: { kind: 'event', rows: await findEventsAbout(transaction, [id]) },
    measures: { kind: 'measure', rows: await of('measure', 'of') },
    conditions: { kind: 'condition', rows: await of('condition', 'on') },
    workforces: { kind: 'workforce', rows: await of('workforce') },
  };
}

/** Everything on the page as its reader may see it, with all claims on it and the sources that they cite. */
async function pageAnswer(
  transaction: DatabaseTransaction,
  reader: Omit<Reader, 'links'>,
  kind: 'alliance' | 'organisation',
  head: RecordRow,
  lists: Lists,
): Promise<WireRecord> {
  const shown = Object.entries(lists).map(([name, list]) => ({
    name,
    kind: list.kind,
    rows: visible(list.rows, reader),
  }));
  const subjects = [head.id, ...shown.flatMap(({ rows }) => rows.map((row) => row.id))];
  const claims = await findRecordsBy(transaction, 'claim', 'subject', subjects);
  const cited = [...new Set(claims.map((row) => row.fields['source'] as string))];
  const sources = visible(await findRecordsBy(transaction, 'source', 'id', cited), reader);
  const groups = [{ kind, rows: [head] }, ...shown, { kind: 'source' as const, rows: sources }];
  const links = await findLinks(transaction, [...groups, { kind: 'claim', rows: claims }]);
  const full = { ...reader, links };
  return {
    [kind]: recordAnswer(kind, head, full),
    ...Object.fromEntries(
      shown.map(({ name, kind: of, rows }) => [name, rows.map((row) => recordAnswer(of, row, full))]),
    ),
    ...evidenceAnswer(claims, full),
    sources: sources.map((row) => recordAnswer('source', row, full)),
  };
}

function readPage(
  reads: Reads,
  workspace: string,
  kind: 'alliance' | 'organisation',
  record: string,
): Promise<Outcome<WireRecord>> {
  return reading(reads, workspace, async (transaction, { id: workspaceId, viewer }) => {
    const reader = { actor: viewer, workspaceId };
    const head = await findRecord(transaction, kind, record);
    if (head === null || visible([head], reader).length === 0) return Outcome.refuse(recordMissing);
    const lists =
      kind === 'alliance' ? await allianceLists(transaction, head) : await organisationLists(transaction, head);
    return Outcome.of(await pageAnswer(transaction, reader, kind, head, lists));
  });
}

/** All that the page of an alliance shows. */
export const readAlliancePage = (reads: Reads, workspace: string, record: string) =>
  readPage(reads, workspace, 'alliance', record);

/** All that the page of a partner shows. */
export const readOrganisationPage = (reads: Reads, workspace: string, record: string) =>
  readPage(reads, workspace, 'organisation', record);
