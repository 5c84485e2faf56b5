import { type AccessClass, ROLE_CLASSES } from '@entente/core/accounts';
import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useAllianceName } from '../../../lib/alliance-link.ts';
import { useOwnWorkspace } from '../../../lib/workspaces.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import classes from '../../../dossier/paper.module.css';
import { RoomHead } from '../../../dossier/room-head.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { CompletionSection } from '../components/completion-section.tsx';
import { ExitPlanSection } from '../components/exit-plan-section.tsx';
import { LessonsSection } from '../components/lessons-section.tsx';

/** Termination of an alliance: how it would be left, what came of it, and what it teaches. */
export function TerminationPage() {
  const { t } = useLingui();
  const { slug } = useParams({ from: '/w/$workspace/alliances/$slug/termination' });
  const { name, error, refetch } = useAllianceName(slug);
  const own = useOwnWorkspace();
  usePageTitle(name && t`Termination: ${name}`);
  if (error && name === null) return <FailureState error={error} onRetry={refetch} />;
  if (name === null || own === null) return <LoadingState lines={12} />;
  const mayReadPlan = (ROLE_CLASSES[own.role] as readonly AccessClass[]).includes('NEVER');
  return (
    <>
      <RoomHead
        slug={slug}
        name={name}
        title={<Trans>Termination</Trans>}
        lead={<Trans>How the alliance would be left, what came of it, and what it teaches.</Trans>}
      />
      <p className={classes.quiet}>
        <Trans>
          The plan is read by owners, administrators and managers of this workspace alone, and never by anybody of the
          partner’s side.
        </Trans>
      </p>
      {mayReadPlan && <ExitPlanSection slug={slug} />}
      <CompletionSection slug={slug} />
      <LessonsSection slug={slug} />
    </>
  );
}
