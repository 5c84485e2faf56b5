import { Trans, useLingui } from '@lingui/react/macro';
import { usePageTitle } from '../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { useRooms } from '../components/room-listener.tsx';
import { RoomsTable } from '../components/rooms-table.tsx';
import classes from '../components/rooms.module.css';

/** What firms show to the reader as a guest. */
export function RoomsPage() {
  const { t } = useLingui();
  const { data, error, refetch } = useRooms();
  usePageTitle(t`Rooms open to you`);
  if (error) return <FailureState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <h1>
        <Trans>Rooms open to you</Trans>
      </h1>
      {data === undefined && <LoadingState lines={4} />}
      {data !== undefined && data.items.length > 0 && (
        <>
          <p className={classes.lead}>
            <Trans>What firms show you of their alliances, until a day. Each reading is told to the firm.</Trans>
          </p>
          <RoomsTable rooms={data.items} />
        </>
      )}
      {data?.items.length === 0 && <NoRooms isGuest={data.guest} />}
    </>
  );
}

function NoRooms({ isGuest }: { readonly isGuest: boolean }) {
  if (isGuest) {
    return (
      <EmptyState title={<Trans>Nothing is shown to you at present.</Trans>}>
        <Trans>As soon as a firm opens a room to you it stands here; this page notices by itself.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={<Trans>You are no firm’s guest.</Trans>}>
      <Trans>
        A firm that wants to show you something of an alliance invites you; open the link of its invitation.
      </Trans>
    </EmptyState>
  );
}
