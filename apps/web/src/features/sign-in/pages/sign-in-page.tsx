import type { SessionAnswer } from '@entente/contract/sign-in';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sessionQuery } from '../../../lib/session.ts';
import { returnPath } from '../../../lib/return-path.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { narrowSession } from '../api/session-requests.ts';
import { ProviderEntry } from '../components/provider-entry.tsx';
import { Refusal } from '../components/refusal.tsx';
import classes from '../components/sign-in.module.css';
import { SignInForm } from '../components/sign-in-form.tsx';
import { useEntered } from '../components/use-entered.ts';

/** Asks who is here, and goes back to where that was needed. */
export function SignInPage() {
  const { t } = useLingui();
  const { history } = useRouter();
  const { to, provider, only } = useSearch({
    strict: false,
    select: (search: { to?: string | undefined; provider?: string | undefined; only?: string | undefined }) => search,
  });
  const { data, error, refetch } = useQuery({ ...sessionQuery, staleTime: 0 });
  const enter = useEntered();
  // A session for one workspace alone is begun by whoever signs in for it, or presses for it.
  const isNarrowed = only === undefined || data?.onlyWorkspace !== null;
  const isIn = data?.state === 'signed-in' && isNarrowed;
  const narrow = useMutation({ mutationFn: narrowSession, onSuccess: enter });
  const signedIn = (session: SessionAnswer): void => {
    enter(session);
    if (only !== undefined) narrow.mutate(only);
  };
  const onward = to ?? (only === undefined ? undefined : `/w/${only}`);
  usePageTitle(t`Sign in`);
  useEffect(() => {
    if (isIn) history.replace(returnPath(onward, window.location.origin));
  }, [isIn, history, onward]);
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
      ) : data.state === 'signed-in' ? (
        <ForOneAlone narrow={narrow} only={only ?? ''} />
      ) : provider === undefined ? (
        <SignInForm session={data} offersFirms to={to} onSignedIn={signedIn} />
      ) : (
        <ProviderEntry provider={provider} to={to} />
      )}
    </div>
  );
}

type AloneProps = {
  readonly only: string;
  readonly narrow: { readonly error: unknown; readonly isPending: boolean; readonly mutate: (slug: string) => void };
};

/** Somebody is signed in already, and is asked to go on in one workspace alone. */
function ForOneAlone({ only, narrow }: AloneProps) {
  return (
    <>
      <p>
        <Trans>
          You are signed in. Go on in the workspace <strong>{only}</strong> alone? This session then reaches no other.
        </Trans>
      </p>
      <Refusal error={narrow.error} />
      <Button mt="sm" loading={narrow.isPending} onClick={() => narrow.mutate(only)}>
        <Trans>Go on in this workspace alone</Trans>
      </Button>
    </>
  );
}
