import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../../lib/session.ts';
import { ROLE_WORDS } from '../../../lib/role-words.ts';
import { Moment } from '../../../ui/moment.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { invitationQuery } from '../api/session-requests.ts';
import { JoinWays } from '../components/join-ways.tsx';
import { LinkMissing } from '../components/link-missing.tsx';
import classes from '../components/sign-in.module.css';
import { useLinkToken } from '../components/use-link-token.ts';

/** What an invitation is to, and the ways to take it up. */
export function InvitationPage() {
  const { t } = useLingui();
  const token = useLinkToken();
  usePageTitle(t`Invitation`);
  return (
    <div className={classes.entry}>
      <h1>
        <Trans>Invitation</Trans>
      </h1>
      {token === null ? <LinkMissing /> : <Invited key={token} token={token} />}
    </div>
  );
}

function Invited({ token }: { readonly token: string }) {
  const { i18n } = useLingui();
  const invitation = useQuery(invitationQuery(token));
  const session = useQuery(sessionQuery);
  const error = invitation.error ?? session.error;
  if (error) return <FailureState inline error={error} />;
  if (!invitation.data || !session.data) return <LoadingState lines={4} />;
  const { as, email, invitedBy, expiresAt } = invitation.data;
  return (
    <>
      {invitation.data.as === 'member' ? (
        <p>
          <Trans>
            {invitedBy} invites you to the workspace <strong>{invitation.data.workspace.name}</strong>.
          </Trans>
        </p>
      ) : (
        <p>
          <Trans>
            {invitedBy} of <strong>{invitation.data.firm}</strong> invites you, as somebody of{' '}
            <strong>{invitation.data.partner}</strong>, to what it shows of an alliance.
          </Trans>
        </p>
      )}
      <dl className={classes.facts}>
        <dt>
          <Trans>E-mail</Trans>
        </dt>
        <dd>{email}</dd>
        <dt>
          <Trans>Role</Trans>
        </dt>
        <dd>{i18n._(ROLE_WORDS[invitation.data.as === 'member' ? invitation.data.role : 'guest'])}</dd>
        <dt>
          <Trans>Holds until</Trans>
        </dt>
        <dd>
          <Moment at={expiresAt} parts="day" />
        </dd>
      </dl>
      <JoinWays token={token} as={as} email={email} session={session.data} />
    </>
  );
}
