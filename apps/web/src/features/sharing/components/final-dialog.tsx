import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';

type Props = {
  readonly opened: boolean;
  readonly title: string;
  /** What happens, and that it is for good. */
  readonly children: ReactNode;
  readonly confirm: ReactNode;
  /** Red where something is taken away. */
  readonly colour?: 'red' | 'accent';
  readonly pending: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Says what will happen for good before it does; Enter alone does nothing. */
export function FinalDialog(props: Props) {
  const { opened, title, children, confirm, colour = 'red', pending, onConfirm, onClose } = props;
  return (
    <Dialog opened={opened} title={title} onClose={onClose}>
      <Stack gap="sm">
        {children}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            <Trans>Cancel</Trans>
          </Button>
          <Button color={colour} loading={pending} onClick={onConfirm}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
