import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Dialog } from './dialog.tsx';

type Props = {
  readonly label: ReactNode;
  /** What it is about, for those who hear the button alone. */
  readonly about?: string;
  readonly title: string;
  readonly look?: 'filled' | 'default' | 'subtle';
  /** How wide the dialog is. */
  readonly size?: 'md' | 'lg';
  readonly form: (close: () => void) => ReactNode;
};

/** A button that opens a form in a dialog. */
export function DialogButton({ label, about, title, look = 'default', size = 'md', form }: Props) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <span data-screen-only>
      <Button
        size={look === 'subtle' ? 'compact-xs' : 'xs'}
        variant={look}
        {...(about !== undefined && { 'aria-label': about })}
        onClick={open}
      >
        {label}
      </Button>
      <Dialog opened={opened} title={title} onClose={close} size={size}>
        {form(close)}
      </Dialog>
    </span>
  );
}
