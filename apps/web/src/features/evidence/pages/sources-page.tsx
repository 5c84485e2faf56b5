import type { SourceAnswer } from '@entente/contract/evidence';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { firstDay } from '../../../lib/reading.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { sourcesQuery } from '../api/evidence-queries.ts';

/** The documents that the workspace's facts stand on. */
export function SourcesPage() {
  const { t } = useLingui();
  const words = useWords();
  const workspace = useWorkspace();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    sourcesQuery(workspace, ''),
  );
  usePageTitle(t`Sources`);
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  const rows = data.pages.flatMap(({ items }) => items);
  const columns: Column<SourceAnswer>[] = [
    { id: 'key', header: t`Key`, value: ({ key }) => key },
    {
      id: 'title',
      header: t`Title`,
      value: ({ title }) => title,
      cell: ({ key, title, language }) => (
        <Link to="/w/$workspace/sources/$key" params={{ workspace, key }}>
          <span lang={language ?? undefined}>{title}</span>
        </Link>
      ),
    },
    { id: 'authors', header: t`Authors`, value: ({ authors }) => authors.join('; ') },
    { id: 'kind', header: t`Kind`, value: ({ kind }) => words.term('sourceKinds', kind) },
    {
      id: 'date',
      header: t`Date`,
      value: ({ date }) => firstDay(date),
      cell: ({ date }) => (date === null ? null : <DateText value={date} />),
    },
  ];
  return (
    <>
      <h1>
        <Trans>Sources</Trans>
      </h1>
      <DataTable caption={t`Sources`} columns={columns} rows={rows} rowKey={({ id }) => id} filtered />
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}
