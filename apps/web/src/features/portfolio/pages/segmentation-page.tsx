import { LEVELS, POPULATIONS } from '@entente/core/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useAsOf } from '../../../lib/as-of.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState } from '../../../ui/states.tsx';
import { segmentationQuery } from '../api/segmentation-query.ts';
import { PortfolioSections } from '../components/portfolio-sections.tsx';
import { PortfolioSkeleton } from '../components/portfolio-skeleton.tsx';
import { CollisionList } from '../components/segmentation/collision-list.tsx';
import { CollisionMatrix } from '../components/segmentation/collision-matrix.tsx';
import { DivertList } from '../components/segmentation/divert-list.tsx';
import { IndexHead } from '../components/segmentation/index-head.tsx';
import { SegmentationContext } from '../components/segmentation/segmentation-context.ts';
import { SegmentationInspector } from '../components/segmentation/segmentation-inspector.tsx';
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
  return (
    <div className={classes.page} aria-busy={isPlaceholderData}>
      <h1>
        <Trans>Segmentation</Trans> <span style={{ fontWeight: 400 }}>{firm}</span>
      </h1>
      <PortfolioSections workspace={workspace} slug={slug} />
      {error && <FailureState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PortfolioSkeleton />}
      {data && (
        <SegmentationContext value={{ workspace, answer: data }}>
          <div className={classes.reading} data-stale={isPlaceholderData || undefined}>
            <IndexHead />
            <Choices population={data.population} level={data.level} />
            <div className={classes.part}>
              <CollisionList />
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

type ChoicesProps = { readonly population: (typeof POPULATIONS)[number]; readonly level: (typeof LEVELS)[number] };

/** Which alliances are read, and how partners are told apart; the address holds both. */
function Choices({ population, level }: ChoicesProps) {
  const { t } = useLingui();
  const words = usePortfolioWords();
  const navigate = useNavigate({ from: ROUTE });
  const choose = (change: { population?: string; level?: string }): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const levels = { house: t`houses (business groups)`, organisation: t`organisations one by one` };
  return (
    <div className={segmentation.choices}>
      <NativeSelect
        size="xs"
        label={t`Which alliances`}
        value={population}
        data={POPULATIONS.map((value) => ({ value, label: words.population(value) }))}
        onChange={(event) => choose({ population: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={t`Partners are told apart as`}
        value={level}
        data={LEVELS.map((value) => ({ value, label: levels[value] }))}
        onChange={(event) => choose({ level: event.currentTarget.value })}
      />
    </div>
  );
}
