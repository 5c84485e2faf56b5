import type { GrantAnswer } from '@entente/contract/sharing';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureState } from '../../../ui/states.tsx';
import { changeGrant } from '../api/publication-requests.ts';
import { FinalDialog } from './final-dialog.tsx';
import { lastDayOf } from './standing.ts';
import { UntilInput } from './until-input.tsx';

type Props = { readonly publication: string; readonly grant: GrantAnswer };

const SMALL = { size: 'compact-sm', variant: 'default' } as const;

/** Opens a room for longer, or for less long. */
export function ChangeDay({ publication, grant }: Props) {
  const { t } = useLingui();
  const [opened, { open, close }] = useDisclosure(false);
  const { grantee } = grant;
  return (
    <>
      <Button {...SMALL} onClick={open} aria-label={t`Change the day of ${grantee}`}>
        <Trans>Change the day…</Trans>
      </Button>
      <Dialog opened={opened} title={t`Change the day of ${grantee}`} onClose={close}>
        <DayForm publication={publication} grant={grant} onDone={close} />
      </Dialog>
    </>
  );
}

function DayForm({ publication, grant, onDone }: Props & { readonly onDone: () => void }) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [until, setUntil] = useState(lastDayOf(grant.expiresAt));
  const change = useMutation({
    mutationFn: () => changeGrant(workspace, publication, grant, { until }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['workspace', workspace] });
      onDone();
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <UntilInput value={until} onChange={setUntil} />
        {change.error && <FailureState inline error={change.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={change.isPending}>
            <Trans>Change the day</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Takes a room away from one of those it is shown to, for good. */
export function WithdrawGrant({ publication, grant }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [asked, { open, close }] = useDisclosure(false);
  const withdraw = useToldMutation(() =>
    changeGrant(workspace, publication, grant, { withdrawn: true }).finally(close),
  );
  const { grantee } = grant;
  return (
    <>
      <Button {...SMALL} c="var(--ink-danger)" onClick={open} aria-label={t`Withdraw from ${grantee}`}>
        <Trans>Withdraw…</Trans>
      </Button>
      <FinalDialog
        opened={asked}
        title={t`Withdraw from ${grantee}`}
        confirm={<Trans>Withdraw for good</Trans>}
        pending={withdraw.isPending}
        onConfirm={() => withdraw.mutate(undefined)}
        onClose={close}
      >
        <p>
          <Trans>
            The room is closed to {grantee} at once. This cannot be undone; to show it to them again, grant it anew.
          </Trans>
        </p>
        <WhatStays />
      </FinalDialog>
    </>
  );
}

/** What no withdrawal reaches. */
export function WhatStays() {
  return (
    <p>
      <Trans>
        What they read they know, and files that they took away stay with them. What they sent and signed, and that they
        read it, stays here.
      </Trans>
    </p>
  );
}

/** Opens again what a restored backup closed; owners alone. */
export function ConfirmGrant({ publication, grant }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const confirm = useToldMutation(() => changeGrant(workspace, publication, grant, { suspended: false }));
  const { grantee } = grant;
  return (
    <Button
      {...SMALL}
      loading={confirm.isPending}
      onClick={() => confirm.mutate(undefined)}
      aria-label={t`Confirm: ${grantee}`}
    >
      <Trans>Confirm</Trans>
    </Button>
  );
}
