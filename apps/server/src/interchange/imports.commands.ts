import type { ImportAnswer, ImportChange, ImportRowsAnswer, ImportSummaryAnswer } from '@entente/contract/register';
import { Outcome, type Problem } from '@entente/core/kernel';
import type { CustomField } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { arranging, type Caller, reading, required } from '../register/changing.commands.ts';
import { findCustomFields } from '../register/custom-fields.store.ts';
import type { RowKind } from '../register/record-tables.ts';
import { entityTag } from '../register/record.presenter.ts';
import { recordMissing, staleVersion, type Target } from '../register/record-writes.commands.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import { choicesAfter, type ImportChoices } from './import-choices.ts';
import { rememberedMappings } from './import-mappings.commands.ts';
import { type KeptReading, presentedImport, presentedSummary } from './import.presenter.ts';
import {
  clearImports,
  findImport,
  findImports,
  getImportBytes,
  type ImportRow,
  insertImport,
  removeImport,
  updateImport,
} from './imports.store.ts';
import { findKnownNames } from './known-names.store.ts';
import { fieldsOf, isTarget, layoutOf, namelessIn } from './layouts.ts';
import type { OpenTable, ReadingDesk } from './reading-desk.ts';
import type { PreviewQuery } from './reading-messages.ts';
import type { ReadingRequest } from './reading.ts';
import { reconciled, type Reconciliation } from './reconciling.commands.ts';
import type { Writings } from './writings.ts';
import type { Workspace } from '../register/workspaces.store.ts';

/** What importing takes beside the database. */
export type ImportRoom = {
  readonly desk: ReadingDesk<Evaluated>;
  /** What is being written now. */
  readonly writings: Writings;
  /** The largest file that is taken. */
  readonly mostBytes: number;
};

/** A file that was uploaded, or a block that was pasted. */
export type GivenTable = { readonly name: string; readonly bytes: Uint8Array; readonly layout: string | null };

/** Imports that one person keeps, and files so many times as large as one may be. */
const MOST_IMPORTS = 50;
const MOST_FILES = 6;
const MOST_UNPACKED = 500_000_000;

const full: Problem = {
  code: 'imports-full',
  message: 'You keep as many imports as there is room for',
  fix: 'Remove those that are not needed any more.',
};

const committed: Problem = {
  code: 'import-committed',
  message: 'This import was written to the register already',
  fix: 'Undo its change if it was wrong, and upload the table anew.',
};

const layoutUnknown: Problem = {
  code: 'value-refused',
  message: 'There is no such layout',
  fix: 'Use one of the layouts that the import lists.',
  pointer: '/layout',
};

type Reads = Pick<Caller, 'database' | 'actor' | 'today'>;
export type Row = ImportRow<KeptReading>;

/** A table that lies open, and what it would write into the register as that is now. */
export type Evaluated = {
  readonly table: OpenTable;
  readonly kept: KeptReading;
  readonly reconciliation: Reconciliation | null;
  /** The version of the workspace that it was held against. */
  readonly version: string;
};

type Prepared = Omit<ReadingRequest, 'name' | 'bytes' | 'choices' | 'mostUnpacked'> & { readonly version: string };

async function prepared(
  transaction: DatabaseTransaction,
  version: string,
  nameless: RowKind | null,
): Promise<Prepared> {
  const custom: CustomField[] = await findCustomFields(transaction);
  return {
    version,
    custom,
    known: await findKnownNames(transaction, nameless),
    remembered: await rememberedMappings(transaction),
  };
}

type Given = { readonly name: string; readonly bytes: Uint8Array; readonly choices: ImportChoices };
type Opened = { readonly table: OpenTable; readonly version: string };

async function opened(
  { desk }: ImportRoom,
  reads: Reads,
  workspace: string,
  given: Given,
  nameless: RowKind | null,
): Promise<Outcome<Opened>> {
  const ready = await reading(reads, workspace, async (transaction, { version }) =>
    Outcome.of(await prepared(transaction, version, nameless)),
  );
  if (!ready.ok) return ready;
  const { version, ...rest } = ready.value;
  const table = await desk.open({ ...rest, ...given, mostUnpacked: MOST_UNPACKED, today: reads.today });
  return table.ok ? Outcome.of({ table: table.value, version }) : table;
}

