import type { GuestInvitationAnswer } from '@entente/contract/sharing';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { guestInvitationsQuery, withdrawGuestInvitation } from '../api/guest-requests.ts';

const STATE_WORDS: Readonly<Record<GuestInvitationAnswer['state'], MessageDescriptor>> = {
  sent: msg`not taken up yet`,
  accepted: msg`accepted`,
  withdrawn: msg`withdrawn`,
  expired: msg`expired`,
};

/** Who was invited as a guest, and what became of it. */
export function GuestInvitations() {
  const workspace = useWorkspace();
  const { data, error, refetch } = useQuery(guestInvitationsQuery(workspace));
  return (
    <Section id="guest-invitations" title={<Trans>Invitations</Trans>} {...(data ? { count: data.items.length } : {})}>
      {error && !data && <FailureState inline error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={2} />}
      {data && <InvitationsTable invitations={data.items} />}
    </Section>
  );
}

function InvitationsTable({ invitations }: { readonly invitations: readonly GuestInvitationAnswer[] }) {
  const { t, i18n } = useLingui();
  const columns: Column<GuestInvitationAnswer>[] = [
    { id: 'email', header: t`E-mail`, value: ({ email }) => email },
    { id: 'partner', header: t`Partner`, value: ({ partner }) => partner.name },
    { id: 'state', header: t`State`, value: ({ state }) => i18n._(STATE_WORDS[state]) },
    {
      id: 'created',
      header: t`Invited on`,
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => <Moment at={createdAt} parts="day" />,
    },
    {
      id: 'expires',
      header: t`Holds until`,
      value: ({ expiresAt }) => expiresAt,
      cell: ({ expiresAt }) => <Moment at={expiresAt} parts="day" />,
    },
    {
      id: 'actions',
      header: t`Actions`,
      value: () => null,
      cell: (invitation) => invitation.abilities.withdraw && <Withdraw invitation={invitation} />,
    },
  ];
  return (
    <DataTable
      caption={t`Invitations`}
      columns={columns}
      rows={invitations}
      rowKey={({ id }) => id}
      empty={<Trans>Nobody was invited yet.</Trans>}
    />
  );
}

function Withdraw({ invitation }: { readonly invitation: GuestInvitationAnswer }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const withdraw = useToldMutation(() => withdrawGuestInvitation(workspace, invitation));
  const { email } = invitation;
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t`Withdraw the invitation of ${email}`}
      loading={withdraw.isPending}
      onClick={() => withdraw.mutate(undefined)}
    >
      <Trans>Withdraw</Trans>
    </Button>
  );
}
