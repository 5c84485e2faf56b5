import type { ChangeSetAnswer, RowChangeAnswer } from '@entente/contract/register';
import { type Actor, can } from '@entente/core/accounts';
import type { SubjectRef } from '@entente/core/kernel';
import type { ChangeSetRow, RowChangeRow } from './changes.store.ts';
import type { KnownRecords } from './known-records.ts';
import { type LoggedColumns, loggedFields, loggedTable } from './logged-rows.ts';
import type { Column, RecordTable } from './record-tables.ts';
import type { FieldValue } from './records.store.ts';

type Reader = { readonly actor: Actor; readonly workspaceId: string; readonly known: KnownRecords };

type SetReader = Reader & {
  readonly touched: ReadonlyMap<string, readonly SubjectRef[]>;
  readonly undoneBy: ReadonlyMap<string, string>;
};

export const touchedIn = (touched: SetReader['touched']): readonly SubjectRef[] => [...touched.values()].flat();

/**
 * The undo of each change that stands: one that was itself undone does not.
 * @param undos every undo that goes back to the changes, earliest first
 */
export function standingUndos(
  undos: readonly { readonly id: string; readonly undoes: string }[],
): ReadonlyMap<string, string> {
  const standing = new Map<string, string>();
  // What undoes a change comes later than it, so the latest are judged first.
  for (const { id, undoes } of [...undos].reverse()) if (!standing.has(id)) standing.set(undoes, id);
  return standing;
}

export function changeSetAnswer(
  row: ChangeSetRow,
  { actor, workspaceId, touched, undoneBy, known }: SetReader,
): ChangeSetAnswer {
  const undo = undoneBy.get(row.id) ?? null;
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { id: row.actorId, name: row.actorName },
    command: row.command,
    reason: row.reason,
    undoes: row.undoes,
    undoneBy: undo,
    workspaceVersion: Number(row.workspaceVersion),
    rows: row.rows,
    records: (touched.get(row.id) ?? []).map(known.placed),
    abilities: { undo: undo === null && can(actor, 'history.undo', { workspaceId }) },
  };
}

const EVENT_SUBJECT = 'event_subject';

/** The records that a row of the log mentions, and the one it belongs to. */
export function mentionedIn({ tableName, recordKind, recordId, before, after }: RowChangeRow): SubjectRef[] {
  const table = loggedTable(tableName);
  const versions = [before, after].filter((columns) => columns !== null);
  const own: SubjectRef = { kind: recordKind, id: recordId };
  if (table === null) return [own, ...versions.map(eventSubject)];
  return [
    own,
    ...versions.flatMap((columns) =>
      table.columns.flatMap((column) => mention(column, valueIn(table, column, columns))),
    ),
  ];
}

const eventSubject = (columns: LoggedColumns): SubjectRef =>
  ({ kind: columns['subject_kind'], id: columns['subject_id'] }) as SubjectRef;

const valueIn = (table: RecordTable, { field }: Column, columns: LoggedColumns): FieldValue =>
  loggedFields(table, columns)[field] ?? null;

function mention({ as, to }: Column, value: FieldValue): SubjectRef[] {
  if (value === null) return [];
  if (as === 'subject') return [value as SubjectRef];
  return to === null || to === 'claim' || typeof value !== 'string' ? [] : [{ kind: to, id: value }];
}

type Fields = Readonly<Record<string, unknown>>;

/** Fields by the names they have on the wire, with the names of records mentioned; marks of the row itself are left out. */
function shownFields(tableName: string, columns: LoggedColumns | null, known: KnownRecords): Fields {
  if (columns === null) return {};
  const table = loggedTable(tableName);
  if (table === null) {
    const about = eventSubject(columns);
    return tableName === EVENT_SUBJECT ? { about: { ...about, ...known.link(about) } } : {};
  }
  const fields = loggedFields(table, columns);
  const shown = table.columns.map((column): [string, unknown] => {
    const value = fields[column.field] ?? null;
    const [mentioned] = mention(column, value);
    return [column.field, mentioned === undefined ? value : { ...mentioned, ...known.link(mentioned) }];
  });
  return Object.fromEntries([...shown, ['class', columns['class']]]);
}

function action({ before, after }: RowChangeRow): RowChangeAnswer['action'] {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

function claimIn({ tableName, before, after }: RowChangeRow, known: KnownRecords): RowChangeAnswer['claim'] {
  const columns = after ?? before;
  if (tableName !== 'claim' || columns === null) return null;
  const id = columns['source_id'] as string;
  const link = known.link({ kind: 'source', id });
  return { field: columns['field'] as string, value: columns['value'] as string, source: { id, ...link } };
}

function rowChangeAnswer(row: RowChangeRow, { known }: Reader): RowChangeAnswer {
  const before = shownFields(row.tableName, row.before, known);
  const after = shownFields(row.tableName, row.after, known);
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((entry) => JSON.stringify(entry.before) !== JSON.stringify(entry.after));
  return {
    subject: known.placed({ kind: row.recordKind, id: row.recordId }),
    row: loggedTable(row.tableName)?.kind ?? row.tableName.replaceAll('_', '-'),
    rowId: row.rowId,
    class: row.class,
    action: action(row),
    claim: claimIn(row, known),
    fields,
  };
}

/** What a change did to rows, those left out that the reader may not see. */
export function rowChangeAnswers(changes: readonly RowChangeRow[], reader: Reader): RowChangeAnswer[] {
  const { actor, workspaceId } = reader;
  return changes
    .filter((change) => can(actor, 'history.read', { workspaceId, class: change.class }))
    .map((change) => rowChangeAnswer(change, reader));
}
