import type { OrganisationAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { firstDay } from '../../../lib/reading.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { listQuery } from '../api/register-queries.ts';
import { ListFilter, useListFilter } from '../components/list-filter.tsx';
import { OrganisationLink } from '../components/record-links.tsx';
import { useComingWords } from '../components/rows/standing-words.ts';

/** Every organisation of the workspace: partners, ventures, and those they deal with. */
export function PartnersPage() {
  const { t } = useLingui();
  const words = useWords();
  const workspace = useWorkspace();
  const q = useListFilter();
  const coming = useComingWords();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    listQuery(workspace, 'organisations', q),
  );
  usePageTitle(t`Partners`);
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  const columns: Column<OrganisationAnswer>[] = [
    {
      id: 'name',
      header: t`Organisation`,
      value: ({ name }) => name,
      cell: (organisation) => <OrganisationLink organisation={organisation} />,
    },
    {
      id: 'kind',
      header: t`Kind`,
      value: ({ kind }) => (kind === null ? null : words.term('organisationKinds', kind)),
    },
    { id: 'country', header: t`Country`, value: ({ country }) => (country === null ? null : words.country(country)) },
    { id: 'place', header: t`Head office`, value: ({ place }) => place },
    {
      id: 'founded',
      header: t`Founded`,
      value: ({ founded }) => firstDay(founded),
      cell: ({ founded }) => (founded === null ? null : <DateText value={founded} />),
    },
  ];
  return (
    <>
      <h1>
        <Trans>Partners</Trans>
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
            caption={t`Partners`}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            setBack={({ founded }) => coming(founded)}
            empty={<Trans>No organisation has this in its names. Try fewer words, or another script.</Trans>}
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
