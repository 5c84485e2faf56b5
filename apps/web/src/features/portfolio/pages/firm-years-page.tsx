import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { FirmYearsAnswer } from '@entente/contract/portfolio';
import { keptSearch } from '../../../lib/kept-search.ts';
import { useAsOf } from '../../../lib/as-of.ts';
import { useWords } from '../../../lib/use-words.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { firmYearsQuery, type MeasureSearch, panelAddress } from '../api/measures-queries.ts';
import { downloadText } from '../components/download.ts';
import { firmYearsCsv } from '../components/measures/firm-years-csv.ts';
import { FirmYearsTable } from '../components/measures/firm-years-table.tsx';
import { MeasuresInspector } from '../components/measures/inspected-measure.tsx';
import { MeasureControls } from '../components/measures/measure-controls.tsx';
import { GROUP_NAMES } from '../components/measures/measure-groups.ts';
import { useMeasureWords } from '../components/measures/measure-words.ts';
import { MeasuresContext } from '../components/measures/measures-view.ts';
import classes from '../components/measures/measures.module.css';

const ROUTE = '/w/$workspace/firm-years';

/** The portfolio measures of every firm in the year of the date. */
export function FirmYearsPage() {
  const { t } = useLingui();
  const { workspace } = useParams({ from: ROUTE });
  const { population, sources, level, group = 'size' } = useSearch({ from: ROUTE });
  const navigate = useNavigate({ from: ROUTE });
  const year = Number(useAsOf().day.slice(0, 4));
  const words = useMeasureWords();
  const search: MeasureSearch = {
    ...(population !== undefined && { population }),
    ...(sources !== undefined && { sources }),
    ...(level !== undefined && { level }),
  };
  const firms = useQuery(firmYearsQuery({ workspace, search, year }));
  usePageTitle(t`Every firm in ${year}`);
  if (firms.error && firms.data === undefined)
    return <FailureState error={firms.error} onRetry={() => void firms.refetch()} />;
  const go = (next: MeasureSearch & { readonly group?: typeof group }): void =>
    void navigate({ search: (before) => ({ ...keptSearch(before), ...next }), replace: true, resetScroll: false });
  return (
    <MeasuresContext value={{ workspace, search, firm: null }}>
      <div className={classes.page} aria-busy={firms.isPlaceholderData}>
        <h1>
          <Trans>Every firm in {year}</Trans>
        </h1>
        {firms.data === undefined ? (
          <LoadingState lines={12} />
        ) : (
          <>
            <div className={classes.controls}>
              <MeasureControls answer={firms.data} search={search} onChange={(next) => go({ ...next, group })} />
              <Files workspace={workspace} search={search} answer={firms.data} />
            </div>
            <Told answer={firms.data} />
            <SegmentedControl
              className={classes.groups}
              size="xs"
              aria-label={t`Measures shown`}
              value={group}
              data={GROUP_NAMES.map((value) => ({ value, label: words.group(value) }))}
              onChange={(value) => go({ ...search, group: GROUP_NAMES.find((each) => each === value) ?? 'size' })}
            />
            {firms.data.total === 0 ? (
              <EmptyState title={<Trans>No firm has had an alliance of this population by {year}.</Trans>}>
                <Trans>Choose a later date, another population, or all sources.</Trans>
              </EmptyState>
            ) : (
              <FirmYearsTable answer={firms.data} group={group} />
            )}
          </>
        )}
      </div>
      <MeasuresInspector />
    </MeasuresContext>
  );
}

type FilesProps = { readonly workspace: string; readonly search: MeasureSearch; readonly answer: FirmYearsAnswer };

function Files({ workspace, search, answer }: FilesProps) {
  const { year } = answer;
  return (
    <div className={classes.actions}>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        fw={400}
        onClick={() => downloadText(`firms-${year}.csv`, 'text/csv', firmYearsCsv(answer))}
      >
        <Trans>Save {year} as CSV</Trans>
      </Button>
      <a href={panelAddress(workspace, search, 'csv')} download>
        <Trans>All years as CSV</Trans>
      </a>
      <a href={panelAddress(workspace, search, 'parquet')} download>
        <Trans>All years as Parquet</Trans>
      </a>
    </div>
  );
}

function Told({ answer }: { readonly answer: FirmYearsAnswer }) {
  const terms = useWords();
  const { year, total, firms } = answer;
  const [shown, all] = [terms.count(firms.length), terms.count(total)];
  return (
    <p className={classes.facts}>
      <Trans>Values stand on 31 December {year}.</Trans>{' '}
      {firms.length < total ? (
        <Trans>
          The {shown} with most alliances of {all}; the file of all years holds every one.
        </Trans>
      ) : (
        <Plural value={total} one="# firm" other="# firms" />
      )}
    </p>
  );
}
