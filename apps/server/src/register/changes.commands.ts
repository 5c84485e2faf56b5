import type { ChangeSetAnswer, ChangeSetDetailAnswer, ChangeSetPageAnswer } from '@entente/contract/register';
import { EdtfDate, Outcome, type Problem, type SubjectKind, type SubjectRef } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type Caller, reading } from './changing.commands.ts';
import { changeSetAnswer, mentionedIn, rowChangeAnswers, standingUndos, touchedIn } from './changes.presenter.ts';
import {
  type ChangeSetRow,
  findChangeSet,
  findChangeSets,
  findHistoryNames,
  findNaming,
  findRowChanges,
  findTouched,
  findUndos,
} from './changes.store.ts';
import { knownRecords } from './known-records.commands.ts';
import { cursorMalformed, cursorOf, placeOf } from './reading.commands.ts';
import { recordMissing } from './record-writes.commands.ts';
import { findRecordId } from './records.store.ts';

type Reads = Pick<Caller, 'database' | 'actor'>;
export type HistoryRequest = {
  readonly record?: string | undefined;
  readonly actor?: string | undefined;
  readonly command?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};
export type ChangeRequest = { readonly cursor?: string | undefined; readonly limit: number };

const SORT = '-position';
const SORT_OF_ROWS = 'position';
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The position that a cursor of this list holds. */
function positionIn(cursor: string | undefined): Outcome<string | null> {
  if (cursor === undefined) return Outcome.of(null);
  const place = placeOf(SORT_OF_ROWS, cursor);
  if (!place.ok) return place;
  return /^\d{1,18}$/.test(place.value.value) ? Outcome.of(place.value.value) : Outcome.refuse(cursorMalformed);
}

const unknownRecord = (record: string): Problem => ({
  code: 'record-unknown',
  message: `There is no record "${record}" in this workspace`,
  fix: 'Name a record that is or was there, as kind:slug or kind:id.',
});

/** The record itself, and every record that names it. A record that was removed is known by its id. */
async function recordsOf(transaction: DatabaseTransaction, record: string): Promise<Outcome<readonly string[]>> {
  const [kind, reference = ''] = record.split(':') as [SubjectKind, string?];
  const id = (await findRecordId(transaction, kind, reference)) ?? reference;
  if (!ID.test(id)) return Outcome.refuse(unknownRecord(record));
  return Outcome.of([id, ...(await findNaming(transaction, { kind, id }))]);
}

const NEXT_DAY = 86_400_000;

/** From a day, month, year or instant: the first instant of it, or the first after it. */
function instantOf(moment: string | undefined, side: 'from' | 'to'): string | null {
  if (moment === undefined) return null;
  if (moment.includes('T')) return moment;
  const date = EdtfDate.parse(moment);
  const day = date.ok ? (side === 'from' ? date.value.earliest : date.value.latest) : null;
  if (day === null) return null;
  return side === 'from' ? `${day}T00:00:00Z` : new Date(Date.parse(day) + NEXT_DAY).toISOString();
}

/** Change sets as their reader may see them. */
export async function presentedChanges(
  transaction: DatabaseTransaction,
  rows: readonly ChangeSetRow[],
  reader: { readonly actor: Caller['actor']; readonly workspaceId: string },
): Promise<ChangeSetAnswer[]> {
  const ids = rows.map(({ id }) => id);
  const touched = await findTouched(transaction, ids);
  const undoneBy = standingUndos(await findUndos(transaction, ids));
  const known = await knownRecords(transaction, touchedIn(touched));
  return rows.map((row) => changeSetAnswer(row, { ...reader, touched, undoneBy, known }));
}

/** What was changed in a workspace, or of one record and what names it; latest first. */
export function listChanges(
  reads: Reads,
  workspace: string,
  { record, actor, command, from, to, cursor, limit }: HistoryRequest,
): Promise<Outcome<ChangeSetPageAnswer>> {
  return reading(reads, workspace, async (transaction, { id: workspaceId, viewer }) => {
    // By the id of the last change alone: its position counts changes that the reader may not know of.
    const before = cursor === undefined ? Outcome.of(null) : placeOf(SORT, cursor);
    if (!before.ok) return before;
    const records = record === undefined ? Outcome.of(null) : await recordsOf(transaction, record);
    if (!records.ok) return records;
    const { items, total } = await findChangeSets(transaction, {
      records: records.value,
      actor: actor ?? null,
      command: command ?? null,
      from: instantOf(from, 'from'),
      until: instantOf(to, 'to'),
      before: before.value?.id ?? null,
      limit: limit + 1,
    });
    const page = items.slice(0, limit);
    const last = page.at(-1);
    const names = await findHistoryNames(transaction);
    return Outcome.of({
      items: await presentedChanges(transaction, page, { actor: viewer, workspaceId }),
      nextCursor: items.length > limit && last ? cursorOf(SORT, { value: '', id: last.id }) : null,
      total,
      actors: [...names.actors],
      commands: [...names.commands],
    });
  });
}

/** The change set with this id, if there is one. */
export const knownChangeSet = (transaction: DatabaseTransaction, id: string): Promise<ChangeSetRow | null> =>
  ID.test(id) ? findChangeSet(transaction, id) : Promise.resolve(null);

/** One change with its rows before and after, page by page. */
export function readChange(
  reads: Reads,
  workspace: string,
  id: string,
  { cursor, limit }: ChangeRequest,
): Promise<Outcome<ChangeSetDetailAnswer>> {
  return reading(reads, workspace, async (transaction, { id: workspaceId, viewer }) => {
    const after = positionIn(cursor);
    if (!after.ok) return after;
    const row = await knownChangeSet(transaction, id);
    const [answer] = row === null ? [] : await presentedChanges(transaction, [row], { actor: viewer, workspaceId });
    if (answer === undefined) return Outcome.refuse(recordMissing);
    const changes = await findRowChanges(transaction, id, { after: after.value, limit: limit + 1 });
    const page = changes.slice(0, limit);
    const last = page.at(-1);
    const mentioned: readonly SubjectRef[] = page.flatMap(mentionedIn);
    const known = await knownRecords(transaction, mentioned);
    return Outcome.of({
      ...answer,
      changes: rowChangeAnswers(page, { actor: viewer, workspaceId, known }),
      nextCursor: changes.length > limit && last ? cursorOf(SORT_OF_ROWS, { value: last.position, id: last.id }) : null,
    });
  });
}
