import type { AuditEntryAnswer } from '@entente/contract/audit';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { auditQuery } from '../api/audit-requests.ts';
import classes from '../components/audit.module.css';
import { AuditedAct } from '../components/audited-act.tsx';
import { Verification } from '../components/verification.tsx';

/** The chain of digests over every change of the workspace: that it agrees, and its entries, latest first. */
export function AuditPage() {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    auditQuery(workspace),
  );
  usePageTitle(t`Audit`);
  const entries = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <h1>
        <Trans>Audit</Trans>
      </h1>
      <p>
        <Trans>
          Each change, and each grant, is an entry of a chain. Its digest covers the entry before it and every line of
          the log that a change wrote, so that nobody can edit, remove or add anything afterwards without its showing.
        </Trans>
      </p>
      <Verification />
      {error && !data && <FailureState inline error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={12} />}
      {data && (
        <>
          <p aria-live="polite">
            <Plural value={data.pages[0]?.total ?? 0} one="# entry" other="# entries" />
          </p>
          <Entries entries={entries} />
        </>
      )}
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}

function Entries({ entries }: { readonly entries: readonly AuditEntryAnswer[] }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const words = useWords();
  const columns: Column<AuditEntryAnswer>[] = [
    { id: 'sequence', header: t`Entry`, value: ({ sequence }) => sequence, numeric: true },
    { id: 'at', header: t`When`, value: ({ at }) => at, cell: ({ at }) => <Moment at={at} /> },
    { id: 'actor', header: t`Who`, value: ({ actorName }) => actorName },
    { id: 'what', header: t`What`, value: ({ action }) => action, cell: (entry) => <AuditedAct entry={entry} /> },
    {
      id: 'rows',
      header: t`Lines of the log`,
      value: ({ rows }) => rows ?? null,
      numeric: true,
      cell: ({ rows, changeSet }) =>
        changeSet === undefined || rows === undefined ? null : (
          <Link to="/w/$workspace/history/$change" params={{ workspace, change: changeSet }}>
            {words.count(rows)}
          </Link>
        ),
    },
    { id: 'reason', header: t`Reason`, value: ({ reason }) => reason ?? null },
    {
      id: 'digest',
      header: t`Digest`,
      value: ({ digest }) => digest,
      cell: ({ digest }) => <span className={classes.digest}>{digest}</span>,
    },
  ];
  return (
    <DataTable
      caption={t`Entries of the audit`}
      columns={columns}
      rows={entries}
      rowKey={({ digest }) => digest}
      empty={<Trans>Nothing was changed yet.</Trans>}
    />
  );
}