/** Reads a table in a worker and holds it against the register. The caller closes the table or keeps it. */
export async function evaluated(
  room: ImportRoom,
  reads: Reads,
  workspace: string,
  given: Given,
): Promise<Outcome<Evaluated>> {
  const first = await opened(room, reads, workspace, given, null);
  if (!first.ok) return first;
  // Ids of records without names are many: they are looked up only for a table that tells such ids.
  const nameless = namelessIn(first.value.table.shown);
  if (nameless !== null) first.value.table.close();
  const second = nameless === null ? first : await opened(room, reads, workspace, given, nameless);
  if (!second.ok) return second;
  const { table, version } = second.value;
  const { load } = table;
  if (load === null) {
    return Outcome.of({ table, kept: { ...table.shown, plan: [] }, reconciliation: null, version });
  }
  try {
    const held = await reading(reads, workspace, async (transaction) =>
      Outcome.of(await reconciled(transaction, load)),
    );
    if (!held.ok) {
      table.close();
      return held;
    }
    const kept = { ...table.shown, plan: [...held.value.plan] };
    return Outcome.of({ table, kept, reconciliation: held.value, version });
  } catch (error) {
    table.close();
    throw error;
  }
}

export const nameOf = ({ id, version }: Pick<Row, 'id' | 'version'>): string => `${id} ${version}`;

const stored = (status: number, row: Row, workspace: Workspace): StoredAnswer => ({
  status,
  headers: {
    etag: entityTag(row.version),
    ...(status === 201 ? { location: `/api/v1/workspaces/${workspace.slug}/imports/${row.id}` } : {}),
  },
  body: presentedImport(row, workspace),
});

/** The actor's imports. */
export function listImports(
  reads: Pick<Caller, 'database' | 'actor'>,
  workspace: string,
): Promise<Outcome<{ readonly items: readonly ImportSummaryAnswer[] }>> {
  return reading(reads, workspace, async (transaction) => {
    const rows = await findImports<KeptReading>(transaction);
    return Outcome.of({ items: rows.map((row) => presentedSummary(row)) });
  });
}

async function foundImport(transaction: DatabaseTransaction, id: string): Promise<Outcome<Row>> {
  const row = await findImport<KeptReading>(transaction, id);
  return row === null ? Outcome.refuse(recordMissing) : Outcome.of(row);
}

/** One import as it was last understood. */
export function readImport(
  reads: Pick<Caller, 'database' | 'actor'>,
  workspace: string,
  id: string,
): Promise<Outcome<{ readonly etag: string; readonly body: ImportAnswer }>> {
  return reading(reads, workspace, async (transaction, found) => {
    const row = await foundImport(transaction, id);
    if (!row.ok) return row;
    const { reading: kept, version } = row.value;
    // Fields of the workspace's own that were made since the table was read can be chosen at once.
    const meant = layoutOf(kept.layout);
    const fields = meant === null ? kept.fields : fieldsOf(meant, await findCustomFields(transaction));
    const shown = { ...row.value, reading: { ...kept, fields } };
    return Outcome.of({ etag: entityTag(version), body: presentedImport(shown, found) });
  });
}

/** Takes in a table: reads it, and keeps it for its owner to look at. */
export async function createImport(
  room: ImportRoom,
  caller: Caller,
  workspace: string,
  { name, bytes, layout }: GivenTable,
): Promise<Outcome<StoredAnswer>> {
  if (layout !== null && layoutOf(layout) === null) return Outcome.refuse(layoutUnknown);
  const choices: ImportChoices = layout === null ? {} : { layout };
  const outcome = await evaluated(room, caller, workspace, { name, bytes, choices });
  if (!outcome.ok) return outcome;
  const { table, kept } = outcome.value;
  const state = { isKept: false };
  try {
    return await arranging(caller, workspace, async (transaction, found) => {
      const { count, bytes: held } = await clearImports(transaction);
      if (count >= MOST_IMPORTS || held + bytes.length > MOST_FILES * room.mostBytes) return Outcome.refuse(full);
      const row = await insertImport(transaction, { name, bytes, choices, reading: kept });
      room.desk.keep(nameOf(row), outcome.value);
      state.isKept = true;
      return Outcome.of(stored(201, row, found));
    });
  } finally {
    if (!state.isKept) table.close();
  }
}

