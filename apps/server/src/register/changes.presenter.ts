import type { ChangeSetAnswer, ChangeSetDetailAnswer, RowChangeAnswer } from '@entente/contract/register';
import { can } from '@entente/core/accounts';
import type { ChangeSetRow, RowChangeRow } from './changes.store.ts';
import { linkKey } from './links.store.ts';
import { RECORD_TABLES, type RecordTable } from './record-tables.ts';
import type { Reader } from './record.presenter.ts';

type Columns = Readonly<Record<string, unknown>>;

export function changeSetAnswer(row: ChangeSetRow, { actor, workspaceId }: Omit<Reader, 'links'>): ChangeSetAnswer {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { id: row.actorId, name: row.actorName },
    command: row.command,
    reason: row.reason,
    undoes: row.undoes,
    workspaceVersion: Number(row.workspaceVersion),
    rows: row.rows,
    abilities: { undo: can(actor, 'history.undo', { workspaceId }) },
  };
}

/** Fields by the names they have on the wire; marks of the row itself are left out. */
function namedFields(table: RecordTable | undefined, columns: Columns | null): Columns {
  if (columns === null) return {};
  const entries = (table?.columns ?? []).flatMap(({ field, column, as }): [string, unknown][] =>
    as === 'subject'
      ? [[field, { kind: columns[`${column}_kind`], id: columns[`${column}_id`] }]]
      : [[field, as === 'share' || as === 'decimal' ? exact(columns[column]) : columns[column]]],
  );
  const subject: [string, unknown][] =
    table === undefined ? [['subject', { kind: columns['subject_kind'], id: columns['subject_id'] }]] : [];
  return Object.fromEntries([...entries, ...subject, ['class', columns['class']]]);
}

const exact = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

function action({ before, after }: RowChangeRow): RowChangeAnswer['action'] {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

function rowChangeAnswer(row: RowChangeRow, { links }: Reader): RowChangeAnswer {
  const table = Object.values(RECORD_TABLES).find((candidate) => candidate.table === row.tableName);
  const before = namedFields(table, row.before);
  const after = namedFields(table, row.after);
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((entry) => JSON.stringify(entry.before) !== JSON.stringify(entry.after));
  const link = links.get(linkKey(row.recordKind, row.recordId)) ?? { slug: null, name: null };
  return {
    subject: { kind: row.recordKind, id: row.recordId, ...link },
    row: table?.kind ?? row.tableName.replaceAll('_', '-'),
    rowId: row.rowId,
    class: row.class,
    action: action(row),
    fields,
  };
}

/** A change with its rows, those left out that the reader may not see. */
export function changeSetDetail(
  row: ChangeSetRow,
  changes: readonly RowChangeRow[],
  reader: Reader,
): ChangeSetDetailAnswer {
  const { actor, workspaceId } = reader;
  const seen = changes.filter((change) => can(actor, 'history.read', { workspaceId, class: change.class }));
  return { ...changeSetAnswer(row, reader), changes: seen.map((change) => rowChangeAnswer(change, reader)) };
}
