import type { ImportAnswer, ImportChange } from '@entente/contract/register';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { RequestFailure } from '../../../lib/problem.ts';
import { importQuery, importsQuery } from '../api/import-queries.ts';
import { changeImport } from '../api/import-writes.ts';
import { mergedChange, withChange } from './draft-change.ts';

const isStale = (error: unknown): boolean => error instanceof RequestFailure && error.code === 'version-stale';

/** Sends a correction; a draft that moved on in another window is read again, and the correction made to that. */
async function corrected(
  client: QueryClient,
  workspace: string,
  id: string,
  body: ImportChange,
): Promise<ImportAnswer> {
  const query = importQuery(workspace, id);
  const known = client.getQueryData(query.queryKey) ?? (await client.query(query));
  try {
    return await changeImport(workspace, known, body);
  } catch (error) {
    if (!isStale(error)) throw error;
    return changeImport(workspace, await client.query({ ...query, staleTime: 0 }), body);
  }
}

/**
 * A draft of an import and its corrections: shown at once, sent one after the other, those made meanwhile together.
 */
export function useDraft(workspace: string, id: string) {
  const client = useQueryClient();
  const query = useQuery(importQuery(workspace, id));
  const [shown, setShown] = useState<ImportChange | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const waiting = useRef<ImportChange | null>(null);
  const sending = useRef(false);

  const change = useCallback(
    async (body: ImportChange): Promise<void> => {
      waiting.current = waiting.current === null ? body : mergedChange(waiting.current, body);
      setShown((before) => (before === null ? body : mergedChange(before, body)));
      setFailure(null);
      if (sending.current) return;
      sending.current = true;
      try {
        while (waiting.current !== null) {
          const next: ImportChange = waiting.current;
          waiting.current = null;
          const answer = await corrected(client, workspace, id, next);
          client.setQueryData(importQuery(workspace, id).queryKey, answer);
          setShown(waiting.current);
        }
      } catch (error) {
        waiting.current = null;
        setShown(null);
        setFailure(error);
      } finally {
        sending.current = false;
        void client.invalidateQueries({ queryKey: importsQuery(workspace).queryKey });
      }
    },
    [client, workspace, id],
  );
  return {
    draft: query.data === undefined ? null : withChange(query.data, shown),
    error: query.data === undefined ? query.error : null,
    retry: query.refetch,
    /** Whether corrections are on their way. */
    busy: shown !== null,
    /** Why the last correction was not taken. */
    failure,
    change: useCallback((body: ImportChange) => void change(body), [change]),
  };
}

export type Draft = ReturnType<typeof useDraft>;
/** What the steps of an import are given. */
export type StepProps = { readonly draft: ImportAnswer; readonly onChange: (change: ImportChange) => void };
