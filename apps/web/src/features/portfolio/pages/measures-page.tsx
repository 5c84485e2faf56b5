import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeasuresAnswer } from '@entente/contract/portfolio';
import { keptSearch } from '../../../lib/kept-search.ts';
import { useAsOf } from '../../../lib/as-of.ts';
import { useWords } from '../../../lib/use-words.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { type MeasureSearch, measuresQuery } from '../api/measures-queries.ts';
import { MeasuresInspector } from '../components/measures/inspected-measure.tsx';
import { MeasureControls } from '../components/measures/measure-controls.tsx';
import { GROUP_NAMES, MEASURE_GROUPS, type MeasureGroup } from '../components/measures/measure-groups.ts';
import { useMeasureWords } from '../components/measures/measure-words.ts';
import { MeasuresContext, useMeasuresView } from '../components/measures/measures-view.ts';
import { MeasuresTable } from '../components/measures/measures-table.tsx';
import { SmallMultiple } from '../components/measures/small-multiple.tsx';
import { TableToggle } from '../components/measures/table-toggle.tsx';
import classes from '../components/measures/measures.module.css';
import { PortfolioSections } from '../components/portfolio-sections.tsx';
import { PortfolioTitle } from '../components/portfolio-title.tsx';

const ROUTE = '/w/$workspace/organisations/$slug/portfolio/measures';

/** The measures of a firm's portfolio, year by year. */
export function MeasuresPage() {
  const { t } = useLingui();
  const { workspace, slug } = useParams({ from: ROUTE });
  const { population, sources, level } = useSearch({ from: ROUTE });
  const search: MeasureSearch = {
    ...(population !== undefined && { population }),
    ...(sources !== undefined && { sources }),
    ...(level !== undefined && { level }),
  };
  const firm = { kind: 'organisation', slug } as const;
  const measures = useQuery(measuresQuery({ workspace, search, firm }));
  const name = measures.data?.asked.name;
  usePageTitle(name && t`Measures: ${name}`);
  if (measures.error && measures.data === undefined)
    return <FailureState error={measures.error} onRetry={() => void measures.refetch()} />;
  return (
    <MeasuresContext value={{ workspace, search, firm }}>
      <div className={classes.page} aria-busy={measures.isPlaceholderData}>
        <header>
          <PortfolioTitle firm={name} />
          <PortfolioSections workspace={workspace} slug={slug} />
        </header>
        {measures.data ? <Measured answer={measures.data} search={search} /> : <LoadingState lines={12} />}
      </div>
      <MeasuresInspector />
    </MeasuresContext>
  );
}

type MeasuredProps = { readonly answer: MeasuresAnswer; readonly search: MeasureSearch };

function Measured({ answer, search }: MeasuredProps) {
  const navigate = useNavigate({ from: ROUTE });
  const asOf = useAsOf();
  const [asTable, setAsTable] = useState(false);
  const asked = Number(asOf.day.slice(0, 4));
  const [first, last] = [answer.years[0]?.year, answer.years.at(-1)?.year];
  const year = Math.min(asked, last ?? asked);
  return (
    <>
      <div className={classes.controls}>
        <MeasureControls
          answer={answer}
          search={search}
          onChange={(next) =>
            void navigate({
              search: (before) => ({ ...keptSearch(before), ...next }),
              replace: true,
              resetScroll: false,
            })
          }
        />
        <div className={classes.actions}>
          <EveryFirmLink year={year} />
          {first !== undefined && <TableToggle asTable={asTable} onChange={setAsTable} />}
        </div>
      </div>
      <Facts answer={answer} year={first === undefined || asked < first ? null : year} asked={asked} />
      {first === undefined && (
        <EmptyState title={<Trans>No alliance of this population is known from these sources.</Trans>}>
          <Trans>Choose another population, or all sources.</Trans>
        </EmptyState>
      )}
      {first !== undefined && asked < first && <NotBegun first={first} />}
      {first !== undefined &&
        asked >= first &&
        GROUP_NAMES.map((group) => <Group key={group} group={group} answer={answer} year={year} asTable={asTable} />)}
    </>
  );
}

function EveryFirmLink({ year }: { readonly year: number }) {
  const { workspace, search } = useMeasuresView();
  return (
    <Link
      to="/w/$workspace/firm-years"
      params={{ workspace }}
      search={(before) => ({ ...keptSearch(before), ...search })}
    >
      <Trans>Every firm in {year}</Trans>
    </Link>
  );
}

type FactsProps = { readonly answer: MeasuresAnswer; readonly year: number | null; readonly asked: number };

/** Whom the figures count, and of which day they are. */
function Facts({ answer, year, asked }: FactsProps) {
  const { t } = useLingui();
  const { separator } = useWords();
  const { firm, asked: focal, members, undated } = answer;
  const names = members.map((member) => member.name).join(separator);
  return (
    <p className={classes.facts}>
      {year !== null && <Trans>Values stand on 31 December {year}.</Trans>}{' '}
      {year !== null && year < asked && <Trans>The record ends with that year.</Trans>}{' '}
      {firm.kind === 'house' && focal.kind !== 'house' && t`Counted is ${firm.name} with ${names}.`}{' '}
      {undated > 0 && (
        <Plural
          value={undated}
          one="# membership without a beginning stands outside all years."
          other="# memberships without a beginning stand outside all years."
        />
      )}
    </p>
  );
}

function NotBegun({ first }: { readonly first: number }) {
  const { workspace } = useMeasuresView();
  const { slug } = useParams({ from: ROUTE });
  return (
    <EmptyState
      title={<Trans>On this date the portfolio has not begun.</Trans>}
      action={
        <Link to={ROUTE} params={{ workspace, slug }} search={(before) => ({ ...before, asOf: String(first) })}>
          <Trans>Read it as of {first}</Trans>
        </Link>
      }
    >
      <Trans>Its first alliance was formed in {first}.</Trans>
    </EmptyState>
  );
}

type GroupProps = {
  readonly group: MeasureGroup;
  readonly answer: MeasuresAnswer;
  readonly year: number;
  readonly asTable: boolean;
};

function Group({ group, answer, year, asTable }: GroupProps) {
  const words = useMeasureWords();
  return (
    <Section id={group} title={words.group(group)}>
      {asTable ? (
        <MeasuresTable group={group} answer={answer} year={year} />
      ) : (
        <div className={classes.multiples}>
          {MEASURE_GROUPS[group].map((measure) => (
            <SmallMultiple
              key={measure}
              measure={measure}
              unit={answer.columns.find(({ name }) => name === measure)?.unit ?? 'number'}
              values={answer.years.map((each) => ({ year: each.year, value: each.values[measure] }))}
              year={year}
            />
          ))}
        </div>
      )}
    </Section>
  );
}
