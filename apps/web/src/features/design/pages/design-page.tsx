import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { today, useAsOf } from '../../../lib/as-of.ts';
import { papersOfQuery } from '../../../lib/papers.ts';
import { AllianceRooms } from '../../../ui/alliance-rooms.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { allianceQuery, partiesQuery } from '../api/design-requests.ts';
import { AuthoritySection } from '../components/authority/authority-section.tsx';
import { BodiesSection } from '../components/bodies/bodies-section.tsx';
import { ClausesSection } from '../components/clauses/clauses-section.tsx';
import { ControlsSection } from '../components/controls/controls-section.tsx';
import { DeadlockSection } from '../components/deadlock/deadlock-section.tsx';
import { RecordedAllianceLink } from '../components/design-links.tsx';
import { type Dossier, DossierContext } from '../components/dossier-context.ts';
import { ExclusivitiesSection } from '../components/exclusivities/exclusivities-section.tsx';

const KINDS = ['clauses', 'control-plan', 'body', 'authority', 'deadlock-ladder', 'exclusivity'] as const;

/** How an alliance is set up: contract, controls, bodies, authority, deadlock, exclusivities. */
export function DesignPage() {
  const { t } = useLingui();
  const { workspace, slug } = useParams({ from: '/w/$workspace/alliances/$slug/design' });
  const { day } = useAsOf();
  const alliance = useQuery(allianceQuery(workspace, slug));
  const papers = useQuery(papersOfQuery(workspace, slug, KINDS));
  const parties = useQuery(partiesQuery(workspace, slug));
  const name = alliance.data?.name ?? slug;
  usePageTitle(alliance.data && t`Design: ${name}`);
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
        <Trans context="of an alliance">Design</Trans> <RecordedAllianceLink slug={slug}>{name}</RecordedAllianceLink>
      </h1>
      <AllianceRooms slug={slug} />
      <ClausesSection />
      <ControlsSection />
      <BodiesSection />
      <AuthoritySection />
      <DeadlockSection />
      <ExclusivitiesSection />
    </DossierContext>
  );
}
