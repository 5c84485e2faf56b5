import type { RoomAnswer, RoomRequestAnswer } from '@entente/contract/sharing';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureState } from '../../../ui/states.tsx';
import { signForPartner } from '../api/room-requests.ts';
import classes from './requests.module.css';
import { useRequestChange } from './use-draft.ts';

type Props = { readonly room: RoomAnswer; readonly request: RoomRequestAnswer };

/** Signs what was confirmed, by the digest of its edition; for good. */
export function SignDialog({ room, request }: Props) {
  const { t } = useLingui();
  const [asked, { open, close }] = useDisclosure(false);
  const { number, digest } = request.edition;
  const sign = useRequestChange({ room: room.id, request: request.id }, () =>
    signForPartner({ room: room.id, request: request.id }, digest),
  );
  const { firm, partner } = room;
  return (
    <>
      <Button size="xs" onClick={open}>
        <Trans>Sign edition {number} …</Trans>
      </Button>
      <Dialog opened={asked} title={t`Sign edition ${number}`} onClose={close}>
        <Stack gap="sm">
          <p>
            <Trans>
              You sign for {partner}, under your name, that the stakes of this edition are right. {firm} signs the same
              edition, by the same digest. A signature is never taken back.
            </Trans>
          </p>
          <p className={classes.digest}>{digest}</p>
          {sign.error && <FailureState inline error={sign.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              <Trans>Cancel</Trans>
            </Button>
            <Button loading={sign.isPending} onClick={() => sign.mutate(undefined)}>
              <Trans>Sign for {partner}</Trans>
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
