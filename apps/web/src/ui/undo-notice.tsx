import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useToldMutation } from '../lib/use-told-mutation.ts';

const TOAST_MS = 10_000;
/** How many stand there at once: an older one makes room, so that the last thing done can always be taken back. */
const MOST = 2;
let standing: readonly string[] = [];

function makeRoom(id: string): void {
  for (const older of standing.slice(0, -(MOST - 1))) notifications.hide(older);
  standing = [...standing.slice(-(MOST - 1)), id];
}

/** Says below what was done, and offers to take it back. */
export function useUndoNotice(): (said: ReactNode, back: () => Promise<unknown>) => void {
  const { t } = useLingui();
  const taking = useToldMutation((back: () => Promise<unknown>) => back());
  return (said, back) => {
    const id = `undo-${crypto.randomUUID()}`;
    makeRoom(id);
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
