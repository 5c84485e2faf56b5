import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useAllianceName } from '../../../lib/alliance-link.ts';
import { useAsOf } from '../../../lib/as-of.ts';
import { papersOfQuery } from '../../../lib/papers.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { RoomHead } from '../../../ui/paper/room-head.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { CourseSection } from '../components/course/course-section.tsx';
import { HealthSection } from '../components/health/health-section.tsx';
import { MetricsSection } from '../components/metrics/metrics-section.tsx';
import { EvaluationContext } from '../components/room-context.ts';

const KINDS = ['metric', 'action', 'course-decision'] as const;

/** How an alliance does: by its figures, and what was decided on them. */
export function EvaluationPage() {
  const { t } = useLingui();
  const { workspace, slug } = useParams({ from: '/w/$workspace/alliances/$slug/evaluation' });
  const { day } = useAsOf();
  const { name, error, refetch } = useAllianceName(slug);
  const papers = useQuery(papersOfQuery(workspace, slug, KINDS));
  usePageTitle(name && t`Evaluation: ${name}`);
  const failed = error ?? papers.error;
  if (failed && (name === null || !papers.data))
    return (
      <FailureState
        error={failed}
        onRetry={() => {
          refetch();
          void papers.refetch();
        }}
      />
    );
  if (name === null || !papers.data) return <LoadingState lines={12} />;
  const { items, abilities } = papers.data;
  return (
    <EvaluationContext value={{ slug, papers: items, canAdd: abilities.add, day }}>
      <RoomHead
        slug={slug}
        name={name}
        title={<Trans>Evaluation</Trans>}
        lead={<Trans>How the alliance does, by its figures, and what is decided on them.</Trans>}
      />
      <MetricsSection />
      <HealthSection />
      <CourseSection />
    </EvaluationContext>
  );
}
