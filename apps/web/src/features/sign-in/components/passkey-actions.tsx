import type { PasskeyAnswer } from '@entente/contract/sign-in';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import { removePasskey, renamePasskey } from '../api/account-requests.ts';
import { EntryForm } from './entry-form.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { useRefreshedAccount } from './use-account-change.ts';

/** Calls a passkey something else, or removes it. */
export function PasskeyActions({ passkey }: { readonly passkey: PasskeyAnswer }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<'rename' | 'remove' | null>(null);
  const refresh = useRefreshedAccount();
  const close = (): void => setAsked(null);
  const rename = useMutation({
    mutationFn: (name: string) => renamePasskey(passkey, name),
    onSuccess: async () => {
      close();
      await refresh();
    },
  });
  const remove = async (password: string): Promise<void> => {
    await removePasskey(passkey, password);
    close();
    await refresh();
  };
  const { name } = passkey;
  const small = { size: 'compact-sm', variant: 'default' } as const;
  return (
    <>
      <Button {...small} aria-label={t`Rename: ${name}`} onClick={() => setAsked('rename')}>
        <Trans>Rename…</Trans>
      </Button>
      <Button {...small} aria-label={t`Remove: ${name}`} onClick={() => setAsked('remove')}>
        <Trans>Remove…</Trans>
      </Button>
      <Dialog opened={asked === 'rename'} title={t`Rename: ${name}`} onClose={close}>
        <EntryForm
          submit={t`Save`}
          pending={rename.isPending}
          error={rename.error}
          onSubmit={(typed) => rename.mutate(typed('name').trim())}
        >
          <TextInput
            name="name"
            label={t`What the device is called`}
            defaultValue={name}
            required
            maxLength={200}
            data-autofocus
          />
        </EntryForm>
      </Dialog>
      <PasswordDialog
        opened={asked === 'remove'}
        title={t`Remove: ${name}`}
        submit={t`Remove the passkey`}
        onClose={close}
        onConfirm={remove}
      >
        <p>
          <Trans>The device will not sign you in any more.</Trans>
        </p>
      </PasswordDialog>
    </>
  );
}
