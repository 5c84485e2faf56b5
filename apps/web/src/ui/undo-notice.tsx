import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useToldMutation } from '../lib/use-told-mutation.ts';

const TOAST_MS = 10_000;

/** Says below what was done, and offers to take it back. */
export function useUndoNotice(): (said: ReactNode, back: () => Promise<unknown>) => void {
  const { t } = useLingui();
  const taking = useToldMutation((back: () => Promise<unknown>) => back());
  return (said, back) => {
    const id = `undo-${crypto.randomUUID()}`;
    notifications.show({
      id,
      autoClose: TOAST_MS,
      closeButtonProps: { 'aria-label': t`Close` },
      message: (
        <>
          {said}{' '}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              taking.mutate(back);
            }}
          >
            <Trans>Undo</Trans>
          </Button>
        </>
      ),
    });
  };
}
