import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { DossierPage } from '../../../dossier/dossier-page.tsx';
import { CourseSection } from '../components/course/course-section.tsx';
import { HealthSection } from '../components/health/health-section.tsx';
import { MetricsSection } from '../components/metrics/metrics-section.tsx';

const KINDS = ['metric', 'action', 'course-decision'] as const;

/** How an alliance does: by its figures, and what was decided on them. */
export function EvaluationPage() {
  const { t } = useLingui();
  const { slug } = useParams({ from: '/w/$workspace/alliances/$slug/evaluation' });
  return (
    <DossierPage
      slug={slug}
      kinds={KINDS}
      title={<Trans>Evaluation</Trans>}
      titleOf={(name) => t`Evaluation: ${name}`}
      lead={<Trans>How the alliance does, by its figures, and what is decided on them.</Trans>}
    >
      <MetricsSection />
      <HealthSection />
      <CourseSection />
    </DossierPage>
  );
}
