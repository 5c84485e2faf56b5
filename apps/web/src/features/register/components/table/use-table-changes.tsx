import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { failureWords } from '../../../../lib/failure-words.ts';
import { undoChange } from '../../api/register-writes.ts';
import { rowsKey } from '../../api/table-queries.ts';
import { workspaceKey } from '../../api/register-queries.ts';
import type { TableName } from './table-kinds.ts';

const TOAST_MS = 10_000;

/** What follows a change made in a table: a word that it is saved, the way back, and everything else read again. */
export function useTableChanges(workspace: string, table: TableName) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const made = useRef<readonly string[]>([]);
  // Many cells saved in a row tell of the last alone; the others are undone with Ctrl+Z, one after the other.
  const shown = useRef<string | null>(null);

  const refresh = useCallback(
    (what: 'totals' | 'all') => {
      const rows = JSON.stringify(rowsKey(workspace, table));
      // Rows keep their places while somebody types in them; they are sorted anew when the table is asked for again.
      const isRead = (key: readonly unknown[]): boolean =>
        what === 'all' || !JSON.stringify(key).startsWith(rows.slice(0, -1));
      return client.invalidateQueries({
        queryKey: workspaceKey(workspace),
        predicate: ({ queryKey }) => isRead(queryKey),
      });
    },
    [client, workspace, table],
  );

  const undo = useCallback(
    async (change: string | null = made.current.at(-1) ?? null): Promise<void> => {
      if (change === null) return;
      made.current = made.current.filter((one) => one !== change);
      if (shown.current !== null) notifications.hide(shown.current);
      try {
        await undoChange(workspace, change, crypto.randomUUID());
        notifications.show({ message: t`Undone.`, autoClose: TOAST_MS });
      } catch (error) {
        const { happened, todo } = failureWords(error, i18n);
        notifications.show({ color: 'red', title: happened, message: todo, autoClose: false });
      }
      await refresh('all');
    },
    [workspace, t, i18n, refresh],
  );

  const tellSaved = useCallback(
    (records: number, change: string | null) => {
      if (change !== null) made.current = [...made.current, change];
      if (shown.current !== null) notifications.hide(shown.current);
      shown.current = `saved-${change ?? ''}`;
      notifications.show({
        id: shown.current,
        autoClose: TOAST_MS,
        message: (
          <>
            <Plural value={records} one="Saved." other="# records saved." />{' '}
            {change !== null && (
              <Button size="compact-sm" variant="default" onClick={() => void undo(change)}>
                <Trans>Undo</Trans>
              </Button>
            )}
          </>
        ),
      });
    },
    [undo],
  );
  return useMemo(() => ({ tellSaved, undo, refresh }), [tellSaved, undo, refresh]);
}
