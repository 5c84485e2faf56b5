import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { Section } from '../../../ui/section.tsx';
import { changePassword } from '../api/account-requests.ts';
import { PasswordField } from './entry-form.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { useRefreshedAccount } from './use-account-change.ts';

/** The password, to be changed. */
export function PasswordSection() {
  const { t } = useLingui();
  const [opened, { open, close }] = useDisclosure(false);
  const refresh = useRefreshedAccount();
  const change = async (present: string, typed: (name: string) => string): Promise<void> => {
    await changePassword({ present, password: typed('new-password') });
    close();
    notifications.show({ message: t`The new password holds. Your other devices were signed out.` });
    await refresh();
  };
  return (
    <Section id="password" title={<Trans>Password</Trans>}>
      <p>
        <Trans>Changing it signs out every other device of yours.</Trans>
      </p>
      <Button size="xs" variant="default" onClick={open}>
        <Trans>Change the password…</Trans>
      </Button>
      <PasswordDialog
        opened={opened}
        title={t`Change the password`}
        submit={t`Change the password`}
        onClose={close}
        onConfirm={change}
      >
        <PasswordField as="new" name="new-password" autoFocus />
      </PasswordDialog>
    </Section>
  );
}
