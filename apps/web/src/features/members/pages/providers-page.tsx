import type { SignOnProviderAnswer } from '@entente/contract/sign-in';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionQuery } from '../../../lib/session.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { useAbilities } from '../../../lib/workspaces.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { providersQuery } from '../api/provider-requests.ts';
import classes from '../components/members.module.css';
import { ProviderForm } from '../components/provider-form.tsx';
import { ProviderItem } from '../components/provider-item.tsx';

type Edited = { readonly provider: SignOnProviderAnswer | null };

/** The identity providers by which members of the workspace sign in, for owners and administrators. */
export function ProvidersPage() {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const { manageMembers } = useAbilities();
  const session = useQuery(sessionQuery);
  const isDemo = session.data?.state === 'demo';
  // A provider makes accounts, of which a demo has none.
  const mayAdd = manageMembers && session.data !== undefined && !isDemo;
  const { data, error, refetch } = useQuery(providersQuery(workspace));
  const [edited, setEdited] = useState<Edited | null>(null);
  const close = (): void => setEdited(null);
  usePageTitle(t`Sign-in by the firm`);
  return (
    <>
      <Group justify="space-between">
        <h1>
          <Trans>Sign-in by the firm</Trans>
        </h1>
        {data && mayAdd && (
          <Button size="xs" onClick={() => setEdited({ provider: null })}>
            <Trans>Add a provider…</Trans>
          </Button>
        )}
      </Group>
      <p className={classes.lead}>
        <Trans>
          Members sign in by the identity provider of your firm (OpenID Connect), without a password of their own here.
          Whoever comes the first time opens an invitation to this workspace, made for the e-mail that the provider
          knows; the invitation says the role. Their accounts open this workspace and no other.
        </Trans>
      </p>
      {error && !data && <FailureState inline error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={4} />}
      {data && isDemo && <EmptyState title={<Trans>Demo: nobody signs in here, by a provider or otherwise.</Trans>} />}
      {data && !isDemo && data.items.length === 0 && (
        <EmptyState title={<Trans>No identity provider yet: members sign in with accounts of this server.</Trans>} />
      )}
      {data?.items.map((provider) => (
        <ProviderItem key={provider.id} provider={provider} onChange={() => setEdited({ provider })} />
      ))}
      <Dialog
        opened={edited !== null}
        title={edited?.provider ? t`Change ${edited.provider.name}` : t`Add an identity provider`}
        onClose={close}
        size="lg"
      >
        {edited && <ProviderForm provider={edited.provider} onDone={close} />}
      </Dialog>
    </>
  );
}
