import type { WorkspaceDiscrepancy } from '@entente/contract/evidence';
import { groupedBy } from '@entente/core/kernel';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { discrepanciesQuery } from '../api/discrepancy-queries.ts';
import { useRecordName } from '../api/subject-names.ts';
import { DiscrepancyFilters } from '../components/discrepancy-filters.tsx';
import { DiscrepancyItem } from '../components/discrepancy-item.tsx';
import classes from '../components/history.module.css';
import { RecordLink } from '../components/record-name.tsx';
import { type DiscrepancySearch, discrepancySearchFrom } from '../evidence-search.ts';

/** Every field of the workspace on which sources disagree, record by record, to be settled with a reason. */
export function DiscrepanciesPage() {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const search = discrepancySearchFrom(useSearch({ strict: false }));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    discrepanciesQuery(workspace, search),
  );
  const nameRead = useRecordName(workspace, search.record ?? null);
  usePageTitle(t`Discrepancies`);
  const found = data?.pages.flatMap(({ items }) => items) ?? [];
  const [first] = data?.pages ?? [];
  const total = first?.total;
  return (
    <>
      <h1>
        <Trans>Discrepancies</Trans>
      </h1>
      <p className={classes.lead}>
        <Trans>
          Fields on which sources disagree. All claims stand; the register takes one by rank, date of the document, and
          order. Prefer one to settle it.
        </Trans>
      </p>
      <DiscrepancyFilters
        search={search}
        recordName={nameIn(found, search) ?? nameRead}
        counts={first?.counts ?? null}
      />
      {error && !data && <FailureState inline error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={12} />}
      {total !== undefined && (
        <p aria-live="polite">
          <Plural value={total} one="# discrepancy" other="# discrepancies" />
        </p>
      )}
      {total === 0 && (
        <p>
          <Trans>The sources recorded here do not disagree.</Trans>
        </p>
      )}
      <ByRecord found={found} />
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

/** What the record is called that the list is narrowed to, as far as the list tells. */
function nameIn(found: readonly WorkspaceDiscrepancy[], { record }: DiscrepancySearch): string | null {
  const records = found.flatMap(({ subject }) => [subject, ...(subject.home ? [subject.home] : [])]);
  const named = records.find(({ kind, slug, id }) => [`${kind}:${slug}`, `${kind}:${id}`].includes(record ?? ''));
  return named?.name ?? null;
}

function ByRecord({ found }: { readonly found: readonly WorkspaceDiscrepancy[] }) {
  const words = useWords();
  const groups = groupedBy(found, ({ subject }) => (subject.home ?? subject).id);
  return [...groups].map(([id, group]) => {
    const [first] = group;
    const home = first && (first.subject.home ?? first.subject);
    return (
      home && (
        <section key={id} aria-labelledby={`record-${id}`}>
          <h2 className={classes.record} id={`record-${id}`}>
            {words.term('subjects', home.kind)} <RecordLink record={home} />
          </h2>
          <ul className={classes.list}>
            {group.map((discrepancy) => (
              <DiscrepancyItem key={`${discrepancy.subject.id} ${discrepancy.field}`} discrepancy={discrepancy} />
            ))}
          </ul>
        </section>
      )
    );
  });
}
