import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useWorkspace } from '../../../lib/workspace.ts';
import { ShownOnce } from '../../../ui/shown-once.tsx';
import { FailureState } from '../../../ui/states.tsx';
import { guestInvitationsQuery, inviteGuest } from '../api/guest-requests.ts';
import type { Choice } from '../api/register-choices.ts';
import { RecordChoice } from './record-choice.tsx';

type Props = {
  readonly partner: Choice | null;
  /** Organisations that are likely. */
  readonly near: readonly Choice[];
  readonly onDone: () => void;
};

const USUAL_DAYS = 7;
const MOST_DAYS = 30;

/** Where an invitation is opened. What follows `#` stays in the browser and is in no log. */
const linkOf = (token: string): string => `${window.location.origin}/invitation#${token}`;

/** Invites somebody of a partner organisation, and shows the link this once. */
export function InviteGuestForm({ partner: given, near, onDone }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [partner, setPartner] = useState(given);
  const [email, setEmail] = useState('');
  const [days, setDays] = useState(USUAL_DAYS);
  const invite = useMutation({
    mutationFn: (of: Choice) => inviteGuest(workspace, { email: email.trim(), partner: of.id, days }),
    onSuccess: () => client.invalidateQueries({ queryKey: guestInvitationsQuery(workspace).queryKey }),
  });
  if (invite.data) {
    const { invitation, token } = invite.data;
    return (
      <ShownOnce secret={linkOf(token)} onDone={onDone}>
        <Trans>
          Give this link to {invitation.email}. It is shown this once; whoever holds it and that e-mail becomes a guest
          of {invitation.partner.name}.
        </Trans>
      </ShownOnce>
    );
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (partner !== null) invite.mutate(partner);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <RecordChoice
          label={t`Partner organisation`}
          description={t`A guest sees what is published to this organisation or to them, and nothing else.`}
          collection="organisations"
          near={near}
          value={partner}
          onChange={setPartner}
          required
        />
        <TextInput
          type="email"
          label={t`E-mail`}
          description={t`The account of whoever joins has this address.`}
          required
          maxLength={254}
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
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
          <Button type="submit" loading={invite.isPending} disabled={partner === null}>
            <Trans>Make the invitation</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
