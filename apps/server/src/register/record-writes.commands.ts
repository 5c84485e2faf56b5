import type { AccessClass } from '@entente/core/accounts';
import { invariant, Outcome, type Problem, type SubjectKind } from '@entente/core/kernel';
import { CUSTOM_PREFIX, FIELDS } from '@entente/core/register';
import { type Change, required } from './changing.commands.ts';
import { findSubjectsOf, removeClaimsOn } from './claims.store.ts';
import { judgedCustom } from './custom-values.commands.ts';
import { enterFirstValues, enterValues, settledNow } from './entries.commands.ts';
import type { ExtendedProblem } from './extended-problem.ts';
import { RECORD_TABLES, type RowKind } from './record-tables.ts';
import {
  type FieldValue,
  type FieldValues,
  findRecord,
  findRecordsBy,
  insertRecord,
  type RecordRow,
  removeRecords,
  replaceEventSubjects,
  setClassOfParts,
  updateRecord,
} from './records.store.ts';
import { withIds } from './references.commands.ts';
import { columnValue, isClaimed } from './settled-values.ts';
import { judgedSlug, withSlug } from './slugs.commands.ts';
import { judgedFields, judgeLater, withIssuer } from './stakes.commands.ts';

/*
 * What is done to one record within a change; a command wraps one such write or many.
 */

/** A request's fields, judged by the contract: values by field, with what steers the write beside them. */
export type RecordBody = Readonly<Record<string, unknown>> & {
  readonly class?: AccessClass | undefined;
  readonly reason?: string | undefined;
  readonly custom?: Readonly<Record<string, string | null>> | undefined;
};

const inCustom = (key: string): string => `/custom/${key}`;

/** The record a request names, and the version it was read at. */
export type Target = { readonly record: string; readonly version: number };

export const recordMissing: Problem = {
  code: 'record-not-found',
  message: 'There is no such record, or none that you may see',
  fix: 'Look for it in the list; it may have been removed or renamed.',
};

export function staleVersion(yours: number, current: number): ExtendedProblem {
  return {
    code: 'version-stale',
    message: `The record was changed meanwhile: you have version ${yours}, it is at version ${current}`,
    fix: 'Read it again, and make your change on the version that is there.',
    extensions: { yourVersion: yours, currentVersion: current },
  };
}

function split(
  kind: SubjectKind,
  fields: FieldValues,
): { readonly own: FieldValues; readonly claimed: Record<string, string | null> } {
  const own: Record<string, FieldValue> = {};
  const claimed: Record<string, string | null> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (isClaimed(kind, field)) claimed[field] = value as string | null;
    else own[field] = value;
  }
  return { own, claimed };
}

const statedIn = (claimed: Readonly<Record<string, string | null>>): (readonly [string, string])[] =>
  Object.entries(claimed).flatMap(([field, value]) => (value === null ? [] : [[field, value] as const]));

function canonical(kind: SubjectKind, claimed: Readonly<Record<string, string | null>>): FieldValues {
  return Object.fromEntries(statedIn(claimed).map(([field, value]) => [field, columnValue(kind, field, value)]));
}

/** Adds a record: its fields become claims of the actor's entry source. */
export async function addRecord(change: Change, kind: SubjectKind, body: RecordBody): Promise<RecordRow> {
  const { reason = null, class: recordClass = 'INTERNAL', custom = {}, ...given } = body;
  const { transaction } = change;
  const ids = required(judgedSlug(kind, required(await withIds(transaction, kind, given))));
  const values = required(await judgedCustom(transaction, kind, custom, inCustom));
  const whole = { ...(kind === 'stake' ? required(await withIssuer(change, ids)) : ids), ...values };
  const { own, claimed } = split(kind, await withSlug(transaction, kind, whole));
  const fields = { ...own, ...canonical(kind, claimed) };
  required(await judgedFields(change, kind, null, fields));
  const added = await insertRecord(transaction, kind, fields, recordClass);
  const { id } = added;
  judgeLater(change, kind, id);
  const about = own['about'];
  if (Array.isArray(about)) await replaceEventSubjects(transaction, id, about);
  const stated = Object.fromEntries(statedIn(claimed));
  if (kind !== 'source') await enterFirstValues(change, { kind, id }, recordClass, stated, reason);
  return Array.isArray(about) ? { ...added, fields: { ...added.fields, about } } : added;
}

