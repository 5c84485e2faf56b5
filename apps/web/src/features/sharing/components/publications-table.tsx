import type { PublicationAnswer } from '@entente/contract/sharing';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../../lib/workspace.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { LastDay } from './last-day.tsx';
import classes from './sharing.module.css';
import { openUntil, standingOf } from './standing.ts';
import { StandingMark } from './standing-mark.tsx';
import { STATE_WORDS } from './state-words.ts';

/** What is published: to whom, until when, and whether somebody has read it. */
export function PublicationsTable({ publications }: { readonly publications: readonly PublicationAnswer[] }) {
  const { t, i18n } = useLingui();
  const workspace = useWorkspace();
  const columns: Column<PublicationAnswer>[] = [
    {
      id: 'title',
      header: t`Room`,
      value: ({ title }) => title,
      cell: ({ id, title }) => (
        <Link to="/w/$workspace/partner-rooms/$publication" params={{ workspace, publication: id }}>
          {title}
        </Link>
      ),
    },
    {
      id: 'alliance',
      header: t`Alliance`,
      value: ({ alliance }) => alliance.name,
      cell: ({ alliance }) => (
        <Link to="/w/$workspace/alliances/$slug" params={{ workspace, slug: alliance.id }}>
          {alliance.name}
        </Link>
      ),
    },
    {
      id: 'to',
      header: t`Shown to`,
      value: ({ grants }) => grants.map(({ grantee }) => grantee).join(', '),
      cell: ({ grants }) => <Grantees grants={grants} />,
    },
    {
      id: 'state',
      header: t`State`,
      value: ({ grants }) => i18n._(STATE_WORDS[standingOf(grants)]),
      cell: ({ grants }) => <StandingMark state={standingOf(grants)} />,
    },
    {
      id: 'until',
      header: t`Open until`,
      value: ({ grants }) => openUntil(grants),
      cell: ({ grants }) => {
        const day = openUntil(grants);
        return day === null ? null : <LastDay day={day} />;
      },
    },
    {
      id: 'read',
      header: t`Last read`,
      value: ({ lastReadAt }) => lastReadAt,
      cell: ({ lastReadAt }) =>
        lastReadAt === null ? (
          <span className={classes.quiet}>
            <Trans>not yet</Trans>
          </span>
        ) : (
          <Moment at={lastReadAt} />
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
  ];
  return (
    <DataTable caption={t`Partner rooms`} columns={columns} rows={publications} rowKey={({ id }) => id} filtered />
  );
}

/** Everybody it was granted to; where not all of it is open, what became of each. */
function Grantees({ grants }: Pick<PublicationAnswer, 'grants'>) {
  return (
    <ul className={classes.plain}>
      {grants.map(({ id, grantee, state }) => (
        <li key={id}>
          {grantee}
          {state !== 'open' && (
            <>
              {' '}
              (<StandingMark state={state} />)
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
