import { Outcome, type SubjectKind } from '@entente/core/kernel';
import { type Caller, type Change, changing } from './changing.commands.ts';
import { findLinks } from './links.store.ts';
import { RECORD_TABLES, type RowKind } from './record-tables.ts';
import { addressOf, entityTag, recordAnswer } from './record.presenter.ts';
import { addRecord, alterRecord, dropRecord, type RecordBody, type Target } from './record-writes.commands.ts';
import { getRecord, type RecordRow } from './records.store.ts';
import type { StoredAnswer } from './stored-answer.ts';

export async function answerOf(
  { transaction, workspace }: Change,
  kind: RowKind,
  record: RecordRow | string,
  status: number,
): Promise<StoredAnswer> {
  const row = typeof record === 'string' ? await getRecord(transaction, kind, record) : record;
  const links = await findLinks(transaction, [{ kind, rows: [row] }]);
  const body = recordAnswer(kind, row, { actor: workspace.viewer, workspaceId: workspace.id, links });
  const location = addressOf(workspace.slug, RECORD_TABLES[kind].collection, row.id);
  return { status, headers: { etag: entityTag(row.version), ...(status === 201 ? { location } : {}) }, body };
}

/** Adds a record. */
export function createRecord(
  caller: Caller,
  workspace: string,
  kind: SubjectKind,
  body: RecordBody,
): Promise<Outcome<StoredAnswer>> {
  const intent = { command: `create-${kind}`, reason: body.reason ?? null, hasStakes: kind === 'stake' };
  return changing(caller, workspace, intent, async (change) => {
    const added = await addRecord(change, kind, body);
    return Outcome.of(await answerOf(change, kind, added, 201));
  });
}

/** Changes the given fields of a record. */
export function changeRecord(
  caller: Caller,
  workspace: string,
  kind: SubjectKind,
  target: Target,
  body: RecordBody,
): Promise<Outcome<StoredAnswer>> {
  return changing(caller, workspace, { command: `change-${kind}`, reason: body.reason ?? null }, async (change) => {
    const id = await alterRecord(change, kind, target, body);
    return Outcome.of(await answerOf(change, kind, id, 200));
  });
}

/** Removes a record with its parts and the claims on them. */
export function removeRecord(
  caller: Caller,
  workspace: string,
  kind: SubjectKind,
  target: Target,
): Promise<Outcome<StoredAnswer>> {
  return changing(caller, workspace, { command: `remove-${kind}`, reason: null }, async (change) => {
    await dropRecord(change, kind, target);
    return Outcome.of({ status: 204, headers: {}, body: null });
  });
}
