import type { SegmentationAnswer } from '@entente/contract/portfolio';
import { LEVELS, POPULATIONS } from '@entente/core/portfolio';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { keptSearch } from '../../../lib/kept-search.ts';
import { useAsOf } from '../../../lib/as-of.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState } from '../../../ui/states.tsx';
import type { MeasureSearch } from '../api/measures-queries.ts';
import { segmentationQuery } from '../api/segmentation-query.ts';
import { PortfolioSections } from '../components/portfolio-sections.tsx';
import { PortfolioTitle } from '../components/portfolio-title.tsx';
import { PortfolioSkeleton } from '../components/portfolio-skeleton.tsx';
import { CollisionList } from '../components/segmentation/collision-list.tsx';
import { CollisionMatrix } from '../components/segmentation/collision-matrix.tsx';
import { DivertList } from '../components/segmentation/divert-list.tsx';
import { ExclusivityList } from '../components/segmentation/exclusivity-list.tsx';
import { IndexHead } from '../components/segmentation/index-head.tsx';
import { SegmentationContext } from '../components/segmentation/segmentation-context.ts';
import { SegmentationInspector } from '../components/segmentation/segmentation-inspector.tsx';
import { SourcesControl } from '../components/sources-control.tsx';
import { useSegmentationWords } from '../components/segmentation/segmentation-words.ts';
import { SupplySection } from '../components/segmentation/supply-table.tsx';
import { usePortfolioWords } from '../components/words.ts';
import segmentation from '../components/segmentation/segmentation.module.css';
import classes from './portfolio-page.module.css';

const ROUTE = '/w/$workspace/organisations/$slug/portfolio/segmentation';

/** Where the firm's alliances collide, who else supplies its resources, and which partners divert. */
export function SegmentationPage() {
  const { t } = useLingui();
  const { workspace, slug } = useParams({ from: ROUTE });
  const { population, level, sources } = useSearch({ from: ROUTE });
  const asOf = useAsOf();
  const search = { ...(population && { population }), ...(level && { level }), ...(sources && { sources }) };
  const { data, error, refetch, isPlaceholderData } = useQuery(
    segmentationQuery({ workspace, firm: slug, search, asOf: asOf.text ?? asOf.day }),
  );
  const firm = data?.name;
  usePageTitle(firm && t`Segmentation: ${firm}`);
  // The same with all sources, when some were chosen: to say where that differs.
  const { sources: _chosen, ...ofAll } = search;
  const all = useQuery({
    ...segmentationQuery({ workspace, firm: slug, search: ofAll, asOf: asOf.text ?? asOf.day }),
    enabled: sources !== undefined,
  }).data;
  return (
    <div className={classes.page} aria-busy={isPlaceholderData}>
      <PortfolioTitle firm={firm} />
      <PortfolioSections workspace={workspace} slug={slug} />
      {error && <FailureState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PortfolioSkeleton />}
      {data && (
        <SegmentationContext value={{ workspace, answer: data }}>
          <div className={classes.reading} data-stale={isPlaceholderData || undefined}>
            <IndexHead />
            <Choices answer={data} search={search} />
            {sources !== undefined && all && <AllSources chosen={data} all={all} />}
            <div className={classes.part}>
              <CollisionList />
            </div>
            <div className={classes.part}>
              <ExclusivityList />
            </div>
            <div className={classes.part}>
              <CollisionMatrix />
            </div>
            <div className={classes.part}>
              <DivertList />
            </div>
            <div className={classes.part}>
              <SupplySection />
            </div>
          </div>
          <SegmentationInspector />
        </SegmentationContext>
      )}
    </div>
  );
}

type ChoicesProps = { readonly answer: SegmentationAnswer; readonly search: MeasureSearch };

/** Which alliances are read, by which sources, and how partners are told apart; the address holds all three. */
function Choices({ answer, search }: ChoicesProps) {
  const { t } = useLingui();
  const words = usePortfolioWords();
  const navigate = useNavigate({ from: ROUTE });
  const choose = (next: MeasureSearch): void =>
    void navigate({
      search: (before) => ({ ...keptSearch(before), ...next }),
      replace: true,
      resetScroll: false,
    });
  const levels = { house: t`houses (business groups)`, organisation: t`organisations one by one` };
  return (
    <div className={segmentation.choices}>
      <NativeSelect
        size="xs"
        label={t`Which alliances`}
        value={answer.population}
        data={POPULATIONS.map((value) => ({ value, label: words.population(value) }))}
        onChange={(event) => choose({ ...search, population: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={t`Partners are told apart as`}
        value={answer.level}
        data={LEVELS.map((value) => ({ value, label: levels[value] }))}
        onChange={(event) => choose({ ...search, level: event.currentTarget.value })}
      />
      <SourcesControl sources={answer.choosable} search={search} onChange={choose} />
    </div>
  );
}

type AllSourcesProps = Readonly<Record<'chosen' | 'all', SegmentationAnswer>>;

/** What all sources together say, beside what the chosen ones do. */
function AllSources({ chosen, all }: AllSourcesProps) {
  const words = useSegmentationWords();
  const { pairs, certain, possible, index } = all;
  const isSame = pairs === chosen.pairs && certain === chosen.certain && possible === chosen.possible;
  if (isSame)
    return (
      <p className={segmentation.same}>
        <Trans>With all sources the pairs and collisions are the same in number.</Trans>
      </p>
    );
  const interval = index === null ? '–' : words.interval(index);
  return (
    <p className={segmentation.differs}>
      <span aria-hidden="true">▲ </span>
      <Trans>
        With all sources there <Plural value={pairs} one="is # pair" other="are # pairs" />:{' '}
        <Plural
          value={certain}
          _0="none collides for certain"
          one="# collides for certain"
          other="# collide for certain"
        />
        , <Plural value={possible} _0="none may" one="# may" other="# may" />; the index is {interval}.
      </Trans>
    </p>
  );
}
