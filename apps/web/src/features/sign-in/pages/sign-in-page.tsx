import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sessionQuery } from '../../../lib/session.ts';
import { returnPath } from '../../../lib/return-path.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import classes from '../components/sign-in.module.css';
import { SignInForm } from '../components/sign-in-form.tsx';
import { useEntered } from '../components/use-entered.ts';

/** Asks who is here, and goes back to where that was needed. */
export function SignInPage() {
  const { t } = useLingui();
  const { history } = useRouter();
  const to = useSearch({ strict: false, select: (search: { to?: string | undefined }) => search.to });
  const { data, error, refetch } = useQuery({ ...sessionQuery, staleTime: 0 });
  const enter = useEntered();
  const isIn = data?.state === 'signed-in';
  usePageTitle(t`Sign in`);
  useEffect(() => {
    if (isIn) history.replace(returnPath(to, window.location.origin));
  }, [isIn, history, to]);
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />;
  if (!data || isIn) return <LoadingState lines={4} />;
  return (
    <div className={classes.entry}>
      <h1>
        <Trans>Sign in</Trans>
      </h1>
      {data.state === 'demo' ? (
        <p>
          <Trans>
            Demo: no account needed. <Link to="/">Go to the register</Link>
          </Trans>
        </p>
      ) : data.setUpOpen ? (
        <p>
          <Trans>
            There is no account here yet. The start of the server printed a link that makes the first one; open it, or
            start the server again for a new link.
          </Trans>
        </p>
      ) : (
        <SignInForm session={data} onSignedIn={enter} />
      )}
    </div>
  );
}
