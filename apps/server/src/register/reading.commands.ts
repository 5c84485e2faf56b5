import type { CollectionName } from '@entente/contract/register';
import { Outcome, type Problem } from '@entente/core/kernel';
import { type Caller, reading } from './changing.commands.ts';
import { findLinks } from './links.store.ts';
import { kindOf } from './record-tables.ts';
import {
  entityTag,
  evidenceAnswer,
  isSubjectKind,
  recordAnswer,
  visible,
  type WireRecord,
} from './record.presenter.ts';
import { findRecord, findRecordsBy } from './records.store.ts';
import { recordMissing } from './record-writes.commands.ts';

export type Tagged = { readonly etag: string; readonly body: WireRecord };
type Reads = Pick<Caller, 'database' | 'actor'>;

export const cursorMalformed: Problem = {
  code: 'cursor-malformed',
  message: 'The cursor does not lead to a place in this list',
  fix: 'Send the nextCursor of the page before, with the same filters and sort, or none.',
};

/** Sort value and id of the last record of the page before. */
export type RecordPlace = { readonly value: string; readonly id: string };

/** A cursor is opaque to clients: sort key, its value and the id of the last record. */
export const cursorOf = (sort: string, { value, id }: RecordPlace): string =>
  Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function placeOf(sort: string, cursor: string): Outcome<RecordPlace> {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 3) return Outcome.refuse(cursorMalformed);
    const [key, value, id] = parts as unknown[];
    const fits =
      key === sort && typeof value === 'string' && typeof id === 'string' && ID.test(id) && !value.includes('\0');
    return fits ? Outcome.of({ value, id }) : Outcome.refuse(cursorMalformed);
  } catch {
    return Outcome.refuse(cursorMalformed);
  }
}

/** One record, with its claims when they are asked for. */
export function readRecord(
  reads: Reads,
  workspace: string,
  collection: CollectionName,
  record: string,
  withClaims: boolean,
): Promise<Outcome<Tagged>> {
  const kind = kindOf(collection);
  return reading(reads, workspace, async (transaction, { id: workspaceId, viewer }) => {
    const row = await findRecord(transaction, kind, record);
    if (row === null || visible([row], { actor: viewer, workspaceId }).length === 0)
      return Outcome.refuse(recordMissing);
    const claims =
      withClaims && isSubjectKind(kind) ? await findRecordsBy(transaction, 'claim', 'subject', [row.id]) : [];
    const links = await findLinks(transaction, [
      { kind, rows: [row] },
      { kind: 'claim', rows: claims },
    ]);
    const reader = { actor: viewer, workspaceId, links };
    const evidence = withClaims && isSubjectKind(kind) ? evidenceAnswer(claims, reader) : {};
    return Outcome.of({ etag: entityTag(row.version), body: { ...recordAnswer(kind, row, reader), ...evidence } });
  });
}
