import type { PasskeyAnswer } from '@entente/contract/sign-in';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { beginPasskey, createPasskey, passkeysQuery } from '../api/account-requests.ts';
import { knowsPasskeys, makePasskey } from '../api/passkeys.ts';
import { PasskeyActions } from './passkey-actions.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { useRefreshedAccount } from './use-account-change.ts';

/** Passkeys: devices that sign in without a password. */
export function PasskeysSection() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(passkeysQuery);
  const [opened, { open, close }] = useDisclosure(false);
  const refresh = useRefreshedAccount();
  const make = async (password: string, typed: (name: string) => string): Promise<void> => {
    const credential = await makePasskey(await beginPasskey(password));
    await createPasskey(typed('name').trim(), credential);
    close();
    await refresh();
  };
  const add = knowsPasskeys() && (
    <Button size="xs" variant="default" onClick={open}>
      <Trans>Add a passkey…</Trans>
    </Button>
  );
  return (
    <Section id="passkeys" title={<Trans>Passkeys</Trans>} action={add}>
      <p>
        <Trans>
          A passkey signs you in with a finger, a face or a PIN of your device. It cannot be guessed, or given away to a
          false page.
        </Trans>
      </p>
      {!knowsPasskeys() && (
        <p>
          <Trans>This browser makes no passkeys.</Trans>
        </p>
      )}
      {error && !data && <FailureState inline error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={2} />}
      {data && <PasskeyTable passkeys={data.items} />}
      <PasswordDialog
        opened={opened}
        title={t`Add a passkey`}
        submit={t`Go on to the device`}
        onClose={close}
        onConfirm={make}
      >
        <TextInput
          name="name"
          label={t`What the device is called`}
          description={t`For example: office laptop.`}
          required
          maxLength={200}
          data-autofocus
        />
      </PasswordDialog>
    </Section>
  );
}

function PasskeyTable({ passkeys }: { readonly passkeys: readonly PasskeyAnswer[] }) {
  const { t } = useLingui();
  const columns: Column<PasskeyAnswer>[] = [
    { id: 'name', header: t`Device`, value: ({ name }) => name },
    {
      id: 'created',
      header: t`Added on`,
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => <Moment at={createdAt} parts="day" />,
    },
    {
      id: 'synced',
      header: t`Also on other devices`,
      value: ({ synced }) => Number(synced),
      cell: ({ synced }) => (synced ? t`yes` : t`no`),
    },
    {
      id: 'actions',
      header: t`Actions`,
      value: () => null,
      cell: (passkey) => (
        <Group gap={6}>
          <PasskeyActions passkey={passkey} />
        </Group>
      ),
    },
  ];
  return (
    <DataTable
      caption={t`Passkeys`}
      columns={columns}
      rows={passkeys}
      rowKey={({ id }) => id}
      empty={<Trans>You have no passkeys.</Trans>}
    />
  );
}
