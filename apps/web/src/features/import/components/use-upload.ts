import type { ImportAnswer } from '@entente/contract/register';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { importQuery, importsQuery } from '../api/import-queries.ts';
import { createFromBlock, removeImport } from '../api/import-writes.ts';
import { type UploadProgress, uploadTable } from '../api/upload.ts';

type State =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'sending';
      readonly name: string;
      readonly progress: UploadProgress | null;
      /** All is sent; the server reads the table. */
      readonly reading: boolean;
    }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void };

type Attempt = { readonly stop: AbortController; cancelled: boolean; sentAll: boolean };

/** Sends a file or a block and goes to its import. A cancelled one leaves nothing, also where the server has it already. */
export function useUpload(workspace: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const current = useRef<Attempt | null>(null);
  const isHere = useRef(true);

  const run = useCallback(
    async (name: string, send: (attempt: Attempt) => Promise<ImportAnswer>, again: () => void): Promise<void> => {
      const attempt: Attempt = { stop: new AbortController(), cancelled: false, sentAll: false };
      current.current = attempt;
      setState({ kind: 'sending', name, progress: null, reading: false });
      try {
        const draft = await send(attempt);
        if (attempt.cancelled) {
          await removeImport(workspace, draft);
          return;
        }
        client.setQueryData(importQuery(workspace, draft.id).queryKey, draft);
        void client.invalidateQueries({ queryKey: importsQuery(workspace).queryKey });
        // Who has gone elsewhere meanwhile finds it among the imports under way.
        if (isHere.current) await navigate({ to: '/w/$workspace/import/$id', params: { workspace, id: draft.id } });
      } catch (error) {
        if (!attempt.cancelled) setState({ kind: 'failed', error, retry: again });
      }
    },
    [client, navigate, workspace],
  );

  const start = useCallback(
    (file: File): void => {
      const send = (attempt: Attempt): Promise<ImportAnswer> =>
        uploadTable(workspace, file, {
          signal: attempt.stop.signal,
          onProgress: (progress) => {
            attempt.sentAll = progress.sent >= progress.total;
            if (!attempt.cancelled) setState({ kind: 'sending', name: file.name, progress, reading: attempt.sentAll });
          },
        });
      void run(file.name, send, () => start(file));
    },
    [run, workspace],
  );

  const paste = useCallback(
    (name: string, text: string): void => {
      const send = (attempt: Attempt): Promise<ImportAnswer> => {
        attempt.sentAll = true;
        setState({ kind: 'sending', name, progress: null, reading: true });
        return createFromBlock(workspace, name, text);
      };
      void run(name, send, () => paste(name, text));
    },
    [run, workspace],
  );

  const cancel = useCallback(() => {
    const attempt = current.current;
    if (attempt === null) return;
    attempt.cancelled = true;
    // What has arrived whole is thrown away when its answer comes; all else is never a draft.
    if (!attempt.sentAll) attempt.stop.abort();
    setState({ kind: 'idle' });
  }, []);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      if (current.current?.sentAll === false) current.current.stop.abort();
    };
  }, []);
  return { state, start, paste, cancel };
}

export type Uploading = ReturnType<typeof useUpload>;
