import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Moment } from '../../../ui/moment.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { mailboxQuery } from '../api/session-requests.ts';
import classes from '../components/sign-in.module.css';

/** In the demo: what would have been sent by e-mail. */
export function MailboxPage() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(mailboxQuery);
  usePageTitle(t`Mailbox of the demo`);
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <h1>
        <Trans>Mailbox of the demo</Trans>
      </h1>
      <p className={classes.lead}>
        <Trans>The demo sends no e-mail. What it would have sent stands here, latest first.</Trans>
      </p>
      {!data && <LoadingState />}
      {data?.items.length === 0 && <EmptyState title={<Trans>Nothing would have been sent yet.</Trans>} />}
      {data?.items.map(({ id, at, to, subject, text }) => (
        <article key={id} className={classes.mail}>
          <h2>{subject}</h2>
          <p className={classes.quiet}>
            <Trans>
              to {to}, <Moment at={at} />
            </Trans>
          </p>
          <p className={classes.mailText}>{text}</p>
        </article>
      ))}
    </>
  );
}
