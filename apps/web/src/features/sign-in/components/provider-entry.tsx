import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { LoadingState } from '../../../ui/states.tsx';
import { leaveFor } from '../api/sign-on-requests.ts';
import { Refusal } from './refusal.tsx';

type Props = { readonly provider: string; readonly to: string | undefined };

/** Opened by the link of a provider: leaves for it at once, and says why where that does not go. */
export function ProviderEntry({ provider, to }: Props) {
  const leave = useMutation({
    mutationFn: () => leaveFor({ provider, name: null, to: to ?? null, invitation: null }),
  });
  const isLeft = useRef(false);
  const { mutate } = leave;
  useEffect(() => {
    if (isLeft.current) return;
    isLeft.current = true;
    mutate();
  }, [mutate]);
  if (leave.error === null) {
    return (
      <>
        <p>
          <Trans>On the way to the identity provider of your firm …</Trans>
        </p>
        <LoadingState lines={2} />
      </>
    );
  }
  return (
    <>
      <Refusal error={leave.error} />
      <p>
        <Button mt="sm" onClick={() => mutate()}>
          <Trans>Try again</Trans>
        </Button>
      </p>
      <p>
        <Link to="/sign-in" search={{ to }}>
          <Trans>Sign in another way</Trans>
        </Link>
      </p>
    </>
  );
}
