import type { PublicationPageAnswer } from '@entente/contract/sharing';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureState } from '../../../ui/states.tsx';
import { guestsQuery } from '../api/guest-requests.ts';
import { grantPublication } from '../api/publication-requests.ts';
import { type Choice, membersQuery } from '../api/register-choices.ts';
import { granteeChoices, grantedKeys, granteesOf, partnerKey } from './grantee-choices.ts';
import { GranteesInput } from './grantees-input.tsx';
import { isPresent } from './guest-groups.ts';
import { lastDays, openUntil } from './standing.ts';
import { UntilInput } from './until-input.tsx';

type Props = { readonly publication: PublicationPageAnswer };

/** Shows a publication to more partners or guests. */
export function AddGrantees({ publication }: Props) {
  const { t } = useLingui();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        <Trans>Show to more…</Trans>
      </Button>
      <Dialog opened={opened} title={t`Show to more partners or guests`} onClose={close}>
        <GranteesForm publication={publication} onDone={close} />
      </Dialog>
    </>
  );
}

function GranteesForm({ publication, onDone }: Props & { readonly onDone: () => void }) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const { id, alliance, grants } = publication;
  const guests = useQuery(guestsQuery(workspace)).data?.items.filter(isPresent) ?? [];
  const members = useQuery(membersQuery(workspace, alliance.id)).data ?? [];
  const [added, setAdded] = useState<readonly Choice[]>([]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [until, setUntil] = useState(openUntil(grants) ?? lastDays(new Date()).usual);
  const choices = granteeChoices(guests, members, added);
  const to = granteesOf(chosen, choices);
  const grant = useMutation({
    mutationFn: () => grantPublication(workspace, id, { to, until }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['workspace', workspace] });
      onDone();
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    grant.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <GranteesInput
          choices={choices}
          value={chosen}
          onChange={setChosen}
          granted={grantedKeys(grants)}
          onAdd={(organisation) => {
            setAdded([...added, organisation]);
            setChosen([...new Set([...chosen, partnerKey(organisation.id)])]);
          }}
        />
        <UntilInput value={until} onChange={setUntil} />
        {grant.error && <FailureState inline error={grant.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={grant.isPending} disabled={to.length === 0}>
            <Trans>Show it to them</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
