import type { DiscrepancyPageAnswer } from '@entente/contract/evidence';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SegmentedControl, Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../../lib/use-words.ts';
import type { DiscrepancySearch } from '../evidence-search.ts';
import classes from './history.module.css';
import { RecordFilter } from './record-filter.tsx';

type Props = {
  readonly search: DiscrepancySearch;
  readonly recordName: string | null;
  readonly counts: DiscrepancyPageAnswer['counts'] | null;
};

/** What narrows the discrepancies, with how many there are of each; the address holds it. */
export function DiscrepancyFilters({ search, recordName, counts }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const navigate = useNavigate();
  const keep = (narrowed: { [Name in keyof DiscrepancySearch]?: DiscrepancySearch[Name] | undefined }): void =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...narrowed }), replace: true, resetScroll: false });
  const isNarrowed = Object.keys(search).length > 0;
  const withCount = (label: string, count: number | undefined) =>
    count === undefined ? label : `${label} (${words.count(count)})`;
  const states = [
    { value: 'any', label: t`All` },
    { value: 'true', label: withCount(t`Open`, counts?.open) },
    { value: 'false', label: withCount(t`Settled`, counts?.settled) },
  ];
  const sources = (counts?.sources ?? []).flatMap(({ source: { slug, name }, count }) =>
    slug === null ? [] : [{ value: slug, label: withCount(`${slug} · ${name ?? ''}`, count) }],
  );
  return (
    <search className={classes.filters}>
      <SegmentedControl
        size="xs"
        className={classes.states}
        aria-label={t`Open or settled`}
        data={states}
        value={search.open ?? 'any'}
        onChange={(open) => keep({ open: open === 'true' || open === 'false' ? open : undefined })}
      />
      <RecordFilter
        value={search.record ?? null}
        name={recordName}
        onChange={(record) => keep({ record: record ?? undefined })}
      />
      <Select
        size="xs"
        label={t`Kind of record`}
        placeholder={t`All kinds`}
        clearable
        clearButtonProps={{ 'aria-label': t`All kinds` }}
        data={(counts?.kinds ?? []).map(({ kind, count }) => ({
          value: kind,
          label: withCount(words.term('subjects', kind), count),
        }))}
        value={search.kind ?? null}
        onChange={(kind) => keep({ kind: kind ?? undefined })}
      />
      <Select
        size="xs"
        label={t`Source`}
        placeholder={t`All sources`}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t`All sources` }}
        nothingFoundMessage={t`No source has this name`}
        data={sources}
        value={search.source ?? null}
        onChange={(source) => keep({ source: source ?? undefined })}
      />
      {isNarrowed && (
        <Button
          className={classes.reset}
          size="xs"
          variant="default"
          onClick={() => keep({ record: undefined, kind: undefined, source: undefined, open: undefined })}
        >
          <Trans>Show all</Trans>
        </Button>
      )}
    </search>
  );
}