/** The record that is to be written, locked, at the version that the writer has read. */
export async function atVersion(change: Change, kind: RowKind, { record, version }: Target): Promise<RecordRow> {
  const row = await findRecord(change.transaction, kind, record, 'lock');
  if (row === null) return required(Outcome.refuse(recordMissing));
  if (row.version !== version) return required(Outcome.refuse(staleVersion(version, row.version)));
  if (kind === 'source' && row.fields['kind'] === 'entry') return required(Outcome.refuse(entrySourceKept));
  return row;
}

const entrySourceKept: Problem = {
  code: 'source-is-entry',
  message: 'This source stands for what was typed in; it is kept by itself',
  fix: 'Change the claims that rest on it instead.',
};

/**
 * Changes the given fields of a record; what is not given stays. Where nothing is given the record stays as it is, and only its
 * version is held against the one that was read.
 */
export async function alterRecord(
  change: Change,
  kind: SubjectKind,
  target: Target,
  body: RecordBody,
): Promise<string> {
  const { reason = null, class: recordClass = null, custom = {}, ...given } = body;
  const { transaction } = change;
  const before = await atVersion(change, kind, target);
  if (recordClass === null && Object.keys({ ...given, ...custom }).length === 0) return before.id;
  const values = required(await judgedCustom(transaction, kind, custom, inCustom));
  const { own, claimed } = split(kind, {
    ...required(judgedSlug(kind, required(await withIds(transaction, kind, given)))),
    ...values,
  });
  const entered =
    Object.keys(claimed).length === 0
      ? {}
      : await enterValues(change, { kind, id: before.id }, recordClass ?? before.class, claimed, reason);
  const fields = { ...own, ...entered };
  required(await judgedFields(change, kind, before, fields));
  await updateRecord(transaction, kind, before.id, fields, recordClass);
  judgeLater(change, kind, before.id);
  if (Array.isArray(own['about'])) await replaceEventSubjects(transaction, before.id, own['about']);
  if (recordClass !== null) await setClassOfParts(transaction, before.id, recordClass);
  if (kind === 'source' && 'date' in own) await settleSubjectsOf(change, before.id);
  return before.id;
}

/** A document's date decides between claims of one rank, so its records take their best claims anew. */
async function settleSubjectsOf(change: Change, source: string): Promise<void> {
  for (const { kind, id } of await findSubjectsOf(change.transaction, source)) {
    await settleRecord(change, kind, id, Object.keys(FIELDS[kind]));
  }
}

/** What a row holds of a field, or of a field of the workspace's own. */
function heldValue({ fields }: RecordRow, field: string): FieldValue | undefined {
  if (!field.startsWith(CUSTOM_PREFIX)) return fields[field];
  const custom = (fields['custom'] ?? {}) as Readonly<Record<string, string>>;
  return custom[field.slice(CUSTOM_PREFIX.length)] ?? null;
}

/** Gives a record's row the values of its best claims, where they differ from what it holds. */
export async function settleRecord(
  change: Change,
  kind: SubjectKind,
  id: string,
  fields: readonly string[],
): Promise<void> {
  const row = await findRecord(change.transaction, kind, id, 'lock');
  invariant(row, 'a claim is about a record that is there');
  const settled = await settledNow(
    change,
    kind,
    id,
    fields.filter((field) => isClaimed(kind, field)),
  );
  const changed = Object.fromEntries(
    Object.entries(settled).filter(([field, value]) => heldValue(row, field) !== value),
  );
  if (Object.keys(changed).length === 0) return;
  required(await judgedFields(change, kind, row, changed));
  await updateRecord(change.transaction, kind, id, changed);
  judgeLater(change, kind, id);
}

/** Removes a record with its parts and all claims on them; what else refers to it stands in the way. */
export async function dropRecord(change: Change, kind: SubjectKind, target: Target): Promise<string> {
  const { transaction } = change;
  const { id } = await atVersion(change, kind, target);
  for (const part of RECORD_TABLES[kind].parts) {
    const rows = await findRecordsBy(transaction, part.kind, part.field, [id]);
    const ids = rows.map((row) => row.id);
    await removeClaimsOn(transaction, ids);
    await removeRecords(transaction, part.kind, ids);
  }
  await removeClaimsOn(transaction, [id]);
  if (kind === 'event') await replaceEventSubjects(transaction, id, []);
  await removeRecords(transaction, kind, [id]);
  return id;
}
