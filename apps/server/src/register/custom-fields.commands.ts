import type { CustomFieldAnswer, CustomFieldChange, CustomFieldCreation } from '@entente/contract/register';
import { can } from '@entente/core/accounts';
import { Outcome, type Problem } from '@entente/core/kernel';
import { arranging, type Caller, reading, required } from './changing.commands.ts';
import {
  type CustomFieldRow,
  findCustomField,
  findCustomFields,
  findUsedValues,
  insertCustomField,
  removeCustomField,
  updateCustomField,
} from './custom-fields.store.ts';
import type { DatabaseTransaction } from '../platform/database.ts';
import { entityTag } from './record.presenter.ts';
import { recordMissing, staleVersion, type Target } from './record-writes.commands.ts';
import type { StoredAnswer } from './stored-answer.ts';
import type { Workspace } from './workspaces.store.ts';

function answerOf(row: CustomFieldRow, { id, viewer }: Workspace): CustomFieldAnswer {
  const may = can(viewer, 'workspace.configure', { workspaceId: id });
  return { ...row, terms: row.terms.map((term) => ({ ...term })), abilities: { change: may, remove: may } };
}

const inUse = (what: string): Problem => ({
  code: 'custom-field-in-use',
  message: `Records hold ${what}`,
  fix: 'Retire the field instead, or take its values away first.',
});

const termsMissing: Problem = {
  code: 'field-required',
  message: 'A field to choose from has terms, another has none',
  fix: 'Give at least one term where `as` is `term`, and none elsewhere.',
  pointer: '/terms',
};

const termsFit = ({ as, terms }: Pick<CustomFieldRow, 'as' | 'terms'>): boolean => (as === 'term') === terms.length > 0;

/** The workspace's own fields. */
export function listCustomFields(
  reads: Pick<Caller, 'database' | 'actor'>,
  workspace: string,
): Promise<Outcome<{ readonly items: readonly CustomFieldAnswer[] }>> {
  return reading(reads, workspace, async (transaction, found) => {
    const rows = await findCustomFields(transaction);
    return Outcome.of({ items: rows.map((row) => answerOf(row, found)) });
  });
}

/** Adds a field to a kind of record. */
export function createCustomField(
  caller: Caller,
  workspace: string,
  body: CustomFieldCreation,
): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction, found) => {
    if (!termsFit(body)) return Outcome.refuse(termsMissing);
    const row = await insertCustomField(transaction, body);
    const location = `/api/v1/workspaces/${found.slug}/custom-fields/${row.id}`;
    return Outcome.of({
      status: 201,
      headers: { etag: entityTag(row.version), location },
      body: answerOf(row, found),
    });
  });
}

async function atVersion(
  transaction: DatabaseTransaction,
  { record, version }: Target,
): Promise<Outcome<CustomFieldRow>> {
  const row = await findCustomField(transaction, record);
  if (row === null) return Outcome.refuse(recordMissing);
  return row.version === version ? Outcome.of(row) : Outcome.refuse(staleVersion(version, row.version));
}

/** Changes words, terms or place of a field, or retires it; a term that records hold stays. */
export function changeCustomField(
  caller: Caller,
  workspace: string,
  target: Target,
  body: CustomFieldChange,
): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction, found) => {
    const before = required(await atVersion(transaction, target));
    const { labels, terms, place, retired } = body;
    const after: CustomFieldRow = {
      ...before,
      labels: labels ?? before.labels,
      terms: terms ?? before.terms,
      place: place ?? before.place,
      retired: retired ?? before.retired,
    };
    if (!termsFit(after)) return Outcome.refuse(termsMissing);
    const kept = new Set(after.terms.map(({ term }) => term));
    const dropped = before.terms.map(({ term }) => term).filter((term) => !kept.has(term));
    const used = dropped.length === 0 ? [] : await findUsedValues(transaction, before, dropped);
    if (used.length > 0) return Outcome.refuse({ ...inUse(used.join(', ')), pointer: '/terms' });
    const row = await updateCustomField(transaction, before.id, after);
    return Outcome.of({ status: 200, headers: { etag: entityTag(row.version) }, body: answerOf(row, found) });
  });
}

/** Removes a field that no record uses. */
export function deleteCustomField(caller: Caller, workspace: string, target: Target): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction) => {
    const row = required(await atVersion(transaction, target));
    const used = await findUsedValues(transaction, row, null);
    if (used.length > 0) return Outcome.refuse(inUse('values of this field'));
    await removeCustomField(transaction, row.id);
    return Outcome.of({ status: 204, headers: {}, body: null });
  });
}
