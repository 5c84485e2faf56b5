import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWorkspace } from '../../../lib/workspace.ts';
import { useAbilities } from '../../../lib/workspaces.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { guestsQuery } from '../api/guest-requests.ts';
import type { Choice } from '../api/register-choices.ts';
import { guestGroups, isPresent } from '../components/guest-groups.ts';
import { GuestInvitations } from '../components/guest-invitations.tsx';
import { GuestsOfPartner, PastGuests } from '../components/guests-table.tsx';
import { InviteGuestForm } from '../components/invite-guest-form.tsx';
import classes from '../components/sharing.module.css';
import { SharingHead } from '../components/sharing-head.tsx';

type Inviting = { readonly partner: Choice | null };

/** The people of partner organisations who may come in, and how they are invited. */
export function GuestsPage() {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const { publish } = useAbilities();
  const { data, error, refetch } = useQuery(guestsQuery(workspace));
  const [inviting, setInviting] = useState<Inviting | null>(null);
  usePageTitle(t`Guests`);
  const groups = guestGroups(data?.items.filter(isPresent) ?? []);
  const past = data?.items.filter((guest) => !isPresent(guest)) ?? [];
  const invite = (partner: Choice | null) => () => setInviting({ partner });
  const close = (): void => setInviting(null);
  const inviteButton = publish && (
    <Button size="xs" onClick={invite(null)}>
      <Trans>Invite a guest…</Trans>
    </Button>
  );
  return (
    <>
      <SharingHead title={<Trans>Guests</Trans>} action={inviteButton} />
      <p className={classes.lead}>
        <Trans>
          Guests are people of partner organisations. They see the rooms that are open to their organisation or to them,
          and nothing else: neither this workspace nor who else is a guest.
        </Trans>
      </p>
      {error && !data && <FailureState inline error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && groups.length === 0 && (
        <EmptyState title={<Trans>There is no guest yet.</Trans>}>
          <Trans>Invite somebody of a partner organisation by their e-mail address.</Trans>
        </EmptyState>
      )}
      {groups.map((group) => (
        <GuestsOfPartner key={group.id} group={group} onInvite={publish ? invite(group) : null} />
      ))}
      {data && <GuestInvitations />}
      {past.length > 0 && <PastGuests guests={past} />}
      <Dialog opened={inviting !== null} title={t`Invite a guest`} onClose={close}>
        {inviting && <InviteGuestForm partner={inviting.partner} near={groups} onDone={close} />}
      </Dialog>
    </>
  );
}
