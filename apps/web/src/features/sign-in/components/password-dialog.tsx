import { Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import { EntryForm, PasswordField } from './entry-form.tsx';

type Props = {
  readonly opened: boolean;
  readonly title: string;
  readonly submit: string;
  readonly onClose: () => void;
  /** What is done once the password was typed; what it throws is told above the button. */
  readonly onConfirm: (password: string, typed: (name: string) => string) => Promise<void>;
  readonly children?: ReactNode;
};

/** Asks for the password before something that whoever finds an open screen must not do. */
export function PasswordDialog({ opened, title, onClose, children, ...form }: Props) {
  return (
    <Dialog opened={opened} title={title} onClose={onClose}>
      <Stack gap="sm">
        <ConfirmForm {...form}>{children}</ConfirmForm>
      </Stack>
    </Dialog>
  );
}

function ConfirmForm({ submit, onConfirm, children }: Omit<Props, 'opened' | 'title' | 'onClose'>) {
  const confirm = useMutation({
    mutationFn: (typed: (name: string) => string) => onConfirm(typed('password'), typed),
  });
  return (
    <EntryForm submit={submit} pending={confirm.isPending} error={confirm.error} onSubmit={confirm.mutate}>
      {children}
      <PasswordField as="present" />
    </EntryForm>
  );
}
