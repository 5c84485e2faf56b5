import { type Role, roleMay, ROLES } from '@entente/core/accounts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { ROLE_WORDS } from '../../../lib/role-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { ShownOnce } from '../../../ui/shown-once.tsx';
import { FailureState } from '../../../ui/states.tsx';
import { invitationsQuery, inviteMember } from '../api/member-requests.ts';

type Props = { readonly own: Role; readonly onDone: () => void };
type GivenRole = Exclude<Role, 'guest'>;

const USUAL_DAYS = 7;
const MOST_DAYS = 30;

/** Where an invitation is opened. What follows `#` stays in the browser and is in no log. */
const linkOf = (token: string): string => `${window.location.origin}/invitation#${token}`;

/** Invites somebody, and shows the link this once. */
export function InviteForm({ own, onDone }: Props) {
  const { t, i18n } = useLingui();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<GivenRole>('reader');
  const [days, setDays] = useState(USUAL_DAYS);
  const invite = useMutation({
    mutationFn: () => inviteMember(workspace, { email: email.trim(), role, days }),
    onSuccess: () => client.invalidateQueries({ queryKey: invitationsQuery(workspace).queryKey }),
  });
  if (invite.data) {
    const { invitation, token, mailed } = invite.data;
    return (
      <ShownOnce secret={linkOf(token)} onDone={onDone}>
        {mailed ? (
          <Trans>
            This link went to {invitation.email} by e-mail. It is shown this once; whoever holds it and that e-mail can
            join.
          </Trans>
        ) : (
          <Trans>
            Give this link to {invitation.email}. It is shown this once; whoever holds it and that e-mail can join.
          </Trans>
        )}
      </ShownOnce>
    );
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    invite.mutate();
  };
  const roles = ROLES.filter(
    (each): each is GivenRole => each !== 'guest' && (each !== 'owner' || roleMay(own, 'owners.write')),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          type="email"
          label={t`E-mail`}
          description={t`The account of whoever joins has this address.`}
          required
          maxLength={254}
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          data-autofocus
        />
        <Select
          label={t`Role`}
          data={roles.map((each) => ({ value: each, label: i18n._(ROLE_WORDS[each]) }))}
          value={role}
          onChange={(value) => value !== null && setRole(value)}
          allowDeselect={false}
        />
        <NumberInput
          label={t`The link holds for so many days`}
          min={1}
          max={MOST_DAYS}
          clampBehavior="strict"
          allowDecimal={false}
          value={days}
          onChange={(value) => setDays(typeof value === 'number' ? value : USUAL_DAYS)}
        />
        {invite.error && <FailureState inline error={invite.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={invite.isPending}>
            <Trans>Make the invitation</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
