import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useWorkspace } from '../../../lib/workspace.ts';
import { useOwnWorkspace } from '../../../lib/workspaces.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { membersQuery } from '../api/member-requests.ts';
import { Invitations } from '../components/invitations.tsx';
import { InviteForm } from '../components/invite-form.tsx';
import classes from '../components/members.module.css';
import { MembersTable } from '../components/members-table.tsx';
import { PastMembers } from '../components/past-members.tsx';
import { RoleMatrix } from '../components/role-matrix.tsx';

/** Who belongs to the workspace as what, who is invited, and what each role may. */
export function MembersPage() {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const own = useOwnWorkspace();
  const { data, error, refetch } = useQuery(membersQuery(workspace));
  const [inviting, { open, close }] = useDisclosure(false);
  usePageTitle(t`Members and roles`);
  const present = data?.items.filter(({ endedAt }) => endedAt === null) ?? [];
  const past = data?.items.filter(({ endedAt }) => endedAt !== null) ?? [];
  return (
    <>
      <Group justify="space-between">
        <h1>
          <Trans>Members and roles</Trans>
        </h1>
        {own?.abilities.manageMembers && (
          <Button size="xs" onClick={open}>
            <Trans>Invite…</Trans>
          </Button>
        )}
      </Group>
      <p className={classes.lead}>
        <Trans>
          Whoever belongs to this workspace reads its register; the role says what else they may. What somebody wrote
          stays under their name after they leave.
        </Trans>
      </p>
      <p className={classes.lead}>
        <Trans>
          A member who works apart, for example a manager whom another firm dispatched, is in this workspace only while
          signed in to it alone: that session reaches no other workspace, and no other session reaches this one.
        </Trans>
      </p>
      {error && !data && <FailureState inline error={error} onRetry={() => void refetch()} />}
      {!error && (!data || own === null) && <LoadingState />}
      {data && own && (
        <>
          <MembersTable members={present} own={own.role} />
          {own.abilities.manageMembers && <Invitations />}
          <RoleMatrix own={own.role} />
          {past.length > 0 && <PastMembers members={past} />}
          <Dialog opened={inviting} title={t`Invite to the workspace`} onClose={close}>
            <InviteForm own={own.role} onDone={close} />
          </Dialog>
        </>
      )}
    </>
  );
}
