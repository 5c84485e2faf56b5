import type { SignOnProviderAnswer } from '@entente/contract/sign-in';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useWorkspace } from '../../../lib/workspace.ts';
import { FailureState } from '../../../ui/states.tsx';
import { changeProvider, createProvider, providersQuery } from '../api/provider-requests.ts';
import { RedirectAddress } from './redirect-address.tsx';

type Props = {
  /** Null: a new one. */
  readonly provider: SignOnProviderAnswer | null;
  readonly onDone: () => void;
};

/** Adds an identity provider, or changes what is known of one. Its secret is written and never shown. */
export function ProviderForm({ provider, onDone }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [name, setName] = useState(provider?.name ?? '');
  const [issuer, setIssuer] = useState(provider?.issuer ?? '');
  const [clientId, setClientId] = useState(provider?.clientId ?? '');
  const [clientSecret, setClientSecret] = useState('');
  const [findable, setFindable] = useState(provider?.findable ?? false);
  const isNew = provider === null;
  const save = useMutation({
    mutationFn: () => {
      const body = { name: name.trim(), clientId: clientId.trim(), findable };
      if (isNew) return createProvider(workspace, { ...body, issuer: issuer.trim(), clientSecret });
      return changeProvider(workspace, provider.id, { ...body, ...(clientSecret === '' ? {} : { clientSecret }) });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: providersQuery(workspace).queryKey });
      onDone();
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t`Name`}
          description={t`As it stands on the button to sign in, for example the name of your firm.`}
          required
          maxLength={200}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          type="url"
          label={t`Issuer`}
          description={
            isNew
              ? t`The address as the provider itself writes it, for example https://login.firm.example/realm.`
              : t`It stays: accounts are known by it. For another issuer, add another provider.`
          }
          required
          readOnly={!isNew}
          maxLength={500}
          autoComplete="off"
          value={issuer}
          onChange={(event) => setIssuer(event.currentTarget.value)}
        />
        <RedirectAddress>
          <Trans>Register Entente with the provider first, with this redirect address:</Trans>
        </RedirectAddress>
        <TextInput
          label={t`Client id`}
          required
          maxLength={500}
          autoComplete="off"
          value={clientId}
          onChange={(event) => setClientId(event.currentTarget.value)}
        />
        <PasswordInput
          label={t`Client secret`}
          description={
            isNew ? t`Kept enciphered, and shown to nobody again.` : t`Leave it empty to keep the present one.`
          }
          required={isNew}
          maxLength={1000}
          autoComplete="off"
          value={clientSecret}
          onChange={(event) => setClientSecret(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the secret`, tabIndex: 0 }}
        />
        <Checkbox
          label={t`Found from the page of signing in`}
          description={t`By whoever types the short name of the workspace: ${workspace}. Otherwise by its link alone.`}
          checked={findable}
          onChange={(event) => setFindable(event.currentTarget.checked)}
        />
        {save.error && <FailureState inline error={save.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={save.isPending}>
            {isNew ? <Trans>Add the provider</Trans> : <Trans>Save</Trans>}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
