import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { today, useAsOf } from '../../../lib/as-of.ts';
import { papersOfQuery } from '../../../lib/papers.ts';
import { AllianceRooms } from '../../../ui/alliance-rooms.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { allianceQuery, partiesQuery } from '../api/management-requests.ts';
import { ActionsSection } from '../components/actions/actions-section.tsx';
import { ContactSection } from '../components/contact-section.tsx';
import { type Dossier, DossierContext } from '../components/dossier-context.ts';
import { HandOverSection } from '../components/hand-over/hand-over-section.tsx';
import { IssuesSection } from '../components/issues/issues-section.tsx';
import classes from '../components/management.module.css';
import { CalendarLink, RecordedAllianceLink, WorkloadLink } from '../components/management-links.tsx';
import { MeetingsSection } from '../components/meetings/meetings-section.tsx';

const KINDS = ['meeting', 'action', 'issue', 'hand-over'] as const;

/** The day-to-day of one alliance: meetings, actions, issues, the launch, and how long ago the sides met. */
export function ManagementPage() {
  const { t } = useLingui();
  const { workspace, slug } = useParams({ from: '/w/$workspace/alliances/$slug/management' });
  const { day } = useAsOf();
  const alliance = useQuery(allianceQuery(workspace, slug));
  const papers = useQuery(papersOfQuery(workspace, slug, KINDS));
  const parties = useQuery(partiesQuery(workspace, slug));
  const name = alliance.data?.name ?? slug;
  usePageTitle(alliance.data && t`Management: ${name}`);
  const error = alliance.error ?? papers.error;
  if (error && !(alliance.data && papers.data))
    return (
      <FailureState
        error={error}
        onRetry={() => {
          void alliance.refetch();
          void papers.refetch();
        }}
      />
    );
  if (!alliance.data || !papers.data) return <LoadingState lines={12} />;
  const dossier: Dossier = {
    slug,
    parties: parties.data ?? [],
    papers: papers.data.items,
    canAdd: papers.data.abilities.add,
    day,
    today: today(),
  };
  return (
    <DossierContext value={dossier}>
      <h1>
        <Trans context="of an alliance">Management</Trans>{' '}
        <RecordedAllianceLink slug={slug}>{name}</RecordedAllianceLink>
      </h1>
      <AllianceRooms slug={slug} />
      <p className={classes.lead}>
        <CalendarLink>
          <Trans>Calendar of all alliances</Trans>
        </CalendarLink>
        {' · '}
        <WorkloadLink>
          <Trans>Workload</Trans>
        </WorkloadLink>
      </p>
      <ContactSection />
      <MeetingsSection />
      <ActionsSection />
      <IssuesSection />
      <HandOverSection />
    </DossierContext>
  );
}
