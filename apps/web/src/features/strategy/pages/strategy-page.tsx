import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useAllianceName } from '../../../lib/alliance-link.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { RoomHead } from '../../../dossier/room-head.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { AllianceTestSection } from '../components/alliance-test-section.tsx';
import { CharterSection } from '../components/charter-section.tsx';
import { ComparisonSection } from '../components/comparison-section.tsx';
import { ExpectationsSection } from '../components/expectations-section.tsx';

/** Strategy formation of an alliance: whether to ally at all, what for, and within which bounds. */
export function StrategyPage() {
  const { t } = useLingui();
  const { slug } = useParams({ from: '/w/$workspace/alliances/$slug/strategy' });
  const { name, error, refetch } = useAllianceName(slug);
  usePageTitle(name && t`Strategy: ${name}`);
  if (error && name === null) return <FailureState error={error} onRetry={refetch} />;
  if (name === null) return <LoadingState lines={12} />;
  return (
    <>
      <RoomHead
        slug={slug}
        name={name}
        title={<Trans>Strategy</Trans>}
        lead={<Trans>Whether to ally at all, what for, and within which bounds.</Trans>}
      />
      <AllianceTestSection slug={slug} />
      <ComparisonSection slug={slug} />
      <ExpectationsSection slug={slug} />
      <CharterSection slug={slug} />
    </>
  );
}
