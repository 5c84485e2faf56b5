import type { RoomAnswer } from '@entente/contract/sharing';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../../lib/session.ts';
import { Moment } from '../../../ui/moment.tsx';
import { roomFileAddress } from '../api/room-requests.ts';
import classes from './rooms.module.css';

/** Who shows the room to whom, until when, and which edition stands. */
export function RoomHead({ room }: { readonly room: RoomAnswer }) {
  const { id, title, alliance, firm, partner, edition, expiresAt } = room;
  return (
    <>
      <h1>{title}</h1>
      <p className={classes.under}>
        <Trans>
          {firm} shows this to {partner} until <Moment at={expiresAt} />.
        </Trans>
      </p>
      <dl className={classes.facts}>
        <dt>
          <Trans>Alliance</Trans>
        </dt>
        <dd>{alliance}</dd>
        <dt>
          <Trans>Edition</Trans>
        </dt>
        <dd>
          <Trans>
            {edition.number}, published on <Moment at={edition.publishedAt} />
          </Trans>
        </dd>
        <dt>
          <Trans>Digest</Trans>
        </dt>
        <dd className={classes.digest}>{edition.digest}</dd>
      </dl>
      <p className={classes.away}>
        <Button size="xs" variant="default" component="a" href={roomFileAddress(id)} download>
          <Trans>Take it away as CSV</Trans>
        </Button>
        <span className={classes.quiet}>
          <Trans>The file names you, and the firm is told.</Trans>
        </span>
      </p>
      <PrintMark room={room} />
    </>
  );
}

/** On paper, whose copy it is. */
function PrintMark({ room: { firm, partner } }: { readonly room: RoomAnswer }) {
  const { data } = useQuery(sessionQuery);
  const name = data?.account?.name ?? '';
  return (
    <p className={classes.mark} aria-hidden="true">
      <Trans>
        Shared by {firm} with {partner}; printed by {name}
      </Trans>
    </p>
  );
}
