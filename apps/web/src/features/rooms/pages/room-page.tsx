import type { RoomAnswer, RoomContent } from '@entente/contract/sharing';
import { Trans } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { ClosedRoom } from '../components/closed-room.tsx';
import { GatesSection } from '../components/gates-section.tsx';
import { RequestsSection } from '../components/requests-section.tsx';
import { RoomHead } from '../components/room-head.tsx';
import { useRoom } from '../components/room-listener.tsx';
import classes from '../components/rooms.module.css';

type Props = {
  /** How what is shown stands on the page. */
  readonly contentOf: (content: RoomContent) => ReactNode;
};

/** One room as its guests find it. */
export function RoomPage({ contentOf }: Props) {
  const { room } = useParams({ from: '/plain/rooms/$room' });
  return <Room key={room} room={room} contentOf={contentOf} />;
}

function Room({ room, contentOf }: Props & { readonly room: string }) {
  const { data, error, refetch, isAway } = useRoom(room);
  if (data === 'closed' || data === 'absent') return <ClosedRoom wasOpen={data === 'closed'} />;
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />;
  return data === undefined ? (
    <LoadingState lines={12} />
  ) : (
    <OpenRoom room={data} isAway={isAway} contentOf={contentOf} />
  );
}

type OpenProps = Props & { readonly room: RoomAnswer; readonly isAway: boolean };

function OpenRoom({ room, isAway, contentOf }: OpenProps) {
  usePageTitle(room.title);
  return (
    <>
      <p className={classes.back}>
        <Link to="/rooms">
          <Trans>Rooms open to you</Trans>
        </Link>
      </p>
      <RoomHead room={room} />
      <GatesSection room={room} />
      <RequestsSection room={room} />
      {isAway ? (
        <div className={classes.notice} role="alert">
          <p>
            <Trans>The server does not answer.</Trans>
          </p>
          <p>
            <Trans>
              Whether this room is still open cannot be asked, so that nothing of it is shown. It comes back by itself.
            </Trans>
          </p>
        </div>
      ) : (
        contentOf(room)
      )}
    </>
  );
}
