import type { PublicationPageAnswer } from '@entente/contract/sharing';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { withdrawPublication } from '../api/publication-requests.ts';
import { FinalDialog } from './final-dialog.tsx';
import { WhatStays } from './grant-actions.tsx';

/** Takes a publication away from everybody, for good. */
export function WithdrawAll({ publication }: { readonly publication: PublicationPageAnswer }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [asked, { open, close }] = useDisclosure(false);
  const withdraw = useToldMutation(() => withdrawPublication(workspace, publication.id).finally(close));
  const count = publication.grants.filter(({ state }) => state !== 'withdrawn').length;
  return (
    <>
      <Button size="compact-sm" variant="default" c="var(--ink-danger)" onClick={open}>
        <Trans>Withdraw from everybody…</Trans>
      </Button>
      <FinalDialog
        opened={asked}
        title={t`Withdraw from everybody`}
        confirm={<Trans>Withdraw for good</Trans>}
        pending={withdraw.isPending}
        onConfirm={() => withdraw.mutate(undefined)}
        onClose={close}
      >
        <p>
          <Plural
            value={count}
            one="The room is closed to everybody at once: # grant ends. This cannot be undone; to show it again, grant it anew."
            other="The room is closed to everybody at once: # grants end. This cannot be undone; to show it again, grant it anew."
          />
        </p>
        <WhatStays />
      </FinalDialog>
    </>
  );
}
