import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PortfolioAnswer } from '@entente/contract/portfolio';
import { useAsOf } from '../../../lib/as-of.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState } from '../../../ui/states.tsx';
import { type PortfolioRequest, portfolioQuery } from '../api/portfolio-queries.ts';
import { BeforeFirst } from '../components/before-first.tsx';
import { ConfigurationPlane } from '../components/configuration/configuration-plane.tsx';
import { isYearEnd, type Reading, readingOn } from '../components/configuration/reading.ts';
import { FindingsStrip } from '../components/findings/findings-strip.tsx';
import { EmptyPortfolio } from '../components/empty-portfolio.tsx';
import { LabelReasons } from '../components/explanation/label-reasons.tsx';
import { PortfolioInspector } from '../components/explanation/portfolio-inspector.tsx';
import { PortfolioHead } from '../components/head/portfolio-head.tsx';
import { MilestonesFigure } from '../components/milestones/milestones-figure.tsx';
import { MovesSection } from '../components/moves/moves-section.tsx';
import { ParametersDrawer } from '../components/parameters/parameters-drawer.tsx';
import { areDefaults, type Parameters, parametersFrom, searchOf } from '../components/parameters/parameters.ts';
import { SameOnCommandLine } from '../components/parameters/same-on-command-line.tsx';
import { SourceComparison } from '../components/parameters/source-comparison.tsx';
import { PortfolioContext, usePortfolioView } from '../components/portfolio-context.ts';
import { PortfolioSkeleton } from '../components/portfolio-skeleton.tsx';
import { PortfolioTitle } from '../components/portfolio-title.tsx';
import { PortfolioWarnings } from '../components/portfolio-warnings.tsx';
import classes from './portfolio-page.module.css';

const ROUTE = '/w/$workspace/organisations/$slug/portfolio';

/** Where a firm's alliance portfolio stands, how it got there, and how sure that is. */
export function PortfolioPage() {
  const { t } = useLingui();
  const { workspace, slug } = useParams({ from: ROUTE });
  const search = useSearch({ from: ROUTE });
  const parameters = parametersFrom(search);
  const asOf = useAsOf();
  const request: PortfolioRequest = { workspace, firm: slug, search: searchOf(parameters), asOf: null };
  const whole = useQuery(portfolioQuery(request));
  const needsExact = asOf.text !== null && !isYearEnd(asOf.day);
  const exact = useQuery({ ...portfolioQuery({ ...request, asOf: asOf.text }), enabled: needsExact });
  const everySource = useAllSources(request, parameters);
  const firm = whole.data?.names.organisations[whole.data.report.focal];
  usePageTitle(firm && t`Portfolio: ${firm}`);

  if (whole.data === undefined) {
    if (whole.error) return <FailureState error={whole.error} onRetry={() => void whole.refetch()} />;
    return (
      <>
        <PortfolioTitle firm={undefined} />
        <PortfolioSkeleton />
      </>
    );
  }
  const read = (answer: PortfolioAnswer | undefined): Reading | null =>
    answer ? readingOn(answer.report, null, asOf.day) : null;
  const reading = readingOn(whole.data.report, needsExact ? (exact.data?.report ?? null) : null, asOf.day);
  const error = whole.error ?? (needsExact ? exact.error : null);
  return (
    <PortfolioContext value={{ workspace, firm: slug, answer: whole.data, reading, asOf: asOf.text, day: asOf.day }}>
      {error && (
        <FailureState
          error={error}
          onRetry={() => void Promise.all([whole.refetch(), needsExact && exact.refetch()])}
        />
      )}
      <PortfolioParts
        parameters={parameters}
        reading={reading}
        everySource={read(everySource)}
        stale={whole.isPlaceholderData || (needsExact && exact.isPlaceholderData)}
      />
    </PortfolioContext>
  );
}

/** The same reading with all sources, when some were chosen: to say where that differs. */
function useAllSources(request: PortfolioRequest, parameters: Parameters): PortfolioAnswer | undefined {
  const search = searchOf({ ...parameters, sources: null });
  return useQuery({ ...portfolioQuery({ ...request, search }), enabled: parameters.sources !== null }).data;
}

type PartsProps = {
  readonly parameters: Parameters;
  readonly reading: Reading | null;
  readonly everySource: Reading | null;
  readonly stale: boolean;
};

function PortfolioParts({ parameters, reading, everySource, stale }: PartsProps) {
  const navigate = useNavigate({ from: ROUTE });
  const [adjusting, setAdjusting] = useState(false);
  const change = (next: Parameters): void =>
    void navigate({
      search: ({ asOf, focal }) => ({ ...(asOf && { asOf }), ...(focal && { focal }), ...searchOf(next) }),
      replace: true,
      resetScroll: false,
    });
  const comparison = parameters.sources !== null && <SourceComparison chosen={reading} all={everySource} />;
  const differs =
    everySource !== null && parameters.sources !== null && everySource.entry.label !== reading?.entry.label;
  return (
    <div className={classes.page} aria-busy={stale}>
      <PortfolioHead reading={reading} adjusted={!areDefaults(parameters)} onParameters={() => setAdjusting(true)} />
      {differs && <div className={classes.notice}>{comparison}</div>}
      <div className={classes.reading} data-stale={stale || undefined}>
        <Body parameters={parameters} reading={reading} onChange={change} />
      </div>
      <SameOnCommandLine parameters={parameters} />
      <ParametersDrawer
        opened={adjusting}
        onClose={() => setAdjusting(false)}
        parameters={parameters}
        onChange={change}
        sourceComparison={comparison}
      />
      <PortfolioInspector />
    </div>
  );
}

type BodyProps = {
  readonly parameters: Parameters;
  readonly reading: Reading | null;
  readonly onChange: (parameters: Parameters) => void;
};

function Body({ parameters, reading, onChange }: BodyProps) {
  const { answer, workspace, firm, asOf, day } = usePortfolioView();
  const { report, milestones } = answer;
  const hasPath = report.path.length > 0;
  return (
    <>
      <PortfolioWarnings warnings={report.warnings.filter(({ code }) => code !== 'no-alliances')} />
      {!hasPath && <EmptyPortfolio parameters={parameters} onChange={onChange} />}
      {hasPath && reading === null && <BeforeFirst />}
      {reading && (
        <div className={classes.standing}>
          <ConfigurationPlane reading={reading} />
          <LabelReasons reading={reading} />
        </div>
      )}
      {milestones.lanes.length > 0 && (
        <div className={classes.part}>
          <MilestonesFigure />
        </div>
      )}
      {hasPath && (
        <div className={classes.part}>
          <MovesSection />
        </div>
      )}
      {reading && (
        <div className={classes.part}>
          <FindingsStrip workspace={workspace} firm={firm} search={searchOf(parameters)} asOf={asOf ?? day} />
        </div>
      )}
    </>
  );
}
