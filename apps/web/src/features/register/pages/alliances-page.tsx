import type { AllianceAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { firstDay } from '../../../lib/reading.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { DateText, EndText } from '../../../ui/date-text.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { listQuery } from '../api/register-queries.ts';
import { ListFilter, useListFilter } from '../components/list-filter.tsx';
import { AllianceLink, OrganisationLink } from '../components/record-links.tsx';
import { useStandingWords } from '../components/rows/standing-words.ts';

/** Every alliance of the workspace. */
export function AlliancesPage() {
  const { t } = useLingui();
  const words = useWords();
  const workspace = useWorkspace();
  const q = useListFilter();
  const setBack = useStandingWords();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    listQuery(workspace, 'alliances', q),
  );
  usePageTitle(t`Alliances`);
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  const columns: Column<AllianceAnswer>[] = [
    {
      id: 'name',
      header: t`Alliance`,
      value: ({ name }) => name,
      cell: (alliance) => <AllianceLink alliance={alliance} />,
    },
    { id: 'form', header: t`Form`, value: ({ form }) => (form === null ? null : words.term('forms', form)) },
    {
      id: 'venture',
      header: t`Venture company`,
      value: ({ venture }) => venture?.name ?? null,
      cell: ({ venture }) => venture && <OrganisationLink organisation={venture} />,
    },
    {
      id: 'start',
      header: t`Start`,
      value: ({ start }) => firstDay(start),
      cell: ({ start }) => (start === null ? <Trans>unknown</Trans> : <DateText value={start} />),
    },
    {
      id: 'end',
      header: t`End`,
      value: ({ end }) => (end === '..' ? null : firstDay(end)),
      cell: ({ end }) => <EndText value={end} />,
    },
  ];
  return (
    <>
      <h1>
        <Trans>Alliances</Trans>
      </h1>
      <ListFilter />
      {error && !data && <FailureState inline error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && (
        <>
          <p>
            <Trans>
              {rows.length} of {total}
            </Trans>
          </p>
          <DataTable
            caption={t`Alliances`}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            setBack={({ start, end, exists }) => setBack({ from: start, to: end, exists })}
            empty={<Trans>No alliance has this in its name. Try fewer words, or another script.</Trans>}
          />
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
