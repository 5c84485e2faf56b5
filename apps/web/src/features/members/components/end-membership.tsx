import type { MemberAnswer } from '@entente/contract/accounts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { changeMember } from '../api/member-requests.ts';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';

/** Ends a membership, the reader's own or another's, once they have said it twice. */
export function EndMembership({ member }: { readonly member: MemberAnswer }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [asked, { open, close }] = useDisclosure(false);
  const end = useToldMutation(() => changeMember(workspace, member, { ended: true }).finally(close));
  const { name } = member.person;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={open}
        aria-label={member.you ? t`Leave the workspace` : t`End the membership of ${name}`}
      >
        {member.you ? <Trans>Leave</Trans> : <Trans>End…</Trans>}
      </Button>
      <Dialog
        opened={asked}
        title={member.you ? t`Leave the workspace` : t`End the membership of ${name}`}
        onClose={close}
      >
        <Stack gap="sm">
          <p>
            {member.you ? (
              <Trans>You will not see this workspace any more. What you wrote stays, under your name.</Trans>
            ) : (
              <Trans>
                {name} will not see this workspace any more, from the next request on. What they wrote stays, under
                their name.
              </Trans>
            )}
          </p>
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              <Trans>Cancel</Trans>
            </Button>
            <Button color="red" loading={end.isPending} onClick={() => end.mutate(undefined)}>
              {member.you ? <Trans>Leave</Trans> : <Trans>End the membership</Trans>}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
