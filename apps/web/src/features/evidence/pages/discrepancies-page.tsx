import { EdtfDate } from '@entente/core/kernel';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, useEffect, useMemo } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { InspectButton } from '../../../ui/inspect-button.tsx';
import { Inspected } from '../../../ui/inspector.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { Statements } from '../../../ui/statements.tsx';
import { claimsQuery, sourcesQuery } from '../api/evidence-queries.ts';
import { useSubjectNames } from '../api/subject-names.ts';
import { ClaimedValue, ClaimSubject, statementOf } from '../components/claim-lines.tsx';
import { disputedFields, type DisputedField } from '../components/disagreements.ts';

/** Pages of claims that are read without being asked for. */
const PAGES_AT_ONCE = 25;

/** Every field of the workspace on which sources disagree. */
export function DiscrepanciesPage() {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const claims = useInfiniteQuery(claimsQuery(workspace, null));
  const sources = useInfiniteQuery(sourcesQuery(workspace, ''));
  const { data, hasNextPage, isFetching, fetchNextPage } = claims;
  usePageTitle(t`Discrepancies`);

  const pages = data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetching && pages < PAGES_AT_ONCE) void fetchNextPage();
  }, [hasNextPage, isFetching, pages, fetchNextPage]);

  const dates = useMemo(() => {
    const known = sources.data?.pages.flatMap(({ items }) => items) ?? [];
    return new Map(known.map(({ key, date }) => [key, lastDay(date)]));
  }, [sources.data]);
  const found = useMemo(() => disputedFields(data?.pages.flatMap(({ items }) => items) ?? [], dates), [data, dates]);

  if (claims.error && !data) return <FailureState error={claims.error} onRetry={() => void claims.refetch()} />;
  if (!data) return <LoadingState lines={12} />;
  const looked = data.pages.reduce((sum, { items }) => sum + items.length, 0);
  const total = data.pages[0]?.total ?? 0;
  return (
    <>
      <h1>
        <Trans>Discrepancies</Trans>
      </h1>
      <p aria-live="polite">
        {looked < total ? (
          <Trans>
            Looked through {looked} of {total} statements so far.
          </Trans>
        ) : (
          <Trans>
            Fields on which sources disagree. All statements stand; the register takes one by rank, date of the
            document, and order.
          </Trans>
        )}
      </p>
      <DisputedTable found={found} />
      {hasNextPage && pages >= PAGES_AT_ONCE && (
        <Button variant="default" size="xs" loading={isFetching} onClick={() => void fetchNextPage()}>
          <Trans>Look further</Trans>
        </Button>
      )}
    </>
  );
}

function lastDay(date: string | null): string | null {
  const parsed = date === null ? null : EdtfDate.parse(date);
  return parsed?.ok ? parsed.value.latest : null;
}

function DisputedTable({ found }: { readonly found: readonly DisputedField[] }) {
  const { t } = useLingui();
  const words = useWords();
  const workspace = useWorkspace();
  const nameOf = useSubjectNames(
    workspace,
    found.map(({ subject }) => subject),
  );
  const addressOf = ({ subject, field }: DisputedField): string => `${subject.kind}:${subject.id}.${field}`;
  const columns: Column<DisputedField>[] = [
    {
      id: 'about',
      header: t`About`,
      value: ({ subject }) => nameOf(subject),
      cell: ({ subject }) => <ClaimSubject subject={subject} name={nameOf(subject)} />,
    },
    { id: 'field', header: t`Field`, value: ({ field }) => words.field(field) },
    {
      id: 'values',
      header: t`What is said`,
      value: ({ claims }) => claims.map(({ value }) => value).join(' | '),
      cell: (row) => (
        <InspectButton id={addressOf(row)}>
          {distinct(row).map((value, index) => (
            <Fragment key={value}>
              {index > 0 && ' ≠ '}
              <ClaimedValue field={row.field} value={value} />
            </Fragment>
          ))}
        </InspectButton>
      ),
    },
    {
      id: 'sources',
      header: t`Sources`,
      value: ({ sources }) => sources.join(', '),
      cell: ({ sources }) =>
        sources.map((key, index) => (
          <Fragment key={key}>
            {index > 0 && ', '}
            <Link to="/w/$workspace/sources/$key" params={{ workspace, key }}>
              {key}
            </Link>
          </Fragment>
        )),
    },
  ];
  return (
    <>
      <DataTable
        caption={t`Discrepancies`}
        columns={columns}
        rows={found}
        rowKey={addressOf}
        filtered
        empty={<Trans>The sources recorded here do not disagree.</Trans>}
      />
      {found.map((row) => (
        <DisputedBody key={addressOf(row)} id={addressOf(row)} row={row} name={nameOf(row.subject)} />
      ))}
    </>
  );
}

const distinct = ({ claims }: DisputedField): readonly string[] => [...new Set(claims.map(({ value }) => value))];

type BodyProps = { readonly id: string; readonly row: DisputedField; readonly name: string };

function DisputedBody({ id, row, name }: BodyProps) {
  const words = useWords();
  const workspace = useWorkspace();
  return (
    <Inspected
      id={id}
      title={
        <>
          <ClaimSubject subject={row.subject} name={name} /> · {words.field(row.field)}
        </>
      }
    >
      <Statements
        statements={row.claims.map((claim) => statementOf(claim, workspace, claim.id === row.taken))}
        disputed
      />
    </Inspected>
  );
}
