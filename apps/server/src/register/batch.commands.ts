import type { BatchAnswer, BatchBody } from '@entente/contract/register';
import { invariant, Outcome, type SubjectKind } from '@entente/core/kernel';
import { recordField } from '@entente/core/register';
import { atPlace, type Caller, type Change, changing, type Judgements } from './changing.commands.ts';
import { presentedChanges } from './changes.commands.ts';
import { findChangeSet } from './changes.store.ts';
import { addClaim, alterClaim, type ClaimBody, dropClaim } from './claims.commands.ts';
import { kindOf, RECORD_TABLES } from './record-tables.ts';
import { addRecord, alterRecord, dropRecord, type Target } from './record-writes.commands.ts';
import { findRecord } from './records.store.ts';
import { judgeOverlaps, postponeOverlaps } from './stakes.store.ts';
import type { StoredAnswer } from './stored-answer.ts';

type Write = BatchBody['changes'][number];
/** Ids of the records that the batch has added, by the names it gave them. */
type Names = ReadonlyMap<string, string>;

const NAMED = /^@/;

/** A reference to a record of the same batch becomes its id; an unknown one stays, and is refused as such. */
const idOf = (names: Names, value: unknown): unknown =>
  typeof value === 'string' && NAMED.test(value) ? (names.get(value.slice(1)) ?? value) : value;

function withId(names: Names, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => withId(names, each));
  if (typeof value !== 'object' || value === null || !('id' in value)) return idOf(names, value);
  return { ...value, id: idOf(names, value.id) };
}

const isReference = (kind: SubjectKind | 'claim', field: string): boolean => {
  if (kind === 'claim') return field === 'subject' || field === 'source';
  const as = recordField(kind, field)?.as;
  return as === 'reference' || as === 'subject' || as === 'subjects';
};

const resolved = (kind: SubjectKind | 'claim', body: object, names: Names): object =>
  Object.fromEntries(
    Object.entries(body).map(([field, value]) => [field, isReference(kind, field) ? withId(names, value) : value]),
  );

/** Makes one write; answers the id of the record it was about. */
async function made(change: Change, write: Write, reason: string | undefined, names: Names): Promise<string> {
  const kind = kindOf(write.collection);
  const record = idOf(names, write.record ?? '') as string;
  const target: Target = { record, version: write.version ?? 0 };
  const told = reason === undefined ? {} : { reason };
  if (write.create !== undefined) {
    const body = { ...told, ...resolved(kind, write.create as object, names) };
    return kind === 'claim' ? addClaim(change, body as ClaimBody) : (await addRecord(change, kind, body)).id;
  }
  if (write.change !== undefined) {
    const body = { ...told, ...resolved(kind, write.change as object, names) };
    return kind === 'claim' ? alterClaim(change, target, body) : alterRecord(change, kind, target, body);
  }
  return kind === 'claim' ? dropClaim(change, target) : dropRecord(change, kind, target);
}

const partOf = (write: Write): string =>
  write.create !== undefined ? '/create' : write.change !== undefined ? '/change' : '';

/** What became of the records that were written, as they are at the end. */
async function outcomeOf(change: Change, writes: readonly Write[], ids: readonly string[]) {
  const records: BatchAnswer['records'] = [];
  for (const [index, { collection }] of writes.entries()) {
    const kind = kindOf(collection);
    const id = ids[index] ?? '';
    const row = await findRecord(change.transaction, kind, id);
    const { slug } = RECORD_TABLES[kind];
    const named = slug === null ? null : ((row?.fields[slug] ?? null) as string | null);
    records.push({ collection, id, slug: named, version: row?.version ?? null });
  }
  return records;
}

/**
 * Makes several writes within a change, and answers the ids of their records. Stakes are judged beside each other when all
 * writes are done, so that two of them can change places.
 */
export async function writesMade(
  change: Change,
  writes: readonly Write[],
  reason: string | undefined,
): Promise<readonly string[]> {
  const names = new Map<string, string>();
  const ids: string[] = [];
  const judgements: { readonly place: string; readonly all: Judgements }[] = [];
  await postponeOverlaps(change.transaction);
  for (const [index, write] of writes.entries()) {
    const later: Judgements = [];
    const place = `/changes/${index}${partOf(write)}`;
    const id = await atPlace(place, () => made({ ...change, later }, write, reason, names));
    if (write.as !== undefined) names.set(write.as, id);
    ids.push(id);
    judgements.push({ place, all: later });
  }
  for (const { place, all } of judgements) for (const judge of all) await atPlace(place, judge);
  await judgeOverlaps(change.transaction);
  return ids;
}

/** Makes several writes as one change set, all of them or none. */
export function applyBatch(caller: Caller, workspace: string, body: BatchBody): Promise<Outcome<StoredAnswer>> {
  const { changes, reason } = body;
  return changing(caller, workspace, { command: 'batch', reason: reason ?? null }, async (change) => {
    const ids = await writesMade(change, changes, reason);
    return Outcome.of(await answered(change, await outcomeOf(change, changes, ids)));
  });
}

async function answered(change: Change, records: BatchAnswer['records']): Promise<StoredAnswer> {
  const { id: workspaceId, slug, seenVersion: version } = change.workspace;
  const row = await findChangeSet(change.transaction, change.changeSet);
  invariant(row, 'the change set that is being written is there');
  const raised = { ...row, workspaceVersion: String(Number(version) + 1) };
  const [answer] = await presentedChanges(change.transaction, [raised], {
    actor: change.workspace.viewer,
    workspaceId,
  });
  invariant(answer, 'a change set has an answer');
  const body: BatchAnswer = { change: answer, records };
  return { status: 201, headers: { location: `/api/v1/workspaces/${slug}/changes/${change.changeSet}` }, body };
}
