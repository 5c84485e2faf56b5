import type { ApiKeyAnswer } from '@entente/contract/sign-in';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../../lib/session.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { useOwnWorkspace } from '../../../lib/workspaces.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { endKey, keysQuery } from '../api/key-requests.ts';
import { KeyForm } from '../components/key-form.tsx';
import classes from '../components/members.module.css';
import { ACTION_WORDS } from '../components/permission-words.ts';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';

/** The reader's keys for programs: what each may do, until when, and when it was last used. */
export function ApiKeysPage() {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const own = useOwnWorkspace();
  const session = useQuery(sessionQuery);
  const isDemo = session.data?.state === 'demo';
  // Keys belong to accounts, of which a demo has none.
  const hasAccount = session.data !== undefined && !isDemo;
  const { data, error, refetch } = useQuery({ ...keysQuery(workspace), enabled: hasAccount });
  const [making, { open, close }] = useDisclosure(false);
  usePageTitle(t`API keys`);
  return (
    <>
      <Group justify="space-between">
        <h1>
          <Trans>API keys</Trans>
        </h1>
        {data && (
          <Button size="xs" onClick={open}>
            <Trans>Make a key…</Trans>
          </Button>
        )}
      </Group>
      <p className={classes.lead}>
        <Trans>
          A key lets a program of yours act for you in this workspace, as far as you choose and no further than you may
          yourself. What can be asked for stands in the <a href="/docs/api">reference of the API</a>.
        </Trans>
      </p>
      {error && !data && <FailureState inline error={error} onRetry={() => void refetch()} />}
      {isDemo && <EmptyState title={<Trans>Demo: keys belong to accounts, and nobody needs one here.</Trans>} />}
      {!isDemo && !data && !error && <LoadingState lines={3} />}
      {data && <KeysTable keys={data.items} />}
      {own && (
        <Dialog opened={making} title={t`Make a key`} onClose={close}>
          <KeyForm own={own.role} onDone={close} />
        </Dialog>
      )}
    </>
  );
}

function KeysTable({ keys }: { readonly keys: readonly ApiKeyAnswer[] }) {
  const { t, i18n } = useLingui();
  const words = useWords();
  const scopeWords = (scope: string): string => {
    const known = Object.entries(ACTION_WORDS).find(([action]) => action === scope);
    return known ? i18n._(known[1]) : scope;
  };
  const columns: Column<ApiKeyAnswer>[] = [
    { id: 'name', header: t`What the key is for`, value: ({ name }) => name },
    { id: 'start', header: t`Begins with`, value: ({ start }) => start, cell: ({ start }) => <code>{start}…</code> },
    { id: 'scopes', header: t`What the program may do`, value: ({ scopes }) => words.listed(scopes.map(scopeWords)) },
    {
      id: 'expires',
      header: t`Holds until`,
      value: ({ expiresAt }) => expiresAt,
      cell: ({ expiresAt }) => <Moment at={expiresAt} parts="day" />,
    },
    {
      id: 'used',
      header: t`Last used`,
      value: ({ lastUsedAt }) => lastUsedAt,
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? <Trans>never</Trans> : <Moment at={lastUsedAt} />),
    },
    { id: 'actions', header: t`Actions`, value: () => null, cell: (key) => <EndKey apiKey={key} /> },
  ];
  return (
    <DataTable
      caption={t`API keys`}
      columns={columns}
      rows={keys}
      rowKey={({ id }) => id}
      empty={<Trans>You have no keys for this workspace.</Trans>}
    />
  );
}

function EndKey({ apiKey }: { readonly apiKey: ApiKeyAnswer }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const end = useToldMutation(() => endKey(workspace, apiKey));
  const { name } = apiKey;
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t`End the key ${name}`}
      loading={end.isPending}
      onClick={() => end.mutate(undefined)}
    >
      <Trans>End the key</Trans>
    </Button>
  );
}
