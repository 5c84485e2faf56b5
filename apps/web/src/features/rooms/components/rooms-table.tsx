import type { RoomListAnswer } from '@entente/contract/sharing';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Moment } from '../../../ui/moment.tsx';
import classes from './rooms.module.css';

type Listed = RoomListAnswer['items'][number];

/** The rooms that are open: of what, who shows it, until when, and what waits for an answer. */
export function RoomsTable({ rooms }: { readonly rooms: readonly Listed[] }) {
  const { t } = useLingui();
  const columns: Column<Listed>[] = [
    {
      id: 'title',
      header: t`Room`,
      value: ({ title }) => title,
      cell: ({ id, title }) => (
        <Link to="/rooms/$room" params={{ room: id }}>
          {title}
        </Link>
      ),
    },
    { id: 'alliance', header: t`Alliance`, value: ({ alliance }) => alliance },
    { id: 'firm', header: t`Shown by`, value: ({ firm }) => firm },
    { id: 'partner', header: t`Shown to`, value: ({ partner }) => partner },
    {
      id: 'waiting',
      header: t`Asked of you`,
      value: ({ waiting }) => waiting,
      cell: ({ waiting }) =>
        waiting === 0 ? (
          <span className={classes.quiet}>
            <Trans>nothing</Trans>
          </span>
        ) : (
          <span className={classes.waiting}>
            <Plural value={waiting} one="# thing waits" other="# things wait" />
          </span>
        ),
    },
    {
      id: 'edition',
      header: t`Edition`,
      value: ({ edition }) => edition.publishedAt,
      cell: ({ edition: { number, publishedAt } }) => (
        <>
          {number}, <Moment at={publishedAt} parts="day" />
        </>
      ),
    },
    {
      id: 'until',
      header: t`Open until`,
      value: ({ expiresAt }) => expiresAt,
      cell: ({ expiresAt }) => <Moment at={expiresAt} />,
    },
  ];
  return <DataTable caption={t`Rooms open to you`} columns={columns} rows={rooms} rowKey={({ id }) => id} />;
}
