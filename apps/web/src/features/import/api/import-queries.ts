import { changeRoutes, importMappingRoutes, importRoutes, importWritingRoutes } from '@entente/contract/register';
import { queryOptions } from '@tanstack/react-query';
import { read } from '../../../lib/client.ts';

/** Rows of the preview are read by windows of this many. */
export const WINDOW = 200;

const addressOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;
const keyOf = (workspace: string): readonly string[] => ['workspace', workspace, 'imports'];

export const importsQuery = (workspace: string) =>
  queryOptions({
    queryKey: [...keyOf(workspace), 'list'],
    queryFn: async ({ signal }) =>
      (await read(addressOf(workspace, '/imports'), { answer: importRoutes.list.answer, signal })).items,
  });

export const importQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: [...keyOf(workspace), 'one', id],
    queryFn: ({ signal }) => read(addressOf(workspace, `/imports/${id}`), { answer: importRoutes.get.answer, signal }),
  });

const PROGRESS_MS = 500;

/** How far an import is with being written, asked for again and again. */
export const importProgressQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: [...keyOf(workspace), 'progress', id],
    queryFn: ({ signal }) =>
      read(addressOf(workspace, `/imports/${id}/writing`), { answer: importWritingRoutes.get.answer, signal }),
    refetchInterval: PROGRESS_MS,
    gcTime: 0,
  });

export type RowsAsked = { readonly id: string; readonly version: number; readonly only: 'problems' | null };

/** A window of the rows as one version of the draft reads them. */
export const importRowsQuery = (workspace: string, { id, version, only }: RowsAsked, offset: number) =>
  queryOptions({
    queryKey: [...keyOf(workspace), 'rows', id, version, only, offset],
    queryFn: ({ signal }) =>
      read(addressOf(workspace, `/imports/${id}/rows`), {
        answer: importRoutes.rows.answer,
        query: { offset, limit: WINDOW, only },
        signal,
      }),
    staleTime: Infinity,
  });

export const mappingsQuery = (workspace: string) =>
  queryOptions({
    queryKey: [...keyOf(workspace), 'mappings'],
    queryFn: async ({ signal }) =>
      (await read(addressOf(workspace, '/import-mappings'), { answer: importMappingRoutes.list.answer, signal })).items,
  });

/** The change that an import made, to see whether it still stands. */
export const changeQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'import-change', id],
    queryFn: ({ signal }) =>
      read(addressOf(workspace, `/changes/${id}`), { answer: changeRoutes.get.answer, query: { limit: 1 }, signal }),
  });
