import type { ChangeSetAnswer } from '@entente/contract/register';
import { groupedBy } from '@entente/core/kernel';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useWorkspace } from '../../../lib/workspace.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { historyQuery } from '../api/history-queries.ts';
import { useRecordName } from '../api/subject-names.ts';
import { ChangeLine } from '../components/change-line.tsx';
import { HistoryFilters } from '../components/history-filters.tsx';
import classes from '../components/history.module.css';
import { momentWords } from '../../../ui/moment.tsx';
import { type HistorySearch, historySearchFrom } from '../evidence-search.ts';

/** What was changed in the workspace, by whom and why, latest first. */
export function HistoryPage() {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const search = historySearchFrom(useSearch({ strict: false }));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    historyQuery(workspace, search),
  );
  const nameRead = useRecordName(workspace, search.record ?? null);
  usePageTitle(t`History`);
  const changes = data?.pages.flatMap(({ items }) => items) ?? [];
  const [first] = data?.pages ?? [];
  const total = first?.total;
  return (
    <>
      <h1>
        <Trans>History</Trans>
      </h1>
      <HistoryFilters
        search={search}
        recordName={nameIn(changes, search) ?? nameRead}
        actors={first?.actors ?? []}
        commands={first?.commands ?? []}
      />
      {error && !data && <FailureState inline error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={12} />}
      {total !== undefined && (
        <p aria-live="polite">
          <Plural value={total} one="# change" other="# changes" />
        </p>
      )}
      {total === 0 && (
        <p>
          <Trans>Nothing was changed that fits. Widen the dates, or show all.</Trans>
        </p>
      )}
      <Days changes={changes} />
      {hasNextPage && (
        <Button
          className={classes.more}
          variant="default"
          size="xs"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}

/** What the record is called that the history is narrowed to, as far as its changes tell. */
function nameIn(changes: readonly ChangeSetAnswer[], { record }: HistorySearch): string | null {
  const records = changes.flatMap((change) =>
    change.records.flatMap((each) => [each, ...(each.home ? [each.home] : [])]),
  );
  const found = records.find(({ kind, slug, id }) => [`${kind}:${slug}`, `${kind}:${id}`].includes(record ?? ''));
  return found?.name ?? null;
}

function Days({ changes }: { readonly changes: readonly ChangeSetAnswer[] }) {
  const { i18n } = useLingui();
  const days = groupedBy(changes, ({ at }) => momentWords(at, i18n.locale, 'day'));
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-label={day}>
      <h2 className={classes.day}>{day}</h2>
      <ul className={classes.list}>
        {ofDay.map((change) => (
          <ChangeLine key={change.id} change={change} />
        ))}
      </ul>
    </section>
  ));
}
