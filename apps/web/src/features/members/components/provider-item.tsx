import type { SignOnProviderAnswer, SignOnProviderTest } from '@entente/contract/sign-in';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { failureWords } from '../../../lib/failure-words.ts';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { removeProvider, testProvider } from '../api/provider-requests.ts';
import classes from './members.module.css';

const TEST_WORDS: Readonly<Record<SignOnProviderTest['client'], MessageDescriptor>> = {
  accepted: msg`The provider answers, and takes client id and secret.`,
  refused: msg`The provider answers, but does not take client id or secret. Change them.`,
  unknown: msg`The provider answers. Whether it takes client id and secret, the first sign-in tells.`,
};

type Props = { readonly provider: SignOnProviderAnswer; readonly onChange: () => void };

/** One identity provider: what is known of it, its link, and what can be done with it. */
export function ProviderItem({ provider, onChange }: Props) {
  const { t, i18n } = useLingui();
  const workspace = useWorkspace();
  const { id, name, issuer, clientId, findable, createdAt, link } = provider;
  const test = useMutation({ mutationFn: () => testProvider(workspace, id) });
  return (
    <article className={classes.provider} aria-label={name}>
      <h2>{name}</h2>
      <dl className={classes.facts}>
        <dt>
          <Trans>Issuer</Trans>
        </dt>
        <dd>{issuer}</dd>
        <dt>
          <Trans>Client id</Trans>
        </dt>
        <dd>{clientId}</dd>
        <dt>
          <Trans>Client secret</Trans>
        </dt>
        <dd className={classes.quiet}>
          <Trans>kept, and not shown</Trans>
        </dd>
        <dt>
          <Trans>Link to sign in</Trans>
        </dt>
        <dd>
          <code>{link}</code> <CopyButton text={link} />
        </dd>
        <dt>
          <Trans>Found from the page of signing in</Trans>
        </dt>
        <dd>{findable ? <Trans>yes, as {workspace}</Trans> : <Trans>no, by the link alone</Trans>}</dd>
        <dt>
          <Trans>Added on</Trans>
        </dt>
        <dd>
          <Moment at={createdAt} parts="day" />
        </dd>
      </dl>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          loading={test.isPending}
          aria-label={t`Test: ${name}`}
          onClick={() => test.mutate()}
        >
          <Trans>Test</Trans>
        </Button>
        <Button size="xs" variant="default" aria-label={t`Change: ${name}`} onClick={onChange}>
          <Trans>Change…</Trans>
        </Button>
        <RemoveProvider provider={provider} />
      </Group>
      <p role="status" className={classes.told}>
        {test.data && i18n._(TEST_WORDS[test.data.client])}
        {test.error && <TestFailure error={test.error} />}
      </p>
    </article>
  );
}

function TestFailure({ error }: { readonly error: unknown }) {
  const { i18n } = useLingui();
  const { happened, todo } = failureWords(error, i18n);
  return (
    <>
      <strong>{happened}</strong>
      <br />
      {todo}
    </>
  );
}

function RemoveProvider({ provider: { id, name } }: { readonly provider: SignOnProviderAnswer }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [asked, { open, close }] = useDisclosure(false);
  const remove = useToldMutation(() => removeProvider(workspace, id).finally(close));
  return (
    <>
      <Button size="xs" variant="default" aria-label={t`Remove: ${name}`} onClick={open}>
        <Trans>Remove…</Trans>
      </Button>
      <Dialog opened={asked} title={t`Remove ${name}`} onClose={close}>
        <Stack gap="sm">
          <p>
            <Trans>
              Whoever signs in by this provider is signed out, and their accounts end. What they wrote stays, under
              their names.
            </Trans>
          </p>
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              <Trans>Cancel</Trans>
            </Button>
            <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
              <Trans>Remove the provider</Trans>
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
