import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../../lib/workspace.ts';

/** The way to a new room, of an alliance where it is known. */
export function NewRoomButton({ alliance }: { readonly alliance: string | null }) {
  const workspace = useWorkspace();
  return (
    <Button
      size="xs"
      renderRoot={(props) => (
        <Link
          {...props}
          to="/w/$workspace/partner-rooms/new"
          params={{ workspace }}
          search={{ alliance: alliance ?? undefined }}
        />
      )}
    >
      <Trans>Share with partners…</Trans>
    </Button>
  );
}
