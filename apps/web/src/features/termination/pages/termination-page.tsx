import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useAllianceName } from '../../../lib/alliance-link.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { RoomHead } from '../../../ui/paper/room-head.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { CompletionSection } from '../components/completion-section.tsx';
import { ExitPlanSection } from '../components/exit-plan-section.tsx';
import { LessonsSection } from '../components/lessons-section.tsx';

/** Termination of an alliance: how it would be left, what came of it, and what it teaches. */
export function TerminationPage() {
  const { t } = useLingui();
  const { slug } = useParams({ from: '/w/$workspace/alliances/$slug/termination' });
  const { name, error, refetch } = useAllianceName(slug);
  usePageTitle(name && t`Termination: ${name}`);
  if (error && name === null) return <FailureState error={error} onRetry={refetch} />;
  if (name === null) return <LoadingState lines={12} />;
  return (
    <>
      <RoomHead
        slug={slug}
        name={name}
        title={<Trans>Termination</Trans>}
        lead={<Trans>The plan is never shown to a partner.</Trans>}
      />
      <ExitPlanSection slug={slug} />
      <CompletionSection slug={slug} />
      <LessonsSection slug={slug} />
    </>
  );
}
