import type { SubjectKind } from '@entente/core/kernel';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useWorkspace } from '../../../lib/workspace.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { Section } from '../../../ui/section.tsx';
import type { AllianceRecord } from '../api/answers.ts';
import { allianceRecordQuery } from '../api/register-queries.ts';
import { AllianceHeader } from '../components/alliance/alliance-header.tsx';
import { evidenceIndex } from '../components/claims-of.ts';
import { EvidenceContext } from '../components/evidence-context.ts';
import { allianceAdditions } from '../components/forms/additions.ts';
import { nearAlliance } from '../components/forms/near-records.ts';
import { PageActions } from '../components/forms/page-actions.tsx';
import { RecordEditing } from '../components/forms/record-editing.tsx';
import { AddButton } from '../components/forms/row-actions.tsx';
import { OnThisPage } from '../components/on-this-page.tsx';
import { MembersTable } from '../components/rows/members-table.tsx';
import { DomainsTable } from '../components/rows/domains-table.tsx';
import { RecordSections } from '../components/record-sections.tsx';
import { ResourcesTable } from '../components/rows/resources-table.tsx';
import { StakeSection } from '../components/stakes/stake-section.tsx';

type Props = {
  /** What the page says and offers about sharing the alliance; another room's. */
  readonly sharingOf: (alliance: AllianceRecord['alliance']) => ReactNode;
};

/** One alliance, as recorded, read as of the page's date. */
export function AlliancePage({ sharingOf }: Props) {
  const workspace = useWorkspace();
  const { slug } = useParams({ from: '/w/$workspace/alliances/$slug' });
  const { data, error, refetch } = useQuery(allianceRecordQuery(workspace, slug));
  usePageTitle(data?.alliance.name);
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />;
  return data ? <AllianceRecordView record={data} sharingOf={sharingOf} /> : <LoadingState lines={12} />;
}

function AllianceRecordView({ record, sharingOf }: Props & { readonly record: AllianceRecord }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const evidence = useMemo(() => evidenceIndex(record), [record]);
  const near = useMemo(() => nearAlliance(record), [record]);
  const additions = allianceAdditions(record);
  const add = (kind: SubjectKind) => <AddButton kind={kind} additions={additions} />;
  const onRemoved = (id: string): void => {
    if (id === record.alliance.id) void navigate({ to: '/w/$workspace/alliances', params: { workspace } });
  };
  return (
    <EvidenceContext value={evidence}>
      <RecordEditing near={near} onRemoved={onRemoved}>
        <AllianceHeader record={record} />
        <PageActions kind="alliance" record={record.alliance} additions={additions} />
        {sharingOf(record.alliance)}
        <OnThisPage
          parts={[
            { id: 'stakes', title: <Trans>Stakes</Trans>, count: record.stakes.length },
            { id: 'members', title: <Trans>Members</Trans>, count: record.members.length },
            { id: 'resources', title: <Trans>Resources</Trans>, count: record.resources.length },
            { id: 'domains', title: <Trans>Domains</Trans>, count: record.domains.length },
          ]}
          record={record}
        />
        <StakeSection record={record} additions={additions} />
        <Section id="members" title={<Trans>Members</Trans>} count={record.members.length} action={add('membership')}>
          <MembersTable members={record.members} />
        </Section>
        <Section
          id="resources"
          title={<Trans>Resources</Trans>}
          count={record.resources.length}
          action={add('resource')}
        >
          <ResourcesTable resources={record.resources} side="alliance" />
        </Section>
        <Section id="domains" title={<Trans>Domains</Trans>} count={record.domains.length} action={add('domain')}>
          <DomainsTable domains={record.domains} />
        </Section>
        <RecordSections record={record} additions={additions} />
      </RecordEditing>
    </EvidenceContext>
  );
}
