import {
  collectionNamed,
  type CollectionName,
  customFieldRoutes,
  type SummaryAnswer,
  viewRoutes,
} from '@entente/contract/register';
import { queryOptions } from '@tanstack/react-query';
import { addressOf, read, readFile, readVersioned } from '../../../lib/client.ts';
import { workspaceKey } from './register-queries.ts';

/** A record of any kind as a table shows it. */
export type TableRow = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly version: number;
  readonly abilities: { readonly change: boolean; readonly remove: boolean };
};

/** Which rows are meant, and in which order. */
export type RowsAsked = {
  readonly filters: readonly string[];
  readonly q: string | null;
  readonly sort: string;
};

export type RowWindow = {
  readonly rows: readonly TableRow[];
  readonly total: number;
  /** The version of the workspace that the window is of. */
  readonly version: string | null;
};

/** Rows are read in windows of so many. */
export const WINDOW = 100;

export const pathOf = (workspace: string, rest: string): string =>
  `/workspaces/${encodeURIComponent(workspace)}${rest}`;

/** Every window of a collection stands under this key. */
export const rowsKey = (workspace: string, collection: CollectionName) =>
  [...workspaceKey(workspace), 'table-rows', collection] as const;
const summaryKey = (workspace: string, collection: CollectionName) =>
  [...workspaceKey(workspace), 'table-summary', collection] as const;

const admitted = ({ filters, q }: Omit<RowsAsked, 'sort'>) => ({ filter: filters, q });

/** Rows from an offset on. */
export const windowQuery = (workspace: string, collection: CollectionName, asked: RowsAsked, offset: number) =>
  queryOptions({
    queryKey: [...rowsKey(workspace, collection), asked, offset],
    queryFn: async ({ signal }): Promise<RowWindow> => {
      const { answer: page, version } = await readVersioned(pathOf(workspace, `/${collection}`), {
        answer: collectionNamed(collection).routes.list.answer,
        query: { ...admitted(asked), sort: asked.sort, limit: WINDOW, offset },
        signal,
      });
      return { rows: page.items as unknown as readonly TableRow[], total: page.total, version };
    },
  });

/** What the rows come to, as a whole and by the values of a field. */
export const summaryQuery = (
  workspace: string,
  collection: CollectionName,
  asked: Omit<RowsAsked, 'sort'>,
  group: string | null,
  /** The day on which stakes are added; other records have none. */
  addedOn: string | null,
) => {
  const key = [...summaryKey(workspace, collection), asked.filters, asked.q, group];
  return queryOptions({
    queryKey: [...key, addedOn],
    queryFn: ({ signal }): Promise<SummaryAnswer> =>
      read(pathOf(workspace, `/${collection}/summary`), {
        answer: collectionNamed(collection).routes.summary.answer,
        query: { ...admitted(asked), group, addedOn },
        signal,
      }),
    // Rows stay in their groups while the totals of another day come.
    placeholderData: (before, query) =>
      JSON.stringify(query?.queryKey.slice(0, -1)) === JSON.stringify(key) ? before : undefined,
  });
};

/** The first rows of a table, as many as one request may bring. */
export async function firstRows(
  workspace: string,
  collection: CollectionName,
  asked: RowsAsked,
  most: number,
): Promise<readonly TableRow[]> {
  const page = await read(pathOf(workspace, `/${collection}`), {
    answer: collectionNamed(collection).routes.list.answer,
    query: { ...admitted(asked), sort: asked.sort, limit: most },
  });
  return page.items;
}

export type FileWishes = {
  readonly format: 'csv' | 'xlsx';
  readonly columns: readonly string[];
  readonly language: string;
  readonly headings: 'words' | 'names';
};

/** Where a table is found as a file: what is shown, all rows of it. */
export const fileAddress = (workspace: string, collection: CollectionName, asked: RowsAsked, wishes: FileWishes) =>
  addressOf(pathOf(workspace, `/${collection}/table`), {
    ...admitted(asked),
    sort: asked.sort,
    ...wishes,
    columns: wishes.columns.join(','),
  });

/** Chosen rows as a file, in the order of the table. @throws RequestFailure */
export const fileOfChosen = (
  workspace: string,
  collection: CollectionName,
  records: readonly string[],
  { columns, ...wishes }: FileWishes & { readonly sort: string },
) => readFile(pathOf(workspace, `/${collection}/table`), { records, columns: columns.join(','), ...wishes });

/** The saved views of a table, the reader's own and those shared with them. */
export const viewsQuery = (workspace: string, collection: CollectionName) =>
  queryOptions({
    queryKey: [...workspaceKey(workspace), 'views', collection],
    queryFn: async ({ signal }) =>
      (await read(pathOf(workspace, '/views'), { answer: viewRoutes.list.answer, query: { collection }, signal }))
        .items,
  });

/** The fields that the workspace added to its records. */
export const customFieldsQuery = (workspace: string) =>
  queryOptions({
    queryKey: [...workspaceKey(workspace), 'custom-fields'],
    queryFn: async ({ signal }) =>
      (await read(pathOf(workspace, '/custom-fields'), { answer: customFieldRoutes.list.answer, signal })).items,
    staleTime: 300_000,
  });
