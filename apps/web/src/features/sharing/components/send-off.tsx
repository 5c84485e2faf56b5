import type { GuestAnswer } from '@entente/contract/sharing';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { sendGuestOff } from '../api/guest-requests.ts';
import { FinalDialog } from './final-dialog.tsx';

/** Ends somebody's being a guest, once that was said twice. */
export function SendOff({ guest }: { readonly guest: GuestAnswer }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [asked, { open, close }] = useDisclosure(false);
  const end = useToldMutation(() => sendGuestOff(workspace, guest).finally(close));
  const { name } = guest.person;
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open} aria-label={t`Send ${name} off`}>
        <Trans>Send off…</Trans>
      </Button>
      <FinalDialog
        opened={asked}
        title={t`Send ${name} off`}
        confirm={<Trans>Send off</Trans>}
        pending={end.isPending}
        onConfirm={() => end.mutate(undefined)}
        onClose={close}
      >
        <p>
          <Trans>
            Every room is closed to {name} from the next request on. What they sent and signed stays, and so do the
            files they took away. To let them in again, invite them anew.
          </Trans>
        </p>
      </FinalDialog>
    </>
  );
}
