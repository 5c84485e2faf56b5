import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery } from '../../../lib/session.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { accountQuery } from '../api/account-requests.ts';
import { AccountFacts } from '../components/account-facts.tsx';
import { CodesSection } from '../components/codes-section.tsx';
import { NoticesSection } from '../components/notices-section.tsx';
import { PasskeysSection } from '../components/passkeys-section.tsx';
import { PasswordSection } from '../components/password-section.tsx';
import { SessionsSection } from '../components/sessions-section.tsx';
import { WorkspacesSection } from '../components/workspaces-section.tsx';

/** One's own account: who one is, the ways to sign in, and where one is signed in. */
export function AccountPage() {
  const { t } = useLingui();
  const session = useQuery(sessionQuery);
  const isDemo = session.data?.state === 'demo';
  const { data, error, refetch } = useQuery({ ...accountQuery, enabled: session.data !== undefined && !isDemo });
  usePageTitle(t`Account`);
  const failure = session.error ?? error;
  if (failure && !data) return <FailureState error={failure} onRetry={() => void refetch()} />;
  return (
    <>
      <h1>
        <Trans>Account</Trans>
      </h1>
      {isDemo && (
        <p>
          <Trans>
            Demo: no account needed. <Link to="/">Go to the register</Link>
          </Trans>
        </p>
      )}
      {!isDemo && !data && <LoadingState lines={8} />}
      {data && session.data && (
        <>
          <AccountFacts account={data} session={session.data} />
          <WorkspacesSection session={session.data} />
          <PasswordSection />
          <PasskeysSection />
          <CodesSection account={data} />
          <SessionsSection />
          <NoticesSection />
        </>
      )}
    </>
  );
}
