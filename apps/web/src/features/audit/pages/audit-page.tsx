import type { AuditEntryAnswer } from '@entente/contract/audit';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { auditSearchFrom } from '../audit-search.ts';
import { auditQuery } from '../api/audit-requests.ts';
import { AuditKinds } from '../components/audit-kinds.tsx';
import classes from '../components/audit.module.css';
import { AuditedAct } from '../components/audited-act.tsx';
import { SignedHeads } from '../components/signed-heads.tsx';
import { Verification } from '../components/verification.tsx';

/** The chain of digests over every change of the workspace: that it agrees, and its entries, latest first. */
export function AuditPage() {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const search = auditSearchFrom(useSearch({ strict: false }));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    auditQuery(workspace, search),
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
          Each change, each grant, each sign-in of a member, and each reading of shared records and of the class CLEAN
          is an entry of a chain. Its digest covers the entry before it and every line of the log that a change wrote,
          so that nobody can edit, remove or add anything afterwards without its showing.
        </Trans>
      </p>
      <Verification />
      {data?.pages[0] && <SignedHeads heads={data.pages[0].heads} headTotal={data.pages[0].headTotal} />}
      <AuditKinds {...search} />
      {error && !data && <FailureState inline error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={12} />}
      {data && (
        <>
          <p aria-live="polite">
            <Plural value={data.pages[0]?.total ?? 0} one="# entry" other="# entries" />
          </p>
          <Entries entries={entries} isNarrowed={search.kind !== undefined} />
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

type EntriesProps = { readonly entries: readonly AuditEntryAnswer[]; readonly isNarrowed: boolean };

function Entries({ entries, isNarrowed }: EntriesProps) {
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
      empty={isNarrowed ? <Trans>No entry is of this kind.</Trans> : <Trans>Nothing was changed yet.</Trans>}
    />
  );
}