/** An import of the actor's that may still be changed, at the version that was read. */
export function openAt(row: Row | null, { version }: Target): Outcome<Row> {
  if (row === null) return Outcome.refuse(recordMissing);
  if (row.version !== version) return Outcome.refuse(staleVersion(version, row.version));
  return row.committed ? Outcome.refuse(committed) : Outcome.of(row);
}

function unknownTargets(change: ImportChange, { layout }: KeptReading, custom: readonly CustomField[]): Problem[] {
  const meant = layoutOf(change.layout ?? layout);
  if (meant === null) return [layoutUnknown];
  return Object.entries(change.mapping ?? {})
    .filter(([, target]) => target !== null && !isTarget(meant, custom, target))
    .map(([index, target]) => ({
      code: 'field-unknown',
      message: `"${target}" is nothing that a column of this layout can hold`,
      fix: 'Use one of the fields that the import lists.',
      pointer: `/mapping/${index}`,
    }));
}

type Found = { readonly row: Row; readonly bytes: Uint8Array; readonly unknown: readonly Problem[] };

/** Corrects how an import is read; it is read anew. */
export async function changeImport(
  room: ImportRoom,
  caller: Caller,
  workspace: string,
  target: Target,
  change: ImportChange,
): Promise<Outcome<StoredAnswer>> {
  const found = await reading(caller, workspace, async (transaction): Promise<Outcome<Found>> => {
    const row = openAt(await findImport<KeptReading>(transaction, target.record), target);
    if (!row.ok) return row;
    const unknown = unknownTargets(change, row.value.reading, await findCustomFields(transaction));
    return Outcome.of({ row: row.value, bytes: await getImportBytes(transaction, row.value.id), unknown });
  });
  if (!found.ok) return found;
  const { row, bytes, unknown } = found.value;
  if (unknown.length > 0) return Outcome.refuse(...unknown);
  const choices = choicesAfter(row.choices, change);
  room.desk.drop(nameOf(row));
  const outcome = await evaluated(room, caller, workspace, { name: row.name, bytes, choices });
  if (!outcome.ok) return outcome;
  const { table, kept } = outcome.value;
  const state = { isKept: false };
  try {
    return await arranging(caller, workspace, async (transaction, found) => {
      const before = required(openAt(await findImport<KeptReading>(transaction, target.record, 'lock'), target));
      const after = await updateImport(transaction, before.id, { choices, reading: kept });
      room.desk.keep(nameOf(after), outcome.value);
      state.isKept = true;
      return Outcome.of(stored(200, after, found));
    });
  } finally {
    if (!state.isKept) table.close();
  }
}

/** A page of the rows of an import. */
export async function listImportRows(
  room: ImportRoom,
  reads: Reads,
  workspace: string,
  id: string,
  query: PreviewQuery,
): Promise<Outcome<ImportRowsAnswer>> {
  const found = await reading(reads, workspace, async (transaction) => {
    const row = await foundImport(transaction, id);
    if (!row.ok) return row;
    const isOpen = room.desk.kept(nameOf(row.value)) !== null;
    return Outcome.of({ row: row.value, bytes: isOpen ? null : await getImportBytes(transaction, id) });
  });
  if (!found.ok) return found;
  const { row, bytes } = found.value;
  const open = room.desk.kept(nameOf(row));
  if (open !== null) return open.table.preview(query);
  if (bytes === null) return listImportRows(room, reads, workspace, id, query);
  const { name, choices } = row;
  const outcome = await evaluated(room, reads, workspace, { name, bytes, choices });
  if (!outcome.ok) return outcome;
  room.desk.keep(nameOf(row), outcome.value);
  return outcome.value.table.preview(query);
}

/** Removes an import that is not wanted any more. */
export async function deleteImport(
  room: ImportRoom,
  caller: Caller,
  workspace: string,
  target: Target,
): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction) => {
    const row = await findImport<KeptReading>(transaction, target.record, 'lock');
    if (row === null) return Outcome.refuse(recordMissing);
    if (row.version !== target.version) return Outcome.refuse(staleVersion(target.version, row.version));
    await removeImport(transaction, row.id);
    room.desk.drop(nameOf(row));
    return Outcome.of({ status: 204, headers: {}, body: null });
  });
}
