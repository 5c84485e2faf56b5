import type { BatchAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { failureWords } from '../../../../lib/failure-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { workspaceKey } from '../../api/register-queries.ts';
import { type RecordWrite, saveChanges, undoChange } from '../../api/register-writes.ts';

const TOAST_MS = 10_000;

type Wish = {
  readonly changes: readonly RecordWrite[];
  readonly reason: string | null;
  /** What the notice says once it is done. */
  readonly told: ReactNode;
};

/** Writes to the register as one change, refreshes what is shown, and offers to undo it. */
export function useSave() {
  const { t, i18n } = useLingui();
  const workspace = useWorkspace();
  const client = useQueryClient();
  // One key for all attempts with the same content, so that a lost answer does not do the work twice.
  const attempt = useRef({ content: '', key: '' });
  const closeButtonProps = { 'aria-label': t`Close` };
  const refresh = () => client.invalidateQueries({ queryKey: workspaceKey(workspace) });

  const fail = (error: unknown): void => {
    const { happened, todo } = failureWords(error, i18n);
    notifications.show({ color: 'red', title: happened, message: todo, autoClose: false, closeButtonProps });
  };
  const undo = async (change: string): Promise<void> => {
    notifications.hide(change);
    try {
      await undoChange(workspace, change, crypto.randomUUID());
      notifications.show({
        message: t`Undone. The record is as it was before.`,
        autoClose: TOAST_MS,
        closeButtonProps,
      });
    } catch (error) {
      fail(error);
    }
    await refresh();
  };
  const mutation = useMutation({
    mutationFn: ({ changes, reason }: Wish): Promise<BatchAnswer> => {
      const content = JSON.stringify({ changes, reason });
      if (attempt.current.content !== content) attempt.current = { content, key: crypto.randomUUID() };
      return saveChanges({ workspace, changes, reason, idempotencyKey: attempt.current.key });
    },
    onSuccess: async ({ change }, { told }) => {
      attempt.current = { content: '', key: '' };
      await refresh();
      notifications.show({
        id: change.id,
        autoClose: TOAST_MS,
        closeButtonProps,
        message: (
          <>
            {told}{' '}
            {change.abilities.undo && (
              <Button size="compact-sm" variant="default" onClick={() => void undo(change.id)}>
                <Trans>Undo</Trans>
              </Button>
            )}
          </>
        ),
      });
    },
  });
  return { save: mutation.mutateAsync, error: mutation.error, isPending: mutation.isPending, fail, refresh };
}
