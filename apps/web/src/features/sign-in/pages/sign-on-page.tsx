import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { searchText } from '../../../lib/page-search.ts';
import { returnPath } from '../../../lib/return-path.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { LoadingState } from '../../../ui/states.tsx';
import { acceptInvitation } from '../api/session-requests.ts';
import { rememberProvider, type SignOnJourney, takeJourney } from '../api/sign-on-journey.ts';
import { completeSignOn, leaveFor } from '../api/sign-on-requests.ts';
import { Refusal } from '../components/refusal.tsx';
import classes from '../components/sign-in.module.css';
import { useEntered } from '../components/use-entered.ts';

/** Where an identity provider sends the browser back to: completes the sign-in, and goes on to where it began. */
export function SignOnPage() {
  const { t } = useLingui();
  const search = useSearch({ strict: false });
  const [query] = useState(() => searchText(search).slice(1));
  const navigate = useNavigate();
  usePageTitle(t`Sign in by your firm`);
  const isBack = /(?:^|&)state=/.test(query);
  useEffect(() => {
    // What the provider gave stays in no history and in no picture of the screen.
    if (query !== '') void navigate({ to: '.', search: {}, replace: true });
  }, [query, navigate]);
  return (
    <div className={classes.entry}>
      <h1>
        <Trans>Sign in by your firm</Trans>
      </h1>
      {isBack ? (
        <Completion query={query} />
      ) : (
        <>
          <p>
            <Trans>The identity provider of your firm leads back to this page. Begin by signing in.</Trans>
          </p>
          <p>
            <Link to="/sign-in">
              <Trans>Sign in</Trans>
            </Link>
          </p>
        </>
      )}
    </div>
  );
}

function Completion({ query }: { readonly query: string }) {
  const [journey] = useState(takeJourney);
  const { history } = useRouter();
  const navigate = useNavigate();
  const enter = useEntered();
  const complete = useMutation({
    mutationFn: () => completeSignOn(query, journey?.invitation ?? null),
    onSuccess: async (session) => {
      enter(session);
      if (journey !== null && journey.name !== null) rememberProvider({ id: journey.provider, name: journey.name });
      if (journey === null || journey.invitation === null) {
        history.replace(returnPath(journey?.to ?? undefined, window.location.origin));
        return;
      }
      const { workspace } = await acceptInvitation(journey.invitation);
      await navigate({ to: '/w/$workspace', params: { workspace: workspace.slug }, replace: true });
    },
  });
  const isBegun = useRef(false);
  const { mutate } = complete;
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    mutate();
  }, [mutate]);
  if (complete.error === null) return <LoadingState lines={3} />;
  return <NotIn error={complete.error} isBrokenOff={/(?:^|&)error=access_denied/.test(query)} journey={journey} />;
}

type NotInProps = {
  readonly error: unknown;
  /** The provider says that somebody did not agree. */
  readonly isBrokenOff: boolean;
  readonly journey: SignOnJourney | null;
};

function NotIn({ error, isBrokenOff, journey }: NotInProps) {
  const again = useMutation({ mutationFn: leaveFor });
  return (
    <>
      {isBrokenOff && (
        <p>
          <Trans>The identity provider says that the sign-in was broken off.</Trans>
        </p>
      )}
      <Refusal error={again.error ?? error} />
      <Group mt="sm">
        {journey !== null && (
          <Button loading={again.isPending} onClick={() => again.mutate(journey)}>
            <Trans>Try again</Trans>
          </Button>
        )}
        <Link to="/sign-in">
          <Trans>Sign in another way</Trans>
        </Link>
      </Group>
    </>
  );
}
