import { workspaceRoutes } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { write } from '../lib/client.ts';
import { workspacesQuery } from '../lib/workspaces.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureState } from '../ui/states.tsx';

type Props = { readonly opened: boolean; readonly onClose: () => void };

/** Makes an empty workspace and goes there. */
export function NewWorkspace({ opened, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Dialog opened={opened} title={t`New workspace`} onClose={onClose}>
      <WorkspaceForm onClose={onClose} />
    </Dialog>
  );
}

/** The form of it, for a dialog or a page. */
export function WorkspaceForm({ onClose }: Partial<Pick<Props, 'onClose'>>) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const key = useRef(crypto.randomUUID());
  const make = useMutation({
    mutationFn: () => {
      const { answer } = workspaceRoutes.create;
      const body = { name: name.trim() };
      return write('/workspaces', { method: 'POST', body, answer, idempotencyKey: key.current });
    },
    onSuccess: async ({ slug }) => {
      await client.invalidateQueries({ queryKey: workspacesQuery.queryKey });
      onClose?.();
      await navigate({ to: '/w/$workspace', params: { workspace: slug }, search: { focal: undefined } });
    },
    onError: () => {
      key.current = crypto.randomUUID();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') make.mutate();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t`Name of the workspace`}
          description={t`For example the firm or the study whose alliances it holds.`}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={200}
          required
          data-autofocus
        />
        {make.error && <FailureState inline error={make.error} />}
        <Group>
          <Button type="submit" loading={make.isPending} disabled={name.trim() === ''}>
            <Trans>Create workspace</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
