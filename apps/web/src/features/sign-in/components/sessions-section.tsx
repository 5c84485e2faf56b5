import type { AccountSessionAnswer } from '@entente/contract/sign-in';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { endOtherSessions, endSession, ownWorkspacesQuery, sessionsQuery } from '../api/account-requests.ts';
import { useAccountChange } from './use-account-change.ts';
import { browserName } from './browser-name.ts';

/** Where the account is signed in. */
export function SessionsSection() {
  const { data, error, refetch } = useQuery(sessionsQuery);
  const endOthers = useAccountChange(endOtherSessions);
  const others = data?.items.filter(({ current }) => !current).length ?? 0;
  const action = others > 0 && (
    <Button size="xs" variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate(undefined)}>
      <Trans>Sign out everywhere else</Trans>
    </Button>
  );
  return (
    <Section
      id="sessions"
      title={<Trans>Where you are signed in</Trans>}
      {...(data ? { count: data.items.length } : {})}
      action={action}
    >
      {error && !data && <FailureState inline error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={2} />}
      {data && <SessionTable sessions={data.items} />}
    </Section>
  );
}

function SessionTable({ sessions }: { readonly sessions: readonly AccountSessionAnswer[] }) {
  const { t } = useLingui();
  const endOne = useAccountChange(endSession);
  const own = useQuery(ownWorkspacesQuery);
  const columns: Column<AccountSessionAnswer>[] = [
    {
      id: 'browser',
      header: t`Browser`,
      value: ({ browser }) => browser,
      cell: ({ browser, current }) => (
        <>
          <span title={browser ?? undefined}>{browserName(browser) ?? <Trans>unknown</Trans>}</span>{' '}
          {current && (
            <strong>
              · <Trans>this one</Trans>
            </strong>
          )}
        </>
      ),
    },
    {
      id: 'reach',
      header: t`Reaches`,
      value: ({ onlyWorkspace }) => {
        if (onlyWorkspace === null) return t`all your workspaces`;
        const name = own.data?.items.find(({ id }) => id === onlyWorkspace)?.name;
        return name === undefined ? t`another workspace alone` : t`${name} alone`;
      },
    },
    { id: 'address', header: t`From the address`, value: ({ address }) => address },
    {
      id: 'first',
      header: t`First seen`,
      value: ({ firstSeen }) => firstSeen,
      cell: ({ firstSeen }) => <Moment at={firstSeen} />,
    },
    {
      id: 'last',
      header: t`Last seen`,
      value: ({ lastSeen }) => lastSeen,
      cell: ({ lastSeen }) => <Moment at={lastSeen} />,
    },
    {
      id: 'actions',
      header: t`Actions`,
      value: () => null,
      cell: ({ id, current }) =>
        !current && (
          <Button
            size="compact-sm"
            variant="default"
            loading={endOne.isPending && endOne.variables === id}
            onClick={() => endOne.mutate(id)}
          >
            <Trans>Sign out there</Trans>
          </Button>
        ),
    },
  ];
  return <DataTable caption={t`Where you are signed in`} columns={columns} rows={sessions} rowKey={({ id }) => id} />;
}
