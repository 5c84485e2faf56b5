import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { DossierPage } from '../../../dossier/dossier-page.tsx';
import { AuthoritySection } from '../components/authority/authority-section.tsx';
import { BodiesSection } from '../components/bodies/bodies-section.tsx';
import { ClausesSection } from '../components/clauses/clauses-section.tsx';
import { ControlsSection } from '../components/controls/controls-section.tsx';
import { DeadlockSection } from '../components/deadlock/deadlock-section.tsx';
import { ExclusivitiesSection } from '../components/exclusivities/exclusivities-section.tsx';

const KINDS = ['clauses', 'control-plan', 'body', 'authority', 'deadlock-ladder', 'exclusivity'] as const;

/** How an alliance is set up: contract, controls, bodies, authority, deadlock, exclusivities. */
export function DesignPage() {
  const { t } = useLingui();
  const { slug } = useParams({ from: '/w/$workspace/alliances/$slug/design' });
  return (
    <DossierPage
      slug={slug}
      kinds={KINDS}
      title={<Trans context="of an alliance">Design</Trans>}
      titleOf={(name) => t`Design: ${name}`}
    >
      <ClausesSection />
      <ControlsSection />
      <BodiesSection />
      <AuthoritySection />
      <DeadlockSection />
      <ExclusivitiesSection />
    </DossierPage>
  );
}
