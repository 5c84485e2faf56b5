import { PassThrough, type Readable } from 'node:stream';
import type { CollectionName } from '@entente/contract/register';
import { CSV_BEGIN, csvText, openWorkbook, type WrittenCell } from '@entente/core/interchange';
import { Outcome, type Problem } from '@entente/core/kernel';
import { customListField, listColumns, type ListField, listFieldUnknown, type Wording } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { takesMore } from '../platform/sink-demand.ts';
import { type Caller, reading } from './changing.commands.ts';
import { tellReadings } from './clean-readings.commands.ts';
import { findCustomFields } from './custom-fields.store.ts';
import type { Turns } from './export-turns.ts';
import { findLinks } from './links.store.ts';
import type { ListScope } from './list-conditions.store.ts';
import type { SortKey } from './list-orders.store.ts';
import { chosenScope, scopeOf, type ScopeRequest, sortOf } from './list-scopes.commands.ts';
import { countRecords, eachRecord } from './lists.store.ts';
import { kindOf, type RowKind } from './record-tables.ts';
import { recordAnswer } from './record.presenter.ts';
import { cellOf, headingOf, type TableColumn, type Telling } from './tables.presenter.ts';
import type { Workspace } from './workspaces.store.ts';

/** What is written: the records that filters admit, or those chosen by their ids. */
export type TableRequest = ScopeRequest & {
  readonly records?: readonly string[] | undefined;
  readonly sort: string;
  readonly format: 'csv' | 'xlsx';
  readonly columns?: string | undefined;
  readonly language: keyof Wording;
  readonly headings: Telling['headings'];
};

/** A file that is written while it is sent. */
export type TableFile = {
  readonly version: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Readable;
};

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const ID: ListField = { name: 'id', as: 'slug' };
const MOMENT = 'moment';

/** The columns asked for, or all that the records hold; a table that is read in again begins with their ids. */
async function columnsOf(
  transaction: DatabaseTransaction,
  kind: RowKind,
  { columns, headings }: TableRequest,
): Promise<Outcome<readonly TableColumn[]>> {
  const own = kind === 'claim' ? [] : await findCustomFields(transaction, kind);
  const known: TableColumn[] = [
    { field: ID, custom: null },
    ...listColumns(kind).map((field) => ({ field, custom: null })),
    ...own.map((custom) => ({ field: customListField(custom), custom })),
  ];
  const first = headings === 'names' ? [ID.name] : [];
  if (columns === undefined) {
    const all = known.filter(({ field, custom }) => field !== ID && field.as !== MOMENT && custom?.retired !== true);
    return Outcome.of(first.length === 0 ? all : [...known.slice(0, 1), ...all]);
  }
  const names = [...new Set([...first, ...columns.split(',')])];
  const found = names.map((name) => known.find(({ field }) => field.name === name) ?? name);
  const unknown = found.find((column) => typeof column === 'string');
  if (unknown !== undefined) {
    return Outcome.refuse(
      listFieldUnknown(
        unknown,
        known.map(({ field }) => field.name),
      ),
    );
  }
  return Outcome.of(found.filter((column) => typeof column !== 'string'));
}

type Table = {
  readonly transaction: DatabaseTransaction;
  readonly scope: ListScope;
  readonly sort: readonly SortKey[];
  readonly columns: readonly TableColumn[];
  readonly telling: Telling;
  readonly workspace: Workspace;
};

/** The rows of a table as cells, some at a time. */
async function* cellsOf({ transaction, scope, sort, columns, telling, workspace }: Table) {
  for await (const rows of eachRecord(transaction, scope, sort)) {
    const links = await findLinks(transaction, [{ kind: scope.kind, rows }]);
    await tellReadings();
    yield rows.map((row): readonly WrittenCell[] => {
      const record = recordAnswer(scope.kind, row, {
        actor: workspace.viewer,
        workspaceId: workspace.id,
        links,
      });
      return columns.map((column) => cellOf(record, column, telling));
    });
  }
}

async function writeCsv(sink: PassThrough, heads: readonly string[], table: Table): Promise<void> {
  sink.write(CSV_BEGIN + csvText([heads]));
  for await (const rows of cellsOf(table)) {
    if (!(await takesMore(sink))) return;
    sink.write(csvText(rows));
  }
  sink.end();
}

async function writeWorkbook(sink: PassThrough, heads: readonly string[], table: Table): Promise<void> {
  const workbook = await openWorkbook(sink, { sheet: table.scope.kind, heads });
  for await (const rows of cellsOf(table)) {
    if (!(await takesMore(sink))) return;
    for (const row of rows) workbook.add(row);
  }
  await workbook.end();
}

const chosenGone: Problem = {
  code: 'record-unknown',
  message: 'Some of the chosen records are no longer there',
  fix: 'Read the list again and choose anew.',
};

/** A file of chosen records holds all of them, or is refused. */
async function tableScope(
  transaction: DatabaseTransaction,
  workspace: Workspace,
  collection: CollectionName,
  request: TableRequest,
): Promise<Outcome<ListScope>> {
  if (request.records === undefined) return scopeOf(transaction, workspace, collection, request);
  const ids = [...new Set(request.records)];
  const scope = chosenScope(workspace, collection, ids);
  return (await countRecords(transaction, scope)) === ids.length ? Outcome.of(scope) : Outcome.refuse(chosenGone);
}

/** What a request asks for, judged before a byte is written. */
async function tableOf(
  transaction: DatabaseTransaction,
  workspace: Workspace,
  collection: CollectionName,
  request: TableRequest,
): Promise<Outcome<Table>> {
  const kind = kindOf(collection);
  const sort = await sortOf(transaction, kind, request.sort);
  if (!sort.ok) return sort;
  const scope = await tableScope(transaction, workspace, collection, request);
  if (!scope.ok) return scope;
  const columns = await columnsOf(transaction, kind, request);
  if (!columns.ok) return columns;
  const { language, headings } = request;
  return Outcome.of({
    transaction,
    workspace,
    scope: scope.value,
    sort: sort.value,
    columns: columns.value,
    telling: { language, headings },
  });
}

/**
 * All records of a list as a file, read at one instant and sent while it is read. The answer comes with the first bytes;
 * what fails later breaks the file off.
 */
export function openTable(
  reads: Pick<Caller, 'database' | 'actor' | 'today'>,
  turns: Turns,
  workspaceReference: string,
  collection: CollectionName,
  request: TableRequest,
): Promise<Outcome<TableFile>> {
  const { format } = request;
  const sink = new PassThrough();
  // Whoever sends it hears of an error too; before that nobody listens, and an error unheard ends the process.
  sink.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    const written = turns.take(() =>
      reading(reads, workspaceReference, async (transaction, workspace) => {
        const { slug, seenVersion: version } = workspace;
        const table = await tableOf(transaction, workspace, collection, request);
        if (!table.ok) return table;
        const { columns, telling } = table.value;
        const name = `entente-${slug}-${collection}-${reads.today}.${format}`;
        resolve(Outcome.of({ version, name, type: TYPES[format], bytes: sink }));
        const heads = columns.map((column) => headingOf(column, telling));
        await (format === 'csv' ? writeCsv : writeWorkbook)(sink, heads, table.value);
        return Outcome.of(null);
      }),
    );
    written.then(
      (outcome) => {
        if (!outcome.ok) resolve(outcome);
      },
      (error: unknown) => {
        sink.destroy(error instanceof Error ? error : new Error(String(error)));
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
