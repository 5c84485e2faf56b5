import type { ReleaseAnswer } from '@entente/contract/clean-team';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { approveRelease, refuseRelease, withdrawRelease } from '../api/release-requests.ts';
import classes from './clean-team.module.css';
import { ReleaseFacts } from './release-facts.tsx';
import { ReleaseInputs } from './release-inputs.tsx';

type Props = { readonly release: ReleaseAnswer; readonly onClose: () => void };

/** Shows the clean team all that an aggregate is of, and what may be decided about it. */
export function DecisionDialog({ release, onClose }: Props) {
  const { abilities, title } = release;
  const workspace = useWorkspace();
  const approve = useToldMutation(() => approveRelease(workspace, release.id).then(onClose));
  const [asked, setAsked] = useState(false);
  const isOwn = abilities.refuse && !abilities.approve;
  return (
    <Dialog opened title={title} onClose={onClose} size="lg">
      <Stack gap="sm">
        <ReleaseFacts release={release} />
        {abilities.inputs && (
          <>
            <h3 className={classes.heading}>
              <Trans>What entered it</Trans>
            </h3>
            <ReleaseInputs release={release} />
          </>
        )}
        {isOwn && !asked && (
          <p className={classes.quiet}>
            <Trans>You proposed this. Another person of the clean team releases or refuses it.</Trans>
          </p>
        )}
        {abilities.approve && !asked && (
          <p className={classes.quiet}>
            <Trans>
              Once released, everybody in the workspace reads the aggregate and how it came about, but not what entered
              it.
            </Trans>
          </p>
        )}
        {asked ? (
          <ReasonForm release={release} onClose={onClose} onBack={() => setAsked(false)} />
        ) : (
          <Group justify="flex-end">
            {(abilities.refuse || abilities.withdraw) && (
              <Button variant="default" onClick={() => setAsked(true)}>
                {abilities.withdraw ? (
                  <Trans>Withdraw…</Trans>
                ) : isOwn ? (
                  <Trans>Take back…</Trans>
                ) : (
                  <Trans>Refuse…</Trans>
                )}
              </Button>
            )}
            {abilities.approve && (
              <Button loading={approve.isPending} onClick={() => approve.mutate(undefined)}>
                <Trans>Release to the workspace</Trans>
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Dialog>
  );
}

/** Why somebody refuses a proposal or withdraws a release. */
function ReasonForm({ release, onClose, onBack }: Props & { readonly onBack: () => void }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [reason, setReason] = useState('');
  const isWithdrawal = release.abilities.withdraw;
  const isOwn = !isWithdrawal && !release.abilities.approve;
  const end = useToldMutation(() =>
    (isWithdrawal ? withdrawRelease : refuseRelease)(workspace, release.id, reason.trim()).then(onClose),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        end.mutate(undefined);
      }}
    >
      <Stack gap="sm">
        <Textarea
          label={t`Reason`}
          description={
            isWithdrawal
              ? t`From then on the clean team alone reads it. What was read before is known, and later releases are held against it.`
              : t`The clean team reads it.`
          }
          required
          maxLength={4000}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" color="red" loading={end.isPending}>
            {isWithdrawal ? <Trans>Withdraw</Trans> : isOwn ? <Trans>Take back</Trans> : <Trans>Refuse</Trans>}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
