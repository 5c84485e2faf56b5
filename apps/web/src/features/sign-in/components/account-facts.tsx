import type { AccountAnswer, SessionAnswer } from '@entente/contract/sign-in';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Moment } from '../../../ui/moment.tsx';
import { sendVerification } from '../api/account-requests.ts';
import classes from './sign-in.module.css';
import { useAccountChange } from './use-account-change.ts';

type Props = { readonly account: AccountAnswer; readonly session: SessionAnswer };

/** Name and e-mail, and whether the e-mail is known to reach its owner. */
export function AccountFacts({ account, session }: Props) {
  const { name, email, emailVerified, createdAt } = account;
  return (
    <dl className={classes.facts}>
      <dt>
        <Trans>Your name</Trans>
      </dt>
      <dd>{name}</dd>
      <dt>
        <Trans>E-mail</Trans>
      </dt>
      <dd>
        {email}{' '}
        {emailVerified ? (
          <span className={classes.quiet}>
            · <Trans>confirmed</Trans>
          </span>
        ) : (
          <Unconfirmed sendsMail={session.sendsMail} />
        )}
      </dd>
      <dt>
        <Trans>Account since</Trans>
      </dt>
      <dd>
        <Moment at={createdAt} parts="day" />
      </dd>
    </dl>
  );
}

function Unconfirmed({ sendsMail }: { readonly sendsMail: boolean }) {
  const send = useAccountChange(sendVerification);
  return (
    <>
      <span className={classes.quiet}>
        · <Trans>not confirmed</Trans>
      </span>{' '}
      {send.isSuccess ? (
        <span role="status">
          <Trans>A link is on its way to you.</Trans>
        </span>
      ) : (
        sendsMail && (
          <Button size="compact-xs" variant="default" loading={send.isPending} onClick={() => send.mutate(undefined)}>
            <Trans>Send me a link to confirm it</Trans>
          </Button>
        )
      )}
    </>
  );
}
