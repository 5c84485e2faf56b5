import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { DossierPage } from '../../../dossier/dossier-page.tsx';
import { ActionsSection } from '../components/actions/actions-section.tsx';
import { ContactSection } from '../components/contact-section.tsx';
import { HandOverSection } from '../components/hand-over/hand-over-section.tsx';
import { IssuesSection } from '../components/issues/issues-section.tsx';
import { CalendarLink, WorkloadLink } from '../components/management-links.tsx';
import { MeetingsSection } from '../components/meetings/meetings-section.tsx';

const KINDS = ['meeting', 'action', 'issue', 'hand-over'] as const;

/** The day-to-day of one alliance: meetings, actions, issues, the launch, and how long ago the sides met. */
export function ManagementPage() {
  const { t } = useLingui();
  const { slug } = useParams({ from: '/w/$workspace/alliances/$slug/management' });
  return (
    <DossierPage
      slug={slug}
      kinds={KINDS}
      title={<Trans context="of an alliance">Management</Trans>}
      titleOf={(name) => t`Management: ${name}`}
      lead={
        <>
          <CalendarLink>
            <Trans>Calendar of all alliances</Trans>
          </CalendarLink>
          {' · '}
          <WorkloadLink>
            <Trans>Workload</Trans>
          </WorkloadLink>
        </>
      }
    >
      <ContactSection />
      <MeetingsSection />
      <ActionsSection />
      <IssuesSection />
      <HandOverSection />
    </DossierPage>
  );
}
