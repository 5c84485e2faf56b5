import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failureWords } from '../../../lib/failure-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { undoChange } from '../api/history-queries.ts';

const TOAST_MS = 10_000;

/** Reads everything of the workspace anew, after a change. */
export function useRefresh(): () => Promise<void> {
  const workspace = useWorkspace();
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['workspace', workspace] });
}

/** Says below what was done, and offers to take it back with one press. */
export function useUndoOffer(): (done: string, change: string) => void {
  const { t, i18n } = useLingui();
  const workspace = useWorkspace();
  const refresh = useRefresh();
  const undo = async (change: string, toast: string): Promise<void> => {
    notifications.hide(toast);
    try {
      await undoChange({ workspace, change, reason: '', idempotencyKey: crypto.randomUUID() });
      notifications.show({ message: t`Undone. The record is as it was before.`, autoClose: TOAST_MS });
    } catch (error) {
      const { happened, todo } = failureWords(error, i18n);
      notifications.show({ color: 'red', title: happened, message: todo, autoClose: false });
    }
    await refresh();
  };
  return (done, change) => {
    const id = `change-${change}`;
    notifications.show({
      id,
      autoClose: TOAST_MS,
      message: (
        <>
          {done}{' '}
          <Button size="compact-sm" variant="default" onClick={() => void undo(change, id)}>
            <Trans>Undo</Trans>
          </Button>
        </>
      ),
    });
  };
}

/** Takes a change back, and offers to take that back in turn. */
export function useUndo(change: string, onDone?: () => void) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const refresh = useRefresh();
  const offer = useUndoOffer();
  return useMutation({
    mutationFn: (reason: string) => undoChange({ workspace, change, reason, idempotencyKey: crypto.randomUUID() }),
    onSuccess: async ({ id }) => {
      onDone?.();
      offer(t`The change is undone.`, id);
      await refresh();
    },
  });
}
