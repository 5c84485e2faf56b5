import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type KnownProvider, lastProvider } from '../api/sign-on-journey.ts';
import { findProviders, leaveFor } from '../api/sign-on-requests.ts';
import { EntryForm } from './entry-form.tsx';
import { Refusal } from './refusal.tsx';
import classes from './sign-in.module.css';

type Onward = { readonly to?: string | undefined; readonly invitation?: string | undefined };

/** Buttons that leave for identity providers. */
export function ProviderButtons({
  providers,
  to,
  invitation,
}: Onward & { readonly providers: readonly KnownProvider[] }) {
  const leave = useMutation({
    mutationFn: ({ id, name }: KnownProvider) =>
      leaveFor({ provider: id, name, to: to ?? null, invitation: invitation ?? null }),
  });
  return (
    <>
      <Refusal error={leave.error} />
      <Group gap="xs" my="xs">
        {providers.map((provider) => {
          const { id, name } = provider;
          return (
            <Button
              key={id}
              variant="default"
              loading={leave.isPending && leave.variables.id === id}
              onClick={() => leave.mutate(provider)}
            >
              <Trans>Go on with {name}</Trans>
            </Button>
          );
        })}
      </Group>
    </>
  );
}

/** Signing in by one's firm: by the provider of the last time, or by that of a workspace whose short name one knows. */
export function SignOnWays({ to }: { readonly to: string | undefined }) {
  const [last] = useState(lastProvider);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      {last && <ProviderButtons providers={[last]} to={to} />}
      {isAsking ? (
        <ProviderSearch to={to} />
      ) : (
        <p>
          <Button variant="default" onClick={() => setAsking(true)}>
            <Trans>Sign in by your firm…</Trans>
          </Button>
        </p>
      )}
    </>
  );
}

function ProviderSearch({ to }: { readonly to: string | undefined }) {
  const { t } = useLingui();
  const search = useMutation({ mutationFn: findProviders });
  return (
    <div className={classes.part}>
      <EntryForm
        submit={t`Find the sign-in`}
        pending={search.isPending}
        error={search.error}
        onSubmit={(typed) => search.mutate(typed('workspace').trim().toLowerCase())}
      >
        <TextInput
          name="workspace"
          label={t`Short name of your workspace`}
          description={t`As it stands in addresses after /w/.`}
          required
          maxLength={80}
          pattern="[A-Za-z0-9]+(-[A-Za-z0-9]+)*"
          autoComplete="off"
          autoFocus
        />
      </EntryForm>
      {search.data?.length === 0 && (
        <p role="status">
          <Trans>
            Under this name no sign-in by a firm is offered here. The administrator of your workspace has a link that
            opens it.
          </Trans>
        </p>
      )}
      {search.data && search.data.length > 0 && <ProviderButtons providers={search.data} to={to} />}
    </div>
  );
}
